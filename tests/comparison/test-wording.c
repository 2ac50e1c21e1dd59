/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-wording.h"

#include <string.h>

#include "random-text.h"

static gboolean
are_equal (const char *a,
           const char *b)
{
  gboolean equal = gloss_wording_equal (a, strlen (a), b, strlen (b));

  g_assert_cmpint (equal, ==, gloss_wording_equal (b, strlen (b), a, strlen (a)));
  if (equal)
    g_assert_cmpuint (gloss_wording_hash (a, strlen (a)), ==, gloss_wording_hash (b, strlen (b)));
  return equal;
}

static void
test_hash (void)
{
  g_assert_cmpuint (gloss_wording_hash ("States", 6), !=, gloss_wording_hash ("States,", 7));
  g_assert_cmpuint (gloss_wording_hash ("States", 6), !=, gloss_wording_hash ("states", 6));
  g_assert_cmpuint (gloss_wording_hash ("all States may", 14), !=, gloss_wording_hash ("may all States", 14));
  g_assert_cmpuint (gloss_wording_hash ("国内", 6), !=, gloss_wording_hash ("内国", 6));
  g_assert_cmpuint (gloss_wording_hash ("", 0), !=, gloss_wording_hash (",", 1));
}

static void
test_white_space (void)
{
  g_assert_true (are_equal ("", ""));
  g_assert_true (are_equal ("", " \r\n\t"));
  g_assert_true (are_equal ("of the code", " of\nthe \302\240 code\r\n"));
  g_assert_true (are_equal ("( a ), b", "(a),b"));
  g_assert_true (are_equal ("领域\n的发展", "领域的发展"));
  g_assert_true (are_equal ("第 53 号", "第53号"));
  g_assert_true (are_equal ("é a", "é\na"));
}

static void
test_words (void)
{
  g_assert_false (are_equal ("can not", "cannot"));
  g_assert_false (are_equal ("1 000", "1000"));
  g_assert_false (are_equal ("é a", "éa"));
  g_assert_false (are_equal ("e\314\201 a", "e\314\201a"));
  g_assert_false (are_equal ("State", "state"));
  g_assert_false (are_equal ("code", ""));
}

static void
test_variants (void)
{
  g_assert_true (are_equal ("it's", "it’s"));
  g_assert_true (are_equal ("\"code\"", "“code”"));
  g_assert_true (are_equal ("„code“", "«code»"));
  g_assert_true (are_equal ("「守则」", "“守则”"));
  g_assert_true (are_equal ("co-operate", "co\342\200\221operate"));
  g_assert_true (are_equal ("war - or", "war—or"));
  g_assert_true (are_equal ("第一条——总则", "第一条—总则"));
  g_assert_true (are_equal ("ＩＣＴ（２０１５），", "ICT(2015),"));
  g_assert_true (are_equal ("ＩＣＴ　ｉｓ", "ICT is"));
  g_assert_true (are_equal ("infor\302\255mation", "information"));
  g_assert_true (are_equal ("\357\273\277a", "a"));
  g_assert_true (are_equal ("\357\275\241", "。"));
  g_assert_true (are_equal ("infor\342\200\213mation", "information"));
  g_assert_true (are_equal ("\342\200\217العربية\342\200\216 (1)", "العربية (1)"));
  g_assert_true (are_equal ("re\314\201sume\314\201 of", "résumé of"));
  g_assert_true (are_equal ("Vie\314\243\314\202t", "Vi\341\273\207t"));
  g_assert_true (are_equal ("и\314\206", "й"));
  g_assert_true (are_equal ("'code'", "\"code\""));
  g_assert_true (are_equal ("‹code›", "« code »"));
  g_assert_true (are_equal ("resolution \"1373\"", "resolution ‘1373’"));
  g_assert_true (are_equal ("and so on...", "and so on…"));
  g_assert_true (are_equal ("Annex ........ 5", "Annex . . . . . 5"));
  g_assert_true (are_equal ("省略……", "省略..."));
  g_assert_true (are_equal ("the ﬁnal act", "the final act"));
  g_assert_true (are_equal ("a ⑴ b Ⅳ", "a (1) b IV"));
  g_assert_true (are_equal ("المادة ٥", "المادة 5"));
  g_assert_true (are_equal ("الدول", "الـــدول"));
  g_assert_true (are_equal ("\342\274\210民", "人民"));
  g_assert_true (are_equal ("12°30′ N", "12°30' N"));

  g_assert_false (are_equal ("it's", "its"));
  g_assert_false (are_equal ("co-operate", "cooperate"));
  g_assert_false (are_equal ("co-operate", "co operate"));
  g_assert_false (are_equal ("《守则》", "“守则”"));
  g_assert_false (are_equal ("a, b", "a、b"));
  g_assert_false (are_equal ("a.", "a。"));
  g_assert_false (are_equal ("infor\302\255 mation", "information"));
  g_assert_false (are_equal ("résumé", "resume"));
  g_assert_false (are_equal ("re\314\201sume", "resume"));
  g_assert_false (are_equal ("re\314\201sume", "re\314\200sume"));
  g_assert_false (are_equal ("q\314\201", "q"));
  g_assert_false (are_equal ("infor \302\255mation", "information"));
  g_assert_false (are_equal ("12°30' N", "12°30\" N"));
  g_assert_false (are_equal ("12° 30′ 15″", "12° 30′ 15′"));
  g_assert_false (are_equal ("end.", "end..."));
  g_assert_false (are_equal ("end.", "end"));
  g_assert_false (are_equal ("end..", "end."));
  g_assert_false (are_equal ("10²", "102"));
  g_assert_false (are_equal ("ﬁ nal", "final"));
}

/* A part is told by what it stands between. */
static void
test_parts (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gsize start;
    gsize a_end;
    gsize b_end;
    gboolean equal;
  } cases[] = {
    { "can not", "cannot", 3, 4, 3, FALSE },
    { "a  b", "a b", 2, 3, 2, TRUE },
    { "a ,b", "a,b", 1, 2, 1, TRUE },
    { "a\nb", "a b", 1, 2, 2, TRUE },
    { "a--b", "a-b", 2, 3, 2, TRUE },
    { "a-b", "ab", 1, 2, 1, FALSE },
    { "a’b", "a'b", 1, 4, 2, TRUE },
    { "x y", "x z", 2, 3, 3, FALSE },
    { "a…b", "a...b", 1, 4, 4, TRUE },
    { "a...b", "a.b", 2, 4, 2, FALSE },
    { "a....b", "a...b", 4, 5, 4, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlossWordingPart a = { cases[i].a, strlen (cases[i].a), cases[i].start, cases[i].a_end };
      GlossWordingPart b = { cases[i].b, strlen (cases[i].b), cases[i].start, cases[i].b_end };

      g_assert_cmpint (gloss_wording_equal_parts (&a, &b), ==, cases[i].equal);
      g_assert_cmpint (gloss_wording_equal_parts (&b, &a), ==, cases[i].equal);
    }
}

static void
test_is_empty (void)
{
  g_assert_true (gloss_wording_is_empty ("", 0));
  g_assert_true (gloss_wording_is_empty (" \342\200\250\343\200\200", 7));
  g_assert_false (gloss_wording_is_empty (" .", 2));
}

static void
test_signs (void)
{
  g_assert_true (gloss_is_sign (0x56FD));
  g_assert_true (gloss_is_sign (0x20000));
  g_assert_true (gloss_is_sign (0x3042));
  g_assert_true (gloss_is_sign (0x0E01));
  g_assert_false (gloss_is_sign ('a'));
  g_assert_false (gloss_is_sign (0xD55C));
  g_assert_false (gloss_is_sign (0x3002));
}

/* White space added where there is some, or beside a sign of punctuation, changes nothing. */
static void
test_more_white_space (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = make_random_text (rand, 20);
      g_autoptr (GString) spaced = g_string_new ("\n");

      for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          g_string_append_unichar (spaced, c);
          if (gloss_is_white (c) || c == ',' || c == '(')
            g_string_append (spaced, "\302\240\r\n");
        }
      g_assert_true (are_equal (text, spaced->str));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/wording/hash", test_hash);
  g_test_add_func ("/wording/white-space", test_white_space);
  g_test_add_func ("/wording/words", test_words);
  g_test_add_func ("/wording/variants", test_variants);
  g_test_add_func ("/wording/parts", test_parts);
  g_test_add_func ("/wording/is-empty", test_is_empty);
  g_test_add_func ("/wording/signs", test_signs);
  g_test_add_func ("/wording/more-white-space", test_more_white_space);

  return g_test_run ();
}
