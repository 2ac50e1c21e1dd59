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

/* @annotation (nullable): NULL empties the row. @item must outlive it. @search: what was looked
 * for. */
void       gloss_all_notes_row_bind       (GlossAllNotesRow *self,
                                           GtkListItem      *item,
                                           GlossAnnotation  *annotation,
                                           GlossNotePlaces  *places,
                                           const char       *search);

/* Marks other words. */
void       gloss_all_notes_row_set_search (GlossAllNotesRow *self,
                                           const char       *search);

/* Shows the place anew, when there are other documents. */
void       gloss_all_notes_row_update     (GlossAllNotesRow *self);

G_END_DECLS
