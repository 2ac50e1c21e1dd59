/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-note-places.h"

G_BEGIN_DECLS

/**
 * GlossAllNotesCard:
 *
 * What is seen of one note in the list of all notes: its citation, an excerpt of what it stands on,
 * its text, tags, colour, author and date. The words that were looked for are marked. A check shows
 * whether the row is selected, and selects it beside the others.
 *
 * It is made of many widgets, so that there are as few of it as can be: a row that is not seen has
 * none, and one is used again and again.
 */

#define GLOSS_TYPE_ALL_NOTES_CARD (gloss_all_notes_card_get_type ())
G_DECLARE_FINAL_TYPE (GlossAllNotesCard, gloss_all_notes_card, GLOSS, ALL_NOTES_CARD, GtkWidget)

GlossAllNotesCard *gloss_all_notes_card_new    (void);

/* Shows @annotation in the row of @item, which must live until the card shows another or is
 * cleared, and marks the words of @search. */
void               gloss_all_notes_card_show   (GlossAllNotesCard *self,
                                                GtkListItem       *item,
                                                GlossAnnotation   *annotation,
                                                GlossNotePlaces   *places,
                                                const char        *search);

/* Lets go of the note and of the row. */
void               gloss_all_notes_card_clear  (GlossAllNotesCard *self);

/* Marks the words of @search instead of others. */
void               gloss_all_notes_card_mark   (GlossAllNotesCard *self,
                                                const char        *search);

/* Shows all of it anew. */
void               gloss_all_notes_card_update (GlossAllNotesCard *self);

G_END_DECLS
