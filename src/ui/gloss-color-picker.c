/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-color-picker"

#include "config.h"

#include "ui/gloss-color-picker.h"

#include <glib/gi18n.h>

#include "annotation/gloss-vocabulary.h"
#include "ui/gloss-style.h"

struct _GlossColorPicker
{
  GtkWidget  parent_instance;

  GtkWidget *swatches[GLOSS_N_COLORS];
};

G_DEFINE_FINAL_TYPE (GlossColorPicker, gloss_color_picker, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_COLOR_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (GlossColorPicker *self,
            GtkWidget        *swatch)
{
  for (int i = 0; i < GLOSS_N_COLORS; i++)
    if (self->swatches[i] == swatch)
      g_signal_emit (self, signals[SIGNAL_COLOR_PICKED], 0, i);
}

/* What a colour means is its name; which it is, one sees, or hears too. */
static void
update_names (GlossColorPicker *self)
{
  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    {
      g_autofree char *name = gloss_vocabulary_describe_color (gloss_vocabulary_get_default (), i);
      /* Translators: the first %s is the name of a colour, %u the key that chooses it. */
      g_autofree char *tooltip = g_strdup_printf (C_("color", "%s: %u"), name, i + 1);

      gtk_widget_set_tooltip_text (self->swatches[i], tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->swatches[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
gloss_color_picker_dispose (GObject *object)
{
  GlossColorPicker *self = GLOSS_COLOR_PICKER (object);

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    g_clear_pointer (&self->swatches[i], gtk_widget_unparent);

  G_OBJECT_CLASS (gloss_color_picker_parent_class)->dispose (object);
}

static void
gloss_color_picker_class_init (GlossColorPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_color_picker_dispose;

  signals[SIGNAL_COLOR_PICKED] =
      g_signal_new ("color-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gloss_color_picker_init (GlossColorPicker *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "color-picker");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Color"), -1);

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    {
      GtkWidget *swatch = gtk_toggle_button_new ();

      gtk_button_set_child (GTK_BUTTON (swatch), gtk_image_new_from_icon_name ("object-select-symbolic"));
      gtk_widget_add_css_class (swatch, "circular");
      gtk_widget_add_css_class (swatch, "color-swatch");
      gtk_widget_add_css_class (swatch, gloss_style_get_color_class (i));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (swatch), GTK_TOGGLE_BUTTON (self->swatches[0]));
      g_signal_connect_object (swatch, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

      gtk_widget_set_parent (swatch, GTK_WIDGET (self));
      self->swatches[i] = swatch;
    }

  update_names (self);
  g_signal_connect_object (gloss_vocabulary_get_default (), "changed", G_CALLBACK (update_names), self,
                           G_CONNECT_SWAPPED);
}

void
gloss_color_picker_set_color (GlossColorPicker *self,
                              GlossColor        color)
{
  g_return_if_fail (GLOSS_IS_COLOR_PICKER (self));
  g_return_if_fail ((guint) color < GLOSS_N_COLORS);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->swatches[color]), TRUE);
}

void
gloss_color_picker_unset_color (GlossColorPicker *self)
{
  g_return_if_fail (GLOSS_IS_COLOR_PICKER (self));

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->swatches[i]), FALSE);
}
