/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-document-builder.h"
#include "document/gloss-eight-bytes.h"

static void
test_kinds (void)
{
  for (GlossClauseKind kind = GLOSS_CLAUSE_MASTHEAD; kind <= GLOSS_CLAUSE_SIGNATURE; kind++)
    {
      GlossClauseKind back;

      g_assert_true (gloss_clause_kind_from_string (gloss_clause_kind_to_string (kind), &back));
      g_assert_cmpint (back, ==, kind);
    }

  g_assert_cmpstr (gloss_clause_kind_to_string (GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH), ==, "preambular-paragraph");
}

static void
test_unknown_kind (void)
{
  GlossClauseKind kind = GLOSS_CLAUSE_NOTE;

  g_assert_false (gloss_clause_kind_from_string ("chapter", &kind));
  g_assert_false (gloss_clause_kind_from_string ("", &kind));
  g_assert_false (gloss_clause_kind_from_string ("Section", &kind));
  g_assert_cmpint (kind, ==, GLOSS_CLAUSE_NOTE);
}

/* Every length and alignment of the eight bytes that are looked at together. */
static void
test_n_chars (void)
{
  static const char *const characters[] = { "a", "é", "国", "𠀀" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint n = 0; n < 64; n++)
    {
      g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
      g_autoptr (GlossDocument) document = NULL;
      GlossClauseData data = { .id = "para_1", .label = "1.", .text = text->str };
      GlossClause *clause;

      gloss_document_builder_add_clause (builder, &data);
      document = gloss_document_builder_end (builder);
      clause = gloss_document_get_clause (document, 0);
      g_assert_cmpuint (gloss_clause_get_n_chars (clause), ==, n);
      g_assert_cmpuint (gloss_clause_get_length (clause), ==, text->len);
      g_assert_cmpuint (gloss_clause_get_hash (clause), ==, gloss_eight_hash (text->str, text->len));
      g_assert_cmpstr (gloss_clause_get_id (clause), ==, "para_1");
      g_assert_cmpstr (gloss_clause_get_label (clause), ==, "1.");
      g_assert_cmpstr (gloss_clause_get_text (clause), ==, text->str);

      g_string_append (text, characters[(n * n + n / 5) % G_N_ELEMENTS (characters)]);
    }
}

/* The strings stand together, and as long as any clause is held. */
static void
test_outlives_document (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  GlossDocument *document;
  g_autoptr (GlossClause) clause = NULL;
  GlossClauseData data = {
    .label = "(a)", .text = "Each State", .remark = "as printed", .kind = GLOSS_CLAUSE_ITEM,
  };

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_add_clause (builder, &data);
  data.text = "shall";
  gloss_document_builder_add_clause (builder, &data);
  document = gloss_document_builder_end (builder);
  clause = g_object_ref (gloss_document_get_clause (document, 1));
  g_clear_pointer (&builder, gloss_document_builder_free);
  g_assert_finalize_object (document);

  g_assert_cmpstr (gloss_clause_get_id (clause), ==, "clause_2");
  g_assert_cmpstr (gloss_clause_get_label (clause), ==, "(a)");
  g_assert_cmpstr (gloss_clause_get_text (clause), ==, "shall");
  g_assert_cmpstr (gloss_clause_get_remark (clause), ==, "as printed");
  g_assert_cmpstr (gloss_clause_get_citation (clause), ==, "A/1, (a), 2nd clause");
}

static gpointer
ask_citations (gpointer data)
{
  GListModel *clauses = data;
  GPtrArray *citations = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (clauses); i++)
    {
      g_autoptr (GlossClause) clause = g_list_model_get_item (clauses, i);

      g_ptr_array_add (citations, (gpointer) gloss_clause_get_citation (clause));
    }

  return citations;
}

/* Each is put into words once, whichever thread asks first. */
static void
test_citations_by_position (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GPtrArray) mine = NULL;
  g_autoptr (GPtrArray) theirs = NULL;
  GlossClauseData data = { .text = "Each State" };
  GThread *thread;

  gloss_document_builder_set_symbol (builder, "A/1");
  for (guint i = 0; i < 3000; i++)
    gloss_document_builder_add_clause (builder, &data);
  document = gloss_document_builder_end (builder);

  thread = g_thread_new ("asker", ask_citations, document);
  mine = ask_citations (document);
  theirs = g_thread_join (thread);
  for (guint i = 0; i < mine->len; i++)
    g_assert_true (mine->pdata[i] == theirs->pdata[i]);

  g_assert_cmpstr (mine->pdata[0], ==, "A/1, 1st clause");
  g_assert_cmpstr (mine->pdata[111], ==, "A/1, 112th clause");
  g_assert_cmpstr (mine->pdata[2999], ==, "A/1, 3000th clause");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clause/kinds", test_kinds);
  g_test_add_func ("/clause/unknown-kind", test_unknown_kind);
  g_test_add_func ("/clause/n-chars", test_n_chars);
  g_test_add_func ("/clause/citations-by-position", test_citations_by_position);
  g_test_add_func ("/clause/outlives-document", test_outlives_document);

  return g_test_run ();
}
