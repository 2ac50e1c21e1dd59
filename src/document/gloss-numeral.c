/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-numeral.h"

#include <string.h>

static const struct
{
  guint       value;
  const char *letters;
} roman_steps[] = {
  { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" },
  { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" },
};

#define ROMAN_MAX      3999
#define ROMAN_MAX_SIZE (sizeof "MMMDCCCLXXXVIII")

static const char *const units_words[] = {
  "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};

static const char *const tens_words[] = {
  "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
};

guint
gloss_numeral_parse_arabic (const char *text,
                            gsize       length)
{
  guint value = 0;

  /* No leading zero: "007" numbers nothing. */
  if (length == 0 || length > 4 || text[0] == '0')
    return 0;

  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      value = value * 10 + g_ascii_digit_value (text[i]);
    }

  return value;
}

char *
gloss_numeral_to_roman (guint value)
{
  GString *roman;

  if (value > ROMAN_MAX)
    return g_strdup_printf ("%u", value);

  roman = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (roman_steps); i++)
    {
      for (; value >= roman_steps[i].value; value -= roman_steps[i].value)
        g_string_append (roman, roman_steps[i].letters);
    }

  return g_string_free (roman, FALSE);
}

guint
gloss_numeral_parse_roman (const char *text,
                           gsize       length)
{
  char upper[ROMAN_MAX_SIZE];
  g_autofree char *canonical = NULL;
  gboolean lower;
  const char *rest = upper;
  guint value = 0;

  if (length == 0 || length >= ROMAN_MAX_SIZE)
    return 0;

  lower = g_ascii_islower (text[0]);
  for (gsize i = 0; i < length; i++)
    {
      upper[i] = g_ascii_toupper (text[i]);
      if (memchr ("MDCLXVI", upper[i], 7) == NULL || !!g_ascii_islower (text[i]) != lower)
        return 0;
    }
  upper[length] = '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (roman_steps); i++)
    {
      for (; g_str_has_prefix (rest, roman_steps[i].letters); rest += strlen (roman_steps[i].letters))
        value += roman_steps[i].value;
    }

  /* Spelling it again refuses what is no number, "IC" and "IIII" as well as "MIX". */
  canonical = gloss_numeral_to_roman (value);
  return g_str_equal (canonical, upper) ? value : 0;
}

/* The value of a Chinese digit or unit (10, 100, 1000); -1 for any other character. */
static int
chinese_value (gunichar c)
{
  static const gunichar signs[] = {
    0x96f6 /* 零 */, 0x4e00 /* 一 */, 0x4e8c /* 二 */, 0x4e09 /* 三 */, 0x56db /* 四 */,
    0x4e94 /* 五 */, 0x516d /* 六 */, 0x4e03 /* 七 */, 0x516b /* 八 */, 0x4e5d /* 九 */,
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (signs[i] == c)
        return i;
    }

  switch (c)
    {
    case 0x3007: /* 〇 */
      return 0;
    case 0x4e24: /* 两 */
      return 2;
    case 0x5341: /* 十 */
      return 10;
    case 0x767e: /* 百 */
      return 100;
    case 0x5343: /* 千 */
      return 1000;
    default:
      return -1;
    }
}

guint
gloss_numeral_parse_chinese (const char *text,
                             gsize       length)
{
  const char *end = text + length;
  guint total = 0, last_unit = 10000, digits = 0;
  int pending = -1;
  gboolean has_unit = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);
      int value;

      if (c >= (gunichar) -2 || (value = chinese_value (c)) < 0)
        return 0;

      if (value < 10)
        {
          /* Digit by digit, 二〇一五; among units a digit stands alone but for a 零 before it. */
          if (has_unit && pending > 0)
            return 0;
          if (!has_unit && ++digits > 4)
            return 0;
          if (!has_unit && pending >= 0)
            total = total * 10 + pending;
          pending = value;
        }
      else
        {
          /* 十 alone is ten; the other units want a digit, and units fall. */
          if ((guint) value >= last_unit || digits > 1 || pending == 0 || (pending < 0 && value != 10))
            return 0;
          total += (pending < 0 ? 1 : pending) * value;
          last_unit = value;
          has_unit = TRUE;
          pending = -1;
        }
    }

  if (pending >= 0)
    total = (has_unit ? total : total * 10) + pending;

  return total;
}

void
gloss_numeral_append (GString *out,
                      guint    value)
{
  char digits[10];
  guint first = sizeof digits;

  g_return_if_fail (out != NULL);

  do
    {
      digits[--first] = (char) ('0' + value % 10);
      value /= 10;
    }
  while (value > 0);

  g_string_append_len (out, digits + first, sizeof digits - first);
}

void
gloss_numeral_append_ordinal (GString *out,
                              guint    value)
{
  const char *suffix = "th";

  if (value / 10 % 10 != 1)
    {
      switch (value % 10)
        {
        case 1:
          suffix = "st";
          break;
        case 2:
          suffix = "nd";
          break;
        case 3:
          suffix = "rd";
          break;
        default:
          break;
        }
    }

  gloss_numeral_append (out, value);
  g_string_append (out, suffix);
}

char *
gloss_numeral_to_ordinal (guint value)
{
  GString *ordinal = g_string_new (NULL);

  gloss_numeral_append_ordinal (ordinal, value);
  return g_string_free (ordinal, FALSE);
}

char *
gloss_numeral_to_ordinal_word (guint value)
{
  static const char *const irregular[] = {
    [1] = "first", [2] = "second", [3] = "third", [5] = "fifth", [8] = "eighth", [9] = "ninth", [12] = "twelfth",
  };
  const char *tens;
  g_autofree char *unit = NULL;

  if (value == 0 || value >= 100)
    return gloss_numeral_to_ordinal (value);

  tens = tens_words[value / 10];
  if (value >= 20 && value % 10 == 0)
    return g_strdup_printf ("%.*sieth", (int) strlen (tens) - 1, tens);

  if (value >= 20)
    value %= 10;
  else
    tens = NULL;

  if (value < G_N_ELEMENTS (irregular) && irregular[value] != NULL)
    unit = g_strdup (irregular[value]);
  else
    unit = g_strconcat (units_words[value], "th", NULL);

  return tens != NULL ? g_strconcat (tens, "-", unit, NULL) : g_steal_pointer (&unit);
}
