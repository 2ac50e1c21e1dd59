/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-session.h"

#include "ui/gloss-all-notes-page.h"
#include "ui/gloss-clause-row.h"
#include "ui/gloss-comparison-view.h"
#include "ui/gloss-reader-page.h"
#include "ui/gloss-reader-view.h"
#include "ui/gloss-window.h"

#include "gloss-reader-test.h"

/* There is one application in a process; each test has a session of its own for it. */
static GlossApplication *application;

static const char *const keys[] = { "session", "last-document", "reading-places", "window-width", "window-height" };

typedef struct
{
  GSettings    *settings;
  GlossSession *session;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = g_settings_new ("io.github.glossator.Glossator");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->session = gloss_session_new (GTK_APPLICATION (application));
}

static void
close_windows (void)
{
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (window);
  gloss_reader_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close_windows ();
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->settings);
}

static gboolean
has_rows (gpointer data)
{
  GtkWidget *view = gloss_reader_test_find (data, GLOSS_TYPE_READER_VIEW);

  return gloss_reader_test_find (view, GLOSS_TYPE_CLAUSE_ROW) != NULL && gtk_widget_get_height (view) > 0;
}

static GlossReaderPage *
get_page (gpointer window)
{
  return gloss_reader_test_find (window, GLOSS_TYPE_READER_PAGE);
}

static GlossWindow *
open_window (const char *document,
             const char *clause_id)
{
  GlossWindow *window = gloss_window_new (application);

  gloss_window_open_document (window, document, clause_id);
  gtk_window_present (GTK_WINDOW (window));
  gloss_ui_test_wait (has_rows, window);
  return window;
}

/* (transfer full) */
static char *
dup_selected (gpointer window)
{
  g_auto (GlossReadingPlace) place = { NULL, NULL };

  gloss_reader_page_get_place (get_page (window), &place);
  return g_steal_pointer (&place.selected_id);
}

/* (transfer none): the open window that shows @clause_id of @document. */
static GlossWindow *
find_window (const char *document,
             const char *clause_id)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    {
      g_autofree char *selected = dup_selected (l->data);

      if (g_strcmp0 (gloss_reader_page_get_key (get_page (l->data)), document) == 0 &&
          g_strcmp0 (selected, clause_id) == 0)
        return l->data;
    }

  return NULL;
}

static gboolean
places_are_back (gpointer data)
{
  return find_window ("A/69/723@en", "annex__para_2__item_8") != NULL &&
         find_window ("A/69/723@en", "annex__para_2__item_2") != NULL;
}

/* Two windows on one document come back, each where it was. */
static void
test_two_windows (Fixture       *fixture,
                  gconstpointer  data)
{
  open_window ("A/69/723@en", "annex__para_2__item_8");
  open_window ("A/69/723@en", "annex__para_2__item_2");
  gloss_session_save (fixture->session);
  g_object_unref (fixture->session);
  close_windows ();

  fixture->session = gloss_session_new (GTK_APPLICATION (application));
  g_assert_true (gloss_session_restore (fixture->session));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (application))), ==, 2);
  gloss_ui_test_wait (places_are_back, NULL);
}

static gboolean
is_comparing (gpointer window)
{
  GlossComparisonView *view = gloss_reader_test_find (window, GLOSS_TYPE_COMPARISON_VIEW);
  GlossComparison *comparison = view != NULL ? gloss_comparison_view_get_comparison (view) : NULL;

  return comparison != NULL &&
         g_str_equal (gloss_document_get_name (gloss_comparison_get_old_document (comparison)), "S/2021/540@zh");
}

/* A comparison comes back over its document, with the size of the window. */
static void
test_comparison (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWindow *window = GTK_WINDOW (open_window ("A/66/359@en", NULL));
  int width, height;

  gtk_window_set_default_size (window, 1240, 678);
  gloss_reader_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare", "(ss)", "S/2021/540@zh", "A/69/723@zh");
  gloss_ui_test_wait (is_comparing, window);
  gloss_session_save (fixture->session);
  close_windows ();

  g_assert_true (gloss_session_restore (fixture->session));
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  gloss_ui_test_wait (is_comparing, window);
  g_assert_cmpstr (gloss_reader_page_get_key (get_page (window)), ==, "A/66/359@en");
  gtk_window_get_default_size (window, &width, &height);
  g_assert_cmpint (width, ==, 1240);
  g_assert_cmpint (height, ==, 678);
}

static gboolean
reads_in_parallel (gpointer window)
{
  g_autofree char *selected = dup_selected (window);

  return g_strcmp0 (gloss_reader_page_get_beside (get_page (window)), "A/69/723@zh") == 0 &&
         g_strcmp0 (selected, "annex__para_2__item_8") == 0;
}

/* Two languages side by side come back, at the same place. */
static void
test_parallel (Fixture       *fixture,
               gconstpointer  data)
{
  GlossWindow *window = open_window ("A/69/723@en", "annex__para_2__item_8");

  gloss_reader_page_set_beside (get_page (window), "A/69/723@zh");
  gloss_ui_test_wait (reads_in_parallel, window);
  gloss_session_save (fixture->session);
  close_windows ();

  g_assert_true (gloss_session_restore (fixture->session));
  gloss_ui_test_wait (reads_in_parallel, gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static gboolean
shows_all_notes (gpointer window)
{
  GtkWidget *page = gloss_reader_test_find (window, GLOSS_TYPE_ALL_NOTES_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

static void
test_all_notes (Fixture       *fixture,
                gconstpointer  data)
{
  gloss_window_show_all_notes (open_window ("A/66/359@en", NULL));
  gloss_session_save (fixture->session);
  close_windows ();

  g_assert_true (gloss_session_restore (fixture->session));
  gloss_ui_test_wait (shows_all_notes, gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static gboolean
has_session (gpointer data)
{
  g_autoptr (GVariant) session = g_settings_get_value (((Fixture *) data)->settings, "session");

  return g_variant_n_children (session) > 0;
}

/* What changes is written without being asked for; and the last window is kept when it is closed. */
static void
test_written_by_itself (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWindow *window = GTK_WINDOW (open_window ("A/69/723@zh", "annex__para_2__item_3"));

  gloss_ui_test_wait (has_session, fixture);
  gloss_reader_page_show_clause (get_page (window), "annex__para_2__item_5");
  gtk_window_close (window);
  gloss_reader_test_settle ();
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (application)));

  g_assert_true (gloss_session_restore (fixture->session));
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  gloss_ui_test_wait (has_rows, window);
  g_assert_nonnull (find_window ("A/69/723@zh", "annex__para_2__item_5"));
}

/* After the end nothing is written any more, so that closing all windows does not forget them. */
static void
test_end (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;

  open_window ("A/69/723@en", NULL);
  open_window ("A/66/359@en", NULL);
  gloss_session_end (fixture->session);
  before = g_settings_get_value (fixture->settings, "session");
  g_assert_cmpuint (g_variant_n_children (before), ==, 2);

  gtk_window_close (gtk_application_get_active_window (GTK_APPLICATION (application)));
  close_windows ();
  gloss_session_save (fixture->session);
  after = g_settings_get_value (fixture->settings, "session");
  g_assert_true (g_variant_equal (before, after));
}

/* A session that somebody else wrote, or that is about what is gone, still opens windows. */
static void
test_odd (Fixture       *fixture,
          gconstpointer  data)
{
  static const char *const odd[] = {
    "[{'document': <'Z/0@xx'>, 'page': <'app.quit'>, 'width': <-5>, 'height': <0>}]",
    "[{'document': <17>, 'top': <'x'>, 'maximized': <'yes'>}]",
    "[{'document': <'A/69/723@en'>, 'top': <'nowhere'>, 'selected': <''>, 'page': <'win.compare'>}]",
    "[{'document': <'A/69/723@en'>, 'page': <'win.compare((('>}]",
    "[{'document': <'A/69/723@en'>, 'beside': <'A/66/359@en'>}]",
    "[{'document': <'A/69/723@en'>, 'beside': <'Z/0@xx'>}]",
    "[{'document': <'Z/0@xx'>, 'beside': <'A/69/723@zh'>}]",
    "@aa{sv} [{}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      GtkWindow *window;

      g_test_message ("%s", odd[i]);
      g_settings_set_value (fixture->settings, "session", g_variant_new_parsed (odd[i]));
      g_assert_true (gloss_session_restore (fixture->session));
      window = gtk_application_get_active_window (GTK_APPLICATION (application));
      gloss_ui_test_wait (has_rows, window);
      g_assert_cmpstr (gloss_reader_page_get_key (get_page (window)), ==, "A/69/723@en");
      close_windows ();
    }

  g_settings_reset (fixture->settings, "session");
  g_assert_false (gloss_session_restore (fixture->session));
}

static void
add (const char *path,
     void (*test) (Fixture       *fixture,
                   gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  application = gloss_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  add ("/session/two-windows", test_two_windows);
  add ("/session/comparison", test_comparison);
  add ("/session/parallel", test_parallel);
  add ("/session/all-notes", test_all_notes);
  add ("/session/written-by-itself", test_written_by_itself);
  add ("/session/end", test_end);
  add ("/session/odd", test_odd);

  status = gloss_ui_test_run ();
  g_object_unref (application);
  return status;
}
