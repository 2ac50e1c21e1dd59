/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/* The places of a comparison in reading order: each row once, where the new text has it, and besides
 * where the clauses of a row that moved stood in the old text. */
typedef struct
{
  GlossComparisonRow *row;        /* of the comparison, not held */
  gboolean            moved_away; /* where it stood before */
} GlossComparisonPlace;

/* (transfer full) (element-type GlossComparisonPlace): for as long as @comparison lives. */
GArray  *gloss_comparison_list_places      (GlossComparison    *comparison);

/* TRUE for rows that stand elsewhere now, with the same wording or another. */
gboolean gloss_comparison_row_has_moved    (GlossComparisonRow *row);

/* (transfer full): of a row that moved, what leads from one of its places to the other, translated:
 * "moved from (3)" at the new one, "moved to (5)" where it @moved_away. */
char    *gloss_comparison_dup_other_end    (GlossComparison    *comparison,
                                            GlossComparisonRow *row,
                                            gboolean            moved_away);

/* (transfer none): @citation without the symbol of its document before it. */
const char *gloss_comparison_skip_symbol   (const char         *citation,
                                            const char         *symbol);

G_END_DECLS
