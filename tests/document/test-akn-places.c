/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-akn-places.h"

#include "akn-test.h"

/* That the clauses of a document with these @parts are cited as the strings up to NULL. */
static void
assert_places (const char        *parts,
               const char *const *places)
{
  g_autoptr (GlossDocument) document = akn_test_read (parts);
  guint n_places = g_strv_length ((char **) places);

  for (guint i = 0; i < MIN (n_places, gloss_document_get_n_clauses (document)); i++)
    {
      const char *citation = gloss_clause_get_citation (gloss_document_get_clause (document, i));

      g_assert_true (g_str_has_prefix (citation, "test, "));
      g_assert_cmpstr (citation + strlen ("test, "), ==, places[i]);
    }
  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, n_places);
}

#define PARAGRAPH(number) "<paragraph><num>" number "</num><content><p>Text</p></content></paragraph>"
#define ITEM(number)      "<item><num>" number "</num><p>Text</p></item>"

/* Numbers that run on through the sections name a paragraph alone. */
static void
test_running_numbers (void)
{
  static const char *const places[] = { "sect. I", "para. 1", "para. 2", "sect. II", "para. 3", NULL };

  assert_places ("<body><section><num>I.</num><heading>A</heading>" PARAGRAPH ("1.") PARAGRAPH ("2.") "</section>"
                 "<section><num>二.</num><heading>B</heading>" PARAGRAPH ("3.") "</section></body>", places);
}

/* Those that start again need what is around them, and all of them the same. */
static void
test_restarting_numbers (void)
{
  static const char *const places[] = {
    "art. 1", "art. 1, para. 1", "art. 1, para. 2", "art. 2", "art. 2, para. 1", "art. 2, para. 7", NULL,
  };

  assert_places ("<body><chapter><article><num>Article 1</num>" PARAGRAPH ("1.") PARAGRAPH ("2.") "</article></chapter>"
                 "<chapter><article><num>Article 2</num>" PARAGRAPH ("1.") PARAGRAPH ("7.") "</article></chapter></body>",
                 places);
}

/* The paragraphs of an article belong to it, though no other article has any. */
static void
test_one_numbered_article (void)
{
  static const char *const places[] = {
    "art. 1", "art. 1, para. 1", "art. 1, para. 1-bis", "art. 1, para. 1-bis (a)", "art. 2", "art. 2, first para.", NULL,
  };

  assert_places ("<body><article><num>Art. 1.</num>" PARAGRAPH ("1.")
                 "<paragraph><num>1-bis.</num><list><point><num>a)</num><content><p>Text</p></content></point></list></paragraph>"
                 "</article><article><num>Art. 2.</num><heading>Text</heading><content><p>Text</p></content></article></body>",
                 places);
}

/* A container says itself what it is. */
static void
test_named_containers (void)
{
  static const char *const places[] = {
    "sect. 1", "schedule 1", "schedule 1, para. 1", "schedule 2", "schedule 2, para. 1", "para. 7", "“Forms”", NULL,
  };

  assert_places ("<body><section><num>1</num><content><p>Text</p></content></section>"
                 "<hcontainer name='schedule'><num>SCHEDULE 1</num>" PARAGRAPH ("1") "</hcontainer>"
                 "<hcontainer name='schedule'><num>SCHEDULE 2</num>" PARAGRAPH ("1") "</hcontainer>"
                 "<hcontainer name='hcontainer'><num>7.</num><content><p>Text</p></content></hcontainer>"
                 "<hcontainer name='crossheading'><heading>Forms</heading></hcontainer></body>", places);
}

static void
test_restarting_articles (void)
{
  static const char *const places[] = {
    "chap. I", "chap. I, art. 1", "chap. I, art. 1, first subpara.", "chap. II", "chap. II, art. 1", NULL,
  };

  assert_places ("<body><chapter><num>CHAPTER I</num><article><num>1</num>"
                 "<subparagraph><content><p>Text</p></content></subparagraph></article></chapter>"
                 "<chapter><num>CHAPTER II</num><article><num>1</num></article></chapter></body>", places);
}

static void
test_items (void)
{
  static const char *const places[] = {
    "para. 2", "para. 2 (7)", "para. 2 (7) (a)", "para. 2 (7), second item", "para. 2 (8)",
    "“Pledges”", "“Pledges”, chapeau", "para. (x)", "para. (y)", "“Pledges”, closing words", NULL,
  };

  assert_places ("<body><paragraph><num>2.</num><content><p>Text</p><blockList>"
                 "<item><num>(七)</num><p>Text</p><blockList>" ITEM ("a)") "<item><num>–</num><p>Text</p></item>"
                 "</blockList></item>" ITEM ("(8)") "</blockList></content></paragraph>"
                 "<section><heading>Pledges</heading><content><blockList><listIntroduction>Text</listIntroduction>"
                 ITEM ("(x)") ITEM ("(y)") "<listWrapUp>Text</listWrapUp></blockList></content></section></body>",
                 places);
}

/* Two lists with the same letters under headings without numbers. */
static void
test_items_under_headings (void)
{
  static const char *const places[] = {
    "“One”", "“One”, para. (a)", "“Two”", "“Two”, para. (a)", NULL,
  };

  assert_places ("<body><section><heading>One</heading><content><blockList>" ITEM ("(a)") "</blockList></content></section>"
                 "<section><heading>Two</heading><content><blockList>" ITEM ("(a)") "</blockList></content></section></body>",
                 places);
}

static void
test_bracketed_units (void)
{
  static const char *const places[] = { "sect. 1", "sect. 1 (1)", "sect. 1 (1) (a)", "sect. 2", "sect. 2 (1)", NULL };

  assert_places ("<body><section><num>1</num><subsection><num>(1)</num><intro><p>Text</p></intro>"
                 "<level><num>(a)</num><content><p>Text</p></content></level></subsection></section>"
                 "<section><num>2</num><subsection><num>(1)</num><content><p>Text</p></content></subsection></section></body>",
                 places);
}

static void
test_preamble (void)
{
  static const char *const places[] = {
    "preamble, opening words", "first preambular para.", "recitals, chapeau", "preambular para. 1",
    "preambular para. 1, second subpara.", "preambular para. 2", "preamble, closing words", NULL,
  };

  assert_places ("<preamble><formula><p>Text</p></formula><citations><citation><p>Text</p></citation></citations>"
                 "<recitals><intro><p>Whereas:</p></intro><recital><num>(1)</num><p>Text</p><p>Text</p></recital>"
                 "<recital><num>(2)</num><p>Text</p></recital></recitals><formula><p>Text</p></formula></preamble>",
                 places);
}

static void
test_masthead (void)
{
  static const char *const places[] = {
    "masthead", "masthead", "masthead, footnote *", "subject", "title", "masthead", "distribution", NULL,
  };

  assert_places ("<coverPage><p eId='masthead__organ'>Text</p><p>Text<authorialNote marker='*'><p>Text</p></authorialNote></p>"
                 "<block eId='masthead__subject'><docTitle>Text</docTitle></block></coverPage>"
                 "<preface><longTitle eId='x__y'><p>Text</p></longTitle><p eId='preface__p_1'>Text</p>"
                 "<p eId='preface__distribution'>Text</p></preface>", places);
}

static void
test_annexes (void)
{
  static const char *const places[] = {
    "para. 1", "annex I", "annex I, para. 1", "annex I, footnote 1", "schedule 7", "schedule 7, para. 1",
    "schedule 7, footnote 1", NULL,
  };
#define NOTED "<paragraph><num>1.</num><content><p>Text<authorialNote marker='1'><p>Text</p></authorialNote></p></content></paragraph>"

  assert_places ("<body>" PARAGRAPH ("1.") "</body><attachments>"
                 "<attachment><heading>Forms</heading><doc name='x'><mainBody>" NOTED "</mainBody></doc></attachment>"
                 "<attachment><num>Schedule 7</num><doc name='y'><mainBody>" NOTED "</mainBody></doc></attachment>"
                 "</attachments>", places);
}

/* One annex needs no number, and beside it an open document is named by what it is. */
static void
test_letter (void)
{
  static const char letter[] = "<akomaNtoso><doc name='letter'><preface><p><docTitle>Text</docTitle></p></preface>"
                               "<mainBody><p>Text</p>" PARAGRAPH ("3.") "</mainBody>"
                               "<conclusions><p><signature>Text</signature></p></conclusions>"
                               "<attachments><attachment><heading>Annex to the letter</heading>"
                               "<doc name='note'><mainBody><p>Text</p></mainBody></doc></attachment></attachments>"
                               "</doc></akomaNtoso>";
  static const char *const citations[] = {
    "L, letter, title", "L, letter, first para.", "L, para. 3", "L, letter, first signature", "L, annex",
    "L, annex, first para.",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_akn_read (letter, strlen (letter), "L", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, G_N_ELEMENTS (citations));
  for (guint i = 0; i < G_N_ELEMENTS (citations); i++)
    g_assert_cmpstr (gloss_clause_get_citation (gloss_document_get_clause (document, i)), ==, citations[i]);
}

static void
test_tables (void)
{
  static const char *const places[] = {
    "para. 1", "table 1, caption", "table 1, row 1, cell 1", "table 1, row 2, cell 1", "table 1, row 2, cell 1, second para.",
    "table 1, row 2, cell 2", "table 2, row 1, cell 1", NULL,
  };

  assert_places ("<body>" PARAGRAPH ("1.") "<table><caption>Text</caption><tr><th>Text</th></tr>"
                 "<tr><td><p>Text</p><p>Text</p></td><td>Text</td></tr></table>"
                 "<table><tr><td>Text</td></tr></table></body>", places);
}

static void
test_headings (void)
{
  static const char *const places[] = {
    "“Short”", "“Short”, “Between”", "“Short”, first para.",
    "“A heading that goes on and on, longer than anybody would care to write it down i…”", NULL,
  };

  assert_places ("<body><section><heading>Short</heading><subheading>and below</subheading>"
                 "<crossHeading>Between</crossHeading><p>Text</p></section>"
                 "<section><heading>A heading that goes on and on, longer than anybody would care to write it down in a "
                 "citation of a text</heading></section></body>", places);
}

/* Whatever the file does, two clauses have two citations. */
static void
test_unique (void)
{
  static const char *const places[] = {
    "para. 1, 1st clause", "para. 1, 2nd clause", "title, 3rd clause", "title, 4th clause", NULL,
  };

  assert_places ("<body>" PARAGRAPH ("1.") PARAGRAPH ("1.") "<longTitle>Text</longTitle><longTitle>Text</longTitle></body>",
                 places);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/akn-places/running-numbers", test_running_numbers);
  g_test_add_func ("/akn-places/restarting-numbers", test_restarting_numbers);
  g_test_add_func ("/akn-places/one-numbered-article", test_one_numbered_article);
  g_test_add_func ("/akn-places/named-containers", test_named_containers);
  g_test_add_func ("/akn-places/restarting-articles", test_restarting_articles);
  g_test_add_func ("/akn-places/items", test_items);
  g_test_add_func ("/akn-places/items-under-headings", test_items_under_headings);
  g_test_add_func ("/akn-places/bracketed-units", test_bracketed_units);
  g_test_add_func ("/akn-places/preamble", test_preamble);
  g_test_add_func ("/akn-places/masthead", test_masthead);
  g_test_add_func ("/akn-places/annexes", test_annexes);
  g_test_add_func ("/akn-places/letter", test_letter);
  g_test_add_func ("/akn-places/tables", test_tables);
  g_test_add_func ("/akn-places/headings", test_headings);
  g_test_add_func ("/akn-places/unique", test_unique);

  return g_test_run ();
}
