/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Texts made by a seeded generator, for the tests of properties: prose, headings, and whatever UTF-8
 * can hold. */

static const char *const random_pieces[] = {
  "the", "of", "States", "security", "information", "shall", "not", "international", "a", "peace",
  "co-operate", "State's", "1,000.5", "A/69/723", "Internet", "and", "or", "(a)", "war", "x:y",
  " ", " ", " ", " ", " ", " ", "  ", "\n", "\r\n", "\t", "\302\240", "\343\200\200",
  ",", ".", ";", ":", "(", ")", "\"", "'", "\342\200\231", "\342\200\234", "\342\200\224", "_", "-",
  "国", "内", "政", "治", "他", "信息", "安全", "，", "。", "的", "网络", "々",
  "e\314\201", "\314\201", "é", "ß", "Ω", "договор", "ё", "\330\247\331\204\330\243\331\205\331\206",
  "\331\221", "\327\251\327\234\327\225\327\235", "ไทย", "ภาษา", "日本語", "カタカナ", "ひらがな", "한국어",
  "\360\237\221\251\342\200\215\360\237\232\200", "\360\237\207\250\360\237\207\263", "\360\240\200\200",
  "\001", "\033", "\177", "\342\200\213", "\342\200\217", "\342\200\256", "\357\273\277", "\357\277\277",
  "\342\200\250", "\302\255", "\302\205", "ＡＢ", "１２", "½", "²",
  "...", "…", "ﬁ", "ﬃ", "Ⅳ", "⑴", "٥", "ـ", "\342\274\210", "ﻻ", "ﺁ",
};

static inline char *
make_random_text (GRand *rand,
                  guint  max_pieces)
{
  static const char *const headings[] = { "Article 1", "Article 2", "第三条", "CHAPTER IV" };
  GString *text = g_string_new (NULL);
  guint n_pieces = (guint) g_rand_int_range (rand, 0, (gint32) max_pieces + 1);
  /* Few sorts of pieces make much to match. */
  guint n_sorts = (guint) g_rand_int_range (rand, 2, G_N_ELEMENTS (random_pieces) + 1);
  guint offset = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (random_pieces));

  if (g_rand_int_range (rand, 0, 8) == 0)
    {
      g_string_append (text, headings[g_rand_int_range (rand, 0, G_N_ELEMENTS (headings))]);
      n_pieces = 0;
    }
  for (guint i = 0; i < n_pieces; i++)
    {
      guint sort = (offset + (guint) g_rand_int_range (rand, 0, (gint32) n_sorts)) %
                   G_N_ELEMENTS (random_pieces);

      g_string_append (text, random_pieces[sort]);
      if (g_rand_int_range (rand, 0, 3) == 0)
        g_string_append_c (text, ' ');
    }

  return g_string_free (text, FALSE);
}

/* @text with some pieces taken out and some put in. */
static inline char *
edit_random_text (GRand      *rand,
                  const char *text)
{
  GString *edited = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      switch (g_rand_int_range (rand, 0, 24))
        {
        case 0:
          break;
        case 1:
          g_string_append (edited, random_pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (random_pieces))]);
          G_GNUC_FALLTHROUGH;
        default:
          g_string_append_unichar (edited, g_utf8_get_char (at));
        }
    }

  return g_string_free (edited, FALSE);
}

/* @text with some of its characters in a typographic variant. */
static inline char *
vary_random_text (GRand      *rand,
                  const char *text)
{
  static const char *const variants[][2] = {
    { "'", "\342\200\231" }, { "\"", "\342\200\236" }, { "-", "\342\200\223" }, { ",", "\357\274\214" },
    { "(", "\357\274\210" }, { "a", "\357\275\201" }, { "1", "\357\274\221" }, { " ", "\302\240" },
    { "é", "e\314\201" }, { "x", "x\342\200\213" },
    { "...", "…" }, { "\"", "'" }, { "i", "ⅰ" }, { "و", "وـ" }, { "人", "\342\274\210" },
  };
  GString *varied = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint k = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (variants));

      if (g_str_has_prefix (at, variants[k][0]))
        g_string_append (varied, variants[k][1]);
      else
        g_string_append_unichar (varied, g_utf8_get_char (at));
    }

  return g_string_free (varied, FALSE);
}
