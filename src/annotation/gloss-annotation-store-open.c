/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-store.h"

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-store-private.h"
#include "annotation/gloss-store-name.h"

/* After how long it is tried again to write what could not be written. */
#define RETRY_SECONDS 1

/* How often somebody who waits is told how far it is. */
#define PROGRESS_MS 60

typedef struct
{
  char                  *folder;
  char                  *symbol;
  GlossStoreMode         mode;
  GlossLoad              load;
  GFileProgressCallback  progress;
  gpointer               progress_data;
  GSource               *progress_source;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  if (opening->progress_source != NULL)
    g_source_destroy (opening->progress_source);
  g_clear_pointer (&opening->progress_source, g_source_unref);
  g_clear_object (&opening->load.cancellable);
  g_free (opening->folder);
  g_free (opening->symbol);
  g_free (opening);
}

static void
file_changed_cb (GFileMonitor         *monitor,
                 GFile                *file,
                 GFile                *other_file,
                 GFileMonitorEvent     event,
                 GlossAnnotationStore *self)
{
  g_autoptr (GError) error = NULL;

  /* The next change meets the same error and reports it. */
  if (!gloss_store_refresh (self, &error))
    g_debug ("%s", error->message);
}

static void
watch (GlossAnnotationStore *self)
{
  const char *paths[] = { self->path, gloss_journal_get_path (self->journal) };

  G_STATIC_ASSERT (G_N_ELEMENTS (paths) == G_N_ELEMENTS (self->monitors));

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      self->monitors[i] = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
      if (self->monitors[i] != NULL)
        g_signal_connect_object (self->monitors[i], "changed", G_CALLBACK (file_changed_cb), self, 0);
    }

  self->watched = TRUE;
  gloss_store_update_retry (self);
}

static gboolean
retry_cb (gpointer user_data)
{
  g_autoptr (GlossAnnotationStore) self = g_object_ref (GLOSS_ANNOTATION_STORE (user_data));
  GSource *source = g_main_current_source ();

  if (self->n_begun == 0)
    gloss_annotation_store_flush (self, NULL);

  return g_source_is_destroyed (source) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

void
gloss_store_update_retry (GlossAnnotationStore *self)
{
  gboolean wanted = self->watched && self->fault != NULL;

  if (wanted == (self->retry != NULL))
    return;

  if (wanted)
    {
      self->retry = g_timeout_source_new_seconds (RETRY_SECONDS);
      g_source_set_callback (self->retry, retry_cb, self, NULL);
      g_source_attach (self->retry, g_main_context_get_thread_default ());
    }
  else
    {
      g_source_destroy (self->retry);
      g_clear_pointer (&self->retry, g_source_unref);
    }
}

void
gloss_store_unwatch (GlossAnnotationStore *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    {
      if (self->monitors[i] != NULL)
        g_file_monitor_cancel (self->monitors[i]);
      g_clear_object (&self->monitors[i]);
    }

  self->watched = FALSE;
  gloss_store_update_retry (self);
}

/* Everything about opening that any thread can do. */
static GlossAnnotationStore *
open_unwatched (const char      *folder,
                const char      *symbol,
                GlossStoreMode   mode,
                GlossLoad       *load,
                GError         **error)
{
  g_autoptr (GlossAnnotationStore) self = g_object_new (GLOSS_TYPE_ANNOTATION_STORE, NULL);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = gloss_store_name_escape (symbol);
  g_autofree char *journal_path = g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".journal", NULL);

  self->symbol = g_utf8_make_valid (symbol, -1);
  self->mode = mode;
  self->path = g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".json", NULL);
  self->journal = gloss_journal_new (journal_path, symbol);
  if (mode == GLOSS_STORE_STRICT)
    gloss_journal_set_patient (self->journal);
  self->load = load;

  if (!gloss_store_refresh (self, &local_error))
    {
      if (mode == GLOSS_STORE_STRICT ||
          g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
          g_error_matches (local_error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      /* Damaged: with the lock for writing, it is set aside. Or out of reach: work goes on, and
       * finds it again when it can. */
      if (gloss_store_is_damage (local_error))
        gloss_annotation_store_flush (self, NULL);
      else
        gloss_store_report_fault (self, local_error);
    }
  self->load = NULL;

  if (self->loaded && gloss_store_has_journal (self))
    {
      g_autoptr (GError) fold_error = NULL;

      /* It is no fault to read where nothing can be written. */
      if (!gloss_store_fold (self, &fold_error))
        {
          g_debug ("%s", fold_error->message);
          if (g_hash_table_size (self->pending) == 0)
            gloss_store_set_fault (self, NULL);
        }
    }

  return g_steal_pointer (&self);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store =
      open_unwatched (opening->folder, opening->symbol, opening->mode, &opening->load, &error);

  if (store == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Who does not want to wait wants to search without waiting, too. */
  gloss_store_contents_prepare (store->contents);
  g_task_return_pointer (task, store, g_object_unref);
}

static gboolean
tell_progress_cb (gpointer user_data)
{
  Opening *opening = user_data;
  goffset done;
  goffset total;

  gloss_load_get (&opening->load, &done, &total);
  if (total > 0)
    opening->progress (done, total, opening->progress_data);

  return G_SOURCE_CONTINUE;
}

GlossAnnotationStore *
gloss_annotation_store_open (const char      *folder,
                             const char      *symbol,
                             GlossStoreMode   mode,
                             GError         **error)
{
  GlossAnnotationStore *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (symbol != NULL, NULL);

  self = open_unwatched (folder, symbol, mode, NULL, error);
  if (self != NULL)
    watch (self);

  return self;
}

void
gloss_annotation_store_open_async (const char            *folder,
                                   const char            *symbol,
                                   GlossStoreMode         mode,
                                   GCancellable          *cancellable,
                                   GFileProgressCallback  progress,
                                   gpointer               progress_data,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  g_return_if_fail (folder != NULL);
  g_return_if_fail (symbol != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  opening = g_new0 (Opening, 1);
  opening->folder = g_strdup (folder);
  opening->symbol = g_strdup (symbol);
  opening->mode = mode;
  g_set_object (&opening->load.cancellable, cancellable);
  opening->progress = progress;
  opening->progress_data = progress_data;
  if (progress != NULL)
    {
      opening->progress_source = g_timeout_source_new (PROGRESS_MS);
      g_source_set_callback (opening->progress_source, tell_progress_cb, opening, NULL);
      g_source_attach (opening->progress_source, g_main_context_get_thread_default ());
    }

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, gloss_annotation_store_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_thread);
}

GlossAnnotationStore *
gloss_annotation_store_open_finish (GAsyncResult  *result,
                                    GError       **error)
{
  GlossAnnotationStore *self;
  Opening *opening;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  opening = g_task_get_task_data (G_TASK (result));
  if (opening->progress_source != NULL)
    g_source_destroy (opening->progress_source);

  self = g_task_propagate_pointer (G_TASK (result), error);
  if (self == NULL)
    return NULL;

  /* What was written since it was read, nobody watched. */
  watch (self);
  gloss_store_refresh (self, NULL);

  return self;
}
