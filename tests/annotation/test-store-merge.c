/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-store-merge.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-journal.h"

#define T1 "2020-01-01T00:00:00.000Z"
#define T2 "2020-01-02T00:00:00.000Z"
#define T3 "2020-01-03T00:00:00.000Z"

/* One annotation in memory and in the files, and what comes of it. "": there is none. */
typedef struct
{
  const char *name;
  const char *memory;         /* its note */
  const char *memory_time;    /* when it was changed, or removed; NULL: never there */
  const char *disk;
  const char *disk_time;
  const char *pending;        /* what the files had; NULL: what memory has is written; "": nothing */
  const char *result;         /* the note in memory afterwards */
  const char *copy;           /* the note of a copy, or NULL */
  const char *result_pending; /* as above */
} Case;

static const Case cases[] = {
  /* Nobody changed anything, or only they did. */
  { "same", "a", T1, "a", T1, NULL, "a", NULL, NULL },
  { "they changed", "a", T1, "b", T2, NULL, "b", NULL, NULL },
  { "they edited by hand", "a", T1, "b", T1, NULL, "b", NULL, NULL },
  { "they added", "", NULL, "b", T1, NULL, "b", NULL, NULL },
  { "they removed", "a", T1, "", T2, NULL, "", NULL, NULL },

  /* What they have is older than what was written. */
  { "old version", "a", T2, "b", T1, NULL, "a", NULL, T1 },
  { "old removal", "a", T2, "", T1, NULL, "a", NULL, "" },
  { "unknown to them", "a", T1, "", NULL, NULL, "a", NULL, "" },
  { "removed here", "", T2, "b", T1, NULL, "", NULL, T1 },
  { "changed after removal", "", T1, "b", T2, NULL, "b", NULL, NULL },

  /* We changed, and it is not written yet. */
  { "only we changed", "a", T2, "b", T1, T1, "a", NULL, T1 },
  { "only we added", "a", T2, "", NULL, "", "a", NULL, "" },
  { "only we removed", "", T2, "b", T1, T1, "", NULL, T1 },

  /* Both did. */
  { "both, ours later", "a", T3, "b", T2, T1, "a", "b", T2 },
  { "both, theirs later", "a", T2, "b", T3, T1, "b", "a", NULL },
  { "both the same", "a", T2, "a", T3, T1, "a", NULL, NULL },
  { "we changed, they removed", "a", T3, "", T2, T1, "a", NULL, "" },
  { "we removed, they changed", "", T3, "b", T2, T1, "b", NULL, NULL },
  { "both removed", "", T3, "", T2, T1, "", NULL, NULL },
  { "both added", "a", T2, "b", T3, "", "b", "a", NULL },
};

static GlossAnnotation *
make (const char *note,
      const char *modified)
{
  g_autofree char *text = g_strdup_printf ("{\"id\":\"u:1\",\"type\":\"Annotation\",\"modified\":\"%s\",\"bodyValue\":\"%s\","
                                           "\"target\":\"u:x\"}", modified, note);
  g_autoptr (GError) error = NULL;
  GlossAnnotation *annotation = gloss_annotation_new_from_text (text, strlen (text), &error);

  g_assert_no_error (error);
  return annotation;
}

static GlossStoreContents *
make_contents (const char *note,
               const char *time)
{
  GlossStoreContents *contents = gloss_store_contents_new ();

  if (*note != '\0')
    {
      g_autoptr (GlossAnnotation) annotation = make (note, time);

      gloss_store_contents_add (contents, annotation);
    }
  else if (time != NULL)
    {
      g_hash_table_insert (contents->removed, g_strdup ("u:1"), g_strdup (time));
    }

  return contents;
}

static GHashTable *
make_pending (const Case *test)
{
  GHashTable *pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (test->pending != NULL)
    gloss_pending_add (pending, "u:1", *test->pending != '\0' ? test->pending : NULL);

  return pending;
}

static void
apply (GlossStoreContents *memory,
       GlossMerge         *merge)
{
  for (guint i = 0; merge->all_new != NULL && i < gloss_store_contents_get_n (merge->all_new); i++)
    gloss_store_contents_add (memory, gloss_store_contents_get (merge->all_new, i));

  for (guint i = 0; i < merge->steps->len; i++)
    {
      GlossMergeStep *step = g_ptr_array_index (merge->steps, i);
      guint position;

      gloss_store_contents_remove (memory, step->id, step->time != NULL ? step->time : "", &position);
      if (step->put != NULL)
        gloss_store_contents_add (memory, step->put);
    }
}

static void
assert_result (const Case         *test,
               GlossStoreContents *memory,
               GlossMerge         *merge)
{
  GlossAnnotation *annotation;
  guint n_expected = (*test->result != '\0') + (test->copy != NULL);

  g_test_message ("%s", test->name);
  apply (memory, merge);
  g_assert_cmpuint (gloss_store_contents_get_n (memory), ==, n_expected);
  g_assert_cmpuint (merge->n_conflicts, ==, test->copy != NULL);

  annotation = gloss_store_contents_find (memory, "u:1");
  g_assert_cmpstr (annotation != NULL ? gloss_annotation_get_note (annotation) : "", ==, test->result);

  g_assert_cmpint (g_hash_table_contains (merge->pending, "u:1"), ==, test->result_pending != NULL);
  if (test->result_pending != NULL)
    {
      const char *on_disk = g_hash_table_lookup (merge->pending, "u:1");

      g_assert_cmpstr (on_disk != NULL ? on_disk : "", ==, test->result_pending);
    }

  if (test->copy != NULL)
    {
      GlossAnnotation *first = gloss_store_contents_get (memory, 0);
      GlossAnnotation *copy = first == annotation ? gloss_store_contents_get (memory, 1) : first;

      g_assert_cmpstr (gloss_annotation_get_note (copy), ==, test->copy);
      g_assert_true (g_hash_table_contains (merge->pending, gloss_annotation_get_id (copy)));
      g_assert_null (g_hash_table_lookup (merge->pending, gloss_annotation_get_id (copy)));
    }
}

static void
test_contents (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *test = &cases[i];
      g_autoptr (GlossStoreContents) memory = make_contents (test->memory, test->memory_time);
      GlossStoreContents *disk = make_contents (test->disk, test->disk_time);
      g_autoptr (GHashTable) pending = make_pending (test);
      GlossMerge merge;

      gloss_merge_init (&merge, pending);
      gloss_merge_contents (&merge, memory, disk);
      assert_result (test, memory, &merge);
      gloss_merge_clear (&merge);
    }
}

/* A journal among processes is the truth: its versions follow on one another. */
static void
test_entries (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *test = &cases[i];
      g_autoptr (GlossStoreContents) memory = make_contents (test->memory, test->memory_time);
      g_autoptr (GHashTable) pending = make_pending (test);
      g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) gloss_journal_entry_free);
      GlossJournalEntry *entry = g_new0 (GlossJournalEntry, 1);
      GlossMerge merge;

      /* The cases of files that are behind memory are none of a journal. */
      if (test->disk_time == NULL || g_str_has_prefix (test->name, "old") || g_str_equal (test->name, "removed here"))
        {
          gloss_journal_entry_free (entry);
          continue;
        }

      entry->id = g_strdup ("u:1");
      entry->put = *test->disk != '\0' ? make (test->disk, test->disk_time) : NULL;
      entry->time = g_strdup (test->disk_time);
      g_ptr_array_add (entries, entry);

      gloss_merge_init (&merge, pending);
      gloss_merge_entries (&merge, memory, entries);
      assert_result (test, memory, &merge);
      gloss_merge_clear (&merge);
    }
}

/* Of several entries the last one counts. */
static void
test_last_entry (void)
{
  g_autoptr (GlossStoreContents) memory = make_contents ("a", T1);
  g_autoptr (GHashTable) pending = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) gloss_journal_entry_free);
  const char *notes[] = { "b", NULL, "c" };
  GlossMerge merge;

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      GlossJournalEntry *entry = g_new0 (GlossJournalEntry, 1);

      entry->id = g_strdup ("u:1");
      entry->put = notes[i] != NULL ? make (notes[i], T2) : NULL;
      entry->time = g_strdup (T2);
      g_ptr_array_add (entries, entry);
    }

  gloss_merge_init (&merge, pending);
  gloss_merge_entries (&merge, memory, entries);
  g_assert_cmpuint (merge.steps->len, ==, 1);
  apply (memory, &merge);
  g_assert_cmpstr (gloss_annotation_get_note (gloss_store_contents_get (memory, 0)), ==, "c");
  gloss_merge_clear (&merge);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/store-merge/contents", test_contents);
  g_test_add_func ("/store-merge/entries", test_entries);
  g_test_add_func ("/store-merge/last-entry", test_last_entry);

  return g_test_run ();
}
