/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Zooming: it changes the one text size of GlossAppearance.
 */

/* Adds "app.zoom-in", "app.zoom-out" and "app.zoom-normal" to @application, each possible as long
 * as it would change something. */
void       gloss_zoom_add_actions (GtkApplication *application);

/* Over @widget, Control and the wheel zoom, and so do two fingers. */
void       gloss_zoom_attach      (GtkWidget      *widget);

/* (transfer floating): the size between a button for smaller and one for larger text, for a menu. */
GtkWidget *gloss_zoom_create_row  (void);

G_END_DECLS
