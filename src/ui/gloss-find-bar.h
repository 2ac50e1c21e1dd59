/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "document/gloss-document-search.h"
#include "document/gloss-parallel-rows.h"

G_BEGIN_DECLS

/**
 * GlossFindBar:
 *
 * Finds words in a document while they are typed, and goes from one place to the next, round and
 * round; in two that are read in parallel it goes from row to row. It knows no view: it says what
 * was found and where the search stands.
 *
 * Signals:
 * "matches-changed": other matches, or none.
 * "match-chosen" (guint side, guint position): the search goes to a match in this clause of the
 * document of that side; a document that is read alone is the first.
 * "closed": the bar was closed by the user.
 */

#define GLOSS_TYPE_FIND_BAR (gloss_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (GlossFindBar, gloss_find_bar, GLOSS, FIND_BAR, GtkWidget)

/* @document (nullable) */
void    gloss_find_bar_set_document (GlossFindBar  *self,
                                     GlossDocument *document);

/* Looks into both texts. */
void    gloss_find_bar_set_parallel (GlossFindBar      *self,
                                     GlossParallelRows *rows);

/* Opens the bar. The search begins at the clause @from of the first document; @words (nullable) are
 * looked for. */
void    gloss_find_bar_open         (GlossFindBar *self,
                                     guint         from,
                                     const char   *words);
void    gloss_find_bar_close        (GlossFindBar *self);

/* Goes to the next (1) or the previous (-1) match; opens the bar where it is closed. */
void    gloss_find_bar_step         (GlossFindBar *self,
                                     int           direction);

/* (transfer none) (nullable) (element-type GlossDocumentMatch): in the document of that side. */
GArray *gloss_find_bar_get_matches  (GlossFindBar      *self,
                                     GlossParallelSide  side);

/* The one of these on which the search stands, or -1. */
int     gloss_find_bar_get_current  (GlossFindBar      *self,
                                     GlossParallelSide  side);

G_END_DECLS
