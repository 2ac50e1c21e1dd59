/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "annotation/gloss-notebook.h"
#include "ui/gloss-placed-notes.h"

G_BEGIN_DECLS

/**
 * GlossNotesPane:
 *
 * The notes of the document beside its text, in the order of the text, with a filter by words and
 * by tag. The chosen note can be written; there is nothing to save.
 *
 * Signals:
 * "note-selected" (GlossPlacedNote *, nullable): another note is chosen, or none.
 * "note-removed": the user removed a note, which can be undone.
 * "left": the writer is done with the note.
 */

#define GLOSS_TYPE_NOTES_PANE (gloss_notes_pane_get_type ())
G_DECLARE_FINAL_TYPE (GlossNotesPane, gloss_notes_pane, GLOSS, NOTES_PANE, GtkWidget)

/* @notes (nullable): NULL: there is no document, or its notes can't be opened.
 * @notebook (nullable): where suggestions of tags come from. */
void             gloss_notes_pane_set_notes    (GlossNotesPane   *self,
                                                GlossPlacedNotes *notes,
                                                GlossNotebook    *notebook);

/* (transfer none) (nullable) */
GlossPlacedNote *gloss_notes_pane_get_selected (GlossNotesPane *self);

/* Chooses @note and brings it into view, taking away a filter that hides it. @write: the caret
 * goes into its text. */
void             gloss_notes_pane_show_note    (GlossNotesPane  *self,
                                                GlossPlacedNote *note,
                                                gboolean         write);

/* Writes what is not written yet. */
void             gloss_notes_pane_commit       (GlossNotesPane *self);

/* Shows @note, and lets the user tag it. */
void             gloss_notes_pane_tag_note     (GlossNotesPane  *self,
                                                GlossPlacedNote *note);

G_END_DECLS
