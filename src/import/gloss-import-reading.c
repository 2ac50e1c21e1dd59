/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-reading.h"

typedef struct
{
  GPtrArray     *files; /* element-type GFile */
  GlossProgress *progress;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_ptr_array_unref (request->files);
  g_clear_pointer (&request->progress, gloss_progress_unref);
  g_free (request);
}

static void
read_file_free (gpointer data)
{
  GlossImportReadFile *read = data;

  g_free (read->name);
  g_clear_pointer (&read->batch, gloss_import_batch_free);
  g_clear_error (&read->error);
  g_free (read);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
}

static GlossImportBatch *
read_file (GlossImportReader  *reader,
           GFile              *file,
           GlossProgress      *progress,
           guint               from,
           guint               to,
           GCancellable       *cancellable,
           GError            **error)
{
  g_autoptr (GBytes) bytes = gloss_import_file_load (file, cancellable, error);
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  return gloss_import_reader_read_data (reader, data != NULL ? data : "", length, NULL, progress, from, to, cancellable,
                                        error);
}

/* With a library of its own: no other may be used here. */
static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr (GPtrArray) outcome = g_ptr_array_new_with_free_func (read_file_free);
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossImportReader) reader = gloss_import_reader_new (library);
  guint n_files = request->files->len;

  for (guint i = 0; i < n_files; i++)
    {
      GFile *file = g_ptr_array_index (request->files, i);
      GlossImportReadFile *read = g_new0 (GlossImportReadFile, 1);

      read->name = dup_name (file);
      read->batch = read_file (reader, file, request->progress, 100 * i / n_files, 100 * (i + 1) / n_files, cancellable,
                               &read->error);
      g_ptr_array_add (outcome, read);

      if (g_task_return_error_if_cancelled (task))
        return;
    }

  g_task_return_pointer (task, g_steal_pointer (&outcome), (GDestroyNotify) g_ptr_array_unref);
}

/* Progress that is told later than the end would come to somebody who has gone. */
static void
completed_cb (GTask         *task,
              GParamSpec    *pspec,
              GlossProgress *progress)
{
  gloss_progress_end (progress);
}

void
gloss_import_read_async (GPtrArray           *files,
                         GlossProgressFunc    progress,
                         gpointer             progress_data,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (files != NULL);

  request = g_new0 (Request, 1);
  request->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (request->files, g_object_ref (g_ptr_array_index (files, i)));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gloss_import_read_async);
  if (progress != NULL)
    {
      request->progress = gloss_progress_new (progress, progress_data);
      g_signal_connect (task, "notify::completed", G_CALLBACK (completed_cb), request->progress);
    }
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, read_thread);
}

GPtrArray *
gloss_import_read_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
