/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/gloss-export-docx-private.h"

#include "export/docx-fixture.h"

static GlossDocument *
make_document (const char *language)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_set_language (builder, language);
  for (GlossClauseKind kind = 0; kind <= GLOSS_CLAUSE_SIGNATURE; kind++)
    gloss_document_builder_add_clause (builder, &(GlossClauseData) {
      .id = gloss_clause_kind_to_string (kind), .text = "text", .kind = kind, .depth = kind == GLOSS_CLAUSE_SUBITEM ? 3 : 1,
      .label = kind == GLOSS_CLAUSE_SUBITEM ? "(a)" : "",
    });

  return gloss_document_builder_end (builder);
}

static GBytes *
export_document (GlossDocument *document)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (notes, fixture_note (document, "title", NULL, "note", NULL));
  return fixture_export_docx (notes, document);
}

/* Every style that is used is there; titles, annexes and sections are headings. */
static void
test_kinds (void)
{
  g_autoptr (GlossDocument) document = make_document ("en");
  g_autoptr (GBytes) file = export_document (document);
  g_auto (Part) body = { NULL };
  g_auto (Part) styles = { NULL };

  part_open (&body, file, "word/document.xml");
  part_open (&styles, file, "word/styles.xml");
  part_assert (&body, "count(//w:p)", "11");
  part_assert (&body, "string(//w:p[2]//w:pStyle/@w:val)", "Title");
  part_assert (&body, "string(//w:p[3]//w:pStyle/@w:val)", "Heading1");
  part_assert (&body, "string(//w:p[6]//w:pStyle/@w:val)", "Heading2");
  part_assert (&body, "string(//w:p[9]//w:ind/@w:left)", "2268");
  part_assert (&body, "string(//w:p[9]//w:ind/@w:hanging)", "567");
  part_assert (&body, "string(//w:p[8]//w:ind/@w:left)", "567");

  for (guint i = 1; i <= 11; i++)
    {
      g_autofree char *expression = g_strdup_printf ("string(//w:p[%u]//w:pStyle/@w:val)", i);
      xmlXPathObject *style = xmlXPathEvalExpression ((const xmlChar *) expression, body.context);
      g_autofree char *known = g_strdup_printf ("count(//w:style[@w:styleId='%s'])", (const char *) style->stringval);

      part_assert (&styles, known, "1");
      xmlXPathFreeObject (style);
    }
}

static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *attribute;
    const char *value;
    const char *n_rtl;
    const char *n_hints;
  } cases[] = {
    { "en", "val", "en-GB", "0", "0" },
    { "en-US", "val", "en-US", "0", "0" },
    { "zh", "eastAsia", "zh-CN", "0", "12" },
    { "zh-Hant", "eastAsia", "zh-TW", "0", "12" },
    { "ar", "bidi", "ar-SA", "11", "0" },
    { "fa", "bidi", "fa", "11", "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlossDocument) document = make_document (cases[i].language);
      g_autoptr (GBytes) file = export_document (document);
      g_autofree char *expression = g_strdup_printf ("string(//w:p[1]/w:r/w:rPr/w:lang/@w:%s)", cases[i].attribute);
      g_auto (Part) body = { NULL };

      part_open (&body, file, "word/document.xml");
      part_assert (&body, expression, cases[i].value);
      part_assert (&body, "count(//w:lang/@*[not(. = //w:p[1]/w:r/w:rPr/w:lang/@*)])", "0");
      part_assert (&body, "count(//w:pPr/w:bidi)", cases[i].n_rtl);
      part_assert (&body, "count(//w:p[1]//w:rtl) * 11", cases[i].n_rtl);
      part_assert (&body, "count(//w:rFonts[@w:hint='eastAsia']) - count(//w:p[9]//w:tab[parent::w:r/w:rPr/w:rFonts])",
                   cases[i].n_hints);
    }
}

static void
test_unknown_language (void)
{
  g_autoptr (GlossDocument) document = make_document ("und");
  g_autoptr (GBytes) file = export_document (document);
  g_auto (Part) body = { NULL };

  part_open (&body, file, "word/document.xml");
  part_assert (&body, "count(//w:lang)", "0");
}

static void
test_run (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  gloss_docx_append_run (out, &(GlossDocxRun) { .deleted = TRUE }, " a<\n\tb\x01" "c", strlen (" a<\n\tb\x01" "c"));
  g_assert_cmpstr (out->str, ==,
                   "<w:r><w:rPr></w:rPr><w:delText xml:space=\"preserve\"> a&lt;</w:delText><w:br/><w:tab/>"
                   "<w:delText xml:space=\"preserve\">b\xef\xbf\xbd" "c</w:delText></w:r>");

  g_string_truncate (out, 0);
  gloss_docx_append_run (out, &(GlossDocxRun) { NULL }, "", 0);
  g_assert_cmpstr (out->str, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-docx-text/kinds", test_kinds);
  g_test_add_func ("/export-docx-text/languages", test_languages);
  g_test_add_func ("/export-docx-text/unknown-language", test_unknown_language);
  g_test_add_func ("/export-docx-text/run", test_run);

  return g_test_run ();
}
