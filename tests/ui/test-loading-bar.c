/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-loading-bar.h"

#include "annotation/gloss-annotation-json.h"
#include "ui/gloss-store-banner.h"

#include "gloss-reader-test.h"

/* More than is read at once. */
#define MANY 1200

typedef struct
{
  char                 *folder;
  GlossNotebook        *notebook;
  GlossLoadingBar      *bar;
  GlossAnnotationStore *store;
  char                 *problem;
  guint                 n_loaded;
} Fixture;

static void
loaded_cb (Fixture              *fixture,
           GlossAnnotationStore *store,
           const char           *problem)
{
  fixture->store = store;
  g_set_str (&fixture->problem, problem);
  fixture->n_loaded++;
}

static gboolean
is_loaded (gpointer fixture)
{
  return ((Fixture *) fixture)->n_loaded > 0;
}

static void
write_text (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
write_many (Fixture    *fixture,
            const char *name,
            const char *symbol)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) { .symbol = symbol, .start = -1, .end = -1 });
  g_autofree char *text = NULL;

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (annotations, gloss_annotation_new (anchor, "note", NULL, GLOSS_COLOR_YELLOW, "N. N."));
  text = gloss_annotation_collection_write (annotations, symbol, NULL);
  write_text (fixture, name, text);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("glossator-test-XXXXXX", NULL);
  fixture->notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_SET_ASIDE);
  fixture->bar = g_object_ref_sink (g_object_new (GLOSS_TYPE_LOADING_BAR, NULL));
  g_signal_connect_swapped (fixture->bar, "loaded", G_CALLBACK (loaded_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->bar);
  g_assert_finalize_object (fixture->notebook);
  gloss_ui_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->problem);
}

static void
test_store (Fixture       *fixture,
            gconstpointer  data)
{
  write_many (fixture, "A_1.json", "A/1");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));

  gloss_loading_bar_open_store (fixture->bar, fixture->notebook, "A/1");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  g_assert_cmpuint (fixture->n_loaded, ==, 0);

  gloss_ui_test_wait (is_loaded, fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  g_assert_null (fixture->problem);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, MANY);
}

/* Nothing flickers where there is nothing to wait for. */
static void
test_quick (Fixture       *fixture,
            gconstpointer  data)
{
  gloss_loading_bar_open_all (fixture->bar, fixture->notebook);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  gloss_ui_test_wait (is_loaded, fixture);
  g_assert_null (fixture->problem);
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  write_many (fixture, "A_1.json", "A/1");
  write_text (fixture, "A_2.json", "{\"type\":\"AnnotationCollection\",\"glossator:version\":99}");

  gloss_loading_bar_open_all (fixture->bar, fixture->notebook);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  gloss_ui_test_wait (is_loaded, fixture);

  /* One that can't be read keeps nobody from the others. */
  g_assert_nonnull (strstr (fixture->problem, "A_2.json"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->notebook)), ==, 1);
}

/* What was given up is not told, and the next one is. */
static void
test_given_up (Fixture       *fixture,
               gconstpointer  data)
{
  write_many (fixture, "A_1.json", "A/1");
  write_many (fixture, "A_2.json", "A/2");

  gloss_loading_bar_open_store (fixture->bar, fixture->notebook, "A/1");
  gloss_loading_bar_open_store (fixture->bar, fixture->notebook, "A/2");
  gloss_ui_test_wait (is_loaded, fixture);
  g_assert_cmpstr (gloss_annotation_store_get_symbol (fixture->store), ==, "A/2");

  while (gloss_notebook_is_loading (fixture->notebook))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_loaded, ==, 1);
}

static void
test_banner (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (AdwBanner) banner = g_object_ref_sink (ADW_BANNER (adw_banner_new ("")));
  g_autofree char *journal = g_build_filename (fixture->folder, "A_1.journal", NULL);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) { .symbol = "A/1", .start = -1, .end = -1 });
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "note", NULL, GLOSS_COLOR_YELLOW, "N. N.");
  GlossAnnotationStore *store;

  write_text (fixture, "A_1.json", "garbage");
  store = gloss_notebook_get_store (fixture->notebook, "A/1", NULL);
  g_assert_true (gloss_store_banner_find (G_LIST_MODEL (fixture->notebook)) == store);

  /* What happened can only be closed. */
  gloss_store_banner_update (banner, store);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_nonnull (strstr (adw_banner_get_title (banner), "A_1.json.damaged-"));
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, "_Close");
  gloss_store_banner_activate (store);
  gloss_store_banner_update (banner, store);
  g_assert_false (adw_banner_get_revealed (banner));
  g_assert_null (gloss_store_banner_find (G_LIST_MODEL (fixture->notebook)));

  /* What is wrong still can be tried again. */
  g_remove (journal);
  g_mkdir_with_parents (journal, 0700);
  gloss_annotation_store_add (store, annotation, NULL);
  gloss_store_banner_update (banner, store);
  g_assert_cmpstr (adw_banner_get_button_label (banner), ==, "_Retry");
  gloss_store_banner_activate (store);
  gloss_store_banner_update (banner, store);
  g_assert_true (adw_banner_get_revealed (banner));
  g_rmdir (journal);
  gloss_store_banner_activate (store);
  gloss_store_banner_update (banner, store);
  g_assert_false (adw_banner_get_revealed (banner));

  gloss_store_banner_update (banner, NULL);
  gloss_store_banner_activate (NULL);
  g_assert_false (adw_banner_get_revealed (banner));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/loading-bar/store", Fixture, NULL, set_up, test_store, tear_down);
  g_test_add ("/loading-bar/quick", Fixture, NULL, set_up, test_quick, tear_down);
  g_test_add ("/loading-bar/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/loading-bar/given-up", Fixture, NULL, set_up, test_given_up, tear_down);
  g_test_add ("/loading-bar/banner", Fixture, NULL, set_up, test_banner, tear_down);

  return gloss_ui_test_run ();
}
