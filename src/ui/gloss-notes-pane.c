/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-notes-pane"

#include "config.h"

#include "ui/gloss-notes-pane-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/gloss-entry-undo.h"
#include "ui/gloss-tag-menu.h"

/* With more notes than this, those that are looked for are found one after the other while nothing
 * else is to be done. */
#define NOTES_AT_ONCE 2000

G_DEFINE_FINAL_TYPE (GlossNotesPane, gloss_notes_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_TAG = 1,
  N_PROPS,
};

enum
{
  SIGNAL_NOTE_SELECTED,
  SIGNAL_NOTE_REMOVED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_filtering (GlossNotesPane *self)
{
  return *gtk_editable_get_text (self->search_entry) != '\0' || *self->tag != '\0';
}

static gboolean
is_empty (GlossPlacedNote *note)
{
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);

  return *gloss_annotation_get_note (annotation) == '\0' && gloss_annotation_get_tags (annotation)[0] == NULL;
}

static gboolean
filter_cb (gpointer item,
           gpointer user_data)
{
  GlossNotesPane *self = user_data;
  GlossPlacedNote *note = item;

  /* A note that is just being written stays before the writer's eyes. */
  if (self->buffer != NULL && gloss_note_buffer_get_note (self->buffer) == note && is_empty (note))
    return TRUE;

  return gloss_annotation_matches (gloss_placed_note_get_annotation (note),
                                   gtk_editable_get_text (self->search_entry),
                                   *self->tag != '\0' ? self->tag : NULL);
}

static void
update_page (GlossNotesPane *self)
{
  const char *page;

  if (self->notes == NULL)
    page = "unavailable";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->notes)) == 0)
    page = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    page = "notes";
  else if (gtk_filter_list_model_get_pending (self->filtered) > 0)
    return;
  else
    page = "no-results";

  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
announce_found (GlossNotesPane *self)
{
  guint n_notes = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  g_autofree char *message = g_strdup_printf (ngettext ("%u note found", "%u notes found", n_notes), n_notes);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
pending_cb (GlossNotesPane *self)
{
  if (gtk_filter_list_model_get_pending (self->filtered) > 0)
    return;

  update_page (self);
  if (is_filtering (self))
    announce_found (self);
}

static void
refilter (GlossNotesPane *self)
{
  GtkFilter *filter = is_filtering (self) ? GTK_FILTER (self->filter) : NULL;
  gboolean many = self->notes != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->notes)) > NOTES_AT_ONCE;

  if (many)
    gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  if (filter == NULL || gtk_filter_list_model_get_filter (self->filtered) == NULL)
    gtk_filter_list_model_set_filter (self->filtered, filter);
  else
    gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);

  /* Where there is nothing to be filtered, GTK 4.18 does not bear this. */
  if (!many && filter != NULL && gtk_filter_list_model_get_model (self->filtered) != NULL)
    gtk_filter_list_model_set_incremental (self->filtered, FALSE);

  update_page (self);
  if (filter != NULL && gtk_filter_list_model_get_pending (self->filtered) == 0)
    announce_found (self);
}

static void
set_tag (GlossNotesPane *self,
         const char     *tag)
{
  if (!g_set_str (&self->tag, tag))
    return;

  gtk_label_set_text (self->tag_pill_label, tag);
  gtk_widget_set_visible (self->tag_pill, *tag != '\0');
  refilter (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAG]);
}

static void
clear_filter (GlossNotesPane *self)
{
  gtk_editable_set_text (self->search_entry, "");
  set_tag (self, "");
  refilter (self);
}

static void
search_changed_cb (GlossNotesPane *self)
{
  refilter (self);
}

static void
stop_search_cb (GlossNotesPane *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
create_tag_menu_cb (GtkMenuButton *button,
                    gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = gloss_tag_menu_new ((GListModel *) GLOSS_NOTES_PANE (user_data)->notes);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
drop_begun_cb (gpointer user_data)
{
  GlossNotesPane *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GlossPlacedNote *begun = self->notes != NULL ? gloss_placed_notes_get_begun (self->notes) : NULL;

  self->drop_id = 0;
  if (begun == NULL || self->write_id != 0)
    return;

  /* The window may have lost the focus, not the note. */
  if (begun == gloss_notes_pane_get_selected (self) && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;

  gloss_placed_notes_drop_begun (self->notes);
}

/* A note that was begun and left empty goes; but not in the middle of what made it be left. */
static void
queue_drop_begun (GlossNotesPane *self)
{
  if (self->drop_id == 0)
    self->drop_id = g_idle_add_once (drop_begun_cb, self);
}

static void
focus_left_cb (GlossNotesPane *self)
{
  gloss_notes_pane_commit (self);
  queue_drop_begun (self);
}

static void
selected_changed_cb (GlossNotesPane *self)
{
  g_autoptr (GlossNoteBuffer) old_buffer = g_steal_pointer (&self->buffer);
  GlossPlacedNote *old_note = old_buffer != NULL ? gloss_note_buffer_get_note (old_buffer) : NULL;
  GlossPlacedNote *note = gloss_notes_pane_get_selected (self);
  GlossNoteRow *row;

  if (note == old_note)
    {
      self->buffer = g_steal_pointer (&old_buffer);
      return;
    }

  if (old_buffer != NULL)
    {
      gloss_note_buffer_commit (old_buffer);
      row = g_hash_table_lookup (self->rows, old_note);
      if (row != NULL)
        gloss_notes_pane_update_row (self, row);
      queue_drop_begun (self);
    }

  if (note != NULL)
    {
      self->buffer = gloss_note_buffer_new (self->notes, note);
      row = g_hash_table_lookup (self->rows, note);
      if (row != NULL)
        gloss_notes_pane_update_row (self, row);
    }

  g_signal_emit (self, signals[SIGNAL_NOTE_SELECTED], 0, note);
}

static void
gloss_notes_pane_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_TAG:
      g_value_set_string (value, GLOSS_NOTES_PANE (object)->tag);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_notes_pane_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_TAG:
      set_tag (GLOSS_NOTES_PANE (object), g_value_get_string (value) != NULL ? g_value_get_string (value) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_notes_pane_dispose (GObject *object)
{
  GlossNotesPane *self = GLOSS_NOTES_PANE (object);

  if (self->toolbar_view != NULL)
    gloss_notes_pane_set_notes (self, NULL, NULL);
  gloss_notes_pane_stop_writing (self);
  g_clear_handle_id (&self->drop_id, g_source_remove);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_NOTES_PANE);

  G_OBJECT_CLASS (gloss_notes_pane_parent_class)->dispose (object);
}

static void
gloss_notes_pane_finalize (GObject *object)
{
  GlossNotesPane *self = GLOSS_NOTES_PANE (object);

  g_hash_table_unref (self->rows);
  g_free (self->tag);

  G_OBJECT_CLASS (gloss_notes_pane_parent_class)->finalize (object);
}

static void
gloss_notes_pane_class_init (GlossNotesPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_notes_pane_dispose;
  object_class->finalize = gloss_notes_pane_finalize;
  object_class->get_property = gloss_notes_pane_get_property;
  object_class->set_property = gloss_notes_pane_set_property;

  properties[PROP_TAG] =
      g_param_spec_string ("tag", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_NOTE_SELECTED] =
      g_signal_new ("note-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, GLOSS_TYPE_PLACED_NOTE);
  signals[SIGNAL_NOTE_REMOVED] =
      g_signal_new ("note-removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "notes.confirm", NULL);
  gtk_widget_class_install_property_action (widget_class, "notes.tag", "tag");

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-notes-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossNotesPane, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, GlossNotesPane, stack);
  gtk_widget_class_bind_template_child (widget_class, GlossNotesPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, GlossNotesPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, GlossNotesPane, tag_button);
  gtk_widget_class_bind_template_child (widget_class, GlossNotesPane, tag_pill);
  gtk_widget_class_bind_template_child (widget_class, GlossNotesPane, tag_pill_label);
  gtk_widget_class_bind_template_child (widget_class, GlossNotesPane, filter);
  gtk_widget_class_bind_template_child (widget_class, GlossNotesPane, filtered);
  gtk_widget_class_bind_template_child (widget_class, GlossNotesPane, selection);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_changed_cb);
  gloss_notes_pane_install_rows (widget_class);
}

static void
gloss_notes_pane_init (GlossNotesPane *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->rows = g_hash_table_new (NULL, NULL);
  self->tag = g_strdup ("");

  gtk_widget_init_template (GTK_WIDGET (self));
  gloss_entry_undo_give_way (GTK_EDITABLE (self->search_entry));

  gtk_custom_filter_set_filter_func (self->filter, filter_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->tag_button, create_tag_menu_cb, self, NULL);
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (pending_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  update_page (self);
}

void
gloss_notes_pane_set_notes (GlossNotesPane   *self,
                            GlossPlacedNotes *notes,
                            GlossNotebook    *notebook)
{
  g_return_if_fail (GLOSS_IS_NOTES_PANE (self));

  gloss_notes_pane_stop_writing (self);
  gloss_notes_pane_commit (self);
  if (self->notes != NULL)
    gloss_placed_notes_drop_begun (self->notes);
  gtk_filter_list_model_set_model (self->filtered, NULL);
  clear_filter (self);

  g_set_object (&self->notes, notes);
  g_set_object (&self->notebook, notebook);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (notes));
  gtk_widget_set_sensitive (self->toolbar_view, notes != NULL);
  update_page (self);
}

GlossPlacedNote *
gloss_notes_pane_get_selected (GlossNotesPane *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTES_PANE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/* FALSE: the filter hides it. */
static gboolean
find_filtered (GlossNotesPane  *self,
               GlossPlacedNote *note,
               guint           *position)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  if (!is_filtering (self))
    return gloss_placed_notes_find (self->notes, note, position);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GlossPlacedNote) other = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if (other == note)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

void
gloss_notes_pane_show_note (GlossNotesPane  *self,
                            GlossPlacedNote *note,
                            gboolean         write)
{
  guint position;

  g_return_if_fail (GLOSS_IS_NOTES_PANE (self));
  g_return_if_fail (self->notes != NULL);

  if (!find_filtered (self, note, &position))
    {
      clear_filter (self);
      if (!find_filtered (self, note, &position))
        return;
    }

  self->tagging = FALSE;
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_SELECT, NULL);
  if (write)
    gloss_notes_pane_begin_writing (self);
}

void
gloss_notes_pane_commit (GlossNotesPane *self)
{
  GlossNoteRow *row;

  g_return_if_fail (GLOSS_IS_NOTES_PANE (self));

  if (self->buffer == NULL)
    return;

  row = g_hash_table_lookup (self->rows, gloss_note_buffer_get_note (self->buffer));
  if (row != NULL && gloss_note_row_get_editor (row) != NULL)
    gloss_note_editor_commit (gloss_note_row_get_editor (row));
  else
    gloss_note_buffer_commit (self->buffer);
}

void
gloss_notes_pane_tag_note (GlossNotesPane  *self,
                           GlossPlacedNote *note)
{
  g_return_if_fail (GLOSS_IS_NOTES_PANE (self));

  gloss_notes_pane_show_note (self, note, TRUE);
  self->tagging = self->write_id != 0;
}
