/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-features.h"

#include <string.h>

static guint
add (GlossFeatures *features,
     const char    *text)
{
  return gloss_features_add (features, text, strlen (text));
}

static void
test_compare (void)
{
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GlossFeatures) features = gloss_features_new (tokenizer);
  guint peace = add (features, "To maintain the peace and security of States");
  guint same = add (features, "to maintain the Peace and Security of states");
  guint near = add (features, "To maintain the peace and order of States");
  guint far = add (features, "To publish the report and the findings of the inquiry");
  guint weak = add (features, "of the and to");
  guint empty = add (features, "");

  gloss_features_weigh (features);
  g_assert_cmpuint (gloss_features_compare (features, peace, peace), ==, 1000);
  g_assert_cmpuint (gloss_features_compare (features, peace, same), ==, 1000);
  g_assert_cmpuint (gloss_features_compare (features, peace, near), ==,
                    gloss_features_compare (features, near, peace));
  g_assert_cmpuint (gloss_features_compare (features, peace, near), >, 400);
  g_assert_cmpuint (gloss_features_compare (features, peace, near), <, 1000);
  /* Function words alone say next to nothing. */
  g_assert_cmpuint (gloss_features_compare (features, peace, far), <, 80);
  g_assert_cmpuint (gloss_features_compare (features, weak, empty), ==, 0);
  g_assert_cmpuint (gloss_features_compare (features, empty, empty), ==, 0);
  g_assert_cmpuint (gloss_features_get_words (features, peace), ==, 8);
  g_assert_cmpuint (gloss_features_get_words (features, empty), ==, 0);
}

static void
test_rare_words_weigh_more (void)
{
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GlossFeatures) features = gloss_features_new (tokenizer);
  guint a = add (features, "States quarantine vessels");
  guint b = add (features, "ports quarantine aircraft");
  guint c = add (features, "States arbitrate claims");

  for (guint i = 0; i < 100; i++)
    add (features, "States shall report");
  gloss_features_weigh (features);
  g_assert_cmpuint (gloss_features_compare (features, a, b), >, gloss_features_compare (features, a, c));
  g_assert_cmpuint (gloss_features_compare (features, a, c), >, 0);
}

static void
test_parts (void)
{
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GlossFeatures) features = gloss_features_new (tokenizer);
  guint whole = add (features, "maintain peace, publish reports");
  guint first = add (features, "maintain peace");
  guint second = add (features, "publish reports");
  guint other = add (features, "arbitrate claims");

  gloss_features_weigh (features);
  gloss_features_begin (features, whole);
  g_assert_cmpuint (gloss_features_peek (features, first), ==, gloss_features_get_total (features, first));
  g_assert_cmpuint (gloss_features_take (features, first), ==, gloss_features_get_total (features, first));
  g_assert_cmpuint (gloss_features_take (features, first), ==, 0);
  g_assert_cmpuint (gloss_features_take (features, other), ==, 0);
  g_assert_cmpuint (gloss_features_take (features, second), ==, gloss_features_get_total (features, second));
  gloss_features_end (features, whole);
  g_assert_cmpuint (gloss_features_peek (features, first), ==, 0);
}

static void
test_chinese (void)
{
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("zh");
  g_autoptr (GlossFeatures) features = gloss_features_new (tokenizer);
  guint a = add (features, "不干涉他国内政");
  guint b = add (features, "不得干涉别国内政");
  guint c = add (features, "缩小数字鸿沟");

  gloss_features_weigh (features);
  g_assert_cmpuint (gloss_features_compare (features, a, b), >, 400);
  g_assert_cmpuint (gloss_features_compare (features, a, c), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/features/compare", test_compare);
  g_test_add_func ("/features/rare-words-weigh-more", test_rare_words_weigh_more);
  g_test_add_func ("/features/parts", test_parts);
  g_test_add_func ("/features/chinese", test_chinese);

  return g_test_run ();
}
