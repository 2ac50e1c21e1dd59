/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-help-dialog"

#include "config.h"

#include "ui/gloss-help-dialog.h"

#include <glib/gi18n.h>

#include "ui/gloss-help-topics.h"

/* Pixels beyond which a line of help is hard to read. */
#define LINE_WIDTH 560

struct _GlossHelpDialog
{
  AdwDialog            parent_instance;

  AdwNavigationView   *navigation_view;
  AdwPreferencesGroup *topics_group;
};

G_DEFINE_FINAL_TYPE (GlossHelpDialog, gloss_help_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* A heading is one for a screen reader as well. */
static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text,
                                   "wrap", TRUE, "xalign", 0.0, "margin-top", 12, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);

  return label;
}

static GtkWidget *
create_content (const GlossHelpTopic *topic)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled_window = gtk_scrolled_window_new ();

  for (guint i = 0; i < GLOSS_HELP_MAX_SECTIONS && topic->sections[i].heading != NULL; i++)
    {
      const GlossHelpSection *section = &topic->sections[i];

      gtk_box_append (GTK_BOX (box), create_heading (_(section->heading)));
      for (guint j = 0; j < GLOSS_HELP_MAX_PARAGRAPHS && section->paragraphs[j] != NULL; j++)
        gtk_box_append (GTK_BOX (box), create_label (_(section->paragraphs[j]), NULL));
    }

  if (g_str_equal (topic->id, "keeping"))
    {
      g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "glossator", NULL);
      g_autofree char *shown = g_filename_display_name (folder);

      gtk_box_append (GTK_BOX (box), create_heading (_("The Folder")));
      gtk_box_append (GTK_BOX (box), create_label (shown, "monospace"));
    }

  g_object_set (box, "margin-top", 6, "margin-bottom", 24, "margin-start", 18, "margin-end", 18, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), LINE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), LINE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  g_object_set (scrolled_window, "hscrollbar-policy", GTK_POLICY_NEVER, "child", clamp, NULL);

  return scrolled_window;
}

static AdwNavigationPage *
create_page (const GlossHelpTopic *topic)
{
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), create_content (topic));

  return adw_navigation_page_new_with_tag (toolbar_view, _(topic->title), topic->id);
}

static void
topic_activated_cb (GlossHelpDialog *self,
                    AdwActionRow    *row)
{
  gloss_help_dialog_show_topic (self, g_object_get_data (G_OBJECT (row), "topic"));
}

static void
add_topic (GlossHelpDialog      *self,
           const GlossHelpTopic *topic)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (topic->icon_name);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_navigation_view_add (self->navigation_view, create_page (topic));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(topic->title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(topic->summary));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "topic", (gpointer) topic->id);
  g_signal_connect_object (row, "activated", G_CALLBACK (topic_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->topics_group, row);
}

static void
gloss_help_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GLOSS_TYPE_HELP_DIALOG);

  G_OBJECT_CLASS (gloss_help_dialog_parent_class)->dispose (object);
}

static void
gloss_help_dialog_class_init (GlossHelpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_help_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-help-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossHelpDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, GlossHelpDialog, topics_group);
}

static void
gloss_help_dialog_init (GlossHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < gloss_help_n_topics; i++)
    add_topic (self, &gloss_help_topics[i]);
}

AdwDialog *
gloss_help_dialog_new (void)
{
  return g_object_new (GLOSS_TYPE_HELP_DIALOG, NULL);
}

void
gloss_help_dialog_show_topic (GlossHelpDialog *self,
                              const char      *id)
{
  g_return_if_fail (GLOSS_IS_HELP_DIALOG (self));

  adw_navigation_view_pop_to_tag (self->navigation_view, "topics");
  for (guint i = 0; i < gloss_help_n_topics; i++)
    if (g_strcmp0 (gloss_help_topics[i].id, id) == 0)
      adw_navigation_view_push_by_tag (self->navigation_view, id);
}

const char *
gloss_help_dialog_get_topic (GlossHelpDialog *self)
{
  const char *tag;

  g_return_val_if_fail (GLOSS_IS_HELP_DIALOG (self), NULL);

  tag = adw_navigation_view_get_visible_page_tag (self->navigation_view);
  return g_strcmp0 (tag, "topics") != 0 ? tag : NULL;
}
