/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison.h"
#include "document/gloss-document-builder.h"

/* What the tests of comparisons share. */

/* (transfer full): a document of the clauses of which @labels and @texts tell, in pairs, up to
 * NULL. */
static inline GlossDocument *
gloss_test_make_document (const char         *symbol,
                          const char         *language,
                          const char * const *labels_and_texts)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, symbol);
  gloss_document_builder_set_language (builder, language);
  for (guint i = 0; labels_and_texts[i] != NULL; i += 2)
    {
      g_autofree char *id = g_strdup_printf ("clause_%u", i / 2 + 1);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = id,
        .label = labels_and_texts[i],
        .text = labels_and_texts[i + 1],
        .kind = GLOSS_CLAUSE_ITEM,
      });
    }

  return gloss_document_builder_end (builder);
}

/* (transfer full) */
static inline GlossComparison *
gloss_test_compare (const char * const *old_clauses,
                    const char * const *new_clauses)
{
  g_autoptr (GlossDocument) old_document = gloss_test_make_document ("OLD/1", "en", old_clauses);
  g_autoptr (GlossDocument) new_document = gloss_test_make_document ("NEW/1", "en", new_clauses);
  g_autoptr (GError) error = NULL;
  GlossComparison *comparison = gloss_comparison_new (old_document, new_document, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}
