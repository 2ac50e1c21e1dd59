/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison-test.h"
#include "random-document.h"

/* What a reader chose, and the rest around it. @choices: "old=new" parted by spaces, a side empty. */
static void
assert_rows_with_choices (GlossDocument *old_document,
                          GlossDocument *new_document,
                          const char    *choices,
                          const char    *expected)
{
  g_autoptr (GPtrArray) pairings = gloss_pairings_new ();
  g_auto (GStrv) words = g_strsplit (choices, " ", -1);
  g_autoptr (GlossComparison) comparison = NULL;
  g_autoptr (GString) marked = g_string_new (NULL);
  g_autofree char *shown = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      g_auto (GStrv) sides = g_strsplit (words[i], "=", 2);

      gloss_pairings_choose (pairings, sides[0][0] != '\0' ? sides[0] : NULL,
                             sides[1][0] != '\0' ? sides[1] : NULL);
    }
  comparison = gloss_comparison_new_with_choices (old_document, new_document, pairings, NULL, &error);
  g_assert_no_error (error);
  check_comparison (comparison);

  shown = show_rows (comparison);
  lines = g_strsplit (shown, "\n", -1);
  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    g_string_append_printf (marked, "%s%s\n", lines[i],
                            gloss_comparison_row_is_chosen (gloss_comparison_get_row (comparison, i)) ? " !" : "");
  g_assert_cmpstr (marked->str, ==, expected);
}

static void
test_choices (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY, "(c)", ASSIST,
                                                          "(d)", SETTLE, NULL);
  g_autoptr (GlossDocument) new_document = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY, "(c)", ASSIST,
                                                          "(e)", REPORT, NULL);

  assert_rows_with_choices (old_document, new_document, "",
                            "unchanged: (a) -> (a)\nunchanged: (b) -> (b)\nunchanged: (c) -> (c)\n"
                            "dropped: (d) ->\nnew: -> (e)\n");
  /* Two that have nothing in common. */
  assert_rows_with_choices (old_document, new_document, "(d)=(e)",
                            "unchanged: (a) -> (a)\nunchanged: (b) -> (b)\nunchanged: (c) -> (c)\n"
                            "reworded: (d) -> (e) !\n");
  /* What was found stays where it is chosen as well. */
  assert_rows_with_choices (old_document, new_document, "(b)=(b)",
                            "unchanged: (a) -> (a)\nunchanged: (b) -> (b) !\nunchanged: (c) -> (c)\n"
                            "dropped: (d) ->\nnew: -> (e)\n");
  /* Alone, although the other text has it. */
  assert_rows_with_choices (old_document, new_document, "(b)=",
                            "unchanged: (a) -> (a)\ndropped: (b) -> !\nnew: -> (b)\nunchanged: (c) -> (c)\n"
                            "dropped: (d) ->\nnew: -> (e)\n");
  assert_rows_with_choices (old_document, new_document, "(b)= =(b)",
                            "unchanged: (a) -> (a)\ndropped: (b) -> !\nnew: -> (b) !\nunchanged: (c) -> (c)\n"
                            "dropped: (d) ->\nnew: -> (e)\n");
  /* Crosswise: one of the two has moved. */
  assert_rows_with_choices (old_document, new_document, "(b)=(c) (c)=(b)",
                            "unchanged: (a) -> (a)\nmoved-reworded: (c) -> (b) !\nreworded: (b) -> (c) !\n"
                            "dropped: (d) ->\nnew: -> (e)\n");
  /* Of clauses that are not there nothing is said. */
  assert_rows_with_choices (old_document, new_document, "(x)=(b) (a)=(y) (z)= =(z)",
                            "unchanged: (a) -> (a)\nunchanged: (b) -> (b)\nunchanged: (c) -> (c)\n"
                            "dropped: (d) ->\nnew: -> (e)\n");
}

/* A reader who pairs one part of a split clause sets the other free. */
static void
test_choice_against_split (void)
{
  g_autoptr (GlossDocument) whole = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY ", and " ASSIST,
                                                   "(c)", SETTLE, NULL);
  g_autoptr (GlossDocument) parts = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY ",", "(c)", ASSIST,
                                                   "(d)", SETTLE, NULL);

  assert_rows_with_choices (whole, parts, "(b)=(b)",
                            "unchanged: (a) -> (a)\nreworded: (b) -> (b) !\nnew: -> (c)\nrenumbered: (c) -> (d)\n");
}

/* Whatever is chosen, it stands, and everything else holds. */
static void
test_random_choices (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (359);

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GlossDocumentBuilder) old_builder = gloss_document_builder_new ();
      g_autoptr (GlossDocumentBuilder) new_builder = gloss_document_builder_new ();
      g_autoptr (GlossDocument) old_document = NULL;
      g_autoptr (GlossDocument) new_document = NULL;
      g_autoptr (GPtrArray) pairings = gloss_pairings_new ();
      g_autoptr (GlossComparison) comparison = NULL;

      for (guint k = 0; k < 12; k++)
        {
          g_autofree char *id = g_strdup_printf ("%u", k);
          g_autofree char *text = make_random_text (rand, 12);
          g_autofree char *edited = edit_random_text (rand, text);

          gloss_document_builder_add_clause (old_builder, &(GlossClauseData) { .id = id, .text = text });
          gloss_document_builder_add_clause (new_builder, &(GlossClauseData) {
            .id = id, .text = g_rand_boolean (rand) ? text : edited });
        }
      old_document = gloss_document_builder_end (old_builder);
      new_document = gloss_document_builder_end (new_builder);
      for (guint k = 0; k < 5; k++)
        {
          g_autofree char *old_id = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 12));
          g_autofree char *new_id = g_strdup_printf ("%d", g_rand_int_range (rand, 0, 12));
          guint sort = (guint) g_rand_int_range (rand, 0, 4);

          gloss_pairings_choose (pairings, sort == 0 ? NULL : old_id, sort == 1 ? NULL : new_id);
        }

      comparison = gloss_comparison_new_with_choices (old_document, new_document, pairings, NULL, NULL);
      check_comparison (comparison);
      for (guint k = 0; k < pairings->len; k++)
        {
          const GlossPairing *pairing = g_ptr_array_index (pairings, k);
          GlossComparisonRow *row = pairing->old_id != NULL
                                      ? gloss_comparison_find_old (comparison, pairing->old_id)
                                      : gloss_comparison_find_new (comparison, pairing->new_id);

          g_assert_true (gloss_comparison_row_is_chosen (row));
          g_assert_cmpuint (gloss_comparison_row_get_n_old (row), ==, pairing->old_id != NULL);
          g_assert_cmpuint (gloss_comparison_row_get_n_new (row), ==, pairing->new_id != NULL);
          if (pairing->new_id != NULL)
            g_assert_true (gloss_comparison_find_new (comparison, pairing->new_id) == row);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/comparison-choices/chosen", test_choices);
  g_test_add_func ("/comparison-choices/choice-against-split", test_choice_against_split);
  g_test_add_func ("/comparison-choices/random", test_random_choices);

  return g_test_run ();
}
