/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-edit-point.h"

#include "comparison/gloss-common-tokens.h"

#include <string.h>

/* Of what is left where equal ends are taken off, as the search demands; FALSE where nothing is. */
static gboolean
trim (const guint32 **a,
      guint          *n_a,
      const guint32 **b,
      guint          *n_b)
{
  for (; *n_a > 0 && *n_b > 0 && **a == **b; ++*a, ++*b)
    --*n_a, --*n_b;
  while (*n_a > 0 && *n_b > 0 && (*a)[*n_a - 1] == (*b)[*n_b - 1])
    --*n_a, --*n_b;

  return *n_a > 0 && *n_b > 0;
}

/* As much is kept before and behind the point as can be kept at all. */
static void
test_on_shortest_path (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1986);
  gint32 room[GLOSS_EDIT_POINT_ROOM];
  guint n_found = 0;

  memset (room, 0x55, sizeof room);
  for (guint round = 0; round < 3000; round++)
    {
      guint32 a_ids[120], b_ids[120];
      const guint32 *a = a_ids;
      const guint32 *b = b_ids;
      guint n_a = (guint) g_rand_int_range (rand, 1, 120);
      guint n_b = (guint) g_rand_int_range (rand, 1, 120);
      gint32 n_ids = g_rand_int_range (rand, 2, 40);
      guint x, y;

      for (guint i = 0; i < n_a; i++)
        a_ids[i] = (guint32) g_rand_int_range (rand, 0, n_ids);
      for (guint i = 0; i < n_b; i++)
        b_ids[i] = (guint32) g_rand_int_range (rand, 0, n_ids);
      if (!trim (&a, &n_a, &b, &n_b))
        continue;

      gloss_edit_point_find (a, n_a, b, n_b, room, &x, &y);
      g_assert_cmpuint (x, <=, n_a);
      g_assert_cmpuint (y, <=, n_b);
      g_assert_cmpuint (gloss_count_common_tokens (a, x, b, y) +
                          gloss_count_common_tokens (a + x, n_a - x, b + y, n_b - y), ==,
                        gloss_count_common_tokens (a, n_a, b, n_b));
      n_found++;
    }
  g_assert_cmpuint (n_found, >, 2000);
}

/* Where the search gives up, the point still parts the texts. */
static void
test_unrelated (void)
{
  const guint sizes[][2] = { { 3000, 3000 }, { 1, 5000 }, { 5000, 1 }, { 700, 4000 } };
  g_autofree guint32 *a = g_new (guint32, 5000);
  g_autofree guint32 *b = g_new (guint32, 5000);
  gint32 room[GLOSS_EDIT_POINT_ROOM];

  for (guint32 i = 0; i < 5000; i++)
    {
      a[i] = i;
      b[i] = 10000 + i;
    }

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      guint x, y;

      gloss_edit_point_find (a, sizes[k][0], b, sizes[k][1], room, &x, &y);
      g_assert_cmpuint (x, <=, sizes[k][0]);
      g_assert_cmpuint (y, <=, sizes[k][1]);
      g_assert_cmpuint (x + y, >, 0);
      g_assert_cmpuint (x + y, <, sizes[k][0] + sizes[k][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit-point/on-shortest-path", test_on_shortest_path);
  g_test_add_func ("/edit-point/unrelated", test_unrelated);

  return g_test_run ();
}
