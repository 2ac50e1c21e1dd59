/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-note-editor.h"

G_BEGIN_DECLS

/**
 * GlossNoteRow:
 *
 * One note in the list of notes: its citation, the words it stands on, its text, tags and colour.
 * The row of the chosen note has an editor in the place of text and tags; the others have none,
 * so that they are cheap.
 *
 * Signals: "remove-clicked"; "confirm-clicked"; "left": the writer is done with it.
 */

#define GLOSS_TYPE_NOTE_ROW (gloss_note_row_get_type ())
G_DECLARE_FINAL_TYPE (GlossNoteRow, gloss_note_row, GLOSS, NOTE_ROW, GtkWidget)

GtkWidget       *gloss_note_row_new        (void);

/* @note (nullable): NULL empties the row. @item must outlive it. */
void             gloss_note_row_set_note   (GlossNoteRow     *self,
                                            GtkListItem      *item,
                                            GlossPlacedNote  *note);

/* (transfer none) (nullable) */
GlossPlacedNote *gloss_note_row_get_note   (GlossNoteRow *self);

/* @editor (transfer full) (nullable): for the note of the row; NULL ends the editing. */
void             gloss_note_row_set_editor (GlossNoteRow    *self,
                                            GlossNoteEditor *editor);

/* (transfer none) (nullable) */
GlossNoteEditor *gloss_note_row_get_editor (GlossNoteRow *self);

G_END_DECLS
