/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/export-fixture.h"
#include "export/gloss-export-private.h"

static void
test_direction (void)
{
  static const struct
  {
    const char *language;
    const char *direction;
  } cases[] = {
    { "en", "ltr" },
    { "ar", "rtl" },
    { "ar-EG", "rtl" },
    { "AR", "rtl" },
    { "he", "rtl" },
    { "fa", "rtl" },
    { "zh-Hans", "ltr" },
    { "az-Arab", "rtl" },
    { "ar-Latn", "ltr" },
    { "arn", "ltr" },
    { "und", "ltr" },
    { "", "ltr" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (gloss_export_language_direction (cases[i].language), ==, cases[i].direction);
}

static void
test_line (void)
{
  g_autofree char *line = gloss_export_dup_line ("a\nb\tc\r\nd");

  g_assert_cmpstr (line, ==, "a b c  d");
}

static void
test_particulars (void)
{
  g_autofree char *dated = gloss_export_dup_particulars ("A/1", "en", "2015-01-13");
  g_autofree char *undated = gloss_export_dup_particulars ("notes", "und", "");

  g_assert_cmpstr (dated, ==, "A/1 (en), 2015-01-13");
  g_assert_cmpstr (undated, ==, "notes");
}

static void
test_note_details (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GlossAnnotation) note = fixture_note (document, "para_1", NULL, "", NULL);
  g_autoptr (GPtrArray) details = gloss_export_note_details (note, "gone");
  g_autofree char *time = fixture_time (note);
  const char *const expected[][2] = { { "Place", "gone" }, { "Color", "Question (Green)" },
                                      { "Author", "Ann" }, { "Written", time } };

  g_assert_cmpuint (details->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < details->len; i++)
    {
      const GlossExportDetail *detail = g_ptr_array_index (details, i);

      g_assert_cmpstr (detail->label, ==, expected[i][0]);
      g_assert_cmpstr (detail->value, ==, expected[i][1]);
    }
}

static void
test_join (void)
{
  g_autoptr (GlossComparison) comparison = fixture_comparison ("Peace and order.",
                                                               "Peace and order.");
  GlossComparisonRow *row = gloss_comparison_get_row (comparison, 0);
  g_autofree char *old_ids = gloss_export_row_dup_ids (row, GLOSS_EXPORT_OLD);
  g_autofree char *new_ids = gloss_export_row_dup_ids (row, GLOSS_EXPORT_NEW);

  g_assert_cmpstr (old_ids, ==, "item_a");
  g_assert_cmpstr (new_ids, ==, "item_1");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-words/direction", test_direction);
  g_test_add_func ("/export-words/line", test_line);
  g_test_add_func ("/export-words/particulars", test_particulars);
  g_test_add_func ("/export-words/note-details", test_note_details);
  g_test_add_func ("/export-words/join", test_join);

  return g_test_run ();
}
