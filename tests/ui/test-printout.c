/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-printout.h"

/* What was put in comes out, in order. */
static void
test_content (void)
{
  static const char *const headings[] = { "State", "Old", "New", NULL };
  static const guint shares[] = { 20, 40, 40 };
  g_autoptr (GlossPrintout) printout = gloss_printout_new ("A title");
  PangoAttrList *bold = pango_attr_list_new ();
  const GlossPrintBlock *block;

  g_assert_cmpuint (gloss_printout_get_n_columns (printout), ==, 0);
  g_assert_null (gloss_printout_get_legend (printout));

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  gloss_printout_set_columns (printout, headings, shares);
  gloss_printout_set_legend (printout, "signs", NULL);
  gloss_printout_begin_block (printout, GLOSS_PRINT_HEADING, 0);
  gloss_printout_add_cell (printout, "heading", bold, NULL);
  gloss_printout_begin_block (printout, GLOSS_PRINT_ROW, 0);
  gloss_printout_add_cell (printout, "moved", NULL, NULL);
  gloss_printout_add_cell (printout, "old", NULL, "en");
  gloss_printout_add_cell (printout, "新", NULL, "zh");
  gloss_printout_begin_block (printout, GLOSS_PRINT_TEXT, 24);
  gloss_printout_add_cell (printout, "note", NULL, NULL);

  g_assert_cmpstr (gloss_printout_get_title (printout), ==, "A title");
  g_assert_cmpstr (gloss_printout_get_legend (printout)->text, ==, "signs");
  g_assert_cmpuint (gloss_printout_get_n_columns (printout), ==, 3);
  g_assert_cmpstr (gloss_printout_get_heading (printout, 2), ==, "New");
  g_assert_cmpfloat_with_epsilon (gloss_printout_get_share (printout, 0), 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (gloss_printout_get_share (printout, 2), 0.4, 1e-9);

  g_assert_cmpuint (gloss_printout_get_n_blocks (printout), ==, 3);
  block = gloss_printout_get_block (printout, 0);
  g_assert_cmpint (block->kind, ==, GLOSS_PRINT_HEADING);
  g_assert_cmpuint (block->n_cells, ==, 1);
  g_assert_true (block->cells[0].attributes == bold);

  block = gloss_printout_get_block (printout, 1);
  g_assert_cmpint (block->kind, ==, GLOSS_PRINT_ROW);
  g_assert_cmpuint (block->n_cells, ==, 3);
  g_assert_null (block->cells[0].attributes);
  g_assert_cmpstr (block->cells[2].text, ==, "新");

  block = gloss_printout_get_block (printout, 2);
  g_assert_cmpuint (block->indent, ==, 24);
}

/* The language of a cell is that of all of its text. */
static void
test_language (void)
{
  g_autoptr (GlossPrintout) printout = gloss_printout_new ("A title");
  g_autofree char *attributes = NULL;

  gloss_printout_begin_block (printout, GLOSS_PRINT_TEXT, 0);
  gloss_printout_add_cell (printout, "新", NULL, "zh");
  attributes = pango_attr_list_to_string (gloss_printout_get_block (printout, 0)->cells[0].attributes);

  g_assert_cmpstr (attributes, ==, "0 4294967295 language zh");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/printout/content", test_content);
  g_test_add_func ("/printout/language", test_language);

  return g_test_run ();
}
