/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-notebook.h"

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-store-name.h"
#include "store-fixture.h"

/* More than is read at once. */
#define MANY 500

typedef struct
{
  GlossAnnotationStore *store;
  GError               *error;
  gboolean              done;
  gboolean              all;
} Waiting;

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Waiting *waiting = user_data;

  waiting->store = gloss_notebook_get_store_finish (GLOSS_NOTEBOOK (source), result, &waiting->error);
  waiting->done = TRUE;
}

static void
all_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Waiting *waiting = user_data;

  waiting->all = gloss_notebook_open_all_finish (GLOSS_NOTEBOOK (source), result, &waiting->error);
  waiting->done = TRUE;
}

static void
wait_for (Waiting *waiting)
{
  while (!waiting->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
write_notes (Fixture    *fixture,
             const char *symbol,
             guint       n)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = gloss_store_name_escape (symbol);
  g_autofree char *path = g_strconcat (fixture->folder, "/", name, ".json", NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (annotations, fixture_make (fixture, "note"));
  text = gloss_annotation_collection_write (annotations, symbol, NULL);
  fixture_write (fixture, path, text, -1);
}

static void
get_async (GlossNotebook *notebook,
           const char    *symbol,
           GCancellable  *cancellable,
           Waiting       *waiting)
{
  gloss_notebook_get_store_async (notebook, symbol, cancellable, NULL, NULL, got_cb, waiting);
}

static guint
count (GlossAnnotationStore *store)
{
  return g_list_model_get_n_items (G_LIST_MODEL (store));
}

static void
test_quick (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_SET_ASIDE);
  Waiting waiting = { NULL, };

  write_notes (fixture, "few", 3);
  write_notes (fixture, "many", MANY);
  g_assert_true (gloss_notebook_is_quick (notebook, "none"));
  g_assert_true (gloss_notebook_is_quick (notebook, "few"));
  g_assert_false (gloss_notebook_is_quick (notebook, "many"));

  get_async (notebook, "many", NULL, &waiting);
  wait_for (&waiting);
  g_assert_true (gloss_notebook_is_quick (notebook, "many"));
}

/* Who asks for the same one meanwhile gets the same one, and one who gives up takes it from nobody. */
static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting first = { NULL, };
  Waiting second = { NULL, };
  Waiting third = { NULL, };

  write_notes (fixture, "many", MANY);
  get_async (notebook, "many", cancellable, &first);
  get_async (notebook, "many", NULL, &second);
  g_cancellable_cancel (cancellable);
  wait_for (&first);
  wait_for (&second);
  get_async (notebook, "many", NULL, &third);
  wait_for (&third);

  g_assert_error (first.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (first.store);
  g_assert_no_error (second.error);
  g_assert_cmpuint (count (second.store), ==, MANY);
  g_assert_true (third.store == second.store);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notebook)), ==, 1);
  g_clear_error (&first.error);
}

/* Somebody who can't wait gets a store at once; then there is this one for everybody, and what was
 * written to it is there. */
static void
test_overtaken (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "meanwhile");
  g_autoptr (GError) error = NULL;
  Waiting waiting = { NULL, };
  GlossAnnotationStore *store;

  write_notes (fixture, "many", MANY);
  get_async (notebook, "many", NULL, &waiting);
  store = gloss_notebook_get_store (notebook, "many", &error);
  g_assert_no_error (error);
  g_assert_true (gloss_annotation_store_add (store, annotation, &error));
  wait_for (&waiting);

  g_assert_no_error (waiting.error);
  g_assert_true (waiting.store == store);
  g_assert_cmpuint (count (store), ==, MANY + 1);
  g_assert_true (gloss_annotation_store_find (store, gloss_annotation_get_id (annotation)) == annotation);
}

static void
test_error (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autofree char *path = g_strconcat (fixture->folder, "/bad.json", NULL);
  g_autofree char *text = g_strnfill (400 * 1024, ' ');
  Waiting one = { NULL, };
  Waiting all = { NULL, };

  write_notes (fixture, "many", MANY);
  fixture_write (fixture, path, text, -1);

  get_async (notebook, "bad", NULL, &one);
  wait_for (&one);
  g_assert_null (one.store);
  g_assert_error (one.error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);

  /* It keeps nobody from the others. */
  gloss_notebook_open_all_async (notebook, NULL, NULL, NULL, all_cb, &all);
  wait_for (&all);
  g_assert_false (all.all);
  g_assert_error (all.error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notebook)), ==, 1);

  g_clear_error (&one.error);
  g_clear_error (&all.error);
}

static void
count_cb (goffset  done,
          goffset  total,
          gpointer user_data)
{
  goffset *last = user_data;

  g_assert_cmpint (done, <=, total);
  *last = done;
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossNotebook) empty = gloss_notebook_new (fixture->parent, GLOSS_STORE_SET_ASIDE);
  Waiting waiting = { NULL, };
  Waiting none = { NULL, };
  goffset last = -1;
  guint n = 0;

  write_notes (fixture, "few", 3);
  write_notes (fixture, "many", MANY);
  write_notes (fixture, "most", MANY * 2);

  gloss_notebook_open_all_async (notebook, NULL, count_cb, &last, all_cb, &waiting);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notebook)), ==, 1);
  wait_for (&waiting);
  g_assert_no_error (waiting.error);
  g_assert_true (waiting.all);
  g_assert_cmpint (last, >, 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notebook)), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (notebook), i);

      n += count (store);
    }
  g_assert_cmpuint (n, ==, 3 + MANY * 3);

  gloss_notebook_open_all_async (empty, NULL, NULL, NULL, all_cb, &none);
  wait_for (&none);
  g_assert_true (none.all);
}

/* Notes on a document that had none, by another program; also where nobody had any. */
static void
test_appears (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "from elsewhere");
  g_autoptr (GlossAnnotationStore) other = NULL;
  g_autoptr (GlossAnnotationStore) store = NULL;
  g_autoptr (GError) error = NULL;
  Waiting waiting = { NULL, };

  g_mkdir_with_parents (fixture->folder, 0700);
  gloss_notebook_open_all_async (notebook, NULL, NULL, NULL, all_cb, &waiting);
  wait_for (&waiting);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notebook)), ==, 0);

  other = gloss_annotation_store_open (fixture->folder, "A/1", GLOSS_STORE_STRICT, &error);
  g_assert_no_error (error);
  g_assert_true (gloss_annotation_store_add (other, annotation, &error));
  while (g_list_model_get_n_items (G_LIST_MODEL (notebook)) == 0)
    g_main_context_iteration (NULL, TRUE);
  store = g_list_model_get_item (G_LIST_MODEL (notebook), 0);
  while (count (store) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gloss_annotation_store_get_symbol (store), ==, "A/1");
}

/* Who closes the notebook does not wait for what is still being read. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_SET_ASIDE);
  Waiting waiting = { NULL, };
  g_autoptr (GError) error = NULL;

  write_notes (fixture, "many", MANY);
  get_async (notebook, "many", NULL, &waiting);
  g_assert_true (gloss_notebook_close (notebook, &error));
  g_assert_no_error (error);
  wait_for (&waiting);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&waiting.error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/notebook-load/quick", test_quick);
  fixture_add ("/notebook-load/shared", test_shared);
  fixture_add ("/notebook-load/overtaken", test_overtaken);
  fixture_add ("/notebook-load/error", test_error);
  fixture_add ("/notebook-load/all", test_all);
  fixture_add ("/notebook-load/appears", test_appears);
  fixture_add ("/notebook-load/closed", test_closed);

  return g_test_run ();
}
