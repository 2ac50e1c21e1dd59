/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-word-cutter.h"

#include <string.h>

/* The segments of @text, each with the first letter of its kind before it: White, Other, worD,
 * Signs. */
static char *
show_segments (UBreakIterator *words,
               const char     *text)
{
  static const char kinds[] = { 'W', 'O', 'D', 'S' };
  GlossWordCutter cutter;
  GString *shown = g_string_new (NULL);
  guint32 start, end;
  guint32 last = 0;
  GlossSegmentKind kind;

  gloss_word_cutter_init (&cutter, words, gloss_word_cutter_find_colon (words), text, strlen (text));
  while (gloss_word_cutter_next (&cutter, &start, &end, &kind))
    {
      g_assert_cmpuint (start, ==, last);
      g_assert_cmpuint (end, >, start);
      g_string_append_printf (shown, "%c[%.*s]", kinds[kind], (int) (end - start), text + start);
      last = end;
    }
  g_assert_cmpuint (last, ==, strlen (text));
  gloss_word_cutter_clear (&cutter);

  return g_string_free (shown, FALSE);
}

static void
assert_segments (const char *language,
                 const char *text,
                 const char *expected)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open (UBRK_WORD, language, NULL, 0, &status);
  g_autofree char *shown = show_segments (words, text);

  g_assert_cmpint (status, <=, U_ZERO_ERROR);
  g_assert_cmpstr (shown, ==, expected);
  ubrk_close (words);
}

static void
test_quick (void)
{
  assert_segments ("en", "", "");
  assert_segments ("en", "It's  1,5.", "D[It's]W[  ]D[1,5]O[.]");
  assert_segments ("en", "a,b 1'2 a1", "D[a]O[,]D[b]W[ ]D[1'2]W[ ]D[a1]");
}

/* From the first character that takes more than the quick rules, ICU goes on. */
static void
test_into_icu (void)
{
  assert_segments ("en", "ab e\314\201x c", "D[ab]W[ ]D[e\314\201x]W[ ]D[c]");
  assert_segments ("zh", "(信息安全)", "O[(]S[信息]S[安全]O[)]");
  assert_segments ("en", "a \314\201b", "D[a]O[ \314\201]D[b]");
}

/* Whether a colon between letters parts words depends on the language and on the release of ICU;
 * the cutter, which passes over Latin letters by itself, must do as the ICU at hand does. */
static gboolean
icu_joins_colon (const char *language)
{
  static const UChar text[] = { 'a', ':', 'b', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open (UBRK_WORD, language, text, -1, &status);
  gboolean joined;

  g_assert_cmpint (status, <=, U_ZERO_ERROR);
  joined = ubrk_next (words) == 3;
  ubrk_close (words);
  return joined;
}

static void
test_colon (void)
{
  assert_segments ("sv", "a:b", "D[a:b]");
  assert_segments ("en", "a:b", icu_joins_colon ("en") ? "D[a:b]" : "D[a]O[:]D[b]");
  assert_segments ("zh", "a:b", icu_joins_colon ("zh") ? "D[a:b]" : "D[a]O[:]D[b]");
}

/* A broken installation still cuts, at every character. */
static void
test_without_icu (void)
{
  g_autofree char *shown = show_segments (NULL, "ab 国\314\201");

  g_assert_cmpstr (shown, ==, "D[ab]W[ ]D[国]D[\314\201]");
}

/* The words that are passed over together and those that are found one by one. */
static void
assert_counts (const char *language,
               const char *text,
               guint       n_words)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open (UBRK_WORD, language, NULL, 0, &status);
  GlossWordCutter cutter;
  guint32 start, end;
  GlossSegmentKind kind;
  guint n;

  g_assert_cmpint (status, <=, U_ZERO_ERROR);
  gloss_word_cutter_init (&cutter, words, gloss_word_cutter_find_colon (words), text, strlen (text));
  n = gloss_word_cutter_count (&cutter);
  while (gloss_word_cutter_next (&cutter, &start, &end, &kind))
    {
      n += kind == GLOSS_SEGMENT_WORD || kind == GLOSS_SEGMENT_SIGNS;
      n += gloss_word_cutter_count (&cutter);
    }
  g_assert_cmpuint (n, ==, n_words);
  gloss_word_cutter_clear (&cutter);
  ubrk_close (words);
}

static void
test_count (void)
{
  assert_counts ("en", "", 0);
  assert_counts ("en", "It's  1,5. (a)", 3);
  assert_counts ("en", "a,b 1'2 a1 1.a x.y.z", 7);
  assert_counts ("en", "a:b", icu_joins_colon ("en") ? 1 : 2);
  assert_counts ("sv", "a:b", 1);
  assert_counts ("en", "the State’s own right_s", 4);
  assert_counts ("en", "caf e\314\201x,y", 3);
  assert_counts ("en", "a.b,c’d e", 3);
}

/* What the bytes alone tell is what the segments tell, whatever stands between two words and
 * wherever among the bytes that are looked at together. */
static void
test_count_as_segments (void)
{
  static const char *const parts[] = { "a%cb", "1%c2", "a%c2", "1%cb", " %ca", "a%c ", "a%c%cb", "1%c%c2" };
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open (UBRK_WORD, "en", NULL, 0, &status);

  g_assert_cmpint (status, <=, U_ZERO_ERROR);
  for (guint at = 0; at < 9; at++)
    for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
      for (char c = 1; c != 0x7f; c++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          GlossWordCutter cutter;
          guint32 start, end;
          GlossSegmentKind kind;
          guint n_words = 0;

          for (guint i = 0; i < at; i++)
            g_string_append (text, i % 3 == 1 ? " " : "x");
          for (const char *p = parts[k]; *p != '\0'; p++)
            g_string_append_c (text, *p == '%' ? (p++, c) : *p);
          g_string_append (text, " end");

          gloss_word_cutter_init (&cutter, words, gloss_word_cutter_find_colon (words), text->str, text->len);
          while (gloss_word_cutter_next (&cutter, &start, &end, &kind))
            n_words += kind == GLOSS_SEGMENT_WORD;
          gloss_word_cutter_clear (&cutter);
          assert_counts ("en", text->str, n_words);
        }
  ubrk_close (words);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/word-cutter/quick", test_quick);
  g_test_add_func ("/word-cutter/into-icu", test_into_icu);
  g_test_add_func ("/word-cutter/colon", test_colon);
  g_test_add_func ("/word-cutter/without-icu", test_without_icu);
  g_test_add_func ("/word-cutter/count", test_count);
  g_test_add_func ("/word-cutter/count-as-segments", test_count_as_segments);

  return g_test_run ();
}
