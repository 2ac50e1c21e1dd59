/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Some old clauses that would meet some new ones, and what that is worth. */
typedef struct
{
  guint old_first;
  guint old_end; /* behind the last */
  guint new_first;
  guint new_end;
  gint64 weight; /* more than 0 */
} GlossChainItem;

/**
 * Chooses, of @n_items items in any order, those that keep one order on both sides, share no
 * clause and weigh most together: sets @chosen to TRUE for them and to FALSE for the others. Of
 * equal weights the same one is chosen each time. O(n log n). Pure: any thread.
 */
void gloss_chain_choose (const GlossChainItem *items,
                         guint                 n_items,
                         gboolean             *chosen);

G_END_DECLS
