/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GlossListScroller:
 *
 * Goes to an item of a list view, though the list knows the heights of its items only where it has
 * laid them out, forgets where it was told to go while it is not on the screen, and puts an item
 * anywhere on the screen. So going takes some frames; going elsewhere meanwhile takes their place.
 *
 * Signals: "arrived" (guint position): it is there.
 */

#define GLOSS_TYPE_LIST_SCROLLER (gloss_list_scroller_get_type ())
G_DECLARE_FINAL_TYPE (GlossListScroller, gloss_list_scroller, GLOSS, LIST_SCROLLER, GObject)

/* (transfer none) (nullable): the widget that shows the item at @position, a child of the list. */
typedef GtkWidget *(*GlossListScrollerFindItem) (guint    position,
                                                 gpointer user_data);

/* (transfer full): neither widget is held; both must outlive the scroller or be given up by
 * gloss_list_scroller_stop () before. */
GlossListScroller *gloss_list_scroller_new  (GtkListView               *list_view,
                                             GtkScrolledWindow         *scrolled_window,
                                             GlossListScrollerFindItem  find_item,
                                             gpointer                   user_data);

/* @focus: the item that gets the focus, or GTK_INVALID_LIST_POSITION: it stays where it is.
 * @to_top: whether @position goes to the top of what is on the screen; else it is made visible. */
void               gloss_list_scroller_go   (GlossListScroller *self,
                                             guint              position,
                                             guint              focus,
                                             gboolean           to_top);

/* Goes from the beginning again where it is on its way: the items have other heights now. FALSE:
 * it is not on its way. */
gboolean           gloss_list_scroller_restart (GlossListScroller *self);
void               gloss_list_scroller_stop (GlossListScroller *self);

/* (transfer none) (nullable): the first item that begins on the screen; where that is far down, the
 * one that is cut off at the top. */
GtkWidget         *gloss_list_scroller_find_top (GlossListScroller *self);

G_END_DECLS
