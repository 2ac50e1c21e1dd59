/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/**
 * GlossComparisonRowWidget:
 *
 * One row of a comparison in a list: what became of the clause, and the old wording beside the
 * new one, or above it. A double click on a clause activates the action "comparison.open" with
 * (bs): whether the clause is one of the new document, and its id.
 *
 * Property "stacked": whether the old wording stands above the new one instead of beside it.
 *
 * ::menu-requested (x, y): the pointer asks for a menu, there.
 */

#define GLOSS_TYPE_COMPARISON_ROW_WIDGET (gloss_comparison_row_widget_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonRowWidget, gloss_comparison_row_widget, GLOSS, COMPARISON_ROW_WIDGET, GtkWidget)

GtkWidget          *gloss_comparison_row_widget_new         (void);

/* Shows @row of @comparison; both NULL: nothing. */
void                gloss_comparison_row_widget_set_row     (GlossComparisonRowWidget *self,
                                                             GlossComparison          *comparison,
                                                             GlossComparisonRow       *row);

/* (transfer none) (nullable) */
GlossComparisonRow *gloss_comparison_row_widget_get_row     (GlossComparisonRowWidget *self);

void                gloss_comparison_row_widget_set_stacked (GlossComparisonRowWidget *self,
                                                             gboolean                  stacked);

/* Adds a small widget to what stands above the wordings, at the end: a sign that the row bears a
 * note, for instance. @spoken says the same in words; a screen reader hears it after the name of
 * the row. To be called from GlossComparisonList::row-bound. */
void                gloss_comparison_row_widget_add_badge    (GlossComparisonRowWidget *self,
                                                              GtkWidget                *badge,
                                                              const char               *spoken);
void                gloss_comparison_row_widget_clear_badges (GlossComparisonRowWidget *self);

/* (transfer full): what is spoken of all badges, "" where there is none. */
char               *gloss_comparison_row_widget_speak_badges (GlossComparisonRowWidget *self);

G_END_DECLS
