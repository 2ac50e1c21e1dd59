/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-kept-tags"

#include "config.h"

#include "ui/gloss-kept-tags.h"

#include <glib/gi18n.h>

#include "ui/gloss-tag-editor.h"

struct _GlossKeptTags
{
  GtkWidget       parent_instance;

  GtkWidget      *box;
  GlossTagEditor *editor; /* NULL until there is a notebook */
  GlossNotebook  *notebook;
  GStrv           tags;
  gboolean        active;
};

G_DEFINE_FINAL_TYPE (GlossKeptTags, gloss_kept_tags, GTK_TYPE_WIDGET)

enum
{
  PROP_ACTIVE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
show_tags (GlossKeptTags *self)
{
  if (self->editor != NULL)
    gloss_tag_editor_set_tags (self->editor, (const char * const *) self->tags);
}

static void
tags_changed_cb (GlossKeptTags *self)
{
  g_auto (GStrv) old_tags = g_steal_pointer (&self->tags);

  self->tags = g_strdupv ((char **) gloss_tag_editor_get_tags (self->editor));
  show_tags (self);
}

static void
close_cb (GlossKeptTags *self)
{
  gloss_kept_tags_set_active (self, FALSE);
}

static void
gloss_kept_tags_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, GLOSS_KEPT_TAGS (object)->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_kept_tags_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_ACTIVE:
      gloss_kept_tags_set_active (GLOSS_KEPT_TAGS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_kept_tags_dispose (GObject *object)
{
  GlossKeptTags *self = GLOSS_KEPT_TAGS (object);

  self->editor = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->notebook);

  G_OBJECT_CLASS (gloss_kept_tags_parent_class)->dispose (object);
}

static void
gloss_kept_tags_finalize (GObject *object)
{
  g_strfreev (GLOSS_KEPT_TAGS (object)->tags);

  G_OBJECT_CLASS (gloss_kept_tags_parent_class)->finalize (object);
}

static void
gloss_kept_tags_class_init (GlossKeptTagsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gloss_kept_tags_dispose;
  object_class->finalize = gloss_kept_tags_finalize;
  object_class->get_property = gloss_kept_tags_get_property;
  object_class->set_property = gloss_kept_tags_set_property;

  properties[PROP_ACTIVE] =
      g_param_spec_boolean ("active", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
gloss_kept_tags_init (GlossKeptTags *self)
{
  GtkWidget *label = gtk_label_new (_("Highlights are tagged"));
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->tags = g_new0 (char *, 1);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_tooltip_text (button, _("Keep No Tag Active"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Keep No Tag Active"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_object (button, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gtk_widget_add_css_class (self->box, "notes-filter");
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), button);

  gtk_widget_set_visible (self->box, FALSE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
gloss_kept_tags_set_notebook (GlossKeptTags *self,
                              GlossNotebook *notebook)
{
  g_return_if_fail (GLOSS_IS_KEPT_TAGS (self));

  if (!g_set_object (&self->notebook, notebook) && self->editor != NULL)
    return;

  if (self->editor != NULL)
    gtk_box_remove (GTK_BOX (self->box), GTK_WIDGET (self->editor));
  self->editor = GLOSS_TAG_EDITOR (gloss_tag_editor_new (notebook));
  gtk_widget_set_hexpand (GTK_WIDGET (self->editor), TRUE);
  g_signal_connect_object (self->editor, "tags-changed", G_CALLBACK (tags_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (self->box), GTK_WIDGET (self->editor), gtk_widget_get_first_child (self->box));
  show_tags (self);
}

void
gloss_kept_tags_set_active (GlossKeptTags *self,
                            gboolean       active)
{
  g_return_if_fail (GLOSS_IS_KEPT_TAGS (self));

  if (self->active == active)
    return;

  self->active = active;
  gtk_widget_set_visible (self->box, active);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

void
gloss_kept_tags_begin (GlossKeptTags      *self,
                       const char * const *tags)
{
  g_return_if_fail (GLOSS_IS_KEPT_TAGS (self));

  if (self->tags[0] == NULL && tags != NULL)
    {
      g_strfreev (self->tags);
      self->tags = g_strdupv ((char **) tags);
      show_tags (self);
    }

  /* Without a tag there is nothing to keep active: the reader is asked for one. */
  if (self->tags[0] == NULL && self->editor != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  else
    {
      g_autofree char *all = g_strjoinv (", ", self->tags);
      /* Translators: %s is one or more tags. */
      g_autofree char *message = g_strdup_printf (_("Highlights are tagged %s"), all);

      gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

const char * const *
gloss_kept_tags_get (GlossKeptTags *self)
{
  g_return_val_if_fail (GLOSS_IS_KEPT_TAGS (self), NULL);

  /* What is typed, and not yet ended by Enter, is meant. */
  if (self->active && self->editor != NULL)
    gloss_tag_editor_commit (self->editor);

  return self->active ? (const char * const *) self->tags : NULL;
}
