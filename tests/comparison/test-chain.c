/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-chain.h"

static void
test_nothing (void)
{
  gloss_chain_choose (NULL, 0, NULL);
}

static void
test_weight_decides (void)
{
  const GlossChainItem items[] = {
    { 0, 1, 2, 3, 10 },
    { 1, 2, 0, 1, 3 },
    { 2, 3, 1, 2, 4 },
  };
  gboolean chosen[3];

  gloss_chain_choose (items, 3, chosen);
  g_assert_true (chosen[0]);
  g_assert_false (chosen[1]);
  g_assert_false (chosen[2]);
}

static void
test_ranges_do_not_overlap (void)
{
  const GlossChainItem items[] = {
    { 0, 1, 0, 3, 9 }, /* split in three */
    { 0, 1, 0, 1, 5 },
    { 1, 2, 2, 3, 5 },
    { 1, 2, 3, 4, 1 },
  };
  gboolean chosen[4];

  gloss_chain_choose (items, 4, chosen);
  /* 9 + 1 and 5 + 5 weigh the same; two runs choose alike. */
  g_assert_cmpint (chosen[0], !=, chosen[1]);
  g_assert_cmpint (chosen[0], ==, chosen[3]);
  g_assert_cmpint (chosen[1], ==, chosen[2]);
}

static gboolean
can_follow (const GlossChainItem *a,
            const GlossChainItem *b)
{
  return a->old_end <= b->old_first && a->new_end <= b->new_first;
}

/* Against a programme that looks at every pair. */
static void
test_heaviest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 500; round++)
    {
      GlossChainItem items[12];
      gboolean chosen[12];
      gint64 best[12];
      gint64 heaviest = 0;
      gint64 weight = 0;

      for (guint i = 0; i < 12; i++)
        {
          items[i].old_first = (guint) g_rand_int_range (rand, 0, 8);
          items[i].old_end = items[i].old_first + 1 + (guint) g_rand_int_range (rand, 0, 2);
          items[i].new_first = 100 + (guint) g_rand_int_range (rand, 0, 8);
          items[i].new_end = items[i].new_first + 1 + (guint) g_rand_int_range (rand, 0, 2);
          items[i].weight = g_rand_int_range (rand, 1, 20);
        }
      gloss_chain_choose (items, 12, chosen);

      for (guint k = 0; k < 12; k++)
        best[k] = items[k].weight;
      for (guint pass = 0; pass < 12; pass++)
        for (guint i = 0; i < 12; i++)
          for (guint j = 0; j < 12; j++)
            if (can_follow (&items[j], &items[i]))
              best[i] = MAX (best[i], best[j] + items[i].weight);
      for (guint i = 0; i < 12; i++)
        {
          heaviest = MAX (heaviest, best[i]);
          if (!chosen[i])
            continue;
          weight += items[i].weight;
          for (guint j = 0; j < 12; j++)
            if (j != i && chosen[j])
              g_assert_true (can_follow (&items[i], &items[j]) || can_follow (&items[j], &items[i]));
        }
      g_assert_cmpint (weight, ==, heaviest);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/chain/nothing", test_nothing);
  g_test_add_func ("/chain/weight-decides", test_weight_decides);
  g_test_add_func ("/chain/ranges-do-not-overlap", test_ranges_do_not_overlap);
  g_test_add_func ("/chain/heaviest", test_heaviest);

  return g_test_run ();
}
