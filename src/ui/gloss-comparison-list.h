/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comparison/gloss-phrase-count.h"
#include "ui/gloss-comparison-items.h"
#include "ui/gloss-comparison-palette.h"

G_BEGIN_DECLS

/**
 * GlossComparisonList:
 *
 * The rows of a comparison, on one of which the reader is, who can walk from change to change.
 *
 * Its actions are "comparison.open" and "comparison.copy", with (bs): whether a clause is one of
 * the new document, and its id; "comparison.menu", the menu of the current row;
 * "comparison.toggle-fold", with the id of the new clause that begins a stretch of unchanged ones;
 * and "comparison.follow", with (bs): whether the reader is where a clause moved away, and its id in
 * the new document: goes to the other end.
 *
 * Properties "stacked": whether the old wording stands above the new one; "redline": whether both
 * are shown in one; "colorblind": whether marks have colours that everybody can tell apart; "folding":
 * whether stretches of unchanged clauses are folded.
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
/* (transfer none): what is shown. Which states are changes, what is folded and what is left out is
 * chosen by the functions below, for the reader stays where they are then. */
GlossComparisonItems *
                    gloss_comparison_list_get_items        (GlossComparisonList *self);
void                gloss_comparison_list_set_states       (GlossComparisonList *self,
                                                            guint                states);
void                gloss_comparison_list_set_folding      (GlossComparisonList *self,
                                                            gboolean             folding);

/* Folds or unfolds the stretch of unchanged clauses that begins with @row. */
void                gloss_comparison_list_toggle_fold      (GlossComparisonList *self,
                                                            GlossComparisonRow  *row);

/* Goes to @row and selects it, unfolding what hides it; @away: to where it moved away. */
void                gloss_comparison_list_go_to_row        (GlossComparisonList *self,
                                                            GlossComparisonRow  *row,
                                                            gboolean             away);

/* (transfer none): where the changes stand among the items, until ::place-changed. */
GtkBitset *         gloss_comparison_list_get_changes      (GlossComparisonList *self);

/* Where the reader is among the items; GTK_INVALID_LIST_POSITION: on none. */
guint               gloss_comparison_list_get_position     (GlossComparisonList *self);

/* Goes to the change that is nearest to a position among the items. */
void                gloss_comparison_list_go_to_nearest    (GlossComparisonList *self,
                                                            guint                position);

/* Words that were looked up and are marked in the rows. @matches: (nullable): of the comparison that is
 * shown; not held, and replaced before they are gone. */
void                gloss_comparison_list_set_matches      (GlossComparisonList *self,
                                                            GlossPhraseCount    *matches);

/* (transfer none) (nullable): the next row (@step 1) or the one before (-1) in which some stand, round
 * and round, whether it is shown or not. */
GlossComparisonRow *gloss_comparison_list_find_match       (GlossComparisonList *self,
                                                            int                  step);
GlossPalette        gloss_comparison_list_get_palette      (GlossComparisonList *self);

gboolean            gloss_comparison_list_get_only_changes (GlossComparisonList *self);
void                gloss_comparison_list_set_only_changes (GlossComparisonList *self,
                                                            gboolean             only_changes);

G_END_DECLS
