/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "document/gloss-document-search.h"
#include "ui/gloss-placed-notes.h"

G_BEGIN_DECLS

/**
 * GlossReaderView:
 *
 * The text of a document, clause by clause, with its marks. Clauses are selected like the rows of
 * any list; inside one clause a phrase can be selected. It shows and asks; what to do with a note
 * is decided by its owner.
 *
 * Two languages of a document stand side by side where there is room, else one above the other, the
 * same clause on the same row. The reader is on one of the two sides, the active one, which a click,
 * the focus and the keys Left and Right choose: what is selected are the clauses of that side.
 *
 * Property "stacked": whether the two stand one above the other.
 *
 * Signals:
 * "selection-changed": other clauses are selected, or those of the other side.
 * "note-picked" (GlossPlacedNote *): the mark of a note was clicked.
 * "clause-activated" (guint position): a clause was chosen by Enter or a double click.
 * "place-changed": the text was scrolled.
 */

#define GLOSS_TYPE_READER_VIEW (gloss_reader_view_get_type ())
G_DECLARE_FINAL_TYPE (GlossReaderView, gloss_reader_view, GLOSS, READER_VIEW, GtkWidget)

/* @document (nullable), @notes (nullable): without them no marks are shown. */
void             gloss_reader_view_set_document     (GlossReaderView  *self,
                                                     GlossDocument    *document,
                                                     GlossPlacedNotes *notes);

/* The texts of @rows (transfer none) beside each other; @notes (nullable) are those of both. */
void             gloss_reader_view_set_parallel     (GlossReaderView   *self,
                                                     GlossParallelRows *rows,
                                                     GlossPlacedNotes  *notes);

/* The notes (nullable) on the texts that are shown already. */
void             gloss_reader_view_set_notes        (GlossReaderView  *self,
                                                     GlossPlacedNotes *notes);

/* (transfer none) (nullable): the document of the active side. Where that side has none of the
 * selected rows, it is the other one. */
GlossDocument   *gloss_reader_view_get_document     (GlossReaderView *self);
GlossParallelSide gloss_reader_view_get_active      (GlossReaderView *self);

/* (transfer full): the positions of the selected clauses in that document; empty without one. */
GtkBitset       *gloss_reader_view_get_selection    (GlossReaderView *self);

/* Whether the first of them is on the screen. */
gboolean         gloss_reader_view_sees_selection   (GlossReaderView *self);

/* The selected phrase, in code points of the text of @clause (transfer none). */
gboolean         gloss_reader_view_get_phrase       (GlossReaderView  *self,
                                                     GlossClause     **clause,
                                                     guint            *start,
                                                     guint            *end);
void             gloss_reader_view_clear_phrase     (GlossReaderView *self);

typedef enum
{
  GLOSS_READER_SELECT = 1 << 0, /* select the clause, and nothing else */
  GLOSS_READER_FOCUS  = 1 << 1, /* give it the focus */
  GLOSS_READER_TOP    = 1 << 2, /* put it at the top of the view; else it is only made visible */
  GLOSS_READER_FLASH  = 1 << 3, /* draw the eye to it */
} GlossReaderFlags;

/* Works at once or, where the view is not on the screen yet, as soon as it is. @position: in the
 * first document. */
void             gloss_reader_view_show_clause      (GlossReaderView  *self,
                                                     guint             position,
                                                     GlossReaderFlags  flags);

void             gloss_reader_view_show_clause_in   (GlossReaderView   *self,
                                                     GlossParallelSide  side,
                                                     guint              position,
                                                     GlossReaderFlags   flags);

/* Goes to where reading stopped: @top (nullable) at the top of the view, and @selected (nullable)
 * selected. The focus goes to the text. */
void             gloss_reader_view_restore          (GlossReaderView *self,
                                                     GlossClause     *top,
                                                     GlossClause     *selected);

/* (transfer none) (nullable): the clause of the first document at the top of what is on the screen. */
GlossClause     *gloss_reader_view_get_top_clause   (GlossReaderView *self);

/* Gives the focus to the text. */
void             gloss_reader_view_grab_text_focus  (GlossReaderView *self);

/* @matches (nullable) (element-type GlossDocumentMatch), in reading order, in the document of
 * @side, and the one on which the search stands, or -1. */
void             gloss_reader_view_set_matches      (GlossReaderView   *self,
                                                     GlossParallelSide  side,
                                                     GArray            *matches,
                                                     int                current);

/* @note (nullable): the note that is chosen, whose mark stands out. */
void             gloss_reader_view_set_current_note (GlossReaderView *self,
                                                     GlossPlacedNote *note);

/* Whether the marks of notes are shown, with what tells that there are notes. */
void             gloss_reader_view_set_show_marks   (GlossReaderView *self,
                                                     gboolean         shown);

G_END_DECLS
