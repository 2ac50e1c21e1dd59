/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-wording"

#include "config.h"

#include "comparison/gloss-wording.h"

#include "document/gloss-fold.h"

#include <string.h>

#include <unicode/uchar.h>

/* Walks over the wording of a text, one plain character at a time: white space comes out as one
 * ' ' where it parts two words, else not at all. */
typedef struct
{
  const char *start;
  const char *at;
  const char *stop;
  const char *end; /* of the text: what is behind @stop is looked at, but not walked over */
} Walker;

#define WALKER_END G_MAXUINT32

gboolean
gloss_is_sign (gunichar c)
{
  if (c < 0xE00)
    return FALSE;
  return u_hasBinaryProperty ((UChar32) c, UCHAR_IDEOGRAPHIC) ||
         (c >= 0x3041 && c <= 0x30FF) || /* Hiragana and Katakana */
         u_getIntPropertyValue ((UChar32) c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

gboolean
gloss_wording_is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return (g_unichar_isalnum (c) || g_unichar_ismark (c)) && !gloss_is_sign (c);
}

/* Of what is not seen: the space without a width, the marks of direction, and those that join. */
static gboolean
is_unseen (gunichar c)
{
  return c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/* Whether an accent can begin with the byte. */
static inline gboolean
may_begin_accent (char byte)
{
  return byte == '\xCC' || byte == '\xCD';
}

gunichar
gloss_wording_plain (gunichar c)
{
  static const guint16 half_wide[] = { 0x3002, 0x300C, 0x300D, 0x3001 }; /* 。「」、 */

  if (c < 0x80)
    return c;
  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFF01 + 0x21;
  if (c >= 0xFF61 && c <= 0xFF64)
    c = half_wide[c - 0xFF61];
  if (c == 0xAD || is_unseen (c))
    return 0;
  return gloss_fold_punctuation (c);
}

gunichar
gloss_wording_compose (gunichar     c,
                       const char **at,
                       const char  *end)
{
  gunichar composed;

  while (*at < end && may_begin_accent (**at) && gloss_is_accent (g_utf8_get_char (*at)) &&
         g_unichar_compose (c, g_utf8_get_char (*at), &composed))
    {
      c = composed;
      *at = g_utf8_next_char (*at);
    }

  return c;
}

/* The character before @at that is seen; 0 where there is none. */
static gunichar
look_back (const char *start,
           const char *at)
{
  while (at > start)
    {
      gunichar c;

      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      if (gloss_wording_plain (c) != 0)
        return c;
    }

  return 0;
}

/* Where white space may stand, or a variant. */
static gunichar
walk_slowly (Walker *walker)
{
  while (walker->at < walker->stop)
    {
      const char *from = walker->at;
      gunichar plain = 0;

      while (walker->at < walker->stop && gloss_is_white (g_utf8_get_char (walker->at)))
        walker->at = g_utf8_next_char (walker->at);
      if (walker->at > from && walker->at < walker->end &&
          gloss_wording_is_letter (g_utf8_get_char (walker->at)) &&
          gloss_wording_is_letter (look_back (walker->start, from)))
        return ' ';

      if (walker->at < walker->stop)
        {
          from = walker->at;
          plain = gloss_wording_plain (g_utf8_get_char (from));
          walker->at = g_utf8_next_char (from);
        }
      if (plain == '-' && gloss_wording_plain (look_back (walker->start, from)) == '-')
        plain = 0;
      if (plain != 0)
        return gloss_wording_compose (plain, &walker->at, walker->stop);
    }

  return WALKER_END;
}

static inline gunichar
walk (Walker *walker)
{
  const char *at = walker->at;
  guchar byte;

  if (at >= walker->stop)
    return WALKER_END;

  byte = (guchar) *at;
  if (byte > ' ' && byte < 0x80 && byte != '-')
    {
      walker->at++;
      return gloss_wording_compose (byte, &walker->at, walker->stop);
    }
  /* The usual case first: one space between two words. */
  if (byte == ' ' && at > walker->start && at + 1 < walker->end &&
      g_ascii_isalnum (at[-1]) && g_ascii_isalnum (at[1]))
    {
      walker->at++;
      return ' ';
    }
  /* White space and variants begin with other bytes. */
  if ((byte >= 0xC3 && byte < 0xCA) || (byte > 0xCA && byte < 0xE1) || (byte >= 0xE4 && byte < 0xEF))
    {
      walker->at = g_utf8_next_char (at);
      return gloss_wording_compose (g_utf8_get_char (at), &walker->at, walker->stop);
    }
  return walk_slowly (walker);
}

/* Of what may be left out or doubled nothing is hashed, so that no neighbours need to be looked at;
 * and without a branch for each space, which no processor foresees. What is added up needs not wait
 * for the sum before. */
guint64
gloss_wording_hash (const char *text,
                    gsize       length)
{
  const guint64 factor = G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  const char *end = text + length;
  guint64 hash = 0;
  guint64 place = factor;
  guint64 hash_before = 0;
  guint64 place_before = factor;
  gunichar last = 0;

  for (const char *at = text; at < end;)
    {
      guchar byte = (guchar) *at;
      gunichar c = byte;
      gboolean counts;

      if (G_LIKELY (byte < 0x80))
        {
          at++;
          counts = (byte > ' ') & (byte != '-');
        }
      else if (may_begin_accent (*at) && (c = gloss_wording_compose (last, &at, end)) != last)
        {
          hash = hash_before;
          place = place_before;
          counts = TRUE;
        }
      else
        {
          c = gloss_wording_plain (g_utf8_get_char (at));
          at = g_utf8_next_char (at);
          counts = c > ' ' && c != '-' && !gloss_is_white (c);
        }
      hash_before = hash;
      place_before = place;
      last = c;
      hash += counts ? (c + place) * (c + place) : 0;
      place += counts ? factor : 0;
    }

  hash = (hash ^ (hash >> 32)) * factor;
  return hash ^ (hash >> 32);
}

gboolean
gloss_wording_equal_parts (const GlossWordingPart *a,
                           const GlossWordingPart *b)
{
  Walker a_walker = { a->text, a->text + a->start, a->text + a->end, a->text + a->length };
  Walker b_walker = { b->text, b->text + b->start, b->text + b->end, b->text + b->length };
  gunichar c;

  do
    {
      c = walk (&a_walker);
      if (c != walk (&b_walker))
        return FALSE;
    }
  while (c != WALKER_END);

  return TRUE;
}

gboolean
gloss_wording_equal (const char *a,
                     gsize       a_length,
                     const char *b,
                     gsize       b_length)
{
  return (a_length == b_length && memcmp (a, b, a_length) == 0) ||
         gloss_wording_equal_parts (&(GlossWordingPart) { a, a_length, 0, a_length },
                                    &(GlossWordingPart) { b, b_length, 0, b_length });
}

gboolean
gloss_wording_is_empty (const char *text,
                        gsize       length)
{
  Walker walker = { text, text, text + length, text + length };

  return walk (&walker) == WALKER_END;
}
