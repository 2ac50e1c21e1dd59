/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/**
 * GlossComparisonList:
 *
 * The rows of a comparison, on one of which the reader is, who can walk from change to change.
 *
 * Its actions are "comparison.open" and "comparison.copy", with (bs): whether a clause is one of
 * the new document, and its id; and "comparison.menu", the menu of the current row.
 *
 * Property "stacked": whether the old wording stands above the new one.
 *
 * ::place-changed: the reader is on another row, or there are other rows.
 * ::clause-activated (GlossDocument *document, GlossClause *clause): the reader wants to read this
 * clause in its document.
 *
 * Others add to the rows by two signals, without the list knowing of them:
 * ::row-bound (GlossComparisonRowWidget *widget, GlossComparisonRow *row): the widget shows the
 * row from now on. Here badges are added, gloss_comparison_row_widget_add_badge (); they are gone
 * when it shows another row. It comes again after gloss_comparison_list_refresh_row ().
 * ::menu-opening (GlossComparisonRow *row, GMenu *menu): the menu of the row is being made. Here
 * sections are appended to it; their actions are installed by who appends them.
 */

#define GLOSS_TYPE_COMPARISON_LIST (gloss_comparison_list_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonList, gloss_comparison_list, GLOSS, COMPARISON_LIST, GtkBox)

/* @comparison: (nullable) */
void                gloss_comparison_list_set_comparison   (GlossComparisonList *self,
                                                            GlossComparison     *comparison);

/* (transfer none) (nullable) */
GlossComparisonRow *gloss_comparison_list_get_current_row  (GlossComparisonList *self);

/* What others add to @row has changed; NULL: what they add to any row. */
void                gloss_comparison_list_refresh_row      (GlossComparisonList *self,
                                                            GlossComparisonRow  *row);

/* How many changes there are, and the number of the one on which the reader is, from 1; 0 where
 * the reader is on none. */
guint               gloss_comparison_list_get_n_changes    (GlossComparisonList *self);
guint               gloss_comparison_list_get_change       (GlossComparisonList *self);

/* @step is 1 for the next change, -1 for the one before. */
gboolean            gloss_comparison_list_can_walk         (GlossComparisonList *self,
                                                            int                  step);
void                gloss_comparison_list_walk             (GlossComparisonList *self,
                                                            int                  step);

/* Gives the focus to the row on which the reader is, or to the first one. */
void                gloss_comparison_list_grab_focus       (GlossComparisonList *self);

/* Whether the rows without a change are left out. */
gboolean            gloss_comparison_list_get_only_changes (GlossComparisonList *self);
void                gloss_comparison_list_set_only_changes (GlossComparisonList *self,
                                                            gboolean             only_changes);
void                gloss_comparison_list_set_stacked      (GlossComparisonList *self,
                                                            gboolean             stacked);

G_END_DECLS
