/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-placed-note.h"

G_BEGIN_DECLS

/* Lets @button, in the row of a note, ask for its place by "win.place-note", and hides it where
 * @placed (nullable) is in place or its document not at hand. */
void gloss_placing_button_update (GtkButton       *button,
                                  GlossPlacedNote *placed);

G_END_DECLS
