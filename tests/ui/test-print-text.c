/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-print-text.h"

/* TRUE where the byte @index of the text is struck through, underlined or bold as told. */
static void
check_look (GlossPrintText *text,
            guint           index,
            gboolean        struck,
            gboolean        underlined,
            gboolean        bold)
{
  g_autoptr (PangoAttrList) attributes = gloss_print_text_dup_attributes (text);
  GSList *all = pango_attr_list_get_attributes (attributes);
  gboolean is_struck = FALSE;
  gboolean is_underlined = FALSE;
  gboolean is_bold = FALSE;

  for (GSList *item = all; item != NULL; item = item->next)
    {
      PangoAttribute *attribute = item->data;

      if (attribute->start_index > index || attribute->end_index <= index)
        continue;
      is_struck |= attribute->klass->type == PANGO_ATTR_STRIKETHROUGH;
      is_underlined |= attribute->klass->type == PANGO_ATTR_UNDERLINE;
      is_bold |= attribute->klass->type == PANGO_ATTR_WEIGHT;
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);

  g_assert_cmpint (is_struck, ==, struck);
  g_assert_cmpint (is_underlined, ==, underlined);
  g_assert_cmpint (is_bold, ==, bold);
}

/* Lines stand on lines of their own, and none ends in an empty one. */
static void
test_lines (void)
{
  g_autoptr (GlossPrintText) text = gloss_print_text_new ();

  gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_BOLD, "head");
  g_assert_cmpstr (gloss_print_text_get_text (text), ==, "head");

  gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_SMALL, "second");
  gloss_print_text_append (text, "words", 5);
  gloss_print_text_append (text, " more, not this", 5);
  gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_PLAIN, "last");
  g_assert_cmpstr (gloss_print_text_get_text (text), ==, "head\nsecond\nwords more\nlast");

  check_look (text, 0, FALSE, FALSE, TRUE);
  check_look (text, 5, FALSE, FALSE, FALSE);
}

static void
test_marks (void)
{
  g_autoptr (GlossPrintText) text = gloss_print_text_new ();

  gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_TITLE, "é");
  gloss_print_text_append_marked (text, "away", 4, GLOSS_MARK_REMOVED, GLOSS_COLOR_YELLOW);
  gloss_print_text_append_marked (text, "here", 4, GLOSS_MARK_ADDED, GLOSS_COLOR_YELLOW);
  gloss_print_text_append (text, "both", 4);
  gloss_print_text_mark (text, 11, 1, GLOSS_MARK_NOTE, GLOSS_COLOR_BLUE);
  g_assert_cmpstr (gloss_print_text_get_text (text), ==, "é\nawayhereboth");

  check_look (text, 0, FALSE, FALSE, TRUE);
  check_look (text, 3, TRUE, FALSE, FALSE);
  check_look (text, 6, TRUE, FALSE, FALSE);
  check_look (text, 7, FALSE, TRUE, FALSE);
  check_look (text, 11, FALSE, TRUE, FALSE);
  check_look (text, 12, FALSE, FALSE, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print-text/lines", test_lines);
  g_test_add_func ("/print-text/marks", test_marks);

  return g_test_run ();
}
