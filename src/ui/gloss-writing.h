/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Files that are being written while the window goes on. For the thread of the window. */

/* Until @task is completed, gloss_writing_finish () waits for it, and the desktop is asked not to
 * end the session. */
void     gloss_writing_watch        (GTask *task);

/* Whether a task that is watched is not completed yet. */
gboolean gloss_writing_is_under_way (void);

/* Runs the main loop until all that is being written is written. Called as the program ends. */
void     gloss_writing_finish       (void);

G_END_DECLS
