/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-parallel-rows.h"

#include "document/gloss-document-builder.h"
#include "document/gloss-library.h"

/* A document whose clauses have the given ids, a letter each. */
static GlossDocument *
make_document (const char *language,
               const char *ids)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_set_language (builder, language);
  for (const char *c = ids; *c != '\0'; c++)
    {
      char id[] = { *c, '\0' };

      gloss_document_builder_add_clause (builder, &(GlossClauseData) { .id = id, .text = id });
    }

  return gloss_document_builder_end (builder);
}

/* The rows as "aa -b c-": the first text's clause and the second one's. */
static void
assert_rows (const char *first_ids,
             const char *second_ids,
             const char *expected)
{
  g_autoptr (GlossDocument) first = make_document ("en", first_ids);
  g_autoptr (GlossDocument) second = make_document ("zh", second_ids);
  g_autoptr (GlossParallelRows) rows = gloss_parallel_rows_new (first, second);
  GlossDocument *documents[] = { first, second };
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (GlossParallelRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);

      if (i > 0)
        g_string_append_c (result, ' ');
      for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
        {
          GlossClause *clause = gloss_parallel_row_get_clause (row, side);

          g_string_append (result, clause != NULL ? gloss_clause_get_id (clause) : "-");
          g_assert_true (gloss_parallel_rows_get_clause (rows, i, side) == clause);
        }
    }
  g_assert_cmpstr (result->str, ==, expected);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (rows), g_list_model_get_n_items (G_LIST_MODEL (rows))));

  /* Each clause is found in the row that shows it. */
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      g_assert_true (gloss_parallel_rows_get_document (rows, side) == documents[side]);
      for (guint i = 0; i < gloss_document_get_n_clauses (documents[side]); i++)
        {
          guint row = gloss_parallel_rows_find (rows, side, i);

          g_assert_true (gloss_parallel_rows_get_clause (rows, row, side) ==
                         gloss_document_get_clause (documents[side], i));
        }
    }
}

static void
test_same (void)
{
  assert_rows ("abc", "abc", "aa bb cc");
}

static void
test_missing (void)
{
  assert_rows ("abcd", "acd", "aa b- cc dd");
  assert_rows ("acd", "abcd", "aa -b cc dd");
  assert_rows ("bc", "abcd", "-a bb cc -d");
  assert_rows ("axb", "ayb", "aa x- -y bb");
}

static void
test_nothing_in_common (void)
{
  assert_rows ("ab", "cd", "a- b- -c -d");
  assert_rows ("", "ab", "-a -b");
  assert_rows ("ab", "", "a- b-");
  assert_rows ("", "", "");
}

/* The first text gives the order; what the second alone has stays before its neighbour. */
static void
test_other_order (void)
{
  assert_rows ("abc", "cab", "aa bb cc");
  assert_rows ("abc", "xcyab", "-y aa bb -x cc");
}

static void
test_side_of_language (void)
{
  g_autoptr (GlossDocument) first = make_document ("en", "a");
  g_autoptr (GlossDocument) second = make_document ("zh-Hans", "a");
  g_autoptr (GlossParallelRows) rows = gloss_parallel_rows_new (first, second);

  g_assert_cmpint (gloss_parallel_rows_find_side (rows, "en"), ==, GLOSS_PARALLEL_FIRST);
  g_assert_cmpint (gloss_parallel_rows_find_side (rows, "zh-hans"), ==, GLOSS_PARALLEL_SECOND);
  g_assert_cmpint (gloss_parallel_rows_find_side (rows, "fr"), ==, GLOSS_PARALLEL_FIRST);
  g_assert_cmpint (gloss_parallel_rows_find_side (rows, NULL), ==, GLOSS_PARALLEL_FIRST);
}

/* The shipped document: every clause of the body stands beside itself, and what the Chinese text
 * does not print is missing there alone. */
static void
test_shipped (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) english = gloss_library_load (library, "A/69/723@en", &error);
  g_autoptr (GlossDocument) chinese = NULL;
  g_autoptr (GlossParallelRows) rows = NULL;
  guint n_alone = 0;

  g_assert_no_error (error);
  chinese = gloss_library_load (library, "A/69/723@zh", &error);
  g_assert_no_error (error);

  rows = gloss_parallel_rows_new (english, chinese);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, gloss_document_get_n_clauses (english));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      GlossClause *first = gloss_parallel_rows_get_clause (rows, i, GLOSS_PARALLEL_FIRST);
      GlossClause *second = gloss_parallel_rows_get_clause (rows, i, GLOSS_PARALLEL_SECOND);

      g_assert_true (first == gloss_document_get_clause (english, i));
      if (second != NULL)
        g_assert_cmpstr (gloss_clause_get_id (first), ==, gloss_clause_get_id (second));
      else
        {
          n_alone++;
          g_assert_cmpint (gloss_clause_get_kind (first), ==, GLOSS_CLAUSE_MASTHEAD);
        }
    }
  g_assert_cmpuint (n_alone, ==, gloss_document_get_n_clauses (english) - gloss_document_get_n_clauses (chinese));
  g_assert_cmpuint (n_alone, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/parallel-rows/same", test_same);
  g_test_add_func ("/parallel-rows/missing", test_missing);
  g_test_add_func ("/parallel-rows/nothing-in-common", test_nothing_in_common);
  g_test_add_func ("/parallel-rows/other-order", test_other_order);
  g_test_add_func ("/parallel-rows/side-of-language", test_side_of_language);
  g_test_add_func ("/parallel-rows/shipped", test_shipped);

  return g_test_run ();
}
