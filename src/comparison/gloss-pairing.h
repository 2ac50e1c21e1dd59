/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlossPairing:
 *
 * What a reader says of two clauses, against or with what the comparison finds: they belong
 * together, or a clause belongs to none. Plain records in an array; not for several threads at once.
 */
typedef struct
{
  char *old_id; /* (nullable): NULL where the new clause belongs to none */
  char *new_id; /* (nullable): NULL where the old clause belongs to none; never both */
} GlossPairing;

/* (transfer full) (element-type GlossPairing): an empty list. At most one pairing of a list speaks
 * of a clause. */
GPtrArray *gloss_pairings_new    (void);

/* (transfer full) */
GPtrArray *gloss_pairings_copy   (GPtrArray  *pairings);

/* TRUE where both say the same in the same order. */
gboolean   gloss_pairings_equal  (GPtrArray  *a,
                                  GPtrArray  *b);

/* The old clause and the new one belong together; where one of them is NULL, the other belongs to
 * none. What was said of either before is forgotten. */
void       gloss_pairings_choose (GPtrArray  *pairings,
                                  const char *old_id,
                                  const char *new_id);

/* Forgets what was said of the old clause and of the new one, either of which may be NULL; FALSE
 * where nothing was. */
gboolean   gloss_pairings_forget (GPtrArray  *pairings,
                                  const char *old_id,
                                  const char *new_id);

/* (transfer full): @current with what was changed between @from and @to; which is @to where nobody has changed
 * @from since. What has been said otherwise of a clause since then stands. */
GPtrArray *gloss_pairings_revise (GPtrArray  *current,
                                  GPtrArray  *from,
                                  GPtrArray  *to);

G_END_DECLS
