/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-store.h"

#include "store-disk-fixture.h"

/* Files that were torn, damaged, put in their place by somebody else, or longer than memory. */

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/annotation-store-damage/torn-journal", test_torn_journal);
  fixture_add ("/annotation-store-damage/crash-in-fold", test_crash_in_fold);
  fixture_add ("/annotation-store-damage/damaged", test_damaged);
  fixture_add ("/annotation-store-damage/damaged-while-open", test_damaged_while_open);
  fixture_add ("/annotation-store-damage/damaged-journal", test_damaged_journal);
  fixture_add ("/annotation-store-damage/foreign-journal", test_foreign_journal);
  fixture_add ("/annotation-store-damage/huge", test_huge);
  fixture_add ("/annotation-store-damage/dismiss", test_dismiss);

  return g_test_run ();
}
