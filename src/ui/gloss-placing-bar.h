/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation-store.h"
#include "ui/gloss-reader-view.h"

G_BEGIN_DECLS

/**
 * GlossPlacingBar:
 *
 * Asks to select the words of a text that a note is about. As long as it is there, Enter in the text
 * puts the note on the selected words, or where there are none on the selected clause; Escape leaves
 * the note as it is. So do its two buttons.
 *
 * Its actions are "placing.take" and "placing.cancel".
 *
 * Signals: "closed" (gboolean placed): it is done; its owner takes it away.
 */

#define GLOSS_TYPE_PLACING_BAR (gloss_placing_bar_get_type ())
G_DECLARE_FINAL_TYPE (GlossPlacingBar, gloss_placing_bar, GLOSS, PLACING_BAR, GtkWidget)

/* @view shows @document, on which @annotation is, which is in @store. @view must outlive the bar or
 * be taken from it by gloss_placing_bar_close (). */
GtkWidget *gloss_placing_bar_new   (GlossReaderView      *view,
                                    GlossDocument        *document,
                                    GlossAnnotationStore *store,
                                    GlossAnnotation      *annotation);

/* Leaves the note as it is. */
void       gloss_placing_bar_close (GlossPlacingBar      *self);

G_END_DECLS
