/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/gloss-export-departures.h"

#include <libxml/parser.h>

#include "annotation/gloss-annotation-sides.h"
#include "export-fixture.h"

static GPtrArray *
make_notes (GlossComparison *comparison)
{
  GlossDocument *old_document = gloss_comparison_get_old_document (comparison);
  GlossDocument *new_document = gloss_comparison_get_new_document (comparison);
  g_autoptr (GlossDocument) other = fixture_document ("A/9", "en", "2001-01-01");
  GlossClause *old_clause = gloss_document_get_clause (old_document, 0);
  GlossClause *new_clause = gloss_document_get_clause (new_document, 0);
  g_autoptr (GlossAnchor) old_side = gloss_anchor_new_for_quote (old_document, old_clause, "should", NULL);
  g_autoptr (GlossAnchor) new_side = gloss_anchor_new_for_quote (new_document, new_clause, "must", NULL);
  g_autoptr (GlossAnchor) whole = gloss_anchor_new_for_clause (new_document, NULL);
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (notes, fixture_note (new_document, "item_1", "*threats*", "=our & <position>", (const char *[]) { "war", "x,y", NULL }));
  g_ptr_array_add (notes, fixture_note (old_document, "item_a", NULL, "on the old", (const char *[]) { "war", NULL }));
  g_ptr_array_add (notes, gloss_annotation_new_on_change (new_side, old_side, "stronger", NULL, GLOSS_COLOR_RED, "Ann"));
  g_ptr_array_add (notes, gloss_annotation_new (whole, "on all of it", NULL, GLOSS_COLOR_BLUE, "Ann"));
  g_ptr_array_add (notes, fixture_note (other, "para_1", NULL, "elsewhere", NULL));

  return notes;
}

static char *
export (GlossExportFormat format)
{
  g_autoptr (GlossComparison) comparison = fixture_comparison (FIXTURE_COMPARED_OLD, FIXTURE_COMPARED_NEW);
  g_autoptr (GPtrArray) notes = make_notes (comparison);

  return gloss_export_departures (comparison, notes, format, GLOSS_EXPORT_COLUMNS);
}

static guint
count (const char *text,
       const char *words)
{
  guint n = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + 1, words))
    n++;

  return n;
}

static void
test_csv (void)
{
  g_autofree char *csv = export (GLOSS_EXPORT_CSV);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 4); /* the last one is empty */
  g_assert_cmpstr (lines[0], ==,
                   "\xEF\xBB\xBF" "old clause,new clause,state,score,old text,new text,words removed,words added,"
                   "old id,new id,notes,tags,paired");
  g_assert_true (g_str_has_prefix (lines[1], "\"A/1, (a)\",\"A/2, (1)\",reworded,"));
  g_assert_true (g_str_has_suffix (lines[1],
                                   ",\"A/1, (a): on the old\n"
                                   "A/1, (a) → A/2, (1): “should → must” stronger\n"
                                   "A/2, (1): “*threats*” =our & <position>\",\"war; x,y\","));
  g_assert_cmpstr (lines[2], ==, ",,,,,,,,,,A/2: on all of it,,");
  g_assert_null (strstr (csv, "elsewhere"));
}

static void
test_html (void)
{
  g_autofree char *html = export (GLOSS_EXPORT_HTML);
  xmlDoc *page = xmlReadMemory (html, strlen (html), "departures", NULL, XML_PARSE_NONET);

  g_assert_nonnull (page);
  xmlFreeDoc (page);

  g_assert_cmpuint (count (html, "<tr>"), ==, 3);
  g_assert_cmpuint (count (html, "<article"), ==, 4);
  g_assert_cmpuint (count (html, "stronger"), ==, 1);
  g_assert_nonnull (strstr (html, "A/1, (a) → A/2, (1)"));
  g_assert_nonnull (strstr (html, "=our &amp; &lt;position&gt;"));
  g_assert_nonnull (strstr (html, "Tags: war, x,y"));
  g_assert_nonnull (strstr (html, "On no clause"));
  g_assert_nonnull (strstr (html, "<del>should</del>"));
  g_assert_null (strstr (html, "elsewhere"));
}

/* A note on a change whose clauses are not in one row stands on both rows. */
static void
test_two_rows (void)
{
  g_autoptr (GlossComparison) comparison = fixture_comparison ("Wholly about war and peace among nations",
                                                               "Entirely other subject: fisheries, licences");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  GlossDocument *old_document = gloss_comparison_get_old_document (comparison);
  GlossDocument *new_document = gloss_comparison_get_new_document (comparison);
  g_autoptr (GlossAnchor) old_side = gloss_anchor_new_for_clause (old_document, gloss_document_get_clause (old_document, 0));
  g_autoptr (GlossAnchor) new_side = gloss_anchor_new_for_clause (new_document, gloss_document_get_clause (new_document, 0));
  g_autofree char *csv = NULL;

  g_ptr_array_add (notes, gloss_annotation_new_on_change (new_side, old_side, "replaced", NULL, GLOSS_COLOR_RED, "Ann"));
  csv = gloss_export_departures (comparison, notes, GLOSS_EXPORT_CSV, GLOSS_EXPORT_COLUMNS);
  g_assert_cmpuint (count (csv, "replaced"), ==, gloss_comparison_get_n_rows (comparison));
}

static void
test_formats (void)
{
  g_assert_true (gloss_export_format_has_departures (GLOSS_EXPORT_CSV));
  g_assert_true (gloss_export_format_has_departures (GLOSS_EXPORT_HTML));
  g_assert_false (gloss_export_format_has_departures (GLOSS_EXPORT_DOCX));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-departures/csv", test_csv);
  g_test_add_func ("/export-departures/html", test_html);
  g_test_add_func ("/export-departures/two-rows", test_two_rows);
  g_test_add_func ("/export-departures/formats", test_formats);

  return g_test_run ();
}
