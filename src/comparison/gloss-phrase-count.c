/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-phrase-count"

#include "config.h"

#include "comparison/gloss-phrase-count.h"

#include "comparison/gloss-wording.h"

/* Whether the word at @at goes on from what stands before it. */
static gboolean
is_inside_word (const char *text,
                guint       at)
{
  return at > 0 && text[at] != '\0' &&
         gloss_wording_is_letter (g_utf8_get_char (text + at)) &&
         gloss_wording_is_letter (g_utf8_get_char (g_utf8_prev_char (text + at)));
}

static GArray *
find_places (GlossDocument  *document,
             const char     *phrase,
             GCancellable   *cancellable,
             GError        **error)
{
  GArray *places = gloss_document_search (document, phrase, cancellable, error);
  guint n_kept = 0;

  if (places == NULL)
    return NULL;

  for (guint i = 0; i < places->len; i++)
    {
      GlossDocumentMatch match = g_array_index (places, GlossDocumentMatch, i);
      const char *text = gloss_clause_get_text (gloss_document_get_clause (document, match.position));

      if (!is_inside_word (text, match.range.start_byte) && !is_inside_word (text, match.range.end_byte))
        g_array_index (places, GlossDocumentMatch, n_kept++) = match;
    }
  g_array_set_size (places, n_kept);
  return places;
}

GlossPhraseCount *
gloss_phrase_count_new (GlossDocument  *old_document,
                        GlossDocument  *new_document,
                        const char     *phrase,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_autoptr (GlossPhraseCount) count = NULL;
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (GLOSS_IS_DOCUMENT (old_document) && GLOSS_IS_DOCUMENT (new_document), NULL);
  g_return_val_if_fail (phrase != NULL, NULL);

  /* A space typed behind the word would have to be in the text. */
  trimmed = g_strstrip (g_strdup (phrase));
  count = g_new0 (GlossPhraseCount, 1);
  count->old_places = find_places (old_document, trimmed, cancellable, error);
  if (count->old_places == NULL)
    return NULL;
  count->new_places = find_places (new_document, trimmed, cancellable, error);
  if (count->new_places == NULL)
    return NULL;

  return g_steal_pointer (&count);
}

void
gloss_phrase_count_free (GlossPhraseCount *count)
{
  if (count == NULL)
    return;

  g_clear_pointer (&count->old_places, g_array_unref);
  g_clear_pointer (&count->new_places, g_array_unref);
  g_free (count);
}
