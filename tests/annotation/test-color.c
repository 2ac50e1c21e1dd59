/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation.h"

static void
test_colors (void)
{
  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    {
      GlossColor color = GLOSS_N_COLORS;

      g_assert_true (gloss_color_from_string (gloss_color_to_string (i), &color));
      g_assert_cmpuint (color, ==, i);
      g_assert_cmpstr (gloss_color_get_label (i), !=, "");
    }

  {
    GlossColor color = GLOSS_COLOR_RED;

    g_assert_false (gloss_color_from_string ("Yellow", &color));
    g_assert_false (gloss_color_from_string ("", &color));
    g_assert_cmpuint (color, ==, GLOSS_COLOR_RED);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/color/names", test_colors);

  return g_test_run ();
}
