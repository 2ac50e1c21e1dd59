/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many tokens two texts can keep at most: the length of the longest sequence of ids that both
 * have in their order. Exact. The time grows with the product of the lengths, the memory with the
 * first. Pure: any thread. */
guint gloss_count_common_tokens (const guint32 *a_ids,
                                 guint          n_a,
                                 const guint32 *b_ids,
                                 guint          n_b);

G_END_DECLS
