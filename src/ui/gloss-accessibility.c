/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-accessibility"

#include "config.h"

#include "ui/gloss-accessibility.h"

#include <adwaita.h>

static GtkLabel *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return GTK_LABEL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = find_label (child);

      if (label != NULL)
        return label;
    }

  return NULL;
}

/* The first label is that of the item; the one of its key comes after. GTK relates the item to the label, but gives that no
 * role, and what has no role names nothing. */
static void
name_by_label (GtkWidget *widget)
{
  GtkLabel *label = find_label (widget);

  if (label == NULL)
    return;

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (label), -1);
}

/* The row is used for another item when the list is scrolled, so that it is named by the label, whatever that says then. */
static void
relate_to_label (GtkWidget *widget)
{
  GtkLabel *label = find_label (widget);

  if (label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

/* (nullable): the first widget of that type, or of one derived from it. */
static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The dialog with the keys, and what shows a key there, are younger than the oldest libadwaita that is supported; up to 1.10
 * no row of it has a name. */
static gboolean
is_in_shortcuts_dialog (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, g_type_from_name ("AdwShortcutsDialog")) != NULL;
}

static void
relate_to_key (GtkWidget *row)
{
  GtkLabel *label = find_label (row);
  GtkWidget *key = find_type (row, g_type_from_name ("AdwShortcutLabel"));

  if (label != NULL && key != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, key, NULL, -1);
}

static GtkWidget *
get_drop_down (GtkWidget *widget)
{
  GtkWidget *drop_down = gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN);

  return drop_down != NULL ? drop_down : gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW);
}

/* The list keeps the row for the sake of the focus, but neither fills it nor shows it. */
static void
focus_moved_cb (GtkWindow *window)
{
  GtkWidget *row = gtk_window_get_focus (window);

  if (row != NULL && GTK_IS_LIST_VIEW (gtk_widget_get_parent (row)) && !gtk_widget_get_child_visible (row))
    gtk_widget_activate_action (row, "listitem.scroll-to", NULL);
}

static gboolean
mapped_cb (GSignalInvocationHint *hint,
           guint                  n_values,
           const GValue          *values,
           gpointer               user_data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  switch (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_MENU_ITEM_RADIO:
      name_by_label (widget);
      break;

    case GTK_ACCESSIBLE_ROLE_LIST_ITEM:
    case GTK_ACCESSIBLE_ROLE_OPTION:
      if (get_drop_down (widget) != NULL)
        relate_to_label (widget);
      else if (is_in_shortcuts_dialog (widget))
        relate_to_key (widget);
      break;

    default:
      if (GTK_IS_WINDOW (widget))
        {
          g_signal_handlers_disconnect_by_func (widget, focus_moved_cb, NULL); /* shown again */
          g_signal_connect (widget, "notify::focus-widget", G_CALLBACK (focus_moved_cb), NULL);
        }
      else if (GTK_IS_SCROLLED_WINDOW (widget))
        {
          /* In a menu with one item, the arrow keys led to this, and from there out of the menu. */
          if (gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER_MENU) != NULL)
            gtk_widget_set_focusable (widget, FALSE);
        }
      else if (GTK_IS_SEARCH_ENTRY (widget) && get_drop_down (widget) != NULL)
        {
          gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, get_drop_down (widget),
                                          NULL, -1);
        }
      break;
    }

  return TRUE; /* again */
}

void
gloss_accessibility_install (void)
{
  g_autoptr (GTypeClass) widget_class = g_type_class_ref (GTK_TYPE_WIDGET); /* makes the signal known */

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, mapped_cb, NULL, NULL);
}
