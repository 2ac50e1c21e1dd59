/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two codes of conduct that are shipped: every clause of 2011 meets the right one of 2015. */

#include "comparison/gloss-comparison.h"
#include "document/gloss-akn-reader.h"

static GlossDocument *
read_shipped (const char *name)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "data", "documents", name, NULL);
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  GlossDocument *document;

  g_file_get_contents (file, &data, &length, &error);
  g_assert_no_error (error);
  document = gloss_akn_read (data, length, name, &error);
  g_assert_no_error (error);
  return document;
}

/* What a clause of 2011 became: the id of a clause of 2015, or NULL. */
typedef struct
{
  const char *old_id;
  GlossRowState state;
  const char *new_id;
} Meeting;

static const Meeting meetings[] = {
  { "masthead__organ", GLOSS_ROW_UNCHANGED, "masthead__organ" },
  { "masthead__distr", GLOSS_ROW_REWORDED, "masthead__distr" },
  { "masthead__original", GLOSS_ROW_UNCHANGED, "masthead__original" },
  { "masthead__session", GLOSS_ROW_REWORDED, "masthead__session" },
  { "masthead__agenda_item", GLOSS_ROW_REWORDED, "masthead__agenda_item" },
  { "masthead__note_1", GLOSS_ROW_DROPPED, NULL },
  { "masthead__subject", GLOSS_ROW_UNCHANGED, "masthead__subject" },
  { "letter__title", GLOSS_ROW_REWORDED, "letter__title" },
  { "letter__para_1", GLOSS_ROW_REWORDED, "letter__para_1" },
  { "letter__para_2", GLOSS_ROW_REWORDED, "letter__para_2" },
  /* China, Russia, Tajikistan, Uzbekistan. */
  { "letter__sig_1", GLOSS_ROW_REWORDED, "letter__sig_1" },
  { "letter__sig_2", GLOSS_ROW_UNCHANGED, "letter__sig_4" },
  { "letter__sig_3", GLOSS_ROW_REWORDED, "letter__sig_5" },
  { "letter__sig_4", GLOSS_ROW_REWORDED, "letter__sig_6" },
  { "annex", GLOSS_ROW_REWORDED, "annex" },
  { "annex__original", GLOSS_ROW_UNCHANGED, "annex__original" },
  { "annex__title", GLOSS_ROW_UNCHANGED, "annex__title" },
  { "annex__preamble__formula_1", GLOSS_ROW_UNCHANGED, "annex__preamble__formula_1" },
  { "annex__preamble__rec_1", GLOSS_ROW_UNCHANGED, "annex__preamble__rec_1" },
  { "annex__preamble__rec_2", GLOSS_ROW_UNCHANGED, "annex__preamble__rec_3" },
  { "annex__preamble__rec_3", GLOSS_ROW_UNCHANGED, "annex__preamble__rec_4" },
  { "annex__preamble__rec_4", GLOSS_ROW_UNCHANGED, "annex__preamble__rec_5" },
  { "annex__preamble__rec_5", GLOSS_ROW_REWORDED, "annex__preamble__rec_6" },
  { "annex__preamble__rec_6", GLOSS_ROW_UNCHANGED, "annex__preamble__rec_7" },
  { "annex__preamble__rec_7", GLOSS_ROW_REWORDED, "annex__preamble__rec_11" },
  { "annex__preamble__rec_8", GLOSS_ROW_REWORDED, "annex__preamble__rec_12" },
  { "annex__preamble__formula_2", GLOSS_ROW_REWORDED, "annex__preamble__formula_2" },
  { "annex__sec_1", GLOSS_ROW_RENUMBERED, "annex__para_1" },
  { "annex__sec_1__para_1", GLOSS_ROW_REWORDED, "annex__para_1__subpara_1" },
  { "annex__sec_1__para_2", GLOSS_ROW_UNCHANGED, "annex__para_1__subpara_2" },
  { "annex__sec_2", GLOSS_ROW_RENUMBERED, "annex__para_2" },
  { "annex__sec_2__intro", GLOSS_ROW_REWORDED, "annex__para_2__intro" },
  { "annex__sec_2__item_a", GLOSS_ROW_RENUMBERED, "annex__para_2__item_1" },
  { "annex__sec_2__item_b", GLOSS_ROW_REWORDED, "annex__para_2__item_2" },
  { "annex__sec_2__item_c", GLOSS_ROW_REWORDED, "annex__para_2__item_4" },
  { "annex__sec_2__item_d", GLOSS_ROW_REWORDED, "annex__para_2__item_5" },
  { "annex__sec_2__item_e", GLOSS_ROW_REWORDED, "annex__para_2__item_6" },
  { "annex__sec_2__item_f", GLOSS_ROW_REWORDED, "annex__para_2__item_7" },
  { "annex__sec_2__item_g", GLOSS_ROW_REWORDED, "annex__para_2__item_8" },
  { "annex__sec_2__item_h", GLOSS_ROW_REWORDED, "annex__para_2__item_9" },
  { "annex__sec_2__item_i", GLOSS_ROW_RENUMBERED, "annex__para_2__item_11" },
  { "annex__sec_2__item_j", GLOSS_ROW_REWORDED, "annex__para_2__item_12" },
  { "annex__sec_2__item_k", GLOSS_ROW_REWORDED, "annex__para_2__item_13" },
};

/* Kazakhstan and Kyrgyzstan signed, four preambular paragraphs, two items and two sub-items came. */
static const char *const new_ids[] = {
  "letter__sig_2", "letter__sig_3",
  "annex__preamble__rec_2", "annex__preamble__rec_8", "annex__preamble__rec_9", "annex__preamble__rec_10",
  "annex__para_2__item_3", "annex__para_2__item_10",
  "annex__para_2__item_7__subitem_a", "annex__para_2__item_7__subitem_b",
};

static void
check_meeting (GlossComparison *comparison,
               const char      *old_id,
               GlossRowState    state,
               const char      *new_id)
{
  GlossComparisonRow *row = gloss_comparison_find_old (comparison, old_id);

  g_test_message ("%s", old_id);
  g_assert_nonnull (row);
  g_assert_cmpuint (gloss_comparison_row_get_n_new (row), ==, new_id != NULL ? 1 : 0);
  if (new_id != NULL)
    {
      g_assert_cmpstr (gloss_clause_get_id (gloss_comparison_row_get_new (row, 0)), ==, new_id);
      g_assert_cmpuint (gloss_comparison_row_get_n_old (row), ==, 1);
    }
  g_assert_cmpstr (gloss_row_state_to_string (gloss_comparison_row_get_state (row)), ==,
                   gloss_row_state_to_string (state));
}

static void
test_forward (void)
{
  g_autoptr (GlossDocument) old_document = read_shipped ("a-66-359.en.akn");
  g_autoptr (GlossDocument) new_document = read_shipped ("a-69-723.en.akn");
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    check_meeting (comparison, meetings[i].old_id, meetings[i].state, meetings[i].new_id);
  for (guint i = 0; i < G_N_ELEMENTS (new_ids); i++)
    {
      GlossComparisonRow *row = gloss_comparison_find_new (comparison, new_ids[i]);

      g_test_message ("%s", new_ids[i]);
      g_assert_nonnull (row);
      g_assert_cmpint (gloss_comparison_row_get_state (row), ==, GLOSS_ROW_NEW);
    }
  g_assert_cmpuint (gloss_comparison_get_summary (comparison)->rows[GLOSS_ROW_NEW], ==,
                    G_N_ELEMENTS (new_ids));
}

static void
test_backward (void)
{
  g_autoptr (GlossDocument) old_document = read_shipped ("a-69-723.en.akn");
  g_autoptr (GlossDocument) new_document = read_shipped ("a-66-359.en.akn");
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    if (meetings[i].new_id != NULL)
      check_meeting (comparison, meetings[i].new_id, meetings[i].state, meetings[i].old_id);
  for (guint i = 0; i < G_N_ELEMENTS (new_ids); i++)
    check_meeting (comparison, new_ids[i], GLOSS_ROW_DROPPED, NULL);
}

static void
test_with_itself (void)
{
  static const char *const names[] = { "a-66-359.en.akn", "a-69-723.en.akn", "a-69-723.zh.akn",
                                       "s-2021-540.zh.akn" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GlossDocument) document = read_shipped (names[i]);
      g_autoptr (GlossComparison) comparison = gloss_comparison_new (document, document, NULL, NULL);
      const GlossComparisonSummary *summary = gloss_comparison_get_summary (comparison);

      g_assert_cmpuint (summary->rows[GLOSS_ROW_UNCHANGED], ==, gloss_document_get_n_clauses (document));
      g_assert_cmpuint (gloss_comparison_get_n_rows (comparison), ==,
                        gloss_document_get_n_clauses (document));
      g_assert_cmpuint (summary->words_kept, >, 0);
      g_assert_cmpuint (summary->words_removed + summary->words_added, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/codes/forward", test_forward);
  g_test_add_func ("/codes/backward", test_backward);
  g_test_add_func ("/codes/with-itself", test_with_itself);

  return g_test_run ();
}
