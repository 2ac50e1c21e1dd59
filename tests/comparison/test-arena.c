/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-arena.h"

#include <string.h>

/* Pieces of all sizes keep what is written into them, and stand where numbers of eight bytes may. */
static void
test_take (void)
{
  static const gsize sizes[] = { 0, 1, 7, 8, 9, 100, 5000, 20000, 70000, 300000 };
  g_autoptr (GlossArena) arena = gloss_arena_new ();
  char *pieces[200];

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      pieces[i] = gloss_arena_take (arena, sizes[i % G_N_ELEMENTS (sizes)]);
      g_assert_cmpuint (GPOINTER_TO_SIZE (pieces[i]) % 8, ==, 0);
      memset (pieces[i], (int) i, sizes[i % G_N_ELEMENTS (sizes)]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (gsize k = 0; k < sizes[i % G_N_ELEMENTS (sizes)]; k++)
      g_assert_cmpint ((guchar) pieces[i][k], ==, i);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/arena/take", test_take);

  return g_test_run ();
}
