/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-clause-row.h"
#include "ui/gloss-reader-view.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossDocument   *document;
  GtkWidget       *window;
  GlossReaderView *view;
} Fixture;

static gboolean
has_rows (gpointer view)
{
  return gloss_reader_test_find (view, GLOSS_TYPE_CLAUSE_ROW) != NULL && gtk_widget_get_height (view) > 0;
}

static gboolean
has_menu (gpointer view)
{
  GtkWidget *menu = gloss_reader_test_find (view, GTK_TYPE_POPOVER_MENU);

  return menu != NULL && gtk_widget_get_mapped (menu);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = gloss_reader_test_document ("en");
  fixture->window = gtk_window_new ();
  fixture->view = g_object_new (GLOSS_TYPE_READER_VIEW, NULL);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gloss_reader_view_set_document (fixture->view, fixture->document, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (has_rows, fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->view);
  g_clear_object (&fixture->document);
}

/* Presses with the secondary button at a point of the view. */
static void
press (Fixture *fixture,
       double   x,
       double   y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "pressed", 1, x, y);
    }
}

/* On a clause that is not selected, the menu is about that clause alone. */
static void
test_press_selects (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *row = gloss_reader_test_find (GTK_WIDGET (fixture->view), GLOSS_TYPE_CLAUSE_ROW);
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (GLOSS_CLAUSE_ROW (row)));
  g_autoptr (GtkBitset) selected = NULL;
  graphene_rect_t bounds;

  gloss_reader_view_show_clause (fixture->view, position + 1, GLOSS_READER_SELECT);
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (fixture->view), &bounds));
  press (fixture, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);

  selected = gloss_reader_view_get_selection (fixture->view);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
  g_assert_true (gtk_bitset_contains (selected, position));
  gloss_ui_test_wait (has_menu, fixture->view);
}

/* On one of several clauses that are selected, it is about all of them. */
static void
test_press_keeps (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *row = gloss_reader_test_find (GTK_WIDGET (fixture->view), GLOSS_TYPE_CLAUSE_ROW);
  g_autoptr (GtkBitset) selected = NULL;
  graphene_rect_t bounds;

  gtk_widget_activate_action (row, "list.select-all", NULL);
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (fixture->view), &bounds));
  press (fixture, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2);

  selected = gloss_reader_view_get_selection (fixture->view);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, gloss_document_get_n_clauses (fixture->document));
  gloss_ui_test_wait (has_menu, fixture->view);
}

static void
test_press_beside (Fixture       *fixture,
                   gconstpointer  data)
{
  press (fixture, -10, -10);

  g_assert_false (has_menu (fixture->view));
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *row = gloss_reader_test_find (GTK_WIDGET (fixture->view), GLOSS_TYPE_CLAUSE_ROW);

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "reader-view.menu", NULL);
  g_assert_false (has_menu (fixture->view));

  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "reader-view.menu", NULL);
  gloss_ui_test_wait (has_menu, fixture->view);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/reader-view-menu/press-selects", Fixture, NULL, set_up, test_press_selects, tear_down);
  g_test_add ("/reader-view-menu/press-keeps", Fixture, NULL, set_up, test_press_keeps, tear_down);
  g_test_add ("/reader-view-menu/press-beside", Fixture, NULL, set_up, test_press_beside, tear_down);
  g_test_add ("/reader-view-menu/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);

  return gloss_ui_test_run ();
}
