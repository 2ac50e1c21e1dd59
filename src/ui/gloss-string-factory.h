/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Shows the GtkStringObjects of a list, each in one line that is cut where there is no room for it:
 * a list of what users wrote is otherwise as wide as the longest of it.
 */

/* (transfer full): @max_chars: how many characters it likes to have room for; -1 for all. */
GtkListItemFactory *gloss_string_factory_new (int max_chars);

G_END_DECLS
