/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * The keys of undo in an entry that stands on a page which has something to undo itself.
 */

/* Lets the keys of undo and redo go on to the page until something is written in @entry, which was made
 * only now: GTK keeps them to an entry that has nothing to undo as well. */
void gloss_entry_undo_give_way (GtkEditable *entry);

G_END_DECLS
