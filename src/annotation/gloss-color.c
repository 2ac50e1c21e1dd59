/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick;
  const char *label;
} colors[] = {
  [GLOSS_COLOR_YELLOW] = { "yellow", N_("Yellow") },
  [GLOSS_COLOR_GREEN] = { "green", N_("Green") },
  [GLOSS_COLOR_BLUE] = { "blue", N_("Blue") },
  [GLOSS_COLOR_RED] = { "red", N_("Red") },
  [GLOSS_COLOR_PURPLE] = { "purple", N_("Purple") },
  [GLOSS_COLOR_GRAY] = { "gray", N_("Gray") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (colors) == GLOSS_N_COLORS);

const char *
gloss_color_to_string (GlossColor color)
{
  g_return_val_if_fail ((guint) color < GLOSS_N_COLORS, NULL);

  return colors[color].nick;
}

gboolean
gloss_color_from_string (const char *string,
                         GlossColor *color)
{
  g_return_val_if_fail (string != NULL, FALSE);

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    {
      if (g_str_equal (string, colors[i].nick))
        {
          *color = i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
gloss_color_get_label (GlossColor color)
{
  g_return_val_if_fail ((guint) color < GLOSS_N_COLORS, NULL);

  return _(colors[color].label);
}
