/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-akn-outline.h"

#include "akn-test.h"

static void
test_kinds (void)
{
  static const char *const expected[] = {
    "0 p_1 masthead [] <masthead> line",
    "0 longTitle_1 title [] <title, 2nd clause> long title",
    "0 p_2 title [] <title, 3rd clause> short title",
    "0 formula_1 formula [] <preamble, opening words, 4th clause> opening",
    "1 formula_1__p_1 formula [] <preamble, opening words, 5th clause> more of it",
    "0 rec_1 preambular-paragraph [] <first preambular para.> whereas",
    "0 p_3 preambular-paragraph [] <second preambular para.> and whereas",
    "0 chp_I section [I] <chap. I> heading",
    "1 chp_I__art_1 section [1] <art. 1> ",
    "2 chp_I__art_1__para_1 paragraph [1.] <art. 1, para. 1> text",
    "3 chp_I__art_1__para_1__point_a item [(a)] <art. 1, para. 1 (a)> text",
    "4 chp_I__art_1__para_1__point_a__point_i subitem [(i)] <art. 1, para. 1 (a) (i)> text",
    "0 p_4 signature [] <first signature> name",
    "0 att_1 annex [] <annex> annex",
    NULL,
  };
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<preface><p>line</p><longTitle><p>long title</p></longTitle>"
                            "<p><docTitle>short title</docTitle></p></preface>"
                            "<preamble><formula><p>opening</p><p>more of it</p></formula>"
                            "<recital><p>whereas</p></recital><p>and whereas</p></preamble>"
                            "<body><chapter><num>I</num><heading>heading</heading><article><num>1</num>"
                            "<paragraph><num>1.</num><intro><p>text</p></intro>"
                            "<point><num>(a)</num><intro><p>text</p></intro>"
                            "<point><num>(i)</num><content><p>text</p></content></point></point></paragraph>"
                            "</article></chapter></body><conclusions><p><signature>name</signature></p></conclusions>"
                            "<attachments><attachment><heading>annex</heading></attachment></attachments>");
  akn_test_assert (document, expected);
}

static void
test_ids (void)
{
  static const struct
  {
    const char *parts;
    const char *ids[6];
  } cases[] = {
    /* The file's own, of any version. */
    { "<body><section eId='s'><heading>A</heading><p id='old'>B</p><p xml:id='new'>C</p></section></body>",
      { "s", "old", "new", NULL } },
    /* The innermost of several elements around one text. */
    { "<body><paragraph eId='para_1'><content eId='c'><p eId='p'>A</p><p eId='q'>B</p></content></paragraph></body>",
      { "para_1", "q", NULL } },
    { "<body><paragraph><content><p eId='p'>A</p></content></paragraph></body>", { "p", NULL } },
    { "<body><section eId='s'><heading>A</heading><intro eId='s__intro'><p>B</p><p>C</p></intro></section></body>",
      { "s", "s__intro", "s__p_1", NULL } },
    { "<body><section eId='s'><heading>A</heading><intro eId='s__intro'><p eId='p'>B</p></intro></section></body>",
      { "s", "p", NULL } },
    /* Made by number, else by place. */
    { "<body><section><num>1.</num><heading>A</heading><p>B</p><p>C</p></section><section><num>7 bis.</num></section></body>",
      { "sec_1", "sec_1__p_1", "sec_1__p_2", "sec_7-bis", NULL } },
    { "<body eId='body'><section><num>二、</num></section><section><heading>B</heading></section></body>",
      { "body__sec_2", "body__sec_1", NULL } },
    /* Twice in the file. */
    { "<body><p eId='p'>A</p><p eId='p'>B</p><p eId='p'>C</p></body>", { "p", "p-2", "p-3", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlossDocument) document = akn_test_read (cases[i].parts);

      for (guint j = 0; cases[i].ids[j] != NULL; j++)
        g_assert_cmpstr (gloss_clause_get_id (gloss_document_get_clause (document, j)), ==, cases[i].ids[j]);
      g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, g_strv_length ((char **) cases[i].ids));
    }
}

/* The same file gives the same ids each time, for notes hang on them. */
static void
test_ids_are_stable (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "akn", "oddities.akn", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;
  gsize length;
  g_autoptr (GlossDocument) first = NULL;
  g_autoptr (GlossDocument) second = NULL;

  g_file_get_contents (path, &xml, &length, &error);
  g_assert_no_error (error);
  first = gloss_akn_read (xml, length, "test", &error);
  g_assert_no_error (error);
  second = gloss_akn_read (xml, length, "test", &error);
  g_assert_no_error (error);

  g_assert_cmpuint (gloss_document_get_n_clauses (first), ==, gloss_document_get_n_clauses (second));
  for (guint i = 0; i < gloss_document_get_n_clauses (first); i++)
    g_assert_cmpstr (gloss_clause_get_id (gloss_document_get_clause (first, i)), ==,
                     gloss_clause_get_id (gloss_document_get_clause (second, i)));
}

/* What the file says outright is believed, even of a clause without a word. */
static void
test_own_attributes (void)
{
  static const char *const expected[] = {
    "7 a note [] <at home> ",
    "8 b paragraph [] <first para.> text",
    "0 c paragraph [1.] <para. 1> ",
    "1 d paragraph [] <para. 1, first subpara.> its own words",
    NULL,
  };
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<body xmlns:g='urn:glossator:akn'>"
                            "<hcontainer eId='a' g:kind='note' g:depth='7' g:citation='at home'><p eId='b' g:kind='nonsense' "
                            "g:depth='-1'/><paragraph eId='b' g:kind='paragraph' g:citation='first para.'><content><p>text</p>"
                            "</content></paragraph></hcontainer>"
                            "<paragraph eId='c' g:kind='paragraph'><num>1.</num><subparagraph eId='d' g:kind='paragraph'>"
                            "<content><p>its own words</p></content></subparagraph></paragraph></body>");
  akn_test_assert (document, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/akn-outline/kinds", test_kinds);
  g_test_add_func ("/akn-outline/ids", test_ids);
  g_test_add_func ("/akn-outline/ids-are-stable", test_ids_are_stable);
  g_test_add_func ("/akn-outline/own-attributes", test_own_attributes);

  return g_test_run ();
}
