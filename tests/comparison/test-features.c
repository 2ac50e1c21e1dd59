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

/* Few features and many, near ids and far ones, and more of one than sixteen bits count: each is read
 * as it was added, and scores do not depend on which text is the longer. */
static void
test_sizes (void)
{
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GlossFeatures) features = gloss_features_new (tokenizer);
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GString) often = g_string_new (NULL);
  const guint n_words = 40000;
  const guint n_times = 70000;
  GlossFeatureReader reader;
  guint whole, far, repeated, twice;

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (many, "w%u. ", i);
  for (guint i = 0; i < n_times; i++)
    g_string_append (often, "w7. ");
  whole = add (features, many->str);
  far = add (features, "w0. w39999.");
  repeated = add (features, often->str);
  twice = add (features, "w7. w9. w7.");
  gloss_features_weigh (features);

  reader = gloss_features_read (features, whole);
  g_assert_cmpuint (reader.n_left, ==, n_words);
  for (guint i = 0; i < n_words; i++)
    {
      g_assert_true (gloss_feature_reader_next (&reader));
      g_assert_cmpuint (reader.feature.id, ==, i);
      g_assert_cmpuint (reader.feature.count, ==, 1);
    }
  g_assert_false (gloss_feature_reader_next (&reader));

  reader = gloss_features_read (features, far);
  g_assert_true (gloss_feature_reader_next (&reader));
  g_assert_cmpuint (reader.feature.id, ==, 0);
  g_assert_true (gloss_feature_reader_next (&reader));
  g_assert_cmpuint (reader.feature.id, ==, n_words - 1);
  g_assert_false (gloss_feature_reader_next (&reader));

  reader = gloss_features_read (features, repeated);
  g_assert_true (gloss_feature_reader_next (&reader));
  g_assert_cmpuint (reader.feature.id, ==, 7);
  g_assert_cmpuint (reader.feature.count, ==, n_times);
  g_assert_false (gloss_feature_reader_next (&reader));

  reader = gloss_features_read (features, twice);
  g_assert_true (gloss_feature_reader_next (&reader));
  g_assert_cmpuint (reader.feature.count, ==, 2);
  g_assert_true (gloss_feature_reader_next (&reader));
  g_assert_cmpuint (reader.feature.count, ==, 1);

  for (guint a = whole; a <= twice; a++)
    for (guint b = whole; b <= twice; b++)
      g_assert_cmpuint (gloss_features_compare (features, a, b), ==, gloss_features_compare (features, b, a));
  g_assert_cmpuint (gloss_features_compare (features, whole, far), >, 0);
  g_assert_cmpuint (gloss_features_compare (features, far, repeated), ==, 0);
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
  g_test_add_func ("/features/sizes", test_sizes);
  g_test_add_func ("/features/chinese", test_chinese);

  return g_test_run ();
}
