/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document-search.h"

G_BEGIN_DECLS

/**
 * Where a word or a phrase stands in either version of a text: "information weapons" once in 2011
 * and not at all in 2015.
 */
typedef struct
{
  GArray *old_places; /* GlossDocumentMatch, in reading order */
  GArray *new_places;
} GlossPhraseCount;

/* (transfer full) (nullable): @phrase as gloss_fold () sees it, but only as whole words: "war" is
 * no part of "towards". Where words are written without spaces, every place counts. NULL only with
 * G_IO_ERROR_CANCELLED. Any thread. */
GlossPhraseCount *gloss_phrase_count_new  (GlossDocument     *old_document,
                                           GlossDocument     *new_document,
                                           const char        *phrase,
                                           GCancellable      *cancellable,
                                           GError           **error);
void              gloss_phrase_count_free (GlossPhraseCount  *count);

/* The same, on a thread of its own. */
void              gloss_phrase_count_new_async  (GlossDocument        *old_document,
                                                 GlossDocument        *new_document,
                                                 const char           *phrase,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
GlossPhraseCount *gloss_phrase_count_new_finish (GAsyncResult         *result,
                                                 GError              **error);

/* (transfer none) (nullable): the places among @places that are in the clause at @position of the
 * document, @n_places of them. */
const GlossDocumentMatch *
                  gloss_phrase_count_find       (GArray               *places,
                                                 guint                 position,
                                                 guint                *n_places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossPhraseCount, gloss_phrase_count_free)

G_END_DECLS
