/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-extras"

#include "config.h"

#include "ui/gloss-comparison-extras.h"

struct _GlossComparisonExtras
{
  GtkBox   parent_instance;

  GString *spoken;
};

G_DEFINE_FINAL_TYPE (GlossComparisonExtras, gloss_comparison_extras, GTK_TYPE_BOX)

static void
gloss_comparison_extras_finalize (GObject *object)
{
  g_string_free (GLOSS_COMPARISON_EXTRAS (object)->spoken, TRUE);

  G_OBJECT_CLASS (gloss_comparison_extras_parent_class)->finalize (object);
}

static void
gloss_comparison_extras_class_init (GlossComparisonExtrasClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_comparison_extras_finalize;
}

static void
gloss_comparison_extras_init (GlossComparisonExtras *self)
{
  self->spoken = g_string_new (NULL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
gloss_comparison_extras_new (void)
{
  return g_object_new (GLOSS_TYPE_COMPARISON_EXTRAS, NULL);
}

void
gloss_comparison_extras_clear (GlossComparisonExtras *self)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_EXTRAS (self));

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_box_remove (GTK_BOX (self), child);
  g_string_truncate (self->spoken, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
append (GlossComparisonExtras *self,
        GtkWidget             *widget)
{
  gtk_box_append (GTK_BOX (self), widget);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
gloss_comparison_extras_add_link (GlossComparisonExtras *self,
                                  const char            *label,
                                  gboolean               is_away,
                                  const char            *new_id)
{
  GtkWidget *button;

  g_return_if_fail (GLOSS_IS_COMPARISON_EXTRAS (self));

  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "comparison-link");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "comparison.follow");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(bs)", is_away, new_id);
  append (self, button);
}

void
gloss_comparison_extras_add_badge (GlossComparisonExtras *self,
                                   GtkWidget             *badge,
                                   const char            *spoken)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_EXTRAS (self));
  g_return_if_fail (GTK_IS_WIDGET (badge));
  g_return_if_fail (spoken != NULL);

  append (self, badge);
  if (self->spoken->len > 0)
    g_string_append (self->spoken, "; ");
  g_string_append (self->spoken, spoken);
}

char *
gloss_comparison_extras_speak (GlossComparisonExtras *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_EXTRAS (self), NULL);

  return g_strdup (self->spoken->str);
}
