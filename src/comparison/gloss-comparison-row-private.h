/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-alignment.h"
#include "comparison/gloss-comparison-row.h"
#include "comparison/gloss-comparison.h"
#include "comparison/gloss-diff-private.h"

G_BEGIN_DECLS

/* How the two texts of a row differ. */
typedef struct
{
  GArray *stretches; /* (owned) (element-type GlossDiffStretch) (nullable) */
  guint n_numbering; /* so many of them tell the numbers that the texts begin with */
  GlossDiffWords words;
} GlossRowDifference;

/* (transfer full): adds what is in the row to @summary, and tells of its words in @words. The clauses
 * are those of the documents as they were aligned: what they leave out of the texts is a number.
 * @tokenizer and @kept are as for gloss_diff_with_tokenizer (). */
GlossComparisonRow *gloss_comparison_row_new (const GlossAlignRow    *place,
                                              GlossDocument          *old_document,
                                              GlossDocument          *new_document,
                                              const GlossAlignClause *old_clauses,
                                              const GlossAlignClause *new_clauses,
                                              GlossTokenizer         *tokenizer,
                                              GlossTokenizer         *kept,
                                              GlossComparisonSummary *summary,
                                              GlossDiffWords         *words);

/* Compares the texts of a row that has both anew, at another coarseness. */
GlossRowDifference  gloss_comparison_row_compare (GlossComparisonRow     *self,
                                                  const GlossAlignRow    *place,
                                                  const GlossAlignClause *old_clauses,
                                                  const GlossAlignClause *new_clauses,
                                                  GlossTokenizer         *tokenizer,
                                                  GlossTokenizer         *kept,
                                                  guint                   coarseness);

/* Puts @difference in the place of what the row told. Only before anybody else has the row.
 * @difference: (transfer full) */
void                gloss_comparison_row_take    (GlossComparisonRow     *self,
                                                  GlossRowDifference     *difference);

G_END_DECLS
