/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include <string.h>

G_BEGIN_DECLS

/**
 * Eight bytes of a text at once, in the registers that every machine has: long texts are mostly
 * ASCII, and what is asked of a byte can then be asked of eight. An answer is a mask with the
 * highest bit of each byte that is meant. Pure functions, for any thread.
 */

#define GLOSS_EIGHT_ONES  G_GUINT64_CONSTANT (0x0101010101010101)
#define GLOSS_EIGHT_HIGHS G_GUINT64_CONSTANT (0x8080808080808080)

/* The first byte is the lowest, on every machine. */
static inline guint64
gloss_eight_load (const char *bytes)
{
  guint64 eight;

  memcpy (&eight, bytes, sizeof eight);
  return GUINT64_FROM_LE (eight);
}

/* Where @eight has @byte. */
static inline guint64
gloss_eight_find (guint64 eight,
                  guchar  byte)
{
  guint64 other = eight ^ (byte * GLOSS_EIGHT_ONES);

  return ~(((other & ~GLOSS_EIGHT_HIGHS) + ~GLOSS_EIGHT_HIGHS) | other) & GLOSS_EIGHT_HIGHS;
}

/* Where @eight, which is ASCII, has a byte from @first to @last. */
static inline guint64
gloss_eight_find_range (guint64 eight,
                        guchar  first,
                        guchar  last)
{
  return (eight + (0x80u - first) * GLOSS_EIGHT_ONES) &
         ~(eight + (0x7fu - last) * GLOSS_EIGHT_ONES) & GLOSS_EIGHT_HIGHS;
}

static inline guint
gloss_eight_count (guint64 mask)
{
  return (guint) (((mask >> 7) * GLOSS_EIGHT_ONES) >> 56);
}

G_END_DECLS
