/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-aligner"

#include "config.h"

#include "comparison/gloss-aligner-private.h"
#include "comparison/gloss-wording.h"

/* Scores, from 0 to 1000, that clauses need to meet when nothing else is left. The less the place
 * says, the more the words must: least between two links and alone there, more in a crowd or with a
 * link on one side only, and most where nothing at all is linked. Two clauses of one subject that have
 * nothing to do with each other mostly stay below 200. */
#define SCORE_LEFT_ONE    100
#define SCORE_LEFT        150
#define SCORE_LEFT_ASTRAY 200

/* In a larger gap only neighbours are tried among what is left. */
#define LEFT_PAIRS 1024
#define LEFT_REACH 4

/* Whether an open clause has met none, and is a heading or none, as asked. */
static gboolean
is_left (const GlossAligner *self,
         guint               side,
         guint               number,
         gboolean            headings)
{
  return !self->taken[side][number] && self->headings[side][self->positions[side][number]] == headings;
}

/* On how many of their two ends something is linked beside the clauses [i0, i1) and [j0, j1), which
 * reach as far as nothing is. */
static guint
count_links_beside (const GlossAligner *self,
                    guint               i0,
                    guint               i1,
                    guint               j0,
                    guint               j1)
{
  const guint *old_at = self->positions[0];
  const guint *new_at = self->positions[1];

  return (old_at[i0] > 0 && new_at[j0] > 0) +
         (old_at[i1 - 1] + 1 < self->n_clauses[0] && new_at[j1 - 1] + 1 < self->n_clauses[1]);
}

/* What is left between the clauses [i0, i1) and [j0, j1), between which nothing is linked in order. */
static void
collect_left (GlossAligner *self,
              gboolean      headings,
              guint         i0,
              guint         i1,
              guint         j0,
              guint         j1,
              GArray       *matches)
{
  guint n_old = 0;
  guint n_new = 0;
  guint n_links, threshold;

  for (guint i = i0; i < i1; i++)
    n_old += is_left (self, 0, i, headings);
  for (guint j = j0; j < j1; j++)
    n_new += is_left (self, 1, j, headings);
  if (n_old == 0 || n_new == 0)
    return;
  n_links = count_links_beside (self, i0, i1, j0, j1);
  if (n_links == 0)
    threshold = SCORE_LEFT_ASTRAY;
  else
    threshold = n_links == 2 && n_old == 1 && n_new == 1 ? SCORE_LEFT_ONE : SCORE_LEFT;

  for (guint i = i0; i < i1; i++)
    {
      guint from = j0;
      guint to = j1;

      if (!is_left (self, 0, i, headings))
        continue;
      if ((guint64) (i1 - i0) * (j1 - j0) > LEFT_PAIRS)
        {
          guint expected = j0 + (guint) ((guint64) (i - i0) * (j1 - j0) / (i1 - i0));

          from = expected > j0 + LEFT_REACH ? expected - LEFT_REACH : j0;
          to = MIN (expected + LEFT_REACH + 1, j1);
        }

      for (guint j = from; j < to; j++)
        {
          const GlossAlignClause *a = gloss_aligner_get_open (self, 0, i);
          const GlossAlignClause *b = gloss_aligner_get_open (self, 1, j);
          guint penalty = gloss_aligner_find_penalty (self, i, j);
          guint a_words = gloss_features_get_words (self->features, gloss_aligner_get_text (self, 0, i));
          guint b_words = gloss_features_get_words (self->features, gloss_aligner_get_text (self, 1, j));
          gboolean same_label = gloss_aligner_have_same_label (self, i, j);
          GlossMatch match = { { i, j }, { 1, 1 }, 0, 0 };
          gint64 points;

          if (!is_left (self, 1, j, headings) || penalty >= 1000)
            continue;
          match.score = gloss_aligner_have_same_wording (self, i, j)
                          ? 1000
                          : gloss_features_compare (self->features, gloss_aligner_get_text (self, 0, i),
                                                    gloss_aligner_get_text (self, 1, j));
          points = (gint64) match.score - penalty - threshold;
          if (same_label && (gloss_aligner_is_stub (a, a_words) || gloss_aligner_is_stub (b, b_words)))
            points = MAX (points, 300);
          else if (same_label)
            points += 20;
          if (points < 0)
            continue;
          match.weight = gloss_aligner_weigh_match (self, &match, points + 1 + gloss_aligner_find_place_bonus (self, i, j));
          g_array_append_val (matches, match);
        }
    }
}

static int
compare_by_old (gconstpointer a,
                gconstpointer b)
{
  const GlossMatch *x = a;
  const GlossMatch *y = b;

  return x->first[0] < y->first[0] ? -1 : x->first[0] > y->first[0];
}

void
gloss_aligner_match_left (GlossAligner *self,
                          gboolean      headings)
{
  g_autofree gboolean *in_order = gloss_links_find_in_order (self->links, self->clauses[0],
                                                             self->clauses[1]);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (GlossMatch));
  g_autoptr (GArray) fixed = g_array_new (FALSE, FALSE, sizeof (GlossMatch));
  guint n_anchors = self->links->len - self->found->len;
  guint i = 0;
  guint j = 0;
  guint next_fixed = 0;

  for (guint k = 0; k < self->found->len; k++)
    if (in_order[n_anchors + k])
      g_array_append_val (fixed, g_array_index (self->found, GlossMatch, k));
  g_array_sort (fixed, compare_by_old);

  while (i < self->sides[0].n && j < self->sides[1].n)
    {
      const GlossMatch *end = next_fixed < fixed->len ? &g_array_index (fixed, GlossMatch, next_fixed) : NULL;
      guint ends[2] = { end != NULL ? end->first[0] : self->sides[0].n,
                        end != NULL ? end->first[1] : self->sides[1].n };

      /* Up to the next link in order, gap by gap. */
      while (i < ends[0] && j < ends[1])
        {
          guint gap = MIN (self->sides[0].gaps[i], self->sides[1].gaps[j]);
          guint i1 = i;
          guint j1 = j;

          while (i1 < ends[0] && self->sides[0].gaps[i1] == gap)
            i1++;
          while (j1 < ends[1] && self->sides[1].gaps[j1] == gap)
            j1++;
          collect_left (self, headings, i, i1, j, j1, matches);
          i = i1;
          j = j1;
        }
      if (end == NULL)
        break;
      i = end->first[0] + end->n[0];
      j = end->first[1] + end->n[1];
      next_fixed++;
    }

  gloss_aligner_choose_matches (self, matches);
}
