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

/* How much is done between two looks at the cancellable, by one thread. */
#define SEARCHES_PER_PART 256
#define SCORES_PER_PART   512

/* Which clauses of a side have a feature: an index. */
typedef struct
{
  guint *starts;   /* by feature, and one more */
  guint16 *narrow; /* where the clauses can be told by so few bits, else */
  guint *wide;
} Index;

static inline guint
get_place (const Index *index,
           guint        at)
{
  return index->narrow != NULL ? index->narrow[at] : index->wide[at];
}

typedef struct
{
  guint at;
  guint64 value;
  guint distance;
} Found;

/* A feature of the clause that is searched for, and how many clauses of the other side have it. */
typedef struct
{
  guint32 id;
  guint spread;
} Spread;

/* What a worker needs of its own while it searches. */
typedef struct
{
  guint32 *common;   /* by clause of the other side: the weight found so far */
  guint *touched;    /* where common is not 0 */
  guint n_touched;
  GArray *spreads;   /* Spread */
  GArray *pairs;     /* guint64: old << 32 | new */
} Searcher;

/* The search for what may belong to the clauses of one side. One side is searched for after the
 * other, so that no more than one index is there at a time. */
typedef struct
{
  GlossFeatures *features;
  const GlossOpenSide *sides;
  guint side;
  Index index;       /* of the other side, which is searched */
  guint64 *totals;   /* by clause of it: the weight of all its features, and one more */
  const guint8 *sure; /* by clause of the side: it need not be searched for */
  GlossProgress *progress;
  guint from;        /* percent */
  guint to;
  GCancellable *cancellable;
  Searcher searchers[GLOSS_MAX_WORKERS];
} Search;

typedef struct
{
  GlossFeatures *features;
  const GlossOpenSide *sides;
  GArray *pairs;      /* guint64: old << 32 | new */
  GArray *candidates; /* GlossCandidate */
  guint n_scored;     /* those of the small gaps, which stand first */
  GCancellable *cancellable;
  GlossFeatureCounts *counts[GLOSS_MAX_WORKERS]; /* NULL until one is made */
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

  index->starts = g_new0 (guint, n_features + 2);
  for (guint i = 0; i < side->n; i++)
    {
      GlossFeatureReader reader = gloss_features_read (features, side->first_text + i);

      total += reader.n_left;
      while (gloss_feature_reader_next (&reader))
        index->starts[reader.feature.id + 2]++;
    }
  for (guint k = 2; k < n_features + 2; k++)
    index->starts[k] += index->starts[k - 1];

  if (side->n <= G_MAXUINT16)
    index->narrow = g_new (guint16, total + 1);
  else
    index->wide = g_new (guint, total + 1);
  for (guint i = 0; i < side->n; i++)
    {
      GlossFeatureReader reader = gloss_features_read (features, side->first_text + i);

      while (gloss_feature_reader_next (&reader))
        {
          guint at = index->starts[reader.feature.id + 1]++;

          if (index->narrow != NULL)
            index->narrow[at] = (guint16) i;
          else
            index->wide[at] = i;
        }
    }
}

static void
index_clear (Index *index)
{
  g_free (index->starts);
  g_free (index->narrow);
  g_free (index->wide);
}

/* The first of the @n sorted places from @start on that is not before @at. */
static guint
find_place (const Index *index,
            guint        start,
            guint        n,
            guint        at)
{
  guint low = 0;

  while (low < n)
    {
      guint middle = low + (n - low) / 2;

      if (get_place (index, start + middle) < at)
        low = middle + 1;
      else
        n = middle;
    }

  return low;
}

static inline void
add_weight (Searcher *searcher,
            guint     place,
            guint32   weight)
{
  if (searcher->common[place] == 0)
    searcher->touched[searcher->n_touched++] = place;
  searcher->common[place] += weight;
}

/* Adds the weight of one feature to the clauses that have it: to all, or where there are many, to
 * those nearest to where one is expected. Gives how many that were. */
static guint
look_up (const Search *search,
         Searcher     *searcher,
         guint32       feature,
         guint32       weight,
         guint         expected)
{
  guint start = search->index.starts[feature];
  guint n = search->index.starts[feature + 1] - start;

  if (n > MAX_PER_FEATURE)
    {
      guint middle = find_place (&search->index, start, n, expected);

      middle = CLAMP (middle, MAX_PER_FEATURE / 2, n - MAX_PER_FEATURE / 2);
      start += middle - MAX_PER_FEATURE / 2;
      n = MAX_PER_FEATURE;
    }
  if (search->index.narrow != NULL)
    for (guint k = start; k < start + n; k++)
      add_weight (searcher, search->index.narrow[k], weight);
  else
    for (guint k = start; k < start + n; k++)
      add_weight (searcher, search->index.wide[k], weight);

  return n;
}

static void
add_pair (const Search *search,
          Searcher     *searcher,
          guint         i,
          guint         j)
{
  guint64 pair = search->side == 0 ? (guint64) i << 32 | j : (guint64) j << 32 | i;

  g_array_append_val (searcher->pairs, pair);
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
search_one (const Search *search,
            Searcher     *searcher,
            guint         i)
{
  static const guint classes[] = { 0, 2, 8, MAX_PER_FEATURE, G_MAXUINT };
  const GlossOpenSide *here = &search->sides[search->side];
  const GlossOpenSide *there = &search->sides[1 - search->side];
  guint64 total = gloss_features_get_total (search->features, here->first_text + i);
  guint expected = here->expected[i];
  GlossFeatureReader reader = gloss_features_read (search->features, here->first_text + i);
  guint n_features = reader.n_left;
  Found best[MAX_FOUND];
  Spread *spreads;
  guint n_best = 0;
  guint n_postings = 0;

  /* They lie all over the index, and are needed for each class. */
  g_array_set_size (searcher->spreads, n_features);
  spreads = (Spread *) (gpointer) searcher->spreads->data;
  for (guint k = 0; gloss_feature_reader_next (&reader); k++)
    {
      guint32 id = reader.feature.id;

      spreads[k] = (Spread) { id, search->index.starts[id + 1] - search->index.starts[id] };
    }

  /* Rare features first. */
  for (guint class = 1; class < G_N_ELEMENTS (classes) && n_postings < MAX_POSTINGS; class++)
    for (guint k = 0; k < n_features && n_postings < MAX_POSTINGS; k++)
      {
        guint32 id = spreads[k].id;

        if (spreads[k].spread > classes[class - 1] && spreads[k].spread <= classes[class])
          n_postings += look_up (search, searcher, id, gloss_features_get_weight (search->features, id),
                                 expected);
      }

  for (guint k = 0; k < searcher->n_touched; k++)
    {
      guint j = searcher->touched[k];
      guint64 common = (guint64) searcher->common[j] * 2000;
      guint64 totals = total + search->totals[j];
      guint64 bonus = here->gaps[i] == there->gaps[j] ? SAME_GAP_BONUS : 0;
      Found found = { .at = j, .distance = (guint) ABS ((gint64) j - expected) };
      guint at = n_best;

      searcher->common[j] = 0;
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
  searcher->n_touched = 0;

  for (guint k = 0; k < n_best; k++)
    add_pair (search, searcher, i, best[k].at);

  /* And what stands where it should. */
  for (guint j = expected > 0 ? expected - 1 : 0; j <= expected + 1 && j < there->n; j++)
    if (here->gaps[i] == there->gaps[j] && !there->taken[j])
      add_pair (search, searcher, i, j);
}

static guint
score_candidate (Finder         *finder,
                 guint           worker,
                 GlossCandidate *candidate)
{
  if (finder->counts[worker] == NULL)
    finder->counts[worker] = gloss_feature_counts_new (finder->features);
  candidate->score = gloss_features_compare_counted (finder->features, finder->counts[worker],
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
            if (score_candidate (finder, 0, &candidate) >= SURE_SCORE)
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
search_cb (guint    first,
           guint    end,
           guint    worker,
           gpointer user_data)
{
  Search *search = user_data;
  Searcher *searcher = &search->searchers[worker];
  const GlossOpenSide *here = &search->sides[search->side];
  guint n_there = search->sides[1 - search->side].n;

  if (g_cancellable_is_cancelled (search->cancellable))
    return;
  if (searcher->pairs == NULL)
    *searcher = (Searcher) {
      .common = g_new0 (guint32, n_there + 1),
      .touched = g_new (guint, n_there + 1),
      .spreads = g_array_new (FALSE, FALSE, sizeof (Spread)),
      .pairs = g_array_new (FALSE, FALSE, sizeof (guint64)),
    };
  if (worker == 0)
    gloss_progress_report (search->progress, search->from, search->to, first, here->n);

  for (guint i = first; i < end; i++)
    if (!search->sure[i] && !here->taken[i])
      search_one (search, searcher, i);
}

static void
searcher_clear (Searcher *searcher)
{
  g_free (searcher->common);
  g_free (searcher->touched);
  g_array_unref (searcher->spreads);
  g_array_unref (searcher->pairs);
}

/* Adds the pairs that are found for the clauses of one side. Their order depends on who found them. */
static void
search_side (Finder        *finder,
             guint          side,
             GlossProgress *progress,
             guint          from,
             guint          to)
{
  const GlossOpenSide *there = &finder->sides[1 - side];
  Search search = {
    .features = finder->features,
    .sides = finder->sides,
    .side = side,
    .totals = g_new (guint64, there->n + 1),
    .sure = finder->sure[side],
    .progress = progress,
    .from = from,
    .to = to,
    .cancellable = finder->cancellable,
  };

  index_init (&search.index, search.features, there);
  for (guint j = 0; j < there->n; j++)
    search.totals[j] = gloss_features_get_total (search.features, there->first_text + j) + 1;

  gloss_work (finder->sides[side].n, SEARCHES_PER_PART, search_cb, &search);

  g_free (search.totals);
  index_clear (&search.index);

  for (guint worker = 0; worker < GLOSS_MAX_WORKERS; worker++)
    if (search.searchers[worker].pairs != NULL)
      {
        GArray *pairs = search.searchers[worker].pairs;

        g_array_append_vals (finder->pairs, pairs->data, pairs->len);
        searcher_clear (&search.searchers[worker]);
      }
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
    score_candidate (finder, worker, &g_array_index (finder->candidates, GlossCandidate, finder->n_scored + k));
}

/* Compares what the searches found. */
static void
compare_found (Finder *finder)
{
  GArray *pairs = finder->pairs;

  finder->n_scored = finder->candidates->len;
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
  g_clear_pointer (&finder->pairs, g_array_unref);

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
    .pairs = g_array_new (FALSE, FALSE, sizeof (guint64)), .cancellable = cancellable,
  };

  for (guint side = 0; side < 2; side++)
    {
      finder.in_small_gap[side] = g_new0 (guint8, sides[side].n + 1);
      finder.sure[side] = g_new0 (guint8, sides[side].n + 1);
    }

  compare_small_gaps (&finder);
  for (guint side = 0; side < 2; side++)
    search_side (&finder, side, progress, from + (to - from) * side / 2, from + (to - from) * (side + 1) / 2);
  if (!g_cancellable_is_cancelled (cancellable))
    compare_found (&finder);

  for (guint side = 0; side < 2; side++)
    {
      g_free (finder.in_small_gap[side]);
      g_free (finder.sure[side]);
    }
  for (guint worker = 0; worker < GLOSS_MAX_WORKERS; worker++)
    g_clear_pointer (&finder.counts[worker], gloss_feature_counts_free);
  g_clear_pointer (&finder.pairs, g_array_unref);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&candidates);
}
