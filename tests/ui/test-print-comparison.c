/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-print-comparison.h"

#include <string.h>

#include "annotation/gloss-annotation.h"

#include "gloss-comparison-test.h"

static const char *const old_clauses[] = {
  "(a)", "To comply with the Charter of the United Nations;",
  "(b)", "To settle every dispute over treaties by peaceful means alone;",
  "(c)", "Not to spread hostile information whatever the reason for it may be;",
  NULL,
};

static const char *const new_clauses[] = {
  "(1)", "To comply with the Charter of the United Nations;",
  "(2)", "To settle every dispute over treaties and borders by peaceful means — 和平;",
  NULL,
};

/* The text of a cell behind its first @n_lines lines. */
static const char *
skip_lines (const char *text,
            guint       n_lines)
{
  for (; n_lines > 0; n_lines--)
    {
      text = strchr (text, '\n');
      g_assert_nonnull (text);
      text++;
    }

  return text;
}

/* (transfer full) (element-type GlossPrintBlock): the rows, without what stands before them. */
static GPtrArray *
get_rows (GlossPrintout *printout)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < gloss_printout_get_n_blocks (printout); i++)
    {
      const GlossPrintBlock *block = gloss_printout_get_block (printout, i);

      if (block->kind == GLOSS_PRINT_ROW)
        g_ptr_array_add (rows, (gpointer) block);
    }

  return rows;
}

/* Both texts stand there whole, each clause under its citation. */
static void
test_side_by_side (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autoptr (GlossPrintout) printout = gloss_print_comparison (comparison, NULL, GLOSS_PRINT_SIDE_BY_SIDE);
  g_autoptr (GPtrArray) rows = get_rows (printout);

  g_assert_cmpstr (gloss_printout_get_title (printout), ==, "OLD/1 compared with NEW/1");
  g_assert_cmpuint (gloss_printout_get_n_columns (printout), ==, 3);
  g_assert_cmpstr (gloss_printout_get_heading (printout, 1), ==, "Old text: OLD/1");
  g_assert_cmpstr (gloss_printout_get_heading (printout, 2), ==, "New text: NEW/1");
  g_assert_cmpstr (gloss_printout_get_legend (printout)->text, ==, "removed   added");
  g_assert_cmpuint (rows->len, ==, gloss_comparison_get_n_rows (comparison));

  for (guint i = 0; i < rows->len; i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);
      const GlossPrintBlock *block = g_ptr_array_index (rows, i);

      g_assert_cmpuint (block->n_cells, ==, 3);
      g_assert_cmpstr (block->cells[0].text, ==, gloss_row_state_get_label (gloss_comparison_row_get_state (row)));
      g_assert_cmpstr (skip_lines (block->cells[1].text, MIN (1, gloss_comparison_row_get_n_old (row))), ==,
                       gloss_comparison_row_get_old_text (row));
      g_assert_cmpstr (skip_lines (block->cells[2].text, MIN (1, gloss_comparison_row_get_n_new (row))), ==,
                       gloss_comparison_row_get_new_text (row));
    }
}

/* One column, with what went and what came where it was. */
static void
test_redline (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autoptr (GlossPrintout) printout = gloss_print_comparison (comparison, NULL, GLOSS_PRINT_REDLINE);
  g_autoptr (GPtrArray) rows = get_rows (printout);
  const GlossPrintBlock *block;
  g_autofree char *attributes = NULL;

  g_assert_cmpuint (gloss_printout_get_n_columns (printout), ==, 2);
  g_assert_cmpuint (rows->len, ==, 3);

  block = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (block->cells[1].text, ==, "OLD/1, (a)\nNEW/1, (1)\nTo comply with the Charter of the United Nations;");

  block = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (block->cells[1].text, ==,
                   "OLD/1, (b)\nNEW/1, (2)\n"
                   "To settle every dispute over treaties and borders by peaceful means alone— 和平;");
  attributes = pango_attr_list_to_string (block->cells[1].attributes);
  g_assert_nonnull (strstr (attributes, "strikethrough true"));
  g_assert_nonnull (strstr (attributes, "underline single"));

  block = g_ptr_array_index (rows, 2);
  g_assert_cmpstr (block->cells[1].text, ==,
                   "OLD/1, (c)\nNot to spread hostile information whatever the reason for it may be;");
}

/* The figures say what the comparison says. */
static void
test_figures (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autoptr (GlossPrintout) printout = gloss_print_comparison (comparison, NULL, GLOSS_PRINT_REDLINE);
  const GlossComparisonSummary *summary = gloss_comparison_get_summary (comparison);
  const char *figures = gloss_printout_get_block (printout, 1)->cells[0].text;
  g_autofree char *words = g_strdup_printf ("Words kept: %u\nWords removed: %u\nWords added: %u", summary->words_kept,
                                            summary->words_removed, summary->words_added);

  g_assert_nonnull (strstr (figures, "Dropped: 1"));
  g_assert_nonnull (strstr (figures, "Reworded: 1"));
  g_assert_nonnull (strstr (figures, words));
}

/* A note is printed below the row it is on, with where it is and whose it is. */
static void
test_notes (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  GlossDocument *document = gloss_comparison_get_new_document (comparison);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_quote (document, gloss_document_get_clause (document, 1), "borders", NULL);
  const char *const tags[] = { "territory", NULL };
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "new in 2015", tags, GLOSS_COLOR_RED, "A. Delegate");
  g_autoptr (GPtrArray) annotations = g_ptr_array_new ();
  g_autoptr (GlossPrintout) printout = NULL;
  guint row = 0;

  g_ptr_array_add (annotations, annotation);
  printout = gloss_print_comparison (comparison, annotations, GLOSS_PRINT_SIDE_BY_SIDE);

  while (strstr (gloss_printout_get_block (printout, row)->cells[0].text, "new in 2015") == NULL)
    row++;
  g_assert_cmpstr (gloss_printout_get_block (printout, row)->cells[0].text, ==,
                   "Note on NEW/1, (2)\n“borders”\nnew in 2015\nterritory\nA. Delegate");
  g_assert_nonnull (strstr (gloss_printout_get_block (printout, row - 1)->cells[2].text, "treaties and borders"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print-comparison/side-by-side", test_side_by_side);
  g_test_add_func ("/print-comparison/redline", test_redline);
  g_test_add_func ("/print-comparison/figures", test_figures);

  g_test_add_func ("/print-comparison/notes", test_notes);

  return g_test_run ();
}
