/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-diff.h"

#include <string.h>

#include "random-text.h"

/* What the header promises of every difference. */
static void
check_stretches (const char *old_text,
                 const char *new_text,
                 GArray     *stretches)
{
  g_autoptr (GString) old_again = g_string_new (NULL);
  g_autoptr (GString) new_again = g_string_new (NULL);

  for (guint i = 0; i < stretches->len; i++)
    {
      const GlossDiffStretch *stretch = &g_array_index (stretches, GlossDiffStretch, i);

      g_assert_cmpuint (stretch->length, >, 0);
      g_assert_cmpuint (stretch->old_start, ==, old_again->len);
      g_assert_cmpuint (stretch->new_start, ==, new_again->len);
      if (stretch->op != GLOSS_DIFF_ADDED)
        g_string_append_len (old_again, old_text + stretch->old_start, stretch->length);
      if (stretch->op != GLOSS_DIFF_REMOVED)
        g_string_append_len (new_again, new_text + stretch->new_start, stretch->length);
      if (i > 0)
        {
          GlossDiffOp before = g_array_index (stretches, GlossDiffStretch, i - 1).op;

          g_assert_cmpint (stretch->op, !=, before);
          if (stretch->op == GLOSS_DIFF_REMOVED)
            g_assert_cmpint (before, !=, GLOSS_DIFF_ADDED);
          if (stretch->op == GLOSS_DIFF_ADDED && before == GLOSS_DIFF_REMOVED)
            g_assert_cmpint (stretch->typographic, ==, stretch[-1].typographic);
        }
      if (stretch->op == GLOSS_DIFF_EQUAL)
        g_assert_false (stretch->typographic);
      if (stretch->op == GLOSS_DIFF_ADDED)
        g_assert_true (g_utf8_validate (new_text + stretch->new_start, stretch->length, NULL));
      else
        g_assert_true (g_utf8_validate (old_text + stretch->old_start, stretch->length, NULL));
    }

  g_assert_cmpstr (old_again->str, ==, old_text);
  g_assert_cmpstr (new_again->str, ==, new_text);
}

/* The difference as "same [-removed-]{+added+} same", or "[~removed~]{~added~}" where it is only
 * typographic. */
static char *
show_difference (const char *old_text,
                 const char *new_text,
                 const char *language,
                 guint       coarseness)
{
  g_autoptr (GArray) stretches = gloss_diff_texts (old_text, new_text, language, coarseness);
  GString *shown = g_string_new (NULL);

  check_stretches (old_text, new_text, stretches);
  for (guint i = 0; i < stretches->len; i++)
    {
      const GlossDiffStretch *stretch = &g_array_index (stretches, GlossDiffStretch, i);

      if (stretch->op == GLOSS_DIFF_EQUAL)
        g_string_append_len (shown, old_text + stretch->old_start, stretch->length);
      else if (stretch->op == GLOSS_DIFF_REMOVED)
        g_string_append_printf (shown, stretch->typographic ? "[~%.*s~]" : "[-%.*s-]",
                                (int) stretch->length, old_text + stretch->old_start);
      else
        g_string_append_printf (shown, stretch->typographic ? "{~%.*s~}" : "{+%.*s+}",
                                (int) stretch->length, new_text + stretch->new_start);
    }

  return g_string_free (shown, FALSE);
}

static void
assert_difference (const char *old_text,
                   const char *new_text,
                   const char *language,
                   const char *expected)
{
  g_autofree char *shown = show_difference (old_text, new_text, language,
                                            GLOSS_DIFF_COARSENESS_DEFAULT);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_equal (void)
{
  g_autoptr (GArray) nothing = gloss_diff_texts ("", "", "en", GLOSS_DIFF_COARSENESS_DEFAULT);

  g_assert_cmpuint (nothing->len, ==, 0);
  assert_difference ("To comply;", "To comply;", "en", "To comply;");
}

static void
test_one_side_empty (void)
{
  assert_difference ("", "To comply;", "en", "{+To comply;+}");
  assert_difference ("To comply;", "", "en", "[-To comply;-]");
  assert_difference (" \n", "", "en", "[~ \n~]");
}

static void
test_words_not_letters (void)
{
  assert_difference ("goods and service", "goods and services", "en",
                     "goods and [-service-]{+services+}");
  assert_difference ("the State", "the state", "en", "the [-State-]{+state+}");
}

static void
test_insertion_takes_one_space (void)
{
  assert_difference ("of the code", "of the present code", "en", "of the {+present +}code");
  assert_difference ("of the present code", "of the code", "en", "of the [-present -]code");
  assert_difference ("peace", "peace and security", "en", "peace{+ and security+}");
}

static void
test_phrases_not_confetti (void)
{
  /* "to", "the" and "of" are in both, but say nothing of what was kept. */
  assert_difference ("Not to pose threats to the stability of all the States concerned",
                     "Not to run counter to the maintenance of any of the obligations concerned", "en",
                     "Not to [-pose threats to the stability of all the States-]"
                     "{+run counter to the maintenance of any of the obligations+} concerned");
}

static void
test_edges_at_phrases (void)
{
  assert_difference ("peace, order.", "peace, security, order.", "en", "peace, {+security, +}order.");
  assert_difference ("It applies.", "It applies. It is voluntary.", "en",
                     "It applies.{+ It is voluntary.+}");
}

static void
test_coarseness (void)
{
  const char *old_text = "one red two green three";
  const char *new_text = "one blue two yellow three";
  g_autofree char *fine = show_difference (old_text, new_text, "en", 0);
  g_autofree char *coarse = show_difference (old_text, new_text, "en", GLOSS_DIFF_COARSENESS_MAX);

  g_assert_cmpstr (fine, ==, "one [-red-]{+blue+} two [-green-]{+yellow+} three");
  g_assert_cmpstr (coarse, ==, "one [-red two green-]{+blue two yellow+} three");
}

static void
test_white_space (void)
{
  assert_difference ("of the\ncode", "of the code", "en", "of the[~\n~]{~ ~}code");
  assert_difference ("of  the code", "of the code", "en", "of [~ ~]the code");
  assert_difference ("领域\n的发展", "领域的发展", "zh", "领域[~\n~]的发展");
  /* ICU takes "a.b" for one word; still only the space differs. */
  assert_difference ("a. b", "a.b", "en", "a.[~ ~]b");
  assert_difference ("can not", "cannot", "en", "[-can not-]{+cannot+}");
}

static void
test_variants (void)
{
  assert_difference ("the State’s \"code\"", "the State's “code”", "en",
                     "the State[~’~]{~'~}s [~\"~]{~“~}code[~\"~]{~”~}");
  assert_difference ("war - or peace", "war—or peace", "en", "war[~ - ~]{~—~}or peace");
  assert_difference ("ＩＣＴ 信息（八）", "ICT 信息(八)", "zh", "[~ＩＣＴ~]{~ICT~} 信息[~（~]{~(~}八[~）~]{~)~}");
  assert_difference ("infor\302\255mation", "information", "en", "infor[~\302\255~]mation");
}

/* What is reworded is told apart from what is only set differently. */
static void
test_variants_beside_words (void)
{
  assert_difference ("of the State’s own security and peace", "of the State's own integrity and peace", "en",
                     "of the State[~’~]{~'~}s own [-security-]{+integrity+} and peace");
  assert_difference ("States “shall” respect the code", "Parties \"shall\" respect the code", "en",
                     "[-States-]{+Parties+} [~“~]{~\"~}shall[~”~]{~\"~} respect the code");
  assert_difference ("He said “yes” twice again", "He said \"yes\" thrice again", "en",
                     "He said [~“~]{~\"~}yes[~”~]{~\"~} [-twice-]{+thrice+} again");
  assert_difference ("the re\314\201sume\314\201 of war", "the résumé of peace", "fr",
                     "the r[~e\314\201~]{~é~}sum[~e\314\201~]{~é~} of [-war-]{+peace+}");
  /* Without white space between, they are one change. */
  assert_difference ("“States shall respect the code", "\"Parties shall respect the code", "en",
                     "[-“States-]{+\"Parties+} shall respect the code");
}

static void
test_chinese_by_signs (void)
{
  assert_difference ("他国内政", "他国政治", "zh", "他国[-内政-]{+政治+}");
  assert_difference ("不利用信息通信技术实施敌对行动", "不利用信息通信技术和信息通信网络实施敌对行动", "zh",
                     "不利用信息通信技术{+和信息通信网络+}实施敌对行动");
}

static void
test_right_to_left (void)
{
  assert_difference ("حماية حقوق الإنسان", "احترام حقوق الإنسان", "ar",
                     "[-حماية-]{+احترام+} حقوق الإنسان");
}

static void
test_rebuild (void)
{
  static const char *const languages[] = { "en", "zh", "fr", "und", "no-such-language" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20150113);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *old_text = make_random_text (rand, 40);
      g_autofree char *new_text = i % 3 == 0 ? make_random_text (rand, 40)
                                             : edit_random_text (rand, old_text);
      const char *language = languages[i % G_N_ELEMENTS (languages)];
      g_autoptr (GArray) once = gloss_diff_texts (old_text, new_text, language, i % 9);
      g_autoptr (GArray) twice = gloss_diff_texts (old_text, new_text, language, i % 9);

      check_stretches (old_text, new_text, once);
      g_assert_cmpmem (once->data, once->len * sizeof (GlossDiffStretch),
                       twice->data, twice->len * sizeof (GlossDiffStretch));
    }
}

static void
test_random_variants (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (69723);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *old_text = make_random_text (rand, 40);
      g_autofree char *new_text = vary_random_text (rand, old_text);
      g_autoptr (GArray) stretches = gloss_diff_texts (old_text, new_text, "en", 5);

      check_stretches (old_text, new_text, stretches);
      for (guint k = 0; k < stretches->len; k++)
        {
          const GlossDiffStretch *stretch = &g_array_index (stretches, GlossDiffStretch, k);

          g_assert_cmpint (stretch->typographic, ==, stretch->op != GLOSS_DIFF_EQUAL);
        }
    }
}

/* Longer than the exact programme takes at once. */
static void
test_long (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GString) old_text = g_string_new (NULL);
  g_autoptr (GString) new_text = g_string_new (NULL);
  g_autoptr (GString) unrelated = g_string_new (NULL);
  guint kept = 0;

  for (guint i = 0; i < 12000; i++)
    {
      guint word = (guint) g_rand_int_range (rand, 0, 700);

      g_string_append_printf (old_text, "w%u ", word);
      g_string_append_printf (unrelated, "v%u ", (guint) g_rand_int_range (rand, 0, 700));
      if (g_rand_int_range (rand, 0, 50) == 0)
        g_string_append (new_text, "changed ");
      else
        g_string_append_printf (new_text, "w%u ", word);
    }

  {
    g_autoptr (GArray) stretches = gloss_diff_texts (old_text->str, new_text->str, "en", 5);

    check_stretches (old_text->str, new_text->str, stretches);
    for (guint i = 0; i < stretches->len; i++)
      if (g_array_index (stretches, GlossDiffStretch, i).op == GLOSS_DIFF_EQUAL)
        kept += g_array_index (stretches, GlossDiffStretch, i).length;
    g_assert_cmpuint (kept, >, old_text->len * 9 / 10);
  }
  {
    g_autoptr (GArray) stretches = gloss_diff_texts (old_text->str, unrelated->str, "en", 5);

    check_stretches (old_text->str, unrelated->str, stretches);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/diff/equal", test_equal);
  g_test_add_func ("/diff/one-side-empty", test_one_side_empty);
  g_test_add_func ("/diff/words-not-letters", test_words_not_letters);
  g_test_add_func ("/diff/insertion-takes-one-space", test_insertion_takes_one_space);
  g_test_add_func ("/diff/phrases-not-confetti", test_phrases_not_confetti);
  g_test_add_func ("/diff/edges-at-phrases", test_edges_at_phrases);
  g_test_add_func ("/diff/coarseness", test_coarseness);
  g_test_add_func ("/diff/white-space", test_white_space);
  g_test_add_func ("/diff/variants", test_variants);
  g_test_add_func ("/diff/variants-beside-words", test_variants_beside_words);
  g_test_add_func ("/diff/random-variants", test_random_variants);
  g_test_add_func ("/diff/chinese-by-signs", test_chinese_by_signs);
  g_test_add_func ("/diff/right-to-left", test_right_to_left);
  g_test_add_func ("/diff/rebuild", test_rebuild);
  g_test_add_func ("/diff/long", test_long);

  return g_test_run ();
}
