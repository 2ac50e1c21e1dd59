/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-candidates"

#include "config.h"

#include "comparison/gloss-candidates.h"

#include "comparison/gloss-workers.h"

#include <string.h>

/* How many places of its features are looked up for one clause, and at most for one feature. */
#define MAX_POSTINGS     512
#define MAX_PER_FEATURE   48

/* How many of the clauses found are compared in full. */
#define MAX_FOUND 6

/* All pairs of a gap with no more than this many are compared. */
#define SMALL_GAP_PAIRS 64

/* Who meets another in a small gap with such a score is not searched for elsewhere: nothing can be
 * so much better. */
#define SURE_SCORE 700

/* What standing in the same gap is worth among those found. */
#define SAME_GAP_BONUS 200

#define CHECK_EVERY     256
#define SCORES_PER_PART 512

/* Which clauses of a side have a feature: an index. */
typedef struct
{
  guint *starts; /* by feature, and one more */
  guint *places;
} Index;

typedef struct
{
  guint at;
  guint64 value;
  guint distance;
} Found;

/* The search for what may belong to the clauses of one side. Both sides are searched at the same
 * time. */
typedef struct
{
  GlossFeatures *features;
  const GlossOpenSide *sides;
  guint side;
  Index index;       /* of the other side, which is searched */
  guint64 *totals;   /* by clause of it: the weight of all its features, and one more */
  guint32 *common;   /* by clause of it: the weight found so far */
  guint *touched;    /* where common is not 0 */
  guint n_touched;
  GArray *spreads;   /* guint, by feature of the clause that is searched for: how many clauses have it */
  GArray *pairs;     /* guint64: old << 32 | new */
  const guint8 *sure; /* by clause of the side: it need not be searched for */
} Search;

typedef struct
{
  GlossFeatures *features;
  const GlossOpenSide *sides;
  Search searches[2];
  GArray *candidates; /* GlossCandidate */
  guint n_scored;     /* those of the small gaps, which stand first */
  GlossProgress *progress;
  guint from;          /* percent */
  guint to;
  GCancellable *cancellable;
  guint8 *in_small_gap[2]; /* by clause: all its pairs inside the gap are among the candidates */
  guint8 *sure[2];         /* by clause: it need not be searched for */
} Finder;

static void
index_init (Index               *index,
            GlossFeatures       *features,
            const GlossOpenSide *side)
{
  guint n_features = gloss_features_get_n (features);
  guint total = 0;
  guint n;

  index->starts = g_new0 (guint, n_features + 2);
  for (guint i = 0; i < side->n; i++)
    {
      const GlossFeature *feature = gloss_features_get (features, side->first_text + i, &n);

      for (guint k = 0; k < n; k++)
        index->starts[feature[k].id + 2]++;
      total += n;
    }
  for (guint k = 2; k < n_features + 2; k++)
    index->starts[k] += index->starts[k - 1];

  index->places = g_new (guint, total + 1);
  for (guint i = 0; i < side->n; i++)
    {
      const GlossFeature *feature = gloss_features_get (features, side->first_text + i, &n);

      for (guint k = 0; k < n; k++)
        index->places[index->starts[feature[k].id + 1]++] = i;
    }
}

static void
index_clear (Index *index)
{
  g_free (index->starts);
  g_free (index->places);
}

/* The first of the sorted @places that is not before @at. */
static guint
find_place (const guint *places,
            guint        n,
            guint        at)
{
  guint low = 0;

  while (low < n)
    {
      guint middle = low + (n - low) / 2;

      if (places[middle] < at)
        low = middle + 1;
      else
        n = middle;
    }

  return low;
}

/* Adds the weight of one feature to the clauses that have it: to all, or where there are many, to
 * those nearest to where one is expected. Gives how many that were. */
static guint
look_up (Search *search,
         guint32 feature,
         guint32 weight,
         guint   expected)
{
  const guint *places = search->index.places + search->index.starts[feature];
  guint n = search->index.starts[feature + 1] - search->index.starts[feature];

  if (n > MAX_PER_FEATURE)
    {
      guint middle = find_place (places, n, expected);

      middle = CLAMP (middle, MAX_PER_FEATURE / 2, n - MAX_PER_FEATURE / 2);
      places += middle - MAX_PER_FEATURE / 2;
      n = MAX_PER_FEATURE;
    }
  for (guint k = 0; k < n; k++)
    {
      if (search->common[places[k]] == 0)
        search->touched[search->n_touched++] = places[k];
      search->common[places[k]] += weight;
    }

  return n;
}

static void
add_pair (Search *search,
          guint   i,
          guint   j)
{
  guint64 pair = search->side == 0 ? (guint64) i << 32 | j : (guint64) j << 32 | i;

  g_array_append_val (search->pairs, pair);
}

static gboolean
is_better (const Found *a,
           const Found *b)
{
  if (a->value != b->value)
    return a->value > b->value;
  if (a->distance != b->distance)
    return a->distance < b->distance;
  return a->at < b->at;
}

/* Finds what is likely to belong to the clause @i. */
static void
search_one (Search *search,
            guint   i)
{
  static const guint classes[] = { 0, 2, 8, MAX_PER_FEATURE, G_MAXUINT };
  const GlossOpenSide *here = &search->sides[search->side];
  const GlossOpenSide *there = &search->sides[1 - search->side];
  guint64 total = gloss_features_get_total (search->features, here->first_text + i);
  guint expected = here->expected[i];
  guint n_features;
  const GlossFeature *features = gloss_features_get (search->features, here->first_text + i,
                                                     &n_features);
  Found best[MAX_FOUND];
  guint *spreads;
  guint n_best = 0;
  guint n_postings = 0;

  /* They lie all over the index, and are needed for each class. */
  g_array_set_size (search->spreads, n_features);
  spreads = (guint *) (gpointer) search->spreads->data;
  for (guint k = 0; k < n_features; k++)
    spreads[k] = search->index.starts[features[k].id + 1] - search->index.starts[features[k].id];

  /* Rare features first. */
  for (guint class = 1; class < G_N_ELEMENTS (classes) && n_postings < MAX_POSTINGS; class++)
    for (guint k = 0; k < n_features && n_postings < MAX_POSTINGS; k++)
      {
        guint32 id = features[k].id;

        if (spreads[k] > classes[class - 1] && spreads[k] <= classes[class])
          n_postings += look_up (search, id, gloss_features_get_weight (search->features, id),
                                 expected);
      }

  for (guint k = 0; k < search->n_touched; k++)
    {
      guint j = search->touched[k];
      guint64 common = (guint64) search->common[j] * 2000;
      guint64 totals = total + search->totals[j];
      guint64 bonus = here->gaps[i] == there->gaps[j] ? SAME_GAP_BONUS : 0;
      Found found = { .at = j, .distance = (guint) ABS ((gint64) j - expected) };
      guint at = n_best;

      search->common[j] = 0;
      if (there->taken[j])
        continue;
      /* Most are far from the best, and to multiply is quicker than to divide. */
      if (n_best == MAX_FOUND && best[at - 1].value > bonus &&
          common < (best[at - 1].value - bonus) * totals)
        continue;
      found.value = common / totals + bonus;
      while (at > 0 && is_better (&found, &best[at - 1]))
        at--;
      if (at == MAX_FOUND)
        continue;
      n_best = MIN (n_best + 1, MAX_FOUND);
      memmove (best + at + 1, best + at, (n_best - at - 1) * sizeof (Found));
      best[at] = found;
    }
  search->n_touched = 0;

  for (guint k = 0; k < n_best; k++)
    add_pair (search, i, best[k].at);

  /* And what stands where it should. */
  for (guint j = expected > 0 ? expected - 1 : 0; j <= expected + 1 && j < there->n; j++)
    if (here->gaps[i] == there->gaps[j] && !there->taken[j])
      add_pair (search, i, j);
}

static guint
score_candidate (const Finder   *finder,
                 GlossCandidate *candidate)
{
  candidate->score = gloss_features_compare (finder->features,
                                             finder->sides[0].first_text + candidate->at[0],
                                             finder->sides[1].first_text + candidate->at[1]);
  return candidate->score;
}

/* Compares all pairs of the small gaps. */
static void
compare_small_gaps (Finder *finder)
{
  const GlossOpenSide *old_side = &finder->sides[0];
  const GlossOpenSide *new_side = &finder->sides[1];
  guint i1, j1;

  for (guint i = 0, j = 0; i < old_side->n && j < new_side->n; i = i1, j = j1)
    {
      guint gap = MIN (old_side->gaps[i], new_side->gaps[j]);

      for (i1 = i; i1 < old_side->n && old_side->gaps[i1] == gap; i1++)
        ;
      for (j1 = j; j1 < new_side->n && new_side->gaps[j1] == gap; j1++)
        ;
      if ((guint64) (i1 - i) * (j1 - j) > SMALL_GAP_PAIRS)
        continue;
      memset (finder->in_small_gap[0] + i, TRUE, i1 - i);
      memset (finder->in_small_gap[1] + j, TRUE, j1 - j);
      for (guint x = i; x < i1; x++)
        for (guint y = j; y < j1; y++)
          {
            GlossCandidate candidate = { .at = { x, y } };

            if (old_side->taken[x] || new_side->taken[y])
              continue;
            if (score_candidate (finder, &candidate) >= SURE_SCORE)
              finder->sure[0][x] = finder->sure[1][y] = TRUE;
            g_array_append_val (finder->candidates, candidate);
          }
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const GlossCandidate *x = a;
  const GlossCandidate *y = b;

  if (x->at[0] != y->at[0])
    return x->at[0] < y->at[0] ? -1 : 1;
  return x->at[1] < y->at[1] ? -1 : x->at[1] > y->at[1];
}

static void
search_side_cb (guint    first,
                guint    end,
                guint    worker,
                gpointer user_data)
{
  Finder *finder = user_data;
  Search *search = &finder->searches[first];
  const GlossOpenSide *here = &finder->sides[first];
  const GlossOpenSide *there = &finder->sides[1 - first];

  *search = (Search) {
    .features = finder->features,
    .sides = finder->sides,
    .side = first,
    .totals = g_new (guint64, there->n + 1),
    .common = g_new0 (guint32, there->n + 1),
    .touched = g_new (guint, there->n + 1),
    .spreads = g_array_new (FALSE, FALSE, sizeof (guint)),
    .pairs = g_array_new (FALSE, FALSE, sizeof (guint64)),
    .sure = finder->sure[first],
  };
  index_init (&search->index, search->features, there);
  for (guint j = 0; j < there->n; j++)
    search->totals[j] = gloss_features_get_total (search->features, there->first_text + j) + 1;

  for (guint i = 0; i < here->n; i++)
    {
      if (i % CHECK_EVERY == 0 && g_cancellable_is_cancelled (finder->cancellable))
        break;
      if (i % CHECK_EVERY == 0 && worker == 0)
        gloss_progress_report (finder->progress, finder->from, finder->to, i, here->n);
      if (!search->sure[i] && !here->taken[i])
        search_one (search, i);
    }

  g_free (search->totals);
  g_free (search->common);
  g_free (search->touched);
  g_array_unref (search->spreads);
  index_clear (&search->index);
}

static void
score_cb (guint    first,
          guint    end,
          guint    worker,
          gpointer user_data)
{
  Finder *finder = user_data;

  if (g_cancellable_is_cancelled (finder->cancellable))
    return;
  for (guint k = first; k < end; k++)
    score_candidate (finder, &g_array_index (finder->candidates, GlossCandidate, finder->n_scored + k));
}

/* Compares what the searches found. */
static void
compare_found (Finder *finder)
{
  GArray *pairs = finder->searches[0].pairs;

  finder->n_scored = finder->candidates->len;
  g_array_append_vals (pairs, finder->searches[1].pairs->data, finder->searches[1].pairs->len);
  g_array_sort (pairs, compare_pairs);
  for (guint k = 0; k < pairs->len; k++)
    {
      guint64 pair = g_array_index (pairs, guint64, k);
      GlossCandidate candidate = { .at = { (guint) (pair >> 32), (guint) pair } };

      if (k > 0 && pair == g_array_index (pairs, guint64, k - 1))
        continue;
      if (finder->in_small_gap[0][candidate.at[0]] &&
          finder->sides[0].gaps[candidate.at[0]] == finder->sides[1].gaps[candidate.at[1]])
        continue;
      g_array_append_val (finder->candidates, candidate);
    }

  gloss_work (finder->candidates->len - finder->n_scored, SCORES_PER_PART, score_cb, finder);
  g_array_sort (finder->candidates, compare_candidates);
}

GArray *
gloss_candidates_find (GlossFeatures        *features,
                       const GlossOpenSide   sides[2],
                       GlossProgress        *progress,
                       guint                 from,
                       guint                 to,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (GlossCandidate));
  Finder finder = {
    .features = features, .sides = sides, .candidates = candidates,
    .progress = progress, .from = from, .to = to, .cancellable = cancellable,
  };

  for (guint side = 0; side < 2; side++)
    {
      finder.in_small_gap[side] = g_new0 (guint8, sides[side].n + 1);
      finder.sure[side] = g_new0 (guint8, sides[side].n + 1);
    }

  compare_small_gaps (&finder);
  gloss_work (2, 1, search_side_cb, &finder);
  if (!g_cancellable_is_cancelled (cancellable))
    compare_found (&finder);

  for (guint side = 0; side < 2; side++)
    {
      g_array_unref (finder.searches[side].pairs);
      g_free (finder.in_small_gap[side]);
      g_free (finder.sure[side]);
    }
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&candidates);
}
