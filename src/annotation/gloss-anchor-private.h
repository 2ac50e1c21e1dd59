/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-anchor.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): the first place in @text where @words stand letter for letter, one
 * at which no word is cut before one at which it is. */
const char *gloss_anchor_find_words (const char *text,
                                     const char *words);

/* TRUE when a cut between these two, which stand side by side, goes through a word. In scripts
 * without spaces between words this can't be seen, and is FALSE. */
gboolean    gloss_anchor_cuts_word  (gunichar    before,
                                     gunichar    after);

G_END_DECLS
