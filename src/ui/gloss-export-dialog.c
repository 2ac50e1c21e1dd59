/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export-dialog"

#include "config.h"

#include "ui/gloss-export-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "ui/gloss-window.h"

/* Bytes that the preview shows. Enough to judge a format by, and little enough to be laid out
 * while nobody waits. */
#define MAX_PREVIEW_BYTES (64 * 1024)

struct _GlossExportDialog
{
  AdwDialog         parent_instance;

  AdwToastOverlay  *toast_overlay;
  GtkWidget        *save_button;
  GtkStack         *stack;
  AdwStatusPage    *empty_page;
  AdwComboRow      *format_row;
  GtkLabel         *extent_label;
  GtkTextView      *preview;

  GPtrArray        *annotations;
  GlossLibrary     *library;
  GPtrArray        *documents;
  GlossComparison  *comparison; /* either this or the annotations */
  char             *text;       /* the whole file, in the chosen format, or what is in it */
  GFile            *file;       /* where it was tried to be written */
};

G_DEFINE_FINAL_TYPE (GlossExportDialog, gloss_export_dialog, ADW_TYPE_DIALOG)

static void
choose_file (GlossExportDialog *self);

static gboolean
is_empty (GlossExportDialog *self)
{
  return self->comparison != NULL ? gloss_comparison_get_n_rows (self->comparison) == 0
                                  : self->annotations->len == 0;
}

static guint
count_lines (const char *text)
{
  guint n_lines = 0;

  for (const char *end = text; *end != '\0'; n_lines++)
    {
      end += strcspn (end, "\n");
      if (*end == '\n')
        end++;
    }

  return n_lines;
}

/* How much of @text the preview shows: whole lines where there are any, else whole characters. */
static gsize
measure_preview (const char *text,
                 gsize       length)
{
  const char *end;

  if (length <= MAX_PREVIEW_BYTES)
    return length;

  end = g_strrstr_len (text, MAX_PREVIEW_BYTES, "\n");
  if (end != NULL)
    return end + 1 - text;

  return g_utf8_find_prev_char (text, text + MAX_PREVIEW_BYTES + 1) - text;
}

static void
update_preview (GlossExportDialog *self)
{
  GlossExportFormat format = gloss_export_dialog_get_format (self);
  g_autofree char *label = NULL;
  g_autofree char *extent = NULL;
  g_autofree char *size = NULL;
  gsize length;
  gsize shown;
  guint n_lines;

  g_clear_pointer (&self->text, g_free);
  if (is_empty (self))
    return;

  if (self->comparison != NULL)
    self->text = gloss_export_comparison (self->comparison, format);
  else
    self->text = gloss_export_notes (self->annotations, self->library, self->documents, format);

  length = strlen (self->text);
  shown = measure_preview (self->text, length);
  size = g_format_size (length);
  n_lines = count_lines (self->text);

  if (shown == length)
    /* Translators: how large the file will be: "120 lines, 4.5 kB" */
    extent = g_strdup_printf (ngettext ("%u line, %s", "%u lines, %s", n_lines), n_lines, size);
  else
    /* Translators: how large the file will be, and that not all of it is shown */
    extent = g_strdup_printf (ngettext ("%u line, %s. Only the beginning is shown here.",
                                        "%u lines, %s. Only the beginning is shown here.", n_lines),
                              n_lines, size);

  if (gloss_export_format_is_binary (format))
    /* Translators: %s tells how much text it is: "120 lines, 4.5 kB" */
    label = g_strdup_printf (_("The file itself is no plain text. Here is what will be in it: %s"), extent);
  else
    label = g_steal_pointer (&extent);

  gtk_label_set_label (self->extent_label, label);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->preview), self->text, shown);
}

static void
format_chosen_cb (GlossExportDialog *self)
{
  if (self->comparison != NULL || self->annotations != NULL)
    update_preview (self);
}

/* Saving */

static void
failure_response_cb (GlossExportDialog *self,
                     const char        *response)
{
  if (g_str_equal (response, "retry"))
    gloss_export_dialog_save (self, self->file);
  else if (g_str_equal (response, "elsewhere"))
    choose_file (self);
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

static void
choose_file (GlossExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = gloss_export_dialog_dup_file_name (self);
  GlossExportFormat format = gloss_export_dialog_get_format (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_filter_set_name (filter, gloss_export_format_get_label (format));
  gtk_file_filter_add_suffix (filter, gloss_export_format_get_suffix (format));
  g_list_store_append (filters, filter);

  gtk_file_dialog_set_title (dialog, adw_dialog_get_title (ADW_DIALOG (self)));
  gtk_file_dialog_set_accept_label (dialog, _("_Save"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, file_chosen_cb, g_object_ref (self));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  choose_file (GLOSS_EXPORT_DIALOG (widget));
}

/* A byte order mark is for files. */
static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossExportDialog *self = GLOSS_EXPORT_DIALOG (widget);
  const char *text = self->text;

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += strlen ("\xef\xbb\xbf");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_("Copied")));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
gloss_export_dialog_dispose (GObject *object)
{
  GlossExportDialog *self = GLOSS_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_EXPORT_DIALOG);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->comparison);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (gloss_export_dialog_parent_class)->dispose (object);
}

static void
gloss_export_dialog_finalize (GObject *object)
{
  GlossExportDialog *self = GLOSS_EXPORT_DIALOG (object);

  g_free (self->text);

  G_OBJECT_CLASS (gloss_export_dialog_parent_class)->finalize (object);
}

static void
gloss_export_dialog_class_init (GlossExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_export_dialog_dispose;
  object_class->finalize = gloss_export_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, empty_page);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, extent_label);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, format_chosen_cb);

  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
}

static void
gloss_export_dialog_init (GlossExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* With the first @n_formats to choose from. */
static GlossExportDialog *
create (const char *title,
        guint       n_formats)
{
  GlossExportDialog *self = g_object_new (GLOSS_TYPE_EXPORT_DIALOG, "title", title, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (GlossExportFormat format = 0; format < n_formats; format++)
    gtk_string_list_append (labels, gloss_export_format_get_label (format));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (labels));

  return self;
}

static void
begin (GlossExportDialog *self)
{
  gboolean empty = is_empty (self);

  update_preview (self);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "preview");
  gtk_widget_set_visible (self->save_button, !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.copy", !empty);
  if (!empty)
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->format_row));
}

GlossExportDialog *
gloss_export_dialog_new_for_notes (GPtrArray    *annotations,
                                   GlossLibrary *library,
                                   GPtrArray    *documents)
{
  GlossExportDialog *self;

  g_return_val_if_fail (annotations != NULL, NULL);
  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);

  self = create (_("Export Notes"), GLOSS_N_EXPORT_FORMATS);
  self->annotations = g_ptr_array_ref (annotations);
  self->library = g_object_ref (library);
  self->documents = documents != NULL ? g_ptr_array_ref (documents) : NULL;
  adw_status_page_set_description (self->empty_page, _("There are no notes here."));
  begin (self);

  return self;
}

GlossExportDialog *
gloss_export_dialog_new_for_comparison (GlossComparison *comparison)
{
  GlossExportDialog *self;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);

  self = create (_("Export Comparison"), GLOSS_N_COMPARISON_FORMATS);
  self->comparison = g_object_ref (comparison);
  adw_status_page_set_description (self->empty_page, _("Both documents are empty."));
  begin (self);

  return self;
}

GlossExportFormat
gloss_export_dialog_get_format (GlossExportDialog *self)
{
  g_return_val_if_fail (GLOSS_IS_EXPORT_DIALOG (self), 0);

  return adw_combo_row_get_selected (self->format_row);
}

void
gloss_export_dialog_set_format (GlossExportDialog *self,
                                GlossExportFormat  format)
{
  g_return_if_fail (GLOSS_IS_EXPORT_DIALOG (self));
  g_return_if_fail ((guint) format < g_list_model_get_n_items (adw_combo_row_get_model (self->format_row)));

  adw_combo_row_set_selected (self->format_row, format);
}

/* The symbol of the document on which all notes are, or NULL where they are on several. */
static const char *
find_only_symbol (GPtrArray *annotations)
{
  const char *only = NULL;

  for (guint i = 0; i < annotations->len; i++)
    {
      GlossAnchor *anchor = gloss_annotation_get_anchor (g_ptr_array_index (annotations, i));
      const char *symbol = gloss_anchor_get_data (anchor)->symbol;

      if (symbol == NULL || *symbol == '\0' || (only != NULL && !g_str_equal (symbol, only)))
        return NULL;
      only = symbol;
    }

  return only;
}

char *
gloss_export_dialog_dup_file_name (GlossExportDialog *self)
{
  g_autofree char *stem = NULL;
  const char *symbol;

  g_return_val_if_fail (GLOSS_IS_EXPORT_DIALOG (self), NULL);

  if (self->comparison != NULL)
    {
      GlossDocument *old_document = gloss_comparison_get_old_document (self->comparison);
      GlossDocument *new_document = gloss_comparison_get_new_document (self->comparison);
      gboolean same = gloss_document_same_work (old_document, new_document);

      /* Translators: the name of a file, from the symbols of two documents */
      stem = g_strdup_printf (_("%s compared with %s"),
                              same ? gloss_document_get_name (old_document) : gloss_document_get_symbol (old_document),
                              same ? gloss_document_get_name (new_document) : gloss_document_get_symbol (new_document));
    }
  else
    {
      symbol = find_only_symbol (self->annotations);
      /* Translators: the name of a file, from the symbol of a document */
      stem = symbol != NULL ? g_strdup_printf (_("%s notes"), symbol) : g_strdup (_("Notes"));
    }

  /* Signs that some file system does not take. */
  g_strdelimit (stem, "/\\:*?\"<>|\n\t", '-');

  return g_strconcat (stem, ".", gloss_export_format_get_suffix (gloss_export_dialog_get_format (self)), NULL);
}

static GBytes *
make_content (GlossExportDialog *self)
{
  GlossExportFormat format = gloss_export_dialog_get_format (self);

  if (self->comparison != NULL)
    return gloss_export_comparison_bytes (self->comparison, format);

  if (gloss_export_format_is_binary (format))
    return gloss_export_notes_bytes (self->annotations, self->library, self->documents, format);

  return g_bytes_new (self->text, strlen (self->text));
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
  g_task_set_task_data (task, make_content (self), (GDestroyNotify) g_bytes_unref);
  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, save_thread);
}
