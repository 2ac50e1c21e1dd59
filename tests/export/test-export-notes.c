/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-sides.h"
#include "export/export-fixture.h"

/* An annotation on a document that nobody has any more, with the words it keeps. */
static GlossAnnotation *
make_orphan (const char *symbol,
             const char *language,
             const char *clause_id,
             const char *exact,
             const char *note)
{
  const GlossAnchorData data = {
    .symbol = symbol, .language = language, .source = "urn:example:gone", .clause_id = clause_id, .exact = exact,
    .start = exact != NULL ? 0 : -1, .end = exact != NULL ? g_utf8_strlen (exact, -1) : -1,
  };
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&data);

  return gloss_annotation_new (anchor, note, NULL, GLOSS_COLOR_RED, "Ann");
}

static void
test_sort (void)
{
  g_autoptr (GlossDocument) early = fixture_document ("A/9", "en", "2011-09-14");
  g_autoptr (GlossDocument) late = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GlossDocument) late_zh = fixture_document ("A/1", "zh", "2015-01-13");
  g_autoptr (GlossDocument) undated = fixture_document ("B", "en", "");
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) sorted = NULL;
  const char *const expected[] = {
    "early", "first word", "later word", "item", "nowhere", "chinese", "undated", "orphan",
  };

  g_ptr_array_add (documents, late_zh);
  g_ptr_array_add (documents, undated);
  g_ptr_array_add (documents, late);
  g_ptr_array_add (documents, early);

  g_ptr_array_add (notes, make_orphan ("A/0", "en", "para_1", "gone", "orphan"));
  g_ptr_array_add (notes,
                   make_orphan ("A/1", "en", "para_9", "these words stand nowhere at all",
                                "nowhere"));
  g_ptr_array_add (notes, fixture_note (late_zh, "para_1", NULL, "chinese", NULL));
  g_ptr_array_add (notes, fixture_note (undated, "para_1", NULL, "undated", NULL));
  g_ptr_array_add (notes, fixture_note (late, "para_1__item_a", NULL, "item", NULL));
  g_ptr_array_add (notes, fixture_note (late, "para_1", "refrain", "later word", NULL));
  g_ptr_array_add (notes, fixture_note (late, "para_1", "States", "first word", NULL));
  g_ptr_array_add (notes, fixture_note (early, "para_1__item_a", NULL, "early", NULL));

  sorted = gloss_export_sort (notes, &(GlossExportOptions) { .documents = documents });
  g_assert_cmpuint (sorted->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sorted->len; i++)
    g_assert_cmpstr (gloss_annotation_get_note (g_ptr_array_index (sorted, i)), ==, expected[i]);
}

/* (transfer full): a note as it stands in a file that says when it was changed. */
static GlossAnnotation *
make_dated (GlossDocument     *document,
            const char        *clause_id,
            const char        *note,
            const char *const *tags,
            const char        *modified)
{
  g_autoptr (GlossAnnotation) annotation = fixture_note (document, clause_id, NULL, note, tags);
  g_autoptr (JsonNode) node = gloss_annotation_to_json (annotation);
  g_autoptr (GError) error = NULL;
  GlossAnnotation *dated;

  json_object_set_string_member (json_node_get_object (node), "modified", modified);
  dated = gloss_annotation_new_from_json (node, &error);
  g_assert_no_error (error);

  return dated;
}

static void
assert_order (GPtrArray        *notes,
              GlossDocument    *document,
              GlossExportOrder  order,
              const char       *expected)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  g_ptr_array_add (documents, document);
  sorted = gloss_export_sort (notes, &(GlossExportOptions) { .documents = documents, .order = order });
  for (guint i = 0; i < sorted->len; i++)
    g_string_append (names, gloss_annotation_get_note (g_ptr_array_index (sorted, i)));
  g_assert_cmpstr (names->str, ==, expected);
}

/* By the first tag in the alphabet, what has none last; by date, the latest first. Within one tag
 * and one time by place. */
static void
test_orders (void)
{
  static const char *const law[] = { "war", "law", NULL };
  static const char *const peace[] = { "peace", NULL };
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (notes, make_dated (document, "para_1__item_a", "a", law, "2026-01-01T00:00:00.000Z"));
  g_ptr_array_add (notes, make_dated (document, "para_1", "b", law, "2026-01-01T01:00:00+01:00"));
  g_ptr_array_add (notes, make_dated (document, "para_1", "c", NULL, "2026-03-01T00:00:00.000Z"));
  g_ptr_array_add (notes, make_dated (document, "para_1__item_a", "d", peace, "2026-02-01T00:00:00.000Z"));
  g_ptr_array_add (notes, make_dated (document, "para_1__item_a", "e", NULL, "some day"));

  assert_order (notes, document, GLOSS_EXPORT_BY_TAG, "badce");
  assert_order (notes, document, GLOSS_EXPORT_BY_DATE, "cdbae");
}

/* A missing document stops nothing: its notes keep their own words. */
static void
test_orphans (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (notes, make_orphan ("A/0", "fr", "annex__para_1", "la paix", "first"));
  g_ptr_array_add (notes, make_orphan ("A/0", "fr", "annex__para_2", NULL, "second"));
  g_ptr_array_add (notes, make_orphan (NULL, NULL, NULL, "no document", "third"));

  for (guint format = 0; format < GLOSS_N_EXPORT_FORMATS; format++)
    {
      g_autofree char *text = gloss_export_notes (notes, &(GlossExportOptions) { 0 }, format);

      g_assert_nonnull (strstr (text, "la paix"));
      g_assert_nonnull (strstr (text, "first"));
      g_assert_nonnull (strstr (text, "second"));
      g_assert_nonnull (strstr (text, "third"));
      g_assert_nonnull (strstr (text, "no document"));
    }
}

static void
test_orphan_is_cited (void)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  g_ptr_array_add (notes, make_orphan ("A/0", "fr", "annex__para_1", "la paix", "note"));
  text = gloss_export_notes (notes, &(GlossExportOptions) { 0 }, GLOSS_EXPORT_TEXT);

  g_assert_true (g_str_has_prefix (text,
                                   "A/0\n"
                                   "===\n"
                                   "A/0 (fr)\n"
                                   "\n"
                                   "A/0, annex__para_1\n"
                                   "    “la paix”\n"
                                   "\n"
                                   "    note\n"
                                   "\n"
                                   "    Place: the document is not at hand\n"));
}

/* Words that are no longer in the text are quoted as they were, with a warning. */
static void
test_words_not_found (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  g_ptr_array_add (notes,
                   make_orphan ("A/1", "en", "para_1", "words that never stood in this text",
                                "note"));
  text = fixture_export_notes (notes, document, GLOSS_EXPORT_TEXT);

  g_assert_nonnull (strstr (text, "\nA/1, para. 1\n    “words that never stood in this text”\n"));
  g_assert_nonnull (strstr (text, "    Place: the words are not found in the text\n"));
}

/* Notes in a language that is not at hand stand on the clause of the language that is. */
static void
test_other_language (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("A/1", "en", "2015-01-13");
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  g_ptr_array_add (notes, make_orphan ("A/1", "fr", "para_1", "États", "note"));
  text = fixture_export_notes (notes, document, GLOSS_EXPORT_HTML);

  g_assert_nonnull (strstr (text, "<h3 dir=\"auto\">A/1, para. 1</h3>"));
  g_assert_nonnull (strstr (text, "<blockquote lang=\"fr\" dir=\"ltr\">États</blockquote>"));
}

/* A note on a change is in every format once, with both citations and both quotations. */
static void
test_on_change (void)
{
  static const GlossExportFormat formats[] = { GLOSS_EXPORT_MARKDOWN, GLOSS_EXPORT_HTML, GLOSS_EXPORT_CSV,
                                               GLOSS_EXPORT_TEXT, GLOSS_EXPORT_DOCX };
  g_autoptr (GlossDocument) old_document = fixture_document ("A/1", "en", "2011-09-14");
  g_autoptr (GlossDocument) new_document = fixture_document ("A/2", "en", "2015-01-13");
  g_autoptr (GlossAnchor) old_side = gloss_anchor_new_for_quote (old_document, gloss_document_find_clause (old_document, "para_1"), "refrain", NULL);
  g_autoptr (GlossAnchor) new_side = gloss_anchor_new_for_quote (new_document, gloss_document_find_clause (new_document, "para_1__item_a"), "second line", NULL);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (documents, old_document);
  g_ptr_array_add (documents, new_document);
  g_ptr_array_add (notes, gloss_annotation_new_on_change (new_side, old_side, "replaced", NULL, GLOSS_COLOR_RED, "Ann"));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = gloss_export_notes (notes, &(GlossExportOptions) { .documents = documents }, formats[i]);
      const char *at = strstr (text, "replaced");

      g_assert_nonnull (at);
      g_assert_null (strstr (at + 1, "replaced"));
      g_assert_nonnull (strstr (text, "A/1, para. 1"));
      g_assert_nonnull (strstr (text, "refrain"));
      g_assert_nonnull (strstr (text, "A/2, para. 1 (a)"));
      g_assert_nonnull (strstr (text, "second line"));
    }
}

/* The document of the old text need not be at hand. */
static void
test_on_change_without_old_document (void)
{
  g_autoptr (GlossDocument) old_document = fixture_document ("A/1", "en", "2011-09-14");
  g_autoptr (GlossDocument) new_document = fixture_document ("A/2", "en", "2015-01-13");
  g_autoptr (GlossAnchor) old_side = gloss_anchor_new_for_quote (old_document, gloss_document_find_clause (old_document, "para_1"), "refrain", NULL);
  g_autoptr (GlossAnchor) new_side = gloss_anchor_new_for_clause (new_document, gloss_document_find_clause (new_document, "para_1"));
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  g_ptr_array_add (documents, new_document);
  g_ptr_array_add (notes, gloss_annotation_new_on_change (new_side, old_side, "replaced", NULL, GLOSS_COLOR_RED, "Ann"));
  text = gloss_export_notes (notes, &(GlossExportOptions) { .documents = documents }, GLOSS_EXPORT_TEXT);
  g_assert_nonnull (strstr (text, "Changed from: A/1, para_1: “refrain”"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-notes/sort", test_sort);
  g_test_add_func ("/export-notes/orders", test_orders);
  g_test_add_func ("/export-notes/orphans", test_orphans);
  g_test_add_func ("/export-notes/orphan-is-cited", test_orphan_is_cited);
  g_test_add_func ("/export-notes/words-not-found", test_words_not_found);
  g_test_add_func ("/export-notes/other-language", test_other_language);
  g_test_add_func ("/export-notes/on-change", test_on_change);
  g_test_add_func ("/export-notes/on-change-without-old-document", test_on_change_without_old_document);

  return g_test_run ();
}
