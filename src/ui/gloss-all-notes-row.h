/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-note-places.h"

G_BEGIN_DECLS

/**
 * GlossAllNotesRow:
 *
 * The place of one note in the list of all notes. It is empty, and costs next to nothing, until it
 * is filled with a card that shows the note.
 */

#define GLOSS_TYPE_ALL_NOTES_ROW (gloss_all_notes_row_get_type ())
G_DECLARE_FINAL_TYPE (GlossAllNotesRow, gloss_all_notes_row, GLOSS, ALL_NOTES_ROW, GtkWidget)

/* @spare (element-type GlossAllNotesCard): the cards that no row of the list uses. A row takes its
 * card from there, and puts it back. */
GtkWidget *gloss_all_notes_row_new       (GPtrArray        *spare);

/* @annotation (nullable): NULL for none. @item must outlive it. The row is empty until it is
 * filled. */
void       gloss_all_notes_row_bind      (GlossAllNotesRow *self,
                                          GtkListItem      *item,
                                          GlossAnnotation  *annotation);

/* Shows the note, and marks the words of @search. */
void       gloss_all_notes_row_fill      (GlossAllNotesRow *self,
                                          GlossNotePlaces  *places,
                                          const char       *search);

/* Shows all of it anew, where it is filled. */
void       gloss_all_notes_row_update    (GlossAllNotesRow *self);

G_END_DECLS
