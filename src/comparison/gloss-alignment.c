/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-alignment"

#include "config.h"

#include "comparison/gloss-alignment.h"

#include "comparison/gloss-aligner-private.h"
#include "comparison/gloss-chain.h"
#include "comparison/gloss-features.h"
#include "comparison/gloss-link.h"
#include "comparison/gloss-wording.h"

#include <string.h>

/* Scores, from 0 to 1000, that clauses need to meet between the same anchors, and elsewhere in the
 * text. */
#define SCORE_IN_GAP 250
#define SCORE_ACROSS 450

/* A meeting between the anchors gives way where either clause is so much nearer to another. */
#define SCORE_LURE 300

/* Elsewhere in the text, a clause of fewer words proves little. */
#define MIN_WORDS_ACROSS 4

/* From how many of its candidates the parts of one clause are searched. */
#define MAX_PART_TRIES 16

/* How much of the work is done when the features are weighed, and when the candidates are found. */
#define PERCENT_WEIGHED 20
#define PERCENT_FOUND   55

/* Lists what the anchors left open, gap by gap. */
static void
open_gaps (GlossAligner *self)
{
  const GArray *anchors = self->links;
  guint next[2] = { 0, 0 };

  for (guint side = 0; side < 2; side++)
    {
      GlossOpenSide *open = &self->sides[side];

      self->positions[side] = g_new (guint, self->n_clauses[side] - anchors->len + 1);
      open->gaps = g_new (guint, self->n_clauses[side] - anchors->len + 1);
      open->expected = g_new (guint, self->n_clauses[side] - anchors->len + 1);
    }

  for (guint gap = 0; gap <= anchors->len; gap++)
    {
      const GlossLink *anchor = gap < anchors->len ? &g_array_index (anchors, GlossLink, gap) : NULL;
      guint ends[2] = {
        anchor != NULL ? anchor->old_first : self->n_clauses[0],
        anchor != NULL ? anchor->new_first : self->n_clauses[1],
      };
      guint sizes[2] = { ends[0] - next[0], ends[1] - next[1] };
      guint firsts[2] = { self->sides[0].n, self->sides[1].n };

      for (guint side = 0; side < 2; side++)
        {
          GlossOpenSide *open = &self->sides[side];

          for (guint k = 0; k < sizes[side]; k++, open->n++)
            {
              self->positions[side][open->n] = next[side] + k;
              open->gaps[open->n] = gap;
              open->expected[open->n] = firsts[1 - side] +
                                        (guint) ((guint64) k * sizes[1 - side] / sizes[side]);
            }
          next[side] = ends[side] + 1;
        }
    }
}

/* Of a heading nothing counts. */
static const char *
get_open_text_cb (guint    number,
                  gsize   *length,
                  gpointer user_data)
{
  const GlossAligner *self = user_data;
  guint side = number < self->sides[0].n ? 0 : 1;
  guint i = number - self->sides[side].first_text;
  const GlossAlignClause *clause = gloss_aligner_get_open (self, side, i);

  *length = self->taken[side][i] ? 0 : clause->length;
  return clause->text;
}

static void
weigh_open (GlossAligner *self)
{
  for (guint side = 0; side < 2; side++)
    {
      self->sides[side].first_text = side == 0 ? 0 : self->sides[0].n;
      self->taken[side] = g_new0 (guint8, self->sides[side].n + 1);
      self->sides[side].taken = self->taken[side];
      for (guint i = 0; i < self->sides[side].n; i++)
        self->taken[side][i] = self->headings[side][self->positions[side][i]];
    }
  gloss_features_add_all (self->features, self->sides[0].n + self->sides[1].n, get_open_text_cb, self);
  gloss_aligner_count_signatures (self);
  gloss_features_weigh (self->features);
}

/* Pairs, splits and merges between the anchors. */
static void
match_in_gaps (GlossAligner *self)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (GlossMatch));
  g_autofree guint *best_of_old = g_new0 (guint, self->sides[0].n + 1);
  g_autofree guint *best_of_new = g_new0 (guint, self->sides[1].n + 1);
  g_autofree guint8 *tries_of_old = g_new0 (guint8, self->sides[0].n + 1);
  g_autofree guint8 *tries_of_new = g_new0 (guint8, self->sides[1].n + 1);

  for (guint k = 0; k < self->candidates->len; k++)
    {
      const GlossCandidate *candidate = &g_array_index (self->candidates, GlossCandidate, k);

      best_of_old[candidate->at[0]] = MAX (best_of_old[candidate->at[0]], candidate->score);
      best_of_new[candidate->at[1]] = MAX (best_of_new[candidate->at[1]], candidate->score);
    }

  for (guint k = 0; k < self->candidates->len; k++)
    {
      const GlossCandidate *candidate = &g_array_index (self->candidates, GlossCandidate, k);
      guint i = candidate->at[0];
      guint j = candidate->at[1];
      guint penalty = gloss_aligner_find_penalty (self, i, j);
      GlossMatch match = { { i, j }, { 1, 1 }, candidate->score, 0 };
      guint64 totals[2] = { gloss_features_get_total (self->features, gloss_aligner_get_text (self, 0, i)),
                            gloss_features_get_total (self->features, gloss_aligner_get_text (self, 1, j)) };

      if (self->sides[0].gaps[i] != self->sides[1].gaps[j] || penalty >= 1000)
        continue;
      if (candidate->score >= SCORE_IN_GAP + penalty &&
          candidate->score + SCORE_LURE >= MAX (best_of_old[i], best_of_new[j]))
        {
          match.weight = gloss_aligner_weigh_match (self, &match, (gint64) candidate->score - SCORE_IN_GAP -
                                                      penalty + 1 + gloss_aligner_find_place_bonus (self, i, j));
          g_array_append_val (matches, match);
        }

      for (guint side = 0; side < 2; side++)
        {
          guint8 *tries = side == 0 ? &tries_of_old[i] : &tries_of_new[j];
          GlossMatch parts = { 0 };

          if (totals[side] * 4 <= totals[1 - side] * 5 || *tries >= MAX_PART_TRIES)
            continue;
          *tries += 1;
          if (gloss_aligner_find_parts (self, side, candidate->at[side], candidate->at[1 - side], 1, &parts) &&
              parts.score >= SCORE_IN_GAP + penalty)
            {
              parts.weight = gloss_aligner_weigh_match (self, &parts,
                                          (gint64) parts.score - SCORE_IN_GAP - penalty + 1);
              g_array_append_val (matches, parts);
            }
        }
    }

  gloss_aligner_choose_matches (self, matches);
}

static int
compare_across (gconstpointer a,
                gconstpointer b)
{
  const GlossMatch *x = a;
  const GlossMatch *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->first[0] != y->first[0])
    return x->first[0] < y->first[0] ? -1 : 1;
  return x->first[1] < y->first[1] ? -1 : x->first[1] > y->first[1];
}

/* (transfer full): how often the text of @side has each wording. */
static guint *
count_wordings (const GlossAligner *self,
                guint               side)
{
  guint *counts = g_new0 (guint, self->wordings.n_wordings + 1);

  for (guint k = 0; k < self->n_clauses[side]; k++)
    counts[self->wordings.wordings[side][k]]++;

  return counts;
}

/* What has left its place: the best of what is left anywhere. */
static void
match_across (GlossAligner *self)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (GlossMatch));
  g_autofree guint *old_counts = count_wordings (self, 0);
  g_autofree guint *new_counts = count_wordings (self, 1);

  for (guint k = 0; k < self->candidates->len; k++)
    {
      const GlossCandidate *candidate = &g_array_index (self->candidates, GlossCandidate, k);
      guint i = candidate->at[0];
      guint j = candidate->at[1];
      GlossMatch match = { { i, j }, { 1, 1 }, candidate->score, 0 };
      guint32 wording = self->wordings.wordings[0][self->positions[0][i]];
      guint old_words = gloss_features_get_words (self->features, gloss_aligner_get_text (self, 0, i));
      guint new_words = gloss_features_get_words (self->features, gloss_aligner_get_text (self, 1, j));
      gboolean is_telling;

      if (self->taken[0][i] || self->taken[1][j])
        continue;

      /* A few words are enough where each text has them once. */
      is_telling = MIN (old_words, new_words) >= MIN_WORDS_ACROSS ||
                   (gloss_aligner_have_same_wording (self, i, j) && old_counts[wording] == 1 && new_counts[wording] == 1 &&
                    !gloss_aligner_is_stub (gloss_aligner_get_open (self, 0, i), old_words));
      if (candidate->score < SCORE_ACROSS + gloss_aligner_find_penalty (self, i, j) || !is_telling)
        continue;
      match.weight = gloss_aligner_weigh_match (self, &match, 1);
      g_array_append_val (matches, match);
    }

  g_array_sort (matches, compare_across);
  for (guint k = 0; k < matches->len; k++)
    {
      const GlossMatch *match = &g_array_index (matches, GlossMatch, k);

      if (!self->taken[0][match->first[0]] && !self->taken[1][match->first[1]])
        gloss_aligner_link (self, match);
    }
}

/* An open clause beside a link is a part of it where it is told by what the link left over. */
static void
join_parts (GlossAligner *self)
{
  guint n_anchors = self->links->len - self->found->len;

  for (guint k = 0; k < self->found->len; k++)
    {
      GlossMatch *match = &g_array_index (self->found, GlossMatch, k);
      GlossLink *link = &g_array_index (self->links, GlossLink, n_anchors + k);

      for (guint side = 0; side < 2; side++)
        {
          GlossMatch parts = { 0 };

          if (match->n[side] != 1 || link->same_wording ||
              !gloss_aligner_find_parts (self, side, match->first[side], match->first[1 - side],
                           match->n[1 - side], &parts))
            continue;
          *match = parts;
          link->old_first = self->positions[0][parts.first[0]];
          link->new_first = self->positions[1][parts.first[1]];
          link->n_old = parts.n[0];
          link->n_new = parts.n[1];
          link->score = parts.score;
          memset (self->taken[1 - side] + parts.first[1 - side], TRUE, parts.n[1 - side]);
        }
    }
}

static void
aligner_clear (GlossAligner *self)
{
  gloss_wordings_clear (&self->wordings);
  for (guint side = 0; side < 2; side++)
    {
      g_free (self->sides[side].gaps);
      g_free (self->sides[side].expected);
      g_free (self->positions[side]);
      g_free (self->taken[side]);
      g_free (self->signed_by[side]);
      g_free (self->headings[side]);
    }
  g_clear_pointer (&self->features, gloss_features_free);
  g_clear_pointer (&self->candidates, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->found, g_array_unref);
}

/* FALSE only where it was cancelled. */
static gboolean
match_open (GlossAligner  *self,
            GlossProgress *progress,
            GCancellable  *cancellable,
            GError       **error)
{
  if (self->sides[0].n == 0 || self->sides[1].n == 0)
    return TRUE;

  weigh_open (self);
  gloss_aligner_link_chosen (self);
  gloss_progress_report (progress, 0, PERCENT_WEIGHED, 1, 1);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  self->candidates = gloss_candidates_find (self->features, self->sides, progress, PERCENT_WEIGHED,
                                            PERCENT_FOUND, cancellable, error);
  if (self->candidates == NULL)
    return FALSE;

  match_in_gaps (self);
  join_parts (self);
  match_across (self);
  join_parts (self);
  gloss_aligner_match_left (self, FALSE);
  gloss_aligner_link_headings (self);
  gloss_aligner_match_left (self, TRUE);
  return TRUE;
}

GArray *
gloss_align (const GlossAlignClause  *old_clauses,
             guint                    n_old,
             const GlossAlignClause  *new_clauses,
             guint                    n_new,
             GlossTokenizer          *tokenizer,
             GlossProgress           *progress,
             GCancellable            *cancellable,
             GError                 **error)
{
  GlossAligner self = {
    .clauses = { old_clauses, new_clauses },
    .n_clauses = { n_old, n_new },
    .features = gloss_features_new (tokenizer),
    .found = g_array_new (FALSE, FALSE, sizeof (GlossMatch)),
  };
  GArray *rows = NULL;

  gloss_wordings_init (&self.wordings, old_clauses, n_old, new_clauses, n_new);
  gloss_aligner_set_chosen_apart (&self);
  gloss_aligner_find_headings (&self);
  self.links = gloss_anchors_find (&self.wordings, old_clauses, n_old, new_clauses, n_new,
                                   (const guint8 *const *) self.headings);
  open_gaps (&self);
  if (!g_cancellable_set_error_if_cancelled (cancellable, error) &&
      match_open (&self, progress, cancellable, error))
    rows = gloss_links_to_rows (self.links, old_clauses, n_old, new_clauses, n_new);
  gloss_progress_report (progress, 0, GLOSS_ALIGN_PERCENT, 1, 1);

  aligner_clear (&self);
  return rows;
}
