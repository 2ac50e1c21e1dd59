/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): @text (nullable, UTF-8 or not) in the form in which documents are searched too, see
 * gloss_fold (). Both what is searched and what is searched for take it. Any thread. */
char    *gloss_search_text_fold     (const char *text);

/**
 * GlossSearchWords:
 *
 * What is searched for, folded and parted into words once, for going over many texts. Immutable:
 * any thread.
 */
typedef struct _GlossSearchWords GlossSearchWords;

/* (transfer full): @search (nullable) as somebody typed it. */
GlossSearchWords *gloss_search_words_new      (const char             *search);
void              gloss_search_words_free     (GlossSearchWords       *self);

/* TRUE where nothing is searched for; then every text matches. */
gboolean          gloss_search_words_is_empty (const GlossSearchWords *self);

/* TRUE when all words, which white space separates, occur in @text, wherever and in whatever order;
 * a part of a word will do, since not every script separates words. @text: folded. */
gboolean          gloss_search_words_match    (const GlossSearchWords *self,
                                               const char             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossSearchWords, gloss_search_words_free)

G_END_DECLS
