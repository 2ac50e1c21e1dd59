/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "comparison/gloss-variants.h"

#include "document/gloss-fold.h"

/* What is not seen: the space without a width, the marks of direction, what joins, what only
 * stretches a word, and where a word may be parted. */
static gboolean
is_unseen (gunichar c)
{
  return c == 0xAD || c == 0x640 || c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/* Of what Unicode takes apart, the shapes that say nothing else: superscripts do. */
static gboolean
is_shape (gunichar c)
{
  static const struct
  {
    gunichar first;
    gunichar last;
  } shapes[] = {
    { 0x2024, 0x2026 }, /* … */
    { 0x2160, 0x217F }, /* Ⅳ */
    { 0x2474, 0x249B }, /* ⑴ ⒈ */
    { 0x2F00, 0x2FD5 }, /* the radicals that look like signs, which PDF files have for them */
    { 0x3220, 0x3229 }, /* ㈠ */
    { 0xF900, 0xFAFF }, /* signs that stand in Unicode twice */
    { 0xFB00, 0xFB06 }, /* ﬁ */
    { 0xFB50, 0xFBB1 }, /* Arabic letters as they are joined */
    { 0xFBD3, 0xFBE9 },
    { 0xFBFC, 0xFBFF },
    { 0xFDF2, 0xFDF2 },
    { 0xFE80, 0xFEFC },
    { 0xFF61, 0xFF9D }, /* ｶ */
    { 0xFFE0, 0xFFE2 }, /* ￠ */
    { 0xFFE4, 0xFFE6 }, /* ￥ */
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (c <= shapes[i].last)
      return c >= shapes[i].first;

  return FALSE;
}

static gunichar
find_plain_punctuation (gunichar c)
{
  switch (c)
    {
    case 0x00B4: /* ´ ′ ‵ */
    case 0x2032:
    case 0x2035:
      return '\'';
    case 0x2033: /* ″ ‶ 〝 〞 〟 */
    case 0x2036:
    case 0x301D:
    case 0x301E:
    case 0x301F:
      return '"';
    case 0x2500: /* ─ ⸺ ⸻ ﹘ ﹣ */
    case 0x2E3A:
    case 0x2E3B:
    case 0xFE58:
    case 0xFE63:
      return '-';
    case 0x301C: /* 〜 */
      return '~';
    default:
      return gloss_fold_punctuation (c);
    }
}

/* Takes a shape apart, but for accents: those go with their letter. */
static guint
take_apart (gunichar c,
            gunichar plain[GLOSS_VARIANT_MAX])
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  guint n = 0;

  for (gsize i = 0; i < MIN (n_parts, G_N_ELEMENTS (parts)); i++)
    {
      gunichar composed;

      if (n > 0 && g_unichar_compose (plain[n - 1], parts[i], &composed))
        plain[n - 1] = composed;
      else if (n < GLOSS_VARIANT_MAX)
        plain[n++] = find_plain_punctuation (parts[i]);
    }

  return n;
}

guint
gloss_variant_expand (gunichar c,
                      gunichar plain[GLOSS_VARIANT_MAX])
{
  plain[0] = c;
  if (!gloss_may_be_variant (c))
    return 1;
  if (is_unseen (c))
    return 0;
  if (is_shape (c))
    return take_apart (c, plain);

  if (c >= 0xFF01 && c <= 0xFF5E) /* Ａ （ */
    plain[0] = c - 0xFF01 + 0x21;
  else if ((c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9)) /* ٥ ۵ */
    plain[0] = '0' + (c & 0xF);
  else
    plain[0] = find_plain_punctuation (c);
  return 1;
}

gunichar
gloss_variant_to_plain (gunichar c)
{
  gunichar plain[GLOSS_VARIANT_MAX];

  return gloss_variant_expand (c, plain) > 0 ? plain[0] : 0;
}
