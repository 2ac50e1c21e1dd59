/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Typographic variants: characters that say what others say, in another shape. Which of them make no
 * other wording, gloss-wording.h tells. Pure functions: any thread.
 */

/* The most characters that one stands for. */
#define GLOSS_VARIANT_MAX 4

/* FALSE where @c is surely no variant: the letters and signs that most texts are made of. */
static inline gboolean
gloss_may_be_variant (gunichar c)
{
  if (c < 0x600)
    return c == 0xAD || c == 0xAB || c == 0xBB || c == 0xB4 || c == 0x2BC;
  if (c < 0x2000)
    return c >= 0x640 && c < 0x700;
  return c < 0x3040 || (c >= 0x3220 && c < 0x3230) || c >= 0xF900;
}

/* Whether a variant can begin with the byte. */
static inline gboolean
gloss_may_begin_variant (char byte)
{
  guchar first = (guchar) byte;

  return first == 0xC2 || first == 0xCA || first == 0xD9 || first == 0xDB ||
         (first >= 0xE2 && first <= 0xE3) || first == 0xEF;
}

/* Gives in @plain the characters that @c stands for, and how many they are: mostly one, @c itself;
 * none for what is not seen. */
guint gloss_variant_expand (gunichar c,
                            gunichar plain[GLOSS_VARIANT_MAX]);

/* The one character that @c stands for; 0 for what is not seen, and the first of several. */
gunichar gloss_variant_to_plain (gunichar c);

G_END_DECLS
