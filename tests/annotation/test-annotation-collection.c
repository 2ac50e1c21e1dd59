/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-json.h"

#include <string.h>

#define ITEM(id) "{\"id\":\"" id "\",\"type\":\"Annotation\",\"target\":\"u:x\",\"x:n\":1.0}"

static GPtrArray *
read_text (const char  *text,
           char       **frame)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *annotations = gloss_annotation_collection_read (text, strlen (text), frame, &error);

  g_assert_no_error (error);
  g_assert_nonnull (annotations);
  return annotations;
}

static void
test_write (void)
{
  g_autoptr (GPtrArray) annotations = read_text ("{\"type\":\"AnnotationCollection\",\"first\":{\"items\":["
                                                 ITEM ("u:1") "," ITEM ("u:2") "]}}", NULL);
  g_autofree char *text = gloss_annotation_collection_write (annotations, "A/69/723", NULL);
  g_autofree char *of_several = gloss_annotation_collection_write (annotations, NULL, NULL);
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) annotations_again = read_text (text, NULL);

  g_assert_cmpstr (text, ==,
                   "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:glossator:annotations:A/69/723\","
                   "\"type\":\"AnnotationCollection\",\"label\":\"A/69/723\",\"glossator:version\":1,\"total\":2,"
                   "\"first\":{\"id\":\"urn:glossator:annotations:A/69/723:page-1\",\"type\":\"AnnotationPage\","
                   "\"startIndex\":0,\"items\":[\n" ITEM ("u:1") ",\n" ITEM ("u:2") "\n]}}\n");
  again = gloss_annotation_collection_write (annotations_again, "A/69/723", NULL);
  g_assert_cmpstr (again, ==, text);

  g_assert_null (strstr (of_several, "\"label\""));
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *text = gloss_annotation_collection_write (none, "A/1", NULL);
  g_autoptr (GPtrArray) again = read_text (text, NULL);
  g_autoptr (GPtrArray) without_page = read_text ("{\"type\":\"AnnotationCollection\",\"total\":0}", NULL);

  g_assert_nonnull (strstr (text, "\"total\":0"));
  g_assert_cmpuint (again->len, ==, 0);
  g_assert_cmpuint (without_page->len, ==, 0);
}

/* Whatever else there is comes back exactly, in its place. */
static void
test_frame (void)
{
  const char *text = "{ \"x:a\":1.0,\"@context\":[\"http://www.w3.org/ns/anno.jsonld\"],\"id\":\"u:c\",\"total\":3,"
                     "\"label\":{\"en\":\"My notes\"},\"type\":[\"AnnotationCollection\",\"x:C\"],"
                     "\"first\":{\"x:b\":12345678901234567890,\"items\":[" ITEM ("u:1") ",\"https://example.org/elsewhere\"],"
                     "\"id\":\"u:p\",\"next\":\"u:p2\",\"type\":\"AnnotationPage\"},\"last\":\"u:p2\",\"x:z\":null}";
  g_autofree char *frame = NULL;
  g_autoptr (GPtrArray) annotations = read_text (text, &frame);
  g_autofree char *written = gloss_annotation_collection_write (annotations, "A/1", frame);

  g_assert_cmpuint (annotations->len, ==, 1);
  g_assert_cmpstr (written, ==,
                   "{\"x:a\":1.0,\"@context\":[\"http://www.w3.org/ns/anno.jsonld\"],\"id\":\"u:c\",\"total\":2,"
                   "\"label\":{\"en\":\"My notes\"},\"type\":[\"AnnotationCollection\",\"x:C\"],"
                   "\"first\":{\"x:b\":12345678901234567890,\"items\":[\n" ITEM ("u:1") ",\n\"https://example.org/elsewhere\"\n],"
                   "\"id\":\"u:p\",\"next\":\"u:p2\",\"type\":\"AnnotationPage\",\"startIndex\":0},\"last\":\"u:p2\",\"x:z\":null,"
                   "\"glossator:version\":1}\n");
}

static void
test_refuses (void)
{
  static const char *const invalid[] = {
    "", "{}", "[]", "null", "{\"type\":\"AnnotationPage\",\"items\":[]}", ITEM ("u:1"),
    "{\"type\":\"AnnotationCollection\",\"first\":\"https://example.org/page1\"}",
    "{\"type\":\"AnnotationCollection\",\"first\":{\"items\":[17]}}",
    "{\"type\":\"AnnotationCollection\",\"first\":{\"items\":[{}]}}",
    "{\"type\":\"AnnotationCollection\",\"first\":{\"items\":[" ITEM ("u:1") "}",
    "{\"type\":\"AnnotationCollection\",\"glossator:version\":\"1\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gloss_annotation_collection_read (invalid[i], strlen (invalid[i]), NULL, &error));
      g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
    }
}

static void
test_later_version (void)
{
  const char *text = "{\"type\":\"AnnotationCollection\",\"glossator:version\":2,\"first\":{\"items\":17}}";
  g_autoptr (GError) error = NULL;

  g_assert_null (gloss_annotation_collection_read (text, strlen (text), NULL, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION);
}

/* Cut off anywhere, it is never taken for a whole one. */
static void
test_truncated (void)
{
  g_autoptr (GPtrArray) annotations = read_text ("{\"type\":\"AnnotationCollection\",\"first\":{\"items\":["
                                                 ITEM ("u:1") "," ITEM ("u:2") "]}}", NULL);
  g_autofree char *text = gloss_annotation_collection_write (annotations, "A/1", NULL);
  gsize length = strlen (text) - strlen ("\n");

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *part = g_strndup (text, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (gloss_annotation_collection_read (part, i, NULL, &error));
      g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/annotation-collection/write", test_write);
  g_test_add_func ("/annotation-collection/empty", test_empty);
  g_test_add_func ("/annotation-collection/frame", test_frame);
  g_test_add_func ("/annotation-collection/refuses", test_refuses);
  g_test_add_func ("/annotation-collection/later-version", test_later_version);
  g_test_add_func ("/annotation-collection/truncated", test_truncated);

  return g_test_run ();
}
