/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Where an excerpt around some words of a text begins and ends. Texts are valid UTF-8; no word is
 * cut where white space parts words, which not every script does, and no letter from its accents.
 * Pure functions: any thread.
 */

/* (transfer none): where in @text to begin so that up to @n_chars code points stand before @match, a
 * place in it. */
const char *gloss_excerpt_find_beginning (const char *text,
                                          const char *match,
                                          guint       n_chars);

/* (transfer none): where to end so that up to @n_chars code points stand behind @match_end, a place
 * in a text. */
const char *gloss_excerpt_find_end       (const char *match_end,
                                          guint       n_chars);

G_END_DECLS
