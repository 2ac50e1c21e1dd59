/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-welcome-dialog.h"

#include "ui/gloss-clause-row.h"
#include "ui/gloss-comparison-view.h"
#include "ui/gloss-reader-page.h"
#include "ui/gloss-reader-view.h"

#include "gloss-reader-test.h"

/* There is one application in a process. */
static GlossApplication *application;

typedef struct
{
  GlossWindow *window;
} Fixture;

static gpointer
find (Fixture *fixture,
      GType    type)
{
  return gloss_reader_test_find (GTK_WIDGET (fixture->window), type);
}

static gboolean
has_rows (gpointer fixture)
{
  GtkWidget *view = find (fixture, GLOSS_TYPE_READER_VIEW);

  return gloss_reader_test_find (view, GLOSS_TYPE_CLAUSE_ROW) != NULL && gtk_widget_get_height (view) > 0;
}

static gboolean
is_welcome (gpointer fixture)
{
  return find (fixture, GLOSS_TYPE_WELCOME_DIALOG) != NULL;
}

static gboolean
is_no_welcome (gpointer fixture)
{
  return !is_welcome (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->window = gloss_window_new (application);
  gloss_window_open_document (fixture->window, "S/2021/540", NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (has_rows, fixture);
  gloss_welcome_dialog_present (fixture->window);
  gloss_ui_test_wait (is_welcome, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
  g_assert_finalize_object (fixture->window);
}

/* (transfer none): the row that is called @title. */
static gpointer
find_row (GtkWidget  *root,
          const char *title)
{
  if (ADW_IS_ACTION_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
choose (Fixture    *fixture,
        const char *title)
{
  AdwActionRow *row = find_row (find (fixture, GLOSS_TYPE_WELCOME_DIALOG), title);

  g_assert_nonnull (row);
  adw_action_row_activate (row);
  gloss_ui_test_wait (is_no_welcome, fixture);
}

static const char *
get_key (Fixture *fixture)
{
  return gloss_reader_page_get_key (find (fixture, GLOSS_TYPE_READER_PAGE));
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  choose (fixture, "Read the Code of 2015");
  g_assert_cmpstr (get_key (fixture), ==, "A/69/723@en");
}

static gboolean
is_writing (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((Fixture *) data)->window));

  return focus != NULL && GTK_IS_TEXT_VIEW (focus);
}

/* A clause is chosen, so that one key, or the button beside the hint, begins the note. */
static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  choose (fixture, "Write Your First Note");
  g_assert_cmpstr (get_key (fixture), ==, "A/69/723@en");
  gloss_ui_test_wait (has_rows, fixture);
  gloss_window_write_note (fixture->window);
  gloss_ui_test_wait (is_writing, fixture);
}

static gboolean
is_comparing (gpointer fixture)
{
  GlossComparisonView *view = find (fixture, GLOSS_TYPE_COMPARISON_VIEW);

  return view != NULL && gloss_comparison_view_get_comparison (view) != NULL;
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  choose (fixture, "Compare 2011 and 2015");
  gloss_ui_test_wait (is_comparing, fixture);
}

/* Who wants none of this goes on where they are. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  adw_dialog_close (find (fixture, GLOSS_TYPE_WELCOME_DIALOG));
  gloss_ui_test_wait (is_no_welcome, fixture);
  g_assert_cmpstr (get_key (fixture), ==, "S/2021/540@zh");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  application = gloss_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add ("/welcome-dialog/read", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/welcome-dialog/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/welcome-dialog/compare", Fixture, NULL, set_up, test_compare, tear_down);
  g_test_add ("/welcome-dialog/close", Fixture, NULL, set_up, test_close, tear_down);

  return gloss_ui_test_run ();
}
