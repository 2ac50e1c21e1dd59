/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/gloss-export-document.h"

#include <json-glib/json-glib.h>

#include "document/gloss-text-reader.h"
#include "export/export-fixture.h"

static void
test_text (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autofree char *text = gloss_export_document_text (document);

  g_assert_cmpstr (text, ==, "1. " FIXTURE_FIRST "\n\n(a) " FIXTURE_SECOND "\n");
}

static void
assert_reads_back (GlossDocument *document)
{
  g_autofree char *text = gloss_export_document_text (document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) again = gloss_text_read (text, strlen (text), "again", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gloss_document_get_n_clauses (again), ==,
                    gloss_document_get_n_clauses (document));

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *before = gloss_document_get_clause (document, i);
      GlossClause *after = gloss_document_get_clause (again, i);

      g_assert_cmpstr (gloss_clause_get_label (after), ==, gloss_clause_get_label (before));
      g_assert_cmpstr (gloss_clause_get_text (after), ==, gloss_clause_get_text (before));
    }
}

static void
test_text_reads_back (void)
{
  const char *source = "A title\nof two lines\n\n1. First.\n\n(a) Item,\nbroken.\n\n（一）中文。\n\n12.\n\nNo label.\n";
  g_autoptr (GlossDocument) fixture = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GlossDocument) document = gloss_text_read (source, strlen (source), "source", NULL);

  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, 6);
  assert_reads_back (fixture);
  assert_reads_back (document);
}

static void
test_json (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autofree char *text = gloss_export_document_json (document);

  g_assert_cmpstr (text, ==,
                   "{\"id\":\"A/1@en\",\"symbol\":\"A/1\",\"language\":\"en\","
                   "\"title\":\"Code, \\\"draft\\\" *one* <b>\",\"date\":\"2015-01-13\",\"clauses\":[\n"
                   "{\"id\":\"para_1\",\"label\":\"1.\",\"kind\":\"paragraph\",\"depth\":0,"
                   "\"text\":\"States *should* refrain, as \\\"before\\\" & <after>.\",\"citation\":\"A/1, para. 1\"},\n"
                   "{\"id\":\"para_1__item_a\",\"label\":\"(a)\",\"kind\":\"item\",\"depth\":1,"
                   "\"text\":\"=1+1\\nsecond line\",\"citation\":\"A/1, para. 1 (a)\"}\n"
                   "]}\n");
}

static void
test_library (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autofree char *text = gloss_export_library_json (library);
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  JsonArray *documents;

  g_assert_nonnull (node);
  documents = json_node_get_array (node);
  g_assert_cmpuint (json_array_get_length (documents), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (library)));
  g_assert_cmpuint (json_array_get_length (documents), >, 0);

  for (guint i = 0; i < json_array_get_length (documents); i++)
    {
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);
      JsonObject *object = json_array_get_object_element (documents, i);

      g_assert_cmpstr (json_object_get_string_member (object, "id"), ==,
                       gloss_library_entry_get_name (entry));
      g_assert_cmpstr (json_object_get_string_member (object, "title"), ==,
                       gloss_library_entry_get_title (entry));
      g_assert_false (json_object_get_boolean_member (object, "added"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-document/text", test_text);
  g_test_add_func ("/export-document/text-reads-back", test_text_reads_back);
  g_test_add_func ("/export-document/json", test_json);
  g_test_add_func ("/export-document/library", test_library);

  return g_test_run ();
}
