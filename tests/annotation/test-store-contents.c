/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-store-contents.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-journal.h"
#include "store-fixture.h"

/* The times of versions, one after the other. */
#define T1 "2020-01-01T00:00:00.000Z"
#define T2 "2020-01-02T00:00:00.000Z"
#define T3 "2020-01-03T00:00:00.000Z"
#define T4 "2020-01-04T00:00:00.000Z"

static GlossAnnotation *
make (const char *id,
      const char *modified,
      const char *note)
{
  g_autofree char *text = g_strdup_printf ("{\"id\":\"%s\",\"type\":\"Annotation\",\"modified\":\"%s\",\"bodyValue\":\"%s\","
                                           "\"target\":\"u:x\"}", id, modified, note);
  g_autoptr (GError) error = NULL;
  GlossAnnotation *annotation = gloss_annotation_new_from_text (text, strlen (text), &error);

  g_assert_no_error (error);
  return annotation;
}

static void
add (GlossStoreContents *contents,
     const char         *id,
     const char         *modified,
     const char         *note)
{
  g_autoptr (GlossAnnotation) annotation = make (id, modified, note);

  gloss_store_contents_add (contents, annotation);
}

static void
add_entry (GPtrArray  *entries,
           const char *id,
           const char *modified,
           const char *note,
           const char *was)
{
  GlossJournalEntry *entry = g_new0 (GlossJournalEntry, 1);

  entry->id = g_strdup (id);
  entry->put = note != NULL ? make (id, modified, note) : NULL;
  entry->was = g_strdup (was);
  entry->time = note == NULL ? g_strdup (modified) : NULL;
  g_ptr_array_add (entries, entry);
}

static GPtrArray *
new_entries (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gloss_journal_entry_free);
}

static void
assert_note (GlossStoreContents *contents,
             const char         *id,
             const char         *note)
{
  GlossAnnotation *annotation = gloss_store_contents_find (contents, id);
  guint n_times = 0;

  if (note == NULL)
    {
      g_assert_null (annotation);
      return;
    }

  g_assert_nonnull (annotation);
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, note);
  for (guint i = 0; i < gloss_store_contents_get_n (contents); i++)
    n_times += gloss_store_contents_get (contents, i) == annotation;
  g_assert_cmpuint (n_times, ==, 1);
}

static void
test_journal (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GlossStoreContents) contents = gloss_store_contents_new ();

  add (contents, "u:a", T1, "a1");
  add (contents, "u:b", T1, "b1");
  add_entry (entries, "u:a", T2, "a2", T1);
  add_entry (entries, "u:c", T2, "c", NULL);
  add_entry (entries, "u:b", T2, NULL, T1);
  add_entry (entries, "u:a", T3, "a3", T2);
  add_entry (entries, "u:d", T2, "d", NULL);
  add_entry (entries, "u:d", T3, NULL, T2);

  /* Once and again: after a crash, the collection has what the journal has. */
  for (guint i = 0; i < 3; i++)
    {
      gloss_store_contents_apply_journal (contents, entries);
      assert_note (contents, "u:a", "a3");
      assert_note (contents, "u:b", NULL);
      assert_note (contents, "u:c", "c");
      assert_note (contents, "u:d", NULL);
      g_assert_cmpuint (gloss_store_contents_get_n (contents), ==, 2);
      g_assert_cmpuint (contents->n_conflicts, ==, 0);
    }
  g_assert_cmpstr (g_hash_table_lookup (contents->removed, "u:b"), ==, T2);
}

/* The collection was replaced by one that knows nothing of the journal. */
static void
test_conflict (void)
{
  for (guint later = 0; later < 2; later++)
    {
      g_autoptr (GPtrArray) entries = new_entries ();
      g_autoptr (GlossStoreContents) contents = gloss_store_contents_new ();
      GlossAnnotation *copy = NULL;

      add (contents, "u:a", later ? T4 : T2, "theirs");
      add_entry (entries, "u:a", T3, "ours", T1);

      for (guint i = 0; i < 3; i++)
        {
          gloss_store_contents_apply_journal (contents, entries);
          assert_note (contents, "u:a", later ? "theirs" : "ours");
          g_assert_cmpuint (gloss_store_contents_get_n (contents), ==, 2);
          copy = gloss_store_contents_get (contents, 1);
          g_assert_cmpstr (gloss_annotation_get_note (copy), ==, later ? "ours" : "theirs");
          g_assert_cmpstr (gloss_annotation_get_id (copy), !=, "u:a");
          g_assert_nonnull (strstr (gloss_annotation_get_text (copy), "\"glossator:otherVersionOf\":\"u:a\""));
        }
      g_assert_cmpuint (contents->n_conflicts, >, 0);
    }
}

/* The same change made in two places is none. */
static void
test_same_change (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GlossStoreContents) contents = gloss_store_contents_new ();

  add (contents, "u:a", T2, "same");
  add_entry (entries, "u:a", T3, "same", T1);
  gloss_store_contents_apply_journal (contents, entries);
  g_assert_cmpuint (gloss_store_contents_get_n (contents), ==, 1);
  g_assert_cmpuint (contents->n_conflicts, ==, 0);
}

static void
test_removal_and_change (void)
{
  g_autoptr (GPtrArray) entries = new_entries ();
  g_autoptr (GlossStoreContents) contents = gloss_store_contents_new ();

  /* Removed here, changed there; changed here, removed there. */
  add (contents, "u:a", T2, "theirs");
  add_entry (entries, "u:a", T3, NULL, T1);
  g_hash_table_insert (contents->removed, g_strdup ("u:b"), g_strdup (T2));
  add_entry (entries, "u:b", T3, "ours", T1);

  gloss_store_contents_apply_journal (contents, entries);
  assert_note (contents, "u:a", "theirs");
  assert_note (contents, "u:b", "ours");
  g_assert_false (g_hash_table_contains (contents->removed, "u:b"));
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GlossStoreContents) contents = gloss_store_contents_new ();
  g_autoptr (GlossStoreContents) again = NULL;
  g_autoptr (GlossStoreContents) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *recent = NULL;
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  GlossFileStamp stamp;
  guint position;

  missing = gloss_store_contents_read (fixture->file, NULL, &stamp, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gloss_store_contents_get_n (missing), ==, 0);
  g_assert_cmpuint (stamp.inode, ==, 0);

  recent = g_date_time_format_iso8601 (now);
  add (contents, "u:a", T1, "a");
  add (contents, "u:b", T1, "b");
  add (contents, "u:c", T1, "c");
  g_assert_true (gloss_store_contents_remove (contents, "u:b", recent, &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_false (gloss_store_contents_remove (contents, "u:b", recent, &position));
  g_hash_table_insert (contents->removed, g_strdup ("u:old"), g_strdup ("2001-01-01T00:00:00Z"));

  g_mkdir_with_parents (fixture->folder, 0700);
  g_assert_true (gloss_store_contents_write (contents, SYMBOL, fixture->file, &stamp, &error));
  g_assert_no_error (error);
  text = fixture_read (fixture->file);
  again = gloss_store_contents_read (fixture->file, NULL, &stamp, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gloss_store_contents_get_n (again), ==, 2);
  assert_note (again, "u:a", "a");
  assert_note (again, "u:c", "c");
  g_assert_cmpstr (g_hash_table_lookup (again->removed, "u:b"), ==, recent);
  g_assert_false (g_hash_table_contains (again->removed, "u:old"));

  g_assert_true (gloss_store_contents_write (again, SYMBOL, fixture->file, &stamp, &error));
  text_again = fixture_read (fixture->file);
  g_assert_cmpstr (text_again, ==, text);
}

static void
test_same_id_twice (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GlossStoreContents) contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GlossFileStamp stamp;

  g_ptr_array_add (annotations, make ("u:a", T2, "later"));
  g_ptr_array_add (annotations, make ("u:a", T1, "earlier"));
  g_ptr_array_add (annotations, make ("u:b", T1, "twice"));
  g_ptr_array_add (annotations, make ("u:b", T1, "twice"));
  text = gloss_annotation_collection_write (annotations, SYMBOL, NULL);
  fixture_write (fixture, fixture->file, text, -1);

  contents = gloss_store_contents_read (fixture->file, NULL, &stamp, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gloss_store_contents_get_n (contents), ==, 3);
  assert_note (contents, "u:a", "later");
  assert_note (contents, "u:b", "twice");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store-contents/journal", test_journal);
  g_test_add_func ("/store-contents/conflict", test_conflict);
  g_test_add_func ("/store-contents/same-change", test_same_change);
  g_test_add_func ("/store-contents/removal-and-change", test_removal_and_change);
  fixture_add ("/store-contents/file", test_file);
  fixture_add ("/store-contents/same-id-twice", test_same_id_twice);

  return g_test_run ();
}
