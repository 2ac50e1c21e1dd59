/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-near-match.h"

#include <string.h>

static guint
min3 (guint a,
      guint b,
      guint c)
{
  return MIN (MIN (a, b), c);
}

/* The distance of the best stretch, by the textbook's matrix. */
static guint
find_distance (const gunichar *text,
               guint           n_text,
               const gunichar *pattern,
               guint           n_pattern)
{
  g_autofree guint *column = g_new (guint, n_pattern + 1);
  guint best = n_pattern;

  for (guint i = 0; i <= n_pattern; i++)
    column[i] = i;

  for (guint j = 0; j < n_text; j++)
    {
      guint diagonal = 0;

      for (guint i = 1; i <= n_pattern; i++)
        {
          guint above = column[i];

          column[i] = min3 (column[i] + 1, column[i - 1] + 1, diagonal + (pattern[i - 1] != text[j]));
          diagonal = above;
        }
      best = MIN (best, column[n_pattern]);
    }

  return best;
}

static GArray *
find (const char *text,
      const char *pattern,
      guint       max_distance)
{
  glong n_text;
  glong n_pattern;
  g_autofree gunichar *text_chars = g_utf8_to_ucs4_fast (text, -1, &n_text);
  g_autofree gunichar *pattern_chars = g_utf8_to_ucs4_fast (pattern, -1, &n_pattern);

  return gloss_near_match_find (text_chars, n_text, pattern_chars, n_pattern, max_distance, 8);
}

static void
assert_found (const char *text,
              const char *pattern,
              guint       max_distance,
              const char *expected,
              guint       distance)
{
  g_autoptr (GArray) matches = find (text, pattern, max_distance);
  const GlossNearMatch *match;
  g_autofree char *stretch = NULL;

  g_assert_cmpuint (matches->len, ==, 1);
  match = &g_array_index (matches, GlossNearMatch, 0);
  stretch = g_utf8_substring (text, match->start, match->end);
  g_assert_cmpstr (stretch, ==, expected);
  g_assert_cmpuint (match->distance, ==, distance);
}

static void
test_examples (void)
{
  assert_found ("each State shall respect", "State shall", 3, "State shall", 0);
  assert_found ("each State must fully respect it", "State must respect", 6, "State must fully respect", 6);
  assert_found ("各国应尊重信息空间的权利", "尊重网络空间", 2, "尊重信息空间", 2);
  assert_found ("a😀b😁c", "😀x😁", 1, "😀b😁", 1);
}

static void
test_none (void)
{
  g_autoptr (GArray) far = find ("abcdefgh", "zzzz", 2);
  g_autoptr (GArray) empty = find ("", "abc", 2);

  g_assert_cmpuint (far->len, ==, 0);
  g_assert_cmpuint (empty->len, ==, 0);
}

static void
test_several (void)
{
  g_autoptr (GArray) matches = find ("one word, two word, six word", "ward", 1);

  g_assert_cmpuint (matches->len, ==, 3);
  for (guint i = 1; i < matches->len; i++)
    g_assert_cmpuint (g_array_index (matches, GlossNearMatch, i).start, >=,
                      g_array_index (matches, GlossNearMatch, i - 1).end);
}

/* Against the textbook, over patterns of less and more than one machine word. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1648);

  for (guint n = 0; n < 400; n++)
    {
      guint n_text = g_rand_int_range (random, 1, 400);
      guint n_pattern = g_rand_int_range (random, 1, 200);
      guint n_letters = g_rand_int_range (random, 2, 6);
      g_autofree gunichar *text = g_new (gunichar, n_text);
      g_autofree gunichar *pattern = g_new (gunichar, n_pattern);
      g_autoptr (GArray) matches = NULL;
      guint expected;

      for (guint i = 0; i < n_text; i++)
        text[i] = 'a' + g_rand_int_range (random, 0, n_letters);
      for (guint i = 0; i < n_pattern; i++)
        pattern[i] = 'a' + g_rand_int_range (random, 0, n_letters);

      expected = find_distance (text, n_text, pattern, n_pattern);
      matches = gloss_near_match_find (text, n_text, pattern, n_pattern, n_pattern - 1, 4);

      g_assert_cmpuint (matches->len > 0, ==, expected < n_pattern);
      for (guint i = 0; i < matches->len; i++)
        {
          const GlossNearMatch *match = &g_array_index (matches, GlossNearMatch, i);

          g_assert_cmpuint (match->distance, ==, expected);
          g_assert_cmpuint (match->start, <, match->end);
          g_assert_cmpuint (match->end, <=, n_text);
          g_assert_cmpuint (find_distance (text + match->start, match->end - match->start, pattern, n_pattern), ==, expected);
        }
    }
}

static void
test_affordable (void)
{
  g_assert_true (gloss_near_match_affordable (10000, 10000));
  g_assert_true (gloss_near_match_affordable (1024 * 1024, 1000));
  g_assert_false (gloss_near_match_affordable (1024 * 1024, 1024 * 1024));
  g_assert_false (gloss_near_match_affordable (G_MAXUINT, G_MAXUINT));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/near-match/examples", test_examples);
  g_test_add_func ("/near-match/none", test_none);
  g_test_add_func ("/near-match/several", test_several);
  g_test_add_func ("/near-match/random", test_random);
  g_test_add_func ("/near-match/affordable", test_affordable);

  return g_test_run ();
}
