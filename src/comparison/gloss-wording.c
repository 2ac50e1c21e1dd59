/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-wording"

#include "config.h"

#include "comparison/gloss-wording.h"

#include <string.h>

#include <unicode/uchar.h>

/* Walks over the wording of a text, sign by sign: white space comes out as one ' ' where it parts
 * two words, else not at all. */
typedef struct
{
  const char *at;
  const char *end;
  gboolean after_letter; /* the sign before was a letter of a script that parts its words */
} Walker;

#define WALKER_END ((gunichar) -1)

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

static inline gunichar
peek (const char *at)
{
  guchar byte = (guchar) *at;

  return byte < 0x80 ? byte : g_utf8_get_char (at);
}

static inline gunichar
walk (Walker *walker)
{
  gboolean spaced = FALSE;
  gunichar c;

  while (TRUE)
    {
      if (walker->at >= walker->end)
        return WALKER_END;
      c = peek (walker->at);
      if (!gloss_is_white (c))
        break;
      spaced = TRUE;
      walker->at = g_utf8_next_char (walker->at);
    }

  if (spaced && walker->after_letter && is_letter (c))
    {
      walker->after_letter = FALSE;
      return ' ';
    }

  walker->at = g_utf8_next_char (walker->at);
  walker->after_letter = is_letter (c);
  return c;
}

guint64
gloss_wording_hash (const char *text,
                    gsize       length)
{
  Walker walker = { text, text + length, FALSE };
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  gunichar c;

  while ((c = walk (&walker)) != WALKER_END)
    hash = (hash ^ c) * G_GUINT64_CONSTANT (0x100000001b3);

  return hash ^ (hash >> 29);
}

gboolean
gloss_wording_equal (const char *a,
                     gsize       a_length,
                     const char *b,
                     gsize       b_length)
{
  Walker a_walker = { a, a + a_length, FALSE };
  Walker b_walker = { b, b + b_length, FALSE };
  gunichar c;

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
  Walker walker = { text, text + length, FALSE };

  return walk (&walker) == WALKER_END;
}
