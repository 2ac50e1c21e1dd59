/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-document-search.h"

GArray *
gloss_document_search (GlossDocument  *document,
                       const char     *words,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (GlossDocumentMatch));
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (GlossFoldMatch));
  g_autofree char *needle = gloss_fold (words, NULL);
  guint n_clauses = gloss_document_get_n_clauses (document);

  for (guint i = 0; i < n_clauses; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      g_array_set_size (ranges, 0);
      gloss_fold_find_all (gloss_clause_get_text (gloss_document_get_clause (document, i)), needle, ranges);

      for (guint j = 0; j < ranges->len; j++)
        {
          GlossDocumentMatch match = { .position = i, .range = g_array_index (ranges, GlossFoldMatch, j) };

          g_array_append_val (matches, match);
        }
    }

  return g_steal_pointer (&matches);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      words,
               GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GArray *matches = gloss_document_search (source, words, cancellable, &error);

  if (matches == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, matches, (GDestroyNotify) g_array_unref);
}

void
gloss_document_search_async (GlossDocument       *document,
                             const char          *words,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GLOSS_IS_DOCUMENT (document));
  g_return_if_fail (words != NULL);

  task = g_task_new (document, cancellable, callback, user_data);
  g_task_set_source_tag (task, gloss_document_search_async);
  g_task_set_task_data (task, g_strdup (words), g_free);
  g_task_run_in_thread (task, search_thread);
}

GArray *
gloss_document_search_finish (GlossDocument  *document,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, document), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
