/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-store.h"

#include "annotation/gloss-annotation-json.h"
#include "store-fixture.h"

/* A file that takes a while. */
#define MANY 1500

typedef struct
{
  GlossAnnotationStore *store;
  GError               *error;
  gboolean              done;
  guint                 n_reports;
  goffset               last;
  goffset               total;
} Waiting;

static void
waiting_clear (Waiting *waiting)
{
  g_clear_object (&waiting->store);
  g_clear_error (&waiting->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Waiting, waiting_clear)

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Waiting *waiting = user_data;

  waiting->store = gloss_annotation_store_open_finish (result, &waiting->error);
  waiting->done = TRUE;
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_false (waiting->done);
  g_assert_cmpint (done, >=, waiting->last);
  g_assert_cmpint (done, <=, total);
  waiting->last = done;
  waiting->total = total;
  waiting->n_reports++;
}

static void
wait_for (Waiting *waiting)
{
  while (!waiting->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
write_many (Fixture *fixture,
            guint    n)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (annotations, fixture_make (fixture, "note"));
  text = gloss_annotation_collection_write (annotations, SYMBOL, NULL);
  fixture_write (fixture, fixture->file, text, -1);
}

static void
open_async (Fixture      *fixture,
            GCancellable *cancellable,
            Waiting      *waiting)
{
  gloss_annotation_store_open_async (fixture->folder, SYMBOL, GLOSS_STORE_SET_ASIDE, cancellable,
                                     progress_cb, waiting, opened_cb, waiting);
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_auto (Waiting) waiting = { NULL, };
  g_autoptr (GlossAnnotation) added = fixture_make (fixture, "added");
  g_autoptr (GlossAnnotation) last = NULL;
  g_autoptr (GError) error = NULL;

  write_many (fixture, MANY);
  open_async (fixture, NULL, &waiting);
  g_assert_false (waiting.done);
  wait_for (&waiting);

  g_assert_no_error (waiting.error);
  g_assert_null (gloss_annotation_store_get_problem (waiting.store));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (waiting.store)), ==, MANY);
  last = g_list_model_get_item (G_LIST_MODEL (waiting.store), MANY - 1);
  g_assert_cmpstr (gloss_annotation_get_note (last), ==, "note");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (waiting.store), MANY));

  /* From here on it is as any other. */
  g_assert_true (gloss_annotation_store_add (waiting.store, added, &error));
  g_assert_true (gloss_annotation_store_remove (waiting.store, last, &error));
  g_assert_true (gloss_annotation_store_close (waiting.store, &error));
  g_assert_no_error (error);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_auto (Waiting) waiting = { NULL, };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_many (fixture, MANY);
  before = fixture_read (fixture->file);
  open_async (fixture, cancellable, &waiting);
  g_cancellable_cancel (cancellable);
  wait_for (&waiting);

  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = fixture_read (fixture->file);
  g_assert_cmpstr (after, ==, before);
}

/* What is wrong is said as it is by who opens it and waits. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_auto (Waiting) waiting = { NULL, };

  fixture_write (fixture, fixture->file, "{\"type\":", -1);
  open_async (fixture, NULL, &waiting);
  wait_for (&waiting);

  g_assert_no_error (waiting.error);
  g_assert_nonnull (gloss_annotation_store_get_problem (waiting.store));
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_auto (Waiting) waiting = { NULL, };

  open_async (fixture, NULL, &waiting);
  wait_for (&waiting);

  g_assert_no_error (waiting.error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (waiting.store)), ==, 0);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

/* What somebody else writes between the reading and the watching is not missed. */
static void
test_written_meanwhile (Fixture       *fixture,
                        gconstpointer  data)
{
  g_auto (Waiting) waiting = { NULL, };
  g_autoptr (GlossAnnotationStore) other = NULL;
  g_autoptr (GError) error = NULL;

  write_many (fixture, 10);
  open_async (fixture, NULL, &waiting);

  /* The thread may be anywhere now; the store is not told of before this loop is run. */
  other = fixture_open (fixture, GLOSS_STORE_STRICT);
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "other");

      gloss_annotation_store_add (other, annotation, &error);
      g_assert_no_error (error);
    }
  wait_for (&waiting);

  g_assert_no_error (waiting.error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (waiting.store)), ==, 60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/annotation-store-open/many", test_many);
  fixture_add ("/annotation-store-open/cancelled", test_cancelled);
  fixture_add ("/annotation-store-open/damaged", test_damaged);
  fixture_add ("/annotation-store-open/none", test_none);
  fixture_add ("/annotation-store-open/written-meanwhile", test_written_meanwhile);

  return g_test_run ();
}
