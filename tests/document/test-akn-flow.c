/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-akn-flow.h"

#include <libxml/parser.h>

#include "document/gloss-akn-vocabulary.h"

#include "akn-test.h"

/* Which clause a word belongs to. */

static void
test_number_takes_first_words (void)
{
  static const char *const expected[] = {
    "0 para_1 paragraph [1.] <para. 1> own paragraph",
    "1 para_1__p_1 paragraph [] <para. 1, second subpara.> another",
    "0 para_2 paragraph [2.] <para. 2> of an unnumbered subparagraph",
    "1 para_2__subpara_1 paragraph [] <para. 2, second subpara.> second subparagraph",
    "0 para_3 paragraph [3.] <para. 3> chapeau",
    "1 para_3__point_a item [(a)] <para. 3 (a)> point",
    "0 para_4 paragraph [4.] <para. 4> words without an element",
    "0 para_5 paragraph [5.] <para. 5> ",
    "1 para_5__item_1 item [] <para. 5, first item> a bullet is no beginning",
    NULL,
  };
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<body>"
                            "<paragraph><num>1.</num><content><p>own paragraph</p><p>another</p></content></paragraph>"
                            "<paragraph><num>2.</num>"
                            "<subparagraph><content><p>of an unnumbered subparagraph</p></content></subparagraph>"
                            "<subparagraph><content><p>second subparagraph</p></content></subparagraph></paragraph>"
                            "<paragraph><num>3.</num><list><intro><p>chapeau</p></intro>"
                            "<point><num>(a)</num><content><p>point</p></content></point></list></paragraph>"
                            "<paragraph><num>4.</num><content>words without an element</content></paragraph>"
                            "<paragraph><num>5.</num><content><ul><li>a bullet is no beginning</li></ul></content></paragraph>"
                            "</body>");
  akn_test_assert (document, expected);
}

static void
test_heading (void)
{
  static const char *const expected[] = {
    "0 sec_1 section [1.] <sect. 1> Heading/and subheading",
    "1 sec_1__p_1 paragraph [] <sect. 1, first para.> text",
    "0 chp_1 section [] <“Only a heading”> Only a heading",
    "0 art_2 section [Article 2] <art. 2> ",
    "1 art_2__para_1 paragraph [] <art. 2, first para.> an article gives its number to no paragraph",
    "0 art_3 paragraph [Article 3] <art. 3> but to words of its own",
    NULL,
  };
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<body><section><num>1.</num><heading>Heading</heading><subheading>and subheading</subheading>"
                            "<content><p>text</p></content></section>"
                            "<chapter><heading>Only a heading</heading></chapter>"
                            "<article><num>Article 2</num><paragraph><content><p>an article gives its number to no paragraph</p>"
                            "</content></paragraph></article>"
                            "<article><num>Article 3</num><content><p>but to words of its own</p></content></article></body>");
  akn_test_assert (document, expected);
}

static void
test_notes (void)
{
  static const char *const expected[] = {
    "0 para_1 paragraph [1.] <para. 1> before¹ after*",
    "0 n1 note [1] <footnote 1> one/(a) two",
    "0 note_1 note [*] <footnote *> three",
    "0 meta_1 note [] <third footnote> from the head",
    "0 p_1 paragraph [] <first para.> again",
    NULL,
  };
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<meta><notes><note eId='meta_1'><p>from the head</p></note></notes></meta><body>"
                            "<paragraph><num>1.</num><content><p>before<authorialNote marker='1' eId='n1'><p>one</p>"
                            "<blockList><item><num>(a)</num><p>two</p></item></blockList></authorialNote> after"
                            "<authorialNote marker='*'><p>three</p></authorialNote><noteRef href='#meta_1'/></p></content>"
                            "</paragraph><p>again<noteRef href='#meta_1'/></p></body>");
  akn_test_assert (document, expected);
  g_assert_null (gloss_document_get_remark (document));
}

static void
test_structure_within_a_line (void)
{
  static const char *const expected[] = {
    "0 p_1 paragraph [] <first para.> before",
    "1 p_1__sec_4A section [4A] <quoted text, sect. 4A> Heading",
    "2 p_1__sec_4A__p_1 paragraph [] <quoted text, sect. 4A, first para.> quoted",
    "0 p_2 paragraph [] <second para.> after",
    NULL,
  };
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<body><p>before <mod><quotedStructure><section><num>4A</num><heading>Heading</heading>"
                            "<content><p>quoted</p></content></section></quotedStructure></mod> after</p></body>");
  akn_test_assert (document, expected);
}

/* Quotation marks that are attributes are printed all the same, and once. */
static void
test_quotation_marks (void)
{
  static const char *const expected[] = {
    "0 p_1 paragraph [] <first para.> for “hand” put «hands», and not “fist”.",
    "0 p_2 paragraph [] <second para.> \"A\" of section 4¹",
    "0 note_1 note [1] <footnote 1> or ‘B’",
    NULL,
  };
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<body><p>for <mod><quotedText startQuote='“' endQuote='”'>hand</quotedText> put "
                            "<quotedText startQuote='«' endQuote='»'>hands</quotedText></mod>, and not "
                            "“<quotedText startQuote='“' endQuote='”'>fist</quotedText>”.</p>"
                            "<p><embeddedText startQuote='&quot;'>A</embeddedText> of section 4"
                            "<authorialNote marker='1'><p>or <quotedText startQuote='‘' endQuote='’'>B</quotedText></p>"
                            "</authorialNote></p></body>");
  akn_test_assert (document, expected);
}

static void
test_lines (void)
{
  static const char *const expected[] = {
    "0 p_1 paragraph [] <first para.> one/two three",
    "0 p_2 paragraph [] <second para.> bold italic",
    NULL,
  };
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<body><p>one<eol/>two <eol breakAt='2'/>three<eol/></p>"
                            "<p>\n  <b>bold</b>\n  <i>italic</i>\n</p></body>");
  akn_test_assert (document, expected);
}

static void
test_signatures (void)
{
  static const char *const expected[] = {
    "0 sig_1 signature [] <first signature> (Signed) A/Minister",
    "0 p_1 paragraph [] <first para.> Done",
    "0 s3 signature [] <second signature> C",
    "0 p_2 signature [] <third signature> D",
    NULL,
  };
  g_autoptr (GlossDocument) document = NULL;

  document = akn_test_read ("<conclusions><p>(Signed) <signature eId='sig_1'>A<eol/>Minister</signature></p>"
                            "<p>Done</p><signature eId='s3'>C</signature> <signature>D</signature></conclusions>");
  akn_test_assert (document, expected);
}

/* No word of a text is lost, none comes twice, and but for footnotes they keep their order. */

static void
append_attribute (xmlNode    *node,
                  const char *name,
                  GString    *text)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);

  if (value != NULL)
    g_string_append (text, (const char *) value);
  xmlFree (value);
}

/* Quotation marks around quoted words are printed too. */
static void
collect_text (xmlNode *node,
              GString *text)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        g_string_append (text, (const char *) node->content);
      else if (node->type == XML_ELEMENT_NODE && !g_str_equal ((const char *) node->name, "meta"))
        {
          gboolean is_quoted = g_str_equal ((const char *) node->name, "quotedText");

          if (is_quoted)
            append_attribute (node, "startQuote", text);
          collect_text (node->children, text);
          if (is_quoted)
            append_attribute (node, "endQuote", text);
        }
    }
}

/* The text of the file as libxml2 has it, with no white space. */
static char *
get_text_of_file (const char *xml,
                  gsize       length)
{
  xmlDoc *doc = xmlReadMemory (xml, length, NULL, NULL, XML_PARSE_NOENT | XML_PARSE_NONET);
  g_autoptr (GString) text = g_string_new (NULL);
  GString *squeezed = g_string_new (NULL);

  g_assert_nonnull (doc);
  collect_text (xmlDocGetRootElement (doc), text);
  xmlFreeDoc (doc);

  for (const char *p = text->str; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (squeezed, *p);
    }

  return g_string_free (squeezed, FALSE);
}

static char *
get_text_of_document (GlossDocument *document)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      g_autofree char *both = g_strconcat (gloss_clause_get_label (clause), gloss_clause_get_text (clause), NULL);

      for (const char *p = both; *p != '\0'; p++)
        {
          if (!g_ascii_isspace (*p))
            g_string_append_c (text, *p);
        }
    }

  return g_string_free (text, FALSE);
}

static int
compare_bytes (gconstpointer a,
               gconstpointer b)
{
  return *(const char *) a - *(const char *) b;
}

static void
assert_same_words (const char *xml,
                   gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_akn_read (xml, length, "test", &error);
  g_autofree char *expected = get_text_of_file (xml, length);
  g_autofree char *actual = NULL;

  if (*expected == '\0')
    {
      g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_PARSE);
      return;
    }

  g_assert_no_error (error);
  actual = get_text_of_document (document);

  /* Footnotes stand elsewhere, so that only how often each character occurs can be compared. */
  if (strstr (xml, "authorialNote") != NULL)
    {
      qsort (actual, strlen (actual), 1, compare_bytes);
      qsort (expected, strlen (expected), 1, compare_bytes);
    }
  g_assert_cmpstr (actual, ==, expected);
}

/* The marks of footnotes are no text of the file: they are taken out of it beforehand. */
static char *
remove_markers (const char *xml,
                gsize       length)
{
  g_autoptr (GRegex) regex = g_regex_new (" marker=\"[^\"]*\"", G_REGEX_RAW, 0, NULL);
  g_autoptr (GRegex) references = g_regex_new ("<(akn:)?noteRef[^>]*>", G_REGEX_RAW, 0, NULL);
  g_autofree char *unmarked = g_regex_replace_literal (regex, xml, length, 0, "", 0, NULL);

  return g_regex_replace_literal (references, unmarked, -1, 0, "", 0, NULL);
}

static void
assert_same_words_in_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *xml = NULL;
      g_autofree char *unmarked = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".akn") && (!g_str_has_suffix (name, ".xml") || strstr (name, "gresource") != NULL))
        continue;

      g_test_message ("%s", name);
      g_file_get_contents (file, &xml, &length, &error);
      g_assert_no_error (error);
      unmarked = remove_markers (xml, length);
      assert_same_words (unmarked, strlen (unmarked));
      n_files++;
    }

  g_assert_cmpuint (n_files, >, 0);
}

static void
test_words_of_files (void)
{
  g_autofree char *samples = g_test_build_filename (G_TEST_DIST, "data", "akn", NULL);
  g_autofree char *shipped = g_test_build_filename (G_TEST_DIST, "..", "data", "documents", NULL);

  assert_same_words_in_folder (samples);
  assert_same_words_in_folder (shipped);
}

/* Any element within any other, as no schema would have it. */
static void
append_random_element (GRand   *rand,
                       GString *xml,
                       guint    depth,
                       guint   *n_words)
{
  static const char *const names[] = {
    "section", "article", "paragraph", "subparagraph", "list", "point", "item", "li", "indent", "hcontainer", "chapter",
    "content", "intro", "wrapUp", "blockList", "ul", "listIntroduction", "listWrapUp", "p", "p", "p", "block", "num",
    "num", "heading", "heading", "subheading", "crossHeading", "formula", "longTitle", "preamble", "preface", "recitals",
    "recital", "citation", "table", "tr", "td", "caption", "attachments", "attachment", "doc", "mainBody", "conclusions",
    "signature", "docTitle", "b", "i", "ref", "mod", "quotedStructure", "authorialNote", "foreign", "container",
    "coverPage", "speech", "from", "unknown", "eol", "meta",
  };
  const char *name = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];

  g_string_append_printf (xml, "<%s>", name);
  for (guint n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    {
      guint choice = g_rand_int_range (rand, 0, 4);

      if (choice == 0)
        g_string_append_printf (xml, " w%u ", (*n_words)++);
      else if (choice == 1)
        g_string_append_printf (xml, "w%u", (*n_words)++);
      else if (depth > 0)
        append_random_element (rand, xml, depth - 1, n_words);
    }
  g_string_append_printf (xml, "</%s>", name);
}

static void
test_words_of_any_file (void)
{
  for (guint seed = 0; seed < 5000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) xml = g_string_new (AKN_TEST_BEGIN "<body>");
      guint n_words = 0;

      for (guint i = 0; i < 4; i++)
        append_random_element (rand, xml, 7, &n_words);
      g_string_append (xml, "</body>" AKN_TEST_END);

      g_test_message ("seed %u", seed);
      assert_same_words (xml->str, xml->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/akn-flow/number-takes-first-words", test_number_takes_first_words);
  g_test_add_func ("/akn-flow/heading", test_heading);
  g_test_add_func ("/akn-flow/notes", test_notes);
  g_test_add_func ("/akn-flow/structure-within-a-line", test_structure_within_a_line);
  g_test_add_func ("/akn-flow/quotation-marks", test_quotation_marks);
  g_test_add_func ("/akn-flow/lines", test_lines);
  g_test_add_func ("/akn-flow/signatures", test_signatures);
  g_test_add_func ("/akn-flow/words-of-files", test_words_of_files);
  g_test_add_func ("/akn-flow/words-of-any-file", test_words_of_any_file);

  return g_test_run ();
}
