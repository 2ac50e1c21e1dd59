/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-candidates"

#include "config.h"

#include "comparison/gloss-candidates.h"

#include <string.h>

/* How many places of its features are looked up for one clause, and at most for one feature. */
#define MAX_POSTINGS     512
#define MAX_PER_FEATURE   48

/* How many of the clauses found are compared in full. */
#define MAX_FOUND 6

/* All pairs of a gap with no more than this many are compared. */
#define SMALL_GAP_PAIRS 64

/* What standing in the same gap is worth among those found. */
#define SAME_GAP_BONUS 200

#define CHECK_EVERY 256

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

typedef struct
{
  GlossFeatures *features;
  const GlossOpenSide *sides;
  Index index;       /* of the side that is searched */
  guint32 *common;   /* by clause of it: the weight found so far */
  GArray *touched;   /* guint: where common is not 0 */
  GArray *pairs;     /* guint64: old << 32 | new */
} Search;

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
        g_array_append_val (search->touched, places[k]);
      search->common[places[k]] += weight;
    }

  return n;
}

static void
add_pair (Search *search,
          guint   side,
          guint   i,
          guint   j)
{
  guint64 pair = side == 0 ? (guint64) i << 32 | j : (guint64) j << 32 | i;

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

/* Finds what is likely to belong to the clause @i of @side. */
static void
search_one (Search *search,
            guint   side,
            guint   i)
{
  static const guint classes[] = { 0, 2, 8, MAX_PER_FEATURE, G_MAXUINT };
  const GlossOpenSide *here = &search->sides[side];
  const GlossOpenSide *there = &search->sides[1 - side];
  guint64 total = gloss_features_get_total (search->features, here->first_text + i);
  guint expected = here->expected[i];
  guint n_features;
  const GlossFeature *features = gloss_features_get (search->features, here->first_text + i,
                                                     &n_features);
  Found best[MAX_FOUND];
  guint n_best = 0;
  guint n_postings = 0;

  /* Rare features first. */
  for (guint class = 1; class < G_N_ELEMENTS (classes) && n_postings < MAX_POSTINGS; class++)
    for (guint k = 0; k < n_features && n_postings < MAX_POSTINGS; k++)
      {
        guint32 id = features[k].id;
        guint n = search->index.starts[id + 1] - search->index.starts[id];

        if (n > classes[class - 1] && n <= classes[class])
          n_postings += look_up (search, id, gloss_features_get_weight (search->features, id),
                                 expected);
      }

  for (guint k = 0; k < search->touched->len; k++)
    {
      guint j = g_array_index (search->touched, guint, k);
      Found found = {
        .at = j,
        .value = (guint64) search->common[j] * 2000 /
                 (total + gloss_features_get_total (search->features, there->first_text + j) + 1),
        .distance = (guint) ABS ((gint64) j - expected),
      };
      guint at = n_best;

      search->common[j] = 0;
      if (here->gaps[i] == there->gaps[j])
        found.value += SAME_GAP_BONUS;
      while (at > 0 && is_better (&found, &best[at - 1]))
        at--;
      if (at == MAX_FOUND)
        continue;
      n_best = MIN (n_best + 1, MAX_FOUND);
      memmove (best + at + 1, best + at, (n_best - at - 1) * sizeof (Found));
      best[at] = found;
    }
  g_array_set_size (search->touched, 0);

  for (guint k = 0; k < n_best; k++)
    add_pair (search, side, i, best[k].at);

  /* And what stands where it should. */
  for (guint j = expected > 0 ? expected - 1 : 0; j <= expected + 1 && j < there->n; j++)
    if (here->gaps[i] == there->gaps[j])
      add_pair (search, side, i, j);
}

/* Adds all pairs of the small gaps. */
static void
add_small_gaps (Search *search)
{
  const GlossOpenSide *old_side = &search->sides[0];
  const GlossOpenSide *new_side = &search->sides[1];
  guint i1, j1;

  for (guint i = 0, j = 0; i < old_side->n && j < new_side->n; i = i1, j = j1)
    {
      guint gap = MIN (old_side->gaps[i], new_side->gaps[j]);

      for (i1 = i; i1 < old_side->n && old_side->gaps[i1] == gap; i1++)
        ;
      for (j1 = j; j1 < new_side->n && new_side->gaps[j1] == gap; j1++)
        ;
      if ((guint64) (i1 - i) * (j1 - j) <= SMALL_GAP_PAIRS)
        for (guint x = i; x < i1; x++)
          for (guint y = j; y < j1; y++)
            add_pair (search, 0, x, y);
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

static gboolean
search_side (Search        *search,
             guint          side,
             GCancellable  *cancellable,
             GError       **error)
{
  const GlossOpenSide *there = &search->sides[1 - side];
  gboolean done = TRUE;

  index_init (&search->index, search->features, there);
  search->common = g_new0 (guint32, there->n + 1);
  for (guint i = 0; i < search->sides[side].n && done; i++)
    {
      if (i % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        done = FALSE;
      else
        search_one (search, side, i);
    }
  g_clear_pointer (&search->common, g_free);
  index_clear (&search->index);
  return done;
}

GArray *
gloss_candidates_find (GlossFeatures        *features,
                       const GlossOpenSide   sides[2],
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (GlossCandidate));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  Search search = { .features = features, .sides = sides, .touched = touched, .pairs = pairs };

  if (!search_side (&search, 0, cancellable, error) ||
      !search_side (&search, 1, cancellable, error))
    return NULL;
  add_small_gaps (&search);
  g_array_sort (pairs, compare_pairs);

  for (guint k = 0; k < pairs->len; k++)
    {
      guint64 pair = g_array_index (pairs, guint64, k);
      GlossCandidate candidate = { .at = { (guint) (pair >> 32), (guint) pair } };

      if (k > 0 && pair == g_array_index (pairs, guint64, k - 1))
        continue;
      if (k % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      candidate.score = gloss_features_compare (features, sides[0].first_text + candidate.at[0],
                                                sides[1].first_text + candidate.at[1]);
      g_array_append_val (candidates, candidate);
    }

  return g_steal_pointer (&candidates);
}
