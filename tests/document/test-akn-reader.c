/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-akn-reader.h"

#include "akn-test.h"

static void
assert_refused (const char         *xml,
                gsize               length,
                GlossDocumentError  code,
                const char         *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_akn_read (xml, length, "test", &error);

  g_assert_null (document);
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_particulars (void)
{
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<meta><identification><FRBRWork><FRBRalias name='symbol' value='A/1 &amp; 2'/>"
                            "<FRBRdate date='2015-01-13T10:00:00' name='distribution'/></FRBRWork>"
                            "<FRBRExpression><FRBRalias name='iri' value='https://example.org/1'/>"
                            "<FRBRalias name='title' value='A title'/><FRBRalias name='shortTitle' value='Short'/>"
                            "<FRBRdate date='2016-01-01'/><FRBRlanguage language='zho'/></FRBRExpression></identification>"
                            "<notes><note><p>First \n remark.</p><p>Second.</p></note>"
                            "<note placementBase='#p_1'><p>On the clause.</p></note></notes>"
                            "<proprietary><g:confirmation xmlns:g='urn:glossator:akn' href='#p_1' "
                            "state='confirmed-in-part'/></proprietary></meta>"
                            "<body><p eId='p_1'>Text</p></body>");

  g_assert_cmpstr (gloss_document_get_symbol (document), ==, "A/1 & 2");
  g_assert_cmpstr (gloss_document_get_language (document), ==, "zh");
  g_assert_cmpstr (gloss_document_get_name (document), ==, "A/1 & 2@zh");
  g_assert_cmpstr (gloss_document_get_iri (document), ==, "https://example.org/1");
  g_assert_cmpstr (gloss_document_get_title (document), ==, "A title");
  g_assert_cmpstr (gloss_document_get_short_title (document), ==, "Short");
  g_assert_cmpstr (gloss_document_get_date (document), ==, "2015-01-13");
  g_assert_cmpstr (gloss_document_get_remark (document), ==, "First remark.\n\nSecond.");
  g_assert_cmpstr (gloss_clause_get_remark (gloss_document_get_clause (document, 0)), ==, "On the clause.");
  g_assert_cmpint (gloss_clause_get_confirmation (gloss_document_get_clause (document, 0)), ==, GLOSS_CONFIRMATION_PARTIAL);
}

static void
test_particulars_from_the_text (void)
{
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<preface><p><docType>Law</docType> on <docTitle>good\n order</docTitle></p></preface>"
                            "<body xml:lang='fr-CA'><p>Text</p></body>");

  g_assert_cmpstr (gloss_document_get_symbol (document), ==, "test");
  g_assert_cmpstr (gloss_document_get_title (document), ==, "Law on good order");
  g_assert_cmpstr (gloss_document_get_short_title (document), ==, "Law on good order");
  g_assert_cmpstr (gloss_document_get_language (document), ==, "fr-CA");
  g_assert_cmpstr (gloss_document_get_date (document), ==, "");
  g_assert_null (gloss_document_get_remark (document));
}

static void
test_refused (void)
{
  static const struct
  {
    const char         *xml;
    GlossDocumentError  code;
    const char         *message;
  } cases[] = {
    { "", GLOSS_DOCUMENT_ERROR_PARSE, "This file is empty" },
    { "<html/>", GLOSS_DOCUMENT_ERROR_PARSE, "Line 1: This XML is not Akoma Ntoso but <html>" },
    { "<akomaNtoso xmlns='http://example.org/'/>", GLOSS_DOCUMENT_ERROR_PARSE,
      "Line 1: This XML is of an unknown namespace, “http://example.org/”" },
    { AKN_TEST_BEGIN "<body/>" AKN_TEST_END, GLOSS_DOCUMENT_ERROR_PARSE, "This document holds no text" },
    { AKN_TEST_BEGIN "<body>\n<p> \n</p></body>" AKN_TEST_END, GLOSS_DOCUMENT_ERROR_PARSE, "This document holds no text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].xml, strlen (cases[i].xml), cases[i].code, cases[i].message);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/akn-reader/particulars", test_particulars);
  g_test_add_func ("/akn-reader/particulars-from-the-text", test_particulars_from_the_text);
  g_test_add_func ("/akn-reader/refused", test_refused);

  return g_test_run ();
}
