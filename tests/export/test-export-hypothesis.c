/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/exchange-fixture.h"

static void
test_members (void)
{
  g_autoptr (GlossDocument) document = exchange_document ();
  g_autofree char *text = exchange_export (document, GLOSS_EXPORT_HYPOTHESIS);

  assert_json (text, "$.annotations[*].uri",
               "[\"https://example.org/en/A/1\",\"https://example.org/en/A/1\",\"https://example.org/en/A/1\","
               "\"https://example.org/en/A/1\"]");
  assert_json (text, "$.annotations[*].text", "[\"whole\",\"\",\"a \\\"note\\\"\\n意见\",\"lost\"]");
  assert_json (text, "$.annotations[2].tags", "[[\"a_b\",\"x,y\"]]");
  assert_json (text, "$.annotations[0].tags", "[[]]");
  assert_json (text, "$.annotations[0].document.title", "[[\"A \\\"code\\\"\"]]");
  assert_json (text, "$.annotations[3].user", "[\"acct:Zoe_O_Neil@glossator.invalid\"]");
  assert_json (text, "$.annotations[3].user_info.display_name", "[\"Zoë O'Neil\"]");
  assert_json (text, "$.annotations[0].user", "[\"acct:unknown@glossator.invalid\"]");
}

/* Positions count code units of UTF-16 in the whole page; what has no place has a quotation alone,
 * and a note on the page no selector. */
static void
test_selectors (void)
{
  g_autoptr (GlossDocument) document = exchange_document ();
  g_autofree char *text = exchange_export (document, GLOSS_EXPORT_HYPOTHESIS);

  assert_json (text, "$.annotations[0].target", "[[{\"source\":\"https://example.org/en/A/1\"}]]");
  assert_json (text, "$.annotations[1].target[0].selector[0]", "[{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":14}]");
  assert_json (text, "$.annotations[2].target[0].selector[0]", "[{\"type\":\"TextPositionSelector\",\"start\":31,\"end\":37}]");
  assert_json (text, "$.annotations[2].target[0].selector[1]",
               "[{\"type\":\"TextQuoteSelector\",\"exact\":\"should\","
               "\"prefix\":\"1. 😀 peace 𠀀\\n(a) 😀😀 States \",\"suffix\":\" “act” now\\n\"}]");
  assert_json (text, "$.annotations[3].target[0].selector",
               "[[{\"type\":\"TextQuoteSelector\",\"exact\":\"words that never stood\",\"prefix\":\"before \","
               "\"suffix\":\" behind\"}]]");
}

/* What is written is what is read: by Glossator, its own target; by those who don't know it, theirs. */
static void
test_read_again (void)
{
  g_autoptr (GlossDocument) document = exchange_document ();
  g_autofree char *text = exchange_export (document, GLOSS_EXPORT_HYPOTHESIS);
  g_autoptr (GString) foreign = g_string_new (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossImportFile) file = gloss_import_file_read (text, strlen (text), &error);
  g_autoptr (GlossImportFile) foreign_file = NULL;
  g_autoptr (GlossAnnotation) annotation = NULL;
  const GlossImportRecord *record;

  g_assert_no_error (error);
  g_assert_cmpstr (file->format, ==, "Hypothesis");
  g_assert_cmpuint (file->records->len, ==, 4);
  record = g_ptr_array_index (file->records, 2);
  g_assert_cmpstr (record->exact, ==, "should");
  annotation = gloss_annotation_new_from_text (record->text, strlen (record->text), &error);
  g_assert_no_error (error);
  g_assert_cmpint (gloss_anchor_get_data (gloss_annotation_get_anchor (annotation))->start, ==, 10);

  g_string_replace (foreign, "\"glossator:target\"", "\"x\"", 0);
  foreign_file = gloss_import_file_read (foreign->str, foreign->len, &error);
  g_assert_no_error (error);
  record = g_ptr_array_index (foreign_file->records, 2);
  g_assert_cmpstr (record->exact, ==, "should");
  g_assert_cmpint (record->start, ==, 31);
  g_assert_cmpint (record->unit, ==, GLOSS_OFFSET_UTF16);
}

static void
test_no_notes (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char *text = fixture_export_notes (notes, NULL, GLOSS_EXPORT_HYPOTHESIS);

  assert_json (text, "$.annotations", "[[]]");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-hypothesis/members", test_members);
  g_test_add_func ("/export-hypothesis/selectors", test_selectors);
  g_test_add_func ("/export-hypothesis/read-again", test_read_again);
  g_test_add_func ("/export-hypothesis/no-notes", test_no_notes);

  return g_test_run ();
}
