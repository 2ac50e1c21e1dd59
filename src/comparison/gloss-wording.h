/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * When two texts have the same wording: they differ in white space at most, and only in such as
 * parts no two words (a line break for a space, a space before a bracket, a line break between two
 * Chinese signs). "can not" and "cannot" are different wordings. Pure functions: any thread.
 */

/* The white space of Unicode, line and paragraph separators included. */
static inline gboolean
gloss_is_white (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* A sign of a script that writes words without spaces between them. */
gboolean gloss_is_sign        (gunichar    c);

guint64  gloss_wording_hash   (const char *text,
                               gsize       length);
gboolean gloss_wording_equal  (const char *a,
                               gsize       a_length,
                               const char *b,
                               gsize       b_length);

/* TRUE where @text is nothing but white space. */
gboolean gloss_wording_is_empty (const char *text,
                                 gsize       length);

G_END_DECLS
