/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "comparison/gloss-features.h"

#include <string.h>

/* Texts of very different lengths, some without any word. */
static GPtrArray *
make_texts (guint n_texts)
{
  static const char *const words[] = { "States", "shall", "the", "security", "of", "information", "code.", "refrain," };
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_texts; i++)
    {
      GString *text = g_string_new (NULL);
      guint n_words = i % 97 == 5 ? 6000 : i * 7 % 40;

      for (guint k = 0; k < n_words; k++)
        g_string_append_printf (text, "%s %u ", words[(i * 5 + k * k) % G_N_ELEMENTS (words)], i * k % 61);
      g_ptr_array_add (texts, g_string_free (text, FALSE));
    }

  return texts;
}

static const char *
get_text_cb (guint    number,
             gsize   *length,
             gpointer user_data)
{
  const char *text = g_ptr_array_index ((GPtrArray *) user_data, number);

  *length = strlen (text);
  return text;
}

/* What two threads make of the texts is what one makes of them, one after the other. */
static void
test_same_as_one_by_one (gconstpointer data)
{
  g_autoptr (GPtrArray) texts = make_texts (GPOINTER_TO_UINT (data));
  g_autoptr (GlossTokenizer) one_tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GlossTokenizer) all_tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GlossFeatures) one = gloss_features_new (one_tokenizer);
  g_autoptr (GlossFeatures) all = gloss_features_new (all_tokenizer);
  g_autoptr (GArray) one_tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
  g_autoptr (GArray) all_tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      g_assert_cmpuint (gloss_features_add (one, text, strlen (text)), ==, i);
    }
  gloss_features_add_all (all, texts->len, get_text_cb, texts);
  gloss_features_weigh (one);
  gloss_features_weigh (all);

  g_assert_cmpuint (gloss_features_get_n_texts (all), ==, texts->len);
  g_assert_cmpuint (gloss_features_get_n (all), ==, gloss_features_get_n (one));
  for (guint i = 0; i < texts->len; i++)
    {
      GlossFeatureReader a = gloss_features_read (one, i);
      GlossFeatureReader b = gloss_features_read (all, i);

      g_assert_cmpuint (gloss_features_get_words (all, i), ==, gloss_features_get_words (one, i));
      g_assert_cmpuint (gloss_features_get_total (all, i), ==, gloss_features_get_total (one, i));
      g_assert_cmpuint (b.n_left, ==, a.n_left);
      while (gloss_feature_reader_next (&a) && gloss_feature_reader_next (&b))
        {
          g_assert_cmpuint (b.feature.id, ==, a.feature.id);
          g_assert_cmpuint (b.feature.count, ==, a.feature.count);
        }

      g_array_set_size (one_tokens, 0);
      g_array_set_size (all_tokens, 0);
      g_assert_true (gloss_tokenizer_find_kept (one_tokenizer, g_ptr_array_index (texts, i), one_tokens));
      g_assert_true (gloss_tokenizer_find_kept (all_tokenizer, g_ptr_array_index (texts, i), all_tokens));
      g_assert_cmpmem (all_tokens->data, all_tokens->len * sizeof (GlossToken),
                       one_tokens->data, one_tokens->len * sizeof (GlossToken));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/feature-pipe/none", GUINT_TO_POINTER (0), test_same_as_one_by_one);
  g_test_add_data_func ("/feature-pipe/few", GUINT_TO_POINTER (20), test_same_as_one_by_one);
  g_test_add_data_func ("/feature-pipe/many", GUINT_TO_POINTER (1000), test_same_as_one_by_one);

  return g_test_run ();
}
