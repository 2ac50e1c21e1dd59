/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/gloss-comparison-list.h"

G_BEGIN_DECLS

/**
 * GlossComparisonPane:
 *
 * What stands beside a comparison: the list of its changes, with the states that count as changes
 * to choose, and its figures. The choice holds for walking from change to change as well.
 */

#define GLOSS_TYPE_COMPARISON_PANE (gloss_comparison_pane_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonPane, gloss_comparison_pane, GLOSS, COMPARISON_PANE, AdwBin)

/* To be called once; @list is held. */
void gloss_comparison_pane_set_list       (GlossComparisonPane *self,
                                           GlossComparisonList *list);

/* @comparison: (nullable): the one that the list shows. */
void gloss_comparison_pane_set_comparison (GlossComparisonPane *self,
                                           GlossComparison     *comparison);

/* Gives the focus to the list of changes. */
void gloss_comparison_pane_focus          (GlossComparisonPane *self);

G_END_DECLS
