/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/gloss-note-filter.h"

G_BEGIN_DECLS

/**
 * GlossNoteFilterBar:
 *
 * What notes can be filtered by other than words: tag, colour, document, author, date and state,
 * each a list to choose from. They stand in as many rows as they need, so that none is cut, or one
 * below the other.
 *
 * Signals: "changed": something else is chosen.
 */

#define GLOSS_TYPE_NOTE_FILTER_BAR (gloss_note_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (GlossNoteFilterBar, gloss_note_filter_bar, GLOSS, NOTE_FILTER_BAR, GtkWidget)

GtkWidget *gloss_note_filter_bar_new          (void);

/* GTK_ORIENTATION_HORIZONTAL, as it begins, is in rows. */
void       gloss_note_filter_bar_set_orientation (GlossNoteFilterBar *self,
                                                  GtkOrientation      orientation);

/* Offers the tags, documents and authors that are in @annotations (GListModel of GlossAnnotation).
 * What was chosen stays chosen while it is still there. */
void       gloss_note_filter_bar_set_offers   (GlossNoteFilterBar *self,
                                               GListModel         *annotations,
                                               GlossNotePlaces    *places);

/* Fills in all of @criteria but the words. The strings are valid until something else is chosen or
 * offered. */
void       gloss_note_filter_bar_get_criteria (GlossNoteFilterBar *self,
                                               GlossNoteCriteria  *criteria);

/* Sets all to any but the tag. FALSE where @tag is not offered; then nothing is changed. */
gboolean   gloss_note_filter_bar_choose_tag   (GlossNoteFilterBar *self,
                                               const char         *tag);

/* How many of the lists are set to something. */
guint      gloss_note_filter_bar_count        (GlossNoteFilterBar *self);

/* Sets all to any. */
void       gloss_note_filter_bar_reset        (GlossNoteFilterBar *self);

G_END_DECLS
