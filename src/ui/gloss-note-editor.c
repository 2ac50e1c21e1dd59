/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-editor"

#include "config.h"

#include "ui/gloss-note-editor.h"

#include "ui/gloss-color-picker.h"
#include "ui/gloss-tag-editor.h"

struct _GlossNoteEditor
{
  GtkWidget         parent_instance;

  GtkTextView      *text_view;
  GlossTagEditor   *tag_editor;
  GlossColorPicker *color_picker;

  GlossPlacedNotes *notes;
  GlossNoteBuffer  *buffer;
  GSignalGroup     *annotation_signals;
};

G_DEFINE_FINAL_TYPE (GlossNoteEditor, gloss_note_editor, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GlossAnnotation *
get_annotation (GlossNoteEditor *self)
{
  return gloss_placed_note_get_annotation (gloss_note_buffer_get_note (self->buffer));
}

static void
show_tags (GlossNoteEditor *self)
{
  gloss_tag_editor_set_tags (self->tag_editor, gloss_annotation_get_tags (get_annotation (self)));
}

static void
show_color (GlossNoteEditor *self)
{
  gloss_color_picker_set_color (self->color_picker, gloss_annotation_get_color (get_annotation (self)));
}

/* A note that was begun becomes another annotation when it is written. */
static void
annotation_changed_cb (GlossNoteEditor *self)
{
  g_signal_group_set_target (self->annotation_signals, get_annotation (self));
  show_tags (self);
  show_color (self);
}

static void
tags_changed_cb (GlossNoteEditor *self)
{
  g_auto (GStrv) tags = g_strdupv ((char **) gloss_tag_editor_get_tags (self->tag_editor));

  gloss_placed_notes_set_tags (self->notes, gloss_note_buffer_get_note (self->buffer), (const char * const *) tags);

  /* What the store made of them. */
  show_tags (self);
}

static void
color_picked_cb (GlossNoteEditor *self,
                 int              color)
{
  gloss_placed_notes_set_color (self->notes, gloss_note_buffer_get_note (self->buffer), color);
}

static void
focus_left_cb (GlossNoteEditor *self)
{
  gloss_note_buffer_commit (self->buffer);
}

static void
leave_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_LEFT], 0);
}

/* The usual one takes the focus itself where no child is left, and so would never let Shift+Tab out of the text. */
static gboolean
gloss_note_editor_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  gboolean backward = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = backward ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  while (child != NULL && !gtk_widget_child_focus (child, direction))
    child = backward ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);

  return child != NULL;
}

static gboolean
gloss_note_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GLOSS_NOTE_EDITOR (widget)->text_view));
}

static void
gloss_note_editor_dispose (GObject *object)
{
  GlossNoteEditor *self = GLOSS_NOTE_EDITOR (object);
  GtkWidget *child;

  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (gloss_note_buffer_get_note (self->buffer), self);
  g_clear_object (&self->annotation_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_NOTE_EDITOR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->buffer);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (gloss_note_editor_parent_class)->dispose (object);
}

static void
gloss_note_editor_class_init (GlossNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_note_editor_dispose;
  widget_class->focus = gloss_note_editor_focus;
  widget_class->grab_focus = gloss_note_editor_grab_focus;

  signals[SIGNAL_LEFT] =
      g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "note-editor.leave", NULL, leave_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossNoteEditor, text_view);
}

static void
gloss_note_editor_init (GlossNoteEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
gloss_note_editor_new (GlossPlacedNotes *notes,
                       GlossNoteBuffer  *buffer,
                       GlossNotebook    *notebook)
{
  GlossNoteEditor *self = g_object_new (GLOSS_TYPE_NOTE_EDITOR, NULL);

  self->notes = g_object_ref (notes);
  self->buffer = g_object_ref (buffer);
  gtk_text_view_set_buffer (self->text_view, GTK_TEXT_BUFFER (buffer));

  self->tag_editor = GLOSS_TAG_EDITOR (gloss_tag_editor_new (notebook));
  gtk_widget_set_parent (GTK_WIDGET (self->tag_editor), GTK_WIDGET (self));
  self->color_picker = g_object_new (GLOSS_TYPE_COLOR_PICKER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->color_picker), GTK_WIDGET (self));

  self->annotation_signals = g_signal_group_new (GLOSS_TYPE_ANNOTATION);
  g_signal_group_connect_swapped (self->annotation_signals, "notify::tags", G_CALLBACK (show_tags), self);
  g_signal_group_connect_swapped (self->annotation_signals, "notify::color", G_CALLBACK (show_color), self);
  g_signal_connect_object (gloss_note_buffer_get_note (buffer), "notify::annotation",
                           G_CALLBACK (annotation_changed_cb), self, G_CONNECT_SWAPPED);
  annotation_changed_cb (self);

  g_signal_connect_object (self->tag_editor, "tags-changed", G_CALLBACK (tags_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->color_picker, "color-picked", G_CALLBACK (color_picked_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
gloss_note_editor_commit (GlossNoteEditor *self)
{
  g_return_if_fail (GLOSS_IS_NOTE_EDITOR (self));

  gloss_note_buffer_commit (self->buffer);
  gloss_tag_editor_commit (self->tag_editor);
}

void
gloss_note_editor_focus_tags (GlossNoteEditor *self)
{
  g_return_if_fail (GLOSS_IS_NOTE_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->tag_editor));
}
