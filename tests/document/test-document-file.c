/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-document-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "document/gloss-library.h"
#include "document/gloss-text-reader.h"

#include "akn-test.h"

#define AKN AKN_TEST_BEGIN "<body><p>Text</p></body>" AKN_TEST_END

/* (transfer full): a file of that name and content in the data folder of the test. */
static GFile *
make_file (const char *name,
           const char *content,
           gssize      length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
assert_refused (GFile      *file,
                GQuark      domain,
                int         code,
                const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_document_read_file (file, NULL, &error);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *message = g_strconcat (name, ": ", reason, NULL);

  g_assert_null (document);
  g_assert_error (error, domain, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_content_decides (void)
{
  static const struct
  {
    const char *name;
    const char *content;
    const char *symbol;
    const char *id;
  } cases[] = {
    { "draft.txt", "(8) Text", "draft", "item_8" },
    { "draft.xml", "(8) Text", "draft", "item_8" },
    { "draft", "<<8>> Text", "draft", "clause_1" },
    { "draft.en.txt", "< 8", "draft.en", "clause_1" },
    { "version 1.2", "Text", "version 1.2", "clause_1" },
    { ".hidden", "Text", ".hidden", "clause_1" },
    { "a\nb.txt", "Text", "a b", "clause_1" },
    { " draft .txt", "Text", "draft", "clause_1" },
    { " .txt", "Text", ".txt", "clause_1" },
    { "draft.akn", AKN, "draft", "p_1" },
    { "draft.txt", AKN, "draft", "p_1" },
    { "draft.txt", "\xef\xbb\xbf" AKN, "draft", "p_1" },
    { "draft.txt", "<?xml version='1.0'?>" AKN, "draft", "p_1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = make_file (cases[i].name, cases[i].content, -1);
      g_autoptr (GlossDocument) document = gloss_document_read_file (file, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (gloss_document_get_symbol (document), ==, cases[i].symbol);
      g_assert_cmpstr (gloss_clause_get_id (gloss_document_get_clause (document, 0)), ==, cases[i].id);
    }
}

static void
test_utf16 (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *utf16 = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GlossDocument) document = NULL;
  gsize length;

  /* The name of this encoding writes its mark. */
  utf16 = g_convert (AKN_TEST_BEGIN "<body><p>各国</p></body>" AKN_TEST_END, -1, "UTF-16", "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  file = make_file ("utf16.akn", utf16, length);

  document = gloss_document_read_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_clause_get_text (gloss_document_get_clause (document, 0)), ==, "各国");
}

static void
test_refused (void)
{
  g_autoptr (GFile) missing = g_file_new_build_filename (g_get_user_data_dir (), "missing.txt", NULL);
  g_autoptr (GFile) below_file = NULL;
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_user_data_dir ());
  g_autoptr (GFile) empty = make_file ("empty.txt", "", 0);
  g_autoptr (GFile) latin1 = make_file ("latin1.txt", "One\n\nT\xe4t", -1);
  g_autoptr (GFile) html = make_file ("page.akn", "<html>\n</html>", -1);
  g_autoptr (GFile) damaged = make_file ("damaged.akn", "\n<akomaNtoso>\n<act>\n</akomaNtoso>", -1);

  below_file = g_file_get_child (empty, "missing.txt");
  assert_refused (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such file");
  assert_refused (below_file, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY, "There is no such file");
  assert_refused (folder, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "This is a folder, not a document");
  assert_refused (empty, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE, "This document holds no text");
  assert_refused (latin1, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_ENCODING,
                  "This is not UTF-8 text, from line 3 on; save it as UTF-8");
  assert_refused (html, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE,
                  "Line 1: This XML is not Akoma Ntoso but <html>");
  assert_refused (damaged, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE,
                  "Line 4: This XML is damaged: Opening and ending tag mismatch: act line 3 and akomaNtoso");
}

static void
test_no_permission (void)
{
  g_autoptr (GFile) file = make_file ("secret.txt", "Text", -1);

  if (geteuid () == 0)
    {
      g_test_skip ("The superuser may read every file");
      return;
    }

  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0), ==, 0);
  assert_refused (file, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "You have no permission to read this file");
}

static void
test_too_large (void)
{
  gsize length = (gsize) GLOSS_TEXT_MAX_BYTES + 1;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GFile) file = NULL;

  memset (text, 'a', length);
  file = make_file ("large.txt", text, length);
  assert_refused (file, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_LIMIT, "This file is larger than 64 MiB");

  /* What has no end is not read to the end. */
  g_clear_object (&file);
  file = g_file_new_for_path ("/dev/zero");
  assert_refused (file, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_LIMIT, "This file is larger than 64 MiB");
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = make_file ("draft.txt", "Text", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (gloss_document_read_file (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_head (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) long_text = NULL;
  g_autoptr (GFile) damaged_text = make_file ("damaged.txt", "T\xe4t", -1);
  g_autoptr (GFile) akn = NULL;
  g_autoptr (GlossDocument) document = NULL;

  /* Wherever the head ends, it may be within a character. */
  for (guint i = 0; i < 3; i++)
    {
      g_clear_object (&long_text);
      g_clear_object (&document);
      while (text->len < 100 * 1024)
        g_string_append (text, "各国");
      g_string_prepend (text, "a");
      long_text = make_file ("long.txt", text->str, text->len);
      document = gloss_document_file_read_head (long_text, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (gloss_document_get_symbol (document), ==, "long");
    }

  g_clear_object (&document);
  document = gloss_document_file_read_head (damaged_text, &error);
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_ENCODING);
  g_assert_null (document);
  g_clear_error (&error);

  /* Damage after the particulars is left to whoever reads the whole. */
  akn = make_file ("head.akn", AKN_TEST_BEGIN
                   "<meta><identification><FRBRWork><FRBRalias name='symbol' value='A/1'/></FRBRWork></identification></meta>"
                   "<preface><p><docTitle>Title</docTitle></p></preface><body><p>Text</body>", -1);
  document = gloss_document_file_read_head (akn, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_document_get_symbol (document), ==, "A/1");
  g_assert_cmpstr (gloss_document_get_title (document), ==, "Title");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document-file/content-decides", test_content_decides);
  g_test_add_func ("/document-file/utf16", test_utf16);
  g_test_add_func ("/document-file/refused", test_refused);
  g_test_add_func ("/document-file/no-permission", test_no_permission);
  g_test_add_func ("/document-file/too-large", test_too_large);
  g_test_add_func ("/document-file/cancelled", test_cancelled);
  g_test_add_func ("/document-file/head", test_head);

  return g_test_run ();
}
