/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comparison/gloss-comparison.h"
#include "ui/gloss-comparison-palette.h"

G_BEGIN_DECLS

/**
 * GlossComparisonChart:
 *
 * The figures of a comparison: clauses by state, and words kept, removed and added. Each has a bar
 * and a number; for a screen reader these are two tables.
 */

#define GLOSS_TYPE_COMPARISON_CHART (gloss_comparison_chart_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonChart, gloss_comparison_chart, GLOSS, COMPARISON_CHART, GtkBox)

/* @comparison: (nullable) */
void gloss_comparison_chart_show (GlossComparisonChart *self,
                                  GlossComparison      *comparison,
                                  GlossPalette          palette);

G_END_DECLS
