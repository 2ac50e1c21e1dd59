/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-function-words.h"

static void
test_languages (void)
{
  g_assert_true (gloss_is_function_word ("en", "of"));
  g_assert_true (gloss_is_function_word ("en-GB", "the"));
  g_assert_true (gloss_is_function_word ("EN", "the"));
  g_assert_true (gloss_is_function_word ("fr", "de"));
  g_assert_true (gloss_is_function_word ("es", "del"));
  g_assert_true (gloss_is_function_word ("ru", "для"));
  g_assert_true (gloss_is_function_word ("ar", "في"));
  g_assert_true (gloss_is_function_word ("zh-Hans", "的"));
  g_assert_true (gloss_is_function_word ("de", "und"));
  g_assert_false (gloss_is_function_word ("en", "und"));
  g_assert_false (gloss_is_function_word ("sw", "the"));
}

static void
test_any_language (void)
{
  g_assert_true (gloss_is_function_word ("und", "the"));
  g_assert_true (gloss_is_function_word ("und", "的"));
  g_assert_true (gloss_is_function_word ("", "и"));
  g_assert_false (gloss_is_function_word ("und", "security"));
}

static void
test_what_carries_meaning (void)
{
  g_assert_false (gloss_is_function_word ("en", "not"));
  g_assert_false (gloss_is_function_word ("en", "no"));
  g_assert_false (gloss_is_function_word ("zh", "不"));
  g_assert_false (gloss_is_function_word ("fr", "pas"));
  g_assert_false (gloss_is_function_word ("ru", "не"));
  /* Part of a word, or more than one. */
  g_assert_false (gloss_is_function_word ("en", "thereb"));
  g_assert_false (gloss_is_function_word ("en", "of the"));
  g_assert_false (gloss_is_function_word ("en", ""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/function-words/languages", test_languages);
  g_test_add_func ("/function-words/any-language", test_any_language);
  g_test_add_func ("/function-words/what-carries-meaning", test_what_carries_meaning);

  return g_test_run ();
}
