/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-notes-pane"

#include "config.h"

#include "ui/gloss-notes-pane-private.h"

#include <glib/gi18n.h>

static void
row_left_cb (GlossNotesPane *self)
{
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_emit_by_name (self, "left");
}

static void
remove_note (GlossNotesPane  *self,
             GlossPlacedNote *note)
{
  g_autoptr (GlossPlacedNote) held = g_object_ref (note);

  /* What was written last goes with the note, so that undo brings it back whole. */
  if (self->buffer != NULL && gloss_note_buffer_get_note (self->buffer) == note)
    {
      gloss_notes_pane_commit (self);
      gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
    }

  if (gloss_placed_notes_remove (self->notes, held))
    g_signal_emit_by_name (self, "note-removed");
}

static void
row_remove_clicked_cb (GlossNotesPane *self,
                       GlossNoteRow   *row)
{
  /* The focus must not go with the row. */
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  remove_note (self, gloss_note_row_get_note (row));
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GlossNotesPane *self = GLOSS_NOTES_PANE (widget);
  GlossPlacedNote *note = gloss_notes_pane_get_selected (self);

  if (note != NULL)
    remove_note (self, note);
}

static void
confirm_note (GlossNotesPane  *self,
              GlossPlacedNote *note)
{
  gloss_notes_pane_commit (self);
  gloss_placed_notes_confirm (self->notes, note);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Confirmed"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
row_confirm_clicked_cb (GlossNotesPane *self,
                        GlossNoteRow   *row)
{
  /* The focus must not go with the button. */
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  confirm_note (self, gloss_note_row_get_note (row));
}

static void
confirm_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GlossNotesPane *self = GLOSS_NOTES_PANE (widget);
  GlossPlacedNote *note = gloss_notes_pane_get_selected (self);

  if (note != NULL)
    confirm_note (self, note);
}

void
gloss_notes_pane_update_row (GlossNotesPane *self,
                             GlossNoteRow   *row)
{
  gboolean chosen = self->buffer != NULL && gloss_note_buffer_get_note (self->buffer) == gloss_note_row_get_note (row);

  if (chosen && gloss_note_row_get_editor (row) == NULL)
    gloss_note_row_set_editor (row, GLOSS_NOTE_EDITOR (gloss_note_editor_new (self->notes, self->buffer, self->notebook)));
  else if (!chosen)
    gloss_note_row_set_editor (row, NULL);
}

static void
row_released_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 GlossNotesPane  *self)
{
  GlossNoteRow *row = GLOSS_NOTE_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  GlossNoteEditor *editor = gloss_note_row_get_editor (row);
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (row), x, y, GTK_PICK_DEFAULT);

  /* What is inside the editor has its own use for a click. */
  if (editor == NULL || widget == NULL || !gtk_widget_is_ancestor (widget, GTK_WIDGET (editor)))
    gloss_notes_pane_show_note (self, gloss_note_row_get_note (row), TRUE);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GlossNotesPane           *self)
{
  GtkWidget *row = gloss_note_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (row_released_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (row, "remove-clicked", G_CALLBACK (row_remove_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "confirm-clicked", G_CALLBACK (row_confirm_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (row_left_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GlossNotesPane           *self)
{
  GlossNoteRow *row = GLOSS_NOTE_ROW (gtk_list_item_get_child (item));
  GlossPlacedNote *note = gtk_list_item_get_item (item);

  gloss_note_row_set_note (row, item, note);
  g_hash_table_insert (self->rows, note, row);
  gloss_notes_pane_update_row (self, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GlossNotesPane           *self)
{
  GlossNoteRow *row = GLOSS_NOTE_ROW (gtk_list_item_get_child (item));
  GlossPlacedNote *note = gloss_note_row_get_note (row);

  if (g_hash_table_lookup (self->rows, note) == row)
    g_hash_table_remove (self->rows, note);
  gloss_note_row_set_note (row, item, NULL);
}

static void
activate_cb (GlossNotesPane *self,
             guint           position)
{
  GlossPlacedNote *note = gloss_notes_pane_get_selected (self);

  if (note != NULL)
    gloss_notes_pane_show_note (self, note, TRUE);
}

void
gloss_notes_pane_stop_writing (GlossNotesPane *self)
{
  if (self->write_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->write_id);
  self->write_id = 0;
}

static gboolean
write_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  GlossNotesPane *self = GLOSS_NOTES_PANE (widget);
  GlossPlacedNote *note = gloss_notes_pane_get_selected (self);
  GlossNoteRow *row = note != NULL ? g_hash_table_lookup (self->rows, note) : NULL;

  if (note != NULL && (row == NULL || !gtk_widget_get_mapped (GTK_WIDGET (row))))
    return G_SOURCE_CONTINUE;

  if (row != NULL && gloss_note_row_get_editor (row) != NULL)
    {
      if (self->tagging)
        gloss_note_editor_focus_tags (gloss_note_row_get_editor (row));
      else
        gtk_widget_grab_focus (GTK_WIDGET (gloss_note_row_get_editor (row)));
    }
  self->write_id = 0;
  return G_SOURCE_REMOVE;
}

void
gloss_notes_pane_begin_writing (GlossNotesPane *self)
{
  if (self->write_id == 0)
    self->write_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), write_cb, NULL, NULL);
}

void
gloss_notes_pane_install_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "notes.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "notes.confirm", NULL, confirm_action);

  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}
