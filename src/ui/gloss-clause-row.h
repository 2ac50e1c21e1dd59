/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * GlossClauseRow:
 *
 * One clause in the reading view: its label, its text, and at the margin whether it carries notes
 * and how far its wording is confirmed. The text can be selected with pointer and keyboard. Rows
 * are used again for other clauses: everything in them is set anew by
 * gloss_clause_row_set_clause ().
 *
 * Property "speech" (read only): what a screen reader says of the clause, in words.
 *
 * Signals:
 * "phrase-begun": the reader is about to select a phrase in this row.
 * "text-clicked" (guint byte): a plain click on the text, selecting nothing.
 * "marker-clicked": the sign that says that there are notes.
 * "text-left" (int direction): the caret leaves the text, upwards (-1), downwards (1), or (0) for
 * the clause itself.
 */

#define GLOSS_TYPE_CLAUSE_ROW (gloss_clause_row_get_type ())
G_DECLARE_FINAL_TYPE (GlossClauseRow, gloss_clause_row, GLOSS, CLAUSE_ROW, GtkWidget)

GtkWidget   *gloss_clause_row_new        (void);

/* @clause (nullable): NULL empties the row. @item: the list item that shows the row, which must
 * outlive it. */
void         gloss_clause_row_set_clause (GlossClauseRow *self,
                                          GtkListItem    *item,
                                          GlossClause    *clause,
                                          const char     *language);

/* (transfer none) (nullable) */
GlossClause *gloss_clause_row_get_clause (GlossClauseRow *self);

/* @attributes (transfer none): marks for the text, which the row may change. @n_notes: how many
 * notes are on the clause. @bar_class (nullable): the CSS class of the line beside the text. */
void         gloss_clause_row_set_marks  (GlossClauseRow *self,
                                          PangoAttrList  *attributes,
                                          guint           n_notes,
                                          const char     *bar_class);

/* How many of the notes are on words in another language, and so on the clause; it shows with the
 * marks that are set next. */
void         gloss_clause_row_set_n_from_other (GlossClauseRow *self,
                                                guint           n_from_other);

/* (transfer full) (nullable): says so, in words. */
char        *gloss_clause_row_dup_other_remark (GlossClauseRow *self);

/* The selected phrase, in code points of the text. FALSE: there is none, or it is all of it, so
 * that the clause is meant. */
gboolean     gloss_clause_row_get_phrase (GlossClauseRow *self,
                                          guint          *start,
                                          guint          *end);
gboolean     gloss_clause_row_has_phrase (GlossClauseRow *self);
void         gloss_clause_row_clear_phrase (GlossClauseRow *self);

/* Gives the focus to the list item that shows the row. */
void         gloss_clause_row_grab_item_focus (GlossClauseRow *self);

/* Draws the eye to the row for a moment. */
void         gloss_clause_row_flash      (GlossClauseRow *self);

G_END_DECLS
