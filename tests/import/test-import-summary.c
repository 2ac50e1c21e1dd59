/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-summary.h"

#include "import-fixture.h"

static void
test_documents (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);
  g_autoptr (GlossImportPlan) plan = gloss_import_plan_new (library, notebook);
  g_autofree char *text = fixture_sample ("hypothesis-api.json");
  g_autoptr (GArray) documents = NULL;
  g_autoptr (GError) error = NULL;
  const GlossImportDocumentCounts *counts;
  g_autofree char *first = NULL;

  for (guint i = 0; i < 2; i++)
    {
      gloss_import_plan_add (plan, text, strlen (text), "test.json", NULL, &error);
      g_assert_no_error (error);
    }

  documents = gloss_import_summary_count_documents (plan);
  g_assert_cmpuint (documents->len, ==, 2);
  counts = &g_array_index (documents, GlossImportDocumentCounts, 0);
  g_assert_cmpstr (counts->symbol, ==, "A/69/723");
  g_assert_cmpstr (gloss_document_get_symbol (counts->document), ==, "A/69/723");
  first = gloss_import_summary_dup_counts (counts);
  g_assert_cmpstr (first, ==, "3 new, 3 already there");

  counts = &g_array_index (documents, GlossImportDocumentCounts, 1);
  g_assert_cmpstr (counts->symbol, ==, "https://blog.example/post");
  g_assert_null (counts->document);
}

static void
assert_remark (GlossImportItem  item,
               const char      *expected)
{
  g_autofree char *remark = gloss_import_summary_dup_remark (&item);

  g_assert_cmpstr (remark, ==, expected);
}

static void
test_remarks (void)
{
  assert_remark ((GlossImportItem) { .state = GLOSS_PLACEMENT_PLACED, .n_clauses = 1 }, NULL);
  assert_remark ((GlossImportItem) { .state = GLOSS_PLACEMENT_PLACED, .n_clauses = 2 }, "on the first of 2 clauses");
  assert_remark ((GlossImportItem) { .state = GLOSS_PLACEMENT_CHANGED }, "on changed wording");
  assert_remark ((GlossImportItem) { .state = GLOSS_PLACEMENT_PLACED, .is_other_version = TRUE, .n_clauses = 1 },
                 "another version is there, both are kept");
  assert_remark ((GlossImportItem) { .state = GLOSS_PLACEMENT_NOT_FOUND, .is_other_version = TRUE }, "not found");
  assert_remark ((GlossImportItem) { .state = GLOSS_PLACEMENT_AMBIGUOUS, .n_candidates = 3 }, "to be placed, 3 places fit");
  assert_remark ((GlossImportItem) { .state = GLOSS_PLACEMENT_AMBIGUOUS }, "to be placed");
  assert_remark ((GlossImportItem) { .state = GLOSS_PLACEMENT_NOT_FOUND }, "not found");
  assert_remark ((GlossImportItem) { .state = GLOSS_PLACEMENT_NOT_FOUND, .change = GLOSS_IMPORT_DUPLICATE }, NULL);
}

static void
assert_head (const char *exact,
             const char *note,
             const char *expected)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) { .symbol = "S", .exact = exact, .start = -1, .end = -1 });
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, note, NULL, GLOSS_COLOR_RED, "A");
  g_autofree char *head = gloss_import_summary_dup_head (&(GlossImportItem) { .annotation = annotation });

  g_assert_cmpstr (head, ==, expected);
}

static void
test_heads (void)
{
  assert_head ("words\tof\nit", "note", "words of it");
  assert_head (NULL, "a note", "a note");
  assert_head (NULL, "", "");
  assert_head ("𝔘一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十", NULL,
               "𝔘一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九…");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-summary/documents", test_documents);
  g_test_add_func ("/import-summary/remarks", test_remarks);
  g_test_add_func ("/import-summary/heads", test_heads);

  return g_test_run ();
}
