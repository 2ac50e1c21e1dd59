/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/export-fixture.h"

static void
test_formats (void)
{
  for (guint i = 0; i < GLOSS_N_EXPORT_FORMATS; i++)
    {
      GlossExportFormat format = GLOSS_N_EXPORT_FORMATS;

      g_assert_true (gloss_export_format_from_string (gloss_export_format_to_string (i), &format));
      g_assert_cmpint (format, ==, i);
      g_assert_cmpstr (gloss_export_format_get_label (i), !=, "");
    }

  g_assert_cmpstr (gloss_export_format_to_string (GLOSS_EXPORT_MARKDOWN), ==, "markdown");
  g_assert_cmpstr (gloss_export_format_get_suffix (GLOSS_EXPORT_MARKDOWN), ==, "md");
  g_assert_cmpstr (gloss_export_format_get_suffix (GLOSS_EXPORT_TEXT), ==, "txt");
}

static void
test_unknown_format (void)
{
  GlossExportFormat format = GLOSS_EXPORT_CSV;

  g_assert_false (gloss_export_format_from_string ("odt", &format));
  g_assert_false (gloss_export_format_from_string (NULL, &format));
  g_assert_false (gloss_export_format_from_string ("Markdown", &format));
  g_assert_cmpint (format, ==, GLOSS_EXPORT_CSV);
}

static void
test_orders (void)
{
  static const char *const names[] = { "place", "tag", "date" };
  GlossExportOrder order = GLOSS_EXPORT_BY_TAG;

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == GLOSS_N_EXPORT_ORDERS);
  for (guint i = 0; i < GLOSS_N_EXPORT_ORDERS; i++)
    {
      g_assert_cmpstr (gloss_export_order_to_string (i), ==, names[i]);
      g_assert_true (gloss_export_order_from_string (names[i], &order));
      g_assert_cmpint (order, ==, i);
      g_assert_cmpstr (gloss_export_order_get_label (i), !=, "");
    }

  g_assert_false (gloss_export_order_from_string ("color", &order));
  g_assert_false (gloss_export_order_from_string (NULL, &order));
  g_assert_cmpint (order, ==, GLOSS_EXPORT_BY_DATE);
}

/* (transfer full): two notes, written in the order of the tags and against that of the text. */
static GPtrArray *
make_notes (GlossDocument *document)
{
  static const char *const first[] = { "zoo", "alpha <1>", NULL };
  static const char *const second[] = { "beta", NULL };
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (notes, fixture_note (document, "para_1", NULL, "third", NULL));
  g_ptr_array_add (notes, fixture_note (document, "para_1", NULL, "second", second));
  g_ptr_array_add (notes, fixture_note (document, "para_1__item_a", NULL, "first", first));

  return notes;
}

/* By tag and by date, each format that has headings has them, and each note is there once. */
static void
test_sections (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = make_notes (document);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  GlossExportOptions options = { .documents = documents, .order = GLOSS_EXPORT_BY_TAG };
  g_autofree char *day = g_strndup (gloss_annotation_get_modified (g_ptr_array_index (notes, 0)), 10);
  g_autofree char *day_heading = g_strdup_printf ("\n## %s\n\n### A/1, para. 1", day);
  const struct
  {
    GlossExportFormat format;
    const char *headings[3];
  } expected[] = {
    { GLOSS_EXPORT_MARKDOWN, { "\n## alpha \\<1\\>\n", "\n## beta\n", "\n## Without a tag\n" } },
    { GLOSS_EXPORT_HTML, { "<h2 dir=\"auto\">alpha &lt;1&gt;</h2>", "<h2 dir=\"auto\">beta</h2>",
                           "<h2 dir=\"auto\">Without a tag</h2>" } },
    { GLOSS_EXPORT_TEXT, { "alpha <1>\n=========\n", "\nbeta\n====\n", "\nWithout a tag\n=============\n" } },
    { GLOSS_EXPORT_CSV, { ",first,", ",second,", ",third," } },
    { GLOSS_EXPORT_JSON, { "\"first\"", "\"second\"", "\"third\"" } },
  };
  g_autofree char *by_date = NULL;

  g_ptr_array_add (documents, document);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text = gloss_export_notes (notes, &options, expected[i].format);
      const char *at = text;

      for (guint j = 0; j < 3; j++)
        {
          at = strstr (at, expected[i].headings[j]);
          if (at == NULL)
            g_error ("“%s” does not stand where it should in\n%s", expected[i].headings[j], text);
        }
      g_assert_nonnull (strstr (text, "A/1, para. 1 (a)"));
    }

  options.order = GLOSS_EXPORT_BY_DATE;
  by_date = gloss_export_notes (notes, &options, GLOSS_EXPORT_MARKDOWN);
  g_assert_nonnull (strstr (by_date, day_heading));
}

/* In a Word document the notes stand on the text, in whatever order they are asked for. */
static void
test_word_has_no_order (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = make_notes (document);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  GlossExportOptions options = { .documents = documents };
  g_autoptr (GBytes) by_place = NULL;
  g_autoptr (GBytes) by_tag = NULL;

  g_ptr_array_add (documents, document);
  by_place = gloss_export_notes_bytes (notes, &options, GLOSS_EXPORT_DOCX);
  options.order = GLOSS_EXPORT_BY_TAG;
  by_tag = gloss_export_notes_bytes (notes, &options, GLOSS_EXPORT_DOCX);

  g_assert_false (gloss_export_format_has_order (GLOSS_EXPORT_DOCX));
  g_assert_true (g_bytes_equal (by_place, by_tag));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exporter/formats", test_formats);
  g_test_add_func ("/exporter/unknown-format", test_unknown_format);
  g_test_add_func ("/exporter/orders", test_orders);
  g_test_add_func ("/exporter/sections", test_sections);
  g_test_add_func ("/exporter/word-has-no-order", test_word_has_no_order);

  return g_test_run ();
}
