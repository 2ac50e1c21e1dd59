/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comparison/gloss-comparison.h"
#include "document/gloss-library.h"
#include "ui/gloss-comparison-list.h"
#include "ui/gloss-history.h"

G_BEGIN_DECLS

/**
 * GlossComparisonView:
 *
 * The page on which two documents of the library are compared, clause by clause. The reader can
 * choose other documents there, swap them, walk from change to change and export the comparison.
 *
 * Its actions are "comparison.next", "comparison.previous", "comparison.swap",
 * "comparison.export", "comparison.undo" and "comparison.redo" (Ctrl+Z, Ctrl+Shift+Z), and the
 * state "comparison.only-changes". The keys are Alt+Down and F8, Alt+Up and Shift+F8; Return opens
 * the chosen clause, Menu and Shift+F10 a menu on it.
 *
 * Property "comparison" (GlossComparison, nullable, read only): the one that is shown.
 *
 * ::clause-activated (GlossDocument *document, GlossClause *clause): the reader wants to read
 * this clause in its document.
 */

#define GLOSS_TYPE_COMPARISON_VIEW (gloss_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonView, gloss_comparison_view, GLOSS, COMPARISON_VIEW, AdwNavigationPage)

GlossComparisonView *gloss_comparison_view_new              (GlossLibrary        *library);

/* Compares two documents, which are named as for gloss_library_load (); the result appears when
 * it is there, or the reason why there is none. */
void                 gloss_comparison_view_compare          (GlossComparisonView *self,
                                                             const char          *old_name,
                                                             const char          *new_name);

/* (transfer none) (nullable) */
GlossComparison     *gloss_comparison_view_get_comparison   (GlossComparisonView *self);

/* (transfer none): to add badges and menu items to the rows by its signals. */
GlossComparisonList *gloss_comparison_view_get_list         (GlossComparisonView *self);

/* (transfer none): what is changed on this page belongs into it, to be undone there. */
GlossHistory        *gloss_comparison_view_get_history      (GlossComparisonView *self);

gboolean             gloss_comparison_view_get_only_changes (GlossComparisonView *self);
void                 gloss_comparison_view_set_only_changes (GlossComparisonView *self,
                                                             gboolean             only_changes);

/* (transfer none) (nullable): the row on which the reader is. */
GlossComparisonRow  *gloss_comparison_view_get_current_row  (GlossComparisonView *self);

G_END_DECLS
