/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-toast.h"

/* As many lines of a message are shown at most: more would cover a small window. */
#define MAX_LINES 5

/* (transfer none) (nullable): the label with the words of a toast, and not that of its button. */
static GtkLabel *
find_title (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *title = GTK_IS_BUTTON (child) ? NULL : find_title (child);

      if (title != NULL)
        return title;
    }

  return NULL;
}

static int
get_natural_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* What can be done about it is read whole in any case. */
static void
keep_buttons (GtkWidget *toast)
{
  for (GtkWidget *child = gtk_widget_get_first_child (toast); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      gtk_button_set_can_shrink (GTK_BUTTON (child), FALSE);
}

/* The overlay gives a toast the height that it has where it is as wide as it likes: so it must like to be no wider
 * than there is room. */
static void
wrap_title (GtkWidget *toast,
            int        width)
{
  GtkLabel *title = find_title (toast);
  int rest, letter;

  if (title == NULL || width == 0 || get_natural_width (toast) <= width)
    return;

  keep_buttons (toast);
  gtk_widget_add_css_class (toast, "wrapped");
  gtk_label_set_single_line_mode (title, FALSE);
  gtk_label_set_wrap (title, TRUE);
  gtk_label_set_wrap_mode (title, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (title, MAX_LINES);
  rest = get_natural_width (toast) - get_natural_width (GTK_WIDGET (title));
  gtk_label_set_width_chars (title, 100);
  gtk_label_set_max_width_chars (title, 100);
  letter = get_natural_width (GTK_WIDGET (title)) / 100 + 1;
  gtk_label_set_width_chars (title, -1);
  gtk_label_set_max_width_chars (title, MAX ((width - rest) / letter, 1));
}

static void
children_changed_cb (GListModel *children,
                     guint       position,
                     guint       n_removed,
                     guint       n_added,
                     GtkWidget  *overlay)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

      if (child != adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)))
        wrap_title (child, gtk_widget_get_width (overlay));
    }
}

void
gloss_toast_wrap (AdwToastOverlay *overlay)
{
  GListModel *children;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  children = gtk_widget_observe_children (GTK_WIDGET (overlay));
  g_signal_connect (children, "items-changed", G_CALLBACK (children_changed_cb), overlay);
  g_object_set_data_full (G_OBJECT (overlay), "gloss-toast-children", children, g_object_unref);
}

void
gloss_toast_add (GtkWidget *widget,
                 AdwToast  *toast)
{
  GtkWidget *overlay;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (ADW_IS_TOAST (toast));

  overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  adw_toast_set_use_markup (toast, FALSE);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}
