/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-json-text.h"

#include <string.h>

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
test_members (void)
{
  GlossJsonText object = check (" { \"a\" : 1 , \"b\":[ {\"a\":\"x,]}\\\"\"} ] ,\"\\u0063\":true, \"a\":2 } ");
  GlossJsonText value;
  gint64 number;
  GlossJsonIter iter;
  GlossJsonText key;
  guint n = 0;

  g_assert_true (gloss_json_text_get_member (&object, "a", &value));
  g_assert_true (gloss_json_text_get_int (&value, &number));
  g_assert_cmpint (number, ==, 2);

  g_assert_true (gloss_json_text_get_member (&object, "b", &value));
  g_assert_cmpmem (value.start, value.length, "[ {\"a\":\"x,]}\\\"\"} ]", 18);
  g_assert_true (gloss_json_text_is_array (&value));

  g_assert_true (gloss_json_text_get_member (&object, "c", &value));
  g_assert_cmpmem (value.start, value.length, "true", 4);
  g_assert_false (gloss_json_text_get_member (&object, "d", &value));
  g_assert_false (gloss_json_text_get_member (&value, "d", &value));

  gloss_json_iter_init (&iter, &object);
  while (gloss_json_iter_next (&iter, &key, &value))
    n++;
  g_assert_cmpuint (n, ==, 4);
}

static void
test_lists (void)
{
  GlossJsonText array = check ("[ \"a\", [\"b\"] , \"c\" ]");
  GlossJsonText single = check ("\"a\"");
  GlossJsonText empty = check ("[ ]");
  GlossJsonIter iter;
  GlossJsonText value;

  g_assert_true (gloss_json_text_includes (&array, "c"));
  g_assert_false (gloss_json_text_includes (&array, "b"));
  g_assert_true (gloss_json_text_includes (&single, "a"));
  g_assert_false (gloss_json_text_includes (&empty, "a"));

  gloss_json_iter_init_list (&iter, &single);
  g_assert_true (gloss_json_iter_next (&iter, NULL, &value));
  g_assert_false (gloss_json_iter_next (&iter, NULL, &value));
  gloss_json_iter_init (&iter, &single);
  g_assert_false (gloss_json_iter_next (&iter, NULL, &value));
}

static void
assert_string (const char *json,
               const char *expected)
{
  GlossJsonText value = check (json);
  g_autofree char *string = gloss_json_text_dup_string (&value);

  g_assert_cmpstr (string, ==, expected);
  if (expected != NULL)
    g_assert_true (gloss_json_text_equals (&value, expected));
}

static void
test_strings (void)
{
  assert_string ("\"a\\n\\t\\\"\\\\\\/\\b\\f\\r\"", "a\n\t\"\\/\b\f\r");
  assert_string ("\"\\u00E9\\u6cd5\\ud83d\\ude00\"", "é法😀");
  assert_string ("\"a\\u0000b\"", "a\xef\xbf\xbd" "b");
  assert_string ("\"\\ud83dx\"", "\xef\xbf\xbdx");
  assert_string ("\"\\ud83d\\u0041\"", "\xef\xbf\xbd" "A");
  assert_string ("\"\\ude00\"", "\xef\xbf\xbd");
  assert_string ("\"\"", "");
  assert_string ("12", NULL);
  assert_string ("[\"a\"]", NULL);
}

static void
test_integers (void)
{
  static const struct
  {
    const char *json;
    gboolean    is_int;
    gint64      number;
  } cases[] = {
    { "0", TRUE, 0 },
    { "-7", TRUE, -7 },
    { "9223372036854775807", TRUE, G_MAXINT64 },
    { "9223372036854775808", FALSE, 0 },
    { "99999999999999999999999", FALSE, 0 },
    { "1.0", FALSE, 0 },
    { "1e3", FALSE, 0 },
    { "\"1\"", FALSE, 0 },
    { "null", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlossJsonText value = check (cases[i].json);
      gint64 number = 0;

      g_assert_cmpint (gloss_json_text_get_int (&value, &number), ==, cases[i].is_int);
      if (cases[i].is_int)
        g_assert_cmpint (number, ==, cases[i].number);
    }
}

static void
test_minify (void)
{
  GlossJsonText value = check (" { \"a b\" : [ 1.50 , \"x  \\\" y\" ,\n null ] ,\t\"c\":{ } } ");
  g_autofree char *text = gloss_json_text_minify (&value);

  g_assert_cmpstr (text, ==, "{\"a b\":[1.50,\"x  \\\" y\",null],\"c\":{}}");
}

static void
test_quote (void)
{
  static const char *const strings[] = { "", "plain", "\"\\/", "\n\r\t\b\f\x01\x1f\x7f", "é法😀\xe2\x80\xa8" };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autofree char *quoted = gloss_json_text_quote (strings[i]);

      g_assert_null (strchr (quoted, '\n'));
      assert_string (quoted, strings[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/json-text/members", test_members);
  g_test_add_func ("/json-text/lists", test_lists);
  g_test_add_func ("/json-text/strings", test_strings);
  g_test_add_func ("/json-text/integers", test_integers);
  g_test_add_func ("/json-text/minify", test_minify);
  g_test_add_func ("/json-text/quote", test_quote);

  return g_test_run ();
}
