/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-all-notes-page"

#include "config.h"

#include "ui/gloss-all-notes-page-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-tag-editor.h"
#include "ui/gloss-toast.h"

void
gloss_all_notes_page_dismiss_toast (GlossAllNotesPage *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
}

static void
step (GlossAllNotesPage *self,
      gboolean (*make) (GlossNoteChanges *changes, GError **error))
{
  g_autoptr (GError) error = NULL;

  gloss_all_notes_page_dismiss_toast (self);
  if (!make (self->changes, &error))
    gloss_toast_add (GTK_WIDGET (self), adw_toast_new (error->message));
}

static void
undo (GlossAllNotesPage *self)
{
  step (self, gloss_note_changes_undo);
}

/* Says what was done, and offers to undo it. */
static void
offer_undo (GlossAllNotesPage *self)
{
  AdwToast *toast = adw_toast_new (gloss_note_changes_get_undo_label (self->changes));

  gloss_all_notes_page_dismiss_toast (self);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  gloss_toast_add (GTK_WIDGET (self), toast);
}

void
gloss_all_notes_page_add_tags (GlossAllNotesPage  *self,
                               const char * const *tags)
{
  g_autoptr (GPtrArray) selected = NULL;

  g_return_if_fail (GLOSS_IS_ALL_NOTES_PAGE (self));
  g_return_if_fail (tags != NULL);

  selected = gloss_all_notes_page_dup_selected (self);
  if (tags[0] == NULL || selected->len == 0)
    return;

  if (gloss_note_changes_add_tags (self->changes, selected, tags) > 0)
    offer_undo (self);
  else
    gloss_toast_add (GTK_WIDGET (self), adw_toast_new (_("All selected notes are tagged so already")));
}

static void
tags_response_cb (GlossAllNotesPage *self,
                  const char        *response,
                  AdwAlertDialog    *dialog)
{
  GlossTagEditor *editor = GLOSS_TAG_EDITOR (adw_alert_dialog_get_extra_child (dialog));

  if (!g_str_equal (response, "add"))
    return;

  gloss_tag_editor_commit (editor);
  gloss_all_notes_page_add_tags (self, gloss_tag_editor_get_tags (editor));
}

static void
add_tags_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GlossAllNotesPage *self = GLOSS_ALL_NOTES_PAGE (widget);
  g_autoptr (GPtrArray) selected = gloss_all_notes_page_dup_selected (self);
  g_autofree char *heading = g_strdup_printf (ngettext ("Add Tags to %u Note", "Add Tags to %u Notes", selected->len),
                                              selected->len);
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *editor = gloss_tag_editor_new (self->notebook);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "add", _("_Add"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), editor);
  g_signal_connect_object (dialog, "response", G_CALLBACK (tags_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_set_focus (dialog, editor);
  adw_dialog_present (dialog, widget);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GlossAllNotesPage *self = GLOSS_ALL_NOTES_PAGE (widget);
  g_autoptr (GPtrArray) selected = gloss_all_notes_page_dup_selected (self);

  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  if (gloss_note_changes_remove (self->changes, selected) > 0)
    offer_undo (self);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (GLOSS_ALL_NOTES_PAGE (widget)->search_entry));
}

static void
select_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (GLOSS_ALL_NOTES_PAGE (widget)->selection);

  if (g_str_equal (action_name, "all-notes.select-all"))
    gtk_selection_model_select_all (selection);
  else
    gtk_selection_model_unselect_all (selection);
}

static void
reset_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GlossAllNotesPage *self = GLOSS_ALL_NOTES_PAGE (widget);

  gtk_editable_set_text (self->search_entry, "");
  gloss_note_filter_bar_reset (self->filter_bar);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  undo (GLOSS_ALL_NOTES_PAGE (widget));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  step (GLOSS_ALL_NOTES_PAGE (widget), gloss_note_changes_redo);
}

void
gloss_all_notes_page_update_actions (GlossAllNotesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n_selected = (guint) gtk_bitset_get_size (selected);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), n_selected);

  gtk_label_set_text (self->selection_label, text);
  gtk_widget_set_visible (self->selection_bar, n_selected > 0);
  gtk_widget_action_set_enabled (widget, "all-notes.add-tags", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "all-notes.remove", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "all-notes.select-none", n_selected > 0);
  gtk_widget_action_set_enabled (widget, "all-notes.select-all", n_selected < n_shown);
  gtk_widget_action_set_enabled (widget, "all-notes.export", n_shown > 0);
  gtk_widget_action_set_enabled (widget, "all-notes.undo", gloss_note_changes_get_undo_label (self->changes) != NULL);
  gtk_widget_action_set_enabled (widget, "all-notes.redo", gloss_note_changes_get_redo_label (self->changes) != NULL);
}

void
gloss_all_notes_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "all-notes.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "all-notes.add-tags", NULL, add_tags_action);
  gtk_widget_class_install_action (widget_class, "all-notes.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "all-notes.export", NULL, gloss_all_notes_page_export);
  gtk_widget_class_install_action (widget_class, "all-notes.select-all", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "all-notes.select-none", NULL, select_action);
  gtk_widget_class_install_action (widget_class, "all-notes.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "all-notes.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "all-notes.redo", NULL, redo_action);
  gtk_widget_class_install_property_action (widget_class, "all-notes.sort", "sort");
}
