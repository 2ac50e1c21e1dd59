/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Work on many things, by several threads side by side. What is done for one of them must depend on
 * nothing but its number, and be written where no other writes: then the result is the same however
 * many threads there are, and whichever of them did what.
 */

#define GLOSS_MAX_WORKERS 4

/* Does the work from @first up to, not including, @end. No two calls with the same @worker, below
 * GLOSS_MAX_WORKERS, run at the same time; worker 0 is the thread that asked. */
typedef void (*GlossWorkFunc) (guint    first,
                               guint    end,
                               guint    worker,
                               gpointer user_data);

/* How many threads work side by side at most, one at least: as many as there are processors. The system
 * takes long to tell, and is asked once. From any thread. */
guint gloss_get_n_workers (void);

/* Does all of the work from 0 up to @n, in parts of @part, which are begun in their order; returns
 * when it is done. From any thread. */
void gloss_work (guint         n,
                 guint         part,
                 GlossWorkFunc func,
                 gpointer      user_data);

G_END_DECLS
