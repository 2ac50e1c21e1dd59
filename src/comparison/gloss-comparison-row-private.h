/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-alignment.h"
#include "comparison/gloss-comparison-row.h"
#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/* (transfer full): adds what is in the row to @summary. The clauses are those of the documents as they
 * were aligned: what they leave out of the texts is a number. @tokenizer and @kept are as for
 * gloss_diff_with_tokenizer (). */
GlossComparisonRow *gloss_comparison_row_new (const GlossAlignRow    *place,
                                              GlossDocument          *old_document,
                                              GlossDocument          *new_document,
                                              const GlossAlignClause *old_clauses,
                                              const GlossAlignClause *new_clauses,
                                              GlossTokenizer         *tokenizer,
                                              GlossTokenizer         *kept,
                                              GlossComparisonSummary *summary);

G_END_DECLS
