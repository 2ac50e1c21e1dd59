/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-comparison.h"
#include "document/gloss-document-builder.h"

#include <string.h>

#include "random-text.h"

static GlossDocument *
make_document (const char *language,
               ...)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  va_list args;
  const char *label;

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_set_language (builder, language);
  va_start (args, language);
  while ((label = va_arg (args, const char *)) != NULL)
    {
      const char *text = va_arg (args, const char *);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = label[0] != '\0' ? label : "clause",
        .label = label,
        .text = text,
        .kind = GLOSS_CLAUSE_ITEM,
      });
    }
  va_end (args);

  return gloss_document_builder_end (builder);
}

/* What the headers promise of every comparison. */
static void
check_comparison (GlossComparison *comparison)
{
  GlossDocument *documents[2] = { gloss_comparison_get_old_document (comparison),
                                  gloss_comparison_get_new_document (comparison) };
  guint n_rows = gloss_comparison_get_n_rows (comparison);
  g_autofree gboolean *seen = g_new0 (gboolean, gloss_document_get_n_clauses (documents[0]) + 1);
  GlossComparisonSummary counted = { 0 };
  guint n_old = 0;
  guint n_new = 0;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (comparison)), ==, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);
      GlossRowState state = gloss_comparison_row_get_state (row);
      guint row_n_old = gloss_comparison_row_get_n_old (row);
      guint row_n_new = gloss_comparison_row_get_n_new (row);
      guint score = gloss_comparison_row_get_score (row);
      g_autoptr (GString) old_text = g_string_new (NULL);
      g_autoptr (GString) new_text = g_string_new (NULL);
      g_autoptr (GString) old_again = g_string_new (NULL);
      g_autoptr (GString) new_again = g_string_new (NULL);
      g_autoptr (GlossComparisonRow) item = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      const GlossDiffStretch *stretches;
      guint n_stretches;

      g_assert_true (item == row);
      counted.rows[state]++;

      /* Every clause in one row, the new ones in order. */
      for (guint k = 0; k < row_n_old; k++)
        {
          GlossClause *clause = gloss_comparison_row_get_old (row, k);
          guint position = gloss_clause_get_position (clause);

          g_assert_false (seen[position]);
          seen[position] = TRUE;
          n_old++;
          g_assert_true (gloss_document_get_clause (documents[0], position) == clause);
          g_assert_true (gloss_comparison_find_old (comparison, gloss_clause_get_id (clause)) == row);
          if (k > 0)
            g_string_append_c (old_text, '\n');
          g_string_append (old_text, gloss_clause_get_text (clause));
        }
      for (guint k = 0; k < row_n_new; k++)
        {
          GlossClause *clause = gloss_comparison_row_get_new (row, k);

          g_assert_cmpuint (gloss_clause_get_position (clause), ==, n_new);
          n_new++;
          g_assert_true (gloss_comparison_find_new (comparison, gloss_clause_get_id (clause)) == row);
          if (k > 0)
            g_string_append_c (new_text, '\n');
          g_string_append (new_text, gloss_clause_get_text (clause));
        }
      g_assert_cmpuint (row_n_old + row_n_new, >, 0);
      g_assert_true (row_n_old <= 1 || row_n_new <= 1);
      g_assert_cmpint (state == GLOSS_ROW_NEW, ==, row_n_old == 0);
      g_assert_cmpint (state == GLOSS_ROW_DROPPED, ==, row_n_new == 0);
      g_assert_cmpint (state == GLOSS_ROW_SPLIT, ==, row_n_new > 1);
      g_assert_cmpint (state == GLOSS_ROW_MERGED, ==, row_n_old > 1);
      if (state == GLOSS_ROW_UNCHANGED || state == GLOSS_ROW_RENUMBERED || state == GLOSS_ROW_MOVED)
        g_assert_cmpuint (score, ==, 1000);
      else if (state == GLOSS_ROW_NEW || state == GLOSS_ROW_DROPPED)
        g_assert_cmpuint (score, ==, 0);
      else
        g_assert_cmpuint (score, <, 1000);
      g_assert_cmpint (gloss_comparison_row_is_change (row), ==,
                       state != GLOSS_ROW_UNCHANGED && state != GLOSS_ROW_RENUMBERED);

      /* Both texts, to the byte. */
      g_assert_cmpstr (gloss_comparison_row_get_old_text (row), ==, old_text->str);
      g_assert_cmpstr (gloss_comparison_row_get_new_text (row), ==, new_text->str);
      stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
      for (guint k = 0; k < n_stretches; k++)
        {
          const char *text = gloss_comparison_row_get_stretch_text (row, &stretches[k]);

          g_assert_cmpuint (stretches[k].length, >, 0);
          if (stretches[k].op != GLOSS_DIFF_ADDED)
            g_string_append_len (old_again, text, stretches[k].length);
          if (stretches[k].op != GLOSS_DIFF_REMOVED)
            g_string_append_len (new_again, text, stretches[k].length);
        }
      g_assert_cmpstr (old_again->str, ==, old_text->str);
      g_assert_cmpstr (new_again->str, ==, new_text->str);
    }

  g_assert_cmpuint (n_old, ==, gloss_document_get_n_clauses (documents[0]));
  g_assert_cmpuint (n_new, ==, gloss_document_get_n_clauses (documents[1]));
  for (guint state = 0; state < GLOSS_N_ROW_STATES; state++)
    g_assert_cmpuint (gloss_comparison_get_summary (comparison)->rows[state], ==, counted.rows[state]);
  g_assert_null (gloss_comparison_find_old (comparison, "no such clause"));
  g_assert_null (gloss_comparison_find_new (comparison, "no such clause"));
}

/* One line a row: "state: old labels -> new labels". */
static char *
show_rows (GlossComparison *comparison)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);

      g_string_append_printf (shown, "%s:",
                              gloss_row_state_to_string (gloss_comparison_row_get_state (row)));
      for (guint k = 0; k < gloss_comparison_row_get_n_old (row); k++)
        g_string_append_printf (shown, " %s",
                                gloss_clause_get_label (gloss_comparison_row_get_old (row, k)));
      g_string_append (shown, " ->");
      for (guint k = 0; k < gloss_comparison_row_get_n_new (row); k++)
        g_string_append_printf (shown, " %s",
                                gloss_clause_get_label (gloss_comparison_row_get_new (row, k)));
      g_string_append_c (shown, '\n');
    }

  return g_string_free (shown, FALSE);
}

static void
assert_rows (GlossDocument *old_document,
             GlossDocument *new_document,
             const char    *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document,
                                                                 NULL, &error);
  g_autofree char *shown = NULL;

  g_assert_no_error (error);
  check_comparison (comparison);
  shown = show_rows (comparison);
  g_assert_cmpstr (shown, ==, expected);
}

#define COMPLY "To comply with the Charter of the United Nations and universally recognized norms"
#define SUPPLY "To endeavour to ensure the supply chain security of technology products and services"
#define ASSIST "To assist developing countries in their efforts to close the digital divide"
#define SETTLE "To settle any dispute resulting from the application of the code by peaceful means"
#define REPORT "To publish every two years a report on the measures taken at the national level"

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

/* Thousands of equal stubs, and as many near-identical clauses. */
static void
test_many_alike (void)
{
  g_autoptr (GlossDocumentBuilder) old_builder = gloss_document_builder_new ();
  g_autoptr (GlossDocumentBuilder) new_builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) old_document = NULL;
  g_autoptr (GlossDocument) new_document = NULL;
  g_autoptr (GlossComparison) comparison = NULL;
  const GlossComparisonSummary *summary;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u.", i);
      g_autofree char *text = g_strdup_printf ("The Commission shall report on matter %u to the Council", i);
      GlossClauseData data = { .id = label, .label = label, .text = i % 2 ? "(Repealed)" : text };

      gloss_document_builder_add_clause (old_builder, &data);
      if (i % 100 != 50)
        gloss_document_builder_add_clause (new_builder, &data);
    }
  old_document = gloss_document_builder_end (old_builder);
  new_document = gloss_document_builder_end (new_builder);
  comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);

  check_comparison (comparison);
  summary = gloss_comparison_get_summary (comparison);
  g_assert_cmpuint (summary->rows[GLOSS_ROW_UNCHANGED], ==, 1980);
  g_assert_cmpuint (summary->rows[GLOSS_ROW_DROPPED], ==, 20);
}

static GlossDocument *
make_random_document (GRand *rand,
                      guint  max_clauses)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  guint n = (guint) g_rand_int_range (rand, 0, (gint32) max_clauses);

  gloss_document_builder_set_language (builder, g_rand_boolean (rand) ? "en" : "zh");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = make_random_text (rand, 20);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = "c", .text = text, .kind = (GlossClauseKind) g_rand_int_range (rand, 0, 11) });
    }

  return gloss_document_builder_end (builder);
}

static GlossDocument *
edit_random_document (GRand         *rand,
                      GlossDocument *document)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  guint n = gloss_document_get_n_clauses (document);

  gloss_document_builder_set_language (builder, gloss_document_get_language (document));
  for (guint i = 0; i < n; i++)
    {
      /* Mostly in order, some dropped and some told twice. */
      guint from = g_rand_int_range (rand, 0, 8) == 0 ? (guint) g_rand_int_range (rand, 0, (gint32) n) : i;
      GlossClause *clause = gloss_document_get_clause (document, from);
      g_autofree char *edited = edit_random_text (rand, gloss_clause_get_text (clause));

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = "c", .kind = gloss_clause_get_kind (clause),
        .text = g_rand_boolean (rand) ? gloss_clause_get_text (clause) : edited });
    }

  return gloss_document_builder_end (builder);
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (66359);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GlossDocument) old_document = make_random_document (rand, 30);
      g_autoptr (GlossDocument) new_document = i % 4 == 0 ? make_random_document (rand, 30)
                                                          : edit_random_document (rand, old_document);
      g_autoptr (GlossComparison) once = gloss_comparison_new (old_document, new_document, NULL, NULL);
      g_autoptr (GlossComparison) twice = gloss_comparison_new (old_document, new_document, NULL, NULL);
      g_autoptr (GlossComparison) back = gloss_comparison_new (new_document, old_document, NULL, NULL);
      g_autoptr (GlossComparison) self = gloss_comparison_new (old_document, old_document, NULL, NULL);
      g_autofree char *shown_once = show_rows (once);
      g_autofree char *shown_twice = show_rows (twice);

      check_comparison (once);
      check_comparison (back);
      g_assert_cmpstr (shown_once, ==, shown_twice);
      g_assert_cmpuint (gloss_comparison_get_summary (self)->rows[GLOSS_ROW_UNCHANGED], ==,
                        gloss_document_get_n_clauses (old_document));
      g_assert_cmpuint (gloss_comparison_get_n_rows (self), ==,
                        gloss_document_get_n_clauses (old_document));
    }
}

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
  g_test_add_func ("/comparison/many-alike", test_many_alike);
  g_test_add_func ("/comparison/properties", test_properties);
  g_test_add_func ("/comparison/choices", test_choices);
  g_test_add_func ("/comparison/choice-against-split", test_choice_against_split);
  g_test_add_func ("/comparison/random-choices", test_random_choices);
  g_test_add_func ("/comparison/cancelled", test_cancelled);
  g_test_add_func ("/comparison/async", test_async);
  g_test_add_func ("/comparison/progress", test_progress);

  return g_test_run ();
}
