/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-color-names-dialog"

#include "config.h"

#include "ui/gloss-color-names-dialog.h"

#include <glib/gi18n.h>

#include "annotation/gloss-vocabulary.h"
#include "ui/gloss-style.h"

static void
keep_name (GtkEditable *row)
{
  GlossColor color = (GlossColor) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "color"));
  const char *name = gtk_editable_get_text (row);

  /* Who leaves a default as it is has not named the colour. What can't be written is kept, and the
   * vocabulary says so. */
  if (g_strcmp0 (name, gloss_vocabulary_get_color_name (gloss_vocabulary_get_default (), color)) != 0)
    gloss_vocabulary_set_color_name (gloss_vocabulary_get_default (), color,
                                     g_strcmp0 (name, gloss_vocabulary_get_default_name (color)) != 0 ? name : NULL,
                                     NULL);
}

/* An emptied name is the default again. */
static void
show_name (GtkEditable *row)
{
  GlossColor color = (GlossColor) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "color"));

  keep_name (row);
  gtk_editable_set_text (row, gloss_vocabulary_get_color_name (gloss_vocabulary_get_default (), color));
}

/* (transfer floating) */
static GtkWidget *
create_row (GlossColor color)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *swatch = gtk_image_new_from_icon_name ("gloss-highlight-symbolic");
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (swatch, "tag-icon");
  gtk_widget_add_css_class (swatch, gloss_style_get_color_class (color));
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (row), swatch);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gloss_color_get_label (color));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "color", GINT_TO_POINTER (color));
  gtk_editable_set_text (GTK_EDITABLE (row),
                         gloss_vocabulary_get_color_name (gloss_vocabulary_get_default (), color));

  g_signal_connect (row, "apply", G_CALLBACK (show_name), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (show_name), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);

  return row;
}

AdwDialog *
gloss_color_names_dialog_new (void)
{
  AdwDialog *dialog = adw_preferences_dialog_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_dialog_set_title (dialog, _("Names of Colours"));
  adw_dialog_set_content_width (dialog, 460);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("What each colour of notes and highlights means to you"));

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    {
      GtkWidget *row = create_row (i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_signal_connect_object (dialog, "closed", G_CALLBACK (keep_name), row, G_CONNECT_SWAPPED);
    }

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));

  return dialog;
}
