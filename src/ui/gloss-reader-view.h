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
 * Signals:
 * "selection-changed": other clauses are selected.
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

/* (transfer full): the positions of the selected clauses; empty without a document. */
GtkBitset       *gloss_reader_view_get_selection    (GlossReaderView *self);

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

/* Works at once or, where the view is not on the screen yet, as soon as it is. */
void             gloss_reader_view_show_clause      (GlossReaderView  *self,
                                                     guint             position,
                                                     GlossReaderFlags  flags);

/* Goes to where reading stopped: @top (nullable) at the top of the view, and @selected (nullable)
 * selected. The focus goes to the text. */
void             gloss_reader_view_restore          (GlossReaderView *self,
                                                     GlossClause     *top,
                                                     GlossClause     *selected);

/* (transfer none) (nullable): the clause at the top of what is on the screen. */
GlossClause     *gloss_reader_view_get_top_clause   (GlossReaderView *self);

/* Gives the focus to the text. */
void             gloss_reader_view_grab_text_focus  (GlossReaderView *self);

/* @matches (nullable) (element-type GlossDocumentMatch), in reading order, and the one on which
 * the search stands, or -1. */
void             gloss_reader_view_set_matches      (GlossReaderView *self,
                                                     GArray          *matches,
                                                     int              current);

/* @note (nullable): the note that is chosen, whose mark stands out. */
void             gloss_reader_view_set_current_note (GlossReaderView *self,
                                                     GlossPlacedNote *note);

G_END_DECLS
