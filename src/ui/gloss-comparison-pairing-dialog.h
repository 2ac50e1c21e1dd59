/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/**
 * GlossComparisonPairingDialog:
 *
 * Asks with which clause of the other document a clause belongs together: those without a partner
 * come first, then all others; they can be searched.
 *
 * Signals: "chosen" (GlossClause *old_clause, GlossClause *new_clause): these two.
 */

#define GLOSS_TYPE_COMPARISON_PAIRING_DIALOG (gloss_comparison_pairing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonPairingDialog, gloss_comparison_pairing_dialog, GLOSS, COMPARISON_PAIRING_DIALOG, AdwDialog)

/* @row: of @comparison, with clauses on one side alone; it is about the first of them. */
AdwDialog *gloss_comparison_pairing_dialog_new (GlossComparison    *comparison,
                                                GlossComparisonRow *row);

G_END_DECLS
