/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-speech.h"

#include "gloss-comparison-test.h"

static const char *const old_clauses[] = {
  "(a)", "To comply with the Charter of the United Nations and universally recognized norms;",
  "(b)", "To settle every dispute over treaties by peaceful means alone;",
  "(c)", "To abandon whatever was agreed about lighthouses and harbour dues in winter;",
  NULL,
};

static const char *const new_clauses[] = {
  "(1)", "To comply with the Charter of the United Nations and universally recognized norms;",
  "(2)", "To settle every dispute over treaties and borders by peaceful means alone;",
  "(3)", "Growing oranges requires plenty of patience, sunlight, manure, gardeners;",
  NULL,
};

static GlossComparisonRow *
find_row (GlossComparison *comparison,
          GlossRowState    state)
{
  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    if (gloss_comparison_row_get_state (gloss_comparison_get_row (comparison, i)) == state)
      return gloss_comparison_get_row (comparison, i);

  g_assert_not_reached ();
}

static void
test_summary (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  const GlossComparisonSummary *summary = gloss_comparison_get_summary (comparison);
  g_autofree char *spoken = gloss_comparison_speak_summary (comparison);
  g_autofree char *expected = g_strdup_printf ("1 reworded, 1 new, 1 dropped, 1 renumbered; %u words kept, %u removed, %u added",
                                               summary->words_kept, summary->words_removed, summary->words_added);

  g_assert_cmpuint (summary->words_added, >, 0);
  g_assert_cmpstr (spoken, ==, expected);
}

static void
test_summary_of_nothing (void)
{
  static const char *const none[] = { NULL };
  static const char *const one[] = { "", "Word", NULL };
  g_autoptr (GlossComparison) empty = gloss_test_compare (none, none);
  g_autoptr (GlossComparison) same = gloss_test_compare (one, one);
  g_autofree char *of_empty = gloss_comparison_speak_summary (empty);
  g_autofree char *of_same = gloss_comparison_speak_summary (same);

  g_assert_cmpstr (of_empty, ==, "No clauses");
  g_assert_cmpstr (of_same, ==, "1 unchanged; 1 word kept, 0 removed, 0 added");
}

static void
test_place (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autofree char *reworded = gloss_comparison_show_place (comparison, find_row (comparison, GLOSS_ROW_REWORDED));
  g_autofree char *new_place = gloss_comparison_show_place (comparison, find_row (comparison, GLOSS_ROW_NEW));
  g_autofree char *dropped = gloss_comparison_show_place (comparison, find_row (comparison, GLOSS_ROW_DROPPED));

  g_assert_cmpstr (reworded, ==, "(b) → (2)");
  g_assert_cmpstr (new_place, ==, "(3)");
  g_assert_cmpstr (dropped, ==, "(c)");
}

/* A place that did not change is named once. */
static void
test_same_place (void)
{
  static const char *const clauses[] = { "(a)", "Wording", NULL };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (clauses, clauses);
  g_autofree char *place = gloss_comparison_show_place (comparison, gloss_comparison_get_row (comparison, 0));

  g_assert_cmpstr (place, ==, "(a)");
}

static void
test_row (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autofree char *reworded = gloss_comparison_speak_row (find_row (comparison, GLOSS_ROW_REWORDED));
  g_autofree char *new_row = gloss_comparison_speak_row (find_row (comparison, GLOSS_ROW_NEW));
  g_autofree char *dropped = gloss_comparison_speak_row (find_row (comparison, GLOSS_ROW_DROPPED));

  g_assert_cmpstr (reworded, ==, "Reworded: OLD/1, (b), now NEW/1, (2)");
  g_assert_cmpstr (new_row, ==, "New: NEW/1, (3)");
  g_assert_cmpstr (dropped, ==, "Dropped: OLD/1, (c)");
}

static void
test_difference (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autofree char *reworded = gloss_comparison_speak_difference (find_row (comparison, GLOSS_ROW_REWORDED));
  g_autofree char *renumbered = gloss_comparison_speak_difference (find_row (comparison, GLOSS_ROW_RENUMBERED));
  g_autofree char *dropped = gloss_comparison_speak_difference (find_row (comparison, GLOSS_ROW_DROPPED));
  const char *added = strstr (reworded, "added");

  g_assert_nonnull (added);
  g_assert_nonnull (strstr (added, "and borders"));
  g_assert_nonnull (strstr (added, "end added"));
  g_assert_null (strstr (reworded, "removed"));
  g_assert_cmpstr (renumbered, ==, old_clauses[1]);
  g_assert_true (g_str_has_prefix (dropped, "removed To abandon"));
  g_assert_true (g_str_has_suffix (dropped, "in winter; end removed"));
}

/* Of a clause that would take an hour the beginning is read, in whole characters. */
static void
test_long_clause (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GlossComparison) comparison = NULL;
  g_autofree char *spoken = NULL;
  const char *clauses[] = { "", NULL, NULL };

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "国");
  clauses[1] = text->str;
  comparison = gloss_test_compare (clauses, clauses);
  spoken = gloss_comparison_speak_difference (gloss_comparison_get_row (comparison, 0));

  g_assert_true (g_utf8_validate (spoken, -1, NULL));
  g_assert_cmpuint (strlen (spoken), <, 10000);
  g_assert_true (g_str_has_prefix (spoken, "国"));
  g_assert_true (g_str_has_suffix (spoken, "not read out."));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison-speech/summary", test_summary);
  g_test_add_func ("/comparison-speech/summary-of-nothing", test_summary_of_nothing);
  g_test_add_func ("/comparison-speech/place", test_place);
  g_test_add_func ("/comparison-speech/same-place", test_same_place);
  g_test_add_func ("/comparison-speech/row", test_row);
  g_test_add_func ("/comparison-speech/difference", test_difference);
  g_test_add_func ("/comparison-speech/long-clause", test_long_clause);

  return g_test_run ();
}
