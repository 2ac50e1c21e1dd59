/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-citation.h"

static void
test_number (void)
{
  static const struct
  {
    const char *label;
    const char *number;
    const char *of_division;
  } cases[] = {
    { "(8)", "8", "8" },
    { "(a)", "a", "a" },
    { "a)", "a", "a" },
    { "12.", "12", "12" },
    { "1.2.", "1.2", "1.2" },
    { "（一）", "1", "I" },
    { "(十三)", "13", "XIII" },
    { "二.", "2", "II" },
    { "三、", "3", "III" },
    { "第五条", "5", "V" },
    { "第十二章", "12", "XII" },
    { "第五", "5", "V" },
    { "IV.", "IV", "IV" },
    { "¹", "1", "1" },
    { "¹²", "12", "12" },
    { "§ 3", "3", "3" },
    { "Article 5", "5", "5" },
    { "Art. 12 bis", "12 bis", "12 bis" },
    { "CHAPTER II", "II", "II" },
    { "Section A", "A", "A" },
    { "Article L. 123-4", "L. 123-4", "L. 123-4" },
    { "Article R123-4", "R123-4", "R123-4" },
    { "Article premier", "Article premier", "Article premier" },
    { "*", "", "" },
    { "–", "", "" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = gloss_citation_number (cases[i].label);
      g_autofree char *of_division = gloss_citation_number_of_division (cases[i].label);

      g_assert_cmpstr (number, ==, cases[i].number);
      g_assert_cmpstr (of_division, ==, cases[i].of_division);
    }
}

static void
test_bracketed (void)
{
  g_assert_true (gloss_citation_is_bracketed ("(8)"));
  g_assert_true (gloss_citation_is_bracketed ("（一）"));
  g_assert_false (gloss_citation_is_bracketed ("8."));
  g_assert_false (gloss_citation_is_bracketed ("a)"));
  g_assert_false (gloss_citation_is_bracketed (""));
}

static void
test_annex (void)
{
  static const struct
  {
    const char *heading;
    const char *noun;
    const char *number;
  } cases[] = {
    { "Annex II", "annex", "II" },
    { "ANNEXE 3", "annex", "3" },
    { "Schedule 2\nForms", "schedule", "2" },
    { "Appendix B: Forms", "appendix", "B" },
    { "Annex to the letter", NULL, NULL },
    { "Annex", NULL, NULL },
    { "Forms 2", NULL, NULL },
    { "", NULL, NULL },
    { "附件 2", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *noun = NULL;
      g_autofree char *number = NULL;

      g_assert_cmpint (gloss_citation_find_annex (cases[i].heading, &noun, &number), ==, cases[i].noun != NULL);
      g_assert_cmpstr (noun, ==, cases[i].noun);
      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

static void
test_from_label (void)
{
  static const struct
  {
    const char *label;
    guint       position;
    const char *expected;
  } cases[] = {
    { "(8)", 3, "(8)" }, { "12.", 3, "para. 12" },     { "（一）", 3, "(1)" },         { "一、", 3, "para. 1" },
    { "", 4, "5th clause" }, { "*", 0, "1st clause" }, { "", 110, "111th clause" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = gloss_citation_from_label (cases[i].label, cases[i].position);

      g_assert_cmpstr (place, ==, cases[i].expected);
    }
}

static void
test_clean (void)
{
  g_autofree char *text = gloss_citation_clean (g_strdup ("a\fb\n\x7f 各国\xef\xbf\xbf\xef\xbf\xbd"));
  g_autofree char *number = gloss_citation_number ("(a\tb)");

  g_assert_cmpstr (text, ==, "a b   各国\xef\xbf\xbd\xef\xbf\xbd");
  g_assert_cmpstr (number, ==, "a b");
}

static void
test_join (void)
{
  g_autofree char *whole = gloss_citation_join ("A/69/723", "annex");
  g_autofree char *no_symbol = gloss_citation_join ("", "annex");
  g_autofree char *no_place = gloss_citation_join ("A/69/723", "");
  g_autofree char *with_position = gloss_citation_add_position ("(a)", 16);

  g_assert_cmpstr (whole, ==, "A/69/723, annex");
  g_assert_cmpstr (no_symbol, ==, "annex");
  g_assert_cmpstr (no_place, ==, "A/69/723");
  g_assert_cmpstr (with_position, ==, "(a), 17th clause");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/citation/number", test_number);
  g_test_add_func ("/citation/bracketed", test_bracketed);
  g_test_add_func ("/citation/annex", test_annex);
  g_test_add_func ("/citation/from-label", test_from_label);
  g_test_add_func ("/citation/clean", test_clean);
  g_test_add_func ("/citation/join", test_join);

  return g_test_run ();
}
