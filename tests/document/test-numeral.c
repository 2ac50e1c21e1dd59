/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-numeral.h"

#include <string.h>

static void
assert_arabic (const char *text,
               guint       expected)
{
  g_assert_cmpuint (gloss_numeral_parse_arabic (text, strlen (text)), ==, expected);
}

static void
assert_roman (const char *text,
              guint       expected)
{
  g_assert_cmpuint (gloss_numeral_parse_roman (text, strlen (text)), ==, expected);
}

static void
assert_chinese (const char *text,
                guint       expected)
{
  g_assert_cmpuint (gloss_numeral_parse_chinese (text, strlen (text)), ==, expected);
}

static void
test_arabic (void)
{
  assert_arabic ("1", 1);
  assert_arabic ("9999", 9999);
  assert_arabic ("", 0);
  assert_arabic ("0", 0);
  assert_arabic ("007", 0);
  assert_arabic ("10000", 0);
  assert_arabic ("1a", 0);
  assert_arabic ("１", 0);
}

static void
test_roman (void)
{
  for (guint value = 1; value <= 3999; value++)
    {
      g_autofree char *roman = gloss_numeral_to_roman (value);

      assert_roman (roman, value);
    }

  assert_roman ("xiii", 13);
  assert_roman ("MMMDCCCLXXXVIII", 3888);
  assert_roman ("iiii", 0);
  assert_roman ("ic", 0);
  assert_roman ("Iv", 0);
  assert_roman ("iva", 0);
  assert_roman ("", 0);
  assert_roman ("MMMDCCCLXXXVIIIMMM", 0);
}

static void
test_chinese (void)
{
  assert_chinese ("一", 1);
  assert_chinese ("十", 10);
  assert_chinese ("十三", 13);
  assert_chinese ("二十", 20);
  assert_chinese ("二十一", 21);
  assert_chinese ("一百", 100);
  assert_chinese ("一百零三", 103);
  assert_chinese ("一百一十", 110);
  assert_chinese ("九千九百九十九", 9999);
  assert_chinese ("二〇一五", 2015);
  assert_chinese ("一五", 15);
  assert_chinese ("", 0);
  assert_chinese ("零", 0);
  assert_chinese ("百", 0);
  assert_chinese ("十百", 0);
  assert_chinese ("十十", 0);
  assert_chinese ("一二十", 0);
  assert_chinese ("一二三四五", 0);
  assert_chinese ("十二三", 0);
  assert_chinese ("一章", 0);
  assert_chinese ("1", 0);
  g_assert_cmpuint (gloss_numeral_parse_chinese ("\xe4\xb8", 2), ==, 0);
}

static void
test_ordinals (void)
{
  static const struct
  {
    guint       value;
    const char *word;
    const char *digits;
  } cases[] = {
    { 1, "first", "1st" }, { 2, "second", "2nd" }, { 3, "third", "3rd" }, { 4, "fourth", "4th" }, { 8, "eighth", "8th" },
    { 11, "eleventh", "11th" }, { 12, "twelfth", "12th" }, { 13, "thirteenth", "13th" }, { 20, "twentieth", "20th" },
    { 21, "twenty-first", "21st" }, { 90, "ninetieth", "90th" }, { 99, "ninety-ninth", "99th" }, { 100, "100th", "100th" },
    { 111, "111th", "111th" }, { 122, "122nd", "122nd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *word = gloss_numeral_to_ordinal_word (cases[i].value);
      g_autofree char *digits = gloss_numeral_to_ordinal (cases[i].value);

      g_assert_cmpstr (word, ==, cases[i].word);
      g_assert_cmpstr (digits, ==, cases[i].digits);
    }
}

static void
test_append (void)
{
  static const guint values[] = { 0, 9, 10, 105, 99999, G_MAXUINT32 };
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%s;%u", out->str, values[i]);

      g_string_append_c (out, ';');
      gloss_numeral_append (out, values[i]);
      g_assert_cmpstr (out->str, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/numeral/arabic", test_arabic);
  g_test_add_func ("/numeral/roman", test_roman);
  g_test_add_func ("/numeral/chinese", test_chinese);
  g_test_add_func ("/numeral/ordinals", test_ordinals);
  g_test_add_func ("/numeral/append", test_append);

  return g_test_run ();
}
