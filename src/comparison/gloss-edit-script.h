/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-tokenizer.h"

G_BEGIN_DECLS

/**
 * Which tokens two texts have in common, chosen for a reader: few separate changes count as much
 * as few changed words. Exact up to a bound on the product of the lengths, and good beyond it, in
 * memory linear in the lengths. Pure: any thread.
 */

/* Sets old_kept[i] (new_kept[j]) to 1 for each token that stays and to 0 for each that is removed
 * (added). The kept tokens of both sides are equal in number and, in order, in id. @coarseness is
 * what one more separate change costs, in changed words. */
void gloss_edit_script (const GlossToken *old_tokens,
                        guint             n_old,
                        const GlossToken *new_tokens,
                        guint             n_new,
                        guint             coarseness,
                        guint8           *old_kept,
                        guint8           *new_kept);

G_END_DECLS
