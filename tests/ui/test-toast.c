/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-toast.h"

#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

static gboolean
shows_title (gpointer overlay)
{
  GtkWidget *label = gloss_test_find (overlay, GTK_TYPE_LABEL);

  return label != NULL && g_str_equal (gtk_label_get_text (GTK_LABEL (label)), "a < b & c");
}

/* On the overlay around the widget, with signs that markup would take for its own. */
static void
test_shown (void)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), child);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  gloss_toast_add (child, adw_toast_new ("a < b & c"));
  gloss_ui_test_wait (shows_title, overlay);

  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
shows_label (gpointer overlay)
{
  GtkWidget *label = gloss_test_find (overlay, GTK_TYPE_LABEL);

  return label != NULL && gtk_widget_get_mapped (label) && gtk_widget_get_width (label) > 0;
}

/* Where there is little room, the message takes several lines, and its button is there as a whole. */
static void
test_narrow (void)
{
  static const char *const message = "A message with more words than find their place in one line";
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  AdwToast *toast = adw_toast_new (message);
  GtkWidget *label;
  GtkWidget *button;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 400);
  gloss_toast_wrap (ADW_TOAST_OVERLAY (overlay));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), child);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  adw_toast_set_button_label (toast, "Undo It All");
  gloss_toast_add (child, toast);
  gloss_ui_test_wait (shows_label, overlay);

  label = gloss_test_find (overlay, GTK_TYPE_LABEL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, message);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 1);
  button = gloss_test_find (overlay, GTK_TYPE_BUTTON);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (gloss_test_find (button, GTK_TYPE_LABEL)))));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Without an overlay there is nobody to keep the toast. */
static void
test_without_overlay (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  AdwToast *toast = adw_toast_new ("unseen");

  g_object_add_weak_pointer (G_OBJECT (toast), (gpointer *) &toast);
  gloss_toast_add (widget, toast);
  g_assert_null (toast);

  g_object_unref (widget);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/toast/shown", test_shown);
  g_test_add_func ("/toast/narrow", test_narrow);
  g_test_add_func ("/toast/without-overlay", test_without_overlay);

  return gloss_ui_test_run ();
}
