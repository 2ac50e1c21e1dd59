/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "annotation/gloss-annotation-json.h"
#include "export/export-fixture.h"
#include "import/gloss-import-format.h"

/* Characters outside the Basic Multilingual Plane, which count twice in UTF-16, stand before the
 * phrase, in its clause and in the one before. */
#define EXCHANGE_FIRST  "😀 peace 𠀀"
#define EXCHANGE_SECOND "😀😀 States should “act” now"

static inline GlossDocument *
exchange_document (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_set_language (builder, "en");
  gloss_document_builder_set_iri (builder, "https://example.org/en/A/1");
  gloss_document_builder_set_title (builder, "A \"code\"");
  gloss_document_builder_set_date (builder, "2015-01-13");
  gloss_document_builder_add_clause (builder, &(GlossClauseData) {
    .id = "para_1", .label = "1.", .text = EXCHANGE_FIRST, .citation = "para. 1", .kind = GLOSS_CLAUSE_PARAGRAPH,
  });
  gloss_document_builder_add_clause (builder, &(GlossClauseData) {
    .id = "para_1__item_a", .label = "(a)", .text = EXCHANGE_SECOND, .citation = "para. 1 (a)", .kind = GLOSS_CLAUSE_ITEM,
  });

  return gloss_document_builder_end (builder);
}

/* (transfer full): a note on "should", one on the whole first clause, one on the whole document,
 * and one on words that are not there, in the order in which they are exported. */
static inline char *
exchange_export (GlossDocument     *document,
                 GlossExportFormat  format)
{
  static const char *const tags[] = { "a_b", "x,y", NULL };
  const GlossAnchorData lost = { .symbol = "A/1", .language = "en", .clause_id = "para_1", .exact = "words that never stood",
                                 .prefix = "before ", .suffix = " behind", .start = 0, .end = 22 };
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GlossAnchor) whole = gloss_anchor_new_for_clause (document, NULL);
  g_autoptr (GlossAnchor) gone = gloss_anchor_new (&lost);

  g_ptr_array_add (notes, fixture_note (document, "para_1__item_a", "should", "a \"note\"\n意见", tags));
  g_ptr_array_add (notes, fixture_note (document, "para_1", NULL, "", NULL));
  g_ptr_array_add (notes, gloss_annotation_new (whole, "whole", NULL, GLOSS_COLOR_RED, ""));
  g_ptr_array_add (notes, gloss_annotation_new (gone, "lost", NULL, GLOSS_COLOR_GRAY, "Zoë O'Neil"));

  return fixture_export_notes (notes, document, format);
}

/* What the JSONPath @expression finds in @text, as JSON without spaces. */
static inline void
assert_json (const char *text,
             const char *expression,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);
  g_autoptr (JsonNode) found = NULL;
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  found = json_path_query (expression, root, &error);
  g_assert_no_error (error);
  value = json_to_string (found, FALSE);
  g_assert_cmpstr (value, ==, expected);
}
