/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export-dialog"

#include "config.h"

#include "ui/gloss-export-dialog-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-print-job.h"
#include "ui/gloss-window.h"
#include "ui/gloss-writing.h"

/* The way of an export to the disk: choosing a file, writing it on a thread, and saying how that
 * went. */

static void
failure_response_cb (GlossExportDialog *self,
                     const char        *response)
{
  if (g_str_equal (response, "retry"))
    gloss_export_dialog_save (self, self->file);
  else if (g_str_equal (response, "elsewhere"))
    gloss_export_dialog_choose_file (self);
}

/* The error names the file. */
static void
show_failure (GlossExportDialog *self,
              const GError      *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_("File Not Saved"), error->message);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (alert),
                                  "cancel", _("_Cancel"),
                                  "elsewhere", _("Save _Elsewhere…"),
                                  "retry", _("_Retry"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (alert), "retry", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (alert), "retry");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (alert), "cancel");
  g_signal_connect_object (alert, "response", G_CALLBACK (failure_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
show_success (GlossExportDialog *self,
              GFile             *file)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base_name);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_("Saved as “%s”"), name);

  if (GLOSS_IS_WINDOW (root))
    {
      AdwToast *toast = adw_toast_new (title);

      adw_toast_set_use_markup (toast, FALSE);
      gloss_window_add_toast (GLOSS_WINDOW (root), toast);
    }

  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GFile *file = g_object_get_data (G_OBJECT (task), "file");

  if (gloss_export_save (file, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  GlossExportDialog *self = GLOSS_EXPORT_DIALOG (object);
  GFile *file = g_object_get_data (G_OBJECT (result), "file");
  g_autoptr (GError) error = NULL;

  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", TRUE);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    show_success (self, file);
  else
    show_failure (self, error);
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GlossExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);

  if (file != NULL)
    gloss_export_dialog_save (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_("No file could be chosen")));
}

void
gloss_export_dialog_choose_file (GlossExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = gloss_export_dialog_dup_file_name (self);
  const GlossExportDialogFormat *format = gloss_export_dialog_peek_format (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_filter_set_name (filter, format->label);
  gtk_file_filter_add_suffix (filter, format->suffix);
  g_list_store_append (filters, filter);

  gtk_file_dialog_set_title (dialog, adw_dialog_get_title (ADW_DIALOG (self)));
  gtk_file_dialog_set_accept_label (dialog, _("_Save"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, file_chosen_cb, g_object_ref (self));
}

static void
run_in_thread (GTask  *task,
               GBytes *content)
{
  g_task_set_task_data (task, content, (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, save_thread);
}

static void
printed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GBytes *content = gloss_print_job_export_pdf_finish (result, &error);

  if (content != NULL)
    run_in_thread (task, content);
  else
    g_task_return_error (task, error);
}

void
gloss_export_dialog_save (GlossExportDialog *self,
                          GFile             *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GLOSS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->text != NULL);

  g_set_object (&self->file, file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);

  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_source_tag (task, gloss_export_dialog_save);
  gloss_writing_watch (task);
  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (file), g_object_unref);
  if (gloss_export_dialog_peek_format (self)->printed)
    gloss_print_job_export_pdf_async (gloss_export_dialog_create_printout (self), printed_cb, g_steal_pointer (&task));
  else
    run_in_thread (task, gloss_export_dialog_dup_content (self));
}
