/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * When two texts have the same wording: they differ at most
 *
 *  - in white space that parts no two words: a line break for a space, a space before a bracket, a
 *    line break between two Chinese signs. "can not" and "cannot" are different wordings;
 *  - in typographic variants: of quotation marks (’ ' ‹ “ „ « 「 for "), of dashes (‑ – — − for -,
 *    several for one), of three points and more (… for ...), of width (（ ， Ａ １ for ( , A 1), of
 *    letters and numbers drawn as one (ﬁ Ⅳ ⑴ for fi IV (1)), of digits (٥ ۵ for 5), and in what is not
 *    seen at all (soft hyphens, word joiners, spaces without a width, marks of direction, byte order
 *    marks, what stretches an Arabic word);
 *  - in whether a letter and its accent are one character or two.
 *
 * All else is wording: capitals, accents, superscripts, minutes for seconds (12°30' and 12°30"), any
 * other sign of punctuation. Pure functions: any thread.
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

/* An accent that combines with the letter before it. */
static inline gboolean
gloss_is_accent (gunichar c)
{
  return c >= 0x300 && c <= 0x36F;
}

/* The letter @c with the accents that stand from @at on and make one character with it; @at is
 * behind them then. */
gunichar gloss_wording_compose (gunichar     c,
                                const char **at,
                                const char  *end);

/* A sign of a script that writes words without spaces between them. */
gboolean gloss_is_sign        (gunichar    c);

/* A letter of a word that white space can part from the next word. */
gboolean gloss_wording_is_letter (gunichar c);

/* How many characters of a wording the one at @at in the text from @start on stands for: none for
 * what the same wording may have or not, which is white space, what is not seen, a dash behind
 * another, and a point behind three. */
guint    gloss_wording_count_units (const char *start,
                                    const char *at);

/* Equal for equal wordings, and for such as differ in nothing but white space, dashes, points and
 * quotation marks. */
guint64  gloss_wording_hash   (const char *text,
                               gsize       length);
gboolean gloss_wording_equal  (const char *a,
                               gsize       a_length,
                               const char *b,
                               gsize       b_length);

/* A part of a text, in bytes; what stands around it tells whether white space in it parts words. */
typedef struct
{
  const char *text;
  gsize length;
  gsize start;
  gsize end;
} GlossWordingPart;

/* Whether a part of one text has the same wording as a part of another that stands between the
 * same characters. */
gboolean gloss_wording_equal_parts (const GlossWordingPart *a,
                                    const GlossWordingPart *b);

/* TRUE where @text is nothing but white space. */
gboolean gloss_wording_is_empty (const char *text,
                                 gsize       length);

G_END_DECLS
