/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libxml/parser.h>
#include <libxml/xpathInternals.h>

#include "comparison/comparison-fixture.h"
#include "export/export-fixture.h"
#include "export/gloss-export-departures.h"

/* A page as a browser has it; it must be well-formed as XML as well. */
typedef struct
{
  xmlDoc *doc;
  xmlXPathContext *context;
} Page;

static void
parse_page (Page       *page,
            const char *text)
{
  g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>\n"));

  page->doc = xmlReadMemory (text, strlen (text), "page.html", NULL, XML_PARSE_NONET);
  g_assert_nonnull (page->doc);
  page->context = xmlXPathNewContext (page->doc);
  xmlXPathRegisterNs (page->context, (const xmlChar *) "h",
                      (const xmlChar *) "http://www.w3.org/1999/xhtml");
}

static void
clear_page (Page *page)
{
  xmlXPathFreeContext (page->context);
  xmlFreeDoc (page->doc);
}

static char *
evaluate (Page       *page,
          const char *expression)
{
  xmlXPathObject *result = xmlXPathEvalExpression ((const xmlChar *) expression, page->context);
  xmlChar *string;
  char *copy;

  g_assert_nonnull (result);
  string = xmlXPathCastToString (result);
  copy = g_strdup ((const char *) string);
  xmlFree (string);
  xmlXPathFreeObject (result);

  return copy;
}

static void
assert_page (Page       *page,
             const char *expression,
             const char *expected)
{
  g_autofree char *value = evaluate (page, expression);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_notes (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "ar", "2015-01-13");
  g_autoptr (GPtrArray) notes = fixture_notes (document);
  g_autofree char *text = fixture_export_notes (notes, document, GLOSS_EXPORT_HTML);
  Page page;

  parse_page (&page, text);
  assert_page (&page, "string(/h:html/@lang)", "en");
  assert_page (&page, "string(/h:html/@dir)", "ltr");
  assert_page (&page, "string(//h:h1)", "Notes");
  assert_page (&page, "count(//h:section)", "1");
  assert_page (&page, "string(//h:h2)", FIXTURE_TITLE);
  assert_page (&page, "string(//h:h2/@lang)", "ar");
  assert_page (&page, "string(//h:h2/@dir)", "rtl");
  assert_page (&page, "count(//h:article)", "2");

  assert_page (&page, "string(//h:article[1]/h:h3)", "A/1, para. 1");
  assert_page (&page, "string(//h:article[1]/h:blockquote)", "*should*");
  assert_page (&page, "string(//h:article[1]/h:blockquote/@lang)", "ar");
  assert_page (&page, "string(//h:article[1]/h:blockquote/@dir)", "rtl");
  assert_page (&page, "string(//h:article[1]/h:p)", "- no, \"must\" & <more>\n\n@all");
  assert_page (&page, "string(//h:article[1]/h:dl/h:dt[1])", "Tags");
  assert_page (&page, "string(//h:article[1]/h:dl/h:dd[1])", "a_b, x,y");
  assert_page (&page, "string(//h:article[1]/@class)", "green");

  assert_page (&page, "string(//h:article[2]/h:h3)", "A/1, para. 1 (a)");
  assert_page (&page, "string(//h:article[2]/h:blockquote)", FIXTURE_SECOND);
  assert_page (&page, "count(//h:article[2]/h:p)", "0");

  assert_page (&page, "count(//h:script | //h:link | //h:img | //@src | //@href)", "0");
  clear_page (&page);
}

static void
test_no_notes (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = fixture_export_notes (notes, NULL, GLOSS_EXPORT_HTML);
  Page page;

  parse_page (&page, text);
  assert_page (&page, "string(//h:main/h:p)", "There are no notes.");
  assert_page (&page, "count(//h:article)", "0");
  clear_page (&page);
}

/* What XML can't hold must not make the page unreadable. */
static void
test_control_signs (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  Page page;

  g_ptr_array_add (notes,
                   fixture_note (document, "para_1", NULL, "a\x01z\x1b[1m\r\n\ttab\xef\xbf\xbf",
                                 NULL));
  text = fixture_export_notes (notes, document, GLOSS_EXPORT_HTML);

  parse_page (&page, text);
  assert_page (&page, "string(//h:article/h:p)",
               "a\xef\xbf\xbdz\xef\xbf\xbd[1m\r\n\ttab\xef\xbf\xbd");
  clear_page (&page);
}

#define TEXT "//h:div[@class='row reworded']//h:div[@class='text']"

/* Another quotation mark is no rewording, and does not look like one. */
static void
test_typography (void)
{
  g_autofree char *text = fixture_export_comparison ("The \"text\" of war", "The “text” of peace", GLOSS_EXPORT_HTML);
  Page page;

  parse_page (&page, text);
  assert_page (&page, "string(" TEXT "/h:del[@class='typographic'][1])", "\"");
  assert_page (&page, "string(" TEXT "/h:ins[@class='typographic'][1])", "“");
  assert_page (&page, "string(" TEXT "/h:del[not(@class)])", "war");
  assert_page (&page, "string(" TEXT "/h:ins[not(@class)])", "peace");
  clear_page (&page);
}

/* One text with both in it. */
static void
test_redline (void)
{
  g_autofree char *text = fixture_export_comparison (FIXTURE_COMPARED_OLD, FIXTURE_COMPARED_NEW,
                                                     GLOSS_EXPORT_HTML);
  Page page;

  parse_page (&page, text);
  assert_page (&page, "string(//h:h1)", "A/1 compared with A/2");
  assert_page (&page, "string(//h:main/h:p/h:del[1])", "removed");
  assert_page (&page, "string(//h:main/h:p/h:ins)", "added");
  assert_page (&page, "string(//h:main/h:p/h:del[2])", "moved");
  assert_page (&page, "count(//h:table)", "0");
  assert_page (&page, "count(" TEXT ")", "1");
  assert_page (&page, "string(" TEXT "/h:del[1])", "should");
  assert_page (&page, "string(" TEXT "/h:ins[1])", "must");
  assert_page (&page, "string(" TEXT "/h:ins[2])", " and *threats*");
  assert_page (&page, "string(//h:div[@class='row reworded']/h:p/h:span)", "A/1, (a) → A/2, (1)");
  assert_page (&page, "string(//h:div[@class='row reworded']/h:p/h:strong)", "Reworded");
  assert_page (&page, "string(//h:div[@class='label']/h:del)", "(a)");
  assert_page (&page, "string(//h:div[@class='label']/h:ins)", "(1)");
  assert_page (&page, "string(//h:div[@class='clause']/@lang)", "en");
  assert_page (&page, "string(//h:div[@class='clause']/@dir)", "ltr");
  clear_page (&page);
}

/* A clause that moved stands in both places, which lead to each other. */
static void
test_moved (void)
{
  static const char *const old_clauses[] = {
    "(a)", "Every State refrains from the use of force.",
    "(b)", "Bridges are built across the digital divide.",
    "(c)", "Disputes are settled by peaceful means alone.",
    NULL
  };
  static const char *const new_clauses[] = {
    "(1)", "Bridges are built across the digital divide.",
    "(2)", "Disputes are settled by peaceful means alone.",
    "(3)", "Every State refrains from the use of force.",
    NULL
  };
  g_autoptr (GlossDocument) old_document = gloss_test_make_document ("A/1", "ar", old_clauses);
  g_autoptr (GlossDocument) new_document = gloss_test_make_document ("A/2", "en", new_clauses);
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
  g_autofree char *text = gloss_export_comparison (comparison, GLOSS_EXPORT_HTML);
  Page page;

  parse_page (&page, text);
  assert_page (&page, "string(//h:div[@id='from-3']/h:p/h:a/@href)", "#row-3");
  assert_page (&page, "string(//h:div[@id='from-3']/h:p/h:a)", "moved to (3)");
  assert_page (&page, "string(//h:div[@id='from-3']//h:del[@class='moved'])", "Every State refrains from the use of force.");
  assert_page (&page, "string(//h:div[@id='from-3']/h:div/@lang)", "ar");
  assert_page (&page, "string(//h:div[@id='from-3']/h:div/@dir)", "rtl");
  assert_page (&page, "string(//h:div[@id='row-3']/h:p/h:a/@href)", "#from-3");
  assert_page (&page, "string(//h:div[@id='row-3']/h:p/h:a)", "moved from (a)");
  assert_page (&page, "string(//h:div[@id='row-3']/h:div/@dir)", "ltr");
  assert_page (&page, "string(//h:div[@id='row-1']/h:div/h:div/h:del/@dir)", "rtl");
  assert_page (&page, "string(//h:div[@id='row-1']/h:div/h:div/h:ins/@dir)", "ltr");
  assert_page (&page, "count(//h:div[@id='from-3']/following::h:div[@id='row-1'])", "1");
  clear_page (&page);
}

/* A row of several clauses bears the labels of all. */
static void
test_split_and_merged (void)
{
  static const char *const whole[] = {
    "(1)", "Bridges are built across the digital divide.",
    "(2)", "Every State refrains from the use of force. Disputes are settled by peaceful means alone.",
    NULL
  };
  static const char *const parts[] = {
    "(1)", "Bridges are built across the digital divide.",
    "(2)", "Every State refrains from the use of force.",
    "(3)", "Disputes are settled by peaceful means alone.",
    NULL
  };
  g_autoptr (GlossDocument) one = gloss_test_make_document ("A/1", "en", whole);
  g_autoptr (GlossDocument) two = gloss_test_make_document ("A/2", "en", parts);
  g_autoptr (GlossComparison) splitting = gloss_comparison_new (one, two, NULL, NULL);
  g_autoptr (GlossComparison) merging = gloss_comparison_new (two, one, NULL, NULL);
  g_autofree char *split = gloss_export_comparison (splitting, GLOSS_EXPORT_HTML);
  g_autofree char *merged = gloss_export_comparison (merging, GLOSS_EXPORT_HTML);
  Page page;

  parse_page (&page, split);
  assert_page (&page, "string(//h:div[@class='row split']//h:div[@class='label']/h:del)", "(2)");
  assert_page (&page, "string(//h:div[@class='row split']//h:div[@class='label']/h:ins)", "(2), (3)");
  clear_page (&page);

  parse_page (&page, merged);
  assert_page (&page, "string(//h:div[@class='row merged']//h:div[@class='label']/h:del)", "(2), (3)");
  assert_page (&page, "string(//h:div[@class='row merged']//h:div[@class='label']/h:ins)", "(2)");
  clear_page (&page);
}

/* A text of unknown language runs as its letters do. */
static void
test_unknown_language (void)
{
  static const char *const clauses[] = { "(أ)", "تتعهد كل دولة باحترام السيادة.", NULL };
  g_autoptr (GlossDocument) document = gloss_test_make_document ("A/1", "und", clauses);
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (document, document, NULL, NULL);
  g_autofree char *text = gloss_export_comparison (comparison, GLOSS_EXPORT_HTML);
  Page page;

  parse_page (&page, text);
  assert_page (&page, "string(//h:div[@id='row-1']/h:div/@lang)", "und");
  assert_page (&page, "string(//h:div[@id='row-1']/h:div/@dir)", "auto");
  clear_page (&page);
}

static void
test_columns (void)
{
  g_autoptr (GlossComparison) comparison = fixture_comparison (FIXTURE_COMPARED_OLD, FIXTURE_COMPARED_NEW);
  g_autofree char *text = gloss_export_departures (comparison, NULL, GLOSS_EXPORT_HTML, GLOSS_EXPORT_COLUMNS);
  Page page;

  parse_page (&page, text);
  assert_page (&page, "string(//h:h1)", "A/1 compared with A/2");
  assert_page (&page, "string(//h:dl/h:dd[3])", "1");
  assert_page (&page, "string(//h:p/h:del)", "removed");
  assert_page (&page, "string(//h:p/h:ins)", "added");
  assert_page (&page, "count(//h:tbody/h:tr)", "1");
  assert_page (&page, "string(//h:tbody/h:tr/h:th)", "Reworded");
  assert_page (&page, "string(//h:tbody/h:tr/h:td[1]/h:span)", "A/1, (a)");
  assert_page (&page, "string(//h:tbody/h:tr/h:td[1]/h:div)", FIXTURE_COMPARED_OLD);
  assert_page (&page, "string(//h:tbody/h:tr/h:td[1]//h:del)", "should");
  assert_page (&page, "count(//h:tbody/h:tr/h:td[1]//h:ins)", "0");
  assert_page (&page, "string(//h:tbody/h:tr/h:td[2]/h:span)", "A/2, (1)");
  assert_page (&page, "string(//h:tbody/h:tr/h:td[2]/h:div)", FIXTURE_COMPARED_NEW);
  assert_page (&page, "string(//h:tbody/h:tr/h:td[2]//h:ins[1])", "must");
  assert_page (&page, "string(//h:tbody/h:tr/h:td[2]//h:ins[2])", " and *threats*");
  assert_page (&page, "count(//h:tbody/h:tr/h:td[2]//h:del)", "0");
  assert_page (&page, "string(//h:tbody//h:div/@lang)", "en");
  assert_page (&page, "count(//h:thead/h:tr/h:th)", "3");
  clear_page (&page);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-html/notes", test_notes);
  g_test_add_func ("/export-html/no-notes", test_no_notes);
  g_test_add_func ("/export-html/control-signs", test_control_signs);
  g_test_add_func ("/export-html/typography", test_typography);
  g_test_add_func ("/export-html/redline", test_redline);
  g_test_add_func ("/export-html/moved", test_moved);
  g_test_add_func ("/export-html/split-and-merged", test_split_and_merged);
  g_test_add_func ("/export-html/unknown-language", test_unknown_language);
  g_test_add_func ("/export-html/columns", test_columns);

  return g_test_run ();
}
