/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-marks.h"

#include <string.h>

#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"
#include "ui/gloss-comparison-blocks.h"
#include "ui/gloss-style.h"
#include "ui/gloss-text-marks.h"

static const char *const old_clauses[] = {
  "(a)", "Each State pledges to respect the sovereignty and the unity of all States.",
  "(b)", "To cooperate in combating criminal and terrorist activities that use information networks, "
         "and to endeavour to ensure the security of the supply chain of information goods and services;",
  NULL
};
static const char *const new_clauses[] = {
  "(1)", "Each State pledges to respect the sovereignty of all States.",
  "(2)", "To cooperate in combating criminal and terrorist activities that use information networks;",
  "(3)", "To endeavour to ensure the security of the supply chain of information goods and services;",
  NULL
};

/* (transfer full): the marked pieces of all blocks, in "|": those whose background is no other mark's. */
static char *
show_matches (GPtrArray *blocks)
{
  GString *shown = g_string_new (NULL);
  GlossTextMark match = { .kind = GLOSS_MARK_MATCH, .start_byte = 0, .end_byte = 1 };
  g_autoptr (PangoAttrList) sample = gloss_text_marks_to_attributes (&match, 1, gloss_style_get_scheme ());
  g_autoptr (PangoAttrIterator) sample_iterator = pango_attr_list_get_iterator (sample);
  PangoAttribute *color = pango_attr_iterator_get (sample_iterator, PANGO_ATTR_BACKGROUND);

  for (guint i = 0; i < blocks->len; i++)
    {
      GlossComparisonBlock *block = g_ptr_array_index (blocks, i);
      PangoAttrList *attributes = gloss_comparison_block_get_attributes (block);
      const char *text = gloss_comparison_block_get_text (block);
      g_autoptr (PangoAttrIterator) iterator = attributes != NULL ? pango_attr_list_get_iterator (attributes) : NULL;

      g_string_append_c (shown, '|');
      if (iterator == NULL)
        continue;

      do
        {
          PangoAttribute *attribute = pango_attr_iterator_get (iterator, PANGO_ATTR_BACKGROUND);
          int start, end;

          pango_attr_iterator_range (iterator, &start, &end);
          if (attribute != NULL && pango_attribute_equal (attribute, color))
            g_string_append_len (shown, text + start, MIN (end, (int) strlen (text)) - start);
        }
      while (pango_attr_iterator_next (iterator));
    }

  return g_string_free (shown, FALSE);
}

static void
assert_matches (GlossComparison       *comparison,
                guint                  index,
                GlossComparisonLayout  layout,
                const char            *words,
                const char            *expected)
{
  g_autoptr (GlossPhraseCount) matches = gloss_phrase_count_new (gloss_comparison_get_old_document (comparison),
                                                                 gloss_comparison_get_new_document (comparison),
                                                                 words, NULL, NULL);
  g_autoptr (GlossComparisonItem) item = gloss_comparison_item_new (GLOSS_COMPARISON_ITEM_ROW,
                                                                    gloss_comparison_get_row (comparison, index), 1);
  g_autoptr (GPtrArray) blocks = gloss_comparison_blocks_new (comparison, item, layout, GLOSS_PALETTE_STANDARD, matches);
  g_autofree char *shown = show_matches (blocks);

  g_assert_cmpstr (shown, ==, expected);
}

/* On each side what is its own, also where it is marked as removed. */
static void
test_sides (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);

  assert_matches (comparison, 0, GLOSS_COMPARISON_SIDE_BY_SIDE, "SOVEREIGNTY", "|sovereignty|sovereignty");
  assert_matches (comparison, 0, GLOSS_COMPARISON_STACKED, "unity of all", "|unity of all|");
  assert_matches (comparison, 0, GLOSS_COMPARISON_SIDE_BY_SIDE, "nothing", "||");
}

/* The clauses of one row are texts of their own. */
static void
test_several_clauses (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);

  g_assert_cmpuint (gloss_comparison_row_get_n_new (gloss_comparison_get_row (comparison, 1)), ==, 2);
  assert_matches (comparison, 1, GLOSS_COMPARISON_SIDE_BY_SIDE, "information", "|informationinformation|information|information");
  assert_matches (comparison, 1, GLOSS_COMPARISON_SIDE_BY_SIDE, "supply chain", "|supply chain||supply chain");
}

/* In one text of both, also where words of the other stand between them, and none twice. */
static void
test_redline (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);

  assert_matches (comparison, 0, GLOSS_COMPARISON_REDLINE, "sovereignty", "|sovereignty");
  assert_matches (comparison, 0, GLOSS_COMPARISON_REDLINE, "sovereignty of", "|sovereignty of");
  assert_matches (comparison, 0, GLOSS_COMPARISON_REDLINE, "unity", "|unity");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/comparison-marks/sides", test_sides);
  g_test_add_func ("/comparison-marks/several-clauses", test_several_clauses);
  g_test_add_func ("/comparison-marks/redline", test_redline);

  return gloss_ui_test_run ();
}
