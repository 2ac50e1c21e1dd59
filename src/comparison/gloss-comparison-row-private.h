/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-alignment.h"
#include "comparison/gloss-comparison-row.h"
#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/* (transfer full) */
GlossComparisonRow *gloss_comparison_row_new         (const GlossAlignRow *place,
                                                      GlossDocument       *old_document,
                                                      GlossDocument       *new_document,
                                                      GlossTokenizer      *tokenizer);

/* Adds what is in the row to @summary. */
void                gloss_comparison_row_count_words (GlossComparisonRow     *self,
                                                      GlossTokenizer         *tokenizer,
                                                      GlossComparisonSummary *summary);

G_END_DECLS
