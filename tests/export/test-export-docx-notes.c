/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/docx-fixture.h"
#include "export/office-fixture.h"

#define TEXT_OF(range) \
  "string(//w:commentRangeStart[@w:id='" range "']/following::w:t[1])"

/* Notes are comments on their words, with author, initials and date. */
static void
test_notes (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = fixture_notes (document);
  g_autoptr (GBytes) file = fixture_export_docx (notes, document);
  g_autofree char *date = g_strdup_printf ("%.19sZ", gloss_annotation_get_created (g_ptr_array_index (notes, 1)));
  g_auto (Part) body = { NULL };
  g_auto (Part) comments = { NULL };

  part_open (&body, file, "word/document.xml");
  part_open (&comments, file, "word/comments.xml");

  part_assert (&body, "count(//w:p)", "2");
  part_assert (&body, "string(//w:p[1])", "1." FIXTURE_FIRST);
  part_assert (&body, "count(//w:p[1]//w:tab)", "1");
  part_assert (&body, "string(//w:p[2])", "(a)=1+1second line");
  part_assert (&body, "count(//w:p[2]//w:br)", "1");

  part_assert (&body, TEXT_OF ("0"), "*should*");
  part_assert (&body, "string(//w:commentRangeEnd[@w:id='0']/preceding::w:t[1])", "*should*");
  part_assert (&body, "string(//w:shd/ancestor::w:r)", "*should*");
  part_assert (&body, "string(//w:commentRangeEnd[@w:id='0']/following-sibling::w:r[1]/w:commentReference/@w:id)", "0");
  part_assert (&body, TEXT_OF ("1"), "(a)");
  part_assert (&body, "string(//w:commentRangeEnd[@w:id='1']/preceding::w:t[1])", "second line");
  part_assert (&body, "count(//w:commentRangeStart)", "2");
  part_assert (&body, "count(//w:commentReference)", "2");

  part_assert (&comments, "count(//w:comment)", "2");
  part_assert (&comments, "string(//w:comment[1]/@w:author)", "Ann");
  part_assert (&comments, "string(//w:comment[1]/@w:initials)", "A");
  part_assert (&comments, "string(//w:comment[1]/@w:date)", date);
  part_assert (&comments, "string(//w:comment[1]/w:p[1])", "- no, \"must\" & <more>");
  part_assert (&comments, "string(//w:comment[1]/w:p[2])", "");
  part_assert (&comments, "string(//w:comment[1]/w:p[3])", "@all");
  part_assert (&comments, "string(//w:comment[1]/w:p[4])", "A/1, para. 1");
  part_assert (&comments, "string(//w:comment[1]/w:p[5])", "Tags: a_b, x,y");
  part_assert (&comments, "starts-with(//w:comment[1]/w:p[6], 'Color: ')", "true");
  part_assert (&comments, "count(//w:comment[1]/w:p)", "6");
  part_assert (&comments, "string(//w:comment[2]/w:p[1])", "A/1, para. 1 (a)");
}

/* Phrases may overlap: each keeps its words, and the smallest shows its colour. */
static void
test_overlaps (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  GlossClause *clause = gloss_document_find_clause (document, "para_1");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) file = NULL;
  g_auto (Part) body = { NULL };
  const struct
  {
    guint start;
    guint end;
    GlossColor color;
  } phrases[] = { { 0, 16, GLOSS_COLOR_RED }, { 7, 22, GLOSS_COLOR_BLUE }, { 9, 12, GLOSS_COLOR_GREEN } };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_phrase (document, clause, phrases[i].start, phrases[i].end);

      g_ptr_array_add (notes, gloss_annotation_new (anchor, "note", NULL, phrases[i].color, "Ann"));
    }
  file = fixture_export_docx (notes, document);
  part_open (&body, file, "word/document.xml");

  part_assert (&body, "string(//w:p[1])", "1." FIXTURE_FIRST);
  /* "1.", tab, "States ", "*s", "hou", "ld* ", "refrai", the rest */
  part_assert (&body, "count(//w:p[1]/w:r[w:t or w:tab])", "8");
  part_assert (&body, TEXT_OF ("0"), "States ");
  part_assert (&body, "string(//w:commentRangeEnd[@w:id='0']/preceding::w:t[1])", "ld* ");
  part_assert (&body, TEXT_OF ("1"), "*s");
  part_assert (&body, "string(//w:commentRangeEnd[@w:id='1']/preceding::w:t[1])", "refrai");
  part_assert (&body, TEXT_OF ("2"), "hou");
  part_assert (&body, "string(//w:commentRangeEnd[@w:id='2']/preceding::w:t[1])", "hou");
  part_assert (&body, "string((//w:shd)[1]/@w:fill) = string((//w:shd)[2]/@w:fill)", "false");
  part_assert (&body, "string((//w:shd)[2]/@w:fill) = string((//w:shd)[3]/@w:fill)", "false");
  part_assert (&body, "string((//w:shd)[2]/@w:fill) = string((//w:shd)[4]/@w:fill)", "true");
  part_assert (&body, "count(//w:shd)", "5");
}

/* Notes on the whole document, and those whose words are gone, stand on its head; those of a
 * document that is not at hand on their citation. None is left out. */
static void
test_without_place (void)
{
  const GlossAnchorData gone = { .symbol = "A/1", .language = "en", .clause_id = "para_1",
                                 .exact = "words that never stood here", .start = 0, .end = 27 };
  const GlossAnchorData far = { .symbol = "B/9", .language = "fr", .clause_id = "para_7", .exact = "la paix",
                                .start = 0, .end = 7 };
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GlossAnchor) whole = gloss_anchor_new_for_clause (document, NULL);
  g_autoptr (GlossAnchor) lost = gloss_anchor_new (&gone);
  g_autoptr (GlossAnchor) foreign = gloss_anchor_new (&far);
  g_autoptr (GBytes) file = NULL;
  g_auto (Part) body = { NULL };
  g_auto (Part) comments = { NULL };

  g_ptr_array_add (notes, gloss_annotation_new (foreign, "far", NULL, GLOSS_COLOR_RED, "Ann"));
  g_ptr_array_add (notes, gloss_annotation_new (lost, "lost", NULL, GLOSS_COLOR_RED, "Ann"));
  g_ptr_array_add (notes, gloss_annotation_new (whole, "whole", NULL, GLOSS_COLOR_RED, "Ann"));
  file = fixture_export_docx (notes, document);
  part_open (&body, file, "word/document.xml");
  part_open (&comments, file, "word/comments.xml");

  part_assert (&comments, "count(//w:comment)", "3");
  part_assert (&comments, "string(//w:comment[1]/w:p[1])", "whole");
  part_assert (&comments, "string(//w:comment[2]/w:p[1])", "lost");
  part_assert (&comments, "string(//w:comment[2]/w:p[3])", "“words that never stood here”");
  part_assert (&comments, "string(//w:comment[2]/w:p[4])", "Place: the words are not found in the text");
  part_assert (&comments, "string(//w:comment[3]/w:p[3])", "“la paix”");
  part_assert (&body, "count(//w:p[1]/w:commentReference | //w:p[1]//w:commentReference)", "2");
  part_assert (&body, "string(//w:commentRangeStart[@w:id='2']/following::w:t[1])", "B/9, para_7");
  part_assert (&body, "count(//w:commentRangeStart)", "3");
}

static void
test_no_notes (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GBytes) file = fixture_export_docx (notes, NULL);
  g_auto (Part) body = { NULL };

  part_open (&body, file, "word/document.xml");
  part_assert (&body, "string(//w:body)", "There are no notes.");
}

/* Code points outside the Basic Multilingual Plane and Chinese are cut where the note says. */
static void
test_signs_outside_plane (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) file = NULL;
  g_auto (Part) body = { NULL };

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_set_language (builder, "zh");
  gloss_document_builder_add_clause (builder, &(GlossClauseData) { .id = "p", .text = "😀𠀀各国“应”承诺", .kind = GLOSS_CLAUSE_PARAGRAPH });
  document = gloss_document_builder_end (builder);
  g_ptr_array_add (notes, fixture_note (document, "p", "各国", "note", NULL));
  file = fixture_export_docx (notes, document);
  part_open (&body, file, "word/document.xml");

  part_assert (&body, "string((//w:t)[1])", "😀𠀀");
  part_assert (&body, TEXT_OF ("0"), "各国");
  part_assert (&body, "string((//w:t)[3])", "“应”承诺");
}

/* (transfer full): what the XPath @expression gives in the flat OpenDocument file @content, as a
 * string. */
static char *
evaluate_fodt (const char *content,
               const char *expression)
{
  static const char *const spaces[][2] = {
    { "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
    { "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
    { "dc", "http://purl.org/dc/elements/1.1/" },
  };
  xmlDoc *doc = xmlReadMemory (content, strlen (content), "document.fodt", NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  xmlXPathContext *context;
  xmlXPathObject *result;
  xmlChar *string;
  char *copy;

  g_assert_nonnull (doc);
  context = xmlXPathNewContext (doc);
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    xmlXPathRegisterNs (context, (const xmlChar *) spaces[i][0], (const xmlChar *) spaces[i][1]);
  result = xmlXPathEvalExpression ((const xmlChar *) expression, context);
  g_assert_nonnull (result);
  string = xmlXPathCastToString (result);
  copy = g_strdup ((const char *) string);
  xmlFree (string);
  xmlXPathFreeObject (result);
  xmlXPathFreeContext (context);
  xmlFreeDoc (doc);

  return copy;
}

#define assert_fodt(content, expression, expected)                           \
  G_STMT_START                                                               \
    {                                                                        \
      g_autofree char *value_ = evaluate_fodt (content, expression);         \
      g_assert_cmpstr (value_, ==, expected);                                \
    }                                                                        \
  G_STMT_END

/* LibreOffice reads it all: every line of every note, in whatever script, by its author, on its
 * words, and the text of the document. */
static void
test_libreoffice (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "ar", "2015-01-13");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  static const char *const tags[] = { "حقوق", "法", NULL };
  g_autoptr (GBytes) file = NULL;
  g_autofree char *content = NULL;

  g_ptr_array_add (notes, fixture_note (document, "para_1", "*should*", "ملاحظة أولى\nسطر ثان & <b>", tags));
  g_ptr_array_add (notes, fixture_note (document, "para_1__item_a", NULL, "第一行\n\n👍 third", NULL));
  file = fixture_export_docx (notes, document);
  content = fixture_convert_to_fodt (file);
  if (content == NULL)
    return;

  assert_fodt (content, "count(//office:annotation)", "2");
  assert_fodt (content, "count(//office:annotation-end)", "2");
  assert_fodt (content, "string(//office:annotation[1]/dc:creator)", "Ann");
  assert_fodt (content, "boolean(string(//office:annotation[1]/dc:date))", "true");
  assert_fodt (content, "string((//office:annotation)[1]/text:p[1])", "ملاحظة أولى");
  assert_fodt (content, "string((//office:annotation)[1]/text:p[2])", "سطر ثان & <b>");
  assert_fodt (content, "string((//office:annotation)[1]/text:p[3])", "A/1, para. 1");
  assert_fodt (content, "string((//office:annotation)[1]/text:p[4])", "Tags: حقوق, 法");
  assert_fodt (content, "string((//office:annotation)[1]/text:p[5])", "Color: Question (Green)");
  assert_fodt (content, "string((//office:annotation)[2]/text:p[1])", "第一行");
  assert_fodt (content, "string((//office:annotation)[2]/text:p[2])", "");
  assert_fodt (content, "string((//office:annotation)[2]/text:p[3])", "👍 third");

  /* What lies between the beginning of the first comment and its end are its words. */
  assert_fodt (content, "string((//office:annotation)[1]/following::text()[not(ancestor::office:annotation)][1])", "*should*");
  assert_fodt (content, "string((//office:annotation-end)[1]/preceding::text()[not(ancestor::office:annotation)][1])", "*should*");
  assert_fodt (content, "contains(string(//office:text), ' refrain, as \"before\" & <after>.')", "true");
  assert_fodt (content, "contains(string(//office:text), 'second line')", "true");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-docx-notes/notes", test_notes);
  g_test_add_func ("/export-docx-notes/overlaps", test_overlaps);
  g_test_add_func ("/export-docx-notes/without-place", test_without_place);
  g_test_add_func ("/export-docx-notes/no-notes", test_no_notes);
  g_test_add_func ("/export-docx-notes/signs-outside-plane", test_signs_outside_plane);
  g_test_add_func ("/export-docx-notes/libreoffice", test_libreoffice);

  return g_test_run ();
}
