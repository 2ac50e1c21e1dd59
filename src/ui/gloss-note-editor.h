/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "annotation/gloss-notebook.h"
#include "ui/gloss-note-buffer.h"

G_BEGIN_DECLS

/**
 * GlossNoteEditor:
 *
 * The part of a note that can be written: its text, its tags and its colour. Whatever is changed
 * is in the store at once, the text after a pause.
 *
 * Signals: "left": the writer is done with it (Escape, Ctrl+Enter).
 */

#define GLOSS_TYPE_NOTE_EDITOR (gloss_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (GlossNoteEditor, gloss_note_editor, GLOSS, NOTE_EDITOR, GtkWidget)

/* @notebook (nullable): where suggestions of tags come from. */
GtkWidget *gloss_note_editor_new    (GlossPlacedNotes *notes,
                                     GlossNoteBuffer  *buffer,
                                     GlossNotebook    *notebook);

/* Writes what is not written yet, the text and a tag in the making. */
void       gloss_note_editor_commit (GlossNoteEditor *self);

/* Gives the focus to where tags are added. */
void       gloss_note_editor_focus_tags (GlossNoteEditor *self);

G_END_DECLS
