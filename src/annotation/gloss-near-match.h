/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Approximate search: the stretches of a text that differ from a pattern by the fewest inserted,
 * dropped and replaced code points. Pure functions: any thread.
 */

typedef struct
{
  guint start;    /* in code points */
  guint end;      /* the first code point behind */
  guint distance; /* code points inserted, dropped or replaced */
} GlossNearMatch;

/* The product of the code points of the text and the 64-bit words of the pattern that a search
 * may cost: some tenths of a second. */
#define GLOSS_NEAR_MATCH_BUDGET (G_GUINT64_CONSTANT (1) << 25)

gboolean gloss_near_match_affordable (guint n_text,
                                      guint n_pattern);

/**
 * gloss_near_match_find:
 *
 * Finds the best stretches of @text, which overlap nowhere and are in the order of the text. The
 * search must be affordable.
 *
 * Returns: (transfer full) (element-type GlossNearMatch): empty where none is within
 *   @max_distance; never more than @max_matches.
 */
GArray  *gloss_near_match_find       (const gunichar *text,
                                      guint           n_text,
                                      const gunichar *pattern,
                                      guint           n_pattern,
                                      guint           max_distance,
                                      guint           max_matches);

G_END_DECLS
