/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison-test.h"
#include "random-document.h"

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/comparison-properties/many-alike", test_many_alike);
  g_test_add_func ("/comparison-properties/random", test_properties);

  return g_test_run ();
}
