/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-alignment.h"
#include "comparison/gloss-anchors.h"
#include "comparison/gloss-candidates.h"
#include "comparison/gloss-link.h"

#include <string.h>

/* Clauses of the texts up to NULL. */
static guint
make_clauses (const char *const *texts,
              GlossAlignClause  *clauses)
{
  guint n = 0;

  for (; texts[n] != NULL; n++)
    clauses[n] = (GlossAlignClause) { texts[n], strlen (texts[n]), "", GLOSS_CLAUSE_PARAGRAPH };

  return n;
}

#define LONG_A "The Commission shall publish its report"
#define LONG_B "Each Party shall inspect its vessels"
#define LONG_C "The depositary notifies all observers"
#define LONG_D "The tribunal may suspend a licence"

static void
test_wordings (void)
{
  static const char *const old_texts[] = { LONG_A, "x", "a\nb", NULL };
  static const char *const new_texts[] = { "x", "a b", "ab", NULL };
  GlossAlignClause old_clauses[3], new_clauses[3];
  GlossWordings wordings;

  gloss_wordings_init (&wordings, old_clauses, make_clauses (old_texts, old_clauses),
                       new_clauses, make_clauses (new_texts, new_clauses));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (wordings.wordings[0][i], <, wordings.n_wordings);
      g_assert_cmpuint (wordings.wordings[1][i], <, wordings.n_wordings);
    }
  g_assert_cmpuint (wordings.wordings[0][1], ==, wordings.wordings[1][0]);
  g_assert_cmpuint (wordings.wordings[0][2], ==, wordings.wordings[1][1]);
  g_assert_cmpuint (wordings.wordings[0][2], !=, wordings.wordings[1][2]);
  g_assert_cmpuint (wordings.wordings[0][0], !=, wordings.wordings[0][1]);
  gloss_wordings_clear (&wordings);
}

/* The anchors as "old-new" numbers. */
static char *
show_anchors (const char *const *old_texts,
              const char *const *new_texts)
{
  GlossAlignClause old_clauses[16], new_clauses[16];
  guint n_old = make_clauses (old_texts, old_clauses);
  guint n_new = make_clauses (new_texts, new_clauses);
  static const guint8 none[16] = { 0 };
  static const guint8 *const no_headings[2] = { none, none };
  GlossWordings wordings;
  g_autoptr (GArray) anchors = NULL;
  GString *shown = g_string_new (NULL);

  gloss_wordings_init (&wordings, old_clauses, n_old, new_clauses, n_new);
  anchors = gloss_anchors_find (&wordings, old_clauses, n_old, new_clauses, n_new, no_headings);
  for (guint i = 0; i < anchors->len; i++)
    g_string_append_printf (shown, "%u-%u ", g_array_index (anchors, GlossLink, i).old_first,
                            g_array_index (anchors, GlossLink, i).new_first);
  gloss_wordings_clear (&wordings);

  return g_string_free (shown, FALSE);
}

static void
test_anchors (void)
{
  static const char *const old_texts[] = { LONG_A, "(Repealed)", LONG_B, "x", LONG_C, LONG_D, "end", NULL };
  static const char *const moved[] = { LONG_A, "(Repealed)", "(Repealed)", LONG_C, LONG_D, LONG_B, "y",
                                       "end", NULL };
  g_autofree char *same = show_anchors (old_texts, old_texts);
  g_autofree char *other = show_anchors (old_texts, moved);

  g_assert_cmpstr (same, ==, "0-0 1-1 2-2 3-3 4-4 5-5 6-6 ");
  /* The stub by its neighbour, and of what changed places the heavier. */
  g_assert_cmpstr (other, ==, "0-0 1-1 4-3 5-4 6-7 ");
}

static void
test_candidates (void)
{
  static const char *const old_texts[] = { LONG_A, LONG_B, NULL };
  static const char *const new_texts[] = { "Each Party shall inspect its ports", "Nothing else", LONG_A, NULL };
  guint old_gaps[] = { 0, 0 }, new_gaps[] = { 1, 1, 1 };
  guint8 old_taken[] = { FALSE, FALSE }, new_taken[] = { FALSE, FALSE, FALSE };
  guint old_expected[] = { 0, 0 }, new_expected[] = { 0, 0, 0 };
  const GlossOpenSide sides[2] = { { 2, 0, old_gaps, old_taken, old_expected },
                                   { 3, 2, new_gaps, new_taken, new_expected } };
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GlossFeatures) features = gloss_features_new (tokenizer);
  g_autoptr (GArray) candidates = NULL;
  guint best[2] = { 0, 0 };
  guint at[2] = { G_MAXUINT, G_MAXUINT };

  for (guint i = 0; old_texts[i] != NULL; i++)
    gloss_features_add (features, old_texts[i], strlen (old_texts[i]));
  for (guint j = 0; new_texts[j] != NULL; j++)
    gloss_features_add (features, new_texts[j], strlen (new_texts[j]));
  gloss_features_weigh (features);
  candidates = gloss_candidates_find (features, sides, NULL, 0, 100, NULL, NULL);

  for (guint k = 0; k < candidates->len; k++)
    {
      const GlossCandidate *candidate = &g_array_index (candidates, GlossCandidate, k);

      if (k > 0)
        g_assert_true (memcmp (candidate, candidate - 1, sizeof *candidate) != 0);
      g_assert_cmpuint (candidate->at[1], !=, 1);
      if (candidate->score > best[candidate->at[0]])
        {
          best[candidate->at[0]] = candidate->score;
          at[candidate->at[0]] = candidate->at[1];
        }
    }
  g_assert_cmpuint (at[0], ==, 2);
  g_assert_cmpuint (best[0], ==, 1000);
  g_assert_cmpuint (at[1], ==, 0);
  g_assert_cmpuint (best[1], <, 1000);

  /* What has met another is nobody's candidate. */
  new_taken[2] = TRUE;
  g_array_unref (candidates);
  candidates = gloss_candidates_find (features, sides, NULL, 0, 100, NULL, NULL);
  for (guint k = 0; k < candidates->len; k++)
    g_assert_cmpuint (g_array_index (candidates, GlossCandidate, k).at[1], !=, 2);
}

static void
test_rows_of_links (void)
{
  static const char *const old_texts[] = { "a", "dropped after a", "b", "c", "moved", "dropped last", NULL };
  static const char *const new_texts[] = { "new", "a", "moved", "b and c", NULL };
  static const GlossAlignRow expected[] = {
    { GLOSS_ROW_NEW, 0, 0, 0, 1, 0 },
    { GLOSS_ROW_UNCHANGED, 0, 1, 1, 1, 1000 },
    { GLOSS_ROW_DROPPED, 1, 1, 2, 0, 0 },
    { GLOSS_ROW_MOVED, 4, 1, 2, 1, 1000 },
    { GLOSS_ROW_MERGED, 2, 2, 3, 1, 700 },
    { GLOSS_ROW_DROPPED, 5, 1, 4, 0, 0 },
  };
  const GlossLink links[] = { { 2, 2, 3, 1, 700, FALSE }, { 4, 1, 2, 1, 1000, TRUE }, { 0, 1, 1, 1, 1000, TRUE } };
  GlossAlignClause old_clauses[8], new_clauses[8];
  guint n_old = make_clauses (old_texts, old_clauses);
  guint n_new = make_clauses (new_texts, new_clauses);
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (GlossLink));
  g_autoptr (GArray) rows = NULL;

  g_array_append_vals (array, links, G_N_ELEMENTS (links));
  rows = gloss_links_to_rows (array, old_clauses, n_old, new_clauses, n_new);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < rows->len; i++)
    {
      const GlossAlignRow *row = &g_array_index (rows, GlossAlignRow, i);

      g_assert_cmpint (row->state, ==, expected[i].state);
      g_assert_cmpuint (row->old_first, ==, expected[i].old_first);
      g_assert_cmpuint (row->n_old, ==, expected[i].n_old);
      g_assert_cmpuint (row->new_first, ==, expected[i].new_first);
      g_assert_cmpuint (row->n_new, ==, expected[i].n_new);
      g_assert_cmpuint (row->score, ==, expected[i].score);
    }
}

/* A few words that each text has once tell where they went; what stands for a clause that is no
 * more tells nothing. */
static void
test_short_move (void)
{
  static const char *const old_texts[] = { "WTO: World Trade Organization", "(Repealed)", LONG_A, LONG_B, "UN: United Nations",
                                           "Reserved", NULL };
  static const char *const new_texts[] = { "UN: United Nations", "Reserved", LONG_A, LONG_B, "(Repealed)",
                                           "WTO: World Trade Organization", NULL };
  GlossAlignClause old_clauses[8], new_clauses[8];
  guint n_old = make_clauses (old_texts, old_clauses);
  guint n_new = make_clauses (new_texts, new_clauses);
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GArray) rows = gloss_align (old_clauses, n_old, new_clauses, n_new, tokenizer, NULL, NULL, NULL);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint k = 0; k < rows->len; k++)
    {
      const GlossAlignRow *row = &g_array_index (rows, GlossAlignRow, k);

      if (row->state == GLOSS_ROW_MOVED)
        g_string_append_printf (shown, "%u-%u ", row->old_first, row->new_first);
    }
  g_assert_cmpstr (shown->str, ==, "4-0 0-5 ");
}

/* One clause has moved, however long it is, and not the several that it has passed. */
static void
test_long_move (void)
{
  static const char *const old_texts[] = { LONG_A " to all.", LONG_A LONG_B LONG_C LONG_D LONG_A LONG_C, LONG_B, LONG_C,
                                           LONG_D, "The seat is in Geneva.", NULL };
  static const char *const new_texts[] = { LONG_A " to all.", LONG_B, LONG_C, LONG_D,
                                           LONG_A LONG_B LONG_C LONG_D LONG_A LONG_C, "The seat is in Geneva.", NULL };
  GlossAlignClause old_clauses[6], new_clauses[6];
  guint n_old = make_clauses (old_texts, old_clauses);
  guint n_new = make_clauses (new_texts, new_clauses);
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GArray) rows = gloss_align (old_clauses, n_old, new_clauses, n_new, tokenizer, NULL, NULL, NULL);

  g_assert_cmpuint (rows->len, ==, 6);
  for (guint k = 0; k < rows->len; k++)
    {
      const GlossAlignRow *row = &g_array_index (rows, GlossAlignRow, k);

      g_assert_cmpint (row->state, ==, row->old_first == 1 ? GLOSS_ROW_MOVED : GLOSS_ROW_UNCHANGED);
    }
}

/* How many clauses of @old_texts meet one of @new_texts. */
static guint
count_meetings (const char *const *old_texts,
                const char *const *new_texts)
{
  GlossAlignClause old_clauses[6], new_clauses[6];
  guint n_old = make_clauses (old_texts, old_clauses);
  guint n_new = make_clauses (new_texts, new_clauses);
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GArray) rows = gloss_align (old_clauses, n_old, new_clauses, n_new, tokenizer, NULL, NULL, NULL);
  guint n_meetings = 0;

  for (guint k = 0; k < rows->len; k++)
    n_meetings += g_array_index (rows, GlossAlignRow, k).n_old > 0 && g_array_index (rows, GlossAlignRow, k).n_new > 0;

  return n_meetings;
}

/* The few words that two clauses share are enough between neighbours that have met, and not where
 * nothing else has. */
static void
test_rewritten (void)
{
#define OLD_RIGHT "To respect the rights and freedoms of all States in the common seas"
#define NEW_RIGHT "Whoever lives in one of the States shall enjoy privacy online and offline"
  static const char *const old_alone[] = { OLD_RIGHT, NULL };
  static const char *const new_alone[] = { NEW_RIGHT, NULL };
  static const char *const old_between[] = { LONG_A, OLD_RIGHT, LONG_B, NULL };
  static const char *const new_between[] = { LONG_A, NEW_RIGHT, LONG_B, NULL };
  static const char *const new_unlike[] = { LONG_A, "Fishing vessels carry lights by night", LONG_B, NULL };
  static const char *const new_lightly[] = { "To respect the rights and freedoms of all States in common space", NULL };

  g_assert_cmpuint (count_meetings (old_alone, new_alone), ==, 0);
  g_assert_cmpuint (count_meetings (old_alone, new_lightly), ==, 1);
  g_assert_cmpuint (count_meetings (old_between, new_between), ==, 3);
  g_assert_cmpuint (count_meetings (old_between, new_unlike), ==, 2);
}

/* Twice the text counts more, and never twice as much. */
static void
test_weigh_place (void)
{
  for (gsize length = 1; length < (gsize) 1 << 24; length *= 2)
    {
      g_assert_cmpint (gloss_align_weigh_place (2 * length), >, gloss_align_weigh_place (length));
      g_assert_cmpint (gloss_align_weigh_place (2 * length), <, 2 * gloss_align_weigh_place (length));
    }
  g_assert_cmpint (gloss_align_weigh_place (0), >, 0);
}

static void
test_cancelled (void)
{
  static const char *const texts[] = { LONG_A, LONG_B, NULL };
  GlossAlignClause clauses[2];
  guint n = make_clauses (texts, clauses);
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gloss_align (clauses, n, clauses, n, tokenizer, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/alignment/wordings", test_wordings);
  g_test_add_func ("/alignment/anchors", test_anchors);
  g_test_add_func ("/alignment/candidates", test_candidates);
  g_test_add_func ("/alignment/rows-of-links", test_rows_of_links);
  g_test_add_func ("/alignment/short-move", test_short_move);
  g_test_add_func ("/alignment/long-move", test_long_move);
  g_test_add_func ("/alignment/rewritten", test_rewritten);
  g_test_add_func ("/alignment/weigh-place", test_weigh_place);
  g_test_add_func ("/alignment/cancelled", test_cancelled);

  return g_test_run ();
}
