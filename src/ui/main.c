/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "glossator"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "ui/gloss-application.h"

int
main (int   argc,
      char *argv[])
{
  const char *catalogs = g_getenv ("GLOSSATOR_LOCALEDIR"); /* of a build that is not installed */
  g_autoptr (GlossApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogs != NULL ? catalogs : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_("Glossator"));

  application = gloss_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
