/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-document-search.h"

#include "document/gloss-document-builder.h"

static GlossDocument *
make_document (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_add_clause (builder, &(GlossClauseData) { .text = "The General Assembly," });
  gloss_document_builder_add_clause (builder, &(GlossClauseData) { .text = "" });
  gloss_document_builder_add_clause (builder, &(GlossClauseData) { .text = "generals in general" });

  return gloss_document_builder_end (builder);
}

static void
assert_matches (GArray *matches)
{
  const GlossDocumentMatch expected[] = { { 0, { 4, 11 } }, { 2, { 0, 7 } }, { 2, { 12, 19 } } };

  g_assert_cmpuint (matches->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < matches->len; i++)
    {
      GlossDocumentMatch *match = &g_array_index (matches, GlossDocumentMatch, i);

      g_assert_cmpuint (match->position, ==, expected[i].position);
      g_assert_cmpuint (match->range.start_byte, ==, expected[i].range.start_byte);
      g_assert_cmpuint (match->range.end_byte, ==, expected[i].range.end_byte);
    }
}

static void
test_search (void)
{
  g_autoptr (GlossDocument) document = make_document ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) matches = gloss_document_search (document, "GENERAL", NULL, &error);
  g_autoptr (GArray) none = gloss_document_search (document, "", NULL, &error);

  g_assert_no_error (error);
  assert_matches (matches);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GlossDocument) document = make_document ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gloss_document_search (document, "general", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GArray **matches = user_data;
  g_autoptr (GError) error = NULL;

  *matches = gloss_document_search_finish (GLOSS_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
}

static void
test_async (void)
{
  g_autoptr (GlossDocument) document = make_document ();
  g_autoptr (GArray) matches = NULL;

  gloss_document_search_async (document, "general", NULL, searched_cb, &matches);
  while (matches == NULL)
    g_main_context_iteration (NULL, TRUE);

  assert_matches (matches);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-search/search", test_search);
  g_test_add_func ("/document-search/cancelled", test_cancelled);
  g_test_add_func ("/document-search/async", test_async);

  return g_test_run ();
}
