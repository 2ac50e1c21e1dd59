/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-text-reader.h"

#include "document/gloss-document-builder.h"

#include <string.h>

typedef struct
{
  const char      *id;
  const char      *label;
  const char      *text;
  GlossClauseKind  kind;
} Expected;

static void
assert_clauses (GlossDocument  *document,
                const Expected *expected,
                guint           n_expected)
{
  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);

      g_assert_cmpstr (gloss_clause_get_id (clause), ==, expected[i].id);
      g_assert_cmpstr (gloss_clause_get_label (clause), ==, expected[i].label);
      g_assert_cmpstr (gloss_clause_get_text (clause), ==, expected[i].text);
      g_assert_cmpint (gloss_clause_get_kind (clause), ==, expected[i].kind);
      g_assert_cmpuint (gloss_clause_get_depth (clause), ==, 0);
    }
}

static GlossDocument *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  GlossDocument *document = gloss_text_read (text, strlen (text), "draft", &error);

  g_assert_no_error (error);
  return document;
}

static void
test_paragraphs (void)
{
  static const Expected expected[] = {
    { "clause_1", "", "Code of conduct", GLOSS_CLAUSE_PARAGRAPH },
    { "para_2", "2.", "Each State pledges:", GLOSS_CLAUSE_PARAGRAPH },
    { "item_8", "(8)", "All States must play\nthe same role;", GLOSS_CLAUSE_ITEM },
    { "item_8-2", "(8)", "again", GLOSS_CLAUSE_ITEM },
    { "item_3", "（三）", "各国", GLOSS_CLAUSE_ITEM },
    { "para_3", "三、", "目标", GLOSS_CLAUSE_PARAGRAPH },
  };
  g_autoptr (GlossDocument) document = read_text ("Code of conduct\n\n2. Each State pledges:\n\n"
                                                  "(8) All States must play\nthe same role;\n\n"
                                                  "(8)\nagain\n\n（三）各国\n\n三、目标\n");

  assert_clauses (document, expected, G_N_ELEMENTS (expected));
  g_assert_cmpstr (gloss_document_get_symbol (document), ==, "draft");
  g_assert_cmpstr (gloss_document_get_title (document), ==, "draft");
  g_assert_cmpstr (gloss_document_get_language (document), ==, "und");
  g_assert_cmpstr (gloss_clause_get_citation (gloss_document_get_clause (document, 0)), ==, "draft, 1st clause");
  g_assert_cmpstr (gloss_clause_get_citation (gloss_document_get_clause (document, 1)), ==, "draft, para. 2");
  g_assert_cmpstr (gloss_clause_get_citation (gloss_document_get_clause (document, 2)), ==, "draft, (8), 3rd clause");
  g_assert_cmpstr (gloss_clause_get_citation (gloss_document_get_clause (document, 4)), ==, "draft, (3)");
}

static void
test_labels (void)
{
  static const struct
  {
    const char *paragraph;
    const char *label;
    const char *text;
  } cases[] = {
    /* Labels. */
    { "(8) To", "(8)", "To" },
    { "(13)\tTo", "(13)", "To" },
    { "(a) To", "(a)", "To" },
    { "(A) To", "(A)", "To" },
    { "(c) To", "(c)", "To" },
    { "(aa) To", "(aa)", "To" },
    { "(cc) To", "(cc)", "To" },
    { "(iv) To", "(iv)", "To" },
    { "(XII) To", "(XII)", "To" },
    { "(8)", "(8)", "" },
    { "(8)\nTo", "(8)", "To" },
    { "(一)各国", "(一)", "各国" },
    { "（一）各国", "（一）", "各国" },
    { "（1）“各国”", "（1）", "“各国”" },
    { "(1)“各国”", "(1)", "“各国”" },
    { "（十三） 各国", "（十三）", "各国" },
    { "（8) To", "（8)", "To" },
    { "12. To", "12.", "To" },
    { "1.\n\tTo", "1.", "To" },
    { "1.本次", "1.", "本次" },
    { "1．本次", "1．", "本次" },
    { "12.", "12.", "" },
    { "1382. The", "1382.", "The" },
    { "一. 目标", "一.", "目标" },
    { "一、目标", "一、", "目标" },
    { "二十一、目标", "二十一、", "目标" },
    { "12.\xc2\xa0To", "12.", "To" },
    /* None. */
    { "", "", "" },
    { "(see annex) To", "", "(see annex) To" },
    { "(s)he", "", "(s)he" },
    { "(a), (b) and (c)", "", "(a), (b) and (c)" },
    { "(is) To", "", "(is) To" },
    { "(mix) To", "", "(mix) To" },
    { "(2015) To", "", "(2015) To" },
    { "(01) To", "", "(01) To" },
    { "(1 bis) To", "", "(1 bis) To" },
    { "(8 To", "", "(8 To" },
    { "() To", "", "() To" },
    { "((8)) To", "", "((8)) To" },
    { "(", "", "(" },
    { "1998 was", "", "1998 was" },
    { "2.5 million", "", "2.5 million" },
    { "1.2. To", "", "1.2. To" },
    { "12) To", "", "12) To" },
    { "12", "", "12" },
    { "12345. To", "", "12345. To" },
    { "0. To", "", "0. To" },
    { "I. Introduction", "", "I. Introduction" },
    { "a. To", "", "a. To" },
    { "A.B. Smith", "", "A.B. Smith" },
    { "1、To", "", "1、To" },
    { "一、To", "一、", "To" },
    { "一切国家", "", "一切国家" },
    { "各国、", "", "各国、" },
    { "- To", "", "- To" },
    { " (8) To", "", " (8) To" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize skip = 99;
      gsize length = gloss_text_scan_label (cases[i].paragraph, &skip);
      g_autofree char *label = g_strndup (cases[i].paragraph, length);

      g_assert_cmpstr (label, ==, cases[i].label);
      g_assert_cmpstr (cases[i].paragraph + skip, ==, cases[i].text);
    }
}

/* The same three clauses, whatever the file looks like. */
static void
test_odd_files (void)
{
  static const char *const files[] = {
    "One\ntwo\n\n(8) Three\n\nFour\n",
    "One\ntwo\n\n(8) Three\n\nFour",
    "One\r\ntwo\r\n\r\n(8) Three\r\n\r\nFour\r\n",
    "One\rtwo\r\r(8) Three\r\rFour\r",
    "\xef\xbb\xbfOne\ntwo\n\n(8) Three\n\nFour\n",
    "\n\n  \n\tOne  \ntwo\t\n  \t \n\n \n(8) Three \n\f\nFour  \n \n\n",
    "One\n\ftwo\n\f\n    (8)   Three\n\xe3\x80\x80\n\xe3\x80\x80\xe3\x80\x80" "Four\n\f",
    "One\r\n\ftwo\r\n\r\n(8)\r\nThree\n\r\nFour\r\n\r\n\r\n",
  };
  static const Expected expected[] = {
    { "clause_1", "", "One\ntwo", GLOSS_CLAUSE_PARAGRAPH },
    { "item_8", "(8)", "Three", GLOSS_CLAUSE_ITEM },
    { "clause_3", "", "Four", GLOSS_CLAUSE_PARAGRAPH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GlossDocument) document = read_text (files[i]);

      assert_clauses (document, expected, G_N_ELEMENTS (expected));
    }
}

static void
test_inner_space_is_kept (void)
{
  g_autoptr (GlossDocument) document = read_text ("  One  two\n    three\tfour   \n\n");

  g_assert_cmpstr (gloss_clause_get_text (gloss_document_get_clause (document, 0)), ==, "One  two\n    three\tfour");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *data;
    gsize       length;
    int         code;
    const char *message;
  } cases[] = {
    { "", 0, GLOSS_DOCUMENT_ERROR_PARSE, "This document holds no text" },
    { " \n\r\n\t\f\xef\xbb\xbf", 4, GLOSS_DOCUMENT_ERROR_PARSE, "This document holds no text" },
    { "\xef\xbb\xbf", 3, GLOSS_DOCUMENT_ERROR_PARSE, "This document holds no text" },
    { "One\n\nT\xe4t\n", 9, GLOSS_DOCUMENT_ERROR_ENCODING, "This is not UTF-8 text, from line 3 on; save it as UTF-8" },
    { "One\n\xe4\xb8", 6, GLOSS_DOCUMENT_ERROR_ENCODING, "This is not UTF-8 text, from line 2 on; save it as UTF-8" },
    { "One\nt\0wo", 8, GLOSS_DOCUMENT_ERROR_ENCODING, "This is no plain text: line 2 holds a zero byte" },
    { "\xff\xfeO\0n\0", 6, GLOSS_DOCUMENT_ERROR_ENCODING, "This is UTF-16 text; save it as UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlossDocument) document = gloss_text_read (cases[i].data, cases[i].length, "draft", &error);

      g_assert_null (document);
      g_assert_error (error, GLOSS_DOCUMENT_ERROR, cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* The bytes after @length are not looked at. */
static void
test_length (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_text_read ("(8) Three\xff", 9, "draft", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (gloss_clause_get_text (gloss_document_get_clause (document, 0)), ==, "Three");
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  gsize length = (gsize) GLOSS_TEXT_MAX_BYTES + 1;
  g_autofree char *data = g_malloc (length);
  g_autoptr (GlossDocument) document = NULL;

  memset (data, 'a', length);
  document = gloss_text_read (data, length, "draft", &error);
  g_assert_null (document);
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_LIMIT);

  g_clear_error (&error);
  document = gloss_text_read (data, length - 1, "draft", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gloss_clause_get_n_chars (gloss_document_get_clause (document, 0)), ==, length - 1);
}

static void
test_too_many_clauses (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GlossDocument) document = NULL;

  for (guint i = 0; i <= GLOSS_DOCUMENT_MAX_CLAUSES; i++)
    g_string_append (text, "a\n\n");

  document = gloss_text_read (text->str, text->len, "draft", &error);
  g_assert_null (document);
  g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_LIMIT);
}

static void
test_many_paragraphs (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GlossDocument) document = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "(a) the same label again and again\n\n");

  document = read_text (text->str);
  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, 100000);
  g_assert_cmpstr (gloss_clause_get_id (gloss_document_get_clause (document, 99999)), ==, "item_a-100000");
  g_assert_cmpstr (gloss_clause_get_citation (gloss_document_get_clause (document, 99999)), ==,
                   "draft, (a), 100000th clause");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-reader/paragraphs", test_paragraphs);
  g_test_add_func ("/text-reader/labels", test_labels);
  g_test_add_func ("/text-reader/odd-files", test_odd_files);
  g_test_add_func ("/text-reader/inner-space-is-kept", test_inner_space_is_kept);
  g_test_add_func ("/text-reader/refused", test_refused);
  g_test_add_func ("/text-reader/length", test_length);
  g_test_add_func ("/text-reader/too-large", test_too_large);
  g_test_add_func ("/text-reader/too-many-clauses", test_too_many_clauses);
  g_test_add_func ("/text-reader/many-paragraphs", test_many_paragraphs);

  return g_test_run ();
}
