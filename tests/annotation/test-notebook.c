/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-notebook.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "store-fixture.h"

static void
add (GlossNotebook      *notebook,
     const char         *symbol,
     const char *const  *tags)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) { .symbol = symbol, .start = -1, .end = -1 });
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "note", tags, GLOSS_COLOR_YELLOW, "N. N.");
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store (notebook, symbol, &error);

  g_assert_no_error (error);
  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
}

static void
assert_symbols (GlossNotebook     *notebook,
                const char *const *symbols)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (notebook));

  g_assert_cmpuint (n, ==, g_strv_length ((char **) symbols));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (notebook), i);

      g_assert_cmpstr (gloss_annotation_store_get_symbol (store), ==, symbols[i]);
    }
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       n_removed,
          guint       n_added,
          guint      *n_signals)
{
  g_assert_cmpuint (n_added, ==, 1);
  (*n_signals)++;
}

static void
test_stores (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_SET_ASIDE);
  GlossAnnotationStore *store;
  guint n_signals = 0;

  g_signal_connect (notebook, "items-changed", G_CALLBACK (count_cb), &n_signals);
  store = gloss_notebook_get_store (notebook, "B", NULL);
  g_assert_true (gloss_notebook_get_store (notebook, "B", NULL) == store);
  gloss_notebook_get_store (notebook, "C", NULL);
  gloss_notebook_get_store (notebook, "A", NULL);
  assert_symbols (notebook, (const char *[]) { "A", "B", "C", NULL });
  g_assert_cmpuint (n_signals, ==, 3);
  g_assert_true (gloss_notebook_close (notebook, NULL));
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
test_open_all (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *long_symbol = g_strnfill (400, 'x');
  g_autofree char *long_symbol_2 = g_strnfill (401, 'x');
  const char *symbols[] = { "A/66/359", "A_b", "my notes", long_symbol, long_symbol_2, "法", NULL };
  static const char *const foreign[] = { "notes.txt", "copy of x.json", ".A.json.new", "A.json.damaged-20200101T000000Z" };
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);

    g_assert_true (gloss_notebook_open_all (notebook, &error));
    for (guint i = 0; symbols[i] != NULL; i++)
      add (notebook, symbols[i], NULL);

    /* One with a collection, one with nothing but a journal. */
    g_assert_true (gloss_annotation_store_close (gloss_notebook_get_store (notebook, long_symbol, NULL), NULL));
  }

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, foreign[i], NULL);

      fixture_write (fixture, path, "{}", -1);
    }

  {
    g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);

    gloss_notebook_open_all (notebook, &error);
    g_assert_no_error (error);
    assert_symbols (notebook, symbols);
  }
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autofree char *damaged = g_build_filename (fixture->folder, "B.json", NULL);
  g_autoptr (GError) error = NULL;

  add (notebook, "A", NULL);
  add (notebook, "C", NULL);
  g_assert_true (gloss_notebook_close (notebook, NULL));
  g_clear_object (&notebook);
  fixture_write (fixture, damaged, "garbage", -1);

  notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_assert_false (gloss_notebook_open_all (notebook, &error));
  g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
  g_assert_nonnull (strstr (error->message, "B.json"));
  assert_symbols (notebook, (const char *[]) { "A", "C", NULL });
}

static void
test_folder_is_file (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->folder, "x", -1, NULL);
  g_assert_false (gloss_notebook_open_all (notebook, &error));
  g_assert_nonnull (error);
}

static void
test_tags (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GPtrArray) none = gloss_notebook_dup_tags (notebook);
  g_autoptr (GPtrArray) tags = NULL;

  add (notebook, "A", (const char *[]) { "rare", "law", NULL });
  add (notebook, "A", (const char *[]) { "law", NULL });
  add (notebook, "B", (const char *[]) { "law", "法律", "also", NULL });
  add (notebook, "B", (const char *[]) { "法律", NULL });
  tags = gloss_notebook_dup_tags (notebook);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (tags->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (tags, 0), ==, "law");
  g_assert_cmpstr (g_ptr_array_index (tags, 1), ==, "法律");
  g_assert_cmpstr (g_ptr_array_index (tags, 2), ==, "also");
  g_assert_cmpstr (g_ptr_array_index (tags, 3), ==, "rare");
}

static void
test_default_folder (void)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);
  g_autofree char *file = g_build_filename (g_get_user_data_dir (), "glossator", "annotations", "A_1.json", NULL);

  add (notebook, "A/1", NULL);
  g_assert_true (gloss_notebook_close (notebook, NULL));
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  g_assert_finalize_object (g_steal_pointer (&notebook));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/notebook/stores", test_stores);
  fixture_add ("/notebook/open-all", test_open_all);
  fixture_add ("/notebook/errors", test_errors);
  fixture_add ("/notebook/folder-is-file", test_folder_is_file);
  fixture_add ("/notebook/tags", test_tags);
  g_test_add_func ("/notebook/default-folder", test_default_folder);

  return g_test_run ();
}
