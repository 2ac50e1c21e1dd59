/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* TRUE where @word, in lower case, says little of what a clause is about: an article, preposition,
 * conjunction, pronoun or auxiliary. Known for the official languages of the United Nations and
 * German; another language has none, and a text without a language ("und") has all of them. */
gboolean gloss_is_function_word (const char *language,
                                 const char *word);

G_END_DECLS
