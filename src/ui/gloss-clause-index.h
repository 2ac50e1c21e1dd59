/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-placed-note.h"

G_BEGIN_DECLS

/* Which notes stand on which clause, in the text of either side, each clause's in the order of the
 * text. It holds no note. */

typedef struct _GlossClauseIndex GlossClauseIndex;

GlossClauseIndex *gloss_clause_index_new    (void);
void              gloss_clause_index_free   (GlossClauseIndex *self);

/* A note that has no clause in a text is left out there. It must be removed before it is placed elsewhere. */
void              gloss_clause_index_add    (GlossClauseIndex *self,
                                             GlossPlacedNote  *note);
void              gloss_clause_index_remove (GlossClauseIndex *self,
                                             GlossPlacedNote  *note);
void              gloss_clause_index_clear  (GlossClauseIndex *self);

/* (transfer none) (nullable) (element-type GlossPlacedNote): the notes on the clause at @position
 * of the text of @side; NULL where there are none. Valid until the next change. */
GPtrArray        *gloss_clause_index_lookup (GlossClauseIndex  *self,
                                             GlossParallelSide  side,
                                             guint              position);

/* The first place in the sorted array @notes at which nothing stands that belongs before @note. */
guint             gloss_clause_index_lower_bound (GPtrArray       *notes,
                                                  GlossPlacedNote *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossClauseIndex, gloss_clause_index_free)

G_END_DECLS
