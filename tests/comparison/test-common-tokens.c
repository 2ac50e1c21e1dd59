/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-common-tokens.h"

/* By the usual table. */
static guint
count_slowly (const guint32 *a,
              guint          n_a,
              const guint32 *b,
              guint          n_b)
{
  g_autofree guint *rows = g_new0 (guint, 2 * (n_b + 1));

  for (guint i = 0; i < n_a; i++)
    {
      const guint *above = rows + (i % 2) * (n_b + 1);
      guint *row = rows + ((i + 1) % 2) * (n_b + 1);

      for (guint j = 0; j < n_b; j++)
        row[j + 1] = a[i] == b[j] ? above[j] + 1 : MAX (above[j + 1], row[j]);
    }

  return rows[(n_a % 2) * (n_b + 1) + n_b];
}

static void
test_small (void)
{
  const guint32 a[] = { 1, 2, 3, 4, 5 };
  const guint32 b[] = { 2, 9, 4, 1, 5 };
  const guint32 same_list[] = { 1, 129, 257 };
  const guint32 same_list_back[] = { 257, 129, 1 };

  g_assert_cmpuint (gloss_count_common_tokens (a, 0, b, 0), ==, 0);
  g_assert_cmpuint (gloss_count_common_tokens (a, 5, b, 0), ==, 0);
  g_assert_cmpuint (gloss_count_common_tokens (a, 0, b, 5), ==, 0);
  g_assert_cmpuint (gloss_count_common_tokens (a, 5, a, 5), ==, 5);
  g_assert_cmpuint (gloss_count_common_tokens (a, 5, b, 5), ==, 3);
  g_assert_cmpuint (gloss_count_common_tokens (same_list, 3, same_list_back, 3), ==, 1);
  g_assert_cmpuint (gloss_count_common_tokens (same_list, 3, same_list, 3), ==, 3);
}

/* Of all lengths around the blocks of the bits, and longer than what needs no memory of its own. */
static void
test_random (void)
{
  static const guint lengths[] = { 1, 30, 63, 64, 65, 127, 128, 129, 200, 511, 512, 513, 700 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2004);
  guint32 a[700], b[700];

  for (guint round = 0; round < 400; round++)
    {
      guint n_a = lengths[round % G_N_ELEMENTS (lengths)];
      guint n_b = lengths[(guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (lengths))];
      gint32 n_ids = g_rand_int_range (rand, 1, 300);

      for (guint i = 0; i < n_a; i++)
        a[i] = (guint32) g_rand_int_range (rand, 0, n_ids);
      for (guint j = 0; j < n_b; j++)
        b[j] = (guint32) g_rand_int_range (rand, 0, n_ids);

      g_assert_cmpuint (gloss_count_common_tokens (a, n_a, b, n_b), ==, count_slowly (a, n_a, b, n_b));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/common-tokens/small", test_small);
  g_test_add_func ("/common-tokens/random", test_random);

  return g_test_run ();
}
