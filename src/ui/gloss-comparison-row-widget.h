/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-comparison-blocks.h"

G_BEGIN_DECLS

/**
 * GlossComparisonRowWidget:
 *
 * One row of a comparison in a list: what became of the clause, and the old wording beside the
 * new one, above it, or both in one. It draws its texts itself instead of having labels, for a list
 * makes two hundred rows for each jump; so the list item has to say what stands here to those who
 * do not see it.
 *
 * A double click on a clause activates the action "comparison.open" with (bs): whether the clause
 * is one of the new document, and its id. A click on a fold activates "comparison.toggle-fold", the
 * link of a row that moved "comparison.follow".
 *
 * ::menu-requested (x, y): the pointer asks for a menu, there.
 */

#define GLOSS_TYPE_COMPARISON_ROW_WIDGET (gloss_comparison_row_widget_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonRowWidget, gloss_comparison_row_widget, GLOSS, COMPARISON_ROW_WIDGET, GtkWidget)

GtkWidget           *gloss_comparison_row_widget_new         (void);

/* Shows @item of @comparison; both NULL: nothing. Its badges are gone then. */
void                 gloss_comparison_row_widget_set_item    (GlossComparisonRowWidget *self,
                                                              GlossComparison          *comparison,
                                                              GlossComparisonItem      *item);

/* (transfer none) (nullable): the row may stand on the screen twice, at its old place as well. */
GlossComparisonItem *gloss_comparison_row_widget_get_item    (GlossComparisonRowWidget *self);
GlossComparisonRow  *gloss_comparison_row_widget_get_row     (GlossComparisonRowWidget *self);

/* @matches (nullable): words that were looked up and are marked; not held, and replaced before they
 * are gone. */
void                 gloss_comparison_row_widget_set_layout  (GlossComparisonRowWidget *self,
                                                              GlossComparisonLayout     layout,
                                                              GlossPalette              palette,
                                                              GlossPhraseCount         *matches);

/* Whether somebody sees the row, or is about to. One that nobody sees guesses its height and draws
 * nothing. A row is seen until it is told otherwise. */
void                 gloss_comparison_row_widget_set_seen    (GlossComparisonRowWidget *self,
                                                              gboolean                  seen);
gboolean             gloss_comparison_row_widget_get_seen    (GlossComparisonRowWidget *self);

/* Adds a small widget to what stands above the wordings, at the end: a sign that the row bears a
 * note, for instance. @spoken says the same in words; a screen reader hears it after the name of
 * the row. To be called from GlossComparisonList::row-bound. */
void                 gloss_comparison_row_widget_add_badge    (GlossComparisonRowWidget *self,
                                                               GtkWidget                *badge,
                                                               const char               *spoken);
void                 gloss_comparison_row_widget_clear_badges (GlossComparisonRowWidget *self);

/* (transfer full): what is spoken of all badges, "" where there is none. */
char                *gloss_comparison_row_widget_speak_badges (GlossComparisonRowWidget *self);

/* (transfer none) (nullable): the wordings as they are drawn, the old ones first; to look at. */
guint                 gloss_comparison_row_widget_get_n_blocks (GlossComparisonRowWidget *self);
GlossComparisonBlock *gloss_comparison_row_widget_get_block    (GlossComparisonRowWidget *self,
                                                                guint                     index);

G_END_DECLS
