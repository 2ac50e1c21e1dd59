/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-library-private.h"

#include "document/gloss-document-builder.h"

static GlossLibraryEntry *
make_entry (const char *symbol,
            const char *language,
            const char *date,
            const char *path)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  gloss_document_builder_set_symbol (builder, symbol);
  gloss_document_builder_set_language (builder, language);
  gloss_document_builder_set_date (builder, date);
  gloss_document_builder_set_title (builder, "A title");
  gloss_document_builder_set_short_title (builder, "Short");
  document = gloss_document_builder_end (builder);

  return gloss_library_entry_new (document, file, path == NULL ? "/nowhere" : NULL);
}

static void
test_properties (void)
{
  static const char *const expected[][2] = {
    { "name", "A/1@zh" },      { "symbol", "A/1" },           { "language", "zh" },
    { "title", "A title" },    { "short-title", "Short" },    { "date", "2015-01-13" },
  };
  g_autoptr (GlossLibraryEntry) entry = make_entry ("A/1", "zh", "2015-01-13", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *value = NULL;

      g_object_get (entry, expected[i][0], &value, NULL);
      g_assert_cmpstr (value, ==, expected[i][1]);
    }

  g_assert_false (gloss_library_entry_get_added (entry));
  g_assert_null (gloss_library_entry_get_file (entry));
}

static void
test_names (void)
{
  g_autoptr (GlossLibraryEntry) entry = make_entry ("Å/1", "zh-Hant", "", "/nowhere/draft.akn");

  g_assert_true (gloss_library_entry_get_added (entry));
  g_assert_true (gloss_library_entry_has_name (entry, "å/1@ZH-HANT"));
  g_assert_true (gloss_library_entry_has_symbol (entry, "å/1"));
  g_assert_false (gloss_library_entry_has_name (entry, "å/1"));
  g_assert_false (gloss_library_entry_has_symbol (entry, "Å/1@zh-Hant"));
}

static void
test_order (void)
{
  g_autoptr (GlossLibraryEntry) undated = make_entry ("Z", "en", "", NULL);
  g_autoptr (GlossLibraryEntry) early = make_entry ("B", "en", "2011-09-14", NULL);
  g_autoptr (GlossLibraryEntry) late = make_entry ("A", "en", "2015-01-13", NULL);
  g_autoptr (GlossLibraryEntry) late_chinese = make_entry ("A", "zh", "2015-01-13", NULL);
  GlossLibraryEntry *const sorted[] = { undated, early, late, late_chinese };

  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      g_assert_cmpint (gloss_library_entry_compare (sorted[i], sorted[i]), ==, 0);
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpint (gloss_library_entry_compare (sorted[j], sorted[i]), <, 0);
          g_assert_cmpint (gloss_library_entry_compare (sorted[i], sorted[j]), >, 0);
        }
    }
}

/* A file that went away since is an error and not an empty document. */
static void
test_load_fails (void)
{
  g_autoptr (GlossLibraryEntry) added = make_entry ("A", "en", "", "/nowhere/draft.akn");
  g_autoptr (GlossLibraryEntry) shipped = make_entry ("A", "en", "", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (gloss_library_entry_load (added, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (gloss_library_entry_load (shipped, &error));
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library-entry/properties", test_properties);
  g_test_add_func ("/library-entry/names", test_names);
  g_test_add_func ("/library-entry/order", test_order);
  g_test_add_func ("/library-entry/load-fails", test_load_fails);

  return g_test_run ();
}
