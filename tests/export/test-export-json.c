/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "export/export-fixture.h"
#include "export/gloss-export-private.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

static void
test_strings (void)
{
  static const char *const texts[] = {
    "", "plain", "\"quoted\"", "back\\slash", "line\nbreak\r\ttab", "\x01\x1f\x7f", "各国 🙂 é", "</script>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (JsonNode) node = NULL;

      gloss_json_append_string (out, texts[i], -1);
      node = parse (out->str);
      g_assert_cmpstr (json_node_get_string (node), ==, texts[i]);
    }
}

static void
test_part_of_text (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  gloss_json_append_string (out, "abcdef", 2);
  g_assert_cmpstr (out->str, ==, "\"ab\"");
}

static void
test_comparison (void)
{
  g_autoptr (GlossComparison) comparison = fixture_comparison (FIXTURE_COMPARED_OLD,
                                                               FIXTURE_COMPARED_NEW);
  g_autofree char *score = gloss_export_row_dup_score (gloss_comparison_get_row (comparison, 0));
  g_autofree char *text = gloss_export_comparison (comparison, GLOSS_EXPORT_JSON);
  g_autofree char *expected =
    g_strdup_printf ("{\"old\":{\"id\":\"A/1@en\",\"symbol\":\"A/1\",\"language\":\"en\",\"title\":\"Code\","
                     "\"date\":\"2015-01-13\"},\n"
                     "\"new\":{\"id\":\"A/2@en\",\"symbol\":\"A/2\",\"language\":\"en\",\"title\":\"Code\","
                     "\"date\":\"2015-01-13\"},\n"
                     "\"summary\":{\"unchanged\":0,\"reworded\":1,\"renumbered\":0,\"moved\":0,\"moved-reworded\":0,"
                     "\"split\":0,\"merged\":0,\"new\":0,\"dropped\":0,"
                     "\"words\":{\"kept\":6,\"removed\":1,\"added\":3}},\n"
                     "\"rows\":[\n"
                     "{\"state\":\"reworded\",\"old\":[\"item_a\"],\"new\":[\"item_1\"],\"score\":%s,\"diff\":["
                     "[\"=\",\"States \"],[\"-\",\"should\"],[\"+\",\"must\"],"
                     "[\"=\",\" refrain, as before, from war\"],[\"+\",\" and *threats*\"],[\"=\",\".\"]]}\n"
                     "]}\n",
                     score);
  g_autoptr (JsonNode) node = parse (text);

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
}

static void
test_score (void)
{
  g_autoptr (GlossComparison) same = fixture_comparison ("Peace and order.", "Peace and order.");
  g_autoptr (GlossComparison) other = fixture_comparison ("Peace and order.", "");
  GlossComparisonRow *row = gloss_comparison_get_row (same, 0);
  g_autofree char *one = gloss_export_row_dup_score (row);
  g_autofree char *text = gloss_export_comparison (other, GLOSS_EXPORT_JSON);
  g_autoptr (JsonNode) node = parse (text);

  g_assert_cmpstr (one, ==, "1");
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
}

static void
test_typographic (void)
{
  g_autoptr (GlossComparison) comparison = fixture_comparison ("The \"code\" of order.",
                                                               "The “code” of order.");
  g_autofree char *text = gloss_export_comparison (comparison, GLOSS_EXPORT_JSON);
  g_autoptr (JsonNode) node = parse (text);

  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  g_assert_nonnull (strstr (text, "[\"=\",\"The \"],[\"-\",\"\\\"\"],[\"+\",\"“\"],"));
  g_assert_nonnull (strstr (text, "\"removed\":0,\"added\":0"));
  g_assert_nonnull (strstr (text, ",\"typographic\":true}"));
}

static void
test_notes (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = fixture_notes (document);
  g_autofree char *text = fixture_export_notes (notes, document, GLOSS_EXPORT_JSON);
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "type"), ==,
                   "AnnotationCollection");

  /* In the order of the text, each with its citation. */
  again = gloss_annotation_collection_read (text, strlen (text), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, 2);

  for (guint i = 0; i < 2; i++)
    {
      GlossAnnotation *before = g_ptr_array_index (notes, 1 - i);
      GlossAnnotation *after = g_ptr_array_index (again, i);
      g_autoptr (JsonNode) json = gloss_annotation_to_json (after);
      JsonObject *target = json_object_get_object_member (json_node_get_object (json), "target");

      g_assert_cmpstr (gloss_annotation_get_id (after), ==, gloss_annotation_get_id (before));
      g_assert_cmpstr (gloss_annotation_get_note (after), ==, gloss_annotation_get_note (before));
      g_assert_true (gloss_anchor_equal (gloss_annotation_get_anchor (after),
                                         gloss_annotation_get_anchor (before)));
      g_assert_cmpstr (json_object_get_string_member (target, "dcterms:bibliographicCitation"), ==,
                       i == 0 ? "A/1, para. 1" : "A/1, para. 1 (a)");
    }
}

/* What another program wrote goes out as it came in, to the digit. */
static void
test_unknown_members (void)
{
  static const char *const kept[] = {
    "\"big\":123456789012345678901234567890", "\"spelt\":1.50e+03", "\"twice\":1,\"twice\":2", "\"in\":{\"target\":[-0,1E5]}",
  };
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *record = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  record = g_strdup_printf ("{\"id\":\"u:1\",\"type\":\"Annotation\",%s,%s,%s,\"target\":{\"source\":\"urn:x\",%s}}",
                            kept[0], kept[1], kept[2], kept[3]);
  g_ptr_array_add (notes, gloss_annotation_new_from_text (record, strlen (record), &error));
  g_assert_no_error (error);

  text = fixture_export_notes (notes, NULL, GLOSS_EXPORT_JSON);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (text, kept[i]));
}

static void
test_no_notes (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = fixture_export_notes (notes, NULL, GLOSS_EXPORT_JSON);
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;

  again = gloss_annotation_collection_read (text, strlen (text), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-json/strings", test_strings);
  g_test_add_func ("/export-json/part-of-text", test_part_of_text);
  g_test_add_func ("/export-json/comparison", test_comparison);
  g_test_add_func ("/export-json/score", test_score);
  g_test_add_func ("/export-json/typographic", test_typographic);
  g_test_add_func ("/export-json/notes", test_notes);
  g_test_add_func ("/export-json/unknown-members", test_unknown_members);
  g_test_add_func ("/export-json/no-notes", test_no_notes);

  return g_test_run ();
}
