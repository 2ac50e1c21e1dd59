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
  g_autofree char *text = fixture_export_notes (notes, document, GLOSS_EXPORT_MARKDOWN);
  g_autofree char *expected =
    g_strdup_printf ("# Notes\n"
                     "\n"
                     "## Code, \"draft\" \\*one\\* \\<b\\>\n"
                     "\n"
                     "A/1 (en), 2015-01-13\n"
                     "\n"
                     "### A/1, para. 1\n"
                     "\n"
                     "> \\*should\\*\n"
                     "\n"
                     "\\- no, \"must\" \\& \\<more\\>\n"
                     "\n"
                     "@all\n"
                     "\n"
                     "- Tags: a\\_b, x,y\n"
                     "- Color: Question (Green)\n"
                     "- Author: Ann\n"
                     "- Written: %s\n"
                     "\n"
                     "### A/1, para. 1 (a)\n"
                     "\n"
                     "> \\=1+1  \n"
                     "> second line\n"
                     "\n"
                     "- Color: Question (Green)\n"
                     "- Author: Ann\n"
                     "- Written: %s\n",
                     first, second);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_no_notes (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = fixture_export_notes (notes, NULL, GLOSS_EXPORT_MARKDOWN);

  g_assert_cmpstr (text, ==, "# Notes\n\nThere are no notes.\n");
}

static void
assert_row (const char *old_text,
            const char *new_text,
            const char *expected)
{
  g_autofree char *text = fixture_export_comparison (old_text, new_text, GLOSS_EXPORT_MARKDOWN);
  const char *row = strstr (text, "\n| A/1, (a)");
  const char *difference = NULL;

  g_assert_nonnull (row);

  /* The difference is the last of four cells. */
  for (const char *p = row; (p = strstr (p, " | ")) != NULL; p++)
    difference = p + strlen (" | ");

  g_assert_cmpstr (difference, ==, expected);
}

static void
test_comparison (void)
{
  g_autofree char *text = fixture_export_comparison (FIXTURE_COMPARED_OLD, FIXTURE_COMPARED_NEW,
                                                     GLOSS_EXPORT_MARKDOWN);
  const char *expected =
    "# A/1 compared with A/2\n"
    "\n"
    "- Old text: A/1 (en), 2015-01-13: Code\n"
    "- New text: A/2 (en), 2015-01-13: Code\n"
    "- Reworded: 1\n"
    "- Words kept: 6\n"
    "- Words removed: 1\n"
    "- Words added: 3\n"
    "\n"
    "~~removed~~ **added**\n"
    "\n"
    "| Old clause | New clause | State | Text |\n"
    "| --- | --- | --- | --- |\n"
    "| A/1, (a) | A/2, (1) | Reworded | "
    "States ~~should~~**must** refrain, as before, from war<ins> </ins>**and \\*threats\\***. |\n";

  g_assert_cmpstr (text, ==, expected);
}

/* "~~" between a letter and a comma is no mark in Markdown. */
static void
test_marks_at_punctuation (void)
{
  assert_row ("Peace, and order must reign here.", "Peace and order must reign here.",
              "Peace<del>,</del> and order must reign here. |\n");
  assert_row ("All peace and order must reign here", "All peace and order must reign here!",
              "All peace and order must reign here<ins>!</ins> |\n");
}

static void
test_marks_and_spaces (void)
{
  assert_row ("Peace and good order must reign here.", "Peace and order must reign here.",
              "Peace and ~~good~~<del> </del>order must reign here. |\n");
  /* Which of the two spaces is gone matters before a full stop. */
  assert_row ("Peace must reign here for good.", "Peace must reign here.",
              "Peace must reign here<del> </del>~~for good~~. |\n");
  assert_row ("各国应在网络空间 保持和平与安全", "各国应在网络空间保持和平与安全",
              "各国应在网络空间<del> </del>保持和平与安全 |\n");
  assert_row ("网络空间的和平与安全", "网络空间的稳定与安全", "网络空间的~~和平~~**稳定**与安全 |\n");
}

static void
test_lines_in_cells (void)
{
  assert_row ("Ann | Bee\nAmbassador of peace", "Ann | Bee\nAmbassador of war",
              "Ann \\| Bee<br>Ambassador of ~~peace~~**war** |\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-markdown/notes", test_notes);
  g_test_add_func ("/export-markdown/no-notes", test_no_notes);
  g_test_add_func ("/export-markdown/comparison", test_comparison);
  g_test_add_func ("/export-markdown/marks-at-punctuation", test_marks_at_punctuation);
  g_test_add_func ("/export-markdown/marks-and-spaces", test_marks_and_spaces);
  g_test_add_func ("/export-markdown/lines-in-cells", test_lines_in_cells);

  return g_test_run ();
}
