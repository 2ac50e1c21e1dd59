/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-comparison.h"
#include "document/gloss-document-builder.h"

static GlossDocument *
make_document (const char *text,
               const char *more)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_language (builder, "en");
  gloss_document_builder_add_clause (builder, &(GlossClauseData) { .id = "a", .text = text });
  if (more != NULL)
    gloss_document_builder_add_clause (builder, &(GlossClauseData) { .id = "b", .text = more });

  return gloss_document_builder_end (builder);
}

static void
test_states (void)
{
  static const char *const nicks[] = { "unchanged", "reworded", "renumbered", "moved", "moved-reworded",
                                       "split", "merged", "new", "dropped" };

  g_assert_cmpuint (G_N_ELEMENTS (nicks), ==, GLOSS_N_ROW_STATES);
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_assert_cmpstr (gloss_row_state_to_string (i), ==, nicks[i]);
      g_assert_cmpstr (gloss_row_state_get_label (i), !=, "");
    }
}

static void
test_outlives_its_comparison (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("It is open to all States.", NULL);
  g_autoptr (GlossDocument) new_document = make_document ("It is open to all Parties.", NULL);
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
  g_autoptr (GlossComparisonRow) row = g_object_ref (gloss_comparison_get_row (comparison, 0));
  const GlossDiffStretch *stretches;
  guint n_stretches;

  g_clear_object (&comparison);
  g_clear_object (&old_document);
  g_clear_object (&new_document);

  stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  g_assert_cmpuint (n_stretches, ==, 4);
  g_assert_cmpint (stretches[1].op, ==, GLOSS_DIFF_REMOVED);
  g_assert_cmpmem (gloss_comparison_row_get_stretch_text (row, &stretches[1]), stretches[1].length,
                   "States", 6);
  g_assert_cmpint (stretches[2].op, ==, GLOSS_DIFF_ADDED);
  g_assert_cmpmem (gloss_comparison_row_get_stretch_text (row, &stretches[2]), stretches[2].length,
                   "Parties", 7);
  g_assert_cmpstr (gloss_clause_get_id (gloss_comparison_row_get_new (row, 0)), ==, "a");
  g_assert_finalize_object (g_steal_pointer (&row));
}

static void
test_texts_of_several_clauses (void)
{
  g_autoptr (GlossDocument) old_document = make_document (
    "Each Party shall inspect its vessels, and the depositary notifies all observers.", NULL);
  g_autoptr (GlossDocument) new_document = make_document ("Each Party shall inspect its vessels.",
                                                          "The depositary notifies all observers.");
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
  GlossComparisonRow *row = gloss_comparison_get_row (comparison, 0);

  g_assert_cmpuint (gloss_comparison_get_n_rows (comparison), ==, 1);
  g_assert_cmpint (gloss_comparison_row_get_state (row), ==, GLOSS_ROW_SPLIT);
  g_assert_true (gloss_comparison_row_is_change (row));
  g_assert_cmpstr (gloss_comparison_row_get_new_text (row), ==,
                   "Each Party shall inspect its vessels.\nThe depositary notifies all observers.");
  g_assert_true (gloss_comparison_find_new (comparison, "b") == row);
}

static void
test_empty_clause (void)
{
  g_autoptr (GlossDocument) document = make_document ("", NULL);
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (document, document, NULL, NULL);
  GlossComparisonRow *row = gloss_comparison_get_row (comparison, 0);
  guint n_stretches;

  g_assert_nonnull (gloss_comparison_row_get_stretches (row, &n_stretches));
  g_assert_cmpuint (n_stretches, ==, 0);
  g_assert_cmpint (gloss_comparison_row_get_state (row), ==, GLOSS_ROW_UNCHANGED);
  g_assert_false (gloss_comparison_row_is_change (row));
}

/* The row of two texts as "STATE: same[~typographic~][-removed-]{+added+}". */
static void
assert_row (const char *old_text,
            const char *new_text,
            gboolean    is_typographic,
            const char *expected)
{
  g_autoptr (GlossDocument) old_document = make_document (old_text, NULL);
  g_autoptr (GlossDocument) new_document = make_document (new_text, NULL);
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
  GlossComparisonRow *row = gloss_comparison_get_row (comparison, 0);
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  g_autoptr (GString) shown = g_string_new (gloss_row_state_to_string (gloss_comparison_row_get_state (row)));

  g_string_append (shown, ": ");
  for (guint i = 0; i < n_stretches; i++)
    {
      gboolean removed = stretches[i].op == GLOSS_DIFF_REMOVED;
      const char *sign = stretches[i].typographic ? "~" : removed ? "-" : "+";
      const char *text = gloss_comparison_row_get_stretch_text (row, &stretches[i]);
      int length = (int) stretches[i].length;

      if (stretches[i].op == GLOSS_DIFF_EQUAL)
        g_string_append_printf (shown, "%.*s", length, text);
      else
        g_string_append_printf (shown, removed ? "[%s%.*s%s]" : "{%s%.*s%s}", sign, length, text, sign);
    }

  g_assert_cmpstr (shown->str, ==, expected);
  g_assert_cmpint (gloss_comparison_row_is_typographic (row), ==, is_typographic);
}

/* The number of a clause is no wording where it is a part of a plain text either. */
static void
test_numbers_in_the_text (void)
{
  assert_row ("Article 2. It is open to all States.", "Article 3. It is open to all States.", FALSE,
              "renumbered: Article [~2~]{~3~}. It is open to all States.");
  assert_row ("Article 2. It is open to all States.", "Article 3. It is open to all Parties.", FALSE,
              "reworded: Article [~2~]{~3~}. It is open to all [-States-]{+Parties+}.");
  assert_row ("第二条　本公约开放签署。", "第三条　本公约开放签署。", FALSE,
              "renumbered: [~第二~]{~第三~}条　本公约开放签署。");
  assert_row ("It is open to all States.", "1) It is open to all States.", FALSE,
              "renumbered: {~1) ~}It is open to all States.");
  assert_row ("Article 2", "Article 3", FALSE, "renumbered: Article [~2~]{~3~}");
  assert_row ("a) the State’s own", "b) the State's own", TRUE, "renumbered: [~a~]{~b~}) the State[~’~]{~'~}s own");
  assert_row ("a)  the State", "a) the State", TRUE, "unchanged: a) [~ ~]the State");
  assert_row ("1.5 Millionen Menschen", "2.5 Millionen Menschen", FALSE,
              "reworded: [-1.5-]{+2.5+} Millionen Menschen");
  assert_row ("Done in May 2015", "Done in June 2015", FALSE, "reworded: Done in [-May-]{+June+} 2015");
}

/* Nor does it count. */
static void
test_words_of_numbers (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("Article 2. It is open", "Article 3. Reserved for States");
  g_autoptr (GlossDocument) new_document = make_document ("Article 3. It is open", "Article 4. Reserved to States");
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
  const GlossComparisonSummary *summary = gloss_comparison_get_summary (comparison);

  g_assert_cmpuint (summary->rows[GLOSS_ROW_RENUMBERED], ==, 1);
  g_assert_cmpuint (summary->rows[GLOSS_ROW_REWORDED], ==, 1);
  g_assert_cmpuint (summary->words_removed, ==, 1);
  g_assert_cmpuint (summary->words_added, ==, 1);
  g_assert_cmpuint (summary->words_kept, ==, 9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/comparison-row/states", test_states);
  g_test_add_func ("/comparison-row/outlives-its-comparison", test_outlives_its_comparison);
  g_test_add_func ("/comparison-row/texts-of-several-clauses", test_texts_of_several_clauses);
  g_test_add_func ("/comparison-row/empty-clause", test_empty_clause);
  g_test_add_func ("/comparison-row/numbers-in-the-text", test_numbers_in_the_text);
  g_test_add_func ("/comparison-row/words-of-numbers", test_words_of_numbers);

  return g_test_run ();
}
