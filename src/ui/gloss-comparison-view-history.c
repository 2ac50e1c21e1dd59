/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-view"

#include "config.h"

#include "ui/gloss-comparison-view-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-toast.h"

#define SHORT_S 2

static void
dismiss_toast (GlossComparisonView *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_clear_weak_pointer (&self->toast);
}

/* (transfer none): the toast, in place of the last one, which says nothing true any more. */
static AdwToast *
show_toast (GlossComparisonView *self,
            const char          *text)
{
  AdwToast *toast = adw_toast_new (text);

  dismiss_toast (self);
  g_set_weak_pointer (&self->toast, toast);
  gloss_toast_add (GTK_WIDGET (self), toast);
  return self->toast;
}

void
gloss_comparison_view_say (GlossComparisonView *self,
                           const char          *text)
{
  show_toast (self, text);
}

static void
step (GlossComparisonView *self,
      gboolean             again)
{
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;
  gboolean made;

  made = again ? gloss_history_redo (self->history, &label, &error)
               : gloss_history_undo (self->history, &label, &error);
  if (!made)
    message = g_strdup (error->message);
  else if (label == NULL)
    return;
  else
    /* Translators: %s is what was done, such as “Remove Note”. */
    message = g_strdup_printf (again ? _("Redone: %s") : _("Undone: %s"), label);

  toast = show_toast (self, message);
  if (made && toast != NULL)
    adw_toast_set_timeout (toast, SHORT_S);
}

static void
undo_clicked_cb (GlossComparisonView *self)
{
  step (self, FALSE);
}

void
gloss_comparison_view_offer_undo (GlossComparisonView *self,
                                  const char          *text)
{
  AdwToast *toast = show_toast (self, text);

  if (toast == NULL)
    return;

  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, G_CONNECT_SWAPPED);
}

/* What a toast offers to undo is not the last thing any more. */
static void
changed_cb (GlossComparisonView *self)
{
  dismiss_toast (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.undo", gloss_history_can_undo (self->history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.redo", gloss_history_can_redo (self->history));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  step (GLOSS_COMPARISON_VIEW (widget), FALSE);
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  step (GLOSS_COMPARISON_VIEW (widget), TRUE);
}

void
gloss_comparison_view_init_history (GlossComparisonView *self)
{
  self->history = gloss_history_new ();
  g_signal_connect_object (self->history, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
gloss_comparison_view_dispose_history (GlossComparisonView *self)
{
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->history);
}

void
gloss_comparison_view_install_history (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "comparison.redo", NULL, redo_action);
}

GlossHistory *
gloss_comparison_view_get_history (GlossComparisonView *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_VIEW (self), NULL);

  return self->history;
}
