/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-view"

#include "config.h"

#include "ui/gloss-comparison-view-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-comparison-look-up-dialog.h"
#include "ui/gloss-comparison-pairing-dialog.h"
#include "ui/gloss-comparison-row-widget.h"

/* Saying what happened */

static void
update_actions (GlossComparisonView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.undo", gloss_comparison_pairing_can_undo (self->pairing));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.redo", gloss_comparison_pairing_can_redo (self->pairing));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.reset-pairings",
                                 gloss_comparison_pairing_has_any (self->pairing));
}

static void
dismiss_toast (GlossComparisonView *self)
{
  if (self->pairing_toast != NULL)
    adw_toast_dismiss (self->pairing_toast);
  g_clear_weak_pointer (&self->pairing_toast);
}

static void undo (GlossComparisonView *self);

static void
say (GlossComparisonView *self,
     const char          *text,
     gboolean             offer_undo)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  dismiss_toast (self);
  if (overlay == NULL)
    return;

  toast = adw_toast_new (text);
  adw_toast_set_use_markup (toast, FALSE);
  if (offer_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo), self, G_CONNECT_SWAPPED);
      g_set_weak_pointer (&self->pairing_toast, toast);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/* What was done, which can be undone; or @error (nullable): why it was not. */
static void
finish (GlossComparisonView *self,
        const char          *text,
        const GError        *error)
{
  if (error != NULL)
    {
      /* Translators: %s says why, and names a file. */
      g_autofree char *message = g_strdup_printf (_("The pairing could not be kept: %s"), error->message);

      say (self, message, FALSE);
    }
  else if (text != NULL)
    say (self, text, TRUE);
}

/* Where the reader is */

/* The clause by which the place is found again when the rows are others. */
static void
remember_place (GlossComparisonView *self,
                GlossComparisonRow  *row)
{
  if (row == NULL)
    return;

  self->return_is_new = gloss_comparison_row_get_n_new (row) > 0;
  g_set_str (&self->return_id, gloss_clause_get_id (self->return_is_new ? gloss_comparison_row_get_new (row, 0)
                                                                        : gloss_comparison_row_get_old (row, 0)));
}

void
gloss_comparison_view_return (GlossComparisonView *self)
{
  g_autofree char *id = g_steal_pointer (&self->return_id);
  GlossComparisonRow *row = NULL;

  if (id != NULL)
    row = self->return_is_new ? gloss_comparison_find_new (self->comparison, id)
                              : gloss_comparison_find_old (self->comparison, id);
  if (row != NULL)
    gloss_comparison_list_go_to_row (self->list, row, FALSE);
}

static void
pairings_changed_cb (GlossComparisonView *self)
{
  remember_place (self, gloss_comparison_list_get_current_row (self->list));
  update_actions (self);
  gloss_comparison_view_retry (self);
}

GPtrArray *
gloss_comparison_view_load_pairings (GlossComparisonView *self,
                                     GlossDocument       *old_document,
                                     GlossDocument       *new_document)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pairings = gloss_comparison_pairing_open (self->pairing, gloss_document_get_name (old_document),
                                                       gloss_document_get_name (new_document), &error);

  update_actions (self);
  if (error != NULL)
    say (self, error->message, FALSE);

  return pairings;
}

/* Rows */

static gboolean
is_alone (GlossComparisonRow *row)
{
  return gloss_comparison_row_get_n_old (row) == 0 || gloss_comparison_row_get_n_new (row) == 0;
}

static void
row_bound_cb (GlossComparisonView      *self,
              GlossComparisonRowWidget *widget,
              GlossComparisonRow       *row)
{
  GtkWidget *badge;
  const char *text;

  if (!gloss_comparison_row_is_chosen (row))
    return;

  /* Translators: of clauses that the reader paired in another way than the comparison would. */
  text = is_alone (row) ? _("Unpaired by you") : _("Paired by you");
  badge = gtk_label_new (text);
  gtk_widget_add_css_class (badge, "caption-heading");
  gtk_widget_add_css_class (badge, "pairing-badge");
  gloss_comparison_row_widget_add_badge (widget, badge, text);
}

static void
menu_opening_cb (GlossComparisonView *self,
                 GlossComparisonRow  *row,
                 GMenu               *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (is_alone (row))
    g_menu_append (section, _("_Pair With…"), "comparison.pair");
  else
    g_menu_append (section, _("_Unpair These Clauses"), "comparison.unpair");
  if (gloss_comparison_row_is_chosen (row))
    g_menu_append (section, _("_Reset This Pairing"), "comparison.reset-pairing");
  if (gloss_comparison_pairing_has_any (self->pairing))
    g_menu_append (section, _("Reset _All Pairings"), "comparison.reset-pairings");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
unpair_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  GlossComparisonRow *row = gloss_comparison_list_get_current_row (self->list);
  g_autoptr (GError) error = NULL;

  if (row == NULL || is_alone (row))
    return;

  gloss_comparison_pairing_unpair (self->pairing, row, &error);
  finish (self, _("Clauses unpaired"), error);
}

static void
chosen_cb (GlossComparisonView *self,
           GlossClause         *old_clause,
           GlossClause         *new_clause)
{
  g_autoptr (GError) error = NULL;

  gloss_comparison_pairing_pair (self->pairing, gloss_clause_get_id (old_clause), gloss_clause_get_id (new_clause), &error);
  finish (self, _("Clauses paired"), error);
}

static void
pair_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  GlossComparisonRow *row = gloss_comparison_list_get_current_row (self->list);
  AdwDialog *dialog;

  if (row == NULL || !is_alone (row))
    return;

  dialog = gloss_comparison_pairing_dialog_new (self->comparison, row);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
reset_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  GlossComparisonRow *row = gloss_comparison_list_get_current_row (self->list);
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return;

  gloss_comparison_pairing_reset (self->pairing, row, &error);
  finish (self, _("Pairing reset"), error);
}

static void
reset_all_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  g_autoptr (GError) error = NULL;

  gloss_comparison_pairing_reset_all (self->pairing, &error);
  finish (self, _("All pairings reset"), error);
}

static void
undo (GlossComparisonView *self)
{
  g_autoptr (GError) error = NULL;

  dismiss_toast (self);
  if (!gloss_comparison_pairing_can_undo (self->pairing))
    return;

  gloss_comparison_pairing_undo (self->pairing, &error);
  finish (self, NULL, error);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  undo (GLOSS_COMPARISON_VIEW (widget));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  g_autoptr (GError) error = NULL;

  dismiss_toast (self);
  gloss_comparison_pairing_redo (self->pairing, &error);
  finish (self, NULL, error);
}

static void
place_chosen_cb (GlossComparisonView *self,
                 GlossComparisonRow  *row)
{
  gloss_comparison_list_go_to_row (self->list, row, FALSE);
  gloss_comparison_list_grab_focus (self->list);
}

static void
look_up_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  AdwDialog *dialog;

  if (self->comparison == NULL)
    return;

  dialog = gloss_comparison_look_up_dialog_new (self->comparison);
  g_signal_connect_object (dialog, "place-chosen", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
gloss_comparison_view_init_pairing (GlossComparisonView *self)
{
  self->pairing = gloss_comparison_pairing_new (NULL);
  g_signal_connect_object (self->pairing, "changed", G_CALLBACK (pairings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-bound", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "menu-opening", G_CALLBACK (menu_opening_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

void
gloss_comparison_view_dispose_pairing (GlossComparisonView *self)
{
  g_clear_weak_pointer (&self->pairing_toast);
  g_clear_object (&self->pairing);
  g_clear_pointer (&self->return_id, g_free);
}

void
gloss_comparison_view_install_pairing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.unpair", NULL, unpair_action);
  gtk_widget_class_install_action (widget_class, "comparison.pair", NULL, pair_action);
  gtk_widget_class_install_action (widget_class, "comparison.reset-pairing", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "comparison.reset-pairings", NULL, reset_all_action);
  gtk_widget_class_install_action (widget_class, "comparison.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "comparison.redo", NULL, redo_action);

  gtk_widget_class_install_action (widget_class, "comparison.look-up", NULL, look_up_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "comparison.look-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "comparison.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "comparison.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "comparison.redo", NULL);
}
