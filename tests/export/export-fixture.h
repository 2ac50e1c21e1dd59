/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "document/gloss-document-builder.h"
#include "export/gloss-exporter.h"

/* What the tests of the formats have in common: a small document full of signs that mean something
 * in one format or another, notes on it, and a comparison. */

#define FIXTURE_TITLE  "Code, \"draft\" *one* <b>"
#define FIXTURE_FIRST  "States *should* refrain, as \"before\" & <after>."
#define FIXTURE_SECOND "=1+1\nsecond line"

static inline GlossDocument *
fixture_document (const char *symbol,
                  const char *language,
                  const char *date)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, symbol);
  gloss_document_builder_set_language (builder, language);
  gloss_document_builder_set_date (builder, date);
  gloss_document_builder_set_title (builder, FIXTURE_TITLE);
  gloss_document_builder_add_clause (builder, &(GlossClauseData) {
    .id = "para_1", .label = "1.", .text = FIXTURE_FIRST, .citation = "para. 1", .kind = GLOSS_CLAUSE_PARAGRAPH,
  });
  gloss_document_builder_add_clause (builder, &(GlossClauseData) {
    .id = "para_1__item_a", .label = "(a)", .text = FIXTURE_SECOND, .citation = "para. 1 (a)",
    .kind = GLOSS_CLAUSE_ITEM, .depth = 1,
  });

  return gloss_document_builder_end (builder);
}

/* @quote: NULL for the whole clause. */
static inline GlossAnnotation *
fixture_note (GlossDocument      *document,
              const char         *clause_id,
              const char         *quote,
              const char         *note,
              const char *const  *tags)
{
  GlossClause *clause = gloss_document_find_clause (document, clause_id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossAnchor) anchor = quote != NULL ? gloss_anchor_new_for_quote (document, clause,
                                                                               quote, &error)
                                                 : gloss_anchor_new_for_clause (document, clause);

  g_assert_no_error (error);
  return gloss_annotation_new (anchor, note, tags, GLOSS_COLOR_GREEN, "Ann");
}

/* (element-type GlossAnnotation): on the words "*should*", and on the whole second clause. */
static inline GPtrArray *
fixture_notes (GlossDocument *document)
{
  static const char *const tags[] = { "a_b", "x,y", NULL };
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (notes, fixture_note (document, "para_1__item_a", NULL, "", NULL));
  g_ptr_array_add (notes,
                   fixture_note (document, "para_1", "*should*", "- no, \"must\" & <more>\n\n@all",
                                 tags));

  return notes;
}

/* "2026-11-22T09:00:00.123Z" as readers see it. */
static inline char *
fixture_time (GlossAnnotation *annotation)
{
  const char *created = gloss_annotation_get_created (annotation);

  g_assert_cmpint (created[10], ==, 'T');
  return g_strdup_printf ("%.10s %.5s UTC", created, created + 11);
}

/* Two texts of one clause each, compared. */
static inline GlossComparison *
fixture_comparison (const char *old_text,
                    const char *new_text)
{
  const char *texts[] = { old_text, new_text };
  const char *symbols[] = { "A/1", "A/2" };
  const char *ids[] = { "item_a", "item_1" };
  const char *labels[] = { "(a)", "(1)" };
  GlossDocument *documents[2];
  GlossComparison *comparison;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

      gloss_document_builder_set_symbol (builder, symbols[i]);
      gloss_document_builder_set_language (builder, "en");
      gloss_document_builder_set_title (builder, "Code");
      gloss_document_builder_set_date (builder, "2015-01-13");
      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = ids[i], .label = labels[i], .text = texts[i], .citation = labels[i], .kind = GLOSS_CLAUSE_ITEM,
      });
      documents[i] = gloss_document_builder_end (builder);
    }

  comparison = gloss_comparison_new (documents[0], documents[1], NULL, &error);
  g_assert_no_error (error);
  g_object_unref (documents[0]);
  g_object_unref (documents[1]);

  return comparison;
}

static inline char *
fixture_export_comparison (const char        *old_text,
                           const char        *new_text,
                           GlossExportFormat  format)
{
  g_autoptr (GlossComparison) comparison = fixture_comparison (old_text, new_text);

  return gloss_export_comparison (comparison, format);
}

static inline char *
fixture_export_notes (GPtrArray         *notes,
                      GlossDocument     *document,
                      GlossExportFormat  format)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  if (document != NULL)
    g_ptr_array_add (documents, document);

  return gloss_export_notes (notes, &(GlossExportOptions) { .documents = documents }, format);
}

#define FIXTURE_COMPARED_OLD "States should refrain, as before, from war."
#define FIXTURE_COMPARED_NEW "States must refrain, as before, from war and *threats*."
