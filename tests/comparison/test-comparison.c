/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison-test.h"

static void
test_empty (void)
{
  g_autoptr (GlossDocument) nothing = make_document ("en", NULL);
  g_autoptr (GlossDocument) one = make_document ("en", "(a)", COMPLY, NULL);

  assert_rows (nothing, nothing, "");
  assert_rows (nothing, one, "new: -> (a)\n");
  assert_rows (one, nothing, "dropped: (a) ->\n");
}

static void
test_unchanged (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", COMPLY, "", "", "(b)", SUPPLY, NULL);
  g_autoptr (GlossDocument) new_document = make_document ("en", "(a)", COMPLY, "", "", "(b)", SUPPLY, NULL);
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);

  assert_rows (old_document, new_document,
               "unchanged: (a) -> (a)\nunchanged:  -> \nunchanged: (b) -> (b)\n");
  g_assert_cmpuint (gloss_comparison_get_summary (comparison)->words_kept, ==, 13 + 13);
  g_assert_cmpuint (gloss_comparison_get_summary (comparison)->words_removed, ==, 0);
  g_assert_cmpuint (gloss_comparison_get_summary (comparison)->words_added, ==, 0);
}

static void
test_white_space_is_no_change (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", "To comply\nwith the  Charter ", NULL);
  g_autoptr (GlossDocument) new_document = make_document ("en", "(a)", "To comply with the Charter", NULL);
  g_autoptr (GlossDocument) parted = make_document ("en", "(a)", "To comply with the Char ter", NULL);

  assert_rows (old_document, new_document, "unchanged: (a) -> (a)\n");
  assert_rows (new_document, parted, "reworded: (a) -> (a)\n");
}

static void
test_typographic_variants_are_no_change (void)
{
  g_autoptr (GlossDocument) old_document = make_document (
    "en", "(a)", "The \"State's\" own - sovereign - rights", "(b)", SUPPLY, "(c)",
    "Each State's own \"supervisory body\" reviews all licences granted", NULL);
  g_autoptr (GlossDocument) new_document = make_document (
    "en", "（ａ）", "The “State’s” own—sovereign—rights", "(2)", SUPPLY, "(c)",
    "Each State’s own “supervisory body” inspects all licences granted", NULL);
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
  const GlossComparisonSummary *summary = gloss_comparison_get_summary (comparison);

  assert_rows (old_document, new_document,
               "unchanged: (a) -> （ａ）\nrenumbered: (b) -> (2)\nreworded: (c) -> (c)\n");
  g_assert_true (gloss_comparison_row_is_typographic (gloss_comparison_get_row (comparison, 0)));
  g_assert_false (gloss_comparison_row_is_typographic (gloss_comparison_get_row (comparison, 1)));
  g_assert_false (gloss_comparison_row_is_typographic (gloss_comparison_get_row (comparison, 2)));
  /* "reviews" became "inspects". */
  g_assert_cmpuint (summary->words_removed, ==, 1);
  g_assert_cmpuint (summary->words_added, ==, 1);
  g_assert_cmpuint (summary->words_kept, ==, 5 + 13 + 8);
}

/* One of two equal clauses was set anew: it is no other clause for that. */
static void
test_variant_of_a_kept_clause (void)
{
  g_autoptr (GlossDocument) old_document = make_document (
    "en", "(a)", "The \"depositary\" notifies all States", "(b)", SUPPLY, "(c)",
    "The \"depositary\" notifies all States", NULL);
  g_autoptr (GlossDocument) new_document = make_document (
    "en", "(a)", "The \"depositary\" notifies all States", "(b)", SUPPLY, "(c)",
    "The “depositary” notifies all States", NULL);

  assert_rows (old_document, new_document,
               "unchanged: (a) -> (a)\nunchanged: (b) -> (b)\nunchanged: (c) -> (c)\n");
}

static void
test_renumbered (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY, NULL);
  g_autoptr (GlossDocument) new_document = make_document ("en", "(1)", COMPLY, "(2)", REPORT,
                                                          "(3)", SUPPLY, NULL);

  assert_rows (old_document, new_document,
               "renumbered: (a) -> (1)\nnew: -> (2)\nrenumbered: (b) -> (3)\n");
}

static void
test_reworded (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY, NULL);
  g_autoptr (GlossDocument) new_document = make_document (
    "en", "(a)", COMPLY,
    "(b)", "To endeavour to ensure the supply chain integrity of technology goods and services", NULL);
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
  const GlossComparisonSummary *summary = gloss_comparison_get_summary (comparison);

  assert_rows (old_document, new_document, "unchanged: (a) -> (a)\nreworded: (b) -> (b)\n");
  /* "security of technology products" became "integrity of technology goods". */
  g_assert_cmpuint (summary->words_removed, ==, 4);
  g_assert_cmpuint (summary->words_added, ==, 4);
  g_assert_cmpuint (summary->words_kept, ==, 13 + 9);
}

static void
test_moved (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY, "(c)", ASSIST,
                                                          "(d)", SETTLE, NULL);
  g_autoptr (GlossDocument) new_document = make_document ("en", "(a)", COMPLY, "(b)", ASSIST, "(c)", SETTLE,
                                                          "(d)", SUPPLY, NULL);

  assert_rows (old_document, new_document,
               "unchanged: (a) -> (a)\nrenumbered: (c) -> (b)\nrenumbered: (d) -> (c)\n"
               "moved: (b) -> (d)\n");
  assert_rows (new_document, old_document,
               "unchanged: (a) -> (a)\nmoved: (d) -> (b)\nrenumbered: (b) -> (c)\n"
               "renumbered: (c) -> (d)\n");
}

static void
test_moved_reworded (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY, "(c)", ASSIST,
                                                          "(d)", SETTLE, NULL);
  g_autoptr (GlossDocument) new_document = make_document (
    "en", "(a)", COMPLY, "(b)", ASSIST, "(c)", SETTLE,
    "(d)", "To endeavour to ensure the supply chain integrity of technology goods and services", NULL);

  assert_rows (old_document, new_document,
               "unchanged: (a) -> (a)\nrenumbered: (c) -> (b)\nrenumbered: (d) -> (c)\n"
               "moved-reworded: (b) -> (d)\n");
}

static void
test_split_and_merged (void)
{
  g_autoptr (GlossDocument) whole = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY ", and " ASSIST,
                                                   "(c)", SETTLE, NULL);
  g_autoptr (GlossDocument) parts = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY ",", "(c)", ASSIST,
                                                   "(d)", SETTLE, NULL);

  assert_rows (whole, parts,
               "unchanged: (a) -> (a)\nsplit: (b) -> (b) (c)\nrenumbered: (c) -> (d)\n");
  assert_rows (parts, whole,
               "unchanged: (a) -> (a)\nmerged: (b) (c) -> (b)\nrenumbered: (d) -> (c)\n");
}

static void
test_dropped_where_they_stood (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", REPORT, "(b)", COMPLY, "(c)", ASSIST,
                                                          "(d)", SETTLE, "(e)", SUPPLY, NULL);
  g_autoptr (GlossDocument) new_document = make_document ("en", "(b)", COMPLY, "(d)", SETTLE, NULL);

  assert_rows (old_document, new_document,
               "dropped: (a) ->\nunchanged: (b) -> (b)\ndropped: (c) ->\nunchanged: (d) -> (d)\n"
               "dropped: (e) ->\n");
}

static void
test_stub_takes_the_place (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "1.", COMPLY, "2.", SUPPLY, "3.", ASSIST,
                                                          "4.", SETTLE, NULL);
  g_autoptr (GlossDocument) new_document = make_document ("en", "1.", COMPLY, "2.", "[Repealed]",
                                                          "3.", "[Repealed]", "4.", SETTLE, NULL);

  assert_rows (old_document, new_document,
               "unchanged: 1. -> 1.\nreworded: 2. -> 2.\nreworded: 3. -> 3.\nunchanged: 4. -> 4.\n");
}

static void
test_unrelated_is_new_and_dropped (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", COMPLY, "(b)", ASSIST, "(c)", SETTLE, NULL);
  g_autoptr (GlossDocument) new_document = make_document (
    "en", "(a)", COMPLY, "(b)", "Membership fees fall due in January every year", "(c)", SETTLE, NULL);

  assert_rows (old_document, new_document,
               "unchanged: (a) -> (a)\ndropped: (b) ->\nnew: -> (b)\nunchanged: (c) -> (c)\n");
}

static void
test_kinds_do_not_mix (void)
{
  g_autoptr (GlossDocumentBuilder) old_builder = gloss_document_builder_new ();
  g_autoptr (GlossDocumentBuilder) new_builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) old_document = NULL;
  g_autoptr (GlossDocument) new_document = NULL;

  gloss_document_builder_add_clause (old_builder, &(GlossClauseData) {
    .id = "s", .text = "Permanent Representative of the Republic of Tajikistan",
    .kind = GLOSS_CLAUSE_SIGNATURE, .label = "s" });
  gloss_document_builder_add_clause (new_builder, &(GlossClauseData) {
    .id = "i", .text = "The Permanent Representative of the Republic of Tajikistan reports",
    .kind = GLOSS_CLAUSE_ITEM, .label = "i" });
  old_document = gloss_document_builder_end (old_builder);
  new_document = gloss_document_builder_end (new_builder);

  assert_rows (old_document, new_document, "dropped: s ->\nnew: -> i\n");
}

#define POST "\nPermanent Representative of the "
#define ORGANIZATION " to the United Nations"

static GlossDocument *
make_signatures (const char *const *texts)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    gloss_document_builder_add_clause (builder, &(GlossClauseData) {
      .id = "s", .label = "", .text = texts[i], .kind = GLOSS_CLAUSE_SIGNATURE });

  return gloss_document_builder_end (builder);
}

/* Another person may sign for a State, and a person for another State; but where both are others,
 * one signatory left and another came. */
static void
test_signatories (void)
{
  static const char *const old_texts[] = {
    "(Signed) Li Baodong" POST "People's Republic of China" ORGANIZATION,
    "(Signed) Vitaly Churkin" POST "Russian Federation" ORGANIZATION,
    "(Signed) Murad Askarov" POST "Republic of Uzbekistan" ORGANIZATION, NULL
  };
  static const char *const new_texts[] = {
    "(Signed) Liu Jieyi" POST "People's Republic of China" ORGANIZATION,
    "(Signed) Vitaly Churkin" POST "Russian Federation" ORGANIZATION,
    "(Signed) Kairat Abdrakhmanov" POST "Republic of Kazakhstan" ORGANIZATION, NULL
  };
  g_autoptr (GlossDocument) old_document = make_signatures (old_texts);
  g_autoptr (GlossDocument) new_document = make_signatures (new_texts);

  assert_rows (old_document, new_document,
               "reworded:  -> \nunchanged:  -> \ndropped:  ->\nnew: -> \n");
}

static void
test_chinese (void)
{
  g_autoptr (GlossDocument) old_document = make_document (
    "zh", "(一)", "遵守《联合国宪章》和公认的国际关系基本原则与准则", "(二)", "不利用信息通信技术实施敌对行动和侵略行径",
    "(三)", "合作打击利用信息通信技术从事犯罪和恐怖活动", NULL);
  g_autoptr (GlossDocument) new_document = make_document (
    "zh", "(一)", "遵守《联合国宪章》和公认的国际关系基本原则与\n准则", "(二)", "不利用信息通信技术干涉他国内政",
    "(三)", "不利用信息通信技术实施有悖于维护和平的敌对行动", "(四)", "合作打击利用信息通信技术从事犯罪和恐怖活动", NULL);

  assert_rows (old_document, new_document,
               "unchanged: (一) -> (一)\nnew: -> (二)\nreworded: (二) -> (三)\n"
               "renumbered: (三) -> (四)\n");
}

static void
test_cancelled (void)
{
  g_autoptr (GlossDocument) document = make_document ("en", "(a)", COMPLY, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gloss_comparison_new (document, document, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY, NULL);
  g_autoptr (GlossDocument) new_document = make_document ("en", "(1)", COMPLY, "(2)", ASSIST, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GlossComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  gloss_comparison_new_async (old_document, new_document, NULL, compared_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  comparison = gloss_comparison_new_finish (result, &error);
  g_assert_no_error (error);
  check_comparison (comparison);
  g_assert_true (gloss_comparison_get_old_document (comparison) == old_document);
  g_assert_true (gloss_comparison_get_new_document (comparison) == new_document);
  shown = show_rows (comparison);
  g_assert_true (g_str_has_prefix (shown, "renumbered: (a) -> (1)\n"));
}

typedef struct
{
  GAsyncResult *result;
  guint n_calls;
  guint percent;
} Watch;

static void
progress_cb (guint    percent,
             gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_null (watch->result);
  g_assert_cmpuint (percent, >=, watch->percent);
  g_assert_cmpuint (percent, <=, 100);
  watch->percent = percent;
  watch->n_calls++;
}

static void
watched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  ((Watch *) user_data)->result = g_object_ref (result);
}

static void
test_progress (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "(a)", COMPLY, "(b)", SUPPLY, NULL);
  g_autoptr (GlossDocument) new_document = make_document ("en", "(1)", COMPLY, "(2)", ASSIST, NULL);
  g_autoptr (GPtrArray) pairings = gloss_pairings_new ();
  g_autoptr (GlossComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  Watch watch = { 0 };

  gloss_pairings_choose (pairings, "(b)", "(2)");
  gloss_comparison_new_with_choices_async (old_document, new_document, pairings, progress_cb, &watch,
                                           NULL, watched_cb, &watch);
  g_ptr_array_set_size (pairings, 0);
  while (watch.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (watch.n_calls, >, 0);
  g_assert_cmpuint (watch.percent, ==, 100);
  comparison = gloss_comparison_new_finish (watch.result, &error);
  g_assert_no_error (error);
  g_assert_true (gloss_comparison_row_is_chosen (gloss_comparison_find_old (comparison, "(b)")));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (watch.result);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/comparison/empty", test_empty);
  g_test_add_func ("/comparison/unchanged", test_unchanged);
  g_test_add_func ("/comparison/white-space-is-no-change", test_white_space_is_no_change);
  g_test_add_func ("/comparison/typographic-variants-are-no-change", test_typographic_variants_are_no_change);
  g_test_add_func ("/comparison/variant-of-a-kept-clause", test_variant_of_a_kept_clause);
  g_test_add_func ("/comparison/renumbered", test_renumbered);
  g_test_add_func ("/comparison/reworded", test_reworded);
  g_test_add_func ("/comparison/moved", test_moved);
  g_test_add_func ("/comparison/moved-reworded", test_moved_reworded);
  g_test_add_func ("/comparison/split-and-merged", test_split_and_merged);
  g_test_add_func ("/comparison/dropped-where-they-stood", test_dropped_where_they_stood);
  g_test_add_func ("/comparison/stub-takes-the-place", test_stub_takes_the_place);
  g_test_add_func ("/comparison/unrelated-is-new-and-dropped", test_unrelated_is_new_and_dropped);
  g_test_add_func ("/comparison/kinds-do-not-mix", test_kinds_do_not_mix);
  g_test_add_func ("/comparison/signatories", test_signatories);
  g_test_add_func ("/comparison/chinese", test_chinese);
  g_test_add_func ("/comparison/cancelled", test_cancelled);
  g_test_add_func ("/comparison/async", test_async);
  g_test_add_func ("/comparison/progress", test_progress);

  return g_test_run ();
}
