/* SPDX-License-Identifier: GPL-3.0-or-later */

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "comparison-test.h"
#include "random-document.h"

#include <sched.h>

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

/* (transfer full): @piece again and again, and @end. */
static char *
repeat (const char *piece,
        guint       n,
        const char *end)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  return g_string_free (g_string_append (text, end), FALSE);
}

/* What nobody would call a text is told like any other, each against itself and the seven behind it. */
static void
test_odd_texts (void)
{
  static const struct
  {
    const char *piece;
    guint n;
    const char *end;
  } odd[] = {
    { "", 0, "" }, { " \t\n", 40, "" }, { "\303\251", 500, "" }, { ".", 500, "" }, { "…", 200, "a" }, { ". ", 200, "b" },
    { "-", 300, "a" }, { "— ", 100, "a" }, { "\342\200\213", 300, "a" }, { "a", 1, "\342\200\213" },
    { "\314\201", 300, "" }, { "\314\200\314\210", 100, " a" }, { "ﬁ", 200, "x" }, { "f", 200, "i x" },
    { "1\"", 300, "" }, { "1'", 300, "" }, { "5°3'", 50, "2\"" }, { "(", 300, ")" }, { "「", 100, "」" },
    { "国", 300, "人" }, { "ـ", 100, "ا" }, { "x", 900, "y" }, { "x", 400, "z" }, { "a ", 300, "b" },
    { "States государства الدول 国家 😀 ", 60, "ไทย" }, { "\357\277\276\001\177", 20, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    for (guint step = 0; step < 8; step++)
      {
        guint j = (i + step) % G_N_ELEMENTS (odd);
        g_autofree char *old_text = repeat (odd[i].piece, odd[i].n, odd[i].end);
        g_autofree char *new_text = repeat (odd[j].piece, odd[j].n, odd[j].end);
        g_autoptr (GlossDocument) old_document = make_document ("en", "1.", COMPLY, "2.", old_text, NULL);
        g_autoptr (GlossDocument) new_document = make_document ("en", "1.", COMPLY, "2.", new_text, NULL);
        g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);

        check_comparison (comparison);
        if (i == j)
          g_assert_cmpuint (gloss_comparison_get_summary (comparison)->rows[GLOSS_ROW_UNCHANGED], ==, 2);
      }
}

/* The rows are the same on one processor as on all that there are. */
static void
test_processors (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2011);
  g_autoptr (GlossDocument) old_document = make_random_document (rand, 1200);
  g_autoptr (GlossDocument) new_document = edit_random_document (rand, old_document);
  g_autoptr (GlossComparison) on_all = gloss_comparison_new (old_document, new_document, NULL, NULL);
  g_autoptr (GlossComparison) on_one = NULL;
  g_autofree char *shown_on_all = show_rows (on_all);
  g_autofree char *shown_on_one = NULL;
  cpu_set_t all, one;

  g_assert_cmpuint (gloss_document_get_n_clauses (old_document), >, 500);
  if (sched_getaffinity (0, sizeof all, &all) != 0 || CPU_COUNT (&all) < 2)
    {
      g_test_skip ("There is one processor only");
      return;
    }

  CPU_ZERO (&one);
  for (int cpu = 0; CPU_COUNT (&one) == 0; cpu++)
    if (CPU_ISSET (cpu, &all))
      CPU_SET (cpu, &one);
  g_assert_cmpint (sched_setaffinity (0, sizeof one, &one), ==, 0);
  g_assert_cmpuint (g_get_num_processors (), ==, 1);
  on_one = gloss_comparison_new (old_document, new_document, NULL, NULL);
  g_assert_cmpint (sched_setaffinity (0, sizeof all, &all), ==, 0);

  shown_on_one = show_rows (on_one);
  g_assert_cmpstr (shown_on_one, ==, shown_on_all);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/comparison-properties/many-alike", test_many_alike);
  g_test_add_func ("/comparison-properties/random", test_properties);
  g_test_add_func ("/comparison-properties/odd-texts", test_odd_texts);
  g_test_add_func ("/comparison-properties/processors", test_processors);

  return g_test_run ();
}
