/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-json-edit.h"

#include <string.h>

static GlossJsonEdit *
edit (const char *checked)
{
  GlossJsonText object = gloss_json_text_for (checked);

  return gloss_json_edit_new (&object);
}

static void
assert_text (GlossJsonEdit *self,
             const char    *expected)
{
  g_autofree char *text = gloss_json_edit_to_text (self);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_untouched (void)
{
  g_autoptr (GlossJsonEdit) object = edit ("{ \"z\": 1.0, \"a\":123456789012345678901, \"\\u0062\":\"\\u00e9\\/\", \"n\": null }");

  assert_text (object, "{\"z\":1.0,\"a\":123456789012345678901,\"\\u0062\":\"\\u00e9\\/\",\"n\":null}");
}

static void
test_set (void)
{
  g_autoptr (GlossJsonEdit) object = edit ("{\"a\":1,\"\\u0062\":2,\"c\":3}");
  GlossJsonText value;

  gloss_json_edit_set_string (object, "b", "x\"y");
  gloss_json_edit_set_int (object, "d", -5);
  gloss_json_edit_take (object, "c", NULL);
  assert_text (object, "{\"a\":1,\"\\u0062\":\"x\\\"y\",\"d\":-5}");

  g_assert_true (gloss_json_edit_get (object, "d", &value));
  g_assert_cmpmem (value.start, value.length, "-5", 2);
  g_assert_false (gloss_json_edit_get (object, "c", &value));

  gloss_json_edit_set_string (object, "b", "");
  gloss_json_edit_set_string (object, "a", NULL);
  assert_text (object, "{\"d\":-5}");
}

static void
test_twice_the_same (void)
{
  g_autoptr (GlossJsonEdit) object = edit ("{\"a\":1,\"b\":2,\"a\":3}");

  gloss_json_edit_set_int (object, "a", 4);
  assert_text (object, "{\"a\":1,\"b\":2,\"a\":4}");
  gloss_json_edit_take (object, "a", NULL);
  assert_text (object, "{\"b\":2}");
}

static void
test_no_object (void)
{
  g_autoptr (GlossJsonEdit) nothing = gloss_json_edit_new (NULL);
  g_autoptr (GlossJsonEdit) array = edit ("[1]");

  g_assert_true (gloss_json_edit_is_empty (nothing));
  assert_text (nothing, "{}");
  gloss_json_edit_set_int (array, "a", 1);
  g_assert_false (gloss_json_edit_is_empty (array));
  assert_text (array, "{\"a\":1}");
}

static void
test_without (void)
{
  GlossJsonText object = gloss_json_text_for ("{\"a\":1,\"big\":[1,2,3],\"b\":2}");
  GlossJsonText left_out;
  g_autoptr (GlossJsonEdit) without = gloss_json_edit_new_without (&object, "big", &left_out);
  g_autoptr (GlossJsonEdit) nothing = NULL;

  assert_text (without, "{\"a\":1,\"big\":null,\"b\":2}");
  g_assert_cmpmem (left_out.start, left_out.length, "[1,2,3]", 7);

  nothing = gloss_json_edit_new_without (&object, "c", &left_out);
  g_assert_cmpuint (left_out.length, ==, 0);
}

static void
test_array (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *empty = gloss_json_array_to_text (items);
  g_autofree char *two = NULL;

  g_ptr_array_add (items, (char *) "1");
  g_ptr_array_add (items, (char *) "{}");
  two = gloss_json_array_to_text (items);
  g_assert_cmpstr (empty, ==, "[]");
  g_assert_cmpstr (two, ==, "[1,{}]");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/json-edit/untouched", test_untouched);
  g_test_add_func ("/json-edit/set", test_set);
  g_test_add_func ("/json-edit/twice-the-same", test_twice_the_same);
  g_test_add_func ("/json-edit/no-object", test_no_object);
  g_test_add_func ("/json-edit/without", test_without);
  g_test_add_func ("/json-edit/array", test_array);

  return g_test_run ();
}
