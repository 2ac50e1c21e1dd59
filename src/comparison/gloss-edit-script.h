/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-tokenizer.h"

G_BEGIN_DECLS

/**
 * Which tokens two texts have in common, chosen for a reader: few separate changes count as much
 * as few changed words. Exact up to a bound on the product of the lengths, and good beyond it, in
 * memory linear in the lengths. Pure: any thread.
 */

/* Words alone, or tokens of every kind. */
typedef struct
{
  guint changed;
  guint least; /* what every script of the same two texts changes */
} GlossEditCount;

/* How much of two texts, both together, a script changes, before edges inside a word of signs are
 * moved to its ends. All 0 where the texts are too long for the exact answer. */
typedef struct
{
  guint n_tokens;
  guint n_changes; /* separate ones */
  GlossEditCount words;
  GlossEditCount tokens;
} GlossEditSize;

/* A coarseness one step below 0: nothing counts but how few words change, whatever they are and
 * wherever they stand. */
#define GLOSS_EDIT_SCRIPT_SHORTEST G_MAXUINT

/* Sets old_kept[i] (new_kept[j]) to 1 for each token that stays and to 0 for each that is removed
 * (added). The kept tokens of both sides are equal in number and, in order, in id. @coarseness is
 * what one more separate change costs, in changed words. @size: (out) (optional). */
void gloss_edit_script (const GlossToken *old_tokens,
                        guint             n_old,
                        const GlossToken *new_tokens,
                        guint             n_new,
                        guint             coarseness,
                        guint8           *old_kept,
                        guint8           *new_kept,
                        GlossEditSize    *size);

G_END_DECLS
