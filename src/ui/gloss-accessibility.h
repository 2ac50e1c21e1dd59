/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GTK 4.18 and libadwaita 1.7 leave out for those who read by ear or move by keyboard, made good for every widget of
 * every window as it is shown:
 *
 * - an item of a menu, a row of a drop-down list and the search in that list have no name: their labels have no role, or are
 *   not made to name them;
 * - the arrow keys lead out of a menu that has one item;
 * - a list that gets the focus while the row that had it last is scrolled away gives it to that row unseen.
 *
 * To be called once, on the main thread, after GTK was initialized. */
void gloss_accessibility_install (void);

G_END_DECLS
