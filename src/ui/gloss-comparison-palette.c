/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-comparison-palette.h"

/* On a light and on a dark page. */
typedef struct
{
  guint32 light;
  guint32 dark;
  guint32 light_line;
  guint32 dark_line;
} Tint;

static const Tint tints[GLOSS_N_PALETTES][GLOSS_N_TONES] = {
  [GLOSS_PALETTE_STANDARD] = {
    [GLOSS_TONE_NEUTRAL] = { 0x9a9996, 0x87868b, 0x6b6972, 0xb5b3bc },
    [GLOSS_TONE_REMOVED] = { 0xf66151, 0xe01b24, 0xa51d2d, 0xffb0aa },
    [GLOSS_TONE_ADDED] = { 0x2ec27e, 0x26a269, 0x15703f, 0x8ff0a4 },
    [GLOSS_TONE_CHANGED] = { 0xf5c211, 0xcd9309, 0x8f6400, 0xf8e45c },
    [GLOSS_TONE_MOVED] = { 0xc061cb, 0xa347ba, 0x7a3f8f, 0xeab4ea },
    [GLOSS_TONE_JOINED] = { 0x62a0ea, 0x1c71d8, 0x1a5fb4, 0x99c1f1 },
  },
  [GLOSS_PALETTE_COLORBLIND] = {
    [GLOSS_TONE_NEUTRAL] = { 0x9a9996, 0x87868b, 0x6b6972, 0xb5b3bc },
    [GLOSS_TONE_REMOVED] = { 0xf09a4a, 0xc45a00, 0x9a4a00, 0xffb878 },
    [GLOSS_TONE_ADDED] = { 0x5aa9e6, 0x0072b2, 0x00558a, 0x8ecbf5 },
    [GLOSS_TONE_CHANGED] = { 0xf0e442, 0xb3a514, 0x6e6600, 0xf5ec7d },
    [GLOSS_TONE_MOVED] = { 0xcc79a7, 0xa8457c, 0x8c3166, 0xf0b6d6 },
    [GLOSS_TONE_JOINED] = { 0x40b894, 0x009e73, 0x00664b, 0x74e0bf },
  },
};

/* How much of the tint a background has. */
#define BACKGROUND_ALPHA 0.38f

static gboolean
is_dark (GlossMarkScheme scheme)
{
  return scheme == GLOSS_SCHEME_DARK || scheme == GLOSS_SCHEME_DARK_CONTRAST;
}

static GdkRGBA
get_color (guint32 rgb,
           float   alpha)
{
  return (GdkRGBA) {
    .red = ((rgb >> 16) & 0xff) / 255.0f,
    .green = ((rgb >> 8) & 0xff) / 255.0f,
    .blue = (rgb & 0xff) / 255.0f,
    .alpha = alpha,
  };
}

GlossTone
gloss_palette_get_tone (GlossRowState state)
{
  switch (state)
    {
    case GLOSS_ROW_REWORDED:
      return GLOSS_TONE_CHANGED;

    case GLOSS_ROW_MOVED:
    case GLOSS_ROW_MOVED_REWORDED:
      return GLOSS_TONE_MOVED;

    case GLOSS_ROW_SPLIT:
    case GLOSS_ROW_MERGED:
      return GLOSS_TONE_JOINED;

    case GLOSS_ROW_NEW:
      return GLOSS_TONE_ADDED;

    case GLOSS_ROW_DROPPED:
      return GLOSS_TONE_REMOVED;

    case GLOSS_ROW_UNCHANGED:
    case GLOSS_ROW_RENUMBERED:
    default:
      return GLOSS_TONE_NEUTRAL;
    }
}

GdkRGBA
gloss_palette_get_background (GlossPalette    palette,
                              GlossMarkScheme scheme,
                              GlossTone       tone)
{
  const Tint *tint;

  g_return_val_if_fail ((guint) palette < GLOSS_N_PALETTES && (guint) tone < GLOSS_N_TONES, (GdkRGBA) { 0 });

  tint = &tints[palette][tone];
  return get_color (is_dark (scheme) ? tint->dark : tint->light, BACKGROUND_ALPHA);
}

GdkRGBA
gloss_palette_get_line (GlossPalette    palette,
                        GlossMarkScheme scheme,
                        GlossTone       tone)
{
  const Tint *tint;

  g_return_val_if_fail ((guint) palette < GLOSS_N_PALETTES && (guint) tone < GLOSS_N_TONES, (GdkRGBA) { 0 });

  tint = &tints[palette][tone];
  return get_color (is_dark (scheme) ? tint->dark_line : tint->light_line, 1);
}
