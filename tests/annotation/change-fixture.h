/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison.h"
#include "document/gloss-document-builder.h"

/* An old and a new text of a few clauses, and their comparison. */

#define OLD_SYMBOL "A/66/359"
#define NEW_SYMBOL "A/69/723"

/* @texts: ends in NULL; the clauses are called "c1", "c2", ... */
static inline GlossDocument *
make_text (const char        *symbol,
           const char        *language,
           const char *const *texts)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autofree char *iri = g_strdup_printf ("https://undocs.org/%s/%s", language, symbol);

  gloss_document_builder_set_symbol (builder, symbol);
  gloss_document_builder_set_language (builder, language);
  gloss_document_builder_set_iri (builder, iri);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i + 1);
      g_autofree char *label = g_strdup_printf ("(%u)", i + 1);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = id,
        .label = label,
        .text = texts[i],
        .kind = GLOSS_CLAUSE_ITEM,
      });
    }

  return gloss_document_builder_end (builder);
}

static inline GlossComparison *
compare_texts (const char *const *old_texts,
               const char *const *new_texts)
{
  g_autoptr (GlossDocument) old_document = make_text (OLD_SYMBOL, "en", old_texts);
  g_autoptr (GlossDocument) new_document = make_text (NEW_SYMBOL, "en", new_texts);
  GlossComparison *comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);

  g_assert_nonnull (comparison);
  return comparison;
}
