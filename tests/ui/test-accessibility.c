/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-accessibility.h"

#include "gloss-ui-test.h"

#define N_ROWS 300

static GtkWidget *
find_role (GtkWidget         *root,
           GtkAccessibleRole  role)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (root)) == role && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_role (child, role);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
has_menu_item (gpointer popover)
{
  return find_role (popover, GTK_ACCESSIBLE_ROLE_MENU_ITEM) != NULL;
}

static gboolean
has_row (gpointer widget)
{
  return find_role (widget, GTK_ACCESSIBLE_ROLE_LIST_ITEM) != NULL || find_role (widget, GTK_ACCESSIBLE_ROLE_OPTION) != NULL;
}

static GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gloss_ui_test_wait (is_mapped, child);
  return window;
}

/* An item has the words of its label, and no label that has no role names it. */
static void
test_menu_item (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *window, *item;

  g_menu_append (menu, "_Undo", "window.close");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  window = present (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  gloss_ui_test_wait (has_menu_item, gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  item = find_role (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_ACCESSIBLE_ROLE_MENU_ITEM);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "Undo");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_RELATION_LABELLED_BY));

  /* From the only item, the arrow keys lead nowhere. */
  gtk_widget_grab_focus (item);
  gtk_widget_child_focus (window, GTK_DIR_DOWN);
  g_assert_true (gtk_widget_is_focus (item));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_drop_down (void)
{
  static const char *const choices[] = { "Any tag", "law", NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (choices);
  GtkWidget *window = present (drop_down);
  GtkWidget *row;

  gtk_widget_activate (drop_down);
  gloss_ui_test_wait (has_row, drop_down);
  row = find_role (drop_down, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  if (row == NULL)
    row = find_role (drop_down, GTK_ACCESSIBLE_ROLE_OPTION);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new ("row"));
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *list;
  GtkWidget *row; /* that had the focus before the list was scrolled */
  GtkAdjustment *adjustment;
} Rows;

/* Before that, GTK 4.18 forgets where the list is to be scrolled. */
static gboolean
is_laid_out (gpointer data)
{
  Rows *rows = data;

  return gtk_adjustment_get_upper (rows->adjustment) > gtk_adjustment_get_page_size (rows->adjustment);
}

/* GTK 4.24 moves the focus at once, and scrolls there when the list is laid out anew. */
static gboolean
last_is_focused (gpointer data)
{
  Rows *rows = data;

  rows->row = gtk_window_get_focus (GTK_WINDOW (rows->window));
  return rows->row != NULL && gtk_widget_get_parent (rows->row) == rows->list && gtk_widget_get_child_visible (rows->row) &&
         gtk_adjustment_get_value (rows->adjustment) > 0;
}

static gboolean
row_is_hidden (gpointer data)
{
  Rows *rows = data;

  return !gtk_widget_get_child_visible (rows->row);
}

static gboolean
focus_is_shown (gpointer data)
{
  Rows *rows = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (rows->window));

  return focus != NULL && gtk_widget_get_parent (focus) == rows->list && gtk_widget_get_mapped (focus);
}

/* A list that gets the focus shows the row that has it, even where it was scrolled away from that row meanwhile. */
static void
test_focus_is_shown (void)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *scrolled_window = gtk_scrolled_window_new ();
  Rows rows = { NULL };

  for (guint i = 0; i < N_ROWS; i++)
    gtk_string_list_append (strings, "row");
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  rows.list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (strings)))), factory);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled_window), rows.list);
  gtk_widget_set_vexpand (scrolled_window, TRUE);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), scrolled_window);
  rows.window = present (box);
  rows.adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled_window));

  gloss_ui_test_wait (is_laid_out, &rows);
  gtk_widget_grab_focus (rows.list);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (rows.list), N_ROWS - 1, GTK_LIST_SCROLL_FOCUS, NULL);
  gloss_ui_test_wait (last_is_focused, &rows);
  gtk_widget_grab_focus (button);
  gtk_adjustment_set_value (rows.adjustment, 0);
  gloss_ui_test_wait (row_is_hidden, &rows);

  gtk_widget_grab_focus (rows.list);
  gloss_ui_test_wait (focus_is_shown, &rows);

  gtk_window_destroy (GTK_WINDOW (rows.window));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  gloss_accessibility_install ();

  g_test_add_func ("/accessibility/menu-item", test_menu_item);
  g_test_add_func ("/accessibility/drop-down", test_drop_down);
  g_test_add_func ("/accessibility/focus-is-shown", test_focus_is_shown);

  return gloss_ui_test_run ();
}
