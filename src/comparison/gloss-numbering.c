/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-numbering"

#include "config.h"

#include "comparison/gloss-numbering.h"

#include "comparison/gloss-variants.h"
#include "comparison/gloss-wording.h"
#include "document/gloss-numeral.h"

#include <string.h>

/* No such line is longer, in bytes. */
#define MAX_LENGTH 64

/* Nor are there more characters in the number of 第五百二十一条, or bytes in "12.13.14.". */
#define MAX_CHINESE 12
#define MAX_BARE    16

static const char *const chinese_names[] = { "条", "條", "章", "节", "節", "编", "編", "篇", "款", "项", "項", "部分", "部" };

/* In small letters. A word that is none of them may be any word before a number: "May 2015". */
static const char *const known_names[] = {
  "article", "articles", "art", "section", "sect", "sec", "chapter", "chap", "part", "title", "book", "rule", "regulation",
  "paragraph", "para", "clause", "annex", "appendix", "schedule", "item", "principle", "recital", "protocol",
  "chapitre", "partie", "titre", "livre", "annexe", "règle", "paragraphe", "principe",
  "artículo", "capítulo", "sección", "parte", "título", "libro", "anexo", "regla", "párrafo", "principio",
  "статья", "ст", "глава", "раздел", "часть", "пункт", "приложение", "правило", "принцип",
  "المادة", "مادة", "الفصل", "فصل", "الباب", "القسم", "الجزء", "الفقرة", "المرفق", "المبدأ",
  "artikel", "kapitel", "abschnitt", "teil", "anlage", "anhang",
};

/* Numbers that are words. */
static const char *const ordinals[] = {
  "premier", "première", "primero", "primera", "segundo", "segunda", "tercero", "tercera", "cuarto", "cuarta",
  "quinto", "quinta", "sexto", "sexta", "séptimo", "séptima", "octavo", "octava", "noveno", "novena", "décimo",
  "décima", "первая", "первый", "الأول", "الأولى", "الثاني", "الثانية", "الثالث", "الثالثة", "الرابع", "الرابعة",
  "الخامس", "الخامسة", "السادس", "السادسة", "السابع", "السابعة", "الثامن", "الثامنة", "التاسع", "التاسعة",
  "العاشر", "العاشرة",
};

/* What stands behind the number of a clause that was put in between others. */
static const char *const suffixes[] = {
  "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "مكرر", "مكررا",
};

/* What a clause that amends another text begins with, where small letters do not tell: the number before
 * it is that of what is amended. */
static const char *const amending_words[] = {
  "delete", "replace", "insert", "add", "amend", "substitute", "omit", "repeal",
  "supprimer", "remplacer", "insérer", "ajouter", "modifier",
  "suprimir", "suprímase", "suprímanse", "sustituir", "sustitúyase", "insertar", "insértese", "añadir", "añádase",
  "исключить", "заменить", "включить", "добавить", "дополнить", "изложить",
  "يحذف", "تحذف", "يستعاض", "يضاف", "تضاف", "يعدل", "تعدل",
};
static const char *const amending_signs[] = { "删除", "删去", "修改为", "改为", "替换", "增加", "增列" };

/* A part of a text. */
typedef struct
{
  const char *start;
  const char *end;
} Part;

static gboolean
part_is_empty (const Part *part)
{
  return part->start >= part->end;
}

static gunichar
part_get_first (const Part *part)
{
  return part_is_empty (part) ? 0 : g_utf8_get_char (part->start);
}

static gunichar
part_get_last (const Part *part)
{
  return part_is_empty (part) ? 0 : g_utf8_get_char (g_utf8_find_prev_char (part->start, part->end));
}

static void
part_drop_first (Part *part)
{
  part->start = g_utf8_next_char (part->start);
}

static void
part_drop_last (Part *part)
{
  part->end = g_utf8_find_prev_char (part->start, part->end);
}

static void
part_strip (Part *part)
{
  while (!part_is_empty (part) && gloss_is_white (part_get_first (part)))
    part_drop_first (part);
  while (!part_is_empty (part) && gloss_is_white (part_get_last (part)))
    part_drop_last (part);
}

static gboolean
part_take_prefix (Part       *part,
                  const char *prefix)
{
  gsize length = strlen (prefix);

  if ((gsize) (part->end - part->start) < length || memcmp (part->start, prefix, length) != 0)
    return FALSE;
  part->start += length;
  return TRUE;
}

static gboolean
part_take_suffix (Part       *part,
                  const char *suffix)
{
  gsize length = strlen (suffix);

  if ((gsize) (part->end - part->start) < length || memcmp (part->end - length, suffix, length) != 0)
    return FALSE;
  part->end -= length;
  return TRUE;
}

/* 12, 3.1, 12a, 12bis, ١٢: what begins with a digit and has no sign in it but points and strokes. */
static gboolean
is_digits (const Part *part)
{
  guint letters = 0;

  if (!g_unichar_isdigit (part_get_first (part)))
    return FALSE;
  for (Part rest = *part; !part_is_empty (&rest); part_drop_first (&rest))
    {
      gunichar c = part_get_first (&rest);

      if (g_unichar_isalpha (c))
        letters++;
      else if (!g_unichar_isdigit (c) && c != '.' && c != '-' && c != '/')
        return FALSE;
    }

  return letters <= 6;
}

static gboolean
is_number (const Part *part)
{
  gsize length = (gsize) (part->end - part->start);

  if (part_is_empty (part))
    return FALSE;
  return is_digits (part) || gloss_numeral_parse_roman (part->start, length) != 0 ||
         (length == 1 && g_ascii_isupper (part->start[0]));
}

/* 第十二条: the name is what stands behind the number. */
static gboolean
split_chinese (Part  text,
               Part *name)
{
  if (!part_take_prefix (&text, "第"))
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (chinese_names); k++)
    {
      Part number = text;

      if (!part_take_suffix (&number, chinese_names[k]))
        continue;
      *name = (Part) { number.end, text.end };
      part_strip (&number);
      return gloss_numeral_parse_chinese (number.start, (gsize) (number.end - number.start)) != 0 ||
             (!part_is_empty (&number) && is_digits (&number));
    }

  return FALSE;
}

/* "Article 5", "Art. 5:", "§ 5": a word or a sign of sections, and a number. */
static gboolean
split_named (Part  text,
             Part *name)
{
  Part number;

  while (part_get_last (&text) == '.' || part_get_last (&text) == ':')
    part_drop_last (&text);

  number = text;
  while (part_get_first (&number) == 0xA7)
    part_drop_first (&number);
  if (number.start == text.start)
    while (!part_is_empty (&number) && g_unichar_isalpha (part_get_first (&number)))
      part_drop_first (&number);
  *name = (Part) { text.start, number.start };
  if (part_is_empty (name))
    return FALSE;
  if (part_get_first (&number) == '.')
    part_drop_first (&number);

  /* A word is parted from its number by white space: "B12" is one word. */
  if (part_get_first (name) != 0xA7 && !gloss_is_white (part_get_first (&number)))
    return FALSE;
  part_strip (&number);
  return is_number (&number);
}

/* Gives the name of what @text numbers; FALSE where it does no such thing. */
static gboolean
split (const char *text,
       gsize       length,
       Part       *name)
{
  Part whole = { text, text + length };

  if (length > MAX_LENGTH)
    return FALSE;
  part_strip (&whole);
  return split_chinese (whole, name) || split_named (whole, name);
}

/* Whether the part is one of @words, which are in small letters. */
static gboolean
is_one_of (const Part        *part,
           const char *const *words,
           guint              n_words)
{
  g_autofree char *lower = g_utf8_strdown (part->start, part->end - part->start);

  for (guint k = 0; k < n_words; k++)
    if (g_str_equal (words[k], lower))
      return TRUE;

  return FALSE;
}

static gboolean
is_known_name (const Part *name)
{
  return part_get_first (name) == 0xA7 || is_one_of (name, known_names, G_N_ELEMENTS (known_names));
}

/* Takes the letters that @text begins with: no more than a name has. */
static Part
part_take_letters (Part *text)
{
  Part letters = { text->start, text->start };

  while (!part_is_empty (text) && text->start - letters.start < MAX_LENGTH && g_unichar_isalpha (part_get_first (text)))
    part_drop_first (text);
  letters.end = text->start;
  return letters;
}

static void
part_skip_white (Part *part)
{
  while (!part_is_empty (part) && gloss_is_white (part_get_first (part)))
    part_drop_first (part);
}

static gboolean
is_dash (gunichar c)
{
  return gloss_variant_to_plain (c) == '-';
}

/* 第五条之一 is a clause that was put in behind 第五条. */
static void
skip_chinese_suffix (Part *rest)
{
  Part probe = *rest;
  const char *number;

  if (!part_take_prefix (&probe, "之"))
    return;
  number = probe.start;
  while (!part_is_empty (&probe) && gloss_numeral_parse_chinese (probe.start, g_utf8_skip[(guchar) *probe.start]) != 0)
    part_drop_first (&probe);
  if (probe.start > number)
    *rest = probe;
}

/* The end of 第五条, or NULL. */
static const char *
scan_chinese (Part text)
{
  Part rest = text;
  Part name;

  if (!part_take_prefix (&rest, "第"))
    return NULL;
  for (guint i = 0; i < MAX_CHINESE && !part_is_empty (&rest); i++, part_drop_first (&rest))
    for (guint k = 0; k < G_N_ELEMENTS (chinese_names); k++)
      {
        Part after = rest;
        Part label;

        if (!part_take_prefix (&after, chinese_names[k]))
          continue;
        label = (Part) { text.start, after.start };
        skip_chinese_suffix (&after);
        if (split_chinese (label, &name) &&
            (part_is_empty (&after) || gloss_is_white (part_get_first (&after)) || part_get_first (&after) == 0xFF1A))
          return after.start;
      }

  return NULL;
}

/* Takes " bis" from behind a number. */
static void
take_suffix (Part *rest)
{
  Part probe = *rest;
  Part letters;

  part_skip_white (&probe);
  letters = part_take_letters (&probe);
  if (!part_is_empty (&letters) && is_one_of (&letters, suffixes, G_N_ELEMENTS (suffixes)))
    *rest = probe;
}

/* Takes "5", "(5)", "5.", "5º.-" or "premier." up to white space or a colon; @ends: whether it ends in a
 * sign that parts it from what follows. */
static gboolean
take_number (Part     *rest,
             gboolean *ends)
{
  Part number = { rest->start, rest->start };

  *ends = FALSE;
  while (!part_is_empty (rest) && rest->start - number.start < MAX_LENGTH && !gloss_is_white (part_get_first (rest)) &&
         part_get_first (rest) != ':')
    part_drop_first (rest);
  number.end = rest->start;
  while (part_get_last (&number) == '.' || is_dash (part_get_last (&number)) || part_get_last (&number) == 0xBA ||
         part_get_last (&number) == 0xB0)
    {
      *ends |= part_get_last (&number) == '.' || is_dash (part_get_last (&number));
      part_drop_last (&number);
    }
  if (part_get_first (&number) == '(' && part_get_last (&number) == ')')
    {
      part_drop_first (&number);
      part_drop_last (&number);
    }

  return is_number (&number) ||
         ((*ends || part_get_first (rest) == ':') &&
          is_one_of (&number, ordinals, G_N_ELEMENTS (ordinals)));
}

/* The end of "Article 5." or "§ 5", or NULL. */
static const char *
scan_named (Part text)
{
  Part rest = text;
  Part name;
  const char *end;
  gboolean ends;

  while (part_get_first (&rest) == 0xA7)
    part_drop_first (&rest);
  if (rest.start == text.start)
    part_take_letters (&rest);
  name = (Part) { text.start, rest.start };
  if (part_is_empty (&name))
    return NULL;

  part_take_prefix (&rest, ".");
  if (part_get_first (&name) != 0xA7 && !gloss_is_white (part_get_first (&rest)))
    return NULL;
  part_skip_white (&rest);
  if (!take_number (&rest, &ends) || !is_known_name (&name))
    return NULL;
  if (!ends)
    {
      take_suffix (&rest);
      ends = part_take_prefix (&rest, ".");
    }
  if (ends || part_take_prefix (&rest, ":") || part_is_empty (&rest) || part_get_first (&rest) == '\n')
    return rest.start;

  end = rest.start;
  part_skip_white (&rest);
  if (part_take_prefix (&rest, ":"))
    return rest.start;
  return is_dash (part_get_first (&rest)) || part_is_empty (&rest) ? end : NULL;
}

/* Whether a clause begins here that amends another one. */
static gboolean
is_amending (Part text)
{
  Part word;

  if (g_unichar_islower (part_get_first (&text)))
    return TRUE;
  for (guint k = 0; k < G_N_ELEMENTS (amending_signs); k++)
    if (part_take_prefix (&text, amending_signs[k]))
      return TRUE;
  word = part_take_letters (&text);
  return !part_is_empty (&word) && is_one_of (&word, amending_words, G_N_ELEMENTS (amending_words));
}

/* The end of "а)", "(ب)", "١-" or "①", or NULL: what is not in Latin letters and digits. */
static const char *
scan_foreign (Part text)
{
  Part rest = text;
  gboolean bracket = part_take_prefix (&rest, "(");
  gunichar c = part_get_first (&rest);
  gboolean is_digit = c >= 0x80 && g_unichar_isdigit (c);

  if ((c >= 0x2460 && c <= 0x249B) || (c >= 0x3220 && c <= 0x3229))
    return bracket ? NULL : g_utf8_next_char (rest.start);
  if (!is_digit && !(c >= 0x410 && c <= 0x44F) && !(c >= 0x621 && c <= 0x64A))
    return NULL;

  do
    part_drop_first (&rest);
  while (rest.start - text.start < MAX_BARE &&
         (part_get_first (&rest) == 0x640 || (is_digit && g_unichar_isdigit (part_get_first (&rest)))));
  if (!part_take_prefix (&rest, ")"))
    {
      if (bracket || part_is_empty (&rest) || !(is_dash (part_get_first (&rest)) || (is_digit && *rest.start == '.')))
        return NULL;
      part_drop_first (&rest);
    }
  return gloss_is_white (part_get_first (&rest)) ? rest.start : NULL;
}

/* Whether a sentence or a title begins here, and not the unit of a number. */
static gboolean
is_sentence (Part text)
{
  gunichar first = part_get_first (&text);
  gunichar second;

  if (!g_unichar_isalpha (first) || g_unichar_islower (first))
    return FALSE;
  if (!g_unichar_isupper (first))
    return TRUE;
  part_drop_first (&text);
  second = part_get_first (&text);
  return g_unichar_islower (second) || gloss_is_white (second);
}

/* The end of "1.2", "1)", "iv)", "1.-", "1º" or "1、", or NULL. */
static const char *
scan_bare (Part text)
{
  Part rest = text;
  Part number;
  guint n_points = 0;
  gsize length;

  while (rest.start - text.start < MAX_BARE && !part_is_empty (&rest) &&
         (g_ascii_isalnum (*rest.start) || *rest.start == '.'))
    n_points += *rest.start++ == '.';
  number = (Part) { text.start, rest.start };
  length = (gsize) (number.end - number.start);
  if (part_is_empty (&number))
    return NULL;

  if (n_points > 0)
    {
      const char *end = rest.start;

      if (n_points == 1 && part_get_last (&number) == '.')
        {
          if (!g_ascii_isdigit (*number.start) || !is_dash (part_get_first (&rest)))
            return NULL;
          part_drop_first (&rest);
          return gloss_is_white (part_get_first (&rest)) ? rest.start : NULL;
        }
      for (const char *p = number.start; p < number.end; p++)
        if (!g_ascii_isdigit (*p) && (*p != '.' || p == number.start || p[-1] == '.'))
          return NULL;
      part_skip_white (&rest);
      return rest.start > end && is_sentence (rest) ? end : NULL;
    }

  /* Mostly it is a word like any other, and no number need be looked for in it. */
  if (part_is_empty (&rest) || g_ascii_isspace (*rest.start))
    return NULL;
  if (gloss_numeral_parse_arabic (number.start, length) > 0 && part_take_prefix (&rest, "、"))
    return rest.start;
  if ((length == 1 && g_ascii_isalpha (*number.start)) || gloss_numeral_parse_roman (number.start, length) > 0 ||
      gloss_numeral_parse_arabic (number.start, length) > 0)
    {
      gboolean ends = part_take_prefix (&rest, ")") || part_take_prefix (&rest, "）");

      if (!ends && g_ascii_isdigit (*number.start))
        ends = part_take_prefix (&rest, "º") || part_take_prefix (&rest, "°");
      return ends && gloss_is_white (part_get_first (&rest)) ? rest.start : NULL;
    }

  return NULL;
}

gsize
gloss_numbering_scan (const char *text,
                      gsize       length,
                      gsize      *skip)
{
  Part whole = { text, text + length };
  Part rest = whole;
  const char *end;
  gboolean is_named;

  *skip = 0;
  if (length == 0)
    return 0;
  end = scan_chinese (whole);
  if (end == NULL)
    end = scan_named (whole);
  is_named = end != NULL;
  if (end == NULL)
    end = scan_bare (whole);
  if (end == NULL)
    end = scan_foreign (whole);
  if (end == NULL)
    return 0;

  rest.start = end;
  part_take_prefix (&rest, "：");
  part_skip_white (&rest);
  if (is_dash (part_get_first (&rest)))
    part_drop_first (&rest);
  part_skip_white (&rest);
  if (is_named && is_amending (rest))
    return 0;
  *skip = (gsize) (rest.start - text);
  return (gsize) (end - text);
}

gboolean
gloss_is_numbering (const char *text,
                    gsize       length)
{
  Part name;

  return split (text, length, &name);
}

gboolean
gloss_numbering_have_same_name (const char *a,
                                gsize       a_length,
                                const char *b,
                                gsize       b_length)
{
  Part names[2];
  g_autofree char *a_folded = NULL;
  g_autofree char *b_folded = NULL;
  gboolean a_is = split (a, a_length, &names[0]);
  gboolean b_is = split (b, b_length, &names[1]);

  if (!a_is || !b_is)
    return a_is == b_is;
  a_folded = g_utf8_casefold (names[0].start, names[0].end - names[0].start);
  b_folded = g_utf8_casefold (names[1].start, names[1].end - names[1].start);
  return g_str_equal (a_folded, b_folded);
}
