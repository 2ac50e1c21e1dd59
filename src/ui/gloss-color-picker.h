/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * GlossColorPicker:
 *
 * The six colours, of which one is chosen or none: told by a tick and by what they are called, not
 * by colour alone.
 *
 * Signals: "color-picked" (int): the user chose this GlossColor, also when it was chosen already.
 */

#define GLOSS_TYPE_COLOR_PICKER (gloss_color_picker_get_type ())
G_DECLARE_FINAL_TYPE (GlossColorPicker, gloss_color_picker, GLOSS, COLOR_PICKER, GtkWidget)

void gloss_color_picker_set_color (GlossColorPicker *self,
                                   GlossColor        color);

/* No colour is chosen. */
void gloss_color_picker_unset_color (GlossColorPicker *self);

G_END_DECLS
