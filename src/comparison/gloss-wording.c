/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-wording"

#include "config.h"

#include "comparison/gloss-wording.h"

#include "comparison/gloss-variants.h"

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
  gunichar ahead[GLOSS_VARIANT_MAX]; /* what the character before @at stands for as well, the last first */
  guint n_ahead;
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

/* Whether an accent can begin with the byte. */
static inline gboolean
may_begin_accent (char byte)
{
  return byte == '\xCC' || byte == '\xCD';
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

/* The place of the character before @at that is seen; NULL where there is none. */
static const char *
look_back (const char *start,
           const char *at)
{
  while (at > start)
    {
      at = g_utf8_prev_char (at);
      if (gloss_variant_to_plain (g_utf8_get_char (at)) != 0)
        return at;
    }

  return NULL;
}

/* Whether a letter stands before @at. */
static gboolean
is_behind_letter (const char *start,
                  const char *at)
{
  const char *before = look_back (start, at);
  gunichar plain[GLOSS_VARIANT_MAX];

  return before != NULL &&
         gloss_wording_is_letter (plain[gloss_variant_expand (g_utf8_get_char (before), plain) - 1]);
}

/* How many points stand before @at, up to three: they count no further. White space does not part
 * them. */
static guint
count_points (const char *start,
              const char *at)
{
  guint n = 0;

  while (at > start && n < 3)
    {
      gunichar plain[GLOSS_VARIANT_MAX];
      guint n_plain;

      at = g_utf8_prev_char (at);
      n_plain = gloss_variant_expand (g_utf8_get_char (at), plain);
      if (n_plain > 0 && plain[0] == '.')
        n += n_plain;
      else if (n_plain > 0 && !gloss_is_white (plain[0]))
        break;
    }

  return MIN (n, 3);
}

/* Gives in @plain what the character at @at says there, and how many characters that is. */
static guint
read_plain (const char *start,
            const char *at,
            gunichar    plain[GLOSS_VARIANT_MAX])
{
  guint n = gloss_variant_expand (g_utf8_get_char (at), plain);

  if (n == 0)
    return 0;
  if (plain[0] == '-')
    {
      const char *before = look_back (start, at);

      if (before != NULL && gloss_variant_to_plain (g_utf8_get_char (before)) == '-')
        return 0;
    }
  if (plain[0] == '.' && n <= 3)
    return MIN (n, 3 - count_points (start, at));
  return n;
}

guint
gloss_wording_count_units (const char *start,
                           const char *at)
{
  gunichar plain[GLOSS_VARIANT_MAX];

  return gloss_is_white (g_utf8_get_char (at)) ? 0 : read_plain (start, at, plain);
}

/* Whether a number of degrees ends before @at, or of their minutes: a single and a double mark behind
 * it are not the same. */
static gboolean
is_behind_degrees (const char *start,
                   const char *at)
{
  for (guint step = 0; step < 2; step++)
    {
      const char *digits = at;
      gunichar c;

      while (digits > start && (g_ascii_isdigit (digits[-1]) || digits[-1] == '.' || digits[-1] == ','))
        digits--;
      if (digits == at)
        return FALSE;
      while (digits > start && gloss_is_white (g_utf8_get_char (g_utf8_prev_char (digits))))
        digits = g_utf8_prev_char (digits);
      if (digits == start)
        return FALSE;

      at = g_utf8_prev_char (digits);
      c = gloss_variant_to_plain (g_utf8_get_char (at));
      if (c == 0xB0 || c == 0xBA)
        return TRUE;
      if (c != '\'' && c != '"')
        return FALSE;
    }

  return FALSE;
}

/* Where white space may stand, or a variant. */
static gunichar
walk_slowly (Walker *walker)
{
  while (walker->at < walker->stop)
    {
      const char *from = walker->at;
      gunichar plain[GLOSS_VARIANT_MAX];
      gboolean white = FALSE;
      guint n;

      for (; walker->at < walker->stop; walker->at = g_utf8_next_char (walker->at))
        {
          gunichar c = g_utf8_get_char (walker->at);

          if (gloss_is_white (c))
            white = TRUE;
          else if (gloss_variant_to_plain (c) != 0)
            break;
        }
      if (white && walker->at < walker->end && is_behind_letter (walker->start, from) &&
          gloss_wording_is_letter (gloss_variant_to_plain (g_utf8_get_char (walker->at))))
        return ' ';
      if (walker->at == walker->stop)
        break;

      from = walker->at;
      n = read_plain (walker->start, from, plain);
      walker->at = g_utf8_next_char (from);
      if (n == 0)
        continue;

      if (plain[0] == '"' && !is_behind_degrees (walker->start, from))
        plain[0] = '\'';
      plain[n - 1] = gloss_wording_compose (plain[n - 1], &walker->at, walker->stop);
      for (walker->n_ahead = 0; walker->n_ahead + 1 < n; walker->n_ahead++)
        walker->ahead[walker->n_ahead] = plain[n - 1 - walker->n_ahead];
      return plain[0];
    }

  return WALKER_END;
}

static inline gunichar
walk (Walker *walker)
{
  const char *at = walker->at;
  guchar byte;

  if (G_UNLIKELY (walker->n_ahead > 0))
    return walker->ahead[--walker->n_ahead];
  if (at >= walker->stop)
    return WALKER_END;

  byte = (guchar) *at;
  if (byte > ' ' && byte < 0x80 && byte != '-' && byte != '.' && byte != '"')
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
  if (byte >= 0xC3 && byte != 0xE1 && !gloss_may_begin_variant (*at))
    {
      walker->at = g_utf8_next_char (at);
      return gloss_wording_compose (g_utf8_get_char (at), &walker->at, walker->stop);
    }
  return walk_slowly (walker);
}

/* No control character below ' ' is a part of a hash, nor is what may be another in the same wording. */
static inline gboolean
is_hashed (gunichar c)
{
  return (c > ' ') & (c != '-') & (c != '.') & (c != '"') & (c != '\'') & (c < 0x80 || !gloss_is_white (c));
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
          counts = is_hashed (byte);
        }
      else if (may_begin_accent (*at) && (c = gloss_wording_compose (last, &at, end)) != last)
        {
          hash = hash_before;
          place = place_before;
          counts = TRUE;
        }
      else
        {
          gunichar plain[GLOSS_VARIANT_MAX];
          guint n = gloss_variant_expand (g_utf8_get_char (at), plain);

          at = g_utf8_next_char (at);
          for (guint i = 0; i + 1 < n; i++)
            {
              hash += is_hashed (plain[i]) ? (plain[i] + place) * (plain[i] + place) : 0;
              place += is_hashed (plain[i]) ? factor : 0;
            }
          c = n > 0 ? plain[n - 1] : 0;
          counts = is_hashed (c);
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
