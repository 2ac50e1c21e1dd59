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

static inline guint64
gloss_eight_mix (guint64 hash,
                 guint64 eight)
{
  hash = (hash ^ eight) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return hash ^ (hash >> 32);
}

/* A number that equal texts have in common, and others hardly ever. Of four parts at once, none of
 * which has to wait for another. */
static inline guint64
gloss_eight_hash (const char *bytes,
                  gsize       length)
{
  guint64 parts[4] = { length, 1, 2, 3 };

  for (; length >= 32; bytes += 32, length -= 32)
    for (guint k = 0; k < 4; k++)
      parts[k] = gloss_eight_mix (parts[k], gloss_eight_load (bytes + 8 * k));
  for (gsize step; length > 0; bytes += step, length -= step)
    {
      guint64 eight = 0;

      step = MIN (length, 8);
      memcpy (&eight, bytes, step);
      parts[0] = gloss_eight_mix (parts[0], GUINT64_FROM_LE (eight));
    }

  return gloss_eight_mix (gloss_eight_mix (gloss_eight_mix (parts[0], parts[1]), parts[2]), parts[3]);
}

G_END_DECLS
