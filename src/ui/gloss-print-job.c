/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-print"

#include "config.h"

#include "ui/gloss-print-job.h"

#include <adwaita.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "export/gloss-exporter.h"
#include "ui/gloss-print-pages.h"

#define PAGE_MARGIN_MM 18.0

/* Blocks that are laid out between two turns of the main loop. */
#define BLOCKS_AT_ONCE 64

/* What the reader chose for the last print, for the next one. */
static GtkPrintSettings *last_settings;
static GtkPageSetup *last_page_setup;

typedef struct
{
  GlossPrintout   *printout;
  GlossPrintPages *pages;
  GTask           *task; /* (nullable): a PDF is made */
  char            *path; /* where it is made */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->pages, gloss_print_pages_free);
  gloss_printout_free (job->printout);
  g_clear_object (&job->task);
  if (job->path != NULL)
    g_unlink (job->path);
  g_free (job->path);
  g_free (job);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Job               *job)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  pango_context_set_base_dir (pango, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  g_clear_pointer (&job->pages, gloss_print_pages_free);
  job->pages = gloss_print_pages_new (job->printout, pango, gtk_print_context_get_width (context),
                                      gtk_print_context_get_height (context));
  g_object_unref (pango);
}

static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Job               *job)
{
  if (!gloss_print_pages_lay_out (job->pages, BLOCKS_AT_ONCE))
    return FALSE;

  gtk_print_operation_set_n_pages (operation, gloss_print_pages_get_n_pages (job->pages));
  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  gloss_print_pages_draw (job->pages, page, gtk_print_context_get_cairo_context (context));
}

static GtkPageSetup *
create_page_setup (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_top_margin (setup, PAGE_MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, PAGE_MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, PAGE_MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, PAGE_MARGIN_MM, GTK_UNIT_MM);

  return setup;
}

/* A file that is printed into is named by what is printed, and stands where documents do; GTK would
 * call it "output" and put it wherever the program was started. */
static GtkPrintSettings *
create_settings (const char *title)
{
  GtkPrintSettings *settings = last_settings != NULL ? gtk_print_settings_copy (last_settings) : gtk_print_settings_new ();
  g_autofree char *name = gloss_export_dup_file_name (title);
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  if (!gtk_print_settings_has_key (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR))
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder != NULL ? folder : g_get_home_dir ());

  return settings;
}

/* @job belongs to the operation from here on. */
static GtkPrintOperation *
create_operation (Job *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = create_settings (gloss_printout_get_title (job->printout));

  if (last_page_setup == NULL)
    last_page_setup = create_page_setup ();

  gtk_print_operation_set_default_page_setup (operation, last_page_setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_job_name (operation, gloss_printout_get_title (job->printout));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);

  g_object_set_data_full (G_OBJECT (operation), "gloss-print-job", job, job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);

  return operation;
}

/* Printing */

static void
show_failure (GtkWindow    *parent,
              const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_("Not Printed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _("_Close"));
  adw_dialog_present (alert, parent != NULL ? GTK_WIDGET (parent) : NULL);
}

static void
printed_cb (GtkPrintOperation      *operation,
            GtkPrintOperationResult result,
            gpointer                user_data)
{
  GWeakRef *parent = user_data;
  g_autoptr (GtkWindow) window = g_weak_ref_get (parent);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      g_set_object (&last_settings, gtk_print_operation_get_print_settings (operation));
      g_set_object (&last_page_setup, gtk_print_operation_get_default_page_setup (operation));
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      show_failure (window, error);
    }
}

static void
free_weak_ref (gpointer  data,
               GClosure *closure)
{
  g_weak_ref_clear (data);
  g_free (data);
}

void
gloss_print_job_run (GlossPrintout *printout,
                     GtkWindow     *parent)
{
  Job *job = g_new0 (Job, 1);
  GWeakRef *weak_parent = g_new0 (GWeakRef, 1);
  g_autoptr (GtkPrintOperation) operation = NULL;

  job->printout = printout;
  operation = create_operation (job);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);

  /* "done" comes in any case, and with the error. */
  g_weak_ref_init (weak_parent, parent);
  g_signal_connect_data (operation, "done", G_CALLBACK (printed_cb), weak_parent, free_weak_ref, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

/* PDF */

static void
exported_cb (GtkPrintOperation      *operation,
             GtkPrintOperationResult result,
             Job                    *job)
{
  g_autoptr (GTask) task = g_steal_pointer (&job->task);
  GError *error = NULL;
  char *content;
  gsize length;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  else if (result == GTK_PRINT_OPERATION_RESULT_CANCEL)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The file was not made."));
  else if (g_file_get_contents (job->path, &content, &length, &error))
    {
      g_task_return_pointer (task, g_bytes_new_take (content, length), (GDestroyNotify) g_bytes_unref);
      return;
    }

  g_task_return_error (task, error);
}

/* GTK writes a PDF to a path; the file that the reader chose may have none, and is replaced only
 * when the PDF is whole. */
static char *
create_temporary (GError **error)
{
  char *path = NULL;
  int fd = g_file_open_tmp ("glossator-XXXXXX.pdf", &path, error);

  if (fd < 0)
    return NULL;

  g_close (fd, NULL);
  return path;
}

void
gloss_print_job_export_pdf_async (GlossPrintout      *printout,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GtkPrintOperation) operation = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, gloss_print_job_export_pdf_async);
  job->printout = printout;
  operation = create_operation (job);
  job->path = create_temporary (&error);
  if (job->path == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  job->task = g_object_ref (task);
  gtk_print_operation_set_export_filename (operation, job->path);
  g_signal_connect (operation, "done", G_CALLBACK (exported_cb), job);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
}

GBytes *
gloss_print_job_export_pdf_finish (GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
