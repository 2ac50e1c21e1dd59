/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-window"

#include "config.h"

#include "ui/gloss-window-private.h"

#include <glib/gi18n.h>

#include "import/gloss-import-format.h"
#include "ui/gloss-import-dialog.h"
#include "ui/gloss-note-changes.h"

/* Files that are opened, whichever way they come: from the command line, the file manager, a chooser
 * or by being dropped. */

/* What the files are. */
typedef struct
{
  GPtrArray *files;     /* element-type GFile: all of them */
  GPtrArray *notes;     /* element-type GFile */
  GPtrArray *documents; /* element-type GlossDocument */
  GPtrArray *uris;      /* element-type utf8: of the documents */
  GPtrArray *errors;    /* element-type GError: of what is neither */
} Opening;

static void
free_error (gpointer error)
{
  g_error_free (error);
}

static Opening *
opening_new (GPtrArray *files)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (opening->files, g_object_ref (g_ptr_array_index (files, i)));
  opening->notes = g_ptr_array_new_with_free_func (g_object_unref);
  opening->documents = g_ptr_array_new_with_free_func (g_object_unref);
  opening->uris = g_ptr_array_new_with_free_func (g_free);
  opening->errors = g_ptr_array_new_with_free_func (free_error);

  return opening;
}

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_ptr_array_unref (opening->files);
  g_ptr_array_unref (opening->notes);
  g_ptr_array_unref (opening->documents);
  g_ptr_array_unref (opening->uris);
  g_ptr_array_unref (opening->errors);
  g_free (opening);
}

static gboolean
is_notes (GFile        *file,
          GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = gloss_import_file_load (file, cancellable, NULL);
  g_autofree char *name = g_file_get_basename (file);
  const char *data;
  gsize length;

  /* What can't be read at all, the reader of documents tells why. */
  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &length);
  return gloss_import_is_notes (name != NULL ? name : "", data != NULL ? data : "", length);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Opening *opening = task_data;

  for (guint i = 0; i < opening->files->len; i++)
    {
      GFile *file = g_ptr_array_index (opening->files, i);
      GError *error = NULL;
      GlossDocument *document;

      if (is_notes (file, cancellable))
        {
          g_ptr_array_add (opening->notes, g_object_ref (file));
          continue;
        }

      document = gloss_document_read_file (file, cancellable, &error);
      if (document != NULL)
        {
          g_ptr_array_add (opening->documents, document);
          g_ptr_array_add (opening->uris, g_file_get_uri (file));
        }
      else
        g_ptr_array_add (opening->errors, error);
    }

  g_task_return_boolean (task, TRUE);
}

static void
undo_cb (GlossWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!gloss_note_changes_undo (gloss_note_changes_get (self->notebook), &error))
    {
      AdwToast *toast = adw_toast_new (error->message);

      adw_toast_set_use_markup (toast, FALSE);
      gloss_window_add_toast (self, toast);
    }
}

/* An offer to undo says nothing true any more once something else changed. */
static void
changes_changed_cb (AdwToast         *toast,
                    GlossNoteChanges *changes)
{
  if (g_strcmp0 (adw_toast_get_title (toast), gloss_note_changes_get_undo_label (changes)) != 0)
    adw_toast_dismiss (toast);
}

static void
imported_cb (GlossWindow *self,
             const char  *title)
{
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gloss_note_changes_get (self->notebook), "changed", G_CALLBACK (changes_changed_cb), toast,
                           G_CONNECT_SWAPPED);
  gloss_window_add_toast (self, toast);
}

static void
import_files (GlossWindow *self,
              GPtrArray   *files)
{
  GlossImportDialog *dialog;

  /* What is being written counts among what is there. */
  gloss_window_commit (self);
  dialog = gloss_import_dialog_new (self->library, self->notebook, files);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* One sentence for each file, all in one dialog. */
static void
report_errors (GlossWindow *self,
               GPtrArray   *errors)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) all = NULL;

  if (errors->len == 0)
    return;

  for (guint i = 0; i < errors->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", ((GError *) g_ptr_array_index (errors, i))->message);
  all = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, text->str);
  gloss_window_report (self, all);
}

/* Where there are several, each has a window. */
static void
show_documents (GlossWindow *self,
                GPtrArray   *documents,
                GPtrArray   *uris)
{
  for (guint i = 0; i < documents->len; i++)
    {
      GlossWindow *window = self;

      if (i > 0)
        window = gloss_window_new (GLOSS_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gloss_window_show_document (window, g_ptr_array_index (documents, i), g_ptr_array_index (uris, i), NULL);
      if (i > 0)
        gtk_window_present (GTK_WINDOW (window));
    }
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GlossWindow *self = GLOSS_WINDOW (source);
  Opening *opening = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;

  show_documents (self, opening->documents, opening->uris);
  report_errors (self, opening->errors);
  gloss_window_ensure_document (self);
  if (opening->notes->len > 0)
    import_files (self, opening->notes);
}

void
gloss_window_open_files (GlossWindow *self,
                         GPtrArray   *files)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GLOSS_IS_WINDOW (self));
  g_return_if_fail (files != NULL);

  task = g_task_new (self, self->cancellable, opened_cb, NULL);
  g_task_set_source_tag (task, gloss_window_open_files);
  g_task_set_task_data (task, opening_new (files), opening_free);
  g_task_run_in_thread (task, open_thread);
}

/* (transfer full) */
static GPtrArray *
list_to_array (GListModel *list)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (files, g_list_model_get_item (list, i));

  return files;
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GlossWindow) self = user_data;
  g_autoptr (GListModel) list = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GPtrArray) files = NULL;

  if (list == NULL || self->notebook == NULL)
    return;

  /* Whatever was chosen here is meant as notes; a document is refused by name. */
  files = list_to_array (list);
  import_files (self, files);
}

void
gloss_window_import_notes (GlossWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) notes = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (notes, _("Notes"));
  gtk_file_filter_add_suffix (notes, "json");
  gtk_file_filter_add_suffix (notes, "jsonld");
  gtk_file_filter_add_suffix (notes, "annotation");
  gtk_file_filter_add_mime_type (notes, "application/json");
  gtk_file_filter_add_mime_type (notes, "application/ld+json");
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, notes);
  g_list_store_append (filters, all);

  gtk_file_dialog_set_title (dialog, _("Import Notes"));
  gtk_file_dialog_set_accept_label (dialog, _("_Open"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), self->cancellable, files_chosen_cb, g_object_ref (self));
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GlossWindow   *self)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);

  gloss_window_open_files (self, files);
  return TRUE;
}

void
gloss_window_accept_drops (GlossWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
