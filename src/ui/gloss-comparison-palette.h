/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "comparison/gloss-comparison-row.h"
#include "ui/gloss-text-marks.h"

G_BEGIN_DECLS

/**
 * The colours of a comparison, in one place: of its marks, of the states of its rows, of the
 * overview and of the chart. Colour only helps: whatever is shown by it also has a line, a shape or
 * a word. No widget; any thread.
 */

typedef enum
{
  GLOSS_PALETTE_STANDARD,
  GLOSS_PALETTE_COLORBLIND, /* told apart by everybody: blue and orange instead of green and red */
} GlossPalette;

#define GLOSS_N_PALETTES (GLOSS_PALETTE_COLORBLIND + 1)

typedef enum
{
  GLOSS_TONE_NEUTRAL, /* nothing that matters: the same words */
  GLOSS_TONE_REMOVED,
  GLOSS_TONE_ADDED,
  GLOSS_TONE_CHANGED, /* reworded */
  GLOSS_TONE_MOVED,
  GLOSS_TONE_JOINED,  /* split or merged */
} GlossTone;

#define GLOSS_N_TONES (GLOSS_TONE_JOINED + 1)

GlossTone gloss_palette_get_tone       (GlossRowState    state);

/* What text may stand on, translucent: what is below shines through. */
GdkRGBA   gloss_palette_get_background (GlossPalette     palette,
                                        GlossMarkScheme  scheme,
                                        GlossTone        tone);

/* Lines, bars and other shapes on the page, opaque. */
GdkRGBA   gloss_palette_get_line       (GlossPalette     palette,
                                        GlossMarkScheme  scheme,
                                        GlossTone        tone);

G_END_DECLS
