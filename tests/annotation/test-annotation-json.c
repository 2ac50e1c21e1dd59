/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-json.h"

#include <string.h>

#include "annotation/gloss-annotation-private.h"

/* Everything that another program might put anywhere. */
#define RICH \
  "{\"@context\":[\"http://www.w3.org/ns/anno.jsonld\",{\"x\":\"urn:x#\"}]," \
  "\"x:big\":123456789012345678901234567890,\"x:float\":1.10,\"x:exp\":1E+2,\"x:null\":null," \
  "\"id\":\"urn:uuid:1\",\"type\":[\"Annotation\",\"x:Special\"],\"x:esc\":\"\\u00e9\\/\"," \
  "\"motivation\":[\"questioning\",\"x:own\"]," \
  "\"creator\":[{\"type\":\"Person\",\"name\":\"Ann\",\"x:orcid\":1},\"https://example.org/b\"]," \
  "\"created\":\"2015-01-13T09:00:00Z\",\"modified\":\"2015-01-13T10:00:00+01:00\"," \
  "\"body\":[{\"type\":\"Video\",\"id\":\"https://example.org/v\",\"x:n\":[1,2.0,{}]}," \
  "{\"type\":\"TextualBody\",\"purpose\":\"commenting\",\"value\":\"old\",\"language\":\"en\",\"x:k\":-0}," \
  "{\"type\":\"TextualBody\",\"purpose\":\"commenting\",\"value\":\"a second one\"}," \
  "{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\" one \",\"x:t\":true}," \
  "{\"type\":\"TextualBody\",\"purpose\":\"classifying\",\"value\":\"class\"}," \
  "\"https://example.org/body\"," \
  "{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"two\"}]," \
  "\"target\":[null,{\"type\":\"SpecificResource\",\"x:a\":1," \
  "\"source\":{\"id\":\"https://undocs.org/en/A/69/723\",\"x:s\":{\"y\":[]},\"language\":[\"en\",\"fr\"],\"label\":\"A/69/723\"}," \
  "\"styleClass\":[\"bold\",\"red\"]," \
  "\"selector\":[{\"type\":\"FragmentSelector\",\"value\":\"annex__para_1\",\"x:f\":\"f\"," \
  "\"refinedBy\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"words\",\"prefix\":\"p\",\"suffix\":\"s\",\"x:q\":0}," \
  "{\"type\":\"TextPositionSelector\",\"start\":4,\"end\":9,\"x:p\":9999999999999999999}]}," \
  "{\"type\":\"XPathSelector\",\"value\":\"/a\"}]},\"https://example.org/second\"],\"x:last\":[]}"

static GlossAnnotation *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  GlossAnnotation *annotation = gloss_annotation_new_from_text (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (annotation);
  return annotation;
}

/* What the text is when the old part of it is replaced by the new one. */
static char *
replaced (const char *text,
          const char *old_part,
          const char *new_part)
{
  g_autoptr (GString) string = g_string_new (text);

  g_assert_cmpuint (g_string_replace (string, old_part, new_part, 0), ==, 1);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
assert_text_but_modified (GlossAnnotation *annotation,
                          const char      *expected)
{
  g_autofree char *modified = g_strdup_printf ("\"modified\":\"%s\"", gloss_annotation_get_modified (annotation));
  g_autofree char *full = replaced (expected, "\"modified\":\"2015-01-13T10:00:00+01:00\"", modified);

  g_assert_cmpstr (gloss_annotation_get_text (annotation), ==, full);
}

static void
test_fields (void)
{
  g_autoptr (GlossAnnotation) annotation = read_text (RICH);
  const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));

  g_assert_cmpstr (gloss_annotation_get_id (annotation), ==, "urn:uuid:1");
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "old");
  g_assert_cmpstr (gloss_annotation_get_author (annotation), ==, "Ann");
  g_assert_cmpstr (gloss_annotation_get_created (annotation), ==, "2015-01-13T09:00:00Z");
  g_assert_cmpuint (g_strv_length ((char **) gloss_annotation_get_tags (annotation)), ==, 2);
  g_assert_true (gloss_annotation_has_tag (annotation, "one"));
  g_assert_true (gloss_annotation_has_tag (annotation, "two"));
  g_assert_cmpuint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_RED);
  g_assert_cmpstr (data->symbol, ==, "A/69/723");
  g_assert_cmpstr (data->language, ==, "en");
  g_assert_cmpstr (data->clause_id, ==, "annex__para_1");
  g_assert_cmpstr (data->exact, ==, "words");
  g_assert_cmpint (data->start, ==, 4);
  g_assert_cmpint (data->end, ==, 9);
}

static void
test_untouched (void)
{
  g_autoptr (GlossAnnotation) annotation = read_text (RICH);
  g_autoptr (GString) spaced = g_string_new (RICH);
  g_autoptr (GlossAnnotation) from_spaced = NULL;

  g_assert_cmpstr (gloss_annotation_get_text (annotation), ==, RICH);

  g_string_replace (spaced, ",\"x:null\"", "\n ,\t\"x:null\" ", 0);
  from_spaced = read_text (spaced->str);
  g_assert_cmpstr (gloss_annotation_get_text (from_spaced), ==, RICH);
}

static void
test_unknown_kept_with_note (void)
{
  g_autoptr (GlossAnnotation) annotation = read_text (RICH);
  g_autofree char *expected = replaced (RICH, "\"value\":\"old\"", "\"value\":\"new \\\"text\\\"\\n法\"");

  gloss_annotation_set_note (annotation, "new \"text\"\n法");
  assert_text_but_modified (annotation, expected);
}

static void
test_unknown_kept_with_tags (void)
{
  g_autoptr (GlossAnnotation) annotation = read_text (RICH);
  g_autofree char *without = replaced (RICH, "{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\" one \",\"x:t\":true},", "");
  g_autofree char *expected = replaced (without, "{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"two\"}]",
                                        "{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"three\"},"
                                        "{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\" one \",\"x:t\":true}]");

  gloss_annotation_set_tags (annotation, (const char *[]) { "three", "one", NULL });
  assert_text_but_modified (annotation, expected);
}

static void
test_unknown_kept_with_color (void)
{
  g_autoptr (GlossAnnotation) annotation = read_text (RICH);
  g_autofree char *expected = replaced (RICH, "[\"bold\",\"red\"]", "[\"green\",\"bold\"]");

  gloss_annotation_set_color (annotation, GLOSS_COLOR_GREEN);
  assert_text_but_modified (annotation, expected);
}

/* A note that is taken away does not make the note of another text. */
static void
test_removed_note (void)
{
  g_autoptr (GlossAnnotation) annotation = read_text (RICH);
  g_autofree char *expected = replaced (RICH, "\"value\":\"old\"", "\"value\":\"\"");
  g_autoptr (GlossAnnotation) again = NULL;

  gloss_annotation_set_note (annotation, "");
  assert_text_but_modified (annotation, expected);

  again = read_text (gloss_annotation_get_text (annotation));
  g_assert_cmpstr (gloss_annotation_get_note (again), ==, "");
  gloss_annotation_set_color (again, GLOSS_COLOR_GREEN);
  g_assert_nonnull (strstr (gloss_annotation_get_text (again), "a second one"));
}

static void
test_twice_changed (void)
{
  g_autoptr (GlossAnnotation) annotation = read_text (RICH);
  g_autoptr (GlossAnnotation) again = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *note = g_strdup_printf ("version %u", i);

      gloss_annotation_set_note (annotation, note);
      again = read_text (gloss_annotation_get_text (annotation));
      g_assert_cmpstr (gloss_annotation_get_note (again), ==, note);
      g_clear_object (&again);
    }

  gloss_annotation_set_note (annotation, "old");
  assert_text_but_modified (annotation, RICH);
}

/* Annotations of other programs: valid, but written otherwise. */
static void
test_foreign (void)
{
  static const struct
  {
    const char *body;
    const char *note;
    const char *tags;
  } bodies[] = {
    { "\"body\":\"https://example.org/post\"", "https://example.org/post", "" },
    { "\"body\":{\"type\":\"TextualBody\",\"value\":\"text\"}", "text", "" },
    { "\"body\":{\"type\":\"TextualBody\",\"value\":\"<p>text\",\"format\":\"text/html\"}", "<p>text", "" },
    { "\"body\":{\"value\":\"no type\"}", "no type", "" },
    { "\"bodyValue\":\"a value\"", "a value", "" },
    { "\"body\":null", "", "" },
    { "\"body\":[]", "", "" },
    { "\"body\":17", "", "" },
    { "\"body\":[null,true,{\"type\":\"TextualBody\"}]", "", "" },
    { "\"body\":{\"type\":[\"TextualBody\"],\"purpose\":[\"commenting\"],\"value\":\"list\"}", "list", "" },
    { "\"body\":{\"type\":\"TextualBody\",\"value\":17}", "", "" },
    { "\"body\":[\"https://example.org\",{\"type\":\"TextualBody\",\"value\":\"n\"}]", "n", "" },
    { "\"motivation\":\"tagging\",\"body\":{\"type\":\"TextualBody\",\"value\":\"t\"}", "", "t" },
    { "\"body\":{\"type\":\"SpecificResource\",\"purpose\":\"tagging\",\"source\":\"https://example.org\"}", "", "" },
    { "\"body\":{\"type\":\"TextualBody\",\"value\":\"a\\u0000b\"}", "a\xef\xbf\xbd" "b", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":\"urn:1\",\"type\":\"Annotation\",%s,\"target\":\"https://example.org\"}",
                                               bodies[i].body);
      g_autoptr (GlossAnnotation) annotation = read_text (text);
      g_autofree char *tags = g_strjoinv (" ", (char **) gloss_annotation_get_tags (annotation));
      g_autoptr (GlossAnnotation) again = NULL;

      g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, bodies[i].note);
      g_assert_cmpstr (tags, ==, bodies[i].tags);
      g_assert_cmpstr (gloss_annotation_get_text (annotation), ==, text);

      /* And it can be changed as any other. */
      gloss_annotation_set_note (annotation, "changed");
      gloss_annotation_set_tags (annotation, (const char *[]) { "x", "t", NULL });
      gloss_annotation_set_color (annotation, GLOSS_COLOR_BLUE);
      again = read_text (gloss_annotation_get_text (annotation));
      g_assert_cmpstr (gloss_annotation_get_note (again), ==, "changed");
      g_assert_cmpstr (gloss_annotation_get_tags (again)[0], ==, "x");
      g_assert_cmpstr (gloss_annotation_get_tags (again)[1], ==, "t");
      g_assert_null (gloss_annotation_get_tags (again)[2]);
      g_assert_cmpuint (gloss_annotation_get_color (again), ==, GLOSS_COLOR_BLUE);
      g_assert_null (strstr (gloss_annotation_get_text (again), "bodyValue"));

      gloss_annotation_set_note (again, "");
      gloss_annotation_set_tags (again, NULL);
      g_set_object (&annotation, NULL);
      annotation = read_text (gloss_annotation_get_text (again));
      g_assert_null (gloss_annotation_get_tags (annotation)[0]);
    }
}

static void
test_creators (void)
{
  static const struct
  {
    const char *creator;
    const char *author;
  } creators[] = {
    { "\"Ann\"", "Ann" },
    { "{\"name\":\"Ann\"}", "Ann" },
    { "{\"name\":[\"Ann\",\"Anna\"]}", "Ann" },
    { "{\"nickname\":\"ann\"}", "ann" },
    { "{\"id\":\"https://example.org/ann\"}", "https://example.org/ann" },
    { "[{\"x\":1},\"Ann\"]", "Ann" },
    { "[]", "" },
    { "null", "" },
    { "{\"name\":{\"en\":\"Ann\"}}", "" },
    { "17", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (creators); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":\"urn:1\",\"type\":\"Annotation\",\"creator\":%s,\"target\":\"u:x\"}",
                                               creators[i].creator);
      g_autoptr (GlossAnnotation) annotation = read_text (text);

      g_assert_cmpstr (gloss_annotation_get_author (annotation), ==, creators[i].author);
    }
}

static void
test_refuses (void)
{
  static const char *const invalid[] = {
    "", "[]", "\"urn:1\"", "null", "{}", "{\"type\":\"Annotation\"", "{\"id\":\"urn:1\",\"target\":\"u:x\"}",
    "{\"id\":\"urn:1\",\"type\":\"Note\",\"target\":\"u:x\"}", "{\"id\":\"urn:1\",\"type\":\"Annotation\"}",
    "{\"id\":\"urn:1\",\"type\":\"Annotation\",\"target\":null}", "{\"id\":1,\"type\":\"Annotation\",\"target\":\"u:x\"}",
    "{\"id\":\"urn:1\",\"type\":\"Annotation\",\"target\":\"u:x\"} x", "{\"id\":\"urn:1\",\"type\":\"Annotation\",\"target\":\"\xff\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gloss_annotation_new_from_text (invalid[i], strlen (invalid[i]), &error));
      g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
    }
}

static void
test_without_id (void)
{
  const char *text = "{\"type\":\"Annotation\",\"target\":\"u:x\"}";
  g_autoptr (GlossAnnotation) annotation = read_text (text);
  g_autoptr (GlossAnnotation) same = read_text (text);
  g_autoptr (GlossAnnotation) other = read_text ("{\"type\":\"Annotation\",\"target\":\"u:y\"}");
  g_autoptr (GlossAnnotation) again = read_text (gloss_annotation_get_text (annotation));

  g_assert_cmpstr (gloss_annotation_get_id (annotation), ==, gloss_annotation_get_id (same));
  g_assert_cmpstr (gloss_annotation_get_id (annotation), !=, gloss_annotation_get_id (other));
  g_assert_cmpstr (gloss_annotation_get_id (annotation), ==, gloss_annotation_get_id (again));
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_string_member (object, name);
}

/* What the Web Annotation Data Model asks for, seen by another reader of JSON. */
static void
test_new_is_valid (void)
{
  const char *tags[] = { "a", NULL };
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = "A/69/723", .language = "en", .source = "https://undocs.org/en/A/69/723", .clause_id = "annex__para_1",
    .exact = "“words”", .prefix = "", .suffix = " 法", .start = 0, .end = 7,
  });
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "A \"note\"\n😀", tags, GLOSS_COLOR_PURPLE, "Ann");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossAnnotation) again = read_text (gloss_annotation_get_text (annotation));
  JsonObject *object;
  JsonObject *part;
  JsonArray *array;

  json_parser_set_strict (parser, TRUE);
  json_parser_load_from_data (parser, gloss_annotation_get_text (annotation), -1, &error);
  g_assert_no_error (error);
  object = json_node_get_object (json_parser_get_root (parser));

  g_assert_cmpstr (get_string (object, "id"), ==, gloss_annotation_get_id (annotation));
  g_assert_cmpstr (get_string (object, "type"), ==, "Annotation");
  g_assert_cmpstr (get_string (object, "motivation"), ==, "commenting");
  g_assert_cmpstr (get_string (object, "created"), ==, gloss_annotation_get_created (annotation));
  g_assert_cmpstr (get_string (object, "modified"), ==, gloss_annotation_get_modified (annotation));
  part = json_object_get_object_member (object, "creator");
  g_assert_cmpstr (get_string (part, "type"), ==, "Person");
  g_assert_cmpstr (get_string (part, "name"), ==, "Ann");

  array = json_object_get_array_member (object, "body");
  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  part = json_array_get_object_element (array, 0);
  g_assert_cmpstr (get_string (part, "type"), ==, "TextualBody");
  g_assert_cmpstr (get_string (part, "purpose"), ==, "commenting");
  g_assert_cmpstr (get_string (part, "format"), ==, "text/plain");
  g_assert_cmpstr (get_string (part, "value"), ==, "A \"note\"\n😀");
  part = json_array_get_object_element (array, 1);
  g_assert_cmpstr (get_string (part, "purpose"), ==, "tagging");
  g_assert_cmpstr (get_string (part, "value"), ==, "a");

  object = json_object_get_object_member (object, "target");
  g_assert_cmpstr (get_string (object, "type"), ==, "SpecificResource");
  g_assert_cmpstr (get_string (object, "styleClass"), ==, "purple");
  part = json_object_get_object_member (object, "source");
  g_assert_cmpstr (get_string (part, "id"), ==, "https://undocs.org/en/A/69/723");
  g_assert_cmpstr (get_string (part, "type"), ==, "Text");
  g_assert_cmpstr (get_string (part, "language"), ==, "en");
  g_assert_cmpstr (get_string (part, "label"), ==, "A/69/723");
  part = json_object_get_object_member (object, "selector");
  g_assert_cmpstr (get_string (part, "type"), ==, "FragmentSelector");
  g_assert_cmpstr (get_string (part, "value"), ==, "annex__para_1");
  g_assert_cmpstr (get_string (part, "conformsTo"), ==, "http://docs.oasis-open.org/legaldocml/ns/akn/3.0");
  array = json_object_get_array_member (part, "refinedBy");
  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  part = json_array_get_object_element (array, 0);
  g_assert_cmpstr (get_string (part, "type"), ==, "TextQuoteSelector");
  g_assert_cmpstr (get_string (part, "exact"), ==, "“words”");
  g_assert_cmpstr (get_string (part, "suffix"), ==, " 法");
  part = json_array_get_object_element (array, 1);
  g_assert_cmpstr (get_string (part, "type"), ==, "TextPositionSelector");
  g_assert_cmpint (json_object_get_int_member (part, "start"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (part, "end"), ==, 7);

  g_assert_cmpstr (gloss_annotation_get_text (again), ==, gloss_annotation_get_text (annotation));
  g_assert_cmpuint (gloss_annotation_get_color (again), ==, GLOSS_COLOR_PURPLE);
}

static void
test_motivation (void)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) { .symbol = "A/1", .start = -1, .end = -1 });
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, NULL, NULL, GLOSS_COLOR_YELLOW, "");

  g_assert_nonnull (strstr (gloss_annotation_get_text (annotation), "\"motivation\":\"highlighting\""));
  g_assert_null (strstr (gloss_annotation_get_text (annotation), "\"creator\""));
  gloss_annotation_set_tags (annotation, (const char *[]) { "t", NULL });
  g_assert_nonnull (strstr (gloss_annotation_get_text (annotation), "\"motivation\":\"tagging\""));
  gloss_annotation_set_note (annotation, "n");
  g_assert_nonnull (strstr (gloss_annotation_get_text (annotation), "\"motivation\":\"commenting\""));
  gloss_annotation_set_note (annotation, "");
  gloss_annotation_set_tags (annotation, NULL);
  g_assert_nonnull (strstr (gloss_annotation_get_text (annotation), "\"motivation\":\"highlighting\""));
  g_assert_null (strstr (gloss_annotation_get_text (annotation), "\"body\""));
}

/* A body without a purpose has that of the annotation: it must not become something else. */
static void
test_inherited_purpose (void)
{
  g_autoptr (GlossAnnotation) annotation = read_text (
    "{\"id\":\"urn:1\",\"type\":\"Annotation\",\"motivation\":\"commenting\",\"body\":["
    "{\"type\":\"TextualBody\",\"purpose\":\"commenting\",\"value\":\"note\"},"
    "{\"type\":\"TextualBody\",\"value\":\"another\"}],\"target\":\"u:x\"}");
  g_autoptr (GlossAnnotation) again = NULL;

  gloss_annotation_set_tags (annotation, (const char *[]) { "tag", NULL });
  gloss_annotation_set_note (annotation, "");
  again = read_text (gloss_annotation_get_text (annotation));
  g_assert_cmpuint (g_strv_length ((char **) gloss_annotation_get_tags (again)), ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (again), ==, "");
}

static void
test_trees (void)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) { .symbol = "A/1", .start = -1, .end = -1 });
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "note", NULL, GLOSS_COLOR_RED, "Ann");
  g_autoptr (JsonNode) node = gloss_annotation_to_json (annotation);
  g_autoptr (JsonNode) wrong = json_node_new (JSON_NODE_NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossAnnotation) again = gloss_annotation_new_from_json (node, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gloss_annotation_get_text (again), ==, gloss_annotation_get_text (annotation));
  g_assert_null (gloss_annotation_new_from_json (wrong, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/annotation-json/fields", test_fields);
  g_test_add_func ("/annotation-json/untouched", test_untouched);
  g_test_add_func ("/annotation-json/unknown-kept-with-note", test_unknown_kept_with_note);
  g_test_add_func ("/annotation-json/unknown-kept-with-tags", test_unknown_kept_with_tags);
  g_test_add_func ("/annotation-json/unknown-kept-with-color", test_unknown_kept_with_color);
  g_test_add_func ("/annotation-json/removed-note", test_removed_note);
  g_test_add_func ("/annotation-json/twice-changed", test_twice_changed);
  g_test_add_func ("/annotation-json/foreign", test_foreign);
  g_test_add_func ("/annotation-json/creators", test_creators);
  g_test_add_func ("/annotation-json/refuses", test_refuses);
  g_test_add_func ("/annotation-json/without-id", test_without_id);
  g_test_add_func ("/annotation-json/new-is-valid", test_new_is_valid);
  g_test_add_func ("/annotation-json/motivation", test_motivation);
  g_test_add_func ("/annotation-json/inherited-purpose", test_inherited_purpose);
  g_test_add_func ("/annotation-json/trees", test_trees);

  return g_test_run ();
}
