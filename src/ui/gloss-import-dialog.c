/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-import-dialog"

#include "config.h"

#include "ui/gloss-import-dialog.h"

#include <glib/gi18n.h>

#include "import/gloss-import-reading.h"
#include "import/gloss-import-summary.h"
#include "ui/gloss-note-changes.h"

/* Rows of one group. Nobody reads more, and each costs time. */
#define MAX_ROWS 100

struct _GlossImportDialog
{
  AdwDialog            parent_instance;

  GtkStack            *stack;
  GtkProgressBar      *progress_bar;
  AdwPreferencesGroup *counts_group;
  AdwPreferencesGroup *refused_group;
  AdwPreferencesGroup *documents_group;
  AdwPreferencesGroup *places_group;

  GlossNotebook       *notebook;
  GlossImportPlan     *plan;
  GPtrArray           *files;       /* element-type GFile */
  GCancellable        *cancellable; /* of the reading */
};

G_DEFINE_FINAL_TYPE (GlossImportDialog, gloss_import_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         gboolean             is_property)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (is_property)
    gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

/* What is not listed is counted. */
static void
add_rest (AdwPreferencesGroup *group,
          guint                n_rows)
{
  guint n_rest = n_rows > MAX_ROWS ? n_rows - MAX_ROWS : 0;
  g_autofree char *title = NULL;

  if (n_rest == 0)
    return;

  /* Translators: below a list: how many more there are that it does not show. */
  title = g_strdup_printf (ngettext ("And %u more", "And %u more", n_rest), n_rest);
  add_row (group, title, NULL, FALSE);
}

static void
add_count (GlossImportDialog *self,
           const char        *title,
           guint              n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (n > 0)
    add_row (self->counts_group, title, number, TRUE);
}

static void
show_counts (GlossImportDialog       *self,
             const GlossImportCounts *counts)
{
  guint n = counts->n_new + counts->n_updates;
  g_autofree char *title = NULL;

  if (n > 0)
    title = g_strdup_printf (ngettext ("%u note will come in", "%u notes will come in", n), n);
  else
    title = g_strdup (_("No notes will come in"));
  adw_preferences_group_set_title (self->counts_group, title);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  add_count (self, _("New"), counts->n_new);
  add_count (self, _("Later versions of notes that are there"), counts->n_updates);
  add_count (self, _("Already there"), counts->n_duplicates);
  add_count (self, _("In place"), counts->n_placed);
  add_count (self, _("On changed wording"), counts->n_changed);
  add_count (self, _("To be placed"), counts->n_ambiguous);
  add_count (self, _("Place not found"), counts->n_not_found);
  add_count (self, _("Not in the files, only their addresses"), counts->n_elsewhere);
}

static void
show_documents (GlossImportDialog *self)
{
  g_autoptr (GArray) documents = gloss_import_summary_count_documents (self->plan);

  for (guint i = 0; i < MIN (documents->len, MAX_ROWS); i++)
    {
      const GlossImportDocumentCounts *counts = &g_array_index (documents, GlossImportDocumentCounts, i);
      g_autofree char *text = gloss_import_summary_dup_counts (counts);
      g_autofree char *title = NULL;
      g_autofree char *subtitle = NULL;

      if (counts->document != NULL)
        title = g_strdup_printf ("%s · %s", counts->symbol, gloss_document_get_short_title (counts->document));
      else
        /* Translators: %s tells how many notes there are on a document: "3 new". */
        subtitle = g_strdup_printf (_("%s. The document is not among the documents."), text);
      add_row (self->documents_group, title != NULL ? title : counts->symbol, subtitle != NULL ? subtitle : text, FALSE);
    }
  add_rest (self->documents_group, documents->len);
}

/* Those whose place is not simply there. */
static void
show_places (GlossImportDialog *self)
{
  guint n_rows = 0;

  for (guint i = 0; i < gloss_import_plan_get_n_items (self->plan); i++)
    {
      const GlossImportItem *item = gloss_import_plan_get_item (self->plan, i);
      g_autofree char *remark = gloss_import_summary_dup_remark (item);
      g_autofree char *head = NULL;
      g_autofree char *subtitle = NULL;

      if (remark == NULL || n_rows++ >= MAX_ROWS)
        continue;

      head = gloss_import_summary_dup_head (item);
      subtitle = g_strdup_printf ("%s · %s", item->symbol, remark);
      add_row (self->places_group, head, subtitle, FALSE);
    }
  add_rest (self->places_group, n_rows);
}

/* FALSE where a file can't be taken in. */
static gboolean
take (GlossImportDialog   *self,
      GlossImportReadFile *read)
{
  g_autoptr (GError) error = NULL;

  if (read->batch != NULL && !gloss_import_plan_take (self->plan, g_steal_pointer (&read->batch), &error))
    read->error = g_steal_pointer (&error);
  if (read->error == NULL)
    return TRUE;

  add_row (self->refused_group, read->name, read->error->message, FALSE);
  return FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GlossImportDialog) self = user_data;
  g_autoptr (GPtrArray) files = gloss_import_read_finish (result, NULL);
  GlossImportCounts counts;
  guint n_refused = 0;

  /* It was closed meanwhile. */
  if (files == NULL || self->plan == NULL)
    return;

  for (guint i = 0; i < files->len; i++)
    n_refused += !take (self, g_ptr_array_index (files, i));

  counts = gloss_import_plan_get_counts (self->plan);
  show_counts (self, &counts);
  show_documents (self);
  show_places (self);
  if (n_refused == files->len)
    gtk_widget_set_visible (GTK_WIDGET (self->counts_group), FALSE);

  gtk_stack_set_visible_child_name (self->stack, "review");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", counts.n_new + counts.n_updates > 0);

  /* What could not have the focus before is what is to be done now; or will be, where the dialog is
   * still opening. */
  if (counts.n_new + counts.n_updates > 0)
    {
      GtkWidget *button = adw_dialog_get_default_widget (ADW_DIALOG (self));

      adw_dialog_set_focus (ADW_DIALOG (self), button);
      gtk_widget_grab_focus (button);
    }
}

static void
progress_cb (guint    percent,
             gpointer user_data)
{
  gtk_progress_bar_set_fraction (GLOSS_IMPORT_DIALOG (user_data)->progress_bar, percent / 100.0);
}

/* What could not be opened is said of the files, whose notes may be on it. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlossImportDialog) self = user_data;

  gloss_notebook_open_all_finish (GLOSS_NOTEBOOK (source), result, NULL);
  gloss_import_read_async (self->files, progress_cb, self, self->cancellable, read_cb, g_object_ref (self));
}

static void
apply_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GlossImportDialog *self = GLOSS_IMPORT_DIALOG (widget);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  GlossImportCounts counts = gloss_import_plan_get_counts (self->plan);
  guint n = counts.n_new + counts.n_updates;
  g_autofree char *title = g_strdup_printf (ngettext ("Imported %u note", "Imported %u notes", n), n);
  g_autoptr (GError) error = NULL;

  gtk_widget_action_set_enabled (widget, "import.apply", FALSE);
  if (!gloss_import_plan_apply (self->plan, steps, &error) && steps->len == 0)
    {
      /* Nothing was changed, and the reason is worth more than the list. */
      add_row (self->refused_group, _("The notes can’t be brought in"), error->message, FALSE);
      return;
    }

  /* What could not be written yet, the stores say themselves; it is there, and can be undone. */
  gloss_note_changes_record (gloss_note_changes_get (self->notebook), title, steps, NULL);
  if (steps->len > 0)
    g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, title);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
gloss_import_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (GLOSS_IMPORT_DIALOG (dialog)->cancellable);
}

static void
gloss_import_dialog_dispose (GObject *object)
{
  GlossImportDialog *self = GLOSS_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_IMPORT_DIALOG);
  g_clear_pointer (&self->plan, gloss_import_plan_free);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (gloss_import_dialog_parent_class)->dispose (object);
}

static void
gloss_import_dialog_finalize (GObject *object)
{
  g_clear_object (&GLOSS_IMPORT_DIALOG (object)->cancellable);
  g_clear_pointer (&GLOSS_IMPORT_DIALOG (object)->files, g_ptr_array_unref);

  G_OBJECT_CLASS (gloss_import_dialog_parent_class)->finalize (object);
}

static void
gloss_import_dialog_class_init (GlossImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_import_dialog_dispose;
  object_class->finalize = gloss_import_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = gloss_import_dialog_closed;

  signals[SIGNAL_IMPORTED] =
      g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                    G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, GlossImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, GlossImportDialog, counts_group);
  gtk_widget_class_bind_template_child (widget_class, GlossImportDialog, refused_group);
  gtk_widget_class_bind_template_child (widget_class, GlossImportDialog, documents_group);
  gtk_widget_class_bind_template_child (widget_class, GlossImportDialog, places_group);
}

static void
gloss_import_dialog_init (GlossImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);
}

GlossImportDialog *
gloss_import_dialog_new (GlossLibrary  *library,
                         GlossNotebook *notebook,
                         GPtrArray     *files)
{
  GlossImportDialog *self;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);
  g_return_val_if_fail (files != NULL, NULL);

  self = g_object_new (GLOSS_TYPE_IMPORT_DIALOG, NULL);
  self->notebook = g_object_ref (notebook);
  self->plan = gloss_import_plan_new (library, notebook);
  self->files = g_ptr_array_ref (files);
  gloss_notebook_open_all_async (notebook, self->cancellable, NULL, NULL, opened_cb, g_object_ref (self));

  return self;
}
