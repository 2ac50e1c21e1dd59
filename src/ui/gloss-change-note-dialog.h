/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/gloss-row-notes.h"

G_BEGIN_DECLS

/**
 * GlossChangeNoteDialog:
 *
 * The notes on one row of a comparison, and a place to write another one. What is written goes on
 * the change, or on the one clause of a row that has no other; words that are selected in either
 * wording are what it is about. There is no saving: what was typed goes to the store when the typing
 * pauses and when the dialog is closed.
 *
 * Signals: "stored" (GlossAnnotationStore *): something was changed in that store, which can be
 * undone there.
 */

#define GLOSS_TYPE_CHANGE_NOTE_DIALOG (gloss_change_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossChangeNoteDialog, gloss_change_note_dialog, GLOSS, CHANGE_NOTE_DIALOG, AdwDialog)

/* @row: of @comparison, whose notes @notes are. */
AdwDialog *gloss_change_note_dialog_new    (GlossComparison    *comparison,
                                            GlossComparisonRow *row,
                                            GlossRowNotes      *notes,
                                            GlossNotebook      *notebook);

/* Writes what is not written yet. */
void       gloss_change_note_dialog_commit (GlossChangeNoteDialog *self);

G_END_DECLS
