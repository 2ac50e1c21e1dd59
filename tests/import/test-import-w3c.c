/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-format.h"

#include "import-fixture.h"

static char *
dup_id (const char *data)
{
  g_autoptr (GlossImportFile) file = fixture_read (data);
  g_autoptr (GlossAnnotation) annotation = fixture_parse (fixture_record (file, 0));

  return g_strdup (gloss_annotation_get_id (annotation));
}

/* What is not known stays, to the digit. */
static void
test_kept (void)
{
  g_autofree char *data = fixture_sample ("w3c-single.json");
  g_autoptr (GlossImportFile) file = fixture_read (data);
  const GlossImportRecord *record = fixture_record (file, 0);

  g_assert_nonnull (strstr (record->text, "\"example:weight\":1.50"));
  g_assert_nonnull (strstr (record->text, "\"id\":\"https://notes.example/anno/1\""));
  g_assert_cmpstr (record->exact, ==, "All States must cooperate   fully");
  g_assert_true (g_str_has_prefix (record->original, "{\"target\":{\"source\":\"http://undocs.org/A/69/723\""));
}

/* An id that holds nowhere else is made anew, from what is said of what by whom. */
static void
test_ids (void)
{
  g_autofree char *none = dup_id ("{\"type\":\"Annotation\",\"target\":\"urn:x\",\"bodyValue\":\"a\"}");
  g_autofree char *again = dup_id ("{ \"type\": \"Annotation\",\n\"modified\": \"2026\", \"target\": \"urn:x\", \"bodyValue\": \"a\" }");
  g_autofree char *other = dup_id ("{\"type\":\"Annotation\",\"target\":\"urn:x\",\"bodyValue\":\"b\"}");
  g_autofree char *creator = dup_id ("{\"type\":\"Annotation\",\"target\":\"urn:x\",\"bodyValue\":\"a\",\"creator\":\"Ada\"}");
  g_autofree char *relative = dup_id ("{\"id\":\"anno1\",\"type\":\"Annotation\",\"target\":\"urn:x\",\"bodyValue\":\"a\"}");
  g_autofree char *number = dup_id ("{\"id\":5,\"type\":\"Annotation\",\"target\":\"urn:x\",\"bodyValue\":\"a\"}");
  g_autofree char *iri = dup_id ("{\"id\":\"tag:x,2026:1\",\"type\":\"Annotation\",\"target\":\"urn:x\"}");

  g_assert_true (g_str_has_prefix (none, "urn:uuid:"));
  g_assert_cmpstr (none, ==, again);
  g_assert_cmpstr (none, !=, other);
  g_assert_cmpstr (none, !=, creator);
  g_assert_cmpstr (none, !=, relative);
  g_assert_cmpstr (none, ==, number);
  g_assert_cmpstr (iri, ==, "tag:x,2026:1");
}

static void
test_selectors (void)
{
  static const struct
  {
    const char *selector;
    const char *exact;
    gint64      start;
    gboolean    has_selector;
  } cases[] = {
    { "null", NULL, -1, FALSE },
    { "[]", NULL, -1, FALSE },
    { "\"x\"", NULL, -1, FALSE },
    { "{\"type\":\"SvgSelector\",\"value\":\"<svg/>\"}", NULL, -1, TRUE },
    { "{\"type\":\"TextPositionSelector\",\"start\":7,\"end\":9}", NULL, 7, TRUE },
    { "{\"type\":\"TextPositionSelector\",\"start\":-7,\"end\":9}", NULL, -1, TRUE },
    { "{\"type\":\"TextPositionSelector\",\"start\":1.5,\"end\":9}", NULL, -1, TRUE },
    { "[{\"type\":\"TextPositionSelector\",\"start\":7},{\"type\":[\"TextQuoteSelector\"],\"exact\":\"w\"}]", "w", 7, TRUE },
    { "{\"type\":\"CssSelector\",\"value\":\"p\",\"refinedBy\":{\"type\":\"TextQuoteSelector\",\"exact\":\"w\"}}", "w", -1, TRUE },
    { "{\"type\":\"CssSelector\",\"value\":\"p\",\"refinedBy\":{\"type\":\"TextPositionSelector\",\"start\":7}}", NULL, -1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *data = g_strdup_printf ("{\"type\":\"Annotation\",\"target\":{\"source\":\"urn:x\",\"selector\":%s}}",
                                               cases[i].selector);
      g_autoptr (GlossImportFile) file = fixture_read (data);
      const GlossImportRecord *record = fixture_record (file, 0);

      g_assert_cmpstr (record->exact, ==, cases[i].exact);
      g_assert_cmpint (record->start, ==, cases[i].start);
      g_assert_cmpint (record->has_selector, ==, cases[i].has_selector);
    }
}

static void
test_names (void)
{
  g_autoptr (GlossImportFile) file = NULL;
  const GlossImportRecord *record;

  file = fixture_read ("{\"type\":\"AnnotationCollection\",\"label\":{\"en\":\"One\",\"zh\":[\"no\"]},\"about\":"
                       "{\"dc:title\":\" Two \",\"dc:identifier\":[\"three\",4,\"\"]},\"items\":[{\"type\":\"Annotation\","
                       "\"target\":{\"source\":{\"id\":\"urn:x\",\"label\":[\"Four\"]}}}]}");
  record = fixture_record (file, 0);
  g_assert_cmpuint (record->names->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (record->names, 0), ==, "Four");
  g_assert_cmpstr (g_ptr_array_index (record->names, 1), ==, "One");
  g_assert_cmpstr (g_ptr_array_index (record->names, 2), ==, "three");
  g_assert_cmpstr (g_ptr_array_index (record->names, 3), ==, "Two");
}

static void
assert_refused (const char           *data,
                GlossAnnotationError  code,
                const char           *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gloss_import_file_read (data, strlen (data), &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_refused (void)
{
  assert_refused ("{\"type\":\"AnnotationPage\",\"items\":[{\"type\":\"Annotation\",\"target\":\"urn:x\"},{\"type\":\"Dog\"}]}",
                  GLOSS_ANNOTATION_ERROR_PARSE, "annotation 2");
  assert_refused ("{\"type\":\"Annotation\"}", GLOSS_ANNOTATION_ERROR_PARSE, "annotation 1");
  assert_refused ("{\"type\":\"AnnotationCollection\",\"first\":\"https://example.org/page1\"}",
                  GLOSS_ANNOTATION_ERROR_PARSE, "where the annotations are");
  assert_refused ("{\"type\":\"AnnotationCollection\",\"glossator:version\":99,\"first\":{\"items\":[]}}",
                  GLOSS_ANNOTATION_ERROR_VERSION, "later version");
  assert_refused ("{\"type\":\"AnnotationCollection\",\"glossator:version\":\"x\",\"first\":{\"items\":[]}}",
                  GLOSS_ANNOTATION_ERROR_VERSION, "later version");
}

static void
test_elsewhere (void)
{
  g_autoptr (GlossImportFile) file = NULL;

  file = fixture_read ("{\"type\":\"AnnotationCollection\",\"total\":50,\"first\":{\"type\":\"AnnotationPage\",\"items\":"
                       "[{\"type\":\"Annotation\",\"target\":\"urn:x\"},\"https://example.org/2\"]}}");
  g_assert_cmpuint (file->records->len, ==, 1);
  g_assert_cmpuint (file->n_elsewhere, ==, 49);
}

static void
test_readium (void)
{
  g_autofree char *data = fixture_sample ("readium.annotation");
  g_autoptr (GlossImportFile) file = fixture_read (data);
  const GlossImportRecord *record = fixture_record (file, 0);
  g_autoptr (GlossAnnotation) annotation = fixture_parse (record);

  g_assert_cmpstr (gloss_annotation_get_id (annotation), ==, "urn:uuid:6f7f0f3e-0000-4000-8000-000000000002");
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "No obligation, then.");
  g_assert_true (gloss_annotation_has_tag (annotation, "teacher"));
  g_assert_cmpint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_RED);
  g_assert_cmpstr (record->exact, ==, "Adherence to the code\n    is voluntary");
  g_assert_nonnull (strstr (record->text, "\"highlight\":\"underline\""));
  g_assert_nonnull (strstr (record->text, "\"meta\":{\"page\":\"3\"}"));
  g_assert_cmpstr (g_ptr_array_index (record->names, 2), ==, "Code of conduct for information security, 2015");

  /* As it came: the colour is ours. */
  g_assert_null (strstr (record->original, "styleClass"));
}

static void
test_readium_types (void)
{
  g_autoptr (GlossImportFile) file = NULL;
  g_autoptr (GlossAnnotation) annotation = NULL;

  file = fixture_read ("{\"type\":\"AnnotationSet\",\"items\":[{\"type\":\"Annotation\",\"target\":{\"source\":\"a.html\"},"
                       "\"body\":[{\"type\":\"TextualBody\",\"value\":\"n\",\"tag\":[\"a\",1,\"b\"],\"color\":3},7,null]}]}");
  annotation = fixture_parse (fixture_record (file, 0));
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "n");
  g_assert_true (gloss_annotation_has_tag (annotation, "a"));
  g_assert_true (gloss_annotation_has_tag (annotation, "b"));
  g_assert_cmpint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_YELLOW);
}

/* What Glossator wrote for Readium has its own target again, and what it read from Readium no tag
 * twice. */
static void
test_own (void)
{
  g_autoptr (GlossImportFile) file = fixture_read (
    "{\"type\":\"AnnotationSet\",\"items\":[{\"id\":\"urn:uuid:1\",\"type\":\"Annotation\","
    "\"body\":{\"type\":\"TextualBody\",\"value\":\"n\",\"color\":\"pink\",\"keyword\":\"t\"},"
    "\"target\":{\"source\":\"u\",\"selector\":[{\"type\":\"TextQuoteSelector\",\"exact\":\"all of the clause\"}]},"
    "\"glossator:target\":{\"source\":\"u\",\"selector\":{\"type\":\"FragmentSelector\",\"value\":\"c1\"}}}]}");
  const GlossImportRecord *record = fixture_record (file, 0);
  g_autoptr (GlossAnnotation) annotation = fixture_parse (record);
  g_autofree char *again_text = g_strdup_printf ("[%s]", record->text);
  g_autoptr (GlossImportFile) again = fixture_read (again_text);

  g_assert_null (record->exact);
  g_assert_null (strstr (record->text, "glossator:target"));
  g_assert_cmpint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_YELLOW);
  g_assert_cmpstr (gloss_annotation_get_tags (annotation)[0], ==, "t");
  g_assert_cmpstr (fixture_record (again, 0)->text, !=, NULL);
  g_assert_null (strstr (strstr (fixture_record (again, 0)->text, "tagging") + 1, "tagging"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-w3c/kept", test_kept);
  g_test_add_func ("/import-w3c/ids", test_ids);
  g_test_add_func ("/import-w3c/selectors", test_selectors);
  g_test_add_func ("/import-w3c/names", test_names);
  g_test_add_func ("/import-w3c/refused", test_refused);
  g_test_add_func ("/import-w3c/elsewhere", test_elsewhere);
  g_test_add_func ("/import-w3c/readium", test_readium);
  g_test_add_func ("/import-w3c/own", test_own);
  g_test_add_func ("/import-w3c/readium-types", test_readium_types);

  return g_test_run ();
}
