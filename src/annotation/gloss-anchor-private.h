/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-anchor.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): the first place in @text where @words stand letter for letter, one
 * at which no word is cut before one at which it is. */
const char *gloss_anchor_find_words (const char *text,
                                     const char *words);

G_END_DECLS
