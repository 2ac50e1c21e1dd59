/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-tags-page"

#include "config.h"

#include "ui/gloss-tags-page-private.h"

#include <glib/gi18n.h>

#include "annotation/gloss-tag.h"
#include "ui/gloss-color-picker.h"
#include "ui/gloss-string-factory.h"

/* (transfer floating): a dialog about @tag, which it remembers. @heading is taken over. */
static AdwAlertDialog *
create_dialog (char       *heading,
               const char *tag,
               const char *response,
               const char *response_label)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, NULL));

  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), response, response_label, NULL);
  adw_alert_dialog_set_response_appearance (dialog, response, ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, response);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "tag", g_strdup (tag), g_free);

  g_free (heading);
  return dialog;
}

static const char *
get_tag (AdwAlertDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "tag");
}

/* (transfer full) (nullable): the name that stands in the dialog, where it can be given. */
static char *
dup_new_name (AdwAlertDialog *dialog)
{
  GtkWidget *entry = adw_alert_dialog_get_extra_child (dialog);
  char *name = gloss_tag_normalize (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (g_strcmp0 (name, get_tag (dialog)) == 0)
    g_clear_pointer (&name, g_free);

  return name;
}

/* A name that is there already makes one tag of two: the user should know before. */
static void
name_changed_cb (AdwAlertDialog *dialog)
{
  GlossTagsPage *self = g_object_get_data (G_OBJECT (dialog), "page");
  g_autofree char *name = dup_new_name (dialog);
  gboolean merging = name != NULL && gloss_tag_index_find (self->index, name) != NULL;

  adw_alert_dialog_set_response_enabled (dialog, "rename", name != NULL);
  adw_alert_dialog_set_response_label (dialog, "rename", merging ? _("_Merge") : _("_Rename"));
  adw_alert_dialog_set_body (dialog, merging ? _("There is a tag of this name: both will be one")
                                             : _("“/” nests a tag in another one: “law/water”"));
}

static void
name_response_cb (GlossTagsPage  *self,
                  const char     *response,
                  AdwAlertDialog *dialog)
{
  g_autofree char *name = dup_new_name (dialog);

  if (g_str_equal (response, "rename") && name != NULL)
    gloss_tags_page_rename (self, get_tag (dialog), name);
}

void
gloss_tags_page_ask_name (GlossTagsPage *self)
{
  const char *tag = gloss_tags_page_get_selected (self);
  AdwAlertDialog *dialog;
  GtkWidget *entry;

  if (tag == NULL)
    return;

  /* Translators: %s is a tag. */
  dialog = create_dialog (g_strdup_printf (_("Rename “%s”"), tag), tag, "rename", _("_Rename"));
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), tag);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("New name"), -1);
  adw_alert_dialog_set_extra_child (dialog, entry);
  g_object_set_data_full (G_OBJECT (dialog), "page", g_object_ref (self), g_object_unref);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (name_response_cb), self, G_CONNECT_SWAPPED);
  name_changed_cb (dialog);
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
tag_response_cb (GlossTagsPage  *self,
                 const char     *response,
                 AdwAlertDialog *dialog)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (adw_alert_dialog_get_extra_child (dialog));
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);

  if (g_str_equal (response, "merge") && chosen != NULL)
    {
      g_autofree char *other = g_strdup (gtk_string_object_get_string (chosen));

      gloss_tags_page_rename (self, get_tag (dialog), other);
    }
}

void
gloss_tags_page_ask_tag (GlossTagsPage *self)
{
  const char *tag = gloss_tags_page_get_selected (self);
  g_autoptr (GtkStringList) others = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  AdwAlertDialog *dialog;
  g_autoptr (GtkListItemFactory) factory = gloss_string_factory_new (-1);
  GtkWidget *drop_down;

  if (tag == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->index)); i++)
    {
      g_autoptr (GlossTagEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->index), i);

      if (!gloss_tag_is_within (gloss_tag_entry_get_name (entry), tag))
        gtk_string_list_append (others, gloss_tag_entry_get_name (entry));
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (others)) == 0)
    return;

  /* Translators: %s is a tag. */
  dialog = create_dialog (g_strdup_printf (_("Merge “%s” Into"), tag), tag, "merge", _("_Merge"));
  adw_alert_dialog_set_body (dialog, _("The notes of both will bear the tag that you choose"));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&others)), g_steal_pointer (&expression));
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), factory);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
  gtk_drop_down_set_search_match_mode (GTK_DROP_DOWN (drop_down), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Other tag"), -1);
  adw_alert_dialog_set_extra_child (dialog, drop_down);
  g_signal_connect_object (dialog, "response", G_CALLBACK (tag_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_set_focus (ADW_DIALOG (dialog), drop_down);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* The dialog that asks for colour and description keeps its widgets with it. */
static void
color_picked_cb (AdwAlertDialog *dialog,
                 int             color)
{
  g_object_set_data (G_OBJECT (dialog), "color", GINT_TO_POINTER (color + 1));
}

static void
no_color_cb (AdwAlertDialog *dialog)
{
  gloss_color_picker_unset_color (g_object_get_data (G_OBJECT (dialog), "picker"));
  color_picked_cb (dialog, -1);
}

static void
description_response_cb (GlossTagsPage  *self,
                         const char     *response,
                         AdwAlertDialog *dialog)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "entry");
  int color = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (dialog), "color")) - 1;

  if (g_str_equal (response, "save"))
    gloss_tags_page_describe (self, get_tag (dialog), color, gtk_editable_get_text (entry));
}

void
gloss_tags_page_ask_description (GlossTagsPage *self)
{
  const char *tag = gloss_tags_page_get_selected (self);
  GlossVocabulary *vocabulary = gloss_vocabulary_get_default ();
  AdwAlertDialog *dialog;
  GtkWidget *box, *colors, *picker, *none, *entry;
  GlossColor color;

  if (tag == NULL)
    return;

  /* Translators: %s is a tag. */
  dialog = create_dialog (g_strdup_printf (_("Describe “%s”"), tag), tag, "save", _("_Save"));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  colors = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (colors), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (colors), 9);
  picker = g_object_new (GLOSS_TYPE_COLOR_PICKER, "valign", GTK_ALIGN_CENTER, NULL);
  none = gtk_button_new_with_mnemonic (_("_No Color"));
  adw_wrap_box_append (ADW_WRAP_BOX (colors), picker);
  adw_wrap_box_append (ADW_WRAP_BOX (colors), none);
  gtk_box_append (GTK_BOX (box), colors);

  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), gloss_vocabulary_get_tag_description (vocabulary, tag));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Description"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Description"), -1);
  gtk_box_append (GTK_BOX (box), entry);

  g_object_set_data (G_OBJECT (dialog), "picker", picker);
  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  if (gloss_vocabulary_get_tag_color (vocabulary, tag, &color))
    {
      gloss_color_picker_set_color (GLOSS_COLOR_PICKER (picker), color);
      color_picked_cb (dialog, (int) color);
    }
  else
    gloss_color_picker_unset_color (GLOSS_COLOR_PICKER (picker));

  g_signal_connect_object (picker, "color-picked", G_CALLBACK (color_picked_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (none, "clicked", G_CALLBACK (no_color_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (description_response_cb), self, G_CONNECT_SWAPPED);
  adw_alert_dialog_set_extra_child (dialog, box);
  adw_dialog_set_focus (ADW_DIALOG (dialog), entry);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}
