/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-placed-notes.h"

G_BEGIN_DECLS

/**
 * GlossNoteBuffer:
 *
 * The text of a note while it is written. There is no saving: what was typed goes to the store
 * when the typing pauses, and when gloss_note_buffer_commit () is called, which everybody does who
 * takes the buffer away from the writer. It takes in what changes the note from elsewhere, such as
 * undo, unless the writer has typed since.
 */

/* Milliseconds without typing after which the text is written. */
#define GLOSS_NOTE_BUFFER_PAUSE 400

#define GLOSS_TYPE_NOTE_BUFFER (gloss_note_buffer_get_type ())
G_DECLARE_FINAL_TYPE (GlossNoteBuffer, gloss_note_buffer, GLOSS, NOTE_BUFFER, GtkTextBuffer)

/* (transfer full) */
GlossNoteBuffer *gloss_note_buffer_new      (GlossPlacedNotes *notes,
                                             GlossPlacedNote  *note);

/* (transfer none) */
GlossPlacedNote *gloss_note_buffer_get_note (GlossNoteBuffer *self);

/* Writes what is not written yet. */
void             gloss_note_buffer_commit   (GlossNoteBuffer *self);

G_END_DECLS
