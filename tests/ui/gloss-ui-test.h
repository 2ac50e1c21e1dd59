/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* What every window test does first and last; and how one waits: for a condition, with a bound. */

/* Sets up GLib testing, folders of its own, GTK and libadwaita. FALSE: there is no display, and a
 * line for the test runner says so. */
static inline gboolean
gloss_ui_test_init (int    *argc,
                    char ***argv)
{
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }

  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  adw_init ();
  return TRUE;
}

/* Runs the main loop until @done says so; fails when that takes more than half a minute. */
static inline void
gloss_ui_test_wait (gboolean (*done) (gpointer data),
                    gpointer   data)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}
