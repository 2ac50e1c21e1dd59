/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-store.h"

#include "store-disk-fixture.h"

/* More than one who writes: stores on the same files, and a synchronization that replaces them. */

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

/* A note that was made and removed again stays removed, also where one who never saw it puts
 * everything into the collection before one who saw only that it was made looks again. */
static void
check_stays_removed (Fixture  *fixture,
                     gboolean  folder_was_open)
{
  g_autoptr (GlossAnnotationStore) writer = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossAnnotationStore) seer = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  g_autoptr (GlossAnnotationStore) folder = NULL;
  GlossAnnotation *brief;

  add (fixture, writer, "kept");
  if (folder_was_open)
    folder = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);
  brief = add (fixture, writer, "brief");
  g_assert_true (gloss_annotation_store_flush (seer, NULL));
  g_assert_cmpuint (count_notes (seer, "brief"), ==, 1);
  g_assert_true (gloss_annotation_store_remove (writer, brief, NULL));
  if (!folder_was_open)
    folder = fixture_open (fixture, GLOSS_STORE_SET_ASIDE);

  g_assert_true (gloss_annotation_store_close (folder, NULL));
  g_assert_true (gloss_annotation_store_flush (seer, NULL));
  g_assert_cmpuint (count_notes (seer, "brief"), ==, 0);
  g_assert_true (gloss_annotation_store_flush (writer, NULL));
  g_assert_cmpuint (count (writer), ==, 1);
}

static void
test_removed_unseen (Fixture       *fixture,
                     gconstpointer  data)
{
  check_stays_removed (fixture, TRUE);
}

static void
test_removed_before_opening (Fixture       *fixture,
                             gconstpointer  data)
{
  check_stays_removed (fixture, FALSE);
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

  fixture_add ("/annotation-store-sharing/two-stores", test_two_stores);
  fixture_add ("/annotation-store-sharing/same-field", test_same_field);
  fixture_add ("/annotation-store-sharing/removed-elsewhere", test_removed_elsewhere);
  fixture_add ("/annotation-store-sharing/removed-unseen", test_removed_unseen);
  fixture_add ("/annotation-store-sharing/removed-before-opening", test_removed_before_opening);
  fixture_add ("/annotation-store-sharing/undo-over-others", test_undo_over_others);
  fixture_add ("/annotation-store-sharing/file-replaced", test_file_replaced);
  fixture_add ("/annotation-store-sharing/old-file-comes-back", test_old_file_comes_back);
  fixture_add ("/annotation-store-sharing/conflict-after-failure", test_conflict_after_failure);
  fixture_add ("/annotation-store-sharing/appears", test_appears);

  return g_test_run ();
}
