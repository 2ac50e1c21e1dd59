/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-note-places.h"

G_BEGIN_DECLS

/**
 * GlossAllNotesRow:
 *
 * One note in the list of all notes: its citation, an excerpt of what it stands on, its text, tags,
 * colour, author and date. The words that were looked for are marked. A check shows whether the
 * row is selected, and selects it beside the others.
 */

#define GLOSS_TYPE_ALL_NOTES_ROW (gloss_all_notes_row_get_type ())
G_DECLARE_FINAL_TYPE (GlossAllNotesRow, gloss_all_notes_row, GLOSS, ALL_NOTES_ROW, GtkWidget)

GtkWidget *gloss_all_notes_row_new        (void);

/* @annotation (nullable): NULL for none. @item must outlive it. The row is empty until it is
 * filled. */
void       gloss_all_notes_row_bind       (GlossAllNotesRow *self,
                                           GtkListItem      *item,
                                           GlossAnnotation  *annotation,
                                           GlossNotePlaces  *places);

/* Shows the note, and marks the words of @search. */
void       gloss_all_notes_row_fill       (GlossAllNotesRow *self,
                                           const char       *search);

/* Shows the place anew, when there are other documents. */
void       gloss_all_notes_row_update     (GlossAllNotesRow *self);

G_END_DECLS
