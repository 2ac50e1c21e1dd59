/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-documents.h"

#include "import-fixture.h"

typedef struct
{
  GlossLibrary         *library;
  GlossImportDocuments *documents;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->library = gloss_library_new ();
  fixture->documents = gloss_import_documents_new (fixture->library);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->documents, gloss_import_documents_free);
  g_assert_finalize_object (fixture->library);
}

static void
test_symbol (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *same = gloss_import_documents_find_symbol (fixture->documents, "A/69/723");
  g_autofree char *small = gloss_import_documents_find_symbol (fixture->documents, "a/69/723");
  g_autofree char *name = gloss_import_documents_find_symbol (fixture->documents, "A/69/723@zh");

  g_assert_cmpstr (same, ==, "A/69/723");
  g_assert_cmpstr (small, ==, "A/69/723");
  g_assert_cmpstr (name, ==, "A/69/723");
  g_assert_null (gloss_import_documents_find_symbol (fixture->documents, "A/69/72"));
  g_assert_null (gloss_import_documents_find_symbol (fixture->documents, ""));
}

static void
test_iri (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *language = NULL;
  g_autofree char *no_language = NULL;
  g_autofree char *small = gloss_import_documents_find_iri (fixture->documents, "https://undocs.org/zh/a/69/723", &language);
  g_autofree char *unknown = gloss_import_documents_find_iri (fixture->documents, "http://undocs.org/A/70/174", &no_language);

  g_assert_cmpstr (small, ==, "A/69/723");
  g_assert_cmpstr (language, ==, "zh");
  g_assert_cmpstr (unknown, ==, "A/70/174");
  g_assert_null (no_language);
  g_assert_null (gloss_import_documents_find_iri (fixture->documents, "https://example.org/x", &no_language));
  g_assert_null (gloss_import_documents_find_iri (fixture->documents, "", &no_language));
}

/* @names: what the names together find. */
static void
assert_names (Fixture           *fixture,
              const char *const *names,
              const char        *symbol)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree char *found = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (list, (char *) names[i]);
  found = gloss_import_documents_find_names (fixture->documents, list);
  g_assert_cmpstr (found, ==, symbol);
}

#define NAMES(...) (const char *const[]) { __VA_ARGS__, NULL }

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  assert_names (fixture, NAMES ("A/69/723"), "A/69/723");
  assert_names (fixture, NAMES ("A/69/723 - E - A/69/723 -Desktop"), "A/69/723");
  assert_names (fixture, NAMES ("Letter (A/69/723)."), "A/69/723");
  assert_names (fixture, NAMES ("code of conduct FOR information security, 2015"), "A/69/723");
  assert_names (fixture, NAMES ("urn:isbn:1", "Code of conduct for information security, 2011"), "A/66/359");
  assert_names (fixture, NAMES ("https://undocs.org/A/66/359"), "A/66/359");

  assert_names (fixture, NAMES ("A/69/7234"), NULL);
  assert_names (fixture, NAMES ("A/69/723/Add.1"), NULL);
  assert_names (fixture, NAMES ("Code of conduct"), NULL);
  assert_names (fixture, NAMES ("A/69/723 and A/66/359"), NULL);
  assert_names (fixture, NAMES ("A/69/723", "A/66/359"), NULL);
  assert_names (fixture, NAMES ("https://undocs.org/A/69/723", "A/66/359"), NULL);
  assert_names (fixture, NAMES ("", " "), NULL);
}

static void
assert_texts (Fixture           *fixture,
              const char        *symbol,
              const char        *language,
              const char *const *names)
{
  g_autoptr (GPtrArray) texts = gloss_import_documents_get_texts (fixture->documents, symbol, language);

  g_assert_cmpuint (texts->len, ==, g_strv_length ((char **) names));
  for (guint i = 0; i < texts->len; i++)
    g_assert_cmpstr (gloss_document_get_name (gloss_import_text_get_document (g_ptr_array_index (texts, i))), ==, names[i]);
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  const char *const none[] = { NULL };

  assert_texts (fixture, "A/69/723", NULL, NAMES ("A/69/723@en", "A/69/723@zh"));
  assert_texts (fixture, "A/69/723", "zh", NAMES ("A/69/723@zh", "A/69/723@en"));
  assert_texts (fixture, "A/70/174", "en", none);
}

#define ADD(name, test) g_test_add ("/import-documents/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("symbol", test_symbol);
  ADD ("iri", test_iri);
  ADD ("names", test_names);
  ADD ("texts", test_texts);

  return g_test_run ();
}
