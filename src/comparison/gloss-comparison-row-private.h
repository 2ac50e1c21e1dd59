/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-alignment.h"
#include "comparison/gloss-comparison-row.h"
#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/* (transfer full): adds what is in the row to @summary. @tokenizer and @kept are as for
 * gloss_diff_with_tokenizer (). */
GlossComparisonRow *gloss_comparison_row_new (const GlossAlignRow    *place,
                                              GlossDocument          *old_document,
                                              GlossDocument          *new_document,
                                              GlossTokenizer         *tokenizer,
                                              GlossTokenizer         *kept,
                                              GlossComparisonSummary *summary);

/* The length in bytes of the number that stands in the text of @clause where a label would, 0 where there
 * is none or the clause has a label; and in @skip the bytes up to where its wording begins. */
gsize gloss_comparison_scan_label (GlossClause *clause,
                                   gsize       *skip);

G_END_DECLS
