/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-store.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "annotation/gloss-annotation-json.h"
#include "store-fixture.h"

static void
test_nothing_is_made (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 0);
  g_assert_null (gloss_annotation_store_get_problem (store));
  gloss_annotation_store_flush (store, &error);
  g_assert_no_error (error);
  gloss_annotation_store_close (store, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
test_comes_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "Our position: yes");
  GlossAnnotation *found;
  g_autofree char *before = NULL;
  struct stat info;

  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
  gloss_annotation_store_set_tags (store, annotation, (const char *[]) { " internet ", "法律", "internet", NULL }, &error);
  g_assert_no_error (error);
  gloss_annotation_store_set_color (store, annotation, GLOSS_COLOR_PURPLE, &error);
  g_assert_no_error (error);
  before = g_strdup (gloss_annotation_get_text (annotation));

  /* As if the process had been killed: nothing is closed. */
  g_assert_cmpint (g_stat (fixture->journal, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));

  {
    g_autoptr (GlossAnnotationStore) again = fixture_open (fixture, GLOSS_STORE_STRICT);

    found = gloss_annotation_store_find (again, gloss_annotation_get_id (annotation));
    g_assert_nonnull (found);
    g_assert_cmpstr (gloss_annotation_get_text (found), ==, before);
    g_assert_cmpint (g_stat (fixture->file, &info), ==, 0);
    g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    g_assert_cmpint (g_stat (fixture->journal, &info), ==, 0);
    g_assert_cmpint (info.st_size, ==, 0);
  }

  {
    g_autoptr (GlossAnnotationStore) again = fixture_open (fixture, GLOSS_STORE_STRICT);
    const char * const *tags;

    found = gloss_annotation_store_find (again, gloss_annotation_get_id (annotation));
    g_assert_nonnull (found);
    tags = gloss_annotation_get_tags (found);
    g_assert_cmpstr (gloss_annotation_get_note (found), ==, "Our position: yes");
    g_assert_cmpstr (tags[0], ==, "internet");
    g_assert_cmpstr (tags[1], ==, "法律");
    g_assert_null (tags[2]);
    g_assert_cmpuint (gloss_annotation_get_color (found), ==, GLOSS_COLOR_PURPLE);
    g_assert_true (gloss_anchor_equal (gloss_annotation_get_anchor (found), gloss_annotation_get_anchor (annotation)));
  }
}

typedef struct
{
  guint n_signals;
  guint position;
  guint n_removed;
  guint n_added;
  guint n_items; /* when the signal came */
} Changes;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  Changes    *changes)
{
  changes->n_signals++;
  changes->position = position;
  changes->n_removed = n_removed;
  changes->n_added = n_added;
  changes->n_items = g_list_model_get_n_items (model);
}

static void
changed_cb (GlossAnnotationStore *store,
            GlossAnnotation      *annotation,
            guint                *n_signals)
{
  (*n_signals)++;
}

static void
test_signals (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) one = fixture_make (fixture, "one");
  g_autoptr (GlossAnnotation) two = fixture_make (fixture, "two");
  Changes changes = { 0, };
  guint n_changed = 0;

  g_signal_connect (store, "items-changed", G_CALLBACK (items_changed_cb), &changes);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &n_changed);

  g_assert_true (gloss_annotation_store_add (store, one, NULL));
  g_assert_true (gloss_annotation_store_add (store, two, NULL));
  g_assert_cmpuint (changes.n_signals, ==, 2);
  g_assert_cmpuint (changes.position, ==, 1);
  g_assert_cmpuint (changes.n_added, ==, 1);
  g_assert_cmpuint (changes.n_items, ==, 2);

  g_assert_true (gloss_annotation_store_set_note (store, one, "changed", NULL));
  g_assert_true (gloss_annotation_store_set_note (store, one, "changed", NULL));
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (changes.n_signals, ==, 2);

  g_assert_true (gloss_annotation_store_remove (store, one, NULL));
  g_assert_cmpuint (changes.n_signals, ==, 3);
  g_assert_cmpuint (changes.position, ==, 0);
  g_assert_cmpuint (changes.n_removed, ==, 1);
  g_assert_cmpuint (changes.n_items, ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);
}

/* Who hears of a change may make another one at once. */
static void
answer_cb (GlossAnnotationStore *store,
           GlossAnnotation      *annotation,
           gpointer              data)
{
  if (!gloss_annotation_has_tag (annotation, "answered"))
    g_assert_true (gloss_annotation_store_set_tags (store, annotation, (const char *[]) { "answered", NULL }, NULL));
}

static void
test_change_in_signal (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  GlossAnnotation *elsewhere;

  g_assert_true (gloss_annotation_store_add (store, annotation, NULL));
  g_signal_connect (store, "changed", G_CALLBACK (answer_cb), NULL);
  g_assert_true (gloss_annotation_store_set_note (store, annotation, "two", NULL));

  g_assert_true (gloss_annotation_store_flush (other, NULL));
  elsewhere = gloss_annotation_store_find (other, gloss_annotation_get_id (annotation));
  g_assert_cmpstr (gloss_annotation_get_note (elsewhere), ==, "two");
  g_assert_true (gloss_annotation_has_tag (elsewhere, "answered"));

  /* And also when the change was somebody else's. */
  g_assert_true (gloss_annotation_store_set_tags (other, elsewhere, NULL, NULL));
  g_assert_true (gloss_annotation_store_flush (store, NULL));
  g_assert_true (gloss_annotation_has_tag (annotation, "answered"));
  g_assert_null (gloss_annotation_store_get_problem (store));
  g_assert_true (gloss_annotation_store_flush (other, NULL));
  g_assert_true (gloss_annotation_has_tag (elsewhere, "answered"));
}

/* What the files say, seen by a store of its own. */
static void
assert_on_disk (Fixture              *fixture,
                GlossAnnotationStore *store)
{
  g_autoptr (GlossAnnotationStore) other = fixture_open (fixture, GLOSS_STORE_STRICT);
  GListModel *model = G_LIST_MODEL (store);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (other)), ==, g_list_model_get_n_items (model));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (model, i);
      GlossAnnotation *found = gloss_annotation_store_find (other, gloss_annotation_get_id (annotation));

      g_assert_nonnull (found);
      g_assert_cmpstr (gloss_annotation_get_text (found), ==, gloss_annotation_get_text (annotation));
    }
}

static void
assert_undo (GlossAnnotationStore *store,
             const char           *undo_label,
             const char           *redo_label)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  gboolean can_undo;
  gboolean can_redo;

  g_object_get (store, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo, "redo-label", &redo, NULL);
  g_assert_cmpstr (undo, ==, undo_label);
  g_assert_cmpstr (redo, ==, redo_label);
  g_assert_cmpint (can_undo, ==, undo_label != NULL);
  g_assert_cmpint (can_redo, ==, redo_label != NULL);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  g_autoptr (GlossAnchor) old_anchor = gloss_anchor_ref (gloss_annotation_get_anchor (annotation));
  g_autoptr (GlossAnchor) anchor = NULL;
  GListModel *model = G_LIST_MODEL (store);

  assert_undo (store, NULL, NULL);
  g_assert_true (gloss_annotation_store_undo (store, NULL));
  g_assert_true (gloss_annotation_store_redo (store, NULL));

  anchor = gloss_anchor_new_for_clause (fixture->document, gloss_document_get_clause (fixture->document, 0));
  g_assert_true (gloss_annotation_store_add (store, annotation, NULL));
  g_assert_true (gloss_annotation_store_set_note (store, annotation, "t", NULL));
  g_assert_true (gloss_annotation_store_set_note (store, annotation, "tw", NULL));
  g_assert_true (gloss_annotation_store_set_note (store, annotation, "two", NULL));
  g_assert_true (gloss_annotation_store_set_tags (store, annotation, (const char *[]) { "a", NULL }, NULL));
  g_assert_true (gloss_annotation_store_set_color (store, annotation, GLOSS_COLOR_RED, NULL));
  g_assert_true (gloss_annotation_store_set_anchor (store, annotation, anchor, NULL));
  g_assert_true (gloss_annotation_store_remove (store, annotation, NULL));
  assert_undo (store, "Remove Note", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);

  for (guint round = 0; round < 2; round++)
    {
      g_assert_true (gloss_annotation_store_undo (store, NULL));
      g_assert_true (gloss_annotation_store_find (store, gloss_annotation_get_id (annotation)) == annotation);
      assert_on_disk (fixture, store);
      g_assert_true (gloss_annotation_store_undo (store, NULL));
      g_assert_true (gloss_anchor_equal (gloss_annotation_get_anchor (annotation), old_anchor));
      g_assert_true (gloss_annotation_store_undo (store, NULL));
      g_assert_cmpuint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_YELLOW);
      g_assert_true (gloss_annotation_store_undo (store, NULL));
      g_assert_null (gloss_annotation_get_tags (annotation)[0]);
      assert_undo (store, "Edit Note", "Change Tags");
      g_assert_true (gloss_annotation_store_undo (store, NULL));
      g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "one");
      assert_undo (store, "Add Note", "Edit Note");
      assert_on_disk (fixture, store);
      g_assert_true (gloss_annotation_store_undo (store, NULL));
      g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
      assert_undo (store, NULL, "Add Note");
      assert_on_disk (fixture, store);

      g_assert_true (gloss_annotation_store_redo (store, NULL));
      g_assert_true (gloss_annotation_store_redo (store, NULL));
      g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "two");
      g_assert_true (gloss_annotation_store_redo (store, NULL));
      g_assert_true (gloss_annotation_has_tag (annotation, "a"));
      g_assert_true (gloss_annotation_store_redo (store, NULL));
      g_assert_true (gloss_annotation_store_redo (store, NULL));
      g_assert_true (gloss_anchor_equal (gloss_annotation_get_anchor (annotation), anchor));
      assert_on_disk (fixture, store);
      g_assert_true (gloss_annotation_store_redo (store, NULL));
      g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
      assert_undo (store, "Remove Note", NULL);
      assert_on_disk (fixture, store);
    }
}

/* Unknown members survive being removed and brought back, and every change of a known one. */
static void
test_unknown_members (Fixture       *fixture,
                      gconstpointer  data)
{
  const char *text = "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"u:c\",\"type\":\"AnnotationCollection\","
                     "\"x:c\":1.0,\"first\":{\"type\":\"AnnotationPage\",\"x:p\":[1e400],\"items\":[{\"x:a\":9007199254740993000,"
                     "\"id\":\"urn:1\",\"type\":\"Annotation\",\"body\":{\"type\":\"TextualBody\",\"value\":\"n\",\"x:b\":null},"
                     "\"target\":{\"x:t\":{},\"source\":{\"id\":\"u:x\",\"x:s\":\"\\u0041\"},\"selector\":{\"type\":\"x:Sel\"}}}]}}";
  static const char *const parts[] = { "\"x:c\":1.0", "\"x:p\":[1e400]", "\"x:a\":9007199254740993000", "\"x:b\":null",
                                       "\"x:t\":{}", "\"x:s\":\"\\u0041\"" };
  GlossAnnotation *annotation;
  g_autofree char *written = NULL;

  fixture_write (fixture, fixture->file, text, -1);

  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
    g_autoptr (GlossAnchor) whole = gloss_anchor_new_for_clause (fixture->document, NULL);

    annotation = gloss_annotation_store_find (store, "urn:1");
    g_assert_true (gloss_annotation_store_set_note (store, annotation, "changed", NULL));
    g_assert_true (gloss_annotation_store_set_color (store, annotation, GLOSS_COLOR_RED, NULL));
    g_assert_true (gloss_annotation_store_set_anchor (store, annotation, whole, NULL));
    g_assert_true (gloss_annotation_store_remove (store, annotation, NULL));
    g_assert_true (gloss_annotation_store_undo (store, NULL));
    g_assert_true (gloss_annotation_store_close (store, NULL));
  }

  written = fixture_read (fixture->file);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_nonnull (strstr (written, parts[i]));
  g_assert_nonnull (strstr (written, "changed"));
}

static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  GlossAnnotationStore *store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *again = NULL;

  g_assert_true (gloss_annotation_store_add (store, annotation, NULL));
  g_assert_true (gloss_annotation_store_close (store, &error));
  g_assert_no_error (error);

  text = fixture_read (fixture->file);
  read = gloss_annotation_collection_read (text, strlen (text), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, 1);
  journal = fixture_read (fixture->journal);
  g_assert_cmpstr (journal, ==, "");

  /* It may be used on, and a second closing changes nothing. */
  g_assert_true (gloss_annotation_store_set_note (store, annotation, "two", NULL));
  g_assert_true (gloss_annotation_store_close (store, NULL));
  again = fixture_read (fixture->file);
  g_assert_nonnull (strstr (again, "two"));
  g_assert_true (gloss_annotation_store_close (store, NULL));
  g_clear_pointer (&text, g_free);
  text = fixture_read (fixture->file);
  g_assert_cmpstr (text, ==, again);

  g_assert_finalize_object (store);
}

/* A journal that grows is folded while the store is in use. */
static void
test_grown_journal (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "");
  struct stat info;

  g_assert_true (gloss_annotation_store_add (store, annotation, NULL));
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *note = g_strnfill (200000, 'a' + i % 26);

      g_assert_true (gloss_annotation_store_set_note (store, annotation, note, NULL));
      g_assert_cmpint (g_stat (fixture->journal, &info), ==, 0);
      g_assert_cmpint (info.st_size, <, 5 * 1024 * 1024);
    }

  g_assert_true (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
  assert_on_disk (fixture, store);
}

static void
test_modified_increases (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "");

  g_assert_true (gloss_annotation_store_add (store, annotation, NULL));
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *before = g_strdup (gloss_annotation_get_modified (annotation));

      g_assert_true (gloss_annotation_store_set_color (store, annotation, (i + 1) % GLOSS_N_COLORS, NULL));
      g_assert_cmpstr (gloss_annotation_get_modified (annotation), >, before);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/annotation-store/nothing-is-made", test_nothing_is_made);
  fixture_add ("/annotation-store/comes-back", test_comes_back);
  fixture_add ("/annotation-store/signals", test_signals);
  fixture_add ("/annotation-store/change-in-signal", test_change_in_signal);
  fixture_add ("/annotation-store/undo", test_undo);
  fixture_add ("/annotation-store/unknown-members", test_unknown_members);
  fixture_add ("/annotation-store/close", test_close);
  fixture_add ("/annotation-store/grown-journal", test_grown_journal);
  fixture_add ("/annotation-store/modified-increases", test_modified_increases);

  return g_test_run ();
}
