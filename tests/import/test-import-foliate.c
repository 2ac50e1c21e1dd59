/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-format.h"

#include "import-fixture.h"

static void
test_members (void)
{
  g_autofree char *data = fixture_sample ("foliate.json");
  g_autoptr (GlossImportFile) file = fixture_read (data);
  const GlossImportRecord *record = fixture_record (file, 0);
  g_autoptr (GlossAnnotation) annotation = fixture_parse (record);
  g_autoptr (GlossAnnotation) other = fixture_parse (fixture_record (file, 1));

  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "As the Charter says.");
  g_assert_cmpint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_BLUE);
  g_assert_cmpstr (gloss_annotation_get_created (annotation), ==, "2026-05-01T10:00:00.000Z");
  g_assert_cmpstr (gloss_annotation_get_modified (annotation), ==, "2026-05-02T10:00:00.000Z");
  g_assert_true (g_str_has_prefix (record->exact, "To settle any dispute"));
  g_assert_true (record->has_selector);
  g_assert_cmpstr (g_ptr_array_index (record->names, 1), ==, "My reader of documents");

  g_assert_cmpstr (gloss_annotation_get_note (other), ==, "");
  g_assert_cmpstr (gloss_annotation_get_modified (other), ==, "");
  g_assert_cmpstr (gloss_annotation_get_id (other), !=, gloss_annotation_get_id (annotation));
}

#define FORMAT "{\"metadata\":{\"identifier\":\"%s\"},\"annotations\":[{\"value\":\"epubcfi(/6/8)\",\"text\":\"%s\"," \
               "\"note\":\"%s\"}]}"

/* A note that was changed is on the same words of the same book. */
static void
test_id_without_note (void)
{
  g_autofree char *one = g_strdup_printf (FORMAT, "book", "words", "one");
  g_autofree char *two = g_strdup_printf (FORMAT, "book", "words", "two");
  g_autofree char *book = g_strdup_printf (FORMAT, "other", "words", "one");
  g_autofree char *words = g_strdup_printf (FORMAT, "book", "other", "one");
  g_autoptr (GlossImportFile) file_one = fixture_read (one);
  g_autoptr (GlossImportFile) file_two = fixture_read (two);
  g_autoptr (GlossImportFile) file_book = fixture_read (book);
  g_autoptr (GlossImportFile) file_words = fixture_read (words);
  g_autoptr (GlossAnnotation) first = fixture_parse (fixture_record (file_one, 0));
  g_autoptr (GlossAnnotation) second = fixture_parse (fixture_record (file_two, 0));
  g_autoptr (GlossAnnotation) third = fixture_parse (fixture_record (file_book, 0));
  g_autoptr (GlossAnnotation) fourth = fixture_parse (fixture_record (file_words, 0));

  g_assert_cmpstr (gloss_annotation_get_id (first), ==, gloss_annotation_get_id (second));
  g_assert_cmpstr (gloss_annotation_get_id (first), !=, gloss_annotation_get_id (third));
  g_assert_cmpstr (gloss_annotation_get_id (first), !=, gloss_annotation_get_id (fourth));
}

static void
test_sparse (void)
{
  g_autoptr (GlossImportFile) file = NULL;
  g_autoptr (GlossAnnotation) annotation = NULL;

  file = fixture_read ("{\"annotations\":[{\"value\":\"epubcfi(/6/8)\",\"text\":\"\",\"color\":7,\"note\":[],\"created\":1}]}");
  annotation = fixture_parse (fixture_record (file, 0));
  g_assert_null (fixture_record (file, 0)->exact);
  g_assert_true (fixture_record (file, 0)->has_selector);
  g_assert_cmpint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_YELLOW);
}

static void
test_bad_item (void)
{
  const char *data = "{\"annotations\":[{\"value\":\"epubcfi(/6/8)\",\"text\":\"x\"},{\"value\":1}]}";
  g_autoptr (GError) error = NULL;

  g_assert_null (gloss_import_file_read (data, strlen (data), &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
  g_assert_nonnull (strstr (error->message, "annotation 2"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-foliate/members", test_members);
  g_test_add_func ("/import-foliate/id-without-note", test_id_without_note);
  g_test_add_func ("/import-foliate/sparse", test_sparse);
  g_test_add_func ("/import-foliate/bad-item", test_bad_item);

  return g_test_run ();
}
