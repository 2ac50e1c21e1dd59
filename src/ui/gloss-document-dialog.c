/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-document-dialog"

#include "config.h"

#include "ui/gloss-document-dialog.h"

#include <glib/gi18n.h>

#include "ui/gloss-date.h"
#include "ui/gloss-language.h"

struct _GlossDocumentDialog
{
  AdwDialog            parent_instance;

  AdwPreferencesGroup *particulars;
  AdwPreferencesGroup *confirmation;
  AdwPreferencesGroup *remarks;
};

G_DEFINE_FINAL_TYPE (GlossDocumentDialog, gloss_document_dialog, ADW_TYPE_DIALOG)

static void
add_property (AdwPreferencesGroup *group,
              const char          *name,
              const char          *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

static void
add_count (AdwPreferencesGroup *group,
           const char          *name,
           guint                n_clauses)
{
  g_autofree char *value = g_strdup_printf (ngettext ("%u clause", "%u clauses", n_clauses), n_clauses);

  if (n_clauses > 0)
    add_property (group, name, value);
}

static void
show_particulars (GlossDocumentDialog *self,
                  GlossDocument       *document)
{
  const char *title = gloss_document_get_title (document);
  const char *short_title = gloss_document_get_short_title (document);
  g_autofree char *language = gloss_language_dup_name (gloss_document_get_language (document));
  g_autofree char *date = gloss_date_format (gloss_document_get_date (document));
  const char *iri = gloss_document_get_iri (document);

  add_property (self->particulars, _("Title"), title);
  if (!g_str_equal (title, short_title))
    add_property (self->particulars, _("Short Title"), short_title);
  add_property (self->particulars, _("Symbol"), gloss_document_get_symbol (document));
  add_property (self->particulars, _("Language"), language);
  add_property (self->particulars, _("Date"), date);
  if (g_str_has_prefix (iri, "http"))
    add_property (self->particulars, _("Source"), iri);
}

static void
show_confirmation (GlossDocumentDialog *self,
                   GlossDocument       *document)
{
  guint counts[GLOSS_CONFIRMATION_TRANSCRIBED + 1] = { 0 };
  guint n_clauses = gloss_document_get_n_clauses (document);

  for (guint i = 0; i < n_clauses; i++)
    counts[gloss_clause_get_confirmation (gloss_document_get_clause (document, i))]++;

  gtk_widget_set_visible (GTK_WIDGET (self->confirmation), counts[GLOSS_CONFIRMATION_UNSTATED] < n_clauses);
  add_count (self->confirmation, _("Confirmed word for word"), counts[GLOSS_CONFIRMATION_CONFIRMED]);
  add_count (self->confirmation, _("Main phrases confirmed, the rest transcribed"), counts[GLOSS_CONFIRMATION_PARTIAL]);
  add_count (self->confirmation, _("Transcribed, not yet confirmed"), counts[GLOSS_CONFIRMATION_TRANSCRIBED]);
  add_count (self->confirmation, _("Not stated"), counts[GLOSS_CONFIRMATION_UNSTATED]);
}

static void
add_remark (GlossDocumentDialog *self,
            const char          *name,
            const char          *remark)
{
  if (remark != NULL)
    add_property (self->remarks, name, remark);
}

static void
show_remarks (GlossDocumentDialog *self,
              GlossDocument       *document)
{
  const char *remark = gloss_document_get_remark (document);
  guint n_clauses = gloss_document_get_n_clauses (document);
  gboolean any = remark != NULL;

  add_remark (self, _("On the whole text"), remark);
  for (guint i = 0; i < n_clauses; i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);

      any |= gloss_clause_get_remark (clause) != NULL;
      add_remark (self, gloss_clause_get_citation (clause), gloss_clause_get_remark (clause));
    }

  gtk_widget_set_visible (GTK_WIDGET (self->remarks), any);
}

static void
gloss_document_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GLOSS_TYPE_DOCUMENT_DIALOG);

  G_OBJECT_CLASS (gloss_document_dialog_parent_class)->dispose (object);
}

static void
gloss_document_dialog_class_init (GlossDocumentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_document_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-document-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossDocumentDialog, particulars);
  gtk_widget_class_bind_template_child (widget_class, GlossDocumentDialog, confirmation);
  gtk_widget_class_bind_template_child (widget_class, GlossDocumentDialog, remarks);
}

static void
gloss_document_dialog_init (GlossDocumentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
gloss_document_dialog_new (GlossDocument *document)
{
  GlossDocumentDialog *self = g_object_new (GLOSS_TYPE_DOCUMENT_DIALOG, NULL);

  show_particulars (self, document);
  show_confirmation (self, document);
  show_remarks (self, document);

  return ADW_DIALOG (self);
}
