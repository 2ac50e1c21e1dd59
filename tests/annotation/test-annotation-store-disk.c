/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-store.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "store-disk-fixture.h"

/* What can't be written is kept, and written when it can be. */

static void
iterate_until_well (GlossAnnotationStore *store)
{
  while (gloss_annotation_store_get_problem (store) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Nobody has to ask for it: what could not be written is, as soon as it can be. */
static void
test_retry (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  g_autoptr (GlossAnnotationStore) again = NULL;

  g_mkdir_with_parents (fixture->journal, 0700);
  g_assert_false (gloss_annotation_store_add (store, annotation, NULL));
  g_assert_nonnull (gloss_annotation_store_get_problem (store));
  g_assert_false (gloss_annotation_store_can_dismiss (store));

  g_rmdir (fixture->journal);
  iterate_until_well (store);
  again = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_assert_cmpuint (count_notes (again, "one"), ==, 1);
}

/* A file in the place of the folder: nothing can be written until it is gone. */
static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = NULL;
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_file_set_contents (fixture->folder, "not a folder", -1, NULL);
  g_assert_null (gloss_annotation_store_open (fixture->folder, SYMBOL, GLOSS_STORE_STRICT, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);

  store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_assert_nonnull (gloss_annotation_store_get_problem (store));

  /* Work goes on. */
  g_assert_false (gloss_annotation_store_add (store, annotation, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_clear_error (&error);
  g_assert_true (find (store, annotation) == annotation);
  g_assert_false (gloss_annotation_store_set_note (store, annotation, "two", NULL));
  g_assert_false (gloss_annotation_store_undo (store, NULL));
  g_assert_false (gloss_annotation_store_redo (store, NULL));
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "two");
  g_assert_false (gloss_annotation_store_flush (store, NULL));
  g_assert_false (gloss_annotation_store_close (store, NULL));
  g_assert_cmpuint (count (store), ==, 1);
  g_assert_nonnull (strstr (gloss_annotation_store_get_problem (store), "not saved"));
  after = fixture_read (fixture->folder);
  g_assert_cmpstr (after, ==, "not a folder");

  /* And is written when it can be. */
  g_remove (fixture->folder);
  gloss_annotation_store_flush (store, &error);
  g_assert_no_error (error);
  g_assert_null (gloss_annotation_store_get_problem (store));
  {
    g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);

    g_assert_cmpuint (count_notes (other, "two"), ==, 1);
  }
}

static void
test_collection_is_folder (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = NULL;
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (fixture->file, 0700);
  g_assert_null (gloss_annotation_store_open (fixture->folder, SYMBOL, GLOSS_STORE_STRICT, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_assert_nonnull (gloss_annotation_store_get_problem (store));
  g_assert_false (gloss_annotation_store_add (store, annotation, NULL));
  g_assert_true (g_file_test (fixture->file, G_FILE_TEST_IS_DIR));

  g_rmdir (fixture->file);
  g_assert_true (gloss_annotation_store_close (store, NULL));
  g_assert_true (g_file_test (fixture->file, G_FILE_TEST_IS_REGULAR));
}

static void
test_read_only_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (GlossAnnotationStore) writer = fixture_open (fixture, GLOSS_STORE_STRICT);

    add (fixture, writer, "one");
    g_assert_true (gloss_annotation_store_close (writer, NULL));
    add (fixture, writer, "two");
  }
  g_chmod (fixture->file, 0400);
  g_chmod (fixture->journal, 0400);
  g_chmod (fixture->folder, 0500);
  if (g_access (fixture->folder, W_OK) == 0)
    {
      g_test_skip ("who runs the test may write everywhere");
      return;
    }

  store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_assert_cmpuint (count (store), ==, 2);
  g_assert_null (gloss_annotation_store_get_problem (store));
  g_assert_true (gloss_annotation_store_flush (store, &error));
  {
    g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "three");

    g_assert_false (gloss_annotation_store_add (store, annotation, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  }
  g_assert_nonnull (gloss_annotation_store_get_problem (store));
  g_assert_cmpuint (count (store), ==, 3);
}

/* No space: at whatever byte it ends, the files stay whole and the change is kept. */
static void
test_no_space (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  GlossAnnotation *one = add (fixture, store, "one");
  struct rlimit old;
  struct stat info;
  guint n_failures = 0;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);

  for (guint room = 0; room < 1500; room += 13)
    {
      g_autofree char *note = g_strdup_printf ("with %u bytes left", room);
      g_autofree char *before = fixture_read (fixture->journal);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      gboolean written;

      g_assert_cmpint (g_stat (fixture->journal, &info), ==, 0);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit) { info.st_size + room, old.rlim_max }), ==, 0);
      written = gloss_annotation_store_set_note (store, one, note, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

      g_assert_cmpstr (gloss_annotation_get_note (one), ==, note);
      g_assert_cmpint (written, ==, error == NULL);
      g_assert_cmpint (written, ==, gloss_annotation_store_get_problem (store) == NULL);
      if (!written)
        {
          after = fixture_read (fixture->journal);
          g_assert_cmpstr (after, ==, before);
          g_assert_true (gloss_annotation_store_flush (store, NULL));
          n_failures++;
        }

      {
        g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);

        g_assert_cmpstr (gloss_annotation_get_note (find (other, one)), ==, note);
      }
    }

  /* There were both: changes for which there was room, and others. */
  g_assert_cmpuint (n_failures, >, 0);
  g_assert_cmpuint (n_failures, <, 1500 / 13);
}

/* No space to fold, and none to append: closing fails, and nothing is lost. */
static void
test_no_space_to_close (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_autofree char *long_note = g_strnfill (5000, 'x');
  GlossAnnotation *one = add (fixture, store, "one");
  g_autoptr (GError) error = NULL;
  struct rlimit old;
  gboolean closed;

  g_assert_true (gloss_annotation_store_close (store, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit) { 4096, old.rlim_max }), ==, 0);
  gloss_annotation_store_set_note (store, one, long_note, NULL);
  closed = gloss_annotation_store_close (store, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_false (closed);
  g_assert_true (error != NULL && error->domain == G_IO_ERROR);
  {
    g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);

    g_assert_cmpuint (count_notes (other, "one"), ==, 1);
  }

  g_assert_true (gloss_annotation_store_close (store, NULL));
  g_assert_null (gloss_annotation_store_get_problem (store));
  {
    g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);

    g_assert_cmpuint (count_notes (other, long_note), ==, 1);
    g_assert_cmpuint (count (other), ==, 1);
  }
}

/* Files that are gone are written again. */
static void
test_files_deleted (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  GlossAnnotation *one = add (fixture, store, "one");

  g_assert_true (gloss_annotation_store_close (store, NULL));
  add (fixture, store, "two");
  fixture_delete (fixture->folder);

  g_assert_true (gloss_annotation_store_set_color (store, one, GLOSS_COLOR_BLUE, NULL));
  {
    g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);

    g_assert_cmpuint (count (other), ==, 2);
    g_assert_cmpuint (gloss_annotation_get_color (find (other, one)), ==, GLOSS_COLOR_BLUE);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/annotation-store-disk/retry", test_retry);
  fixture_add ("/annotation-store-disk/no-folder", test_no_folder);
  fixture_add ("/annotation-store-disk/collection-is-folder", test_collection_is_folder);
  fixture_add ("/annotation-store-disk/read-only-folder", test_read_only_folder);
  fixture_add ("/annotation-store-disk/no-space", test_no_space);
  fixture_add ("/annotation-store-disk/no-space-to-close", test_no_space_to_close);
  fixture_add ("/annotation-store-disk/files-deleted", test_files_deleted);

  return g_test_run ();
}
