/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "annotation/gloss-notebook.h"
#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/**
 * GlossCarryOverDialog:
 *
 * The notes of an old text, with the place that each would have in the new one: the reader chooses
 * which are carried over. Those on changed wording arrive there as to be confirmed.
 *
 * Signals: "carried" (GlossAnnotationStore *, guint n_notes): so many notes were carried into that
 * store, as its last step of undo.
 */

#define GLOSS_TYPE_CARRY_OVER_DIALOG (gloss_carry_over_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossCarryOverDialog, gloss_carry_over_dialog, GLOSS, CARRY_OVER_DIALOG, AdwDialog)

/* The documents of @comparison are not of one work. */
AdwDialog *gloss_carry_over_dialog_new     (GlossComparison *comparison,
                                            GlossNotebook   *notebook);

/* Says on @overlay, which has the dialog's page, how many notes were carried into @store, and offers
 * to undo it. */
void       gloss_carry_over_offer_undo     (AdwToastOverlay      *overlay,
                                            GlossAnnotationStore *store,
                                            guint                 n_notes);

G_END_DECLS
