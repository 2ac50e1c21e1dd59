/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-link.h"

G_BEGIN_DECLS

/* Which clauses have the same wording. Where a text stands on both sides, a variant of it has a
 * wording of its own. */
typedef struct
{
  guint32 *wordings[2]; /* by clause of the old and of the new text: equal for equal wordings */
  guint n_wordings;     /* all numbers are below */
} GlossWordings;

void gloss_wordings_init  (GlossWordings          *self,
                           const GlossAlignClause *old_clauses,
                           guint                   n_old,
                           const GlossAlignClause *new_clauses,
                           guint                   n_new);
void gloss_wordings_clear (GlossWordings          *self);

/* (transfer full) (element-type GlossLink): clauses of the same wording that surely belong
 * together, in one order in both texts. @headings: by clause of the old and of the new text, TRUE
 * for one that tells nothing by itself; it is an anchor only where both texts begin the same. */
GArray *gloss_anchors_find (const GlossWordings    *wordings,
                            const GlossAlignClause *old_clauses,
                            guint                   n_old,
                            const GlossAlignClause *new_clauses,
                            guint                   n_new,
                            const guint8 *const     headings[2]);

G_END_DECLS
