/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-alignment.h"
#include "document/gloss-document.h"

G_BEGIN_DECLS

/* (transfer full) (array length=n_clauses): the clauses of @document as they are aligned: without the
 * number that the text of a clause without a label may begin with, as gloss_numbering_scan () finds it,
 * which becomes the label. "1.2" before a word may be a figure, and is a number only where the one
 * before or after it in the text, as "1.1" or "1.3", goes with it. The texts are those of the clauses,
 * and the labels those or in @labels: all must stay as long as the array. Any thread. */
GlossAlignClause *gloss_comparison_list_clauses (GlossDocument *document,
                                                 GStringChunk  *labels,
                                                 guint         *n_clauses);

G_END_DECLS
