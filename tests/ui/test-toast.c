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
  g_test_add_func ("/toast/without-overlay", test_without_overlay);

  return gloss_ui_test_run ();
}
