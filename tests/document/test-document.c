/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-document.h"

#include "document/gloss-document-builder.h"

static GlossDocument *
make_document (const char *symbol,
               const char *language,
               guint       n_clauses)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, symbol);
  gloss_document_builder_set_language (builder, language);
  for (guint i = 0; i < n_clauses; i++)
    {
      g_autofree char *text = g_strdup_printf ("clause %u", i);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) { .text = text });
    }

  return gloss_document_builder_end (builder);
}

static void
test_list_model (void)
{
  g_autoptr (GlossDocument) document = make_document ("A", "en", 3);
  GListModel *model = G_LIST_MODEL (document);

  g_assert_cmpint (g_list_model_get_item_type (model), ==, GLOSS_TYPE_CLAUSE);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GlossClause) clause = g_list_model_get_item (model, i);

      g_assert_true (clause == gloss_document_get_clause (document, i));
      g_assert_cmpuint (gloss_clause_get_position (clause), ==, i);
    }
  g_assert_null (g_list_model_get_item (model, 3));
}

static void
test_clause_outlives_document (void)
{
  GlossDocument *document = make_document ("A", "en", 1);
  g_autoptr (GlossClause) clause = g_object_ref (gloss_document_get_clause (document, 0));

  g_assert_finalize_object (document);
  g_assert_cmpstr (gloss_clause_get_text (clause), ==, "clause 0");
}

static void
test_same_work (void)
{
  g_autoptr (GlossDocument) english = make_document ("A/69/723", "en", 0);
  g_autoptr (GlossDocument) chinese = make_document ("A/69/723", "zh", 0);
  g_autoptr (GlossDocument) other = make_document ("A/66/359", "en", 0);

  g_assert_true (gloss_document_same_work (english, chinese));
  g_assert_false (gloss_document_same_work (english, other));

  g_assert_cmpstr (gloss_document_get_name_beside (english, other), ==, "A/69/723");
  g_assert_cmpstr (gloss_document_get_name_beside (english, chinese), ==, gloss_document_get_name (english));
  g_assert_cmpstr (gloss_document_get_name (english), !=, gloss_document_get_name (chinese));
}

#define N_CLAUSES 200
#define N_THREADS 4

static gpointer
find_all (gpointer data)
{
  GlossDocument *document = data;
  guint n_found = 0;

  for (guint i = 0; i < N_CLAUSES; i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);

      n_found += gloss_document_find_clause (document, gloss_clause_get_id (clause)) == clause;
    }

  return GUINT_TO_POINTER (n_found);
}

/* Several threads may be the first to ask. */
static void
test_find_clause (void)
{
  g_autoptr (GlossDocument) document = make_document ("A", "en", N_CLAUSES);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("finder", find_all, document);
  for (guint i = 0; i < N_THREADS; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, N_CLAUSES);

  g_assert_null (gloss_document_find_clause (document, "clause_0"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/list-model", test_list_model);
  g_test_add_func ("/document/clause-outlives-document", test_clause_outlives_document);
  g_test_add_func ("/document/same-work", test_same_work);
  g_test_add_func ("/document/find-clause", test_find_clause);

  return g_test_run ();
}
