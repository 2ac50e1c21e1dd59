/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-placing-dialog"

#include "config.h"

#include "ui/gloss-placing-dialog.h"

#include <glib/gi18n.h>

#include "import/gloss-import-candidates.h"
#include "ui/gloss-language.h"

struct _GlossPlacingDialog
{
  AdwDialog             parent_instance;

  GtkLabel             *quotation;
  GtkLabel             *note;
  AdwPreferencesGroup  *places_group;
  GtkWidget            *select_row;

  GlossDocument        *document;
  GlossAnnotationStore *store;
  GlossAnnotation      *annotation;
  GPtrArray            *candidates; /* element-type GlossImportCandidate */
};

G_DEFINE_FINAL_TYPE (GlossPlacingDialog, gloss_placing_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_PLACED,
  SIGNAL_SELECT_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The note may have been removed while the dialog was open. What could not be written, the store
 * says itself. */
static void
row_activated_cb (GlossPlacingDialog *self,
                  AdwActionRow       *row)
{
  const GlossImportCandidate *candidate = g_object_get_data (G_OBJECT (row), "candidate");

  if (gloss_annotation_store_find (self->store, gloss_annotation_get_id (self->annotation)) == self->annotation)
    {
      gloss_annotation_store_set_anchor (self->store, self->annotation, candidate->anchor, NULL);
      g_signal_emit (self, signals[SIGNAL_PLACED], 0);
    }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
select_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_autoptr (GlossPlacingDialog) self = g_object_ref (GLOSS_PLACING_DIALOG (widget));

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_SELECT_REQUESTED], 0);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* The words stand out by their weight. */
static GtkWidget *
create_row (GlossPlacingDialog         *self,
            const GlossImportCandidate *candidate)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (gloss_clause_get_citation (candidate->clause), -1);
  g_autofree char *before = g_markup_escape_text (candidate->before, -1);
  g_autofree char *words = g_markup_escape_text (candidate->words, -1);
  g_autofree char *after = g_markup_escape_text (candidate->after, -1);
  g_autofree char *subtitle = g_strdup_printf ("%s<b>%s</b>%s", before, words, after);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "candidate", (gpointer) candidate);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_note (GlossPlacingDialog *self)
{
  GlossAnchor *anchor = gloss_annotation_get_anchor (self->annotation);
  const char *note = gloss_annotation_get_note (self->annotation);
  g_autofree char *words = gloss_anchor_dup_quotation (anchor, NULL);
  /* Translators: a quotation; use the quotation marks of your language. */
  g_autofree char *quotation = g_strdup_printf (_("“%s”"), words);

  gtk_label_set_text (self->quotation, quotation);
  gtk_widget_set_visible (GTK_WIDGET (self->quotation), *words != '\0');
  gloss_language_apply (gloss_anchor_get_data (anchor)->language, self->quotation, NULL);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

static void
show_candidates (GlossPlacingDialog *self)
{
  g_autofree char *title = NULL;

  adw_dialog_set_focus (ADW_DIALOG (self), self->select_row);
  self->candidates = gloss_import_find_candidates (self->document, gloss_annotation_get_anchor (self->annotation));
  for (guint i = 0; i < self->candidates->len; i++)
    {
      GtkWidget *row = create_row (self, g_ptr_array_index (self->candidates, i));

      adw_preferences_group_add (self->places_group, row);
      if (i == 0)
        adw_dialog_set_focus (ADW_DIALOG (self), row);
    }

  if (self->candidates->len > 0)
    title = g_strdup_printf (ngettext ("%u place fits", "%u places fit", self->candidates->len), self->candidates->len);
  else
    title = g_strdup (_("The words stand nowhere in this text"));
  adw_preferences_group_set_title (self->places_group, title);
}

static void
gloss_placing_dialog_dispose (GObject *object)
{
  GlossPlacingDialog *self = GLOSS_PLACING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_PLACING_DIALOG);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_object (&self->annotation);
  g_clear_object (&self->store);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (gloss_placing_dialog_parent_class)->dispose (object);
}

static void
gloss_placing_dialog_class_init (GlossPlacingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_placing_dialog_dispose;

  signals[SIGNAL_PLACED] =
      g_signal_new ("placed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SELECT_REQUESTED] =
      g_signal_new ("select-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "placing.select", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "placing.cancel", NULL, cancel_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-placing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossPlacingDialog, quotation);
  gtk_widget_class_bind_template_child (widget_class, GlossPlacingDialog, note);
  gtk_widget_class_bind_template_child (widget_class, GlossPlacingDialog, places_group);
  gtk_widget_class_bind_template_child (widget_class, GlossPlacingDialog, select_row);
}

static void
gloss_placing_dialog_init (GlossPlacingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GlossPlacingDialog *
gloss_placing_dialog_new (GlossDocument        *document,
                          GlossAnnotationStore *store,
                          GlossAnnotation      *annotation)
{
  GlossPlacingDialog *self;

  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (store), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), NULL);

  self = g_object_new (GLOSS_TYPE_PLACING_DIALOG, NULL);
  self->document = g_object_ref (document);
  self->store = g_object_ref (store);
  self->annotation = g_object_ref (annotation);
  show_note (self);
  show_candidates (self);

  return self;
}
