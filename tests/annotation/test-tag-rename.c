/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-tag-rename.h"

#include "tag-fixture.h"

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  GlossAnnotation *first = tag_fixture_add (notebook, "A", "law|peace");
  GlossAnnotation *nested = tag_fixture_add (notebook, "A", "law/water");
  GlossAnnotation *far = tag_fixture_add (notebook, "B", "lex|law");
  GlossAnnotation *other = tag_fixture_add (notebook, "C", "lawyer");
  g_autoptr (GPtrArray) stores = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_assert_cmpuint (gloss_tag_rename (G_LIST_MODEL (notebook), "law", "lex", "Rename", &stores), ==, 3);
  tag_fixture_assert (first, "lex|peace");
  tag_fixture_assert (nested, "lex/water");
  tag_fixture_assert (far, "lex");
  tag_fixture_assert (other, "lawyer");

  /* One step in each store that took part. */
  g_assert_cmpuint (stores->len, ==, 2);
  g_object_get (g_ptr_array_index (stores, 0), "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Rename");
  gloss_annotation_store_undo (g_ptr_array_index (stores, 0), &error);
  g_assert_no_error (error);
  tag_fixture_assert (first, "law|peace");
  tag_fixture_assert (nested, "law/water");
  tag_fixture_assert (far, "lex");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  GlossAnnotation *first = tag_fixture_add (notebook, "A", "law|peace|law/water");
  GlossAnnotation *far = tag_fixture_add (notebook, "B", "law");
  g_autoptr (GPtrArray) stores = NULL;

  g_assert_cmpuint (gloss_tag_rename (G_LIST_MODEL (notebook), "law", NULL, "Delete", &stores), ==, 2);
  tag_fixture_assert (first, "peace");
  tag_fixture_assert (far, "");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) unknown = NULL;

  tag_fixture_add (notebook, "A", "law");

  g_assert_cmpuint (gloss_tag_rename (G_LIST_MODEL (notebook), "law", "law", "Rename", &same), ==, 0);
  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (gloss_tag_rename (G_LIST_MODEL (notebook), "la", "lex", "Rename", &unknown), ==, 0);
  g_assert_cmpuint (unknown->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/tag-rename/rename", test_rename);
  fixture_add ("/tag-rename/remove", test_remove);
  fixture_add ("/tag-rename/nothing", test_nothing);

  return g_test_run ();
}
