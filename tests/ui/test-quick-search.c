/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-quick-search.h"

#include "annotation/gloss-annotation-json.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossLibrary     *library;
  GlossNotebook    *notebook;
  GlossQuickSearch *search;
  GStrv             ids;
  gboolean          done;
  GError           *error;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->library = gloss_library_new ();
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->search = gloss_quick_search_new (fixture->library, fixture->notebook);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_strfreev (fixture->ids);
  g_clear_error (&fixture->error);
  g_assert_finalize_object (fixture->search);
  g_assert_finalize_object (fixture->notebook);
  g_assert_finalize_object (fixture->library);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->ids = gloss_quick_search_find_finish (GLOSS_QUICK_SEARCH (source), result, &fixture->error);
  fixture->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->done;
}

static guint
find (Fixture    *fixture,
      const char *search)
{
  g_clear_pointer (&fixture->ids, g_strfreev);
  fixture->done = FALSE;
  gloss_quick_search_find_async (fixture->search, search, NULL, found_cb, fixture);
  gloss_ui_test_wait (is_done, fixture);
  g_assert_no_error (fixture->error);

  return g_strv_length (fixture->ids);
}

static const char *
get_citation (Fixture          *fixture,
              guint             i,
              GlossQuickResult *result)
{
  g_assert_true (gloss_quick_search_look_up (fixture->search, fixture->ids[i], result));
  g_assert_nonnull (result->clause);

  return gloss_clause_get_citation (result->clause);
}

static void
test_clauses (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (GlossQuickResult) result = { NULL, NULL, NULL };
  g_auto (GlossQuickResult) chinese = { NULL, NULL, NULL };

  /* Whatever the case and the order. */
  g_assert_cmpuint (find (fixture, "ROLE same states must PLAY"), ==, 1);
  g_assert_cmpstr (get_citation (fixture, 0, &result), ==, "A/69/723, annex, para. 2 (8)");
  g_assert_null (result.annotation);
  g_assert_cmpstr (gloss_document_get_name (result.document), ==, "A/69/723@en");

  g_assert_cmpuint (find (fixture, "弥合数字鸿沟"), >=, 1);
  get_citation (fixture, 0, &chinese);
  g_assert_cmpstr (gloss_document_get_language (chinese.document), ==, "zh");

  g_assert_cmpuint (find (fixture, "no such words anywhere"), ==, 0);
}

/* The symbol of a document finds the document in its languages, and its clauses in order. */
static void
test_symbols (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const searches[] = { "A/69/723", " a/69/723 ", "69/723" };
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_auto (GlossQuickResult) first = { NULL, NULL, NULL };
      guint n_documents = 0, n_clauses = 0;

      n_found = find (fixture, searches[i]);
      for (guint j = 0; j < n_found; j++)
        {
          g_auto (GlossQuickResult) result = { NULL, NULL, NULL };

          g_assert_true (gloss_quick_search_look_up (fixture->search, fixture->ids[j], &result));
          g_assert_cmpstr (gloss_document_get_symbol (result.document), ==, "A/69/723");
          g_assert_cmpint (result.clause == NULL, ==, j < 2); /* English, Chinese */
          n_documents += result.clause == NULL;
          n_clauses += result.clause != NULL;
        }
      g_assert_cmpuint (n_documents, ==, 2);
      g_assert_cmpuint (n_clauses, ==, GLOSS_QUICK_SEARCH_MAX);
      get_citation (fixture, 2, &first);
      g_assert_cmpuint (gloss_clause_get_position (first.clause), ==, 0);
    }

  /* With words of the title, or of the place, or of the text. */
  {
    g_auto (GlossQuickResult) document = { NULL, NULL, NULL };
    g_auto (GlossQuickResult) place = { NULL, NULL, NULL };
    g_auto (GlossQuickResult) text = { NULL, NULL, NULL };

    g_assert_cmpuint (find (fixture, "a/69/723@zh"), ==, 1);
    g_assert_true (gloss_quick_search_look_up (fixture->search, fixture->ids[0], &document));
    g_assert_cmpstr (gloss_document_get_name (document.document), ==, "A/69/723@zh");

    g_assert_cmpuint (find (fixture, "A/69/723, annex, para. 2 (8)"), ==, 2);
    g_assert_cmpstr (get_citation (fixture, 0, &place), ==, "A/69/723, annex, para. 2 (8)");

    g_assert_cmpuint (find (fixture, "role 69/723 same"), ==, 1);
    g_assert_cmpstr (get_citation (fixture, 0, &text), ==, "A/69/723, annex, para. 2 (8)");
  }

  /* A figure is one like any other. */
  g_assert_cmpuint (find (fixture, "723"), <=, 4);
}

/* Where the words stand as they were typed comes first, and there is an end to it. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto (GlossQuickResult) result = { NULL, NULL, NULL };

  g_assert_cmpuint (find (fixture, "information security"), ==, GLOSS_QUICK_SEARCH_MAX);
  get_citation (fixture, 0, &result);
  g_assert_nonnull (g_strstr_len (gloss_clause_get_text (result.clause), -1, "nformation security"));
}

static void
test_too_little (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_cmpuint (find (fixture, ""), ==, 0);
  g_assert_cmpuint (find (fixture, "  "), ==, 0);
  g_assert_cmpuint (find (fixture, "s"), ==, 0);
  g_assert_cmpuint (find (fixture, "网"), >, 0);
}

/* Notes come first, also those on documents that the library does not have. */
static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossDocument) code = gloss_library_load (fixture->library, "A/69/723@en", NULL);
  g_autoptr (GlossDocument) other = gloss_reader_test_document ("en");
  g_autoptr (GlossAnnotation) here =
      gloss_reader_test_annotation (code, "annex__para_2__item_8", NULL, "Our Souveraineté numérique");
  g_autoptr (GlossAnnotation) elsewhere = gloss_reader_test_annotation (other, "item_2", NULL, "souverainete, too");
  GlossAnnotation *added[] = { here, elsewhere };
  const char *symbols[] = { "A/69/723", "A/1" };

  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    {
      g_autoptr (GError) error = NULL;
      GlossAnnotationStore *store = gloss_notebook_get_store (fixture->notebook, symbols[i], &error);

      g_assert_no_error (error);
      gloss_annotation_store_add (store, added[i], &error);
      g_assert_no_error (error);
    }

  g_assert_cmpuint (find (fixture, "souveraineté"), ==, 2);
  for (guint i = 0; fixture->ids[i] != NULL; i++)
    {
      g_auto (GlossQuickResult) result = { NULL, NULL, NULL };

      g_assert_true (gloss_quick_search_look_up (fixture->search, fixture->ids[i], &result));
      if (result.annotation == here)
        g_assert_cmpstr (gloss_clause_get_citation (result.clause), ==, "A/69/723, annex, para. 2 (8)");
      else
        {
          g_assert_true (result.annotation == elsewhere);
          g_assert_null (result.document);
          g_assert_null (result.clause);
        }
    }
}

/* Many notes, among them one in Arabic and one in Chinese, are read without a stop of the main loop. */
static void
test_many_notes (Fixture       *fixture,
                 gconstpointer  data)
{
  static const char *const texts[] = { "السيادة الرقمية", "数字主权的立场", "Any other note" };
  g_autoptr (GlossDocument) code = gloss_library_load (fixture->library, "A/69/723@en", NULL);
  g_autoptr (GlossNotebook) notebook = NULL;
  g_autoptr (GlossQuickSearch) search = NULL;
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;

  notebook = gloss_reader_test_notebook (&folder);
  for (guint i = 0; i < 2000; i++)
    g_ptr_array_add (annotations, gloss_reader_test_annotation (code, "annex__para_2__item_8", NULL, texts[MIN (i, 2)]));
  content = gloss_annotation_collection_write (annotations, "A/69/723", NULL);
  path = g_build_filename (folder, "A_69_723.json", NULL);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  search = gloss_quick_search_new (fixture->library, notebook);
  g_set_object (&fixture->search, search);
  gloss_quick_search_find_async (search, "الرقمية السيادة", NULL, found_cb, fixture);
  g_assert_true (gloss_notebook_is_loading (notebook));
  gloss_ui_test_wait (is_done, fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (g_strv_length (fixture->ids), ==, 1);
  g_assert_cmpuint (find (fixture, "数字主权的立场"), ==, 1);
  g_assert_cmpuint (find (fixture, "any other note"), ==, GLOSS_QUICK_SEARCH_MAX);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  gloss_quick_search_find_async (fixture->search, "information", cancellable, found_cb, fixture);
  g_cancellable_cancel (cancellable);
  gloss_ui_test_wait (is_done, fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->ids);
}

/* Ids come from outside of the program, and may be old. */
static void
test_odd_ids (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const ids[] = { "", "document:", "document:A/69/724", "clause:", "clause:A/69/723@en", "clause:A/69/723@en\n", "clause:\nannex",
                                     "clause:Z/9@en\nannex", "clause:A/69/723@en\nno_such", "note:", "note:urn:uuid:0",
                                     "other" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GlossQuickResult result;

      g_test_message ("%s", ids[i]);
      g_assert_false (gloss_quick_search_look_up (fixture->search, ids[i], &result));
      g_assert_null (result.document);
    }
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  gloss_quick_search_open_finish (GLOSS_QUICK_SEARCH (source), result);
  ((Fixture *) user_data)->done = TRUE;
}

/* What was found before the program was started anew can be looked up when the notes are open. */
static void
test_started_anew (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *folder = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GlossNotebook) before = gloss_reader_test_notebook (&folder);
  g_autoptr (GlossNotebook) notebook = NULL;
  g_autoptr (GlossQuickSearch) search = NULL;
  g_autoptr (GlossDocument) code = gloss_library_load (fixture->library, "A/69/723@en", NULL);
  g_autoptr (GlossAnnotation) note = gloss_reader_test_annotation (code, "annex__para_2__item_8", NULL, "Kept");
  g_auto (GlossQuickResult) early = { NULL, NULL, NULL };
  g_auto (GlossQuickResult) result = { NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (gloss_notebook_get_store (before, "A/69/723", NULL), note, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&before));

  notebook = gloss_notebook_new (folder, GLOSS_STORE_STRICT);
  search = gloss_quick_search_new (fixture->library, notebook);
  id = g_strconcat ("note:", gloss_annotation_get_id (note), NULL);
  g_assert_false (gloss_quick_search_look_up (search, id, &early));

  gloss_quick_search_open_async (search, opened_cb, fixture);
  gloss_ui_test_wait (is_done, fixture);
  g_assert_true (gloss_quick_search_look_up (search, id, &result));
  g_assert_cmpstr (gloss_annotation_get_note (result.annotation), ==, "Kept");
  g_assert_cmpstr (gloss_clause_get_citation (result.clause), ==, "A/69/723, annex, para. 2 (8)");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/quick-search/clauses", Fixture, NULL, set_up, test_clauses, tear_down);
  g_test_add ("/quick-search/symbols", Fixture, NULL, set_up, test_symbols, tear_down);
  g_test_add ("/quick-search/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/quick-search/too-little", Fixture, NULL, set_up, test_too_little, tear_down);
  g_test_add ("/quick-search/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/quick-search/many-notes", Fixture, NULL, set_up, test_many_notes, tear_down);
  g_test_add ("/quick-search/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/quick-search/started-anew", Fixture, NULL, set_up, test_started_anew, tear_down);
  g_test_add ("/quick-search/odd-ids", Fixture, NULL, set_up, test_odd_ids, tear_down);

  return gloss_ui_test_run ();
}
