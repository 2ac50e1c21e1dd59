/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-store.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-timestamp.h"
#include "store-fixture.h"

static guint
count (GlossAnnotationStore *store)
{
  return g_list_model_get_n_items (G_LIST_MODEL (store));
}

static char *
dup_label (GlossAnnotationStore *store,
           const char           *property)
{
  char *label = NULL;

  g_object_get (store, property, &label, NULL);
  return label;
}

/* (transfer full): another version of @annotation. */
static GlossAnnotation *
make_version (GlossAnnotation *annotation,
              const char      *note,
              const char      *modified)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  GlossAnnotation *version;

  text = g_strdup_printf ("{\"id\":\"%s\",\"type\":\"Annotation\",\"modified\":\"%s\",\"odd\":1e2,"
                          "\"body\":{\"type\":\"TextualBody\",\"value\":\"%s\"},\"target\":\"urn:x\"}",
                          gloss_annotation_get_id (annotation), modified, note);
  version = gloss_annotation_new_from_text (text, strlen (text), &error);
  g_assert_no_error (error);

  return version;
}

static void
test_group_is_one_step (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotationStore) other = NULL;
  g_autoptr (GlossAnnotation) first = fixture_make (fixture, "one");
  g_autoptr (GError) error = NULL;
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;

  gloss_annotation_store_add (store, first, &error);
  g_assert_no_error (error);

  gloss_annotation_store_begin_group (store, "Import Notes");
  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "many");

      gloss_annotation_store_add (store, annotation, &error);
      g_assert_no_error (error);
    }
  gloss_annotation_store_set_note (store, first, "uno", &error);
  g_assert_no_error (error);
  gloss_annotation_store_end_group (store, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (count (store), ==, 1501);
  undo_label = dup_label (store, "undo-label");
  g_assert_cmpstr (undo_label, ==, "Import Notes");

  gloss_annotation_store_undo (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (store), ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (first), ==, "one");
  redo_label = dup_label (store, "redo-label");
  g_assert_cmpstr (redo_label, ==, "Import Notes");

  gloss_annotation_store_redo (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (store), ==, 1501);
  g_assert_cmpstr (gloss_annotation_get_note (first), ==, "uno");

  other = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_assert_cmpuint (count (other), ==, 1501);
}

static void
test_group_without_changes_is_no_step (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GError) error = NULL;
  gboolean can_undo;

  gloss_annotation_store_begin_group (store, "Nothing");
  gloss_annotation_store_end_group (store, &error);
  g_assert_no_error (error);

  g_object_get (store, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
}

/* Nothing is in the files before the group ends. */
static void
test_group_is_written_together (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) one = fixture_make (fixture, "one");
  g_autoptr (GlossAnnotation) two = fixture_make (fixture, "two");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_begin_group (store, "Group");
  gloss_annotation_store_add (store, one, &error);
  gloss_annotation_store_add (store, two, &error);
  g_assert_no_error (error);
  if (g_file_test (fixture->journal, G_FILE_TEST_EXISTS))
    before = fixture_read (fixture->journal);
  g_assert_true (before == NULL || strstr (before, gloss_annotation_get_id (one)) == NULL);

  gloss_annotation_store_end_group (store, &error);
  g_assert_no_error (error);
  after = fixture_read (fixture->journal);
  g_assert_nonnull (strstr (after, gloss_annotation_get_id (one)));
  g_assert_nonnull (strstr (after, gloss_annotation_get_id (two)));
}

static void
test_group_of_changes_to_one_note (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_begin_group (store, "Group");
  gloss_annotation_store_add (store, annotation, NULL);
  gloss_annotation_store_set_note (store, annotation, "two", NULL);
  gloss_annotation_store_set_color (store, annotation, GLOSS_COLOR_RED, NULL);
  gloss_annotation_store_end_group (store, &error);
  g_assert_no_error (error);

  gloss_annotation_store_undo (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (store), ==, 0);

  gloss_annotation_store_redo (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (store), ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "two");
  g_assert_cmpint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_RED);
}

/* What somebody else changed since is left, and the rest is taken back. */
static void
test_group_spares_what_others_changed (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotationStore) other = NULL;
  g_autoptr (GlossAnnotation) one = fixture_make (fixture, "one");
  g_autoptr (GlossAnnotation) two = fixture_make (fixture, "two");
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_begin_group (store, "Group");
  gloss_annotation_store_add (store, one, NULL);
  gloss_annotation_store_add (store, two, NULL);
  gloss_annotation_store_end_group (store, &error);
  g_assert_no_error (error);

  other = fixture_open (fixture, GLOSS_STORE_STRICT);
  gloss_annotation_store_set_note (other, gloss_annotation_store_find (other, gloss_annotation_get_id (one)),
                                   "theirs", &error);
  g_assert_no_error (error);

  g_assert_false (gloss_annotation_store_undo (store, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_CONFLICT);
  g_assert_cmpuint (count (store), ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (one), ==, "theirs");
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotationStore) other = NULL;
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "old");
  g_autoptr (GlossAnnotation) version = make_version (annotation, "new", "2999-01-01T00:00:00Z");
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
  before = g_strdup (gloss_annotation_get_modified (annotation));

  gloss_annotation_store_replace (store, annotation, version, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "new");
  g_assert_cmpstr (gloss_annotation_get_modified (annotation), ==, "2999-01-01T00:00:00Z");
  g_assert_nonnull (strstr (gloss_annotation_get_text (annotation), "\"odd\":1e2"));

  other = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_assert_cmpstr (gloss_annotation_get_text (gloss_annotation_store_find (other, gloss_annotation_get_id (annotation))),
                   ==, gloss_annotation_get_text (annotation));

  /* It is as it was, but later than what it was in between. */
  gloss_annotation_store_undo (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "old");
  g_assert_cmpint (gloss_timestamp_compare (gloss_annotation_get_modified (annotation), "2999-01-01T00:00:00Z"), >, 0);
  g_assert_null (strstr (gloss_annotation_get_text (annotation), "odd"));

  gloss_annotation_store_redo (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "new");
  g_assert_cmpstr (before, <, gloss_annotation_get_modified (annotation));
}

/* A part of a larger step can be taken back after something else was done. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const tags[] = { "peace", NULL };
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gloss_annotation_store_get_undo_step (store), ==, 0);

  gloss_annotation_store_begin_group (store, "Rename");
  gloss_annotation_store_set_tags (store, annotation, tags, NULL);
  gloss_annotation_store_end_group (store, &error);
  g_assert_no_error (error);
  gloss_annotation_store_mark_step (store, 1, 4);
  g_assert_cmpuint (gloss_annotation_store_get_undo_step (store), ==, 4);

  gloss_annotation_store_set_note (store, annotation, "two", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gloss_annotation_store_get_undo_step (store), ==, 0);
  g_assert_true (gloss_annotation_store_has_step (store, 4, FALSE));

  gloss_annotation_store_undo_step (store, 4, &error);
  g_assert_no_error (error);
  g_assert_false (gloss_annotation_has_tag (annotation, "peace"));
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "two");
  g_assert_false (gloss_annotation_store_has_step (store, 4, FALSE));
  g_assert_true (gloss_annotation_store_has_step (store, 4, TRUE));
  g_assert_cmpuint (gloss_annotation_store_get_redo_step (store), ==, 4);

  gloss_annotation_store_redo_step (store, 4, &error);
  g_assert_no_error (error);
  g_assert_true (gloss_annotation_has_tag (annotation, "peace"));
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "two");
}

/* What was changed since stays as it is, and that is said. */
static void
test_step_changed_since (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char *const tags[] = { "peace", NULL };
  static const char *const more[] = { "peace", "war", NULL };
  g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "one");
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
  gloss_annotation_store_begin_group (store, "Rename");
  gloss_annotation_store_set_tags (store, annotation, tags, NULL);
  gloss_annotation_store_end_group (store, &error);
  g_assert_no_error (error);
  gloss_annotation_store_mark_step (store, 1, 4);
  gloss_annotation_store_set_tags (store, annotation, more, &error);
  g_assert_no_error (error);

  g_assert_false (gloss_annotation_store_undo_step (store, 4, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_CONFLICT);
  g_assert_true (gloss_annotation_has_tag (annotation, "war"));
  g_assert_true (gloss_annotation_has_tag (annotation, "peace"));
  g_assert_false (gloss_annotation_store_has_step (store, 4, FALSE));
  g_assert_false (gloss_annotation_store_has_step (store, 4, TRUE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/annotation-store-changes/group-is-one-step", test_group_is_one_step);
  fixture_add ("/annotation-store-changes/group-without-changes-is-no-step", test_group_without_changes_is_no_step);
  fixture_add ("/annotation-store-changes/group-is-written-together", test_group_is_written_together);
  fixture_add ("/annotation-store-changes/group-spares-what-others-changed", test_group_spares_what_others_changed);
  fixture_add ("/annotation-store-changes/group-of-changes-to-one-note", test_group_of_changes_to_one_note);
  fixture_add ("/annotation-store-changes/replace", test_replace);
  fixture_add ("/annotation-store-changes/steps", test_steps);
  fixture_add ("/annotation-store-changes/step-changed-since", test_step_changed_since);

  return g_test_run ();
}
