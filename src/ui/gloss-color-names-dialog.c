/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-color-names-dialog"

#include "config.h"

#include "ui/gloss-color-names-dialog.h"

#include <glib/gi18n.h>

#include "ui/gloss-color-names.h"

AdwDialog *
gloss_color_names_dialog_new (void)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = g_object_new (GLOSS_TYPE_COLOR_NAMES, NULL);

  adw_dialog_set_title (dialog, _("Names of Colors"));
  adw_dialog_set_content_width (dialog, 460);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("What each color of notes and highlights means to you"));

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));

  return dialog;
}
