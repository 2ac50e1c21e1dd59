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

typedef struct
{
  GlossDocument *old_document;
  GlossDocument *new_document;
  char          *phrase;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->old_document);
  g_object_unref (request->new_document);
  g_free (request->phrase);
  g_free (request);
}

static void
count_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  GlossPhraseCount *count = gloss_phrase_count_new (request->old_document, request->new_document, request->phrase,
                                                    cancellable, &error);

  if (count != NULL)
    g_task_return_pointer (task, count, (GDestroyNotify) gloss_phrase_count_free);
  else
    g_task_return_error (task, error);
}

void
gloss_phrase_count_new_async (GlossDocument       *old_document,
                              GlossDocument       *new_document,
                              const char          *phrase,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (GLOSS_IS_DOCUMENT (old_document) && GLOSS_IS_DOCUMENT (new_document));
  g_return_if_fail (phrase != NULL);

  request = g_new0 (Request, 1);
  request->old_document = g_object_ref (old_document);
  request->new_document = g_object_ref (new_document);
  request->phrase = g_strdup (phrase);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gloss_phrase_count_new_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, count_thread);
}

GlossPhraseCount *
gloss_phrase_count_new_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const GlossDocumentMatch *
gloss_phrase_count_find (GArray *places,
                         guint   position,
                         guint  *n_places)
{
  guint first = 0;
  guint end;

  g_return_val_if_fail (places != NULL, NULL);
  g_return_val_if_fail (n_places != NULL, NULL);

  /* They stand in reading order. */
  for (guint after = places->len; first < after;)
    {
      guint middle = first + (after - first) / 2;

      if (g_array_index (places, GlossDocumentMatch, middle).position < position)
        first = middle + 1;
      else
        after = middle;
    }

  for (end = first; end < places->len && g_array_index (places, GlossDocumentMatch, end).position == position; end++)
    ;

  *n_places = end - first;
  return end > first ? &g_array_index (places, GlossDocumentMatch, first) : NULL;
}
