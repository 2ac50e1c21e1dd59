/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-search-text.h"

static gboolean
matches (const char *text,
         const char *search)
{
  g_autofree char *folded_text = gloss_search_text_fold (text);
  g_autoptr (GlossSearchWords) words = gloss_search_words_new (search);

  return gloss_search_words_match (words, folded_text);
}

static void
test_insensitive (void)
{
  g_assert_true (matches ("Souveraineté des États", "etats SOUVERAINETE"));
  g_assert_true (matches ("souverainete", "é"));
  g_assert_true (matches ("ＩＣＴ ｓｅｃｕｒｉｔｙ", "ict security"));
  g_assert_true (matches ("ict", "ＩＣＴ"));
  g_assert_true (matches ("Straße", "STRASSE"));
  g_assert_true (matches ("İstanbul", "istanbul"));
  g_assert_true (matches ("ﬁnal", "final"));
  g_assert_true (matches ("e\xcc\x81tat", "État"));
  g_assert_true (matches ("Київ", "київ"));
}

/* What is typed on a keyboard finds what a document prints, as it does in the document. */
static void
test_punctuation (void)
{
  g_assert_true (matches ("the State’s “core” interests", "state's"));
  g_assert_true (matches ("the State’s “core” interests", "\"core\""));
  g_assert_true (matches ("confidence‑building", "confidence-building"));
  g_assert_true (matches ("co\xc2\xadoperation", "cooperation"));
}

static void
test_words (void)
{
  g_assert_true (matches ("Security Council", "council security"));
  g_assert_true (matches ("Security Council", "  council\t\n "));
  g_assert_true (matches ("Security Council", "curi"));
  g_assert_false (matches ("Security Council", "security assembly"));
  g_assert_false (matches ("Security Council", "securitycouncil"));
  g_assert_true (matches ("Security Council", ""));
  g_assert_true (matches (NULL, NULL));
  g_assert_false (matches ("", "a"));
}

static void
test_nothing (void)
{
  g_autoptr (GlossSearchWords) nothing = gloss_search_words_new (NULL);
  g_autoptr (GlossSearchWords) spaces = gloss_search_words_new (" \t　");
  g_autoptr (GlossSearchWords) word = gloss_search_words_new (" a ");

  g_assert_true (gloss_search_words_is_empty (nothing));
  g_assert_true (gloss_search_words_is_empty (spaces));
  g_assert_false (gloss_search_words_is_empty (word));
}

static void
test_other_scripts (void)
{
  g_assert_true (matches ("信息安全国际行为准则", "国际行为"));
  g_assert_true (matches ("信息安全国际行为准则", "准则　信息"));
  g_assert_false (matches ("信息安全国际行为准则", "国家"));
  g_assert_true (matches ("각서", "각"));
  g_assert_false (matches ("각서", "가"));
  g_assert_false (matches ("नियम", "नयम"));
  g_assert_false (matches ("ガイド", "カイト"));
}

static void
test_invalid (void)
{
  g_assert_true (matches ("a\xff" "b", "a"));
  g_assert_false (matches ("abc", "\xff"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/search-text/insensitive", test_insensitive);
  g_test_add_func ("/search-text/punctuation", test_punctuation);
  g_test_add_func ("/search-text/words", test_words);
  g_test_add_func ("/search-text/nothing", test_nothing);
  g_test_add_func ("/search-text/other-scripts", test_other_scripts);
  g_test_add_func ("/search-text/invalid", test_invalid);

  return g_test_run ();
}
