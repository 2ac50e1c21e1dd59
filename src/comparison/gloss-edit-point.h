/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many differences the search follows from either end before it takes the best point seen. */
#define GLOSS_EDIT_POINT_MAX_DIFFERENCES 512

/* How many numbers the search needs room for. */
#define GLOSS_EDIT_POINT_ROOM (2 * (2 * GLOSS_EDIT_POINT_MAX_DIFFERENCES + 3))

/* Finds a point (x, y) on a path with few differences from the beginning of both lists of tokens to
 * their end, after Myers, "An O(ND) difference algorithm and its variations" (1986): two searches,
 * from both ends, meet, and the path is one of the shortest. When that takes too long, the point
 * where one of them got farthest is taken. @x: up to @n_a, @y: up to @n_b. Neither may begin or end
 * with the same token, or be empty. @room: GLOSS_EDIT_POINT_ROOM numbers, of any value. */
void gloss_edit_point_find (const guint32 *a,
                            guint          n_a,
                            const guint32 *b,
                            guint          n_b,
                            gint32        *room,
                            guint         *x,
                            guint         *y);

G_END_DECLS
