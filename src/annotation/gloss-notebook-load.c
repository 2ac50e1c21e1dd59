/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-notebook.h"

#include "annotation/gloss-notebook-private.h"
#include "annotation/gloss-store-file.h"
#include "annotation/gloss-store-name.h"

/* Files up to this size are read in less time than a window takes to show that it waits. */
#define QUICK_BYTES (256 * 1024)

/* A store that is being opened, and who waits for it. */
typedef struct
{
  GlossNotebook *notebook;
  char          *symbol;
  GPtrArray     *tasks; /* element-type GTask, with a Waiter */
} Loading;

typedef struct
{
  GFileProgressCallback progress;
  gpointer              progress_data;
} Waiter;

/* All stores, of which some are being opened. */
typedef struct
{
  Waiter     waiter;
  GPtrArray  *parts; /* element-type Part */
  guint      n_open;
  GError    *first_error;
} Everything;

typedef struct
{
  GTask   *task; /* while it is being opened */
  goffset  done;
  goffset  total;
} Part;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_clear_pointer (&loading->tasks, g_ptr_array_unref);
  g_clear_object (&loading->notebook);
  g_free (loading->symbol);
  g_free (loading);
}

static void
everything_free (gpointer data)
{
  Everything *everything = data;

  g_clear_pointer (&everything->parts, g_ptr_array_unref);
  g_clear_error (&everything->first_error);
  g_free (everything);
}

static guint64
get_size (GlossNotebook *self,
          const char    *symbol)
{
  g_autofree char *name = gloss_store_name_escape (symbol);
  g_autofree char *file = gloss_notebook_make_path (self, name, ".json");
  g_autofree char *journal = gloss_notebook_make_path (self, name, ".journal");

  return gloss_file_stamp_get (file).size + gloss_file_stamp_get (journal).size;
}

gboolean
gloss_notebook_is_quick (GlossNotebook *self,
                         const char    *symbol)
{
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (self), FALSE);
  g_return_val_if_fail (symbol != NULL, FALSE);

  return gloss_notebook_find_open (self, symbol) != NULL || get_size (self, symbol) <= QUICK_BYTES;
}

gboolean
gloss_notebook_is_loading (GlossNotebook *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (self), FALSE);

  return g_hash_table_size (self->loading) > 0;
}

static void
store_progress_cb (goffset  done,
                   goffset  total,
                   gpointer user_data)
{
  Loading *loading = user_data;

  for (guint i = 0; i < loading->tasks->len; i++)
    {
      Waiter *waiter = g_task_get_task_data (g_ptr_array_index (loading->tasks, i));

      if (waiter->progress != NULL)
        waiter->progress (done, total, waiter->progress_data);
    }
}

static void
store_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Loading *loading = user_data;
  GlossNotebook *self = loading->notebook;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossAnnotationStore) opened = gloss_annotation_store_open_finish (result, &error);
  GlossAnnotationStore *store = NULL;

  if (opened != NULL)
    store = gloss_notebook_take_store (self, g_object_ref (opened));

  /* From here on, who asks anew is not one of those who waited. */
  g_hash_table_remove (self->loading, loading->symbol);
  for (guint i = 0; i < loading->tasks->len; i++)
    {
      GTask *task = g_ptr_array_index (loading->tasks, i);

      if (store != NULL)
        g_task_return_pointer (task, g_object_ref (store), g_object_unref);
      else
        g_task_return_error (task, g_error_copy (error));
    }

  loading_free (loading);
}

void
gloss_notebook_get_store_async (GlossNotebook         *self,
                                const char            *symbol,
                                GCancellable          *cancellable,
                                GFileProgressCallback  progress,
                                gpointer               progress_data,
                                GAsyncReadyCallback    callback,
                                gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  GlossAnnotationStore *store;
  Waiter *waiter;
  Loading *loading;

  g_return_if_fail (GLOSS_IS_NOTEBOOK (self));
  g_return_if_fail (symbol != NULL);

  waiter = g_new0 (Waiter, 1);
  waiter->progress = progress;
  waiter->progress_data = progress_data;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, gloss_notebook_get_store_async);
  g_task_set_task_data (task, waiter, g_free);

  store = gloss_notebook_find_open (self, symbol);
  if (store != NULL)
    {
      g_task_return_pointer (task, g_object_ref (store), g_object_unref);
      return;
    }

  loading = g_hash_table_lookup (self->loading, symbol);
  if (loading != NULL)
    {
      g_ptr_array_add (loading->tasks, g_steal_pointer (&task));
      return;
    }

  loading = g_new0 (Loading, 1);
  loading->notebook = g_object_ref (self);
  loading->symbol = g_strdup (symbol);
  loading->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (loading->tasks, g_steal_pointer (&task));
  g_hash_table_insert (self->loading, loading->symbol, loading);

  /* Not @cancellable: others may come to wait for the same store. */
  gloss_annotation_store_open_async (self->folder, symbol, self->mode, self->cancellable,
                                     store_progress_cb, loading, store_opened_cb, loading);
}

GlossAnnotationStore *
gloss_notebook_get_store_finish (GlossNotebook  *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  g_autoptr (GlossAnnotationStore) store = NULL;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  /* The notebook holds it. */
  store = g_task_propagate_pointer (G_TASK (result), error);
  return store;
}

static void
tell_everything (Everything *everything)
{
  goffset done = 0;
  goffset total = 0;

  for (guint i = 0; i < everything->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (everything->parts, i);

      done += part->done;
      total += part->total;
    }

  if (everything->waiter.progress != NULL && total > 0)
    everything->waiter.progress (done, total, everything->waiter.progress_data);
}

static void
part_progress_cb (goffset  done,
                  goffset  total,
                  gpointer user_data)
{
  Part *part = user_data;

  part->done = done;
  part->total = total;
  tell_everything (g_task_get_task_data (part->task));
}

static void
return_everything (GTask *task)
{
  Everything *everything = g_task_get_task_data (task);

  if (everything->first_error != NULL)
    g_task_return_error (task, g_steal_pointer (&everything->first_error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
part_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Part *part = user_data;
  g_autoptr (GTask) task = g_object_ref (part->task);
  Everything *everything = g_task_get_task_data (task);

  part->done = part->total;
  gloss_notebook_get_store_finish (GLOSS_NOTEBOOK (source), result,
                                   everything->first_error == NULL ? &everything->first_error : NULL);
  g_clear_object (&part->task);
  tell_everything (everything);

  if (++everything->n_open == everything->parts->len)
    return_everything (task);
}

/* A file of a document that had none: written by another program, or by a synchronization. */
static void
file_changed_cb (GlossNotebook     *self,
                 GFile             *file,
                 GFile             *other_file,
                 GFileMonitorEvent  event)
{
  g_autofree char *name = NULL;
  g_autofree char *symbol = NULL;

  if (event == G_FILE_MONITOR_EVENT_RENAMED)
    name = g_file_get_basename (other_file);
  else if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_MOVED_IN)
    name = g_file_get_basename (file);
  if (name == NULL)
    return;

  symbol = gloss_notebook_get_symbol_of_file (self, name);
  if (symbol != NULL && gloss_notebook_find_open (self, symbol) == NULL)
    gloss_notebook_get_store_async (self, symbol, NULL, NULL, NULL, NULL, NULL);
}

static void
watch (GlossNotebook *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  if (self->monitor != NULL)
    return;

  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self, G_CONNECT_SWAPPED);
}

void
gloss_notebook_open_all_async (GlossNotebook         *self,
                               GCancellable          *cancellable,
                               GFileProgressCallback  progress,
                               gpointer               progress_data,
                               GAsyncReadyCallback    callback,
                               gpointer               user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GPtrArray) symbols = NULL;
  g_autoptr (GPtrArray) slow = g_ptr_array_new ();
  Everything *everything;

  g_return_if_fail (GLOSS_IS_NOTEBOOK (self));

  everything = g_new0 (Everything, 1);
  everything->waiter.progress = progress;
  everything->waiter.progress_data = progress_data;
  everything->parts = g_ptr_array_new_with_free_func (g_free);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, gloss_notebook_open_all_async);
  g_task_set_task_data (task, everything, everything_free);

  watch (self);
  symbols = gloss_notebook_list_symbols (self, &everything->first_error);
  for (guint i = 0; symbols != NULL && i < symbols->len; i++)
    {
      const char *symbol = g_ptr_array_index (symbols, i);

      if (gloss_notebook_is_quick (self, symbol))
        gloss_notebook_get_store (self, symbol, everything->first_error == NULL ? &everything->first_error : NULL);
      else
        g_ptr_array_add (slow, (char *) symbol);
    }

  if (slow->len == 0)
    {
      return_everything (task);
      return;
    }

  for (guint i = 0; i < slow->len; i++)
    {
      Part *part = g_new0 (Part, 1);

      part->task = g_object_ref (task);
      part->total = (goffset) get_size (self, g_ptr_array_index (slow, i));
      g_ptr_array_add (everything->parts, part);
    }
  for (guint i = 0; i < slow->len; i++)
    gloss_notebook_get_store_async (self, g_ptr_array_index (slow, i), cancellable, part_progress_cb,
                                    g_ptr_array_index (everything->parts, i), part_opened_cb,
                                    g_ptr_array_index (everything->parts, i));
}

gboolean
gloss_notebook_open_all_finish (GlossNotebook  *self,
                                GAsyncResult   *result,
                                GError        **error)
{
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
