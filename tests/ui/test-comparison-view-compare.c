/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-view.h"

#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

#include "ui/gloss-comparison-row-widget.h"

#define OLD_CODE "A/66/359@en"
#define NEW_CODE "A/69/723@en"

/* Two texts that have nothing in common but words, and so many clauses that comparing them takes long
 * enough for anybody to grow impatient. */
#define LONG_OLD "long-old@und"
#define LONG_NEW "long-new@und"
#ifdef __SANITIZE_ADDRESS__
#define N_CLAUSES 20000 /* each step takes several times as long */
#else
#define N_CLAUSES 60000
#endif
#define N_WORDS 20

typedef struct
{
  GlossLibrary        *library;
  GtkWidget           *window;
  AdwNavigationView   *navigation;
  AdwNavigationPage   *first;
  GlossComparisonView *view;
} Fixture;

static void
add_long_document (GlossLibrary *library,
                   const char   *name,
                   guint32       seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *base = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_CLAUSES; i++)
    {
      g_string_append_printf (text, "%u.", i + 1);
      for (guint j = 0; j < N_WORDS; j++)
        g_string_append_printf (text, " w%x", g_rand_int_range (rand, 0, 8000));
      g_string_append (text, "\n\n");
    }

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  gloss_library_add (library, file, &error);
  g_assert_no_error (error);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static gboolean written;

  fixture->library = gloss_library_new ();
  if (!written)
    {
      add_long_document (fixture->library, "long-old", 1);
      add_long_document (fixture->library, "long-new", 2);
      written = TRUE;
    }

  fixture->navigation = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  adw_navigation_view_set_animate_transitions (fixture->navigation, FALSE);
  fixture->first = adw_navigation_page_new (gtk_button_new_with_label ("The text"), "Reader");
  adw_navigation_view_push (fixture->navigation, fixture->first);
  fixture->view = g_object_ref_sink (gloss_comparison_view_new (fixture->library));
  fixture->window = adw_window_new ();
  gtk_widget_set_size_request (fixture->window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->navigation));
  adw_navigation_view_push (fixture->navigation, ADW_NAVIGATION_PAGE (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (is_mapped, fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->library);
}

static GtkProgressBar *
get_progress_bar (Fixture *fixture)
{
  return (GtkProgressBar *) gloss_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_PROGRESS_BAR);
}

static gboolean
shows_fraction (gpointer data)
{
  GtkProgressBar *bar = get_progress_bar (data);

  return bar != NULL && gtk_progress_bar_get_fraction (bar) > 0;
}

static gboolean
has_comparison (gpointer view)
{
  return gloss_comparison_view_get_comparison (view) != NULL;
}

static gboolean
is_listed (gpointer data)
{
  Fixture *fixture = data;

  return gloss_test_find (GTK_WIDGET (fixture->view), GLOSS_TYPE_COMPARISON_ROW_WIDGET) != NULL;
}

static const char *
get_focus_action (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return GTK_IS_BUTTON (focus) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)) : NULL;
}

/* (transfer none) (nullable): the button on the screen that does this. */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *action)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
can_export (Fixture *fixture)
{
  return gtk_widget_is_sensitive (find_button (GTK_WIDGET (fixture->view), "comparison.export"));
}

static gboolean
is_left (gpointer data)
{
  Fixture *fixture = data;

  return adw_navigation_view_get_visible_page (fixture->navigation) == fixture->first;
}

/* Where nothing was compared before, the reader is where the comparison was asked for. */
static void
test_cancel_first (Fixture       *fixture,
                   gconstpointer  data)
{
  gloss_comparison_view_compare (fixture->view, LONG_OLD, LONG_NEW);
  gloss_ui_test_wait (shows_fraction, fixture);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (get_progress_bar (fixture)), <=, 1);
  g_assert_cmpstr (get_focus_action (fixture), ==, "comparison.cancel");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparison.cancel", NULL));
  gloss_ui_test_wait (is_left, fixture);
  g_assert_null (gloss_comparison_view_get_comparison (fixture->view));
}

/* Else the comparison is back, with the row that was chosen. */
static void
test_cancel_another (Fixture       *fixture,
                     gconstpointer  data)
{
  GlossComparison *comparison;
  GlossComparisonRow *row;

  gloss_comparison_view_compare (fixture->view, OLD_CODE, NEW_CODE);
  gloss_ui_test_wait (has_comparison, fixture->view);
  gloss_ui_test_wait (is_listed, fixture);
  for (guint i = 0; i < 5; i++)
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparison.next", NULL);
  comparison = gloss_comparison_view_get_comparison (fixture->view);
  row = gloss_comparison_view_get_current_row (fixture->view);
  g_assert_nonnull (row);
  g_assert_true (can_export (fixture));

  /* What is exported would be something else than what the page names. */
  gloss_comparison_view_compare (fixture->view, LONG_OLD, LONG_NEW);
  g_assert_false (can_export (fixture));
  g_assert_null (gloss_comparison_view_get_current_row (fixture->view));
  gloss_ui_test_wait (shows_fraction, fixture);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparison.cancel", NULL));
  gloss_ui_test_wait (is_listed, fixture);
  g_assert_null (get_progress_bar (fixture));
  g_assert_true (can_export (fixture));
  g_assert_true (gloss_comparison_view_get_comparison (fixture->view) == comparison);
  g_assert_true (gloss_comparison_view_get_current_row (fixture->view) == row);
  g_assert_true (adw_navigation_view_get_visible_page (fixture->navigation) == ADW_NAVIGATION_PAGE (fixture->view));

  /* The names are those of before, too: a swap is one of them. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "comparison.swap", NULL);
  while (gloss_comparison_view_get_comparison (fixture->view) == comparison)
    g_main_context_iteration (NULL, TRUE);
  comparison = gloss_comparison_view_get_comparison (fixture->view);
  g_assert_cmpstr (gloss_document_get_name (gloss_comparison_get_old_document (comparison)), ==, NEW_CODE);
  g_assert_cmpstr (gloss_document_get_name (gloss_comparison_get_new_document (comparison)), ==, OLD_CODE);
}

/* The page may be left while it compares, and something else may be chosen there. */
static void
test_give_up (Fixture       *fixture,
              gconstpointer  data)
{
  gloss_comparison_view_compare (fixture->view, LONG_OLD, LONG_NEW);
  gloss_ui_test_wait (shows_fraction, fixture);

  /* It begins anew. */
  gloss_comparison_view_compare (fixture->view, LONG_NEW, LONG_OLD);
  g_assert_nonnull (get_progress_bar (fixture));
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (get_progress_bar (fixture)), ==, 0);
  g_assert_cmpstr (get_focus_action (fixture), ==, "comparison.cancel");
  gloss_ui_test_wait (shows_fraction, fixture);
}

/* In no time there is nothing to be seen of it. */
static void
test_quick (Fixture       *fixture,
            gconstpointer  data)
{
  gloss_comparison_view_compare (fixture->view, OLD_CODE, NEW_CODE);
  g_assert_null (get_progress_bar (fixture));
  g_assert_null (gloss_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_STATUS_PAGE));
  gloss_ui_test_wait (has_comparison, fixture->view);
  gloss_ui_test_wait (is_listed, fixture);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, function) g_test_add ("/comparison-view/compare/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("cancel-first", test_cancel_first);
  ADD ("cancel-another", test_cancel_another);
  ADD ("give-up", test_give_up);
  ADD ("quick", test_quick);

#undef ADD

  return gloss_ui_test_run ();
}
