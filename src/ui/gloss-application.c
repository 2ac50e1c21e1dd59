/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-application"

#include "config.h"

#include "ui/gloss-application.h"

#include "ui/gloss-window.h"

struct _GlossApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (GlossApplication, gloss_application, ADW_TYPE_APPLICATION)

static void
gloss_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (gloss_window_new (GLOSS_APPLICATION (application)));

  gtk_window_present (window);
}

static void
gloss_application_class_init (GlossApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->activate = gloss_application_activate;
}

static void
gloss_application_init (GlossApplication *self)
{
}

GlossApplication *
gloss_application_new (void)
{
  return g_object_new (GLOSS_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", "/io/github/glossator/Glossator",
                       NULL);
}
