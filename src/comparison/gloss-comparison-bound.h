/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison-row-private.h"

G_BEGIN_DECLS

/**
 * What readability may cost. Each pair of clauses is compared by itself, at the coarseness that reads
 * best. Together they may change a quarter more words than the least of all of them, or
 * GLOSS_BOUND_FEW more where that is more: a short pair must be allowed a phrase. The same holds of
 * those alone that are one clause on either side, not split and not merged; and of the words and the
 * signs of punctuation together, but for those no change is split at a single sign.
 *
 * Where they change more than that, so many of them as it takes are compared anew one step finer, and
 * if all of them do not suffice, then another step: first the clauses of which the smallest share is
 * changed. So no clause looks different for the sake of the others unless the whole asks for it, and
 * one that was replaced is the last to be told in pieces.
 *
 * Clauses that only one of the documents has take no part, nor do texts that are too long for the
 * exact answer. Of a word of signs, what a change takes in beyond the signs that differ comes on top.
 */

#define GLOSS_BOUND_FEW 8

typedef struct
{
  const GArray *places;            /* GlossAlignRow */
  const GlossAlignClause *old_clauses;
  const GlossAlignClause *new_clauses;
  const char *language;
  GlossTokenizer **tokenizers;     /* by worker; made where one has none yet */
  GlossTokenizer *kept;            /* only looked at */
  GCancellable *cancellable;       /* (nullable) */
  GlossComparisonRow **rows;       /* by place */
  GlossDiffWords *words;           /* likewise */
} GlossBoundRows;

/* Holds the rows to the bound, and @summary to the rows. Once it was cancelled nothing more is done. */
void gloss_comparison_bound (const GlossBoundRows   *rows,
                             GlossComparisonSummary *summary);

G_END_DECLS
