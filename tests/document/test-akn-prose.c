/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-akn-prose.h"

#include <string.h>

static char *
collapse (const char *text)
{
  GlossAknProse prose = { NULL };

  gloss_akn_prose_append (&prose, text, strlen (text), FALSE);
  return gloss_akn_prose_steal (&prose);
}

static void
test_white_space (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { " \n\t", "" },
    { "one", "one" },
    { "  one \n  two\t\r\nthree  ", "one two three" },
    /* Spaces that are not of XML are characters like others. */
    { "\xc2\xa0one\xc2\xa0", "\xc2\xa0one\xc2\xa0" },
    { "\xe3\x80\x80各国", "\xe3\x80\x80各国" },
    /* A line of the file that ends within Chinese leaves nothing; a space there is one. */
    { "各国\n    承诺", "各国承诺" },
    { "各国 承诺", "各国 承诺" },
    { "各国，\n承诺", "各国，承诺" },
    { "《宪章》\n承诺", "《宪章》承诺" },
    { "说：\n“各国”", "说：“各国”" },
    { "“各国”\n承诺", "“各国”承诺" },
    { "2010\n年", "2010 年" },
    { "各国\nStates", "各国 States" },
    { "日本\nです", "日本です" },
    { "대한\n민국", "대한 민국" },
    { "“States”\n“pledge”", "“States” “pledge”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = collapse (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

/* However the parser cuts the text, it comes out the same. */
static void
test_pieces (void)
{
  static const char text[] = "  one\n two  各国 \n 承诺 ";

  for (gsize cut = 0; cut <= strlen (text); cut++)
    {
      GlossAknProse prose = { NULL };
      g_autofree char *result = NULL;

      if (!g_utf8_validate (text, cut, NULL))
        continue;
      gloss_akn_prose_append (&prose, text, cut, FALSE);
      gloss_akn_prose_append (&prose, text + cut, strlen (text) - cut, FALSE);
      result = gloss_akn_prose_steal (&prose);
      g_assert_cmpstr (result, ==, "one two 各国承诺");
    }
}

static void
test_lines (void)
{
  GlossAknProse prose = { NULL };
  g_autofree char *text = NULL;

  gloss_akn_prose_add_line (&prose, FALSE);
  gloss_akn_prose_append (&prose, " one ", 5, FALSE);
  gloss_akn_prose_add_line (&prose, FALSE);
  gloss_akn_prose_append (&prose, " two ", 5, FALSE);
  gloss_akn_prose_end_line (&prose);
  gloss_akn_prose_end_line (&prose);
  gloss_akn_prose_append (&prose, " three", 6, FALSE);
  gloss_akn_prose_end_word (&prose);
  gloss_akn_prose_append (&prose, "four", 4, FALSE);
  gloss_akn_prose_end_line (&prose);
  gloss_akn_prose_add_line (&prose, FALSE);
  text = gloss_akn_prose_steal (&prose);

  g_assert_cmpstr (text, ==, "one\ntwo\nthree four");
  g_assert_true (gloss_akn_prose_is_empty (&prose));
}

static void
test_exact (void)
{
  GlossAknProse prose = { NULL };
  g_autofree char *text = NULL;

  gloss_akn_prose_add_line (&prose, TRUE);
  gloss_akn_prose_append (&prose, "  one\t\r ", 8, TRUE);
  gloss_akn_prose_add_line (&prose, TRUE);
  text = gloss_akn_prose_steal (&prose);

  g_assert_cmpstr (text, ==, "\n  one\t\r \n");
}

static void
test_marks (void)
{
  static const struct
  {
    const char *before;
    const char *mark;
    const char *expected;
  } cases[] = {
    { "report.", "1", "report.¹" },     { "report", " 12 ", "report¹²" },  { "report", "¹", "report¹" },
    { "item", "*", "item*" },           { "item", "†", "item†" },          { "item", "a", "itemᵃ" },
    { "item", "(a)", "item⁽ᵃ⁾" },       { "item", "q", "item[q]" },        { "item", "A", "item[A]" },
    { "report.¹", "1", "report.¹" },    { "report.¹ ", "1", "report.¹ ¹" }, { "item*", "*", "item*" },
    { "item", "", "item" },             { "", "1", "¹" },                  { "item ", "1", "item ¹" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlossAknProse prose = { NULL };
      g_autofree char *text = NULL;

      gloss_akn_prose_append (&prose, cases[i].before, strlen (cases[i].before), FALSE);
      gloss_akn_prose_add_mark (&prose, cases[i].mark);
      text = gloss_akn_prose_steal (&prose);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* What is called plain is read back as it is. */
static void
test_plain (void)
{
  static const char pieces[] = "a \n\t\r";

  for (guint code = 0; code < 5 * 5 * 5 * 5; code++)
    {
      GlossAknProse prose = { NULL };
      char text[5] = { 0 };
      g_autofree char *result = NULL;
      guint rest = code;

      for (guint i = 0; i < 4; i++, rest /= 5)
        text[i] = pieces[rest % 5];

      for (const char *p = text; *p != '\0'; p++)
        {
          if (*p == '\n')
            gloss_akn_prose_add_line (&prose, FALSE);
          else
            gloss_akn_prose_append (&prose, p, 1, FALSE);
        }
      result = gloss_akn_prose_steal (&prose);

      if (gloss_akn_prose_is_plain (text))
        g_assert_cmpstr (result, ==, text);
      else if (strpbrk (text, "\t\r") == NULL && strstr (text, "\n\n") == NULL)
        g_assert_cmpstr (result, !=, text);
    }

  g_assert_true (gloss_akn_prose_is_plain (""));
  g_assert_true (gloss_akn_prose_is_plain ("one two\nthree"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/akn-prose/white-space", test_white_space);
  g_test_add_func ("/akn-prose/pieces", test_pieces);
  g_test_add_func ("/akn-prose/lines", test_lines);
  g_test_add_func ("/akn-prose/exact", test_exact);
  g_test_add_func ("/akn-prose/marks", test_marks);
  g_test_add_func ("/akn-prose/plain", test_plain);

  return g_test_run ();
}
