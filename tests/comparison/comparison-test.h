/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison.h"
#include "document/gloss-document-builder.h"

/* What the tests of comparisons share: texts, and what is true of every comparison. */

#define COMPLY "To comply with the Charter of the United Nations and universally recognized norms"
#define SUPPLY "To endeavour to ensure the supply chain security of technology products and services"
#define ASSIST "To assist developing countries in their efforts to close the digital divide"
#define SETTLE "To settle any dispute resulting from the application of the code by peaceful means"
#define REPORT "To publish every two years a report on the measures taken at the national level"

static inline GlossDocument *
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
static inline void
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
static inline char *
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

static inline void
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
