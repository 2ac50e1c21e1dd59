/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/export-fixture.h"

static void
test_notes (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = fixture_notes (document);
  g_autofree char *first = fixture_time (g_ptr_array_index (notes, 1));
  g_autofree char *second = fixture_time (g_ptr_array_index (notes, 0));
  g_autofree char *text = fixture_export_notes (notes, document, GLOSS_EXPORT_TEXT);
  g_autofree char *expected =
    g_strdup_printf ("Code, \"draft\" *one* <b>\n"
                     "=======================\n"
                     "A/1 (en), 2015-01-13\n"
                     "\n"
                     "A/1, para. 1\n"
                     "    “*should*”\n"
                     "\n"
                     "    - no, \"must\" & <more>\n"
                     "\n"
                     "    @all\n"
                     "\n"
                     "    Tags: a_b, x,y\n"
                     "    Color: Question (Green)\n"
                     "    Author: Ann\n"
                     "    Written: %s\n"
                     "\n"
                     "A/1, para. 1 (a)\n"
                     "    “=1+1\n"
                     "    second line”\n"
                     "    Color: Question (Green)\n"
                     "    Author: Ann\n"
                     "    Written: %s\n",
                     first, second);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_no_notes (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = fixture_export_notes (notes, NULL, GLOSS_EXPORT_TEXT);

  g_assert_cmpstr (text, ==, "There are no notes.\n");
}

static void
test_comparison (void)
{
  g_autofree char *text = fixture_export_comparison (FIXTURE_COMPARED_OLD, FIXTURE_COMPARED_NEW,
                                                     GLOSS_EXPORT_TEXT);

  g_assert_cmpstr (text, ==,
                   "A/1 compared with A/2\n"
                   "=====================\n"
                   "Old text: A/1 (en), 2015-01-13: Code\n"
                   "New text: A/2 (en), 2015-01-13: Code\n"
                   "Reworded: 1\n"
                   "Words kept: 6\n"
                   "Words removed: 1\n"
                   "Words added: 3\n"
                   "\n"
                   "[-removed-] {+added+}\n"
                   "\n"
                   "A/1, (a) → A/2, (1) (Reworded)\n"
                   "    States [-should-]{+must+} refrain, as before, from war{+ and *threats*+}.\n");
}

/* What the text itself has of the marks is told from ours, and from what tells it. */
static void
test_marks_in_the_text (void)
{
  g_autofree char *text = fixture_export_comparison ("Keep [-x-] and {+y+}, \\[-] \\ C:\\ old end",
                                                     "Keep [-x-] and {+y+}, \\[-] \\ C:\\ {+new+} end",
                                                     GLOSS_EXPORT_TEXT);

  g_assert_nonnull (strstr (text, "    Keep \\[-x\\-] and \\{+y\\+}, \\\\\\[\\-] \\ C:\\ [-old-]{+\\{+new\\+}+} end\n"));
}

static void
test_typography (void)
{
  g_autofree char *text = fixture_export_comparison ("The \"text\" of it", "The “text” of it", GLOSS_EXPORT_TEXT);

  g_assert_nonnull (strstr (text, "(Renumbered, other typography)\n    The [-\"-]{+“+}text[-\"-]{+”+} of it\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-text/notes", test_notes);
  g_test_add_func ("/export-text/no-notes", test_no_notes);
  g_test_add_func ("/export-text/comparison", test_comparison);
  g_test_add_func ("/export-text/marks-in-the-text", test_marks_in_the_text);
  g_test_add_func ("/export-text/typography", test_typography);

  return g_test_run ();
}
