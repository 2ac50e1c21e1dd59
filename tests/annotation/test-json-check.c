/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-json-text.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"

static GlossJsonText
check (const char *data)
{
  g_autoptr (GError) error = NULL;
  GlossJsonText value = { NULL, 0 };

  gloss_json_text_check (data, strlen (data), &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_accepts (void)
{
  static const char *const valid[] = {
    "{}", "[]", "\"\"", "0", "-0", "-0.5e+10", "12345678901234567890123", "true", "false", "null",
    " [ 1 , {\"a\" : [ ] } ] \r\n\t", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"",
    "\"法律 😀\"", "\xef\xbb\xbf{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    check (valid[i]);
}

static void
test_refuses (void)
{
  static const char *const invalid[] = {
    "", " ", "{", "[", "\"", "[1,]", "{\"a\":1,}", "{,}", "[,1]", "{a:1}", "{'a':1}", "{\"a\" 1}", "{\"a\":}", "{1:2}",
    "[1 2]", "[1}", "{\"a\":1]", "01", "+1", "1.", ".5", "1e", "1e+", "-", "--1", "0x10", "NaN", "Infinity", "True",
    "nul", "truee", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"a\nb\"", "\"\t\"", "{} {}", "[] x", "// c\n{}", "/* */ {}",
    "\"\\", "\"\\u", "\xff", "\"\xc3\"", "\"\xed\xa0\x80\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr (GError) error = NULL;
      GlossJsonText value;
      gboolean valid = gloss_json_text_check (invalid[i], strlen (invalid[i]), &value, &error);

      if (valid)
        g_test_message ("accepted: %s", invalid[i]);
      g_assert_false (valid);
      g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
    }
}

static void
test_refuses_nul (void)
{
  g_autoptr (GError) error = NULL;
  GlossJsonText value;

  g_assert_false (gloss_json_text_check ("{}\0", 3, &value, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
}

static void
test_names_line (void)
{
  g_autoptr (GError) error = NULL;
  GlossJsonText value;
  const char *data = "{\n\"a\": 1,\n\"b\": }\n";

  g_assert_false (gloss_json_text_check (data, strlen (data), &value, &error));
  g_assert_nonnull (strstr (error->message, "line 3"));
}

static void
test_depth (void)
{
  for (guint depth = GLOSS_JSON_MAX_DEPTH - 1; depth <= GLOSS_JSON_MAX_DEPTH + 1; depth++)
    {
      g_autoptr (GString) data = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      GlossJsonText value;

      for (guint i = 0; i < depth; i++)
        g_string_append_c (data, '[');
      for (guint i = 0; i < depth; i++)
        g_string_append_c (data, ']');

      g_assert_cmpint (gloss_json_text_check (data->str, data->len, &value, &error), ==, depth <= GLOSS_JSON_MAX_DEPTH);
    }

  {
    g_autofree char *deep = g_strnfill (1000000, '[');
    g_autoptr (GError) error = NULL;
    GlossJsonText value;

    g_assert_false (gloss_json_text_check (deep, 1000000, &value, &error));
    g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/json-check/accepts", test_accepts);
  g_test_add_func ("/json-check/refuses", test_refuses);
  g_test_add_func ("/json-check/refuses-nul", test_refuses_nul);
  g_test_add_func ("/json-check/names-line", test_names_line);
  g_test_add_func ("/json-check/depth", test_depth);

  return g_test_run ();
}
