/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-format.h"

#include <gio/gio.h>

#include "import-fixture.h"

static void
test_known_by_content (void)
{
  static const struct
  {
    const char *sample;
    const char *format;
    guint       n_records;
    guint       n_elsewhere;
  } cases[] = {
    { "w3c-single.json", "W3C Web Annotation", 1, 0 },  { "w3c-collection.json", "W3C Web Annotation", 3, 0 },
    { "w3c-page.json", "W3C Web Annotation", 1, 1 },    { "w3c-list.json", "W3C Web Annotation", 1, 0 },
    { "hypothesis-api.json", "Hypothesis", 4, 0 },      { "hypothesis-export.json", "Hypothesis", 1, 0 },
    { "readium.annotation", "Readium", 1, 0 },          { "foliate.json", "Foliate", 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *data = fixture_sample (cases[i].sample);
      g_autoptr (GlossImportFile) file = fixture_read (data);

      g_assert_cmpstr (file->format, ==, cases[i].format);
      g_assert_cmpuint (file->records->len, ==, cases[i].n_records);
      g_assert_cmpuint (file->n_elsewhere, ==, cases[i].n_elsewhere);
    }
}

/* Each record is a Web Annotation, and the same one each time it is read. */
static void
test_records (void)
{
  static const char *const samples[] = {
    "w3c-single.json", "w3c-collection.json", "w3c-page.json", "w3c-list.json",
    "hypothesis-api.json", "hypothesis-export.json", "readium.annotation", "foliate.json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *data = fixture_sample (samples[i]);
      g_autoptr (GlossImportFile) file = fixture_read (data);
      g_autoptr (GlossImportFile) again = fixture_read (data);

      for (guint j = 0; j < file->records->len; j++)
        {
          const GlossImportRecord *record = fixture_record (file, j);
          g_autoptr (GlossAnnotation) annotation = fixture_parse (record);

          g_assert_nonnull (strchr (gloss_annotation_get_id (annotation), ':'));
          g_assert_cmpstr (record->text, ==, fixture_record (again, j)->text);
          g_assert_cmpstr (record->original, ==, fixture_record (again, j)->original);
        }
    }
}

static void
assert_refused (const char *data,
                gsize       length,
                const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gloss_import_file_read (data, length, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
  g_assert_null (strchr (error->message, '\n'));
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” is not in “%s”", message, error->message);
}

static void
test_other_json (void)
{
  static const char *const others[] = {
    "{}", "[]", "1", "null", "\"Annotation\"", "[1,2]", "[null]", "[[]]", "{\"type\":\"Person\"}",
    "{\"type\":[]}", "{\"rows\":[]}", "{\"rows\":{}}", "{\"rows\":[1]}", "{\"rows\":[{\"uri\":1,\"text\":\"x\"}]}",
    "{\"annotations\":[]}", "{\"annotations\":{}}", "{\"annotations\":[{\"value\":\"x\",\"text\":\"y\"}]}",
    "{\"annotations\":[],\"metadata\":1}", "{\"uri\":\"x\"}", "{\"items\":[{\"type\":\"Annotation\"}]}",
    "[{\"type\":\"Note\",\"target\":\"x\"}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_refused (others[i], strlen (others[i]), "no annotations that Glossator knows");
}

static void
test_damaged (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  assert_refused ("", 0, "");
  assert_refused ("{\"type\":\"Annotation\"", 20, "");
  assert_refused ("\xff\xfe{\0", 4, "UTF-8");
  assert_refused ("{\"a\":\"\xc3\x28\"}", 9, "UTF-8");
  assert_refused ("{'type':'Annotation'}", 21, "");
  assert_refused ("// no\n{}", 8, "");
  assert_refused ("{}{}", 4, "");
  assert_refused ("[1]\0[2]", 7, "");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  assert_refused (deep->str, deep->len, "");
}

static void
test_empty (void)
{
  static const char *const empty[] = {
    "{\"rows\":[],\"total\":0}", "{\"export_date\":\"2026-01-01\",\"annotations\":[]}",
    "{\"metadata\":{},\"annotations\":[]}", "{\"type\":\"AnnotationCollection\"}", "{\"type\":\"AnnotationPage\",\"items\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (GlossImportFile) file = fixture_read (empty[i]);

      g_assert_cmpuint (file->records->len, ==, 0);
    }
}

static void
test_byte_order_mark (void)
{
  g_autoptr (GlossImportFile) file = fixture_read ("\xef\xbb\xbf{\"type\":\"Annotation\",\"target\":\"urn:x\"}");

  g_assert_cmpuint (file->records->len, ==, 1);
}

static void
test_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("glossator-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (gloss_import_file_load (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (gloss_import_file_load (folder_file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  /* As long as several pieces of reading, and a little more. */
  for (guint i = 0; i < 600001; i++)
    g_string_append_c (content, 'a' + i % 26);
  g_file_set_contents (path, content->str, content->len, &error);
  g_assert_no_error (error);
  bytes = gloss_import_file_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content->str, content->len);

  g_file_delete (file, NULL, NULL);
  g_file_delete (folder_file, NULL, NULL);
}

static gboolean
is_notes (const char *name,
          const char *text)
{
  return gloss_import_is_notes (name, text, strlen (text));
}

static void
test_is_notes (void)
{
  g_assert_true (is_notes ("notes.JSON", "damaged"));
  g_assert_true (is_notes ("book.annotation", ""));
  g_assert_true (is_notes ("notes", "{\"type\":\"Annotation\"}"));
  g_assert_true (is_notes ("notes.txt", "\xef\xbb\xbf [ ]"));
  g_assert_false (is_notes ("draft.txt", "[Original: English]\n\n(1) One."));
  g_assert_false (is_notes ("draft.txt", "12"));
  g_assert_false (is_notes ("draft", "<akomaNtoso/>"));
  g_assert_false (is_notes ("draft", ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-format/known-by-content", test_known_by_content);
  g_test_add_func ("/import-format/records", test_records);
  g_test_add_func ("/import-format/other-json", test_other_json);
  g_test_add_func ("/import-format/damaged", test_damaged);
  g_test_add_func ("/import-format/empty", test_empty);
  g_test_add_func ("/import-format/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/import-format/load", test_load);
  g_test_add_func ("/import-format/is-notes", test_is_notes);

  return g_test_run ();
}
