/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-writing"

#include "config.h"

#include "ui/gloss-writing.h"

#include <glib/gi18n.h>

/* Tasks that are not completed yet. */
static guint n_tasks;

/* Of the session, while there are any; 0 where nobody manages it. */
static guint inhibit_cookie;

static void
completed_cb (GTask *task)
{
  GApplication *application = g_application_get_default ();

  if (--n_tasks > 0)
    return;

  if (inhibit_cookie != 0 && GTK_IS_APPLICATION (application))
    gtk_application_uninhibit (GTK_APPLICATION (application), inhibit_cookie);
  inhibit_cookie = 0;
}

void
gloss_writing_watch (GTask *task)
{
  GApplication *application = g_application_get_default ();

  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (!g_task_get_completed (task));

  g_signal_connect (task, "notify::completed", G_CALLBACK (completed_cb), NULL);
  if (n_tasks++ == 0 && GTK_IS_APPLICATION (application))
    inhibit_cookie = gtk_application_inhibit (GTK_APPLICATION (application),
                                              gtk_application_get_active_window (GTK_APPLICATION (application)),
                                              GTK_APPLICATION_INHIBIT_LOGOUT, _("A file is being saved"));
}

gboolean
gloss_writing_is_under_way (void)
{
  return n_tasks > 0;
}

void
gloss_writing_finish (void)
{
  while (n_tasks > 0)
    g_main_context_iteration (NULL, TRUE);
}
