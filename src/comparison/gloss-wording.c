/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-wording"

#include "config.h"

#include "comparison/gloss-wording.h"

#include <string.h>

#include <unicode/uchar.h>

/* Walks over the wording of a text, byte by byte: white space comes out as one ' ' where it parts
 * two words, else not at all. */
typedef struct
{
  const char *start;
  const char *at;
  const char *end;
} Walker;

#define WALKER_END (-1)

gboolean
gloss_is_sign (gunichar c)
{
  if (c < 0xE00)
    return FALSE;
  return u_hasBinaryProperty ((UChar32) c, UCHAR_IDEOGRAPHIC) ||
         (c >= 0x3041 && c <= 0x30FF) || /* Hiragana and Katakana */
         u_getIntPropertyValue ((UChar32) c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

/* A letter of a word that white space can part from the next word. */
static inline gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return (g_unichar_isalnum (c) || g_unichar_ismark (c)) && !gloss_is_sign (c);
}

/* Whether white space may begin with @byte. */
static inline gboolean
may_be_white (guchar byte)
{
  return byte <= ' ' || byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3);
}

static int
walk_white (Walker *walker)
{
  const char *white = walker->at;

  while (walker->at < walker->end && gloss_is_white (g_utf8_get_char (walker->at)))
    walker->at = g_utf8_next_char (walker->at);

  if (walker->at == walker->end)
    return WALKER_END;
  if (white > walker->start && white < walker->at &&
      is_letter (g_utf8_get_char (g_utf8_prev_char (white))) &&
      is_letter (g_utf8_get_char (walker->at)))
    return ' ';
  return (guchar) *walker->at++;
}

static inline int
walk (Walker *walker)
{
  const char *at = walker->at;

  if (at < walker->end && !may_be_white ((guchar) *at))
    return (guchar) *walker->at++;

  /* The usual case first: one space between two words. */
  if (at > walker->start && at + 1 < walker->end && *at == ' ' &&
      g_ascii_isalnum (at[-1]) && g_ascii_isalnum (at[1]))
    {
      walker->at++;
      return ' ';
    }
  return walk_white (walker);
}

guint64
gloss_wording_hash (const char *text,
                    gsize       length)
{
  Walker walker = { text, text, text + length };
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  int c;

  while ((c = walk (&walker)) != WALKER_END)
    hash = (hash ^ (guint64) c) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash ^ (hash >> 29);
}

gboolean
gloss_wording_equal (const char *a,
                     gsize       a_length,
                     const char *b,
                     gsize       b_length)
{
  Walker a_walker = { a, a, a + a_length };
  Walker b_walker = { b, b, b + b_length };
  int c;

  if (a_length == b_length && memcmp (a, b, a_length) == 0)
    return TRUE;

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
gloss_wording_is_empty (const char *text,
                        gsize       length)
{
  Walker walker = { text, text, text + length };

  return walk (&walker) == WALKER_END;
}
