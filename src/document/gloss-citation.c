/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-citation.h"

#include "document/gloss-numeral.h"

#include <string.h>

char *
gloss_citation_clean (char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  for (guchar *p = (guchar *) text; *p != '\0'; p++)
    {
      if (*p < 0x20 || *p == 0x7f)
        *p = ' ';
      else if (p[0] == 0xef && p[1] == 0xbf && p[2] > 0xbd)
        p[2] = 0xbd; /* U+FFFE and U+FFFF -> U+FFFD */
    }

  return text;
}

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

static char *
strip_ascii_label (const char *label)
{
  const char *start = label;
  const char *end = label + strlen (label);

  while (*start != '\0' && !g_ascii_isalnum (*start))
    start++;
  while (end > start && !g_ascii_isalnum (end[-1]))
    end--;

  return gloss_citation_clean (g_strndup (start, end - start));
}

/* @label without the brackets and stops around it, raised digits as ordinary ones. */
static char *
strip_label (const char *label)
{
  g_autoptr (GString) bare = NULL;
  gsize length = 0;

  if (g_str_is_ascii (label))
    return strip_ascii_label (label);

  bare = g_string_new (NULL);
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
  return gloss_citation_clean (g_string_free (g_steal_pointer (&bare), FALSE));
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

  if (*label == '\0')
    return gloss_citation_add_position ("", position);

  number = gloss_citation_number (label);
  if (*number == '\0')
    return gloss_citation_add_position ("", position);

  if (gloss_citation_is_bracketed (label))
    return g_strconcat ("(", number, ")", NULL);

  return g_strconcat ("para. ", number, NULL);
}

void
gloss_citation_append_position (GString *citation,
                                guint    position)
{
  g_return_if_fail (citation != NULL);

  if (citation->len > 0)
    g_string_append (citation, ", ");
  gloss_numeral_append_ordinal (citation, position + 1);
  g_string_append (citation, " clause");
}

char *
gloss_citation_add_position (const char *place,
                             guint       position)
{
  GString *citation = g_string_new (place);

  gloss_citation_append_position (citation, position);
  return g_string_free (citation, FALSE);
}

gboolean
gloss_citation_find_annex (const char  *heading,
                           const char **noun,
                           char       **number)
{
  static const char *const nouns[] = { "annex", "appendix", "schedule", "attachment", "enclosure" };
  g_autofree char *word = NULL;
  const char *start;
  gsize length;

  g_return_val_if_fail (heading != NULL, FALSE);
  g_return_val_if_fail (noun != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  length = strcspn (heading, " \n");
  if (heading[length] == '\0')
    return FALSE;

  word = g_ascii_strdown (heading, length);
  start = heading + length + 1;
  length = strcspn (start, " \n.:,;");
  if (gloss_numeral_parse_arabic (start, length) == 0 &&
      !(g_ascii_isupper (*start) && (length == 1 || gloss_numeral_parse_roman (start, length) > 0)))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      if (g_str_has_prefix (word, nouns[i]))
        {
          *noun = nouns[i];
          *number = g_strndup (start, length);
          return TRUE;
        }
    }

  return FALSE;
}
