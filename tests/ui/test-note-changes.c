/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-note-changes.h"

#include "gloss-notes-test.h"

#define EIGHT "annex__para_2__item_8"

/* Notes on two documents, and what changes them. */
typedef struct
{
  GlossNotesTest    notes;
  char             *folder;  /* of the notebook */
  GlossNoteChanges *changes; /* of the notebook */
  GlossAnnotation  *older;   /* of the stores */
  GlossAnnotation  *newer;
  GPtrArray        *both;
  guint             n_changed;
} Fixture;

static void
count_cb (GlossNoteChanges *changes,
          Fixture          *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->notes.library = gloss_library_new ();
  fixture->notes.notebook = gloss_reader_test_notebook (&fixture->folder);
  fixture->notes.places = gloss_note_places_new (fixture->notes.library, fixture->notes.notebook);
  fixture->changes = gloss_note_changes_get (fixture->notes.notebook);
  fixture->older = gloss_notes_test_add (&fixture->notes, "A/66/359@en", NULL, NULL, "Older", "law", NULL);
  fixture->newer = gloss_notes_test_add (&fixture->notes, "A/69/723@en", EIGHT, NULL, "Newer", NULL, NULL);
  fixture->both = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (fixture->both, g_object_ref (fixture->older));
  g_ptr_array_add (fixture->both, g_object_ref (fixture->newer));
  g_signal_connect (fixture->changes, "changed", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_func (fixture->changes, count_cb, fixture);
  g_clear_pointer (&fixture->both, g_ptr_array_unref);
  gloss_notes_test_clear (&fixture->notes);
  g_clear_pointer (&fixture->folder, g_free);
}

static GlossAnnotationStore *
get_store (Fixture    *fixture,
           const char *symbol)
{
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store (fixture->notes.notebook, symbol, &error);

  g_assert_no_error (error);
  return store;
}

static guint
count (Fixture    *fixture,
       const char *symbol)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture, symbol)));
}

static void
assert_tags (GlossAnnotation *annotation,
             const char      *expected)
{
  g_autofree char *tags = g_strjoinv (",", (char **) gloss_annotation_get_tags (annotation));

  g_assert_cmpstr (tags, ==, expected);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  gloss_note_changes_undo (fixture->changes, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  gloss_note_changes_redo (fixture->changes, &error);
  g_assert_no_error (error);
}

static void
test_one_of_a_notebook (Fixture       *fixture,
                        gconstpointer  data)
{
  g_assert_true (gloss_note_changes_get (fixture->notes.notebook) == fixture->changes);
}

/* One step on two documents. Who bears all the tags already is not counted, and not changed. */
static void
test_tags (Fixture       *fixture,
           gconstpointer  data)
{
  const char *const law[] = { "law", NULL };
  const char *const two[] = { "law", "peace", NULL };

  g_assert_null (gloss_note_changes_get_undo_label (fixture->changes));
  g_assert_cmpuint (gloss_note_changes_add_tags (fixture->changes, fixture->both, law), ==, 1);
  g_assert_cmpstr (gloss_note_changes_get_undo_label (fixture->changes), ==, "Tagged 1 note “law”");
  g_assert_cmpuint (gloss_note_changes_add_tags (fixture->changes, fixture->both, two), ==, 2);
  g_assert_cmpstr (gloss_note_changes_get_undo_label (fixture->changes), ==, "Tagged 2 notes “law, peace”");
  assert_tags (fixture->older, "law,peace");
  assert_tags (fixture->newer, "law,peace");

  g_assert_cmpuint (gloss_note_changes_add_tags (fixture->changes, fixture->both, two), ==, 0);
  g_assert_cmpuint (fixture->n_changed, >=, 2);

  undo (fixture);
  assert_tags (fixture->older, "law");
  assert_tags (fixture->newer, "law");
  g_assert_cmpstr (gloss_note_changes_get_redo_label (fixture->changes), ==, "Tagged 2 notes “law, peace”");
  undo (fixture);
  assert_tags (fixture->newer, "");
  g_assert_null (gloss_note_changes_get_undo_label (fixture->changes));
  undo (fixture);

  redo (fixture);
  redo (fixture);
  assert_tags (fixture->older, "law,peace");
  assert_tags (fixture->newer, "law,peace");
  g_assert_null (gloss_note_changes_get_redo_label (fixture->changes));
}

/* A thousand notes go and come back in one step, in the order in which they were. */
static void
test_remove_many (Fixture       *fixture,
                  gconstpointer  data)
{
  GlossAnnotationStore *store = get_store (fixture, "A/69/723");
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  gloss_annotation_store_begin_group (store, "Many");
  for (guint i = 1; i < 1000; i++)
    {
      g_autofree char *note = g_strdup_printf ("Note %u", i);
      g_autoptr (GlossAnnotation) annotation =
          gloss_annotation_new (gloss_annotation_get_anchor (fixture->newer), note, NULL, GLOSS_COLOR_RED, "Ada");

      gloss_annotation_store_add (store, annotation, NULL);
    }
  gloss_annotation_store_end_group (store, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      g_ptr_array_add (all, g_list_model_get_item (G_LIST_MODEL (store), i));
      g_ptr_array_add (ids, g_strdup (gloss_annotation_get_id (g_ptr_array_index (all, i))));
    }
  g_ptr_array_add (all, g_object_ref (fixture->older));

  g_assert_cmpuint (gloss_note_changes_remove (fixture->changes, all), ==, 1001);
  g_assert_cmpstr (gloss_note_changes_get_undo_label (fixture->changes), ==, "Removed 1001 notes");
  g_assert_cmpuint (count (fixture, "A/69/723"), ==, 0);
  g_assert_cmpuint (count (fixture, "A/66/359"), ==, 0);

  undo (fixture);
  g_assert_cmpuint (count (fixture, "A/69/723"), ==, 1000);
  g_assert_cmpuint (count (fixture, "A/66/359"), ==, 1);
  for (guint i = 0; i < 1000; i++)
    g_assert_nonnull (gloss_annotation_store_find (store, g_ptr_array_index (ids, i)));
  g_assert_null (gloss_annotation_store_get_problem (store));

  redo (fixture);
  g_assert_cmpuint (count (fixture, "A/69/723"), ==, 0);
  undo (fixture);
  g_assert_cmpuint (count (fixture, "A/69/723"), ==, 1000);
}

/* What somebody changed since in one of the documents stays as it is, and that is said; the rest is
 * taken back, and can be made again. */
static void
test_changed_since (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *const tags[] = { "peace", NULL };
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = get_store (fixture, "A/69/723");

  gloss_note_changes_add_tags (fixture->changes, fixture->both, tags);
  {
    g_autoptr (GlossAnnotationStore) other = gloss_annotation_store_open (fixture->folder, "A/69/723", GLOSS_STORE_STRICT, &error);
    const char *const theirs[] = { "theirs", NULL };

    g_assert_no_error (error);
    gloss_annotation_store_set_tags (other, gloss_annotation_store_find (other, gloss_annotation_get_id (fixture->newer)),
                                     theirs, &error);
    g_assert_no_error (error);
  }
  gloss_annotation_store_flush (store, &error);
  g_assert_no_error (error);
  assert_tags (fixture->newer, "theirs");

  g_assert_false (gloss_note_changes_undo (fixture->changes, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_CONFLICT);
  assert_tags (fixture->newer, "theirs");
  assert_tags (fixture->older, "law");

  redo (fixture);
  assert_tags (fixture->newer, "theirs");
  assert_tags (fixture->older, "law,peace");
}

/* Undone in one document is undone in all; another change of one document is undone alone. */
static void
test_in_a_store (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *const tags[] = { "peace", NULL };
  GlossAnnotationStore *store = get_store (fixture, "A/69/723");
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  gloss_note_changes_add_tags (fixture->changes, fixture->both, tags);
  gloss_annotation_store_set_note (store, fixture->newer, "Newer still", &error);
  g_assert_no_error (error);

  g_assert_true (gloss_note_changes_undo_in (fixture->changes, store, &label, &error));
  g_assert_cmpstr (gloss_annotation_get_note (fixture->newer), ==, "Newer");
  assert_tags (fixture->older, "law,peace");

  g_clear_pointer (&label, g_free);
  g_assert_true (gloss_note_changes_undo_in (fixture->changes, store, &label, &error));
  g_assert_cmpstr (label, ==, "Tagged 2 notes “peace”");
  assert_tags (fixture->older, "law");
  assert_tags (fixture->newer, "");

  g_clear_pointer (&label, g_free);
  g_assert_true (gloss_note_changes_redo_in (fixture->changes, store, &label, &error));
  g_assert_cmpstr (label, ==, "Tagged 2 notes “peace”");
  assert_tags (fixture->older, "law,peace");
}

/* What others did is one step as well, with each change of each store that they name. */
static void
test_record (Fixture       *fixture,
             gconstpointer  data)
{
  GlossAnnotationStore *older = get_store (fixture, "A/66/359");
  GlossAnnotationStore *newer = get_store (fixture, "A/69/723");
  g_autoptr (GPtrArray) stores = g_ptr_array_new ();

  gloss_annotation_store_set_note (older, fixture->older, "1", NULL);
  gloss_annotation_store_set_note (newer, fixture->newer, "2", NULL);
  gloss_annotation_store_set_note (older, fixture->older, "3", NULL);
  gloss_note_changes_record (fixture->changes, "Nothing", stores, NULL);
  g_assert_null (gloss_note_changes_get_undo_label (fixture->changes));

  g_ptr_array_add (stores, older);
  g_ptr_array_add (stores, newer);
  g_ptr_array_add (stores, older);
  gloss_note_changes_record (fixture->changes, "Three", stores, NULL);
  g_assert_cmpstr (gloss_note_changes_get_undo_label (fixture->changes), ==, "Three");

  undo (fixture);
  g_assert_cmpstr (gloss_annotation_get_note (fixture->older), ==, "Older");
  g_assert_cmpstr (gloss_annotation_get_note (fixture->newer), ==, "Newer");
  redo (fixture);
  g_assert_cmpstr (gloss_annotation_get_note (fixture->older), ==, "3");
  g_assert_cmpstr (gloss_annotation_get_note (fixture->newer), ==, "2");
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  add_test ("/note-changes/one-of-a-notebook", test_one_of_a_notebook);
  add_test ("/note-changes/tags", test_tags);
  add_test ("/note-changes/remove-many", test_remove_many);
  add_test ("/note-changes/changed-since", test_changed_since);
  add_test ("/note-changes/in-a-store", test_in_a_store);
  add_test ("/note-changes/record", test_record);

  return gloss_ui_test_run ();
}
