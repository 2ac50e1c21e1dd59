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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/annotation-store/nothing-is-made", test_nothing_is_made);
  fixture_add ("/annotation-store/comes-back", test_comes_back);

  return g_test_run ();
}
