/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-store.h"

#include "store-disk-fixture.h"

/* Files of an earlier and of a later format. */

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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/annotation-store-versions/older-version", test_older_version);
  fixture_add ("/annotation-store-versions/no-backup", test_no_backup);
  fixture_add ("/annotation-store-versions/later-version", test_later_version);
  fixture_add ("/annotation-store-versions/later-version-while-open", test_later_version_while_open);

  return g_test_run ();
}
