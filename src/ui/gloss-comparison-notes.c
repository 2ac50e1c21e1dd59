/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-notes"

#include "config.h"

#include "ui/gloss-comparison-notes.h"

#include <glib/gi18n.h>

#include "ui/gloss-carry-over-dialog.h"
#include "ui/gloss-change-note-dialog.h"
#include "ui/gloss-comparison-row-widget.h"
#include "ui/gloss-note-changes.h"
#include "ui/gloss-row-notes.h"

#define KEY "gloss-comparison-notes"

struct _GlossComparisonNotes
{
  GObject              parent_instance;

  GlossComparisonView *view; /* which holds this */
  GlossNotebook       *notebook;
  GlossRowNotes       *notes; /* NULL: there is no comparison, or its notes are still to be opened */
  GCancellable        *cancellable; /* of their being opened; or NULL */
  GSimpleActionGroup  *actions;
  guint                refresh_id;
};

G_DEFINE_FINAL_TYPE (GlossComparisonNotes, gloss_comparison_notes, G_TYPE_OBJECT)

static void
set_enabled (GlossComparisonNotes *self,
             const char           *name,
             gboolean              enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (GlossComparisonNotes *self)
{
  GlossComparison *comparison = gloss_comparison_view_get_comparison (self->view);
  gboolean two_works = comparison != NULL && !gloss_document_same_work (gloss_comparison_get_old_document (comparison),
                                                                        gloss_comparison_get_new_document (comparison));

  set_enabled (self, "write", self->notes != NULL);
  set_enabled (self, "carry-over", two_works && self->notes != NULL);
}

static gint64
get_time (gpointer source,
          gboolean again,
          gpointer changes)
{
  return again ? gloss_annotation_store_get_redo_time (source) : gloss_annotation_store_get_undo_time (source);
}

static gboolean
make (gpointer   source,
      gboolean   again,
      gpointer   changes,
      char     **label,
      GError   **error)
{
  return again ? gloss_note_changes_redo_in (changes, source, label, error)
               : gloss_note_changes_undo_in (changes, source, label, error);
}

static const GlossHistoryKind history_kind = {
  .get_time = get_time,
  .make = make,
};

static void
stored_cb (GlossComparisonNotes *self,
           GlossAnnotationStore *store)
{
  GlossHistory *history = gloss_comparison_view_get_history (self->view);

  gloss_history_add (history, G_OBJECT (store), &history_kind, gloss_note_changes_get (self->notebook));

  /* Also what is changed there, and undone, on other pages. */
  g_signal_handlers_disconnect_by_func (store, gloss_history_update, history);
  g_signal_connect_object (store, "notify::undo-label", G_CALLBACK (gloss_history_update), history, G_CONNECT_SWAPPED);
}

static void
carried_cb (GlossComparisonNotes *self,
            GlossAnnotationStore *store,
            guint                 n_notes)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self->view), ADW_TYPE_TOAST_OVERLAY);

  stored_cb (self, store);
  if (overlay != NULL)
    gloss_carry_over_offer_undo (ADW_TOAST_OVERLAY (overlay), store, n_notes);
}

static void
show_dialog (GlossComparisonNotes *self,
             GlossComparisonRow   *row)
{
  AdwDialog *dialog;

  if (row == NULL || self->notes == NULL)
    return;

  dialog = gloss_change_note_dialog_new (gloss_comparison_view_get_comparison (self->view), row, self->notes,
                                         self->notebook);
  g_signal_connect_object (dialog, "stored", G_CALLBACK (stored_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self->view));
}

static void
write_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GlossComparisonNotes *self = user_data;

  show_dialog (self, gloss_comparison_view_get_current_row (self->view));
}

static void
badge_clicked_cb (GlossComparisonNotes *self,
                  GtkWidget            *badge)
{
  g_autoptr (GlossComparisonRow) row = g_object_ref (g_object_get_data (G_OBJECT (badge), "row"));

  show_dialog (self, row);
}

static void
carry_over_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GlossComparisonNotes *self = user_data;
  AdwDialog *dialog = gloss_carry_over_dialog_new (gloss_comparison_view_get_comparison (self->view), self->notebook);

  g_signal_connect_object (dialog, "carried", G_CALLBACK (carried_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self->view));
}

static void
row_bound_cb (GlossComparisonNotes     *self,
              GlossComparisonRowWidget *widget,
              GlossComparisonRow       *row)
{
  GPtrArray *notes = self->notes != NULL ? gloss_row_notes_get (self->notes, row) : NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *count = NULL;
  GtkWidget *badge;
  GtkWidget *content;

  if (notes == NULL)
    return;

  spoken = g_strdup_printf (ngettext ("%u note", "%u notes", notes->len), notes->len);
  count = g_strdup_printf ("%u", notes->len);
  content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("gloss-note-symbolic"));
  gtk_box_append (GTK_BOX (content), gtk_label_new (count));
  badge = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (badge), content);
  gtk_widget_add_css_class (badge, "flat");
  gtk_widget_add_css_class (badge, "comparison-notes");
  gtk_widget_set_tooltip_text (badge, spoken);
  gtk_widget_set_focusable (badge, FALSE); /* N on the row does the same */
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (badge), "row", g_object_ref (row), g_object_unref);
  g_signal_connect_object (badge, "clicked", G_CALLBACK (badge_clicked_cb), self, G_CONNECT_SWAPPED);
  gloss_comparison_row_widget_add_badge (widget, badge, spoken);
}

static void
menu_opening_cb (GlossComparisonNotes *self,
                 GlossComparisonRow   *row,
                 GMenu                *menu)
{
  GPtrArray *notes = self->notes != NULL ? gloss_row_notes_get (self->notes, row) : NULL;
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, notes != NULL ? _("_Notes on the Change…") : _("_Write Note on the Change…"),
                 "comparison-notes.write");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
refresh_cb (gpointer user_data)
{
  GlossComparisonNotes *self = user_data;

  self->refresh_id = 0;
  gloss_comparison_list_refresh_row (gloss_comparison_view_get_list (self->view), NULL);
}

/* Many notes may change at once; the rows are drawn once. */
static void
notes_changed_cb (GlossComparisonNotes *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_once (refresh_cb, self);
}

static void
show_notes (GlossComparisonNotes *self,
            GlossComparison      *comparison)
{
  self->notes = gloss_row_notes_new (comparison, self->notebook);
  g_signal_connect_object (self->notes, "changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  notes_changed_cb (self);
}

/* Of stores that can't be read, the pages of their documents say why. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GlossComparisonNotes *self = user_data;
  g_autoptr (GError) error = NULL;
  GlossComparison *comparison;

  /* It may be gone. */
  gloss_notebook_open_all_finish (GLOSS_NOTEBOOK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  comparison = gloss_comparison_view_get_comparison (self->view);
  if (comparison != NULL && self->notes == NULL)
    show_notes (self, comparison);
  update_actions (self);
}

static gboolean
is_quick (GlossComparisonNotes *self,
          GlossDocument        *document)
{
  return gloss_notebook_is_quick (self->notebook, gloss_document_get_symbol (document));
}

static void
comparison_changed_cb (GlossComparisonNotes *self)
{
  GlossComparison *comparison = gloss_comparison_view_get_comparison (self->view);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  g_clear_object (&self->notes);

  /* Very many notes come after the rows. */
  if (comparison != NULL && is_quick (self, gloss_comparison_get_old_document (comparison)) &&
      is_quick (self, gloss_comparison_get_new_document (comparison)))
    show_notes (self, comparison);
  else if (comparison != NULL)
    {
      self->cancellable = g_cancellable_new ();
      gloss_notebook_open_all_async (self->notebook, self->cancellable, NULL, NULL, opened_cb, self);
    }
  update_actions (self);
}

static void
gloss_comparison_notes_dispose (GObject *object)
{
  GlossComparisonNotes *self = GLOSS_COMPARISON_NOTES (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->notes);
  g_clear_object (&self->notebook);
  g_clear_object (&self->actions);
  self->view = NULL;

  G_OBJECT_CLASS (gloss_comparison_notes_parent_class)->dispose (object);
}

static void
gloss_comparison_notes_class_init (GlossComparisonNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gloss_comparison_notes_dispose;
}

static void
gloss_comparison_notes_init (GlossComparisonNotes *self)
{
  static const GActionEntry entries[] = {
    { .name = "write", .activate = write_action },
    { .name = "carry-over", .activate = carry_over_action },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

/* Besides Ctrl+N; where text is typed elsewhere in the window, the letter is a letter. */
static void
add_key (GlossComparisonNotes *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("n"),
                                                          gtk_shortcut_action_parse_string ("action(comparison-notes.write)")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
}

GlossComparisonNotes *
gloss_comparison_notes_attach (GlossComparisonView *view,
                               GlossNotebook       *notebook)
{
  GlossComparisonNotes *self;
  GlossComparisonList *list;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_VIEW (view), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (GLOSS_TYPE_COMPARISON_NOTES, NULL);
  self->view = view;
  self->notebook = g_object_ref (notebook);
  g_object_set_data_full (G_OBJECT (view), KEY, self, g_object_unref);

  list = gloss_comparison_view_get_list (view);
  g_signal_connect_object (list, "row-bound", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "menu-opening", G_CALLBACK (menu_opening_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::comparison", G_CALLBACK (comparison_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "comparison-notes", G_ACTION_GROUP (self->actions));
  add_key (self);
  comparison_changed_cb (self);

  return self;
}

GPtrArray *
gloss_comparison_notes_dup_all (GlossComparisonNotes *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_NOTES (self), NULL);

  return self->notes != NULL ? gloss_row_notes_dup_all (self->notes) : g_ptr_array_new_with_free_func (g_object_unref);
}

GlossComparisonNotes *
gloss_comparison_notes_get (GlossComparisonView *view)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_VIEW (view), NULL);

  return g_object_get_data (G_OBJECT (view), KEY);
}
