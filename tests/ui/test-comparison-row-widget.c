/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-row-widget.h"

#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

#include "document/gloss-library.h"
#include "ui/gloss-comparison-marks.h"

/* The parts of the block's text that bear the attribute @type, one after the other. */
static void
append_marked (GlossComparisonBlock *block,
               PangoAttrType         type,
               GString              *marked)
{
  g_autoptr (PangoAttrIterator) iterator = pango_attr_list_get_iterator (gloss_comparison_block_get_attributes (block));

  do
    {
      PangoAttribute *attribute = pango_attr_iterator_get (iterator, type);
      int start;
      int end;

      pango_attr_iterator_range (iterator, &start, &end);
      if (attribute != NULL && ((PangoAttrInt *) attribute)->value != 0)
        g_string_append_len (marked, gloss_comparison_block_get_text (block) + start, end - start);
    }
  while (pango_attr_iterator_next (iterator));
}

static void
show (GtkWidget          *widget,
      GlossComparison    *comparison,
      GlossComparisonRow *row)
{
  g_autoptr (GlossComparisonItem) item = gloss_comparison_item_new (GLOSS_COMPARISON_ITEM_ROW, row, 1);

  gloss_comparison_row_widget_set_item (GLOSS_COMPARISON_ROW_WIDGET (widget), comparison, item);
}

/* The stretches of @op, without the line breaks that join the clauses of a row. */
static char *
join_stretches (GlossComparisonRow *row,
                GlossDiffOp         op,
                gboolean            several)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  const GlossDiffStretch *stretches;
  guint n_stretches;

  stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  for (guint i = 0; i < n_stretches; i++)
    if (stretches[i].op == op)
      g_string_append_len (joined, gloss_comparison_row_get_stretch_text (row, &stretches[i]), stretches[i].length);

  if (several)
    g_string_replace (joined, "\n", "", 0);
  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/* The widget shows every clause to the letter and marks exactly what the comparison says. */
static void
assert_shows (GtkWidget          *widget,
              GlossComparisonRow *row)
{
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (widget);
  g_autoptr (GString) struck = g_string_new (NULL);
  g_autoptr (GString) underlined = g_string_new (NULL);
  guint n_old = gloss_comparison_row_get_n_old (row);
  guint n_new = gloss_comparison_row_get_n_new (row);
  g_autofree char *removed = join_stretches (row, GLOSS_DIFF_REMOVED, n_old > 1);
  g_autofree char *added = join_stretches (row, GLOSS_DIFF_ADDED, n_new > 1);

  g_assert_cmpuint (gloss_comparison_row_widget_get_n_blocks (self), ==, n_old + n_new);

  for (guint i = 0; i < n_old + n_new; i++)
    {
      GlossComparisonBlock *block = gloss_comparison_row_widget_get_block (self, i);
      GlossClause *clause = i < n_old ? gloss_comparison_row_get_old (row, i)
                                      : gloss_comparison_row_get_new (row, i - n_old);

      g_assert_cmpstr (gloss_comparison_block_get_text (block), ==, gloss_clause_get_text (clause));
      append_marked (block, PANGO_ATTR_STRIKETHROUGH, struck);
      append_marked (block, PANGO_ATTR_UNDERLINE, underlined);
    }

  if (n_old > 1)
    g_string_replace (struck, "\n", "", 0);
  if (n_new > 1)
    g_string_replace (underlined, "\n", "", 0);
  g_assert_cmpstr (struck->str, ==, removed);
  g_assert_cmpstr (underlined->str, ==, added);
}

static GlossComparison *
compare_shipped (const char *old_name,
                 const char *new_name)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) old_document = gloss_library_load (library, old_name, &error);
  g_autoptr (GlossDocument) new_document = NULL;
  GlossComparison *comparison;

  g_assert_no_error (error);
  new_document = gloss_library_load (library, new_name, &error);
  g_assert_no_error (error);
  comparison = gloss_comparison_new (old_document, new_document, NULL, &error);
  g_assert_no_error (error);
  return comparison;
}

/* As a redline, both wordings stand in one, to the letter, and nothing else is marked. The line breaks that
 * join several clauses are the gaps between the pieces. */
static void
assert_shows_redline (GtkWidget          *widget,
                      GlossComparisonRow *row)
{
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (widget);
  gboolean several = gloss_comparison_row_get_n_old (row) > 1 || gloss_comparison_row_get_n_new (row) > 1;
  guint n_blocks = gloss_comparison_row_widget_get_n_blocks (self);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GString) struck = g_string_new (NULL);
  g_autoptr (GString) underlined = g_string_new (NULL);
  g_autoptr (GString) whole = g_string_new_take (gloss_comparison_marks_join (row));
  g_autofree char *removed = join_stretches (row, GLOSS_DIFF_REMOVED, several);
  g_autofree char *added = join_stretches (row, GLOSS_DIFF_ADDED, several);

  if (several)
    g_assert_cmpuint (n_blocks, >, 1);
  else
    g_assert_cmpuint (n_blocks, ==, 1);

  for (guint i = 0; i < n_blocks; i++)
    {
      GlossComparisonBlock *block = gloss_comparison_row_widget_get_block (self, i);

      g_string_append (shown, gloss_comparison_block_get_text (block));
      append_marked (block, PANGO_ATTR_STRIKETHROUGH, struck);
      append_marked (block, PANGO_ATTR_UNDERLINE, underlined);
    }
  if (several)
    {
      g_string_replace (shown, "\n", "", 0);
      g_string_replace (struck, "\n", "", 0);
      g_string_replace (underlined, "\n", "", 0);
      g_string_replace (whole, "\n", "", 0);
    }
  g_assert_cmpstr (shown->str, ==, whole->str);
  g_assert_cmpstr (struck->str, ==, removed);
  g_assert_cmpstr (underlined->str, ==, added);
}

/* One widget shows all rows in turn, as in a list, with nothing left of the row before. */
static void
test_shipped (gconstpointer data)
{
  const char *const *names = data;
  g_autoptr (GlossComparison) comparison = compare_shipped (names[0], names[1]);
  GtkWidget *widget = g_object_ref_sink (gloss_comparison_row_widget_new ());

  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);

      gloss_comparison_row_widget_set_layout (GLOSS_COMPARISON_ROW_WIDGET (widget), i % 2, GLOSS_PALETTE_STANDARD, NULL);
      show (widget, comparison, row);
      assert_shows (widget, row);
      gloss_comparison_row_widget_set_layout (GLOSS_COMPARISON_ROW_WIDGET (widget), GLOSS_COMPARISON_REDLINE, GLOSS_PALETTE_STANDARD, NULL);
      assert_shows_redline (widget, row);
      gloss_comparison_row_widget_set_layout (GLOSS_COMPARISON_ROW_WIDGET (widget), GLOSS_COMPARISON_STACKED, GLOSS_PALETTE_STANDARD, NULL);
      assert_shows (widget, row);
    }

  g_assert_finalize_object (widget);
}

/* Several clauses in one row: each has its own place, and none is lost with the next row. */
static void
test_several_clauses (void)
{
  static const char *const old_clauses[] = {
    "(a)", "To cooperate in combating criminal and terrorist activities that use information networks, "
           "and to endeavour to ensure the security of the supply chain of information goods and services;",
    "(b)", "To settle disputes by peaceful means;",
    NULL,
  };
  static const char *const new_clauses[] = {
    "(1)", "To cooperate in combating criminal and terrorist activities that use information networks;",
    "(2)", "To endeavour to ensure the security of the supply chain of information goods and services;",
    "(3)", "To settle disputes by peaceful means;",
    NULL,
  };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  GtkWidget *widget = g_object_ref_sink (gloss_comparison_row_widget_new ());
  gboolean split = FALSE;

  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);

      split |= gloss_comparison_row_get_n_new (row) == 2;
      gloss_comparison_row_widget_set_layout (GLOSS_COMPARISON_ROW_WIDGET (widget), GLOSS_COMPARISON_SIDE_BY_SIDE, GLOSS_PALETTE_STANDARD, NULL);
      show (widget, comparison, row);
      assert_shows (widget, row);
      gloss_comparison_row_widget_set_layout (GLOSS_COMPARISON_ROW_WIDGET (widget), GLOSS_COMPARISON_REDLINE, GLOSS_PALETTE_STANDARD, NULL);
      assert_shows_redline (widget, row);
    }

  g_assert_true (split);
  g_assert_finalize_object (widget);
}

/* In a redline, each piece of a split or merged row bears the labels of its clauses, and is what a double
 * click opens. */
static void
assert_pieces (GlossComparison *comparison,
               GlossRowState    state,
               const char      *first_label,
               const char      *second_label,
               const char      *second_text)
{
  GtkWidget *widget = g_object_ref_sink (gloss_comparison_row_widget_new ());
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (widget);
  GlossComparisonRow *row = gloss_comparison_get_row (comparison, 0);
  guint last = gloss_comparison_row_get_n_new (row) - 1;

  g_assert_cmpint (gloss_comparison_row_get_state (row), ==, state);
  gloss_comparison_row_widget_set_layout (self, GLOSS_COMPARISON_REDLINE, GLOSS_PALETTE_STANDARD, NULL);
  show (widget, comparison, row);
  g_assert_cmpuint (gloss_comparison_row_widget_get_n_blocks (self), ==, 2);
  g_assert_cmpstr (gloss_comparison_block_get_label (gloss_comparison_row_widget_get_block (self, 0)), ==, first_label);
  g_assert_cmpstr (gloss_comparison_block_get_label (gloss_comparison_row_widget_get_block (self, 1)), ==, second_label);
  g_assert_nonnull (strstr (gloss_comparison_block_get_text (gloss_comparison_row_widget_get_block (self, 1)), second_text));
  g_assert_null (strstr (gloss_comparison_block_get_text (gloss_comparison_row_widget_get_block (self, 0)), second_text));
  g_assert_true (gloss_comparison_block_get_clause (gloss_comparison_row_widget_get_block (self, 1)) ==
                 gloss_comparison_row_get_new (row, last));

  g_assert_finalize_object (widget);
}

static void
test_redline_labels (void)
{
  static const char *const one[] = {
    "(a)", "To cooperate in combating criminal and terrorist activities that use information networks, "
           "and to endeavour to ensure the security of the supply chain of information goods and services;",
    NULL,
  };
  static const char *const two[] = {
    "(1)", "To cooperate in combating criminal and terrorist activities that use information networks;",
    "(2)", "To endeavour to ensure the security of the supply chain of information goods and services;",
    NULL,
  };
  g_autoptr (GlossComparison) split = gloss_test_compare (one, two);
  g_autoptr (GlossComparison) merged = gloss_test_compare (two, one);

  assert_pieces (split, GLOSS_ROW_SPLIT, "(a) → (1)", "(a) → (2)", "supply chain");
  assert_pieces (merged, GLOSS_ROW_MERGED, "(1) → (a)", "(2) → (a)", "supply chain");
}

/* The pieces begin below each other, though the label of one is much wider; in columns too. */
static void
assert_aligned (GlossComparison       *comparison,
                GlossComparisonLayout  layout)
{
  GtkWidget *widget = g_object_ref_sink (gloss_comparison_row_widget_new ());
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (widget);
  guint last;

  gloss_comparison_row_widget_set_layout (self, layout, GLOSS_PALETTE_STANDARD, NULL);
  show (widget, comparison, gloss_comparison_get_row (comparison, 0));
  gloss_comparison_row_widget_set_seen (self, TRUE);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 700, NULL, NULL, NULL, NULL);
  last = gloss_comparison_row_widget_get_n_blocks (self) - 1;
  g_assert_cmpuint (last, >, 0);
  g_assert_cmpint (gloss_comparison_block_get_indent (gloss_comparison_row_widget_get_block (self, last - 1)), ==,
                   gloss_comparison_block_get_indent (gloss_comparison_row_widget_get_block (self, last)));
  g_assert_cmpint (gloss_comparison_block_get_indent (gloss_comparison_row_widget_get_block (self, last)), >, 0);

  g_assert_finalize_object (widget);
}

static void
test_aligned (void)
{
  static const char *const one[] = {
    "(1)", "To cooperate in combating criminal and terrorist activities that use information networks, "
           "and to endeavour to ensure the security of the supply chain of information goods and services;",
    NULL,
  };
  static const char *const two[] = {
    "(1)", "To cooperate in combating criminal and terrorist activities that use information networks;",
    "(xxviii)", "To endeavour to ensure the security of the supply chain of information goods and services;",
    NULL,
  };
  g_autoptr (GlossComparison) split = gloss_test_compare (one, two);

  assert_aligned (split, GLOSS_COMPARISON_REDLINE);
  assert_aligned (split, GLOSS_COMPARISON_SIDE_BY_SIDE);
}

static gint64
get_background (GlossComparisonBlock *block)
{
  g_autoptr (PangoAttrIterator) iterator = pango_attr_list_get_iterator (gloss_comparison_block_get_attributes (block));

  do
    {
      PangoAttribute *attribute = pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND);

      if (attribute != NULL)
        {
          PangoColor color = ((PangoAttrColor *) attribute)->color;

          return ((gint64) color.red << 32) | ((gint64) color.green << 16) | color.blue;
        }
    }
  while (pango_attr_iterator_next (iterator));

  return -1;
}

/* Marks change with the style, while the row is shown. */
static void
test_dark (void)
{
  static const char *const old_clauses[] = { "(a)", "One wording, and nothing else", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, none);
  GtkWidget *widget = g_object_ref_sink (gloss_comparison_row_widget_new ());
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (widget);
  gint64 light;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  show (widget, comparison, gloss_comparison_get_row (comparison, 0));
  g_assert_cmpuint (gloss_comparison_row_widget_get_n_blocks (self), ==, 1);
  light = get_background (gloss_comparison_row_widget_get_block (self, 0));
  g_assert_cmpint (light, !=, -1);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_cmpint (get_background (gloss_comparison_row_widget_get_block (self, 0)), !=, -1);
  g_assert_cmpint (get_background (gloss_comparison_row_widget_get_block (self, 0)), !=, light);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_assert_finalize_object (widget);
}

/* Direction and language are those of the text. */
static void
test_direction (void)
{
  static const char *const old_clauses[] = { "(a)", "A wording", NULL };
  static const char *const new_clauses[] = { "(أ)", "نص القانون", NULL };
  g_autoptr (GlossDocument) old_document = gloss_test_make_document ("OLD/1", "en", old_clauses);
  g_autoptr (GlossDocument) new_document = gloss_test_make_document ("NEW/1", "ar", new_clauses);
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
  GtkWidget *widget = g_object_ref_sink (gloss_comparison_row_widget_new ());

  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);
      GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (widget);
      guint n_blocks;

      show (widget, comparison, row);
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 500, NULL, NULL, NULL, NULL);
      n_blocks = gloss_comparison_row_widget_get_n_blocks (self);
      if (gloss_comparison_row_get_n_old (row) == 1)
        g_assert_false (gloss_comparison_block_is_rtl (gloss_comparison_row_widget_get_block (self, 0)));
      if (gloss_comparison_row_get_n_new (row) == 1)
        g_assert_true (gloss_comparison_block_is_rtl (gloss_comparison_row_widget_get_block (self, n_blocks - 1)));
    }

  g_assert_finalize_object (widget);
}

/* A row that nobody sees guesses; the guess is near, and the height is the true one when it is seen. */
static void
test_seen (void)
{
  static const char *const names[] = { "A/66/359@en", "A/69/723@en" };
  g_autoptr (GlossComparison) comparison = compare_shipped (names[0], names[1]);
  GtkWidget *widget = g_object_ref_sink (gloss_comparison_row_widget_new ());
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (widget);
  int guessed = 0;
  int measured = 0;

  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    {
      int height;

      gloss_comparison_row_widget_set_seen (self, FALSE);
      show (widget, comparison, gloss_comparison_get_row (comparison, i));
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 1000, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, >, 0);
      guessed += height;

      gloss_comparison_row_widget_set_seen (self, TRUE);
      gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 1000, &height, NULL, NULL, NULL);
      measured += height;
    }

  g_assert_cmpint (guessed, >, measured * 7 / 10);
  g_assert_cmpint (guessed, <, measured * 13 / 10);
  g_assert_finalize_object (widget);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const english[] = { "A/66/359@en", "A/69/723@en" };
  static const char *const chinese[] = { "A/69/723@zh", "S/2021/540@zh" };

  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_data_func ("/comparison-row-widget/shipped/english", english, test_shipped);
  g_test_add_data_func ("/comparison-row-widget/shipped/chinese", chinese, test_shipped);
  g_test_add_func ("/comparison-row-widget/several-clauses", test_several_clauses);
  g_test_add_func ("/comparison-row-widget/redline-labels", test_redline_labels);
  g_test_add_func ("/comparison-row-widget/aligned", test_aligned);
  g_test_add_func ("/comparison-row-widget/dark", test_dark);
  g_test_add_func ("/comparison-row-widget/direction", test_direction);
  g_test_add_func ("/comparison-row-widget/seen", test_seen);

  return g_test_run ();
}
