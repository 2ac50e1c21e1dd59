/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-bound"

#include "config.h"

#include "comparison/gloss-comparison-bound.h"

#include "comparison/gloss-workers.h"

#include <string.h>

/* How many rows are compared by one thread before another looks for work, and how many before it is
 * seen whether they suffice. */
#define ROWS_PER_PART  16
#define ROWS_AT_A_TIME 256

/* Down to here a sign of punctuation alone, or a function word, splits no change. */
#define FINEST_FOR_PUNCTUATION 2

/* What the rows that are bound change together. */
typedef struct
{
  gint64 excess; /* beyond the least */
  gint64 least;
} Sum;

typedef struct
{
  const GlossBoundRows *rows;
  const guint *chosen;      /* places of rows that change more than the least */
  GlossRowDifference *finer; /* of each of them, one step finer */
  guint coarseness;
  gboolean only_single;
  Sum words;
  Sum tokens;
} Work;

/* Whether a row is among those that are bound: all, or those of one clause each. */
static gboolean
is_bound (const Work *work,
          guint       row)
{
  const GlossAlignRow *place = &g_array_index (work->rows->places, GlossAlignRow, row);

  return !work->only_single || (place->n_old == 1 && place->n_new == 1);
}

static gint64
get_excess (const GlossEditCount *count)
{
  return (gint64) count->changed - count->least;
}

static gboolean
is_too_much (const Sum *sum)
{
  return sum->excess > MAX (sum->least / 4, GLOSS_BOUND_FEW);
}

/* Whether the rows change more than they may, and another step finer is meant to help. */
static gboolean
is_over (const Work *work,
         guint       coarseness)
{
  return is_too_much (&work->words) ||
         (coarseness != GLOSS_EDIT_SCRIPT_SHORTEST && coarseness >= FINEST_FOR_PUNCTUATION &&
          is_too_much (&work->tokens));
}

static void
add_size (Work                *work,
          const GlossEditSize *size,
          int                  sign)
{
  work->words.excess += sign * get_excess (&size->words);
  work->words.least += sign * (gint64) size->words.least;
  work->tokens.excess += sign * get_excess (&size->tokens);
  work->tokens.least += sign * (gint64) size->tokens.least;
}

static void
compare_cb (guint    first,
            guint    end,
            guint    worker,
            gpointer user_data)
{
  Work *work = user_data;
  const GlossBoundRows *rows = work->rows;

  if (g_cancellable_is_cancelled (rows->cancellable))
    return;
  if (rows->tokenizers[worker] == NULL)
    rows->tokenizers[worker] = gloss_tokenizer_new (rows->language);

  for (guint k = first; k < end; k++)
    work->finer[k] = gloss_comparison_row_compare (rows->rows[work->chosen[k]],
                                                   &g_array_index (rows->places, GlossAlignRow, work->chosen[k]),
                                                   rows->old_clauses, rows->new_clauses,
                                                   rows->tokenizers[worker], rows->kept, work->coarseness);
}

/* Puts @finer in the place of what the row told, where it saves words, or else signs. */
static void
take (Work                   *work,
      guint                   row,
      GlossRowDifference     *finer,
      GlossComparisonSummary *summary)
{
  GlossDiffWords *words = &work->rows->words[row];
  gint64 saved_words = get_excess (&words->size.words) - get_excess (&finer->words.size.words);
  gint64 saved_tokens = get_excess (&words->size.tokens) - get_excess (&finer->words.size.tokens);

  if (saved_words < 0 || (saved_words == 0 && saved_tokens <= 0))
    return;

  add_size (work, &words->size, -1);
  add_size (work, &finer->words.size, 1);
  summary->words_kept = summary->words_kept - words->kept + finer->words.kept;
  summary->words_removed = summary->words_removed - words->removed + finer->words.removed;
  summary->words_added = summary->words_added - words->added + finer->words.added;
  *words = finer->words;
  gloss_comparison_row_take (work->rows->rows[row], finer);
}

/* The smallest share of what is changed first. */
static gint
compare_shares (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const GlossBoundRows *rows = user_data;
  guint x_row = *(const guint *) a;
  guint y_row = *(const guint *) b;
  const GlossEditSize *x = &rows->words[x_row].size;
  const GlossEditSize *y = &rows->words[y_row].size;
  guint64 x_share = (guint64) x->tokens.changed * y->n_tokens;
  guint64 y_share = (guint64) y->tokens.changed * x->n_tokens;

  if (x_share != y_share)
    return x_share < y_share ? -1 : 1;
  return x_row < y_row ? -1 : 1;
}

/* What is taken depends on the order alone, and not on how many are compared at a time. */
static void
go_finer (Work                   *work,
          GlossComparisonSummary *summary)
{
  const GlossBoundRows *rows = work->rows;
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  GlossRowDifference finer[ROWS_AT_A_TIME];

  for (guint i = 0; i < rows->places->len; i++)
    if (is_bound (work, i) &&
        (get_excess (&rows->words[i].size.words) > 0 || get_excess (&rows->words[i].size.tokens) > 0))
      g_array_append_val (chosen, i);
  g_array_sort_with_data (chosen, compare_shares, (gpointer) rows);

  for (guint first = 0; first < chosen->len && is_over (work, work->coarseness); first += ROWS_AT_A_TIME)
    {
      guint n = MIN (chosen->len - first, ROWS_AT_A_TIME);

      memset (finer, 0, sizeof finer);
      work->chosen = &g_array_index (chosen, guint, first);
      work->finer = finer;
      gloss_work (n, ROWS_PER_PART, compare_cb, work);
      for (guint k = 0; k < n; k++)
        {
          if (is_over (work, work->coarseness) && !g_cancellable_is_cancelled (rows->cancellable))
            take (work, work->chosen[k], &finer[k], summary);
          g_clear_pointer (&finer[k].stretches, g_array_unref);
        }
    }
}

/* The last step, below 0, is that of the shortest scripts, which change no word beyond the least. */
static void
bound (const GlossBoundRows   *rows,
       gboolean                only_single,
       GlossComparisonSummary *summary)
{
  Work work = { .rows = rows, .coarseness = GLOSS_DIFF_COARSENESS_DEFAULT, .only_single = only_single };

  for (guint i = 0; i < rows->places->len; i++)
    if (rows->words[i].size.n_tokens > 0 && is_bound (&work, i))
      add_size (&work, &rows->words[i].size, 1);

  while (work.coarseness != GLOSS_EDIT_SCRIPT_SHORTEST && is_over (&work, work.coarseness - 1) &&
         !g_cancellable_is_cancelled (rows->cancellable))
    {
      work.coarseness--;
      go_finer (&work, summary);
    }
}

void
gloss_comparison_bound (const GlossBoundRows   *rows,
                        GlossComparisonSummary *summary)
{
  bound (rows, TRUE, summary);
  bound (rows, FALSE, summary);
}
