/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-akn-meta.h"

#include "akn-test.h"

#define BODY       "<body><p eId='a'>A</p><p eId='b'>B</p></body>"
#define EXPRESSION "<meta><identification><FRBRExpression>"

static void
test_languages (void)
{
  static const struct
  {
    const char *iso639;
    const char *tag;
  } cases[] = {
    { "eng", "en" }, { "zho", "zh" }, { "chi", "zh" }, { "fre", "fr" }, { "fra", "fr" }, { "ara", "ar" }, { "rus", "ru" },
    { "spa", "es" }, { "en", "en" },  { "cmn", "cmn" }, { "und", "und" }, { "", "und" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parts = g_strdup_printf (EXPRESSION "<FRBRlanguage language='%s'/></FRBRExpression></identification>"
                                                           "</meta>" BODY, cases[i].iso639);
      g_autoptr (GlossDocument) document = akn_test_read (parts);

      g_assert_cmpstr (gloss_document_get_language (document), ==, cases[i].tag);
    }
}

/* A name can be typed; a blank one is none. */
static void
test_odd_symbols (void)
{
  static const char *const cases[][2] = { { " A/1&#9;Add.2&#10;", "A/1 Add.2" }, { " &#9; ", "test" }, { "", "test" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parts = g_strdup_printf ("<meta><identification><FRBRWork><FRBRalias name='symbol' value='%s'/></FRBRWork>"
                                                "</identification></meta>" BODY, cases[i][0]);
      g_autoptr (GlossDocument) document = akn_test_read (parts);

      g_assert_cmpstr (gloss_document_get_symbol (document), ==, cases[i][1]);
    }
}

/* The text knows better than its description. */
static void
test_language_of_the_text (void)
{
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<meta><identification><FRBRExpression><FRBRlanguage language='zho'/></FRBRExpression>"
                            "</identification><notes xml:lang='en'><note><p>Remark</p></note></notes></meta>"
                            "<preface xml:lang=''/><body xml:lang='zh-Hant'><p xml:lang='la'>A</p></body>");
  g_assert_cmpstr (gloss_document_get_language (document), ==, "zh-Hant");
}

static void
test_dates (void)
{
  static const char *const cases[][2] = {
    { "2015-01-13", "2015-01-13" }, { "2015-01-13T00:00:00Z", "2015-01-13" }, { "2015-02-30", "" }, { "2015", "" },
    { "13.01.2015", "" },           { "2015-1-13", "" },                      { "", "" },           { "+201-01-13", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parts = g_strdup_printf ("<meta><identification><FRBRWork><FRBRdate date='%s' name='x'/></FRBRWork>"
                                                "</identification></meta>" BODY, cases[i][0]);
      g_autoptr (GlossDocument) document = akn_test_read (parts);

      g_assert_cmpstr (gloss_document_get_date (document), ==, cases[i][1]);
    }
}

/* An annex has particulars of its own, which are not those of the document. */
static void
test_first_meta (void)
{
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<meta><identification><FRBRWork><FRBRalias name='symbol' value='A/1'/></FRBRWork>"
                            "</identification></meta>" BODY
                            "<attachments><attachment><doc name='x'><meta><identification><FRBRWork>"
                            "<FRBRalias name='symbol' value='A/2'/><FRBRdate date='2015-01-13'/></FRBRWork>"
                            "</identification><notes><note placementBase='#a'><p>Remark</p></note></notes></meta>"
                            "<mainBody><p>C</p></mainBody></doc></attachment></attachments>");
  g_assert_cmpstr (gloss_document_get_symbol (document), ==, "A/1");
  g_assert_cmpstr (gloss_document_get_date (document), ==, "");
  g_assert_cmpstr (gloss_clause_get_remark (gloss_document_find_clause (document, "a")), ==, "Remark");
}

static void
test_remarks (void)
{
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<meta><notes><note><p>One<eol/>line.</p><p/><p>Two.</p></note><note>Loose.</note></notes>"
                            "<notes><note placementBase='#a'><p>First.</p></note><note placementBase='#a'><p>Second.</p></note>"
                            "<note placementBase='#nobody'><p>Lost.</p></note><note placementBase='#b'><p> </p></note></notes>"
                            "</meta>" BODY);
  g_assert_cmpstr (gloss_document_get_remark (document), ==, "One\nline.\n\nTwo.\n\nLoose.");
  g_assert_cmpstr (gloss_clause_get_remark (gloss_document_find_clause (document, "a")), ==, "First.\n\nSecond.");
  g_assert_null (gloss_clause_get_remark (gloss_document_find_clause (document, "b")));
}

static void
test_confirmations (void)
{
  static const char *const states[] = { NULL, "confirmed", "confirmed-in-part", "transcribed" };

  for (GlossConfirmation state = GLOSS_CONFIRMATION_UNSTATED; state <= GLOSS_CONFIRMATION_TRANSCRIBED; state++)
    {
      g_autofree char *parts = g_strdup_printf ("<meta><proprietary xmlns:g='urn:glossator:akn'>"
                                                "<g:confirmation href='#a' state='%s'/>"
                                                "<g:confirmation href='b' state='confirmed'/><g:confirmation/>"
                                                "</proprietary></meta>" BODY,
                                                states[state] != NULL ? states[state] : "guessed");
      g_autoptr (GlossDocument) document = akn_test_read (parts);

      g_assert_cmpstr (gloss_akn_confirmation_to_string (state), ==, states[state]);
      g_assert_cmpint (gloss_clause_get_confirmation (gloss_document_find_clause (document, "a")), ==, state);
      g_assert_cmpint (gloss_clause_get_confirmation (gloss_document_find_clause (document, "b")), ==,
                       GLOSS_CONFIRMATION_UNSTATED);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/akn-meta/odd-symbols", test_odd_symbols);
  g_test_add_func ("/akn-meta/languages", test_languages);
  g_test_add_func ("/akn-meta/language-of-the-text", test_language_of_the_text);
  g_test_add_func ("/akn-meta/dates", test_dates);
  g_test_add_func ("/akn-meta/first-meta", test_first_meta);
  g_test_add_func ("/akn-meta/remarks", test_remarks);
  g_test_add_func ("/akn-meta/confirmations", test_confirmations);

  return g_test_run ();
}
