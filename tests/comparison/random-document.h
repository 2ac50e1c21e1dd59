/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document-builder.h"

#include "random-text.h"

/* Documents made by a seeded generator, and edited versions of them. */

static inline GlossDocument *
make_random_document (GRand *rand,
                      guint  max_clauses)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  guint n = (guint) g_rand_int_range (rand, 0, (gint32) max_clauses);

  gloss_document_builder_set_language (builder, g_rand_boolean (rand) ? "en" : "zh");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = make_random_text (rand, 20);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = "c", .text = text, .kind = (GlossClauseKind) g_rand_int_range (rand, 0, 11) });
    }

  return gloss_document_builder_end (builder);
}

static inline GlossDocument *
edit_random_document (GRand         *rand,
                      GlossDocument *document)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  guint n = gloss_document_get_n_clauses (document);

  gloss_document_builder_set_language (builder, gloss_document_get_language (document));
  for (guint i = 0; i < n; i++)
    {
      /* Mostly in order, some dropped and some told twice. */
      guint from = g_rand_int_range (rand, 0, 8) == 0 ? (guint) g_rand_int_range (rand, 0, (gint32) n) : i;
      GlossClause *clause = gloss_document_get_clause (document, from);
      g_autofree char *edited = edit_random_text (rand, gloss_clause_get_text (clause));

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = "c", .kind = gloss_clause_get_kind (clause),
        .text = g_rand_boolean (rand) ? gloss_clause_get_text (clause) : edited });
    }

  return gloss_document_builder_end (builder);
}
