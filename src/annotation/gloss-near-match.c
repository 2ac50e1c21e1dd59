/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-near-match.h"

/* The columns of the matrix of edit distances are kept as bits, 64 rows to a word, one bit for a
 * step up and one for a step down: G. Myers, "A fast bit-vector algorithm for approximate string
 * matching based on dynamic programming", Journal of the ACM 46 (1999). */
typedef struct
{
  guint64 up;   /* rows that are 1 more than the row above */
  guint64 down; /* rows that are 1 less */
} Block;

typedef struct
{
  const gunichar *pattern;
  guint           n_pattern;
  gboolean        backwards;
  guint           n_blocks;
  Block          *blocks;
  GHashTable     *masks;    /* code point -> guint64[n_blocks]: the rows where it stands */
  guint64        *no_mask;
  guint           distance; /* of the whole pattern, in the current column */
} Search;

static void
search_init (Search         *search,
             const gunichar *pattern,
             guint           n_pattern,
             gboolean        backwards)
{
  search->pattern = pattern;
  search->n_pattern = n_pattern;
  search->backwards = backwards;
  search->n_blocks = (n_pattern + 63) / 64;
  search->blocks = g_new (Block, search->n_blocks);
  search->no_mask = g_new0 (guint64, search->n_blocks);
  search->masks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  search->distance = n_pattern;

  for (guint i = 0; i < search->n_blocks; i++)
    search->blocks[i] = (Block) { ~G_GUINT64_CONSTANT (0), 0 };

  for (guint i = 0; i < n_pattern; i++)
    {
      gunichar c = pattern[backwards ? n_pattern - 1 - i : i];
      guint64 *mask = g_hash_table_lookup (search->masks, GUINT_TO_POINTER (c));

      if (mask == NULL)
        {
          mask = g_new0 (guint64, search->n_blocks);
          g_hash_table_insert (search->masks, GUINT_TO_POINTER (c), mask);
        }
      mask[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
    }
}

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->blocks, g_free);
  g_clear_pointer (&search->no_mask, g_free);
  g_clear_pointer (&search->masks, g_hash_table_unref);
}

/* Goes on to the column of @c. @step_in: by how much the row above the first one differs from
 * the column before: 0 where a match may begin anywhere, 1 where it begins at the first column. */
static void
search_step (Search   *search,
             gunichar  c,
             int       step_in)
{
  const guint64 *mask = g_hash_table_lookup (search->masks, GUINT_TO_POINTER (c));
  guint last_row = (search->n_pattern - 1) % 64;
  int step = step_in;

  if (mask == NULL)
    mask = search->no_mask;

  for (guint i = 0; i < search->n_blocks; i++)
    {
      Block *block = &search->blocks[i];
      guint64 top = i + 1 == search->n_blocks ? G_GUINT64_CONSTANT (1) << last_row : G_GUINT64_CONSTANT (1) << 63;
      guint64 equal = mask[i];
      guint64 vertical = equal | block->down;
      guint64 horizontal;
      guint64 right_up;
      guint64 right_down;
      int step_out;

      if (step < 0)
        equal |= 1;
      horizontal = (((equal & block->up) + block->up) ^ block->up) | equal;
      right_up = block->down | ~(horizontal | block->up);
      right_down = block->up & horizontal;

      step_out = (right_up & top) != 0 ? 1 : (right_down & top) != 0 ? -1 : 0;

      right_up <<= 1;
      right_down <<= 1;
      if (step < 0)
        right_down |= 1;
      else if (step > 0)
        right_up |= 1;

      block->up = right_down | ~(vertical | right_up);
      block->down = right_up & vertical;
      step = step_out;
    }

  search->distance += step;
}

/* The start of the stretch that ends before @end with the distance @distance: of several, the
 * one whose length is nearest to that of the pattern. */
static guint
find_start (const gunichar *text,
            guint           end,
            const gunichar *pattern,
            guint           n_pattern,
            guint           distance)
{
  Search search;
  guint start = end;
  guint best_difference = G_MAXUINT;

  search_init (&search, pattern, n_pattern, TRUE);

  for (guint i = end; i > 0 && end - i < n_pattern + distance; i--)
    {
      guint length = end - i + 1;
      guint difference = length > n_pattern ? length - n_pattern : n_pattern - length;

      search_step (&search, text[i - 1], 1);
      if (search.distance == distance && difference < best_difference)
        {
          start = i - 1;
          best_difference = difference;
        }
    }

  search_clear (&search);
  return start;
}

gboolean
gloss_near_match_affordable (guint n_text,
                             guint n_pattern)
{
  return (guint64) n_text * (((guint64) n_pattern + 63) / 64) <= GLOSS_NEAR_MATCH_BUDGET;
}

GArray *
gloss_near_match_find (const gunichar *text,
                       guint           n_text,
                       const gunichar *pattern,
                       guint           n_pattern,
                       guint           max_distance,
                       guint           max_matches)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (GlossNearMatch));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint best = max_distance + 1;
  Search search;

  g_return_val_if_fail (n_pattern > 0, matches);

  search_init (&search, pattern, n_pattern, FALSE);
  for (guint i = 0; i < n_text; i++)
    {
      guint end = i + 1;

      search_step (&search, text[i], 0);
      if (search.distance < best)
        {
          best = search.distance;
          g_array_set_size (ends, 0);
        }

      /* Ends beside one another are one stretch; the last one has most of its words. */
      if (search.distance == best && best <= max_distance)
        {
          if (ends->len > 0 && g_array_index (ends, guint, ends->len - 1) == i)
            g_array_index (ends, guint, ends->len - 1) = end;
          else
            g_array_append_val (ends, end);
        }
    }
  search_clear (&search);

  for (guint i = 0, n_tries = 0; i < ends->len && matches->len < max_matches && n_tries < 2 * max_matches; i++)
    {
      GlossNearMatch match = { 0, g_array_index (ends, guint, i), best };
      guint free_from = matches->len > 0 ? g_array_index (matches, GlossNearMatch, matches->len - 1).end : 0;

      /* A stretch is not shorter than this, so it would overlap the one before. */
      if (match.end < free_from + n_pattern - best)
        continue;

      match.start = find_start (text, match.end, pattern, n_pattern, best);
      n_tries++;
      if (match.start < match.end && match.start >= free_from)
        g_array_append_val (matches, match);
    }

  return matches;
}
