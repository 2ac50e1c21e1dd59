/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export-dialog"

#include "config.h"

#include "ui/gloss-export-dialog-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/gloss-export-comparison.h"
#include "export/gloss-export-departures.h"
#include "ui/gloss-print-comparison.h"
#include "ui/gloss-toast.h"

/* Bytes that the preview shows. Enough to judge a format by, and little enough to be laid out
 * while nobody waits. */
#define MAX_PREVIEW_BYTES (64 * 1024)

G_DEFINE_FINAL_TYPE (GlossExportDialog, gloss_export_dialog, ADW_TYPE_DIALOG)

/* (transfer none) (nullable) (element-type GlossAnnotation): the notes that are to be exported. */
static GPtrArray *
get_annotations (GlossExportDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->choice_row);

  return chosen < self->choices->len ? g_ptr_array_index (self->choices, chosen) : NULL;
}

static GlossExportOptions
get_options (GlossExportDialog *self)
{
  return (GlossExportOptions) {
    .library = self->library,
    .documents = self->documents,
    .order = gloss_export_dialog_get_order (self),
  };
}

const GlossExportDialogFormat *
gloss_export_dialog_peek_format (GlossExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);

  return &g_array_index (self->formats, GlossExportDialogFormat, selected < self->formats->len ? selected : 0);
}

/* TRUE where notes may be with the comparison, in the format that is chosen. */
static gboolean
can_have_notes (GlossExportDialog *self)
{
  const GlossExportDialogFormat *format = gloss_export_dialog_peek_format (self);

  return self->comparison != NULL && self->choices->len > 0 &&
         (format->printed || gloss_export_format_has_departures (format->format));
}

/* TRUE where the comparison may be in one column or in two. */
static gboolean
has_layout (GlossExportDialog *self)
{
  const GlossExportDialogFormat *format = gloss_export_dialog_peek_format (self);

  return self->comparison != NULL && (format->printed || format->format == GLOSS_EXPORT_HTML);
}

static GlossExportLayout
get_layout (GlossExportDialog *self)
{
  return adw_combo_row_get_selected (self->layout_row);
}

/* (transfer full): the comparison as text, with the notes that are wanted. */
static char *
export_comparison (GlossExportDialog *self)
{
  const GlossExportDialogFormat *format = gloss_export_dialog_peek_format (self);
  GPtrArray *annotations = can_have_notes (self) ? get_annotations (self) : NULL;

  if (annotations != NULL && annotations->len == 0)
    annotations = NULL;
  if (!format->printed && (annotations != NULL || has_layout (self)))
    return gloss_export_departures (self->comparison, annotations, format->format, get_layout (self));

  return gloss_export_comparison (self->comparison, format->format);
}

static gboolean
is_empty (GlossExportDialog *self)
{
  GPtrArray *annotations = get_annotations (self);

  if (self->comparison != NULL)
    return gloss_comparison_get_n_rows (self->comparison) == 0;

  return annotations == NULL || annotations->len == 0;
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
  GlossExportOptions options = get_options (self);
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
    self->text = export_comparison (self);
  else
    self->text = gloss_export_notes (get_annotations (self), &options, format);

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

  if (gloss_export_format_is_binary (format) || gloss_export_dialog_peek_format (self)->printed)
    /* Translators: %s tells how much text it is: "120 lines, 4.5 kB" */
    label = g_strdup_printf (_("The file itself is no plain text. Here is what will be in it: %s"), extent);
  else
    label = g_steal_pointer (&extent);

  gtk_label_set_label (self->extent_label, label);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->preview), self->text, shown);
}

/* Shows what can be chosen, and what of it is. */
static void
update (GlossExportDialog *self)
{
  gboolean empty = is_empty (self);
  gboolean has_order = gloss_export_format_has_order (gloss_export_dialog_get_format (self));

  gtk_widget_set_visible (GTK_WIDGET (self->choice_row),
                          self->comparison != NULL ? can_have_notes (self) : self->choices->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->order_row), self->comparison == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->layout_row), has_layout (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->order_row), has_order);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->order_row),
                               has_order ? "" : _("In a Word document, notes stand on the text"));

  update_preview (self);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "preview");
  gtk_widget_set_visible (self->save_button, !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.copy", !empty);
}

static void
chosen_cb (GlossExportDialog *self)
{
  if (self->comparison != NULL || self->choices->len > 0)
    update (self);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gloss_export_dialog_choose_file (GLOSS_EXPORT_DIALOG (widget));
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
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->formats, g_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, choice_row);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, order_row);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, layout_row);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, extent_label);
  gtk_widget_class_bind_template_child (widget_class, GlossExportDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);

  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel_action);
}

static void
gloss_export_dialog_init (GlossExportDialog *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) orders = gtk_string_list_new (NULL);

  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->formats = g_array_new (FALSE, FALSE, sizeof (GlossExportDialogFormat));
  gtk_widget_init_template (GTK_WIDGET (self));
  gloss_toast_wrap (self->toast_overlay);

  for (GlossExportOrder order = 0; order < GLOSS_N_EXPORT_ORDERS; order++)
    gtk_string_list_append (orders, gloss_export_order_get_label (order));
  adw_combo_row_set_model (self->order_row, G_LIST_MODEL (orders));
  adw_combo_row_set_model (self->choice_row, G_LIST_MODEL (choices));
}

static void
add_format (GlossExportDialog *self,
            GtkStringList     *labels,
            GlossExportFormat  format,
            const char        *label,
            const char        *suffix,
            gboolean           printed)
{
  const GlossExportDialogFormat added = { format, label, suffix, printed };

  g_array_append_val (self->formats, added);
  gtk_string_list_append (labels, label);
}

/* With the first @n_formats of the core to choose from; and, where it is printed, PDF. */
static GlossExportDialog *
create (const char *title,
        guint       n_formats,
        gboolean    printed)
{
  GlossExportDialog *self = g_object_new (GLOSS_TYPE_EXPORT_DIALOG, "title", title, NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (GlossExportFormat format = 0; format < n_formats; format++)
    add_format (self, labels, format, gloss_export_format_get_label (format), gloss_export_format_get_suffix (format),
                FALSE);
  if (printed)
    add_format (self, labels, GLOSS_EXPORT_TEXT, _("PDF"), "pdf", TRUE);
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (labels));

  return self;
}

GlossExportDialog *
gloss_export_dialog_new_for_notes (GPtrArray    *annotations,
                                   GlossLibrary *library,
                                   GPtrArray    *documents)
{
  GlossExportDialog *self;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);

  self = create (_("Export Notes"), GLOSS_N_EXPORT_FORMATS, FALSE);
  self->library = g_object_ref (library);
  self->documents = documents != NULL ? g_ptr_array_ref (documents) : NULL;
  adw_status_page_set_description (self->empty_page, _("There are no notes here."));
  if (annotations != NULL)
    gloss_export_dialog_add_choice (self, "", annotations);

  return self;
}

GlossExportDialog *
gloss_export_dialog_new_for_comparison (GlossComparison *comparison)
{
  GlossExportDialog *self;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);

  self = create (_("Export Comparison"), GLOSS_N_COMPARISON_FORMATS, TRUE);
  self->comparison = g_object_ref (comparison);
  adw_status_page_set_description (self->empty_page, _("Both documents are empty."));
  update (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->format_row));

  return self;
}

void
gloss_export_dialog_set_departures (GlossExportDialog *self,
                                    GPtrArray         *annotations)
{
  GtkStringList *labels;

  g_return_if_fail (GLOSS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (self->comparison != NULL);
  g_return_if_fail (annotations != NULL);

  if (annotations->len == 0)
    return;

  labels = GTK_STRING_LIST (adw_combo_row_get_model (self->choice_row));
  g_ptr_array_add (self->choices, g_ptr_array_ref (annotations));
  g_ptr_array_add (self->choices, g_ptr_array_new ());
  gtk_string_list_append (labels, _("With notes and tags"));
  gtk_string_list_append (labels, _("Without notes"));
  adw_combo_row_set_selected (self->layout_row, GLOSS_EXPORT_COLUMNS);
  update (self);
}

void
gloss_export_dialog_add_choice (GlossExportDialog *self,
                                const char        *label,
                                GPtrArray         *annotations)
{
  g_return_if_fail (GLOSS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (self->comparison == NULL);
  g_return_if_fail (annotations != NULL);

  g_ptr_array_add (self->choices, g_ptr_array_ref (annotations));
  gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (self->choice_row)), label);
  if (self->choices->len > 1)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->choice_row), TRUE);
      return;
    }

  update (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->format_row));
}

GlossExportOrder
gloss_export_dialog_get_order (GlossExportDialog *self)
{
  g_return_val_if_fail (GLOSS_IS_EXPORT_DIALOG (self), 0);

  return adw_combo_row_get_selected (self->order_row);
}

void
gloss_export_dialog_set_order (GlossExportDialog *self,
                               GlossExportOrder   order)
{
  g_return_if_fail (GLOSS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (order < GLOSS_N_EXPORT_ORDERS);

  adw_combo_row_set_selected (self->order_row, order);
}

GlossExportFormat
gloss_export_dialog_get_format (GlossExportDialog *self)
{
  g_return_val_if_fail (GLOSS_IS_EXPORT_DIALOG (self), 0);

  return gloss_export_dialog_peek_format (self)->format;
}

void
gloss_export_dialog_set_format (GlossExportDialog *self,
                                GlossExportFormat  format)
{
  g_return_if_fail (GLOSS_IS_EXPORT_DIALOG (self));
  g_return_if_fail (format < self->formats->len);

  /* Those of the core come first, in their order. */
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
  g_autofree char *title = NULL;
  g_autofree char *stem = NULL;
  const char *symbol;

  g_return_val_if_fail (GLOSS_IS_EXPORT_DIALOG (self), NULL);

  if (self->comparison != NULL)
    title = gloss_export_comparison_dup_title (self->comparison);
  else
    {
      symbol = find_only_symbol (get_annotations (self));
      /* Translators: the name of a file, from the symbol of a document */
      title = symbol != NULL ? g_strdup_printf (_("%s notes"), symbol) : g_strdup (_("Notes"));
    }

  stem = gloss_export_dup_file_name (title);
  return g_strconcat (stem, ".", gloss_export_dialog_peek_format (self)->suffix, NULL);
}

GlossPrintout *
gloss_export_dialog_create_printout (GlossExportDialog *self)
{
  return gloss_print_comparison (self->comparison, can_have_notes (self) ? get_annotations (self) : NULL,
                                 get_layout (self) == GLOSS_EXPORT_REDLINE ? GLOSS_PRINT_REDLINE
                                                                           : GLOSS_PRINT_SIDE_BY_SIDE);
}

GBytes *
gloss_export_dialog_dup_content (GlossExportDialog *self)
{
  GlossExportFormat format = gloss_export_dialog_get_format (self);
  GlossExportOptions options = get_options (self);

  if (self->comparison != NULL && gloss_export_format_is_binary (format))
    return gloss_export_comparison_bytes (self->comparison, format);

  if (gloss_export_format_is_binary (format))
    return gloss_export_notes_bytes (get_annotations (self), &options, format);

  return g_bytes_new (self->text, strlen (self->text));
}
