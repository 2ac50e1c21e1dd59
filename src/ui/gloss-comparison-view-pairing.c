/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-view"

#include "config.h"

#include "ui/gloss-comparison-view-private.h"

#include <glib/gi18n.h>

#include "ui/gloss-comparison-pairing-dialog.h"
#include "ui/gloss-comparison-row-widget.h"

/* Undo */

static gint64
get_time (gpointer source,
          gboolean again,
          gpointer user_data)
{
  const GlossPairingStep *step = again ? gloss_comparison_pairing_peek_redo (source)
                                       : gloss_comparison_pairing_peek_undo (source);

  return step != NULL ? step->time_us : 0;
}

/* Why a pairing could not be kept, for the reader. */
static char *
dup_failure (const GError *error)
{
  /* Translators: %s says why, and names a file. */
  return g_strdup_printf (_("The pairing could not be kept: %s"), error->message);
}

static gboolean
make (gpointer   source,
      gboolean   again,
      gpointer   user_data,
      char     **label,
      GError   **error)
{
  const GlossPairingStep *step = again ? gloss_comparison_pairing_peek_redo (source)
                                       : gloss_comparison_pairing_peek_undo (source);
  g_autoptr (GError) why = NULL;
  g_autofree char *message = NULL;

  *label = g_strdup (step->label);
  if (again ? gloss_comparison_pairing_redo (source, &why) : gloss_comparison_pairing_undo (source, &why))
    return TRUE;

  message = dup_failure (why);
  g_set_error_literal (error, why->domain, why->code, message);
  return FALSE;
}

static const GlossHistoryKind history_kind = {
  .get_time = get_time,
  .make = make,
};

static void
update_actions (GlossComparisonView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.reset-pairings",
                                 gloss_comparison_pairing_has_any (self->pairing));
}

/* Says what was done; or why it was not. */
static void
finish (GlossComparisonView *self,
        const GError        *error)
{
  const GlossPairingStep *step = gloss_comparison_pairing_peek_undo (self->pairing);
  g_autofree char *message = NULL;

  if (error != NULL)
    {
      message = dup_failure (error);
      gloss_comparison_view_say (self, message);
    }
  else if (step != NULL)
    gloss_comparison_view_offer_undo (self, step->label);
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
  gloss_history_update (self->history);
  self->outdated = TRUE;
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
  gloss_history_update (self->history);
  if (error != NULL)
    gloss_comparison_view_say (self, error->message);

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
  finish (self, error);
}

static void
chosen_cb (GlossComparisonView *self,
           GlossClause         *old_clause,
           GlossClause         *new_clause)
{
  g_autoptr (GError) error = NULL;

  gloss_comparison_pairing_pair (self->pairing, gloss_clause_get_id (old_clause), gloss_clause_get_id (new_clause), &error);
  finish (self, error);
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
  finish (self, error);
}

static void
reset_all_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  g_autoptr (GError) error = NULL;

  gloss_comparison_pairing_reset_all (self->pairing, &error);
  finish (self, error);
}

void
gloss_comparison_view_init_pairing (GlossComparisonView *self)
{
  self->pairing = gloss_comparison_pairing_new (NULL);
  gloss_history_add (self->history, G_OBJECT (self->pairing), &history_kind, NULL);
  g_signal_connect_object (self->pairing, "changed", G_CALLBACK (pairings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-bound", G_CALLBACK (row_bound_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "menu-opening", G_CALLBACK (menu_opening_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

void
gloss_comparison_view_dispose_pairing (GlossComparisonView *self)
{
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
}
