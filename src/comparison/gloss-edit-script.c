/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-edit-script"

#include "config.h"

#include "comparison/gloss-edit-script.h"

#include "comparison/gloss-common-tokens.h"
#include "comparison/gloss-edit-point.h"

#include <string.h>

/* Up to this product of the lengths the affine programme compares the whole; beyond it the texts
 * are cut at points of a good path until the parts are small. */
#define EXACT_CELLS (4 * 1000 * 1000)
#define PART_CELLS  (1000 * 1000)

/* Costs. Half a word is the least value of a token, and the preferences among equal scripts stay
 * below it. */
#define COST_WORD   16
#define COST_CHANGE 13 /* for each step of coarseness: as a token is worth, the weak ones counted in */
#define COST_SIGN   12 /* most words of signs have two */
#define COST_WEAK    8
#define COST_INSIDE 16 /* an edge inside a word of signs, on both sides */
#define COST_PHRASE  1 /* an edge that is not at the end of a phrase */

#define INFINITE (G_MAXINT32 / 2)

/* What the programme needs of a token, apart for the sake of the cache. */
typedef struct
{
  guint32 *ids;
  gint32 *costs;   /* of removing or adding the token */
  gint32 *phrase;  /* n + 1: what an edge before the token costs */
  gint32 *inside;  /* n + 1: COST_INSIDE where an edge before the token stands inside a word */
  guint8 *kept;    /* the result, of the caller */
  guint n;
} Side;

typedef struct
{
  Side a;
  Side b;
  gint32 open_cost;
  gint32 *match_rows[2];  /* of the programme: the best cost that ends in a match */
  gint32 *change_rows[2]; /* likewise in a change */
  guint8 *trace;
  gsize trace_size;
  gsize row_size;
  gint32 *room;           /* of the search for a point; NULL before the first */
} Script;

enum
{
  TRACE_MATCH_FROM_CHANGE = 1 << 0,
  TRACE_ADDED             = 1 << 1, /* the change came by an added token, else a removed one */
  TRACE_OPENED            = 1 << 2, /* and began with it */
};

static void
side_init (Side             *side,
           const GlossToken *tokens,
           guint             n,
           gboolean          shortest,
           guint8           *kept)
{
  side->n = n;
  side->ids = g_new (guint32, n + 1);
  side->costs = g_new (gint32, n + 1);
  side->phrase = g_new (gint32, n + 1);
  side->inside = g_new0 (gint32, n + 1);
  side->kept = kept;
  memset (kept, 0, n);

  for (guint i = 0; i < n; i++)
    {
      side->ids[i] = tokens[i].id;
      if (shortest)
        side->costs[i] = tokens[i].kind == GLOSS_TOKEN_PUNCTUATION ? 0 : COST_WORD;
      else if (tokens[i].kind != GLOSS_TOKEN_WORD)
        side->costs[i] = COST_WEAK;
      else
        side->costs[i] = tokens[i].is_sign ? COST_SIGN : COST_WORD;
      side->phrase[i] = shortest || i == 0 || tokens[i - 1].kind == GLOSS_TOKEN_PUNCTUATION ? 0
                                                                                           : COST_PHRASE;
    }
  side->phrase[n] = 0;
}

static void
side_find_words (Side             *side,
                 const GlossToken *tokens)
{
  for (guint i = 0; i < side->n; i++)
    side->inside[i] = tokens[i].begins_word ? 0 : COST_INSIDE;
}

static void
side_clear (Side *side)
{
  g_free (side->ids);
  g_free (side->costs);
  g_free (side->phrase);
  g_free (side->inside);
}

/* What it costs that a change begins or ends before the tokens @i and @j. */
static inline gint32
edge_cost (const Script *script,
           guint         i,
           guint         j)
{
  return script->a.phrase[i] + script->b.phrase[j] +
         (script->a.inside[i] & script->b.inside[j]);
}

static void
keep (Script *script,
      guint   i,
      guint   j)
{
  script->a.kept[i] = 1;
  script->b.kept[j] = 1;
}

static void
reserve (Script *script,
         gsize   row_size,
         gsize   trace_size)
{
  if (row_size > script->row_size)
    {
      for (guint k = 0; k < 2; k++)
        {
          script->match_rows[k] = g_renew (gint32, script->match_rows[k], row_size);
          script->change_rows[k] = g_renew (gint32, script->change_rows[k], row_size);
        }
      script->row_size = row_size;
    }
  if (trace_size > script->trace_size)
    {
      g_free (script->trace);
      script->trace = g_new (guint8, trace_size);
      script->trace_size = trace_size;
    }
}

/* One row of the programme: the costs of reaching each place behind the token @i of the old part
 * from the row above it. */
static void
run_row (Script       *script,
         guint         i,
         guint         b0,
         guint         width,
         const gint32 *match_above,
         const gint32 *change_above,
         gint32       *match,
         gint32       *change,
         guint8       *trace)
{
  const guint32 *b_ids = script->b.ids + b0;
  const gint32 *b_costs = script->b.costs + b0;
  const gint32 *b_phrase = script->b.phrase + b0;
  const gint32 *b_inside = script->b.inside + b0;
  const guint32 id = script->a.ids[i];
  const gint32 cost = script->a.costs[i];
  /* What an edge before and behind the token costs; on the other side it is added by place. */
  const gint32 before = script->a.phrase[i];
  const gint32 behind = script->a.phrase[i + 1] + script->open_cost;
  const gint32 inside_before = script->a.inside[i];
  const gint32 inside_behind = script->a.inside[i + 1];
  gint32 edge = before + b_phrase[0] + (inside_before & b_inside[0]); /* before the token, at j - 1 */

  match[0] = INFINITE;
  trace[0] = 0;
  change[0] = change_above[0];
  if (match_above[0] + edge + script->open_cost < change[0])
    {
      change[0] = match_above[0] + edge + script->open_cost;
      trace[0] = TRACE_OPENED;
    }
  change[0] += cost;

  for (guint j = 1; j < width; j++)
    {
      gint32 here = INFINITE;
      gint32 removed, added, opened;
      guint8 way = 0;

      if (id == b_ids[j - 1])
        {
          here = match_above[j - 1];
          if (change_above[j - 1] + edge < here)
            {
              here = change_above[j - 1] + edge;
              way = TRACE_MATCH_FROM_CHANGE;
            }
        }

      edge = before + b_phrase[j] + (inside_before & b_inside[j]);
      removed = change_above[j];
      opened = match_above[j] + edge + script->open_cost;
      if (opened < removed)
        {
          removed = opened;
          way |= TRACE_OPENED;
        }
      removed += cost;

      added = change[j - 1];
      opened = match[j - 1] + behind + b_phrase[j - 1] + (inside_behind & b_inside[j - 1]);
      if (MIN (added, opened) + b_costs[j - 1] < removed)
        {
          way = (guint8) ((way & TRACE_MATCH_FROM_CHANGE) | TRACE_ADDED |
                          (opened < added ? TRACE_OPENED : 0));
          removed = MIN (added, opened) + b_costs[j - 1];
        }

      match[j] = here;
      change[j] = MIN (removed, INFINITE);
      trace[j] = way;
    }
}

/* The exact answer for the tokens [a0, a1) and [b0, b1): the least sum of the costs of changed
 * tokens and of separate changes. Two states a cell: the last step was a match, or a change. */
static void
run_programme (Script *script,
               guint   a0,
               guint   a1,
               guint   b0,
               guint   b1)
{
  guint width = b1 - b0 + 1;
  guint i, j;
  gboolean in_change;

  reserve (script, width, (gsize) width * (a1 - a0 + 1));

  /* Before the first old token, all new ones are added in one change. */
  for (j = 0; j < width; j++)
    {
      script->match_rows[0][j] = j == 0 ? 0 : INFINITE;
      script->change_rows[0][j] = INFINITE;
      script->trace[j] = TRACE_ADDED | (j == 1 ? TRACE_OPENED : 0);
      if (j == 1)
        script->change_rows[0][j] = script->open_cost + edge_cost (script, a0, b0) +
                                    script->b.costs[b0];
      else if (j > 1)
        script->change_rows[0][j] = script->change_rows[0][j - 1] + script->b.costs[b0 + j - 1];
    }
  for (i = 1; i <= a1 - a0; i++)
    run_row (script, a0 + i - 1, b0, width,
             script->match_rows[(i + 1) % 2], script->change_rows[(i + 1) % 2],
             script->match_rows[i % 2], script->change_rows[i % 2],
             script->trace + (gsize) width * i);

  i = a1 - a0;
  j = b1 - b0;
  in_change = script->change_rows[i % 2][j] + edge_cost (script, a1, b1) <
              script->match_rows[i % 2][j];
  while (i > 0 || j > 0)
    {
      guint8 way = script->trace[(gsize) width * i + j];

      if (!in_change)
        {
          i--, j--;
          keep (script, a0 + i, b0 + j);
          in_change = (way & TRACE_MATCH_FROM_CHANGE) != 0;
        }
      else
        {
          if (way & TRACE_ADDED)
            j--;
          else
            i--;
          in_change = (way & TRACE_OPENED) == 0;
        }
    }
}

/* Keeps the equal ends of [a0, a1) and [b0, b1), and compares what is between them. */
static void
compare_part (Script *script,
              guint   a0,
              guint   a1,
              guint   b0,
              guint   b1,
              gsize   max_cells)
{
  while (TRUE)
    {
      guint x, y;

      while (a0 < a1 && b0 < b1 && script->a.ids[a0] == script->b.ids[b0])
        keep (script, a0++, b0++);
      while (a0 < a1 && b0 < b1 && script->a.ids[a1 - 1] == script->b.ids[b1 - 1])
        keep (script, --a1, --b1);
      if (a0 == a1 || b0 == b1)
        return;

      if ((gsize) (a1 - a0) * (b1 - b0) <= max_cells)
        {
          run_programme (script, a0, a1, b0, b1);
          return;
        }

      if (script->room == NULL)
        script->room = g_new (gint32, GLOSS_EDIT_POINT_ROOM);
      gloss_edit_point_find (script->a.ids + a0, a1 - a0, script->b.ids + b0, b1 - b0, script->room, &x, &y);
      x += a0;
      y += b0;
      max_cells = PART_CELLS;

      /* The larger part goes on here, so that the stack stays small. */
      if (x - a0 + y - b0 < a1 - x + b1 - y)
        {
          compare_part (script, a0, x, b0, y, max_cells);
          a0 = x;
          b0 = y;
        }
      else
        {
          compare_part (script, x, a1, y, b1, max_cells);
          a1 = x;
          b1 = y;
        }
    }
}

/* An edge inside a word of signs, on both sides, is moved outwards to where a word begins on one
 * of them: the signs between become part of the change. */
static void
widen_to_words (Script *script)
{
  g_autofree guint *a_kept = g_new (guint, script->a.n + 1);
  g_autofree guint *b_kept = g_new (guint, script->b.n + 1);
  guint n = 0;
  guint k;

  for (guint i = 0; i < script->a.n; i++)
    if (script->a.kept[i])
      a_kept[n++] = i;
  n = 0;
  for (guint j = 0; j < script->b.n; j++)
    if (script->b.kept[j])
      b_kept[n++] = j;

  /* The beginnings of changes move to the left. */
  for (k = n; k-- > 0;)
    {
      guint i = a_kept[k];
      guint j = b_kept[k];
      gboolean followed = (i + 1 == script->a.n || script->a.kept[i + 1]) &&
                          (j + 1 == script->b.n || script->b.kept[j + 1]);

      if (!followed && script->a.inside[i + 1] && script->b.inside[j + 1])
        script->a.kept[i] = script->b.kept[j] = 0;
    }
  /* And their ends to the right. */
  for (k = 0; k < n; k++)
    {
      guint i = a_kept[k];
      guint j = b_kept[k];
      gboolean preceded = (i == 0 || script->a.kept[i - 1]) && (j == 0 || script->b.kept[j - 1]);

      if (!preceded && script->a.inside[i] && script->b.inside[j])
        script->a.kept[i] = script->b.kept[j] = 0;
    }
}

/* Leaves the words among @ids; gives how many they are. */
static guint
drop_punctuation (guint32          *ids,
                  const GlossToken *tokens,
                  guint             n)
{
  guint n_words = 0;

  for (guint i = 0; i < n; i++)
    if (tokens[i].kind != GLOSS_TOKEN_PUNCTUATION)
      ids[n_words++] = ids[i];

  return n_words;
}

static guint
count_least (const guint32 *a_ids,
             guint          n_a,
             const guint32 *b_ids,
             guint          n_b)
{
  return n_a + n_b - 2 * gloss_count_common_tokens (a_ids, n_a, b_ids, n_b);
}

/* Tells how much the script changes that was found. The ids are used up for it. */
static void
measure (Script           *script,
         const GlossToken *a_tokens,
         const GlossToken *b_tokens,
         GlossEditSize    *size)
{
  const Side *a = &script->a;
  const Side *b = &script->b;
  guint first = 0;
  guint a_end = a->n;
  guint b_end = b->n;
  gboolean in_change = FALSE;
  guint j = 0;
  guint n_a_words, n_b_words;

  *size = (GlossEditSize) { 0 };
  while (first < a_end && first < b_end && a->ids[first] == b->ids[first])
    first++;
  while (first < a_end && first < b_end && a->ids[a_end - 1] == b->ids[b_end - 1])
    a_end--, b_end--;
  if ((gsize) (a_end - first) * (b_end - first) > EXACT_CELLS)
    return;

  size->n_tokens = a->n + b->n;
  for (guint i = 0; i <= a->n; i++)
    {
      gboolean changed = FALSE;

      if (i == a->n || a->kept[i])
        {
          for (; j < b->n && !b->kept[j]; j++)
            {
              changed = TRUE;
              size->tokens.changed++;
              size->words.changed += b_tokens[j].kind != GLOSS_TOKEN_PUNCTUATION;
            }
          j++;
        }
      else
        {
          changed = TRUE;
          size->tokens.changed++;
          size->words.changed += a_tokens[i].kind != GLOSS_TOKEN_PUNCTUATION;
        }
      size->n_changes += changed && !in_change;
      in_change = i < a->n && !a->kept[i];
    }

  size->tokens.least = count_least (a->ids + first, a_end - first, b->ids + first, b_end - first);
  n_a_words = drop_punctuation (a->ids + first, a_tokens + first, a_end - first);
  n_b_words = drop_punctuation (b->ids + first, b_tokens + first, b_end - first);
  size->words.least = n_a_words + n_b_words < a_end + b_end - 2 * first
                        ? count_least (a->ids + first, n_a_words, b->ids + first, n_b_words)
                        : size->tokens.least;
}

void
gloss_edit_script (const GlossToken *old_tokens,
                   guint             n_old,
                   const GlossToken *new_tokens,
                   guint             n_new,
                   guint             coarseness,
                   guint8           *old_kept,
                   guint8           *new_kept,
                   GlossEditSize    *size)
{
  Script script = { 0 };
  gboolean shortest = coarseness == GLOSS_EDIT_SCRIPT_SHORTEST;

  side_init (&script.a, old_tokens, n_old, shortest, old_kept);
  side_init (&script.b, new_tokens, n_new, shortest, new_kept);
  if (!shortest)
    {
      side_find_words (&script.a, old_tokens);
      side_find_words (&script.b, new_tokens);
      /* A little less than the words it stands for, by more than its edges can cost: of two scripts
       * that weigh the same, the one with fewer changed words is better. */
      script.open_cost = MAX ((gint32) coarseness * COST_CHANGE - 8 * COST_PHRASE, 0);
    }

  compare_part (&script, 0, n_old, 0, n_new, EXACT_CELLS);
  if (size != NULL)
    measure (&script, old_tokens, new_tokens, size);

  if (shortest)
    {
      side_find_words (&script.a, old_tokens);
      side_find_words (&script.b, new_tokens);
    }
  widen_to_words (&script);

  for (guint k = 0; k < 2; k++)
    {
      g_free (script.match_rows[k]);
      g_free (script.change_rows[k]);
    }
  g_free (script.trace);
  g_free (script.room);
  side_clear (&script.a);
  side_clear (&script.b);
}
