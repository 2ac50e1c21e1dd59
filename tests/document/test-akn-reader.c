/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-akn-reader.h"

#include "document/gloss-document-builder.h"

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

static void
test_damaged (void)
{
  static const struct
  {
    const char *xml;
    const char *message;
  } cases[] = {
    { AKN_TEST_BEGIN "<body>\n<p>Text</body>" AKN_TEST_END,
      "Line 2: This XML is damaged: Opening and ending tag mismatch: p line 2 and body" },
    { AKN_TEST_BEGIN "<body>\n\n<p>Text",
      "Line 3: This XML is damaged: Premature end of data in tag p line 3" },
    { "<akomaNtoso", "Line 1: This XML is damaged: Couldn't find end of Start Tag akomaNtoso" },
    { "not XML", "Line 1: This XML is damaged: Start tag expected, '<' not found" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlossDocument) document = gloss_akn_read (cases[i].xml, strlen (cases[i].xml), "test", &error);

      /* The wording after the second colon is that of libxml2, and changes with its version. */
      g_assert_null (document);
      g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE);
      g_assert_cmpmem (error->message, strlen ("Line 1: This XML is damaged: "),
                       cases[i].message, strlen ("Line 1: This XML is damaged: "));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_every_cut (void)
{
  static const char xml[] = AKN_TEST_BEGIN "<meta><notes><note eId='n'><p>R</p></note></notes></meta><preface><p>各国</p>"
                                           "</preface><body><p>T<authorialNote marker='1'><p>N</p></authorialNote>&amp;"
                                           "<noteRef href='#n'/></p></body>" AKN_TEST_END;

  /* A file that ends too early is damaged wherever it ends, and is never taken for a shorter one. */
  for (gsize length = 1; length < strlen (xml); length++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *cut = g_memdup2 (xml, length);

      g_assert_null (gloss_akn_read (cut, length, "test", &error));
      g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE);
    }
}

static void
test_entities (void)
{
  static const char *const files[] = {
    "<!DOCTYPE akomaNtoso [<!ENTITY a 'text'>]>" AKN_TEST_BEGIN "<body><p>&a;</p></body>" AKN_TEST_END,
    "<!DOCTYPE akomaNtoso [<!ENTITY a 'text'>]>" AKN_TEST_BEGIN "<body><p eId='&a;'>Text</p></body>" AKN_TEST_END,
    "<!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>" AKN_TEST_BEGIN
    "<body><p>&a;</p></body>" AKN_TEST_END,
    "<!DOCTYPE akomaNtoso [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x.dtd'> %a;]>" AKN_TEST_BEGIN
    "<body><p>Text</p></body>" AKN_TEST_END,
    "<!DOCTYPE akomaNtoso [<!ENTITY % a '&#37;b;&#37;b;'><!ENTITY % b '&#37;a;'> %a;]>" AKN_TEST_BEGIN
    "<body><p>Text</p></body>" AKN_TEST_END,
    "<!DOCTYPE akomaNtoso [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
    "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
    "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;'>]>" AKN_TEST_BEGIN
    "<body><p>&h;&h;&h;</p></body>" AKN_TEST_END,
    AKN_TEST_BEGIN "<body><p>a&nbsp;b</p></body>" AKN_TEST_END,
    "<!DOCTYPE akomaNtoso SYSTEM 'http://127.0.0.1:9/x.dtd'>" AKN_TEST_BEGIN "<body><p>a&nbsp;b</p></body>" AKN_TEST_END,
    "<!DOCTYPE akomaNtoso SYSTEM 'http://127.0.0.1:9/x.dtd'>" AKN_TEST_BEGIN
    "<body><p eId='a&nbsp;b'>Text</p></body>" AKN_TEST_END,
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gloss_akn_read (files[i], strlen (files[i]), "test", &error));
      g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE);
      g_assert_true (g_str_has_prefix (error->message, "Line 1: "));
    }

  assert_refused (files[0], strlen (files[0]), GLOSS_DOCUMENT_ERROR_PARSE,
                  "Line 1: This XML declares an entity, “a”, which is not read for safety");
}

/* A document type without declarations of its own harms nobody, and is not looked up. */
static void
test_document_type (void)
{
  static const char xml[] = "<!DOCTYPE akomaNtoso SYSTEM 'http://127.0.0.1:9/x.dtd'>" AKN_TEST_BEGIN
                            "<body><p>&lt;&#x4e00;&gt;</p></body>" AKN_TEST_END;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_akn_read (xml, strlen (xml), "test", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gloss_clause_get_text (gloss_document_get_clause (document, 0)), ==, "<一>");
}

static char *
nest (guint depth)
{
  GString *xml = g_string_new ("<akomaNtoso xmlns='" "http://docs.oasis-open.org/legaldocml/ns/akn/3.0" "'>\n");

  for (guint i = 2; i < depth; i++)
    g_string_append (xml, "<section>");
  g_string_append (xml, "<p>Text</p>");
  for (guint i = 2; i < depth; i++)
    g_string_append (xml, "</section>");
  g_string_append (xml, "</akomaNtoso>");

  return g_string_free (xml, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *as_deep_as_may_be = nest (GLOSS_AKN_MAX_DEPTH);
  g_autofree char *deeper = nest (GLOSS_AKN_MAX_DEPTH + 1);
  g_autofree char *much_deeper = nest (100000);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = NULL;

  document = gloss_akn_read (as_deep_as_may_be, strlen (as_deep_as_may_be), "test", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, 1);

  assert_refused (deeper, strlen (deeper), GLOSS_DOCUMENT_ERROR_LIMIT,
                  "Line 2: This document is nested deeper than 128 elements");
  assert_refused (much_deeper, strlen (much_deeper), GLOSS_DOCUMENT_ERROR_LIMIT,
                  "Line 2: This document is nested deeper than 128 elements");
}

static void
test_size (void)
{
  gsize length = (gsize) GLOSS_AKN_MAX_BYTES + 1;
  g_autofree char *xml = g_malloc (length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = NULL;
  const char *begin = AKN_TEST_BEGIN "<body><p>";
  const char *end = "</p></body>" AKN_TEST_END;

  /* One paragraph that fills the largest file there may be. */
  memset (xml, 'a', length);
  memcpy (xml, begin, strlen (begin));
  memcpy (xml + length - 1 - strlen (end), end, strlen (end));
  xml[length - 1] = '\n';

  assert_refused (xml, length, GLOSS_DOCUMENT_ERROR_LIMIT, "This document is larger than 64 MiB");

  document = gloss_akn_read (xml, length - 1, "test", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gloss_clause_get_n_chars (gloss_document_get_clause (document, 0)), ==,
                    length - 1 - strlen (begin) - strlen (end));
}

static void
test_number_of_clauses (void)
{
  g_autoptr (GString) xml = g_string_new (AKN_TEST_BEGIN "<body>");

  for (guint i = 0; i <= GLOSS_DOCUMENT_MAX_CLAUSES; i++)
    g_string_append (xml, "<p>a</p>");
  g_string_append (xml, "</body>" AKN_TEST_END);
  assert_refused (xml->str, xml->len, GLOSS_DOCUMENT_ERROR_LIMIT, "This document has more than 500000 clauses");

  g_string_assign (xml, AKN_TEST_BEGIN "<body>");
  for (guint i = 0; i < 2 * GLOSS_DOCUMENT_MAX_CLAUSES; i++)
    g_string_append (xml, "<p/>");
  g_string_append (xml, "</body>" AKN_TEST_END);
  assert_refused (xml->str, xml->len, GLOSS_DOCUMENT_ERROR_LIMIT,
                  "Line 1: This document has more parts than can be read");
}

static void
test_encodings (void)
{
  static const char latin1[] = "<?xml version='1.0' encoding='ISO-8859-1'?>" AKN_TEST_BEGIN
                               "<body><p>T\xe4t</p></body>" AKN_TEST_END;
  static const char wrong[] = AKN_TEST_BEGIN "<body>\n<p>T\xe4t</p></body>" AKN_TEST_END;
  static const char unknown[] = "<?xml version='1.0' encoding='x-nothing'?>" AKN_TEST_BEGIN
                                "<body><p>Text</p></body>" AKN_TEST_END;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_akn_read (latin1, strlen (latin1), "test", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gloss_clause_get_text (gloss_document_get_clause (document, 0)), ==, "Tät");

  g_assert_null (gloss_akn_read (wrong, strlen (wrong), "test", &error));
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_clear_error (&error);

  g_assert_null (gloss_akn_read (unknown, strlen (unknown), "test", &error));
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE);
}

static void
test_white_space (void)
{
  static const char *const expected[] = {
    "0 p_1 paragraph [] <first para.> one two",
    "0 p_2 paragraph [] <second para.>   one//two ",
    "0 para_3 paragraph [ 3. ] <para. 3>  ",
    "0 p_3 paragraph [] <third para.> collapsed again",
    NULL,
  };
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<body> <p>\n one\n\n two </p> <p xml:space='preserve'>  one\n<eol/>two </p>"
                            "<p><num xml:space='preserve'> 3. </num><b xml:space='preserve'> </b></p>"
                            "<div xml:space='preserve'> <p xml:space='default'> collapsed  again </p> </div></body>");
  akn_test_assert (document, expected);
}

static void
test_head (void)
{
  static const char xml[] = AKN_TEST_BEGIN
    "<meta><identification><FRBRWork><FRBRalias name='symbol' value='A/1'/></FRBRWork></identification></meta>"
    "<preface><p><docTitle>Title</docTitle></p></preface><body xml:lang='zh'><p>Text</body>";
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_akn_read_head (xml, strlen (xml), "test", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gloss_document_get_name (document), ==, "A/1@zh");
  g_assert_cmpstr (gloss_document_get_title (document), ==, "Title");

  g_assert_null (gloss_akn_read_head ("<html/>", strlen ("<html/>"), "test", &error));
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/akn-reader/particulars", test_particulars);
  g_test_add_func ("/akn-reader/particulars-from-the-text", test_particulars_from_the_text);
  g_test_add_func ("/akn-reader/refused", test_refused);
  g_test_add_func ("/akn-reader/damaged", test_damaged);
  g_test_add_func ("/akn-reader/every-cut", test_every_cut);
  g_test_add_func ("/akn-reader/entities", test_entities);
  g_test_add_func ("/akn-reader/document-type", test_document_type);
  g_test_add_func ("/akn-reader/depth", test_depth);
  g_test_add_func ("/akn-reader/size", test_size);
  g_test_add_func ("/akn-reader/number-of-clauses", test_number_of_clauses);
  g_test_add_func ("/akn-reader/encodings", test_encodings);
  g_test_add_func ("/akn-reader/white-space", test_white_space);
  g_test_add_func ("/akn-reader/head", test_head);

  return g_test_run ();
}
