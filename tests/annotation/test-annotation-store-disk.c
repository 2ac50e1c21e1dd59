/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-store.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "annotation/gloss-annotation-json.h"
#include "store-fixture.h"

static GlossAnnotation *
find (GlossAnnotationStore *store,
      GlossAnnotation      *annotation)
{
  return gloss_annotation_store_find (store, gloss_annotation_get_id (annotation));
}

static guint
count (GlossAnnotationStore *store)
{
  return g_list_model_get_n_items (G_LIST_MODEL (store));
}

/* How many annotations have that note. */
static guint
count_notes (GlossAnnotationStore *store,
             const char           *note)
{
  guint n = 0;

  for (guint i = 0; i < count (store); i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (store), i);

      n += g_str_equal (gloss_annotation_get_note (annotation), note);
    }

  return n;
}

static guint
count_files (const char *folder,
             const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, part) != NULL;

  return n;
}

static GlossAnnotation *
add (Fixture              *fixture,
     GlossAnnotationStore *store,
     const char           *note)
{
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, note);
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
  return annotation; /* the store holds it */
}

/* The journal torn at every byte of its last line. */
static void
test_torn_journal (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *one_id = NULL;
  g_autofree char *two_id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *both = NULL;

  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);

    one_id = g_strdup (gloss_annotation_get_id (add (fixture, store, "one")));
    first = fixture_read (fixture->journal);
    two_id = g_strdup (gloss_annotation_get_id (add (fixture, store, "two 法律")));
    both = fixture_read (fixture->journal);
  }

  for (gsize n = strlen (first); n <= strlen (both); n++)
    {
      gboolean whole = n == strlen (both);
      g_autofree char *three_id = NULL;

      g_remove (fixture->file);
      fixture_write (fixture, fixture->journal, both, n);

      {
        g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);

        g_assert_null (gloss_annotation_store_get_problem (store));
        g_assert_nonnull (gloss_annotation_store_find (store, one_id));
        g_assert_cmpint (gloss_annotation_store_find (store, two_id) != NULL, ==, whole);
        three_id = g_strdup (gloss_annotation_get_id (add (fixture, store, "three")));
      }
      {
        g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);

        g_assert_nonnull (gloss_annotation_store_find (store, three_id));
        g_assert_cmpuint (count (store), ==, whole ? 3 : 2);
      }
    }
}

/* A crash after the collection was replaced and before the journal was emptied. */
static void
test_crash_in_fold (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *journal = NULL;
  g_autofree char *folded = NULL;

  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
    GlossAnnotation *one = add (fixture, store, "one");
    GlossAnnotation *two = add (fixture, store, "two");

    add (fixture, store, "three");
    g_assert_true (gloss_annotation_store_set_note (store, one, "one, changed", NULL));
    g_assert_true (gloss_annotation_store_remove (store, two, NULL));
    journal = fixture_read (fixture->journal);
    g_assert_true (gloss_annotation_store_close (store, NULL));
    folded = fixture_read (fixture->file);
  }

  fixture_write (fixture, fixture->journal, journal, -1);
  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
    g_autofree char *again = fixture_read (fixture->file);

    g_assert_cmpuint (count (store), ==, 2);
    g_assert_cmpuint (count_notes (store, "one, changed"), ==, 1);
    g_assert_null (gloss_annotation_store_get_problem (store));
    g_assert_cmpstr (again, ==, folded);
  }
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const damaged[] = { "", "{", "[]", "{\"type\":\"AnnotationCollection\",\"first\":{\"items\":[{}]}}", "\xff\xfe" };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      /* A change that was not folded yet survives the damage of the collection. */
      g_remove (fixture->file);
      g_remove (fixture->journal);
      {
        g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);

        add (fixture, store, "in the journal");
      }
      fixture_write (fixture, fixture->file, damaged[i], -1);

      g_assert_null (gloss_annotation_store_open (fixture->folder, SYMBOL, GLOSS_STORE_STRICT, &error));
      g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
      g_assert_nonnull (strstr (error->message, "A_69_723.json"));
      after = fixture_read (fixture->file);
      g_assert_cmpstr (after, ==, damaged[i]);
      g_assert_cmpuint (count_files (fixture->folder, "damaged"), ==, i);

      {
        g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);

        g_assert_cmpuint (count (store), ==, 1);
        g_assert_cmpuint (count_notes (store, "in the journal"), ==, 1);
        g_assert_nonnull (strstr (gloss_annotation_store_get_problem (store), "A_69_723.json.damaged-"));
        add (fixture, store, "after it");
      }
      g_assert_cmpuint (count_files (fixture->folder, "damaged"), ==, i + 1);

      {
        g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);

        g_assert_cmpuint (count (store), ==, 2);
        g_assert_null (gloss_annotation_store_get_problem (store));
      }
    }
}

/* Damaged while the store is open: what is in memory is not lost with it. */
static void
test_damaged_while_open (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossAnnotationStore) strict = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  add (fixture, store, "one");
  g_assert_true (gloss_annotation_store_close (store, NULL));
  strict = fixture_open (fixture, GLOSS_STORE_STRICT);
  fixture_write (fixture, fixture->file, "garbage", -1);

  {
    g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "strict");

    g_assert_false (gloss_annotation_store_add (strict, annotation, &error));
    g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
    after = fixture_read (fixture->file);
    g_assert_cmpstr (after, ==, "garbage");
  }

  add (fixture, store, "two");
  g_assert_nonnull (strstr (gloss_annotation_store_get_problem (store), "damaged-"));
  g_assert_cmpuint (count_files (fixture->folder, "damaged"), ==, 1);

  g_clear_error (&error);
  gloss_annotation_store_flush (strict, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (strict), ==, 3);
  g_assert_null (gloss_annotation_store_get_problem (strict));

  {
    g_autoptr (GlossAnnotationStore) again = fixture_open (fixture, GLOSS_STORE_STRICT);

    g_assert_cmpuint (count (again), ==, 3);
  }
}

static void
test_damaged_journal (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;
  g_autofree char *after = NULL;
  const char *second;

  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);

    add (fixture, store, "one");
    add (fixture, store, "two");
    good = fixture_read (fixture->journal);
  }
  second = strchr (strchr (good, '\n') + 1, '\n') + 1;
  bad = g_strdup_printf ("%.*s{\"put\":garbage}\n%s", (int) (second - good), good, second);
  fixture_write (fixture, fixture->journal, bad, -1);

  g_assert_null (gloss_annotation_store_open (fixture->folder, SYMBOL, GLOSS_STORE_STRICT, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
  g_assert_nonnull (strstr (error->message, "A_69_723.journal"));
  after = fixture_read (fixture->journal);
  g_assert_cmpstr (after, ==, bad);

  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);

    g_assert_cmpuint (count (store), ==, 2);
    g_assert_nonnull (strstr (gloss_annotation_store_get_problem (store), "A_69_723.journal.damaged-"));
  }
  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);

    g_assert_cmpuint (count (store), ==, 2);
  }
}

static void
test_later_version (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *later = "{\"type\":\"AnnotationCollection\",\"glossator:version\":99,\"news\":[]}";
  GlossStoreMode modes[] = { GLOSS_STORE_STRICT, GLOSS_STORE_SET_ASIDE };
  g_autofree char *after = NULL;

  fixture_write (fixture, fixture->file, later, -1);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gloss_annotation_store_open (fixture->folder, SYMBOL, modes[i], &error));
      g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION);
      g_assert_nonnull (strstr (error->message, "A_69_723.json"));
    }

  g_assert_cmpuint (count_files (fixture->folder, ""), ==, 1);
  after = fixture_read (fixture->file);
  g_assert_cmpstr (after, ==, later);
}

static void
iterate_until_well (GlossAnnotationStore *store)
{
  while (gloss_annotation_store_get_problem (store) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* A file that does not say its version, or says an earlier one, is kept as it was before it is written
 * anew; once. */
static void
test_older_version (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const versions[] = { "", "\"glossator:version\":0,", "\"glossator:version\":-3," };
  static const char *const names[] = { "version-0", "version-0", "version--3" };

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      g_autofree char *older = g_strdup_printf ("{\"type\":\"AnnotationCollection\",%s\"first\":{\"items\":"
                                                "[{\"type\":\"Annotation\",\"id\":\"u:1\",\"target\":\"t\", \"x\" : 1.0e5 }]}}",
                                                versions[i]);
      g_autofree char *backup = g_strconcat (fixture->file, ".", names[i], NULL);
      g_autofree char *kept = NULL;
      g_autofree char *kept_still = NULL;
      g_autofree char *now = NULL;

      g_remove (backup);
      g_remove (fixture->journal);
      fixture_write (fixture, fixture->file, older, -1);
      {
        g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);

        /* Reading is no reason to make a copy. */
        g_assert_cmpuint (count (store), ==, 1);
        g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
        add (fixture, store, "one");
        g_assert_true (gloss_annotation_store_close (store, NULL));
        kept = fixture_read (backup);
        g_assert_cmpstr (kept, ==, older);

        add (fixture, store, "two");
        g_assert_true (gloss_annotation_store_close (store, NULL));
      }

      kept_still = fixture_read (backup);
      g_assert_cmpstr (kept_still, ==, older);
      now = fixture_read (fixture->file);
      g_assert_nonnull (strstr (now, "\"glossator:version\":1"));
      g_assert_nonnull (strstr (now, "\"x\":1.0e5"));
    }
}

/* Without room for the copy, nothing is written in the new format; the change is in the journal. */
static void
test_no_backup (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *in_the_way = g_strconcat (fixture->folder, "/.A_69_723.json.version-0.new", NULL);
  g_autofree char *inside = g_strconcat (in_the_way, "/x", NULL);
  g_autofree char *after = NULL;
  const char *older = "{\"type\":\"AnnotationCollection\"}";
  g_autoptr (GlossAnnotationStore) store = NULL;

  fixture_write (fixture, fixture->file, older, -1);
  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  add (fixture, store, "one");
  g_assert_false (gloss_annotation_store_close (store, NULL));
  after = fixture_read (fixture->file);
  g_assert_cmpstr (after, ==, older);

  g_rmdir (inside);
  g_rmdir (in_the_way);
  g_assert_true (gloss_annotation_store_close (store, NULL));
}

/* A journal that was never one of ours is set aside before anything is written to it. */
static void
test_foreign_journal (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const foreign[] = { "my shopping list", "my\nshopping\nlist\n", "{\"other\":1}" };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr (GlossAnnotationStore) store = NULL;
      g_autoptr (GDir) folder = NULL;
      const char *name;
      guint n_found = 0;

      fixture_write (fixture, fixture->journal, foreign[i], -1);
      store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
      add (fixture, store, "one");
      g_assert_nonnull (strstr (gloss_annotation_store_get_problem (store), "A_69_723.journal.damaged-"));

      folder = g_dir_open (fixture->folder, 0, NULL);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
          g_autofree char *text = fixture_read (path);

          n_found += strstr (name, ".damaged-") != NULL && g_str_equal (text, foreign[i]);
        }
      g_assert_cmpuint (n_found, ==, 1);
      g_assert_true (gloss_annotation_store_close (store, NULL));
    }
}

/* Longer than memory should be asked for: set aside unread. */
static void
test_huge (Fixture       *fixture,
           gconstpointer  data)
{
  const char *paths[] = { fixture->file, fixture->journal };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GlossAnnotationStore) store = NULL;
      g_autofree char *name = g_path_get_basename (paths[i]);
      g_autoptr (GError) error = NULL;

      fixture_write (fixture, paths[i], "", 0);
      g_assert_cmpint (truncate (paths[i], (off_t) 1 << 40), ==, 0);
      g_assert_null (gloss_annotation_store_open (fixture->folder, SYMBOL, GLOSS_STORE_STRICT, &error));
      g_assert_nonnull (strstr (error->message, name));

      store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
      add (fixture, store, "one");
      g_assert_nonnull (strstr (gloss_annotation_store_get_problem (store), name));
      g_assert_nonnull (strstr (gloss_annotation_store_get_problem (store), ".damaged-"));
      g_assert_cmpuint (count_files (fixture->folder, "damaged"), ==, i + 1);
    }
}

/* What happened is told one thing after the other; what is wrong still can't be dismissed. */
static void
test_dismiss (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = NULL;
  g_autofree char *first = NULL;

  fixture_write (fixture, fixture->file, "garbage", -1);
  fixture_write (fixture, fixture->journal, "garbage\n", -1);
  store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  add (fixture, store, "one");

  first = g_strdup (gloss_annotation_store_get_problem (store));
  g_assert_nonnull (first);
  g_assert_true (gloss_annotation_store_can_dismiss (store));
  gloss_annotation_store_dismiss (store);
  g_assert_nonnull (gloss_annotation_store_get_problem (store));
  g_assert_cmpstr (gloss_annotation_store_get_problem (store), !=, first);
  gloss_annotation_store_dismiss (store);
  g_assert_null (gloss_annotation_store_get_problem (store));
  g_assert_false (gloss_annotation_store_can_dismiss (store));
  gloss_annotation_store_dismiss (store);
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

/* It appears while the store is open: it stays untouched, and what is in memory is kept there. */
static void
test_later_version_while_open (Fixture       *fixture,
                               gconstpointer  data)
{
  const char *later = "{\"type\":\"AnnotationCollection\",\"glossator:version\":99}";
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  GlossAnnotation *one = add (fixture, store, "one");
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *journal_after = NULL;

  journal = fixture_read (fixture->journal);
  fixture_write (fixture, fixture->file, later, -1);
  g_assert_false (gloss_annotation_store_set_note (store, one, "changed", &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION);
  g_assert_cmpstr (gloss_annotation_get_note (one), ==, "changed");
  g_assert_nonnull (gloss_annotation_store_get_problem (store));
  g_assert_false (gloss_annotation_store_close (store, NULL));

  after = fixture_read (fixture->file);
  g_assert_cmpstr (after, ==, later);
  journal_after = fixture_read (fixture->journal);
  g_assert_cmpstr (journal_after, ==, journal);

  g_remove (fixture->file);
  g_assert_true (gloss_annotation_store_close (store, NULL));
  g_assert_null (gloss_annotation_store_get_problem (store));
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

static void
test_two_stores (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) a = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossAnnotationStore) b = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  GlossAnnotation *one = add (fixture, a, "one");
  GlossAnnotation *two = add (fixture, b, "two");
  GlossAnnotation *one_in_b = find (b, one);

  /* Whoever makes a change has taken in the others' before. */
  g_assert_nonnull (one_in_b);
  g_assert_null (find (a, two));
  g_assert_true (gloss_annotation_store_flush (a, NULL));
  g_assert_nonnull (find (a, two));

  /* Different fields of the same annotation: both changes are there. */
  g_assert_true (gloss_annotation_store_set_note (a, one, "by a", NULL));
  g_assert_true (gloss_annotation_store_set_tags (b, one_in_b, (const char *[]) { "by-b", NULL }, NULL));
  g_assert_true (gloss_annotation_store_flush (a, NULL));
  g_assert_cmpstr (gloss_annotation_get_note (one), ==, "by a");
  g_assert_true (gloss_annotation_has_tag (one, "by-b"));
  g_assert_cmpuint (count (a), ==, 2);

  /* One folds while the other goes on. */
  g_assert_true (gloss_annotation_store_close (b, NULL));
  g_assert_true (gloss_annotation_store_set_color (a, one, GLOSS_COLOR_RED, NULL));
  g_assert_true (gloss_annotation_store_close (a, NULL));
  g_assert_true (gloss_annotation_store_flush (b, NULL));
  g_assert_cmpuint (gloss_annotation_get_color (one_in_b), ==, GLOSS_COLOR_RED);
  g_assert_cmpstr (gloss_annotation_get_text (one_in_b), ==, gloss_annotation_get_text (one));

  g_assert_true (gloss_annotation_store_remove (a, one, NULL));
  g_assert_true (gloss_annotation_store_close (a, NULL));
  g_assert_true (gloss_annotation_store_flush (b, NULL));
  g_assert_cmpuint (count (b), ==, 1);
  g_assert_null (gloss_annotation_store_get_problem (a));
  g_assert_null (gloss_annotation_store_get_problem (b));
}

/* Both set the same note without having seen the other's. */
static void
test_same_field (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) a = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossAnnotationStore) b = NULL;
  GlossAnnotation *one = add (fixture, a, "one");

  b = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_assert_true (gloss_annotation_store_set_note (a, one, "by a", NULL));
  g_assert_true (gloss_annotation_store_set_note (b, find (b, one), "by b", NULL));
  g_assert_nonnull (gloss_annotation_store_get_problem (b));
  g_assert_true (gloss_annotation_store_flush (a, NULL));

  g_assert_cmpuint (count (a), ==, 2);
  g_assert_cmpuint (count_notes (a, "by a"), ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (one), ==, "by b");
  g_assert_cmpuint (count_notes (b, "by a"), ==, 1);
}

static void
test_removed_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) a = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossAnnotationStore) b = NULL;
  GlossAnnotation *one = add (fixture, a, "one");
  GlossAnnotation *two = add (fixture, a, "two");
  g_autoptr (GError) error = NULL;

  /* A change that knew nothing of the removal brings the note back. */
  b = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_assert_true (gloss_annotation_store_set_note (b, find (b, one), "by b", NULL));
  g_assert_true (gloss_annotation_store_flush (a, NULL));
  g_assert_true (gloss_annotation_store_remove (a, one, NULL));
  g_assert_true (gloss_annotation_store_set_note (b, find (b, one), "by b again", NULL));
  g_assert_cmpuint (count_notes (b, "by b again"), ==, 1);
  g_assert_true (gloss_annotation_store_flush (a, NULL));
  g_assert_cmpuint (count_notes (a, "by b again"), ==, 1);

  /* A removal that knew nothing of the change does not take it away. */
  g_assert_true (gloss_annotation_store_set_note (b, find (b, two), "two by b", NULL));
  g_assert_false (gloss_annotation_store_remove (a, two, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_CONFLICT);
  g_assert_cmpuint (count_notes (a, "two by b"), ==, 1);
  g_assert_true (gloss_annotation_store_remove (a, two, NULL));
  g_assert_true (gloss_annotation_store_flush (b, NULL));
  g_assert_cmpuint (count (b), ==, 1);
}

/* Going back over what somebody else wrote is refused. */
static void
test_undo_over_others (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) a = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossAnnotationStore) b = NULL;
  GlossAnnotation *one = add (fixture, a, "one");
  g_autoptr (GError) error = NULL;

  g_assert_true (gloss_annotation_store_set_note (a, one, "two", NULL));
  b = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_assert_true (gloss_annotation_store_set_note (b, find (b, one), "by b", NULL));
  g_assert_true (gloss_annotation_store_flush (a, NULL));

  g_assert_false (gloss_annotation_store_undo (a, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_CONFLICT);
  g_assert_cmpstr (gloss_annotation_get_note (one), ==, "by b");
}

/* (transfer full): the text of the file with one part of it replaced. */
static char *
edit_file (Fixture    *fixture,
           const char *old_part,
           const char *new_part)
{
  g_autofree char *text = fixture_read (fixture->file);
  g_autoptr (GString) edited = g_string_new (text);

  g_assert_cmpuint (g_string_replace (edited, old_part, new_part, 0), >, 0);
  return g_string_free (g_steal_pointer (&edited), FALSE);
}

/* A synchronized folder puts another file in the place of the collection. */
static void
test_file_replaced (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  GlossAnnotation *one = add (fixture, store, "one");
  g_autofree char *stamp = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *time = NULL;

  add (fixture, store, "two");
  g_assert_true (gloss_annotation_store_close (store, NULL));

  /* Changed there, not here. */
  stamp = g_strdup_printf ("\"modified\":\"%s\"", gloss_annotation_get_modified (one));
  theirs = edit_file (fixture, stamp, "\"modified\":\"2990-01-01T00:00:00.000Z\"");
  fixture_write (fixture, fixture->file, theirs, -1);
  g_clear_pointer (&theirs, g_free);
  theirs = edit_file (fixture, "\"value\":\"one\"", "\"value\":\"one, there\"");
  fixture_write (fixture, fixture->file, theirs, -1);
  g_assert_true (gloss_annotation_store_flush (store, NULL));
  g_assert_cmpstr (gloss_annotation_get_note (one), ==, "one, there");
  g_assert_cmpuint (count (store), ==, 2);
  g_assert_null (gloss_annotation_store_get_problem (store));

  /* Changed in both places: the one in the journal, the other in a file that knows nothing of it. */
  g_assert_true (gloss_annotation_store_set_note (store, one, "one, here", NULL));
  g_clear_pointer (&theirs, g_free);
  theirs = edit_file (fixture, "one, there", "one, there again");
  fixture_write (fixture, fixture->file, theirs, -1);
  g_clear_pointer (&theirs, g_free);
  theirs = edit_file (fixture, "2990-01-01T00:00:00.000Z", "2991-01-01T00:00:00.000Z");
  fixture_write (fixture, fixture->file, theirs, -1);
  g_assert_true (gloss_annotation_store_flush (store, NULL));
  g_assert_cmpuint (count (store), ==, 3);
  g_assert_cmpuint (count_notes (store, "one, there again"), ==, 1);
  g_assert_cmpuint (count_notes (store, "one, here"), ==, 1);
  g_assert_nonnull (gloss_annotation_store_get_problem (store));
  g_assert_true (gloss_annotation_store_close (store, NULL));

  {
    g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);

    g_assert_cmpuint (count (other), ==, 3);
    g_assert_cmpuint (count_notes (other, "one, here"), ==, 1);
  }
}

/* An old file comes back: what is newer here is written again, and what was removed stays so. */
static void
test_old_file_comes_back (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  GlossAnnotation *one = add (fixture, store, "one");
  GlossAnnotation *two = add (fixture, store, "two");
  g_autofree char *old = NULL;

  g_assert_true (gloss_annotation_store_close (store, NULL));
  old = fixture_read (fixture->file);
  g_assert_true (gloss_annotation_store_set_note (store, one, "one, newer", NULL));
  g_assert_true (gloss_annotation_store_remove (store, two, NULL));
  add (fixture, store, "three");
  g_assert_true (gloss_annotation_store_close (store, NULL));

  fixture_write (fixture, fixture->file, old, -1);
  g_assert_true (gloss_annotation_store_flush (store, NULL));
  g_assert_cmpuint (count (store), ==, 2);
  g_assert_true (gloss_annotation_store_close (store, NULL));

  {
    g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);

    g_assert_cmpuint (count (other), ==, 2);
    g_assert_cmpuint (count_notes (other, "one, newer"), ==, 1);
    g_assert_cmpuint (count_notes (other, "three"), ==, 1);
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

/* What could not be written here was changed elsewhere in the meantime. */
static void
test_conflict_after_failure (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  GlossAnnotation *one = add (fixture, store, "one");
  g_autofree char *away = g_strconcat (fixture->folder, ".away", NULL);

  g_assert_cmpint (g_rename (fixture->folder, away), ==, 0);
  g_file_set_contents (fixture->folder, "in the way", -1, NULL);
  g_assert_false (gloss_annotation_store_set_note (store, one, "here", NULL));
  g_remove (fixture->folder);
  g_assert_cmpint (g_rename (away, fixture->folder), ==, 0);

  {
    g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);

    g_assert_true (gloss_annotation_store_set_note (other, find (other, one), "there", NULL));
  }

  g_assert_true (gloss_annotation_store_flush (store, NULL));
  g_assert_cmpuint (count (store), ==, 2);
  g_assert_cmpuint (count_notes (store, "here"), ==, 1);
  g_assert_cmpuint (count_notes (store, "there"), ==, 1);
  {
    g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);

    g_assert_cmpuint (count (other), ==, 2);
  }
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("what was written elsewhere did not appear");
  return G_SOURCE_REMOVE;
}

/* With a main loop, what others write appears by itself. */
static void
test_appears (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = NULL;
  g_autoptr (GlossAnnotationStore) other = NULL;
  guint give_up;

  g_mkdir_with_parents (fixture->folder, 0700);
  store = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  other = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  give_up = g_timeout_add_seconds (60, give_up_cb, NULL);

  add (fixture, other, "one");
  while (count (store) < 1)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (gloss_annotation_store_close (other, NULL));
  add (fixture, other, "two");
  while (count (store) < 2)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (give_up);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/annotation-store-disk/torn-journal", test_torn_journal);
  fixture_add ("/annotation-store-disk/crash-in-fold", test_crash_in_fold);
  fixture_add ("/annotation-store-disk/damaged", test_damaged);
  fixture_add ("/annotation-store-disk/damaged-while-open", test_damaged_while_open);
  fixture_add ("/annotation-store-disk/damaged-journal", test_damaged_journal);
  fixture_add ("/annotation-store-disk/older-version", test_older_version);
  fixture_add ("/annotation-store-disk/no-backup", test_no_backup);
  fixture_add ("/annotation-store-disk/foreign-journal", test_foreign_journal);
  fixture_add ("/annotation-store-disk/huge", test_huge);
  fixture_add ("/annotation-store-disk/dismiss", test_dismiss);
  fixture_add ("/annotation-store-disk/retry", test_retry);
  fixture_add ("/annotation-store-disk/later-version", test_later_version);
  fixture_add ("/annotation-store-disk/later-version-while-open", test_later_version_while_open);
  fixture_add ("/annotation-store-disk/no-folder", test_no_folder);
  fixture_add ("/annotation-store-disk/collection-is-folder", test_collection_is_folder);
  fixture_add ("/annotation-store-disk/read-only-folder", test_read_only_folder);
  fixture_add ("/annotation-store-disk/no-space", test_no_space);
  fixture_add ("/annotation-store-disk/no-space-to-close", test_no_space_to_close);
  fixture_add ("/annotation-store-disk/two-stores", test_two_stores);
  fixture_add ("/annotation-store-disk/same-field", test_same_field);
  fixture_add ("/annotation-store-disk/removed-elsewhere", test_removed_elsewhere);
  fixture_add ("/annotation-store-disk/undo-over-others", test_undo_over_others);
  fixture_add ("/annotation-store-disk/file-replaced", test_file_replaced);
  fixture_add ("/annotation-store-disk/old-file-comes-back", test_old_file_comes_back);
  fixture_add ("/annotation-store-disk/files-deleted", test_files_deleted);
  fixture_add ("/annotation-store-disk/conflict-after-failure", test_conflict_after_failure);
  fixture_add ("/annotation-store-disk/appears", test_appears);

  return g_test_run ();
}
