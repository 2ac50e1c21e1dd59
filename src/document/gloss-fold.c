/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-fold.h"

#include <string.h>

/* Combining classes from here on are accents and points; below are the marks that make another
 * letter: nuktas, kana voicing marks, viramas. Indic vowel signs have class 0. */
#define FIRST_ACCENT_CLASS 10

typedef struct
{
  GString *folded;
  GArray  *offsets; /* or NULL */
} Fold;

static void
append (Fold    *fold,
        gunichar c,
        guint32  source_byte)
{
  gsize before = fold->folded->len;

  if (c < 0x80)
    g_string_append_c (fold->folded, (char) c);
  else
    g_string_append_unichar (fold->folded, c);

  if (fold->offsets != NULL)
    for (gsize i = before; i < fold->folded->len; i++)
      g_array_append_val (fold->offsets, source_byte);
}

/* A run of white space counts as one space. */
static void
append_space (Fold   *fold,
              guint32 source_byte)
{
  if (fold->folded->len == 0 || fold->folded->str[fold->folded->len - 1] != ' ')
    append (fold, ' ', source_byte);
}

gunichar
gloss_fold_punctuation (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* ‘ ’ ‚ ‛ ʼ ‹ › 『 』 */
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x02bc:
    case 0x2039:
    case 0x203a:
    case 0x300e:
    case 0x300f:
      return '\'';
    case 0x201c: /* “ ” „ ‟ « » 「 」 */
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x00ab:
    case 0x00bb:
    case 0x300c:
    case 0x300d:
      return '"';
    case 0x2010: /* ‐ ‑ ‒ – — ― − */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    default:
      return c;
    }
}

/* (nullable): the plain letters of a small one that Unicode does not take apart: a stroke through a
 * letter is an accent to who looks for it, and two letters that were drawn as one are two. */
static const char *
get_plain_letters (gunichar c)
{
  switch (c)
    {
    case 0x00df: /* ß, of which ẞ is the capital */
      return "ss";
    case 0x00e6: /* æ */
      return "ae";
    case 0x00f8: /* ø */
      return "o";
    case 0x0111: /* đ */
      return "d";
    case 0x0127: /* ħ */
      return "h";
    case 0x0142: /* ł */
      return "l";
    case 0x0153: /* œ */
      return "oe";
    case 0x0167: /* ŧ */
      return "t";
    default:
      return NULL;
    }
}

static void
append_folded (Fold    *fold,
               gunichar c,
               guint32  source_byte)
{
  const char *plain;

  if (g_unichar_isspace (c))
    {
      append_space (fold, source_byte);
      return;
    }

  if (g_unichar_combining_class (c) >= FIRST_ACCENT_CLASS || g_unichar_type (c) == G_UNICODE_FORMAT || c == 0x00ad)
    return;

  /* By way of the capital, so that both small sigmas meet. */
  c = g_unichar_tolower (g_unichar_toupper (gloss_fold_punctuation (c)));
  plain = get_plain_letters (c);
  if (plain == NULL)
    append (fold, c, source_byte);
  for (; plain != NULL && *plain != '\0'; plain++)
    append (fold, *plain, source_byte);
}

char *
gloss_fold (const char  *text,
            GArray     **offsets)
{
  Fold fold = { .folded = g_string_sized_new (strlen (text)) };

  if (offsets != NULL)
    fold.offsets = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint32 source_byte = (guint32) (p - text);
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        {
          if (g_ascii_isspace (c))
            append_space (&fold, source_byte);
          else
            append (&fold, g_ascii_tolower (c), source_byte);
        }
      else if (c >= 0xac00 && c <= 0xd7a3)
        append (&fold, c, source_byte);
      else
        {
          gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
          gsize n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

          for (gsize i = 0; i < n_parts; i++)
            append_folded (&fold, parts[i], source_byte);
        }
    }

  if (fold.offsets != NULL)
    {
      guint32 end = (guint32) strlen (text);

      g_array_append_val (fold.offsets, end);
      *offsets = fold.offsets;
    }

  return g_string_free_and_steal (fold.folded);
}

/* The end of the character at the byte @start, with the accents that follow it. */
static guint
end_of_character (const char *text,
                  guint       start)
{
  const char *p = g_utf8_next_char (text + start);

  while (*p != '\0' && g_unichar_combining_class (g_utf8_get_char (p)) > 0)
    p = g_utf8_next_char (p);

  return (guint) (p - text);
}

void
gloss_fold_find_all (const char *text,
                     const char *needle,
                     GArray     *matches)
{
  gsize length = strlen (needle);
  g_autofree char *folded = NULL;
  g_autoptr (GArray) offsets = NULL;
  guint last_end = 0;

  if (length == 0)
    return;

  /* Most texts don't have it: the offsets are made for those that do. */
  folded = gloss_fold (text, NULL);
  if (strstr (folded, needle) == NULL)
    return;

  g_free (folded);
  folded = gloss_fold (text, &offsets);

  for (const char *found = folded; (found = strstr (found, needle)) != NULL; found += length)
    {
      gsize start = (gsize) (found - folded);
      GlossFoldMatch match = {
        .start_byte = g_array_index (offsets, guint32, start),
        .end_byte = end_of_character (text, g_array_index (offsets, guint32, start + length - 1)),
      };

      /* Two parts of one ligature are one place. */
      if (match.start_byte >= last_end)
        {
          g_array_append_val (matches, match);
          last_end = match.end_byte;
        }
    }
}
