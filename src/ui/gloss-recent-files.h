/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * The documents that were opened from files, as the desktop remembers them for every program.
 */

/* As many are offered at most. */
#define GLOSS_RECENT_FILES_MAX 8

/* Remembers the file @uri under the name @title. */
void gloss_recent_files_add  (GtkRecentManager *manager,
                              const char       *uri,
                              const char       *title);

/* Fills @menu with a submenu of the files of this program that are still there, the one opened last
 * first, and keeps it so: one item each with the action "win.open-uri". Where there are none, @menu
 * is empty. */
void gloss_recent_files_bind (GtkRecentManager *manager,
                              GMenu            *menu);

G_END_DECLS
