/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-style.h"

#include <adwaita.h>

GlossMarkScheme
gloss_style_get_scheme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? GLOSS_SCHEME_DARK_CONTRAST : GLOSS_SCHEME_LIGHT_CONTRAST;

  return adw_style_manager_get_dark (manager) ? GLOSS_SCHEME_DARK : GLOSS_SCHEME_LIGHT;
}

const char *
gloss_style_get_color_class (GlossColor color)
{
  static const char *const classes[GLOSS_N_COLORS] = {
    [GLOSS_COLOR_YELLOW] = "color-yellow",
    [GLOSS_COLOR_GREEN] = "color-green",
    [GLOSS_COLOR_BLUE] = "color-blue",
    [GLOSS_COLOR_RED] = "color-red",
    [GLOSS_COLOR_PURPLE] = "color-purple",
    [GLOSS_COLOR_GRAY] = "color-gray",
  };

  g_return_val_if_fail ((guint) color < GLOSS_N_COLORS, classes[0]);

  return classes[color];
}
