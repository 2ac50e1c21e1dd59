/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>

/* What every window test does first and last; and how one waits: for a condition, with a bound. */

/* The user's folders of this process, empty at the beginning. */
static char *gloss_ui_test_folder;

static inline void
gloss_ui_test_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      gloss_ui_test_remove_folder (child);
    }

  g_remove (path);
}

/* Sets up GLib testing, folders of its own, GTK and libadwaita. FALSE: there is no display, and a
 * line for the test runner says so.
 *
 * G_TEST_OPTION_ISOLATE_DIRS would hide the system's MIME database as well, without which
 * GdkPixbuf does not know an SVG icon when it sees one. */
static inline gboolean
gloss_ui_test_init (int    *argc,
                    char ***argv)
{
  static const char *const variables[] = { "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME" };

  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      g_print ("1..0 # SKIP there is no display\n");
      return FALSE;
    }

  gloss_ui_test_folder = g_dir_make_tmp ("glossator-test-XXXXXX", NULL);
  g_assert_nonnull (gloss_ui_test_folder);
  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      g_autofree char *path = g_build_filename (gloss_ui_test_folder, variables[i], NULL);

      g_setenv (variables[i], path, TRUE);
    }

  g_test_init (argc, argv, NULL);
  adw_init ();
  return TRUE;
}

static inline int
gloss_ui_test_run (void)
{
  int status = g_test_run ();

  gloss_ui_test_remove_folder (gloss_ui_test_folder);
  g_free (gloss_ui_test_folder);
  return status;
}

/* Runs the main loop until @done says so; fails when that takes more than two minutes, as nothing does
 * but on a loaded machine with sanitizers. */
static inline void
gloss_ui_test_wait (gboolean (*done) (gpointer data),
                    gpointer   data)
{
  gint64 deadline = g_get_monotonic_time () + 120 * G_TIME_SPAN_SECOND;

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

/* A GAsyncReadyCallback that keeps the result in the GAsyncResult * to which @data points. */
static inline void
gloss_ui_test_take_result (GObject      *object,
                           GAsyncResult *result,
                           gpointer      data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static inline gboolean
gloss_ui_test_has_result (gpointer data)
{
  GAsyncResult **kept = data;

  return *kept != NULL;
}
