/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text (nullable, UTF-8 or not) in the form in which documents are searched too, see
 * gloss_fold (). Both what is searched and what is searched for take it. Any thread. */
char    *gloss_search_text_fold     (const char *text);

/* TRUE when all words of @search, which white space separates, occur in @text, wherever and in
 * whatever order; a part of a word will do, since not every script separates words. Both folded. */
gboolean gloss_search_text_contains (const char *text,
                                     const char *search);

G_END_DECLS
