/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-fold.h"

#include <string.h>

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "State", "state" },
    { "ÉCOLE e\xcc\x81t\xc3\xa9", "ecole ete" },
    { "Straße", "strasse" },
    { "Łódź, Søren ǾRE, Đà Nẵng, Ħal Ŧ", "lodz, soren ore, da nang, hal t" },
    { "Æon ǽ ŒUVRE œuvre", "aeon ae oeuvre oeuvre" },
    { "ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ" },
    { "Ёлка, йод", "елка, иод" },
    { "ＩＣＴ　２０１５", "ict 2015" },
    { "信息安全", "信息安全" },
    { "（八）", "(八)" },
    { "ﬁn", "fin" },
    { "a  b\t\n c\xc2\xa0" "d", "a b c d" },
    { "People’s “code” – of", "people's \"code\" - of" },
    { "「守则」 ‹code›", "\"守则\" 'code'" },
    { "co\xc2\xadop\xe2\x80\x8b", "coop" },
    { "إعلان أمن", "اعلان امن" },
    { "مُحَمَّد", "محمد" },
    { "한국", "한국" },
    { "हिन्दी", "हिन्दी" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = gloss_fold (cases[i].text, NULL);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

/* Each byte of the folded text points at the beginning of a character, never backwards. */
static void
test_offsets (void)
{
  const char *text = "ﬁn  É\xcc\x81t—Straße 信息\n";
  g_autoptr (GArray) offsets = NULL;
  g_autofree char *folded = gloss_fold (text, &offsets);
  guint32 last = 0;

  g_assert_cmpuint (offsets->len, ==, strlen (folded) + 1);
  for (guint i = 0; i < offsets->len; i++)
    {
      guint32 offset = g_array_index (offsets, guint32, i);

      g_assert_cmpuint (offset, >=, last);
      g_assert_cmpuint (offset, <=, strlen (text));
      g_assert_cmpuint ((guchar) text[offset] & 0xc0, !=, 0x80);
      last = offset;
    }
  g_assert_cmpuint (last, ==, strlen (text));
}

/* What was found, each between "|". */
static char *
find (const char *text,
      const char *words)
{
  g_autofree char *needle = gloss_fold (words, NULL);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (GlossFoldMatch));
  GString *found = g_string_new ("|");

  gloss_fold_find_all (text, needle, matches);
  for (guint i = 0; i < matches->len; i++)
    {
      GlossFoldMatch match = g_array_index (matches, GlossFoldMatch, i);

      g_string_append_len (found, text + match.start_byte, match.end_byte - match.start_byte);
      g_string_append_c (found, '|');
    }

  return g_string_free_and_steal (found);
}

static void
assert_found (const char *text,
              const char *words,
              const char *expected)
{
  g_autofree char *found = find (text, words);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_find_all (void)
{
  assert_found ("States and the State", "state", "|State|State|");
  assert_found ("States", "", "|");
  assert_found ("States", "status", "|");
  assert_found ("aaaa", "aa", "|aa|aa|");
  assert_found ("l’e\xcc\x81" "cole", "ecole", "|e\xcc\x81" "cole|");
  assert_found ("caf\x65\xcc\x81 noir", "CAFÉ", "|caf\x65\xcc\x81|");
  assert_found ("the   right\nto", "the right to", "|the   right\nto|");
  assert_found ("the   end", "the", "|the|");
  assert_found ("oﬃce", "f", "|ﬃ|");
  assert_found ("维护信息安全，信息空间", "信息", "|信息|信息|");
  assert_found ("ＩＣＴｓ", "icts", "|ＩＣＴｓ|");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/fold", test_fold);
  g_test_add_func ("/fold/offsets", test_offsets);
  g_test_add_func ("/fold/find-all", test_find_all);

  return g_test_run ();
}
