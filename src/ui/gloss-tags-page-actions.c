/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-tags-page"

#include "config.h"

#include "ui/gloss-tags-page-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-tag-changes.h"
#include "ui/gloss-toast.h"

static void
dismiss_toast (GlossTagsPage *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
}

/* Undoes or redoes the last step; @title says so. */
static void
step (GlossTagsPage *self,
      const char    *title,
      gboolean (*make) (GlossNoteChanges *changes, GError **error))
{
  g_autoptr (GError) error = NULL;

  dismiss_toast (self);
  gloss_toast_add (GTK_WIDGET (self), adw_toast_new (make (self->changes, &error) ? title : error->message));
}

static void
undo (GlossTagsPage *self)
{
  const char *label = gloss_note_changes_get_undo_label (self->changes);
  /* Translators: %s is what was undone: “Removed 3 notes”. */
  g_autofree char *title = label != NULL ? g_strdup_printf (_("Undone: %s"), label) : NULL;

  if (title != NULL)
    step (self, title, gloss_note_changes_undo);
}

static void
redo (GlossTagsPage *self)
{
  const char *label = gloss_note_changes_get_redo_label (self->changes);
  /* Translators: %s is what was redone: “Removed 3 notes”. */
  g_autofree char *title = label != NULL ? g_strdup_printf (_("Redone: %s"), label) : NULL;

  if (title != NULL)
    step (self, title, gloss_note_changes_redo);
}

/* The toast offers to undo its own step and no other. */
static void
toast_clicked_cb (GlossTagsPage *self,
                  AdwToast      *toast)
{
  if (g_strcmp0 (adw_toast_get_title (toast), gloss_note_changes_get_undo_label (self->changes)) == 0)
    undo (self);
}

/* Says what was done, and offers to undo it. */
static void
offer_undo (GlossTagsPage *self)
{
  const char *label = gloss_note_changes_get_undo_label (self->changes);
  AdwToast *toast;

  if (label == NULL)
    return;

  toast = adw_toast_new (label);
  dismiss_toast (self);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (toast_clicked_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  gloss_toast_add (GTK_WIDGET (self), toast);
}

void
gloss_tags_page_rename (GlossTagsPage *self,
                        const char    *tag,
                        const char    *new_name)
{
  g_return_if_fail (GLOSS_IS_TAGS_PAGE (self));
  g_return_if_fail (tag != NULL);
  g_return_if_fail (new_name != NULL);

  gloss_tag_changes_rename (self->notebook, tag, new_name);
  gloss_tags_page_select (self, new_name);
  offer_undo (self);
}

void
gloss_tags_page_describe (GlossTagsPage *self,
                          const char    *tag,
                          int            color,
                          const char    *description)
{
  GlossColor known = (GlossColor) MAX (color, 0);

  g_return_if_fail (GLOSS_IS_TAGS_PAGE (self));
  g_return_if_fail (tag != NULL);

  gloss_tag_changes_describe (self->notebook, tag, color >= 0 ? &known : NULL, description);
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GlossTagsPage *self = GLOSS_TAGS_PAGE (widget);
  g_autofree char *tag = g_strdup (gloss_tags_page_get_selected (self));
  guint position = gtk_single_selection_get_selected (self->selection);
  guint n_items;

  if (tag == NULL)
    return;

  /* The focus must not go with the row. */
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  gloss_tag_changes_delete (self->notebook, tag);
  gloss_tag_index_update (self->index);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  if (n_items > 0)
    gtk_list_view_scroll_to (self->list_view, MIN (position, n_items - 1),
                             GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  offer_undo (self);
}

static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *tag = gloss_tags_page_get_selected (GLOSS_TAGS_PAGE (widget));

  if (tag != NULL)
    gtk_widget_activate_action (widget, "win.all-notes-tagged", "s", tag);
}

static void
rename_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gloss_tags_page_ask_name (GLOSS_TAGS_PAGE (widget));
}

static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gloss_tags_page_ask_tag (GLOSS_TAGS_PAGE (widget));
}

static void
describe_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gloss_tags_page_ask_description (GLOSS_TAGS_PAGE (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (GLOSS_TAGS_PAGE (widget)->search_entry));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  undo (GLOSS_TAGS_PAGE (widget));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  redo (GLOSS_TAGS_PAGE (widget));
}

void
gloss_tags_page_update_actions (GlossTagsPage *self)
{
  static const char *const actions[] = { "tags.show", "tags.rename", "tags.describe", "tags.delete", "tags.menu" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean selected = gloss_tags_page_get_selected (self) != NULL;
  guint n_tags = self->index != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->index)) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i], selected);
  gtk_widget_action_set_enabled (widget, "tags.merge", selected && n_tags > 1);
  gtk_widget_action_set_enabled (widget, "tags.undo",
                                 self->changes != NULL && gloss_note_changes_get_undo_label (self->changes) != NULL);
  gtk_widget_action_set_enabled (widget, "tags.redo",
                                 self->changes != NULL && gloss_note_changes_get_redo_label (self->changes) != NULL);
}

void
gloss_tags_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tags.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "tags.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "tags.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "tags.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "tags.describe", NULL, describe_action);
  gtk_widget_class_install_action (widget_class, "tags.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "tags.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "tags.redo", NULL, redo_action);
}
