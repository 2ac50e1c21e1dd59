/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-alignment.h"

G_BEGIN_DECLS

/* Old clauses that belong to new ones: one to one, one to several or several to one, on either
 * side neighbours. */
typedef struct
{
  guint old_first;
  guint n_old;
  guint new_first;
  guint n_new;
  guint score;           /* 0 to 1000 */
  gboolean same_wording;
  gboolean chosen;       /* by the reader */
} GlossLink;

/* "(a)" and "（ａ）" are the same label. */
gboolean gloss_align_have_same_label (const GlossAlignClause *a,
                                      const GlossAlignClause *b);

/* How much it counts that a clause of @length bytes stands where it stood. A long one counts more
 * than a short one and less than several: that one clause has moved past ten is told, and not that
 * the ten have moved past the one. */
gint64 gloss_align_weigh_place (gsize length);

/* (transfer full) (element-type GlossAlignRow): names what became of each clause and puts the rows
 * in order. @links, of which no two share a clause, are sorted by new_first here. */
GArray *gloss_links_to_rows (GArray                 *links,
                             const GlossAlignClause *old_clauses,
                             guint                   n_old,
                             const GlossAlignClause *new_clauses,
                             guint                   n_new);

/* (transfer full) (array length=links->len): for each link TRUE where it keeps its place: where it
 * is on the heaviest chain of links that have one order in both texts. */
gboolean *gloss_links_find_in_order (GArray                 *links,
                                     const GlossAlignClause *old_clauses,
                                     const GlossAlignClause *new_clauses);

G_END_DECLS
