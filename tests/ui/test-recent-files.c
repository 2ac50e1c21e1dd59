/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-recent-files.h"

#include "gloss-ui-test.h"

typedef struct
{
  char             *folder;
  GtkRecentManager *manager;
  GMenu            *menu;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *list = NULL;

  fixture->folder = g_build_filename (gloss_ui_test_folder, "recent-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (fixture->folder));
  list = g_build_filename (fixture->folder, "recent.xbel", NULL);
  fixture->manager = g_object_new (GTK_TYPE_RECENT_MANAGER, "filename", list, NULL);
  fixture->menu = g_menu_new ();
  gloss_recent_files_bind (fixture->manager, fixture->menu);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->menu);
  g_object_unref (fixture->manager);
  g_free (fixture->folder);
}

/* (transfer full): the uri of a file that is made. */
static char *
make_file (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "1. A clause\n", -1, &error);
  g_assert_no_error (error);
  return g_filename_to_uri (path, NULL, NULL);
}

/* (transfer full) (nullable) */
static GMenuModel *
get_submenu (Fixture *fixture)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (fixture->menu)) == 0)
    return NULL;

  return g_menu_model_get_item_link (G_MENU_MODEL (fixture->menu), 0, G_MENU_LINK_SUBMENU);
}

static int
count (Fixture *fixture)
{
  g_autoptr (GMenuModel) submenu = get_submenu (fixture);

  return submenu != NULL ? g_menu_model_get_n_items (submenu) : 0;
}

static gboolean
has_one (gpointer fixture)
{
  return count (fixture) == 1;
}

static gboolean
has_two (gpointer fixture)
{
  return count (fixture) == 2;
}

static void
test_offered (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *uri = make_file (fixture, "a_draft.txt");
  g_autofree char *other = make_file (fixture, "other.txt");
  g_autoptr (GMenuModel) submenu = NULL;
  g_autofree char *label = NULL;
  g_autofree char *action = NULL;
  g_autofree char *target = NULL;

  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (fixture->menu)), ==, 0);

  gloss_recent_files_add (fixture->manager, uri, "a_draft");
  gloss_ui_test_wait (has_one, fixture);

  submenu = get_submenu (fixture);
  g_assert_true (g_menu_model_get_item_attribute (submenu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (label, ==, "a__draft");
  g_assert_true (g_menu_model_get_item_attribute (submenu, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_cmpstr (action, ==, "win.open-uri");
  g_assert_true (g_menu_model_get_item_attribute (submenu, 0, G_MENU_ATTRIBUTE_TARGET, "s", &target));
  g_assert_cmpstr (target, ==, uri);

  /* The same file again is one file. */
  gloss_recent_files_add (fixture->manager, uri, "a_draft");
  gloss_recent_files_add (fixture->manager, other, "other");
  gloss_ui_test_wait (has_two, fixture);
}

/* TRUE when exactly @uri is offered. */
typedef struct
{
  Fixture    *fixture;
  const char *uri;
} Expected;

static gboolean
is_only (gpointer data)
{
  Expected *expected = data;
  g_autoptr (GMenuModel) submenu = get_submenu (expected->fixture);
  g_autofree char *target = NULL;

  return submenu != NULL && g_menu_model_get_n_items (submenu) == 1 &&
         g_menu_model_get_item_attribute (submenu, 0, G_MENU_ATTRIBUTE_TARGET, "s", &target) &&
         g_str_equal (target, expected->uri);
}

/* What is gone, and what only other programs opened, is not offered. */
static void
test_not_offered (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *gone = make_file (fixture, "gone.txt");
  g_autofree char *foreign = make_file (fixture, "foreign.txt");
  g_autofree char *mine = make_file (fixture, "mine.txt");
  g_autofree char *path = g_filename_from_uri (gone, NULL, NULL);
  GtkRecentData data_of_other = { .display_name = (char *) "foreign", .mime_type = (char *) "text/plain",
                                  .app_name = (char *) "editor", .app_exec = (char *) "editor %u" };

  gloss_recent_files_add (fixture->manager, gone, "gone");
  gloss_ui_test_wait (has_one, fixture);
  g_assert_cmpint (g_remove (path), ==, 0);
  gtk_recent_manager_add_full (fixture->manager, foreign, &data_of_other);
  gloss_recent_files_add (fixture->manager, mine, "mine");

  gloss_ui_test_wait (is_only, &(Expected) { fixture, mine });
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/recent-files/offered", Fixture, NULL, set_up, test_offered, tear_down);
  g_test_add ("/recent-files/not-offered", Fixture, NULL, set_up, test_not_offered, tear_down);

  return gloss_ui_test_run ();
}
