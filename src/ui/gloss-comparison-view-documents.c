/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-view"

#include "config.h"

#include "ui/gloss-comparison-view-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-comparison-documents-dialog.h"
#include "ui/gloss-language.h"

/* (transfer full): as short as will do to tell one from the other; @entry: (nullable): it is gone. */
static char *
name_document (GlossLibraryEntry *entry,
               const char        *name,
               gboolean           with_language)
{
  g_autofree char *language = NULL;

  if (entry == NULL)
    return g_strdup (name);
  if (!with_language)
    return g_strdup (gloss_library_entry_get_symbol (entry));

  language = gloss_language_dup_name (gloss_library_entry_get_language (entry));
  return g_strdup_printf (_("%s · %s"), gloss_library_entry_get_symbol (entry), language);
}

/* (transfer full): all that is known of it. */
static char *
describe_document (GlossLibraryEntry *entry,
                   const char        *name)
{
  g_autofree char *description = NULL;

  if (entry == NULL)
    return g_strdup (name);

  description = gloss_document_chooser_describe (entry);
  return g_strdup_printf (_("%s · %s"), gloss_library_entry_get_symbol (entry), description);
}

void
gloss_comparison_view_name_documents (GlossComparisonView *self)
{
  GlossLibraryEntry *old_entry = gloss_library_find (self->library, self->old_name);
  GlossLibraryEntry *new_entry = gloss_library_find (self->library, self->new_name);
  gboolean same_symbol = old_entry != NULL && new_entry != NULL &&
                         g_str_equal (gloss_library_entry_get_symbol (old_entry), gloss_library_entry_get_symbol (new_entry));
  g_autofree char *old_label = name_document (old_entry, self->old_name, same_symbol);
  g_autofree char *new_label = name_document (new_entry, self->new_name, same_symbol);
  g_autofree char *old_description = describe_document (old_entry, self->old_name);
  g_autofree char *new_description = describe_document (new_entry, self->new_name);
  g_autofree char *full = g_strdup_printf (_("%s → %s"), old_description, new_description);

  gtk_label_set_label (self->old_label, old_label);
  gtk_label_set_label (self->new_label, new_label);
  gtk_widget_set_tooltip_text (self->documents_button, full);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->documents_button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
}

static void
chosen_cb (GlossComparisonView *self,
           const char          *old_name,
           const char          *new_name)
{
  gloss_comparison_view_compare (self, old_name, new_name);
}

static void
documents_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  AdwDialog *dialog = gloss_comparison_documents_dialog_new (self->library, self->old_name, self->new_name);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
gloss_comparison_view_install_documents (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.documents", NULL, documents_action);
}
