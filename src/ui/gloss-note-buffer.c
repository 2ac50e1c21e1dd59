/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-buffer"

#include "config.h"

#include "ui/gloss-note-buffer.h"

struct _GlossNoteBuffer
{
  GtkTextBuffer     parent_instance;

  GlossPlacedNotes *notes;
  GlossPlacedNote  *note;
  GSignalGroup     *annotation_signals;

  guint             pause_id; /* not 0: there is text to be written */
  gboolean          loading;
};

G_DEFINE_FINAL_TYPE (GlossNoteBuffer, gloss_note_buffer, GTK_TYPE_TEXT_BUFFER)

static char *
dup_text (GlossNoteBuffer *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (self), &start, &end, TRUE);
}

static void
load (GlossNoteBuffer *self)
{
  const char *note = gloss_annotation_get_note (gloss_placed_note_get_annotation (self->note));
  g_autofree char *text = dup_text (self);

  if (self->pause_id != 0 || g_str_equal (text, note))
    return;

  self->loading = TRUE;
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (self), note, -1);
  self->loading = FALSE;
}

static void
pause_cb (gpointer user_data)
{
  gloss_note_buffer_commit (user_data);
}

static void
gloss_note_buffer_changed (GtkTextBuffer *buffer)
{
  GlossNoteBuffer *self = GLOSS_NOTE_BUFFER (buffer);

  GTK_TEXT_BUFFER_CLASS (gloss_note_buffer_parent_class)->changed (buffer);

  if (self->loading || self->notes == NULL)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_once (GLOSS_NOTE_BUFFER_PAUSE, pause_cb, self);
}

static void
gloss_note_buffer_dispose (GObject *object)
{
  GlossNoteBuffer *self = GLOSS_NOTE_BUFFER (object);

  gloss_note_buffer_commit (self);
  g_clear_object (&self->annotation_signals);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (gloss_note_buffer_parent_class)->dispose (object);
}

static void
gloss_note_buffer_finalize (GObject *object)
{
  g_clear_object (&GLOSS_NOTE_BUFFER (object)->note);

  G_OBJECT_CLASS (gloss_note_buffer_parent_class)->finalize (object);
}

static void
gloss_note_buffer_class_init (GlossNoteBufferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  object_class->dispose = gloss_note_buffer_dispose;
  object_class->finalize = gloss_note_buffer_finalize;
  buffer_class->changed = gloss_note_buffer_changed;
}

static void
gloss_note_buffer_init (GlossNoteBuffer *self)
{
}

GlossNoteBuffer *
gloss_note_buffer_new (GlossPlacedNotes *notes,
                       GlossPlacedNote  *note)
{
  GlossNoteBuffer *self;

  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (notes), NULL);
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (note), NULL);

  self = g_object_new (GLOSS_TYPE_NOTE_BUFFER, NULL);
  self->notes = g_object_ref (notes);
  self->note = g_object_ref (note);

  self->annotation_signals = g_signal_group_new (GLOSS_TYPE_ANNOTATION);
  g_signal_group_connect_swapped (self->annotation_signals, "notify::note", G_CALLBACK (load), self);
  g_object_bind_property (note, "annotation", self->annotation_signals, "target", G_BINDING_SYNC_CREATE);

  /* What the note says already is nothing that the writer could undo. */
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), FALSE);
  load (self);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (self), TRUE);

  return self;
}

GlossPlacedNote *
gloss_note_buffer_get_note (GlossNoteBuffer *self)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_BUFFER (self), NULL);

  return self->note;
}

void
gloss_note_buffer_commit (GlossNoteBuffer *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GLOSS_IS_NOTE_BUFFER (self));

  if (self->pause_id == 0)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  text = dup_text (self);
  gloss_placed_notes_set_note (self->notes, self->note, text);
}
