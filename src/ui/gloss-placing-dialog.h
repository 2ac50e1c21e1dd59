/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "annotation/gloss-annotation-store.h"
#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * GlossPlacingDialog:
 *
 * The places that a note may be about whose words stand in several, or in none as they were quoted:
 * each with its citation and the words around. Choosing one puts the note there; or the words are
 * to be selected in the text.
 *
 * Its actions are "placing.select" and "placing.cancel".
 *
 * Signals: "placed": the note was put on a place that was offered. "select-requested": the place is
 * to be selected in the text. The dialog is closed then.
 */

#define GLOSS_TYPE_PLACING_DIALOG (gloss_placing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossPlacingDialog, gloss_placing_dialog, GLOSS, PLACING_DIALOG, AdwDialog)

/* @annotation is in @store, and on @document. */
GlossPlacingDialog *gloss_placing_dialog_new (GlossDocument        *document,
                                              GlossAnnotationStore *store,
                                              GlossAnnotation      *annotation);

G_END_DECLS
