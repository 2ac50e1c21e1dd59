/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-palette.h"

#include "gloss-contrast-test.h"

/* The pages and texts of libadwaita: the view and the window, each with a chosen row on it. */
static const struct
{
  GlossMarkScheme scheme;
  GdkRGBA         pages[4];
  GdkRGBA         text;
} styles[] = {
  { GLOSS_SCHEME_LIGHT,
    { { 1, 1, 1, 1 }, { 0.98f, 0.98f, 0.984f, 1 }, { 0.92f, 0.95f, 0.99f, 1 }, { 0.88f, 0.93f, 0.98f, 1 } },
    { 0, 0, 0.024f, 0.8f } },
  { GLOSS_SCHEME_DARK,
    { { 0.114f, 0.114f, 0.125f, 1 }, { 0.133f, 0.133f, 0.149f, 1 }, { 0.12f, 0.16f, 0.21f, 1 }, { 0.12f, 0.17f, 0.23f, 1 } },
    { 1, 1, 1, 1 } },
  { GLOSS_SCHEME_LIGHT_CONTRAST,
    { { 1, 1, 1, 1 }, { 0.98f, 0.98f, 0.984f, 1 }, { 0.92f, 0.95f, 0.99f, 1 }, { 0.88f, 0.93f, 0.98f, 1 } },
    { 0, 0, 0, 0.9f } },
  { GLOSS_SCHEME_DARK_CONTRAST,
    { { 0.114f, 0.114f, 0.125f, 1 }, { 0.133f, 0.133f, 0.149f, 1 }, { 0.12f, 0.16f, 0.21f, 1 }, { 0.12f, 0.17f, 0.23f, 1 } },
    { 1, 1, 1, 1 } },
};

static void
test_contrast (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    for (guint palette = 0; palette < GLOSS_N_PALETTES; palette++)
      for (guint tone = 0; tone < GLOSS_N_TONES; tone++)
        for (guint k = 0; k < G_N_ELEMENTS (styles[i].pages); k++)
          {
            GdkRGBA page = styles[i].pages[k];
            GdkRGBA line = gloss_palette_get_line (palette, styles[i].scheme, tone);
            GdkRGBA marked = contrast_lay_over (gloss_palette_get_background (palette, styles[i].scheme, tone), page);

            g_test_message ("style %u, palette %u, tone %u, page %u", i, palette, tone, k);

            /* Words on a mark are read; the lines of a mark are seen on it and beside it. */
            g_assert_cmpfloat (contrast_get (contrast_lay_over (styles[i].text, marked), marked), >=, CONTRAST_OF_TEXT);
            g_assert_cmpfloat (contrast_get (line, marked), >=, CONTRAST_OF_MARKS);
            g_assert_cmpfloat (contrast_get (line, page), >=, CONTRAST_OF_MARKS);
          }
}

/* The yellow-blue axis is left to those who do not tell red from green; so removed and added have to
 * differ on it, or in how light they are, in the palette that is for everybody. */
static void
test_colorblind (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      GdkRGBA removed = gloss_palette_get_line (GLOSS_PALETTE_COLORBLIND, styles[i].scheme, GLOSS_TONE_REMOVED);
      GdkRGBA added = gloss_palette_get_line (GLOSS_PALETTE_COLORBLIND, styles[i].scheme, GLOSS_TONE_ADDED);
      double removed_axis = removed.blue - (removed.red + removed.green) / 2;
      double added_axis = added.blue - (added.red + added.green) / 2;

      g_assert_cmpfloat (added_axis - removed_axis, >, 0.3);
    }
}

static void
test_tones (void)
{
  g_assert_cmpint (gloss_palette_get_tone (GLOSS_ROW_UNCHANGED), ==, GLOSS_TONE_NEUTRAL);
  g_assert_cmpint (gloss_palette_get_tone (GLOSS_ROW_NEW), ==, GLOSS_TONE_ADDED);
  g_assert_cmpint (gloss_palette_get_tone (GLOSS_ROW_DROPPED), ==, GLOSS_TONE_REMOVED);
  g_assert_cmpint (gloss_palette_get_tone (GLOSS_ROW_REWORDED), ==, GLOSS_TONE_CHANGED);
  g_assert_cmpint (gloss_palette_get_tone (GLOSS_ROW_MOVED_REWORDED), ==, GLOSS_TONE_MOVED);
  g_assert_cmpint (gloss_palette_get_tone (GLOSS_ROW_SPLIT), ==, gloss_palette_get_tone (GLOSS_ROW_MERGED));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/comparison-palette/contrast", test_contrast);
  g_test_add_func ("/comparison-palette/colorblind", test_colorblind);
  g_test_add_func ("/comparison-palette/tones", test_tones);

  return g_test_run ();
}
