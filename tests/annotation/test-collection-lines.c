/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-json-private.h"

#include <string.h>

#define HEAD "{\"type\":\"AnnotationCollection\",\"x\":1.50e3,\"first\":{\"type\":\"AnnotationPage\",\"items\":["
#define TAIL "],\"y\":[ ]},\"z\":12345678901234567890}\n"

/* Enough that several threads have something to do. */
#define MANY 20000

static GArray *
find (const char  *text,
      char       **frame)
{
  g_autoptr (GError) error = NULL;
  GArray *records = gloss_collection_find_lines (text, strlen (text), NULL, frame, &error);

  g_assert_no_error (error);
  return records;
}

static char *
make_record (guint number)
{
  return g_strdup_printf ("{\"type\":\"Annotation\",\"id\":\"u:%u\",\"bodyValue\":\"国际 %u\\nline\",\"target\":\"t\"}",
                          number, number * 7);
}

static char *
make_collection (guint       n,
                 guint       odd_one,
                 const char *odd_line)
{
  GString *text = g_string_new (HEAD);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *record = make_record (i);

      g_string_append (text, i == 0 ? "\n" : ",\n");
      g_string_append (text, odd_line != NULL && i == odd_one ? odd_line : record);
    }
  g_string_append (text, "\n" TAIL);

  return g_string_free (text, FALSE);
}

/* What the lines give is what reading from the beginning to the end gives. */
static void
test_many (void)
{
  static const guint numbers[] = { 1, 2, 3, MANY };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = make_collection (numbers[i], 0, NULL);
      g_autofree char *spaced = g_strconcat (" ", text, NULL);
      g_autofree char *frame = NULL;
      g_autofree char *spaced_frame = NULL;
      g_autoptr (GArray) records = find (text, &frame);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) annotations = gloss_annotation_collection_read (spaced, strlen (spaced), &spaced_frame, &error);

      g_assert_no_error (error);
      g_assert_nonnull (records);
      g_assert_cmpuint (records->len, ==, numbers[i]);
      g_assert_cmpuint (annotations->len, ==, numbers[i]);
      g_assert_cmpstr (frame, ==, spaced_frame);
      for (guint j = 0; j < records->len; j++)
        {
          const GlossRecord *record = &g_array_index (records, GlossRecord, j);
          GlossAnnotation *annotation = g_ptr_array_index (annotations, j);
          g_autofree char *found = g_strndup (record->text.start, record->text.length);

          g_assert_cmpstr (record->id, ==, gloss_annotation_get_id (annotation));
          g_assert_cmpstr (found, ==, gloss_annotation_get_text (annotation));
        }
    }
}

/* One line that is none, wherever it stands, and nothing is taken for what it is not. */
static void
test_odd_line (void)
{
  static const char *const lines[] = {
    "", " {\"type\":\"Annotation\",\"target\":\"t\"}", "{\"type\":\"Annotation\",\"target\":\"t\"} ",
    "{\"type\":\"Annotation\",\"target\":\"t\"},", "{\"type\":\"Annotation\",\"target\":\"t\"}\r",
    "{\"type\":\"Annotation\",\"target\":\"t\"},{\"type\":\"Annotation\",\"target\":\"t\"}", "]", "\"u:elsewhere\"", "1",
    "{\"type\":\"Annotation\",\"target\":\"\xff\"}", "{\"type\":\"Annotation\",\"target\":\"t\"", "{\"type\":\"Note\"}",
    "\xef\xbb\xbf{\"type\":\"Annotation\",\"target\":\"t\"}",
  };
  static const guint places[] = { 0, 1, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (places); j++)
        {
          g_autofree char *text = make_collection (4, places[j], lines[i]);
          g_autofree char *frame = NULL;
          g_autoptr (GArray) records = find (text, &frame);

          g_assert_null (records);
          g_assert_null (frame);
        }
    }
}

static void
test_odd_line_among_many (void)
{
  g_autofree char *text = make_collection (MANY, MANY - 2, "{\"type\":\"Annotation\",\"id\":\"a\nb\",\"target\":\"t\"}");
  g_autofree char *frame = NULL;

  g_assert_null (find (text, &frame));
}

/* A frame in which the lines are no items of the first page. */
static void
test_odd_frame (void)
{
  static const char *const frames[][2] = {
    { "[", "]" },
    { "{\"items\":[", "]}" },
    { "{\"type\":\"AnnotationCollection\",\"first\":{\"items\":[],\"others\":[", "]}}" },
    { "{\"type\":\"AnnotationCollection\",\"first\":{\"items\":[", "],\"items\":[]}}" },
    { "{\"type\":\"AnnotationCollection\",\"first\":{\"items\":[1,[", "]]}}" },
    { "{\"type\":\"AnnotationCollection\",\"first\":{\"items\":[", "]}" },
    { "{\"type\":\"Other\",\"first\":{\"items\":[", "]}}" },
    { "{\"type\":\"AnnotationCollection\",\"glossator:version\":999,\"first\":{\"items\":[", "]}}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autofree char *record = make_record (1);
      g_autofree char *text = g_strconcat (frames[i][0], "\n", record, "\n", frames[i][1], "\n", NULL);
      g_autofree char *frame = NULL;

      g_assert_null (find (text, &frame));
      g_assert_null (frame);
    }
}

/* As deep as a whole text may be, and no deeper. */
static void
test_depth (void)
{
  for (guint depth = GLOSS_JSON_MAX_DEPTH - 6; depth < GLOSS_JSON_MAX_DEPTH; depth++)
    {
      g_autofree char *open = g_strnfill (depth, '[');
      g_autofree char *close = g_strnfill (depth, ']');
      g_autofree char *line = g_strconcat ("{\"type\":\"Annotation\",\"target\":", open, "1", close, "}", NULL);
      g_autofree char *text = make_collection (2, 1, line);
      g_autofree char *frame = NULL;
      g_autoptr (GArray) records = find (text, &frame);
      GlossJsonText value;

      g_assert_cmpint (records != NULL, ==, gloss_json_text_check (text, strlen (text), &value, NULL));
    }
}

static void
test_progress (void)
{
  g_autofree char *text = make_collection (MANY, 0, NULL);
  g_autofree char *frame = NULL;
  g_autoptr (GArray) records = NULL;
  g_autoptr (GError) error = NULL;
  GlossLoad load = { NULL, };
  goffset done;
  goffset total;

  gloss_load_expect (&load, strlen (text));
  records = gloss_collection_find_lines (text, strlen (text), &load, &frame, &error);
  g_assert_no_error (error);
  gloss_load_get (&load, &done, &total);
  g_assert_cmpint (total, >, 0);
  g_assert_cmpint (done, >, total * 9 / 10);
}

static void
test_cancelled (void)
{
  g_autofree char *text = make_collection (MANY, 0, NULL);
  g_autofree char *frame = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GlossLoad load = { cancellable, 0, 0 };

  g_cancellable_cancel (cancellable);
  g_assert_null (gloss_collection_find_lines (text, strlen (text), &load, &frame, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/collection-lines/many", test_many);
  g_test_add_func ("/collection-lines/odd-line", test_odd_line);
  g_test_add_func ("/collection-lines/odd-line-among-many", test_odd_line_among_many);
  g_test_add_func ("/collection-lines/odd-frame", test_odd_frame);
  g_test_add_func ("/collection-lines/depth", test_depth);
  g_test_add_func ("/collection-lines/progress", test_progress);
  g_test_add_func ("/collection-lines/cancelled", test_cancelled);

  return g_test_run ();
}
