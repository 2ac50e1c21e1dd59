/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/**
 * GlossComparisonLookUpDialog:
 *
 * Looks a word or a phrase up in both versions: how often it stands in either, and where.
 *
 * Signals: "place-chosen" (GlossComparisonRow *row, const char *words): the reader wants to go there,
 * where the words stand.
 */

#define GLOSS_TYPE_COMPARISON_LOOK_UP_DIALOG (gloss_comparison_look_up_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonLookUpDialog, gloss_comparison_look_up_dialog, GLOSS, COMPARISON_LOOK_UP_DIALOG, AdwDialog)

/* @words (nullable): what was looked up before. */
AdwDialog *gloss_comparison_look_up_dialog_new (GlossComparison *comparison,
                                                const char      *words);

G_END_DECLS
