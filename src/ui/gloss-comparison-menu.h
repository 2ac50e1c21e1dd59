/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison-row.h"

G_BEGIN_DECLS

/* (transfer full): what can be done with the clauses of @row: to open and to copy each, by the
 * actions "comparison.open" and "comparison.copy" of GlossComparisonList. */
GMenu *gloss_comparison_menu_new (GlossComparisonRow *row);

G_END_DECLS
