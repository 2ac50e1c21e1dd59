/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-diff.h"
#include "comparison/gloss-edit-script.h"
#include "comparison/gloss-tokenizer.h"

G_BEGIN_DECLS

/* Words, as gloss_tokenizer_count_words () has it. */
typedef struct
{
  guint kept; /* of the new text */
  guint removed;
  guint added;
  GlossEditSize size; /* in tokens; all 0 where the texts have the same wording */
} GlossDiffWords;

/* (transfer full) (element-type GlossDiffStretch): as gloss_diff_texts (), with a tokenizer that
 * has seen other texts of the language already. @kept: (nullable): where both texts may be kept; it
 * is only looked at, so that several threads may have it, each with a @tokenizer of its own. What is
 * only typographic is counted in @words as kept. @coarseness may be GLOSS_EDIT_SCRIPT_SHORTEST too. */
GArray *gloss_diff_with_tokenizer (GlossTokenizer *tokenizer,
                                   GlossTokenizer *kept,
                                   const char     *old_text,
                                   gsize           old_length,
                                   const char     *new_text,
                                   gsize           new_length,
                                   guint           coarseness,
                                   GlossDiffWords *words);

G_END_DECLS
