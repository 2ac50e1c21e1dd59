/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/exchange-fixture.h"

static void
test_set (void)
{
  g_autoptr (GlossDocument) document = exchange_document ();
  g_autofree char *text = exchange_export (document, GLOSS_EXPORT_READIUM);

  assert_json (text, "$.type", "[\"AnnotationSet\"]");
  assert_json (text, "$['@context']", "[\"http://www.w3.org/ns/anno.jsonld\"]");
  assert_json (text, "$.about", "[{\"dc:identifier\":[\"https://example.org/en/A/1\"],\"dc:title\":\"A \\\"code\\\"\",\"dc:date\":\"2015\"}]");
  assert_json (text, "$.items[*].type", "[\"Annotation\",\"Annotation\",\"Annotation\",\"Annotation\"]");
}

/* Readium has colours of its own, and one keyword. */
static void
test_bodies (void)
{
  g_autoptr (GlossDocument) document = exchange_document ();
  g_autofree char *text = exchange_export (document, GLOSS_EXPORT_READIUM);

  assert_json (text, "$.items[2].body",
               "[{\"type\":\"TextualBody\",\"value\":\"a \\\"note\\\"\\n意见\",\"format\":\"text/plain\",\"color\":\"green\","
               "\"highlight\":\"solid\",\"keyword\":\"a_b\",\"tags\":[\"a_b\",\"x,y\"]}]");
  assert_json (text, "$.items[*].body.color", "[\"pink\",\"green\",\"green\",\"orange\"]");
  assert_json (text, "$.items[3].creator",
               "[{\"id\":\"urn:glossator:person:Zo%C3%AB%20O%27Neil\",\"type\":\"Person\",\"name\":\"Zoë O'Neil\"}]");
  assert_json (text, "$.items[0].creator", "[]");
}

/* Positions count code points in the element of the clause. */
static void
test_selectors (void)
{
  g_autoptr (GlossDocument) document = exchange_document ();
  g_autofree char *text = exchange_export (document, GLOSS_EXPORT_READIUM);

  assert_json (text, "$.items[0].target.selector", "[]");
  assert_json (text, "$.items[2].target.selector[0].exact", "[\"should\"]");
  assert_json (text, "$.items[2].target.selector[1].value", "[\"para_1__item_a\"]");
  assert_json (text, "$.items[2].target.selector[2]",
               "[{\"type\":\"CSSSelector\",\"value\":\"#para_1__item_a\",\"refinedBy\":"
               "{\"type\":\"TextPositionSelector\",\"start\":10,\"end\":16}}]");
  assert_json (text, "$.items[3].target.selector",
               "[[{\"type\":\"TextQuoteSelector\",\"exact\":\"words that never stood\",\"prefix\":\"before \","
               "\"suffix\":\" behind\"}]]");
  assert_json (text, "$.items[2].target['dcterms:bibliographicCitation']", "[\"A/1, para. 1 (a)\"]");
}

static void
test_read_again (void)
{
  g_autoptr (GlossDocument) document = exchange_document ();
  g_autofree char *text = exchange_export (document, GLOSS_EXPORT_READIUM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossImportFile) file = gloss_import_file_read (text, strlen (text), &error);
  const GlossImportRecord *record;
  g_autoptr (GlossAnnotation) annotation = NULL;
  const GlossAnchorData *data;

  g_assert_no_error (error);
  g_assert_cmpuint (file->records->len, ==, 4);
  record = g_ptr_array_index (file->records, 2);
  g_assert_cmpstr (record->exact, ==, "should");

  annotation = gloss_annotation_new_from_text (record->text, strlen (record->text), &error);
  g_assert_no_error (error);
  data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));
  g_assert_cmpstr (data->clause_id, ==, "para_1__item_a");
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "a \"note\"\n意见");
  g_assert_cmpint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_GREEN);
  g_assert_cmpuint (g_strv_length ((char **) gloss_annotation_get_tags (annotation)), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-readium/set", test_set);
  g_test_add_func ("/export-readium/bodies", test_bodies);
  g_test_add_func ("/export-readium/selectors", test_selectors);
  g_test_add_func ("/export-readium/read-again", test_read_again);

  return g_test_run ();
}
