/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-window"

#include "config.h"

#include "ui/gloss-window-private.h"

#include "ui/gloss-all-notes-page.h"
#include "ui/gloss-color-names-dialog.h"
#include "ui/gloss-tags-page.h"

static void
tags_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossWindow *self = GLOSS_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation_view, "tags");

  if (page == NULL)
    page = ADW_NAVIGATION_PAGE (gloss_tags_page_new (self->notebook));
  gloss_window_show_kept_page (self, page);
}

static void
all_notes_tagged_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  GlossWindow *self = GLOSS_WINDOW (widget);

  gloss_window_show_all_notes (self);
  gloss_all_notes_page_show_tag (GLOSS_ALL_NOTES_PAGE (self->all_notes_page), g_variant_get_string (parameter, NULL));
}

static void
color_names_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  adw_dialog_present (gloss_color_names_dialog_new (), widget);
}

void
gloss_window_install_tag_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.tags", NULL, tags_action);
  gtk_widget_class_install_action (widget_class, "win.all-notes-tagged", "s", all_notes_tagged_action);
  gtk_widget_class_install_action (widget_class, "win.color-names", NULL, color_names_action);
}
