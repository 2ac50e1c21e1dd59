/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-document-builder.h"

static void
add (GlossDocumentBuilder *builder,
     const char           *id,
     const char           *label,
     const char           *text)
{
  gloss_document_builder_add_clause (builder, &(GlossClauseData) {
                                                .id = id,
                                                .label = label,
                                                .text = text,
                                                .kind = GLOSS_CLAUSE_PARAGRAPH,
                                              });
}

static void
test_empty (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = gloss_document_builder_end (builder);

  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, 0);
  g_assert_cmpstr (gloss_document_get_symbol (document), ==, "");
  g_assert_cmpstr (gloss_document_get_language (document), ==, "und");
  g_assert_cmpstr (gloss_document_get_name (document), ==, "@und");
  g_assert_cmpstr (gloss_document_get_title (document), ==, "");
  g_assert_cmpstr (gloss_document_get_date (document), ==, "");
  g_assert_null (gloss_document_get_remark (document));
}

static void
test_particulars (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;

  gloss_document_builder_set_symbol (builder, "A/69/723");
  gloss_document_builder_set_language (builder, "zh");
  gloss_document_builder_set_title (builder, "International code of conduct");
  gloss_document_builder_set_date (builder, "2015-01-13");
  gloss_document_builder_set_remark (builder, "First.\n\nSecond.");
  document = gloss_document_builder_end (builder);

  g_assert_cmpstr (gloss_document_get_symbol (document), ==, "A/69/723");
  g_assert_cmpstr (gloss_document_get_name (document), ==, "A/69/723@zh");
  g_assert_cmpstr (gloss_document_get_iri (document), ==, "urn:glossator:A/69/723@zh");
  g_assert_cmpstr (gloss_document_get_title (document), ==, "International code of conduct");
  g_assert_cmpstr (gloss_document_get_short_title (document), ==, "International code of conduct");
  g_assert_cmpstr (gloss_document_get_date (document), ==, "2015-01-13");
  g_assert_cmpstr (gloss_document_get_remark (document), ==, "First.\n\nSecond.");
}

static void
test_iri_is_escaped (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;

  gloss_document_builder_set_symbol (builder, "my draft 决议");
  document = gloss_document_builder_end (builder);

  g_assert_cmpstr (gloss_document_get_iri (document), ==, "urn:glossator:my%20draft%20%E5%86%B3%E8%AE%AE@und");
}

static void
test_clauses (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;
  GlossClause *clause;

  gloss_document_builder_set_symbol (builder, "A/69/723");
  gloss_document_builder_add_clause (builder, &(GlossClauseData) {
                                                .id = "annex__para_2__item_8",
                                                .label = "(8)",
                                                .text = "To enhance 互联网",
                                                .citation = "annex, para. 2 (8)",
                                                .remark = "Mended.",
                                                .kind = GLOSS_CLAUSE_ITEM,
                                                .depth = 2,
                                                .confirmation = GLOSS_CONFIRMATION_PARTIAL,
                                              });
  add (builder, "annex__para_3", NULL, NULL);
  document = gloss_document_builder_end (builder);

  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, 2);
  clause = gloss_document_find_clause (document, "annex__para_2__item_8");
  g_assert_true (clause == gloss_document_get_clause (document, 0));
  g_assert_cmpstr (gloss_clause_get_id (clause), ==, "annex__para_2__item_8");
  g_assert_cmpstr (gloss_clause_get_label (clause), ==, "(8)");
  g_assert_cmpstr (gloss_clause_get_text (clause), ==, "To enhance 互联网");
  g_assert_cmpuint (gloss_clause_get_n_chars (clause), ==, 14);
  g_assert_cmpstr (gloss_clause_get_citation (clause), ==, "A/69/723, annex, para. 2 (8)");
  g_assert_cmpstr (gloss_clause_get_remark (clause), ==, "Mended.");
  g_assert_cmpint (gloss_clause_get_kind (clause), ==, GLOSS_CLAUSE_ITEM);
  g_assert_cmpint (gloss_clause_get_confirmation (clause), ==, GLOSS_CONFIRMATION_PARTIAL);
  g_assert_cmpuint (gloss_clause_get_depth (clause), ==, 2);
  g_assert_cmpuint (gloss_clause_get_position (clause), ==, 0);

  clause = gloss_document_get_clause (document, 1);
  g_assert_cmpuint (gloss_clause_get_position (clause), ==, 1);
  g_assert_cmpstr (gloss_clause_get_label (clause), ==, "");
  g_assert_cmpstr (gloss_clause_get_text (clause), ==, "");
  g_assert_null (gloss_clause_get_remark (clause));
  g_assert_cmpstr (gloss_clause_get_citation (clause), ==, "A/69/723, 2nd clause");

  g_assert_null (gloss_document_find_clause (document, "annex__para_2"));
}

static void
test_ids_are_unique (void)
{
  static const char *const expected[] = { "item_a", "item_a-2", "item_a-3", "item_a-4", "clause_5", "clause_6", "item_a-2-2" };
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;

  add (builder, "item_a", NULL, NULL);
  add (builder, "item_a", NULL, NULL);
  add (builder, "item_a-3", NULL, NULL);
  add (builder, "item_a", NULL, NULL);
  add (builder, NULL, NULL, NULL);
  add (builder, "", NULL, NULL);
  add (builder, "item_a-2", NULL, NULL);
  document = gloss_document_builder_end (builder);

  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);

      g_assert_cmpstr (gloss_clause_get_id (clause), ==, expected[i]);
      g_assert_true (gloss_document_find_clause (document, expected[i]) == clause);
    }
}

/* An id that is given after others were made is told from them as well. */
static void
test_made_ids_are_taken (void)
{
  static const char *const expected[] = { "clause_1", "clause_2", "clause_1-2", "clause_4", "clause_5", "clause_5-2" };
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;

  add (builder, NULL, NULL, NULL);
  add (builder, NULL, NULL, NULL);
  add (builder, "clause_1", NULL, NULL);
  add (builder, NULL, NULL, NULL);
  add (builder, NULL, NULL, NULL);
  add (builder, "clause_5", NULL, NULL);
  document = gloss_document_builder_end (builder);

  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (gloss_clause_get_id (gloss_document_get_clause (document, i)), ==, expected[i]);
}

static void
test_citations_name_one_clause (void)
{
  static const char *const labels[] = { "1.", "(a)", "2.", "(a)", "", "" };
  static const char *const expected[] = {
    "X, para. 1", "X, (a), 2nd clause", "X, para. 2", "X, (a), 4th clause", "X, 5th clause", "X, 6th clause",
  };
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;

  gloss_document_builder_set_symbol (builder, "X");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    add (builder, NULL, labels[i], NULL);
  document = gloss_document_builder_end (builder);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (gloss_clause_get_citation (gloss_document_get_clause (document, i)), ==, expected[i]);
}

/* The lines of a masthead are cited together. */
static void
test_masthead_is_cited_as_a_whole (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;
  GlossClauseData line = { .citation = "masthead", .kind = GLOSS_CLAUSE_MASTHEAD };

  gloss_document_builder_set_symbol (builder, "X");
  gloss_document_builder_add_clause (builder, &line);
  gloss_document_builder_add_clause (builder, &line);
  document = gloss_document_builder_end (builder);

  g_assert_cmpstr (gloss_clause_get_citation (gloss_document_get_clause (document, 0)), ==, "X, masthead");
  g_assert_cmpstr (gloss_clause_get_citation (gloss_document_get_clause (document, 1)), ==, "X, masthead");
}

static void
test_unfinished (void)
{
  GlossDocumentBuilder *builder = gloss_document_builder_new ();

  /* Nothing may leak when a reader gives up half-way. */
  add (builder, "item_a", "(a)", "text");
  gloss_document_builder_free (builder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-builder/empty", test_empty);
  g_test_add_func ("/document-builder/particulars", test_particulars);
  g_test_add_func ("/document-builder/iri-is-escaped", test_iri_is_escaped);
  g_test_add_func ("/document-builder/clauses", test_clauses);
  g_test_add_func ("/document-builder/ids-are-unique", test_ids_are_unique);
  g_test_add_func ("/document-builder/made-ids-are-taken", test_made_ids_are_taken);
  g_test_add_func ("/document-builder/citations-name-one-clause", test_citations_name_one_clause);
  g_test_add_func ("/document-builder/masthead-is-cited-as-a-whole", test_masthead_is_cited_as_a_whole);
  g_test_add_func ("/document-builder/unfinished", test_unfinished);

  return g_test_run ();
}
