/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-comparison-list.h"

G_BEGIN_DECLS

/**
 * GlossComparisonStrip:
 *
 * An overview of a comparison, as high as the list beside it: where its changes are, by state, and
 * where the reader is. What is removed stands in the half where one begins to read, what is added in
 * the other, what is reworded in both. A click goes to the change that is nearest. It takes no focus:
 * the list of changes says and does the same.
 */

#define GLOSS_TYPE_COMPARISON_STRIP (gloss_comparison_strip_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonStrip, gloss_comparison_strip, GLOSS, COMPARISON_STRIP, GtkWidget)

/* To be called once; @list is held. */
void  gloss_comparison_strip_set_list (GlossComparisonStrip *self,
                                       GlossComparisonList  *list);

/* The item that a point stands for, @y pixels from the top. */
guint gloss_comparison_strip_get_position (GlossComparisonStrip *self,
                                           double                y);

G_END_DECLS
