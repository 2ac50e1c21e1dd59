/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>
#include <math.h>

/* How well colors can be told apart, as the accessibility guidelines for the web define it. */

/* What words need at least to be read, and what is no word but tells something to be seen. */
#define CONTRAST_OF_TEXT 4.5
#define CONTRAST_OF_MARKS 3.0

/* @top as it looks on @below, which lets nothing through. */
static inline GdkRGBA
contrast_lay_over (GdkRGBA top,
                   GdkRGBA below)
{
  return (GdkRGBA) {
    .red = top.red * top.alpha + below.red * (1 - top.alpha),
    .green = top.green * top.alpha + below.green * (1 - top.alpha),
    .blue = top.blue * top.alpha + below.blue * (1 - top.alpha),
    .alpha = 1,
  };
}

static inline double
contrast_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static inline double
contrast_luminance (GdkRGBA color)
{
  return 0.2126 * contrast_linear (color.red) + 0.7152 * contrast_linear (color.green) +
         0.0722 * contrast_linear (color.blue);
}

/* From 1, the same, to 21, black on white. Neither color lets anything through. */
static inline double
contrast_get (GdkRGBA a,
              GdkRGBA b)
{
  double light = MAX (contrast_luminance (a), contrast_luminance (b));
  double dark = MIN (contrast_luminance (a), contrast_luminance (b));

  return (light + 0.05) / (dark + 0.05);
}
