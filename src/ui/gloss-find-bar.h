/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "document/gloss-document-search.h"

G_BEGIN_DECLS

/**
 * GlossFindBar:
 *
 * Finds words in a document while they are typed, and goes from one place to the next, round and
 * round. It knows no view: it says what was found and where the search stands.
 *
 * Signals:
 * "matches-changed": other matches, or none.
 * "match-chosen" (guint position): the search goes to a match in this clause.
 * "closed": the bar was closed by the user.
 */

#define GLOSS_TYPE_FIND_BAR (gloss_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (GlossFindBar, gloss_find_bar, GLOSS, FIND_BAR, GtkWidget)

/* @document (nullable) */
void    gloss_find_bar_set_document (GlossFindBar  *self,
                                     GlossDocument *document);

/* Opens the bar. The search begins at the clause @from; @words (nullable) are looked for. */
void    gloss_find_bar_open         (GlossFindBar *self,
                                     guint         from,
                                     const char   *words);
void    gloss_find_bar_close        (GlossFindBar *self);

/* Goes to the next (1) or the previous (-1) match; opens the bar where it is closed. */
void    gloss_find_bar_step         (GlossFindBar *self,
                                     int           direction);

/* (transfer none) (nullable) (element-type GlossDocumentMatch) */
GArray *gloss_find_bar_get_matches  (GlossFindBar *self);

/* The match on which the search stands, or -1. */
int     gloss_find_bar_get_current  (GlossFindBar *self);

G_END_DECLS
