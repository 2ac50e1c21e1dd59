/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-preferences-dialog"

#include "config.h"

#include "ui/gloss-preferences-dialog.h"

#include <glib/gi18n.h>

#include "annotation/gloss-author.h"
#include "ui/gloss-color-names.h"

struct _GlossPreferencesDialog
{
  AdwPreferencesDialog  parent_instance;

  AdwComboRow          *scheme_row;
  AdwSwitchRow         *palette_row;
  AdwSpinRow           *size_row;
  AdwComboRow          *font_row;
  AdwSpinRow           *length_row;
  AdwPreferencesGroup  *author_group;
  AdwEntryRow          *author_row;

  GSettings            *settings;
};

G_DEFINE_FINAL_TYPE (GlossPreferencesDialog, gloss_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* The values of a key in the order in which the rows offer them. */
static const char *const schemes[] = { "follow", "light", "dark", NULL };
static const char *const fonts[] = { "sans", "serif", NULL };

static gboolean
get_choice (GValue   *value,
            GVariant *variant,
            gpointer  choices)
{
  for (guint i = 0; ((const char **) choices)[i] != NULL; i++)
    if (g_str_equal (((const char **) choices)[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
set_choice (const GValue       *value,
            const GVariantType *type,
            gpointer            choices)
{
  guint position = g_value_get_uint (value);

  if (position >= g_strv_length (choices))
    return NULL;

  return g_variant_new_string (((const char **) choices)[position]);
}

static void
bind_choice (GlossPreferencesDialog *self,
             const char             *key,
             AdwComboRow            *row,
             const char *const      *choices)
{
  g_settings_bind_with_mapping (self->settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_choice, set_choice, (gpointer) choices, NULL);
}

static void
describe_author (GlossPreferencesDialog *self)
{
  /* Translators: %s is the name of a person, as their account on this computer has it. */
  g_autofree char *description = g_strdup_printf (_("New notes bear this name. Without one they bear that of your account, %s."),
                                                  gloss_author_get_account_name ());
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_preferences_group_set_description (self->author_group, escaped);
}

static void
gloss_preferences_dialog_dispose (GObject *object)
{
  GlossPreferencesDialog *self = GLOSS_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gloss_preferences_dialog_parent_class)->dispose (object);
}

static void
gloss_preferences_dialog_class_init (GlossPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_preferences_dialog_dispose;

  g_type_ensure (GLOSS_TYPE_COLOR_NAMES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossPreferencesDialog, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, GlossPreferencesDialog, palette_row);
  gtk_widget_class_bind_template_child (widget_class, GlossPreferencesDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, GlossPreferencesDialog, font_row);
  gtk_widget_class_bind_template_child (widget_class, GlossPreferencesDialog, length_row);
  gtk_widget_class_bind_template_child (widget_class, GlossPreferencesDialog, author_group);
  gtk_widget_class_bind_template_child (widget_class, GlossPreferencesDialog, author_row);
}

static void
gloss_preferences_dialog_init (GlossPreferencesDialog *self)
{
  self->settings = g_settings_new ("io.github.glossator.Glossator");

  gtk_widget_init_template (GTK_WIDGET (self));

  bind_choice (self, "color-scheme", self->scheme_row, schemes);
  bind_choice (self, "text-font", self->font_row, fonts);
  g_settings_bind (self->settings, "colorblind-palette", self->palette_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "text-size", self->size_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "line-length", self->length_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "author-name", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  describe_author (self);
}

AdwDialog *
gloss_preferences_dialog_new (void)
{
  return g_object_new (GLOSS_TYPE_PREFERENCES_DIALOG, NULL);
}
