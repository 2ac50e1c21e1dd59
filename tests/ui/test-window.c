/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-window.h"

#include "gloss-ui-test.h"

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
test_open_and_close (void)
{
  g_autoptr (GlossApplication) application = gloss_application_new ();
  g_autoptr (GError) error = NULL;
  GlossWindow *window;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  window = gloss_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  gloss_ui_test_wait (is_mapped, window);

  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/window/open-and-close", test_open_and_close);

  return gloss_ui_test_run ();
}
