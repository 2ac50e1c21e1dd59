/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-citation.h"

#include "document/gloss-numeral.h"

#include <string.h>

char *
gloss_citation_join (const char *symbol,
                     const char *place)
{
  g_return_val_if_fail (symbol != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  if (*symbol == '\0' || *place == '\0')
    return g_strconcat (symbol, place, NULL);

  return g_strconcat (symbol, ", ", place, NULL);
}

/* The digit that @c raises, or -1. */
static int
find_raised_digit (gunichar c)
{
  switch (c)
    {
    case 0x00b9: /* ¹ */
      return 1;
    case 0x00b2: /* ² */
      return 2;
    case 0x00b3: /* ³ */
      return 3;
    case 0x2070: /* ⁰ */
      return 0;
    default:
      return c >= 0x2074 && c <= 0x2079 ? (int) (c - 0x2070) : -1;
    }
}

/* @label without the brackets and stops around it, raised digits as ordinary ones. */
static char *
strip_label (const char *label)
{
  g_autoptr (GString) bare = g_string_new (NULL);
  gsize length = 0;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int digit = find_raised_digit (c);

      if (digit >= 0)
        c = '0' + digit;
      if (bare->len == 0 && !g_unichar_isalnum (c))
        continue;
      g_string_append_unichar (bare, g_unichar_isspace (c) ? ' ' : c);
      if (g_unichar_isalnum (c))
        length = bare->len;
    }

  g_string_truncate (bare, length);
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* 5, 12bis, R123-4, IV, a and the L. of "L. 123-4". */
static gboolean
is_number (const char *word,
           gsize       length)
{
  if (g_ascii_isalpha (*word) && (length == 1 || (length == 2 && word[1] == '.')))
    return TRUE;

  return strcspn (word, "0123456789") < length ||
         (g_ascii_isupper (*word) && gloss_numeral_parse_roman (word, length) > 0);
}

/* Where the number begins in "Article 5" and "CHAPTER II": at the first word that is one. */
static const char *
skip_words (const char *bare)
{
  for (const char *word = bare; *word != '\0';)
    {
      gsize length = strcspn (word, " ");

      if (is_number (word, length))
        return word;
      word += length + strspn (word + length, " ");
    }

  return bare;
}

/* The value of a Chinese number, alone or as in 第五条; 0 where it is none. */
static guint
parse_chinese_label (const char *bare)
{
  const char *start = g_str_has_prefix (bare, "第") ? bare + strlen ("第") : bare;
  const char *end = start + strlen (start);
  guint value = gloss_numeral_parse_chinese (start, end - start);

  if (value == 0 && start > bare && end > start)
    value = gloss_numeral_parse_chinese (start, g_utf8_prev_char (end) - start);

  return value;
}

char *
gloss_citation_number (const char *label)
{
  g_autofree char *bare = NULL;
  guint value;

  g_return_val_if_fail (label != NULL, NULL);

  bare = strip_label (label);
  value = parse_chinese_label (bare);
  return value > 0 ? g_strdup_printf ("%u", value) : g_strdup (skip_words (bare));
}

char *
gloss_citation_number_of_division (const char *label)
{
  g_autofree char *bare = NULL;
  guint value;

  g_return_val_if_fail (label != NULL, NULL);

  bare = strip_label (label);
  value = parse_chinese_label (bare);
  return value > 0 ? gloss_numeral_to_roman (value) : g_strdup (skip_words (bare));
}

gboolean
gloss_citation_is_bracketed (const char *label)
{
  g_return_val_if_fail (label != NULL, FALSE);

  return g_str_has_prefix (label, "(") || g_str_has_prefix (label, "（");
}

char *
gloss_citation_from_label (const char *label,
                           guint       position)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (label != NULL, NULL);

  number = gloss_citation_number (label);
  if (*number == '\0')
    return gloss_citation_add_position ("", position);

  if (gloss_citation_is_bracketed (label))
    return g_strconcat ("(", number, ")", NULL);

  return g_strconcat ("para. ", number, NULL);
}

char *
gloss_citation_add_position (const char *place,
                             guint       position)
{
  g_autofree char *ordinal = gloss_numeral_to_ordinal (position + 1);
  g_autofree char *clause = g_strconcat (ordinal, " clause", NULL);

  return gloss_citation_join (place, clause);
}
