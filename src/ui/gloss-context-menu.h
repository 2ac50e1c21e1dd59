/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GlossContextMenu:
 *
 * A menu that opens at a point of a widget and, when it closes, gives the focus back to where it
 * was. It is made when it is first opened.
 */

#define GLOSS_TYPE_CONTEXT_MENU (gloss_context_menu_get_type ())
G_DECLARE_FINAL_TYPE (GlossContextMenu, gloss_context_menu, GLOSS, CONTEXT_MENU, GObject)

/* (transfer full): @widget is not held; it must call gloss_context_menu_allocate () when it is
 * allocated and let the menu go when it is disposed. */
GlossContextMenu *gloss_context_menu_new      (GtkWidget        *widget);

/* @x, @y: in the coordinates of the widget. */
void              gloss_context_menu_popup    (GlossContextMenu *self,
                                               GMenuModel       *model,
                                               int               x,
                                               int               y);
void              gloss_context_menu_allocate (GlossContextMenu *self);

G_END_DECLS
