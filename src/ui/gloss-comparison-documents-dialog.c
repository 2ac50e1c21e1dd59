/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-documents-dialog"

#include "config.h"

#include "ui/gloss-comparison-documents-dialog.h"

#include "ui/gloss-document-chooser.h"

struct _GlossComparisonDocumentsDialog
{
  AdwDialog             parent_instance;

  GlossDocumentChooser *old_chooser;
  GlossDocumentChooser *new_chooser;
  GtkLabel             *old_label;
  GtkLabel             *new_label;

  GlossLibrary         *library;
  char                 *old_name;
  char                 *new_name;
};

G_DEFINE_FINAL_TYPE (GlossComparisonDocumentsDialog, gloss_comparison_documents_dialog, ADW_TYPE_DIALOG)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_document (GlossComparisonDocumentsDialog *self,
               GlossDocumentChooser           *chooser,
               GtkLabel                       *label,
               const char                     *name)
{
  GlossLibraryEntry *entry = gloss_library_find (self->library, name);
  g_autofree char *description = entry != NULL ? gloss_document_chooser_describe (entry) : NULL;

  gloss_document_chooser_set_document (chooser, name);
  gtk_label_set_label (label, description != NULL ? description : "");
}

static void
show_documents (GlossComparisonDocumentsDialog *self)
{
  show_document (self, self->old_chooser, self->old_label, self->old_name);
  show_document (self, self->new_chooser, self->new_label, self->new_name);
}

static void
document_chosen_cb (GlossComparisonDocumentsDialog *self,
                    const char                     *name,
                    GlossDocumentChooser           *chooser)
{
  g_set_str (chooser == self->old_chooser ? &self->old_name : &self->new_name, name);
  show_documents (self);
  g_signal_emit (self, signals[CHOSEN], 0, self->old_name, self->new_name);
}

static void
swap_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonDocumentsDialog *self = GLOSS_COMPARISON_DOCUMENTS_DIALOG (widget);
  char *old_name = self->old_name;

  self->old_name = self->new_name;
  self->new_name = old_name;
  show_documents (self);
  g_signal_emit (self, signals[CHOSEN], 0, self->old_name, self->new_name);
}

static void
gloss_comparison_documents_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GLOSS_TYPE_COMPARISON_DOCUMENTS_DIALOG);
  g_clear_object (&GLOSS_COMPARISON_DOCUMENTS_DIALOG (object)->library);

  G_OBJECT_CLASS (gloss_comparison_documents_dialog_parent_class)->dispose (object);
}

static void
gloss_comparison_documents_dialog_finalize (GObject *object)
{
  GlossComparisonDocumentsDialog *self = GLOSS_COMPARISON_DOCUMENTS_DIALOG (object);

  g_free (self->old_name);
  g_free (self->new_name);

  G_OBJECT_CLASS (gloss_comparison_documents_dialog_parent_class)->finalize (object);
}

static void
gloss_comparison_documents_dialog_class_init (GlossComparisonDocumentsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_comparison_documents_dialog_dispose;
  object_class->finalize = gloss_comparison_documents_dialog_finalize;

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (GLOSS_TYPE_DOCUMENT_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/glossator/Glossator/ui/gloss-comparison-documents-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonDocumentsDialog, old_chooser);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonDocumentsDialog, new_chooser);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonDocumentsDialog, old_label);
  gtk_widget_class_bind_template_child (widget_class, GlossComparisonDocumentsDialog, new_label);
  gtk_widget_class_bind_template_callback (widget_class, document_chosen_cb);
  gtk_widget_class_install_action (widget_class, "documents.swap", NULL, swap_action);
}

static void
gloss_comparison_documents_dialog_init (GlossComparisonDocumentsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gloss_comparison_documents_dialog_new (GlossLibrary *library,
                                       const char   *old_name,
                                       const char   *new_name)
{
  GlossComparisonDocumentsDialog *self;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);

  self = g_object_new (GLOSS_TYPE_COMPARISON_DOCUMENTS_DIALOG, NULL);
  self->library = g_object_ref (library);
  self->old_name = g_strdup (old_name);
  self->new_name = g_strdup (new_name);
  gloss_document_chooser_set_library (self->old_chooser, library);
  gloss_document_chooser_set_library (self->new_chooser, library);
  show_documents (self);

  return ADW_DIALOG (self);
}
