/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-view"

#include "config.h"

#include "ui/gloss-comparison-view-private.h"

#include <glib/gi18n.h>

#include "export/gloss-export-comparison.h"
#include "ui/gloss-comparison-look-up-dialog.h"

/* Marks @matches (transfer full) (nullable) in the rows, and says how many there are. */
static void
take_matches (GlossComparisonView *self,
              GlossPhraseCount    *matches)
{
  g_autofree char *text = NULL;

  gloss_comparison_list_set_matches (self->list, NULL);
  g_clear_pointer (&self->matches, gloss_phrase_count_free);
  self->matches = matches;
  gloss_comparison_list_set_matches (self->list, matches);

  if (matches != NULL)
    /* Translators: the words that were looked up, and how often they stand in two documents:
     * “information weapons”: 1 in A/66/359, 0 in A/69/723 */
    text = g_strdup_printf (_("“%s”: %u in %s, %u in %s"), self->words, matches->old_places->len,
                            gloss_export_comparison_get_name (self->comparison, GLOSS_EXPORT_OLD),
                            matches->new_places->len,
                            gloss_export_comparison_get_name (self->comparison, GLOSS_EXPORT_NEW));
  gtk_label_set_text (self->match_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->match_bar, matches != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.next-match", matches != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.previous-match", matches != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.stop-look-up", matches != NULL);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GlossPhraseCount *matches = gloss_phrase_count_new_finish (result, NULL);
  GlossComparisonView *self;

  /* Only a cancelled search fails; the page may be gone. */
  if (matches == NULL)
    return;

  self = user_data;
  g_clear_object (&self->match_cancellable);
  take_matches (self, matches);
}

static void
stop (GlossComparisonView *self)
{
  g_cancellable_cancel (self->match_cancellable);
  g_clear_object (&self->match_cancellable);
}

void
gloss_comparison_view_update_matches (GlossComparisonView *self)
{
  stop (self);
  take_matches (self, NULL);
  if (self->comparison == NULL || self->words == NULL)
    return;

  self->match_cancellable = g_cancellable_new ();
  gloss_phrase_count_new_async (gloss_comparison_get_old_document (self->comparison),
                                gloss_comparison_get_new_document (self->comparison), self->words,
                                self->match_cancellable, counted_cb, self);
}

/* Where only changes are shown, the row may be left out. */
static void
go_to (GlossComparisonView *self,
       GlossComparisonRow  *row)
{
  GlossComparisonItems *items = gloss_comparison_list_get_items (self->list);

  if (gloss_comparison_items_reveal (items, row, GLOSS_COMPARISON_ITEM_ROW) == GTK_INVALID_LIST_POSITION)
    gloss_comparison_view_set_only_changes (self, FALSE);
  gloss_comparison_list_go_to_row (self->list, row, FALSE);
}

static void
place_chosen_cb (GlossComparisonView *self,
                 GlossComparisonRow  *row,
                 const char          *words)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (words));

  if (g_set_str (&self->words, trimmed))
    gloss_comparison_view_update_matches (self);
  go_to (self, row);
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

  dialog = gloss_comparison_look_up_dialog_new (self->comparison, self->words);
  g_signal_connect_object (dialog, "place-chosen", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
walk_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  GlossComparisonRow *row = gloss_comparison_list_find_match (self->list,
                                                              g_str_equal (action_name, "comparison.next-match") ? 1 : -1);

  if (row != NULL)
    go_to (self, row);
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);

  g_clear_pointer (&self->words, g_free);
  gloss_comparison_view_update_matches (self);
  gloss_comparison_list_grab_focus (self->list);
}

void
gloss_comparison_view_init_look_up (GlossComparisonView *self)
{
  g_signal_connect (self, "notify::comparison", G_CALLBACK (gloss_comparison_view_update_matches), NULL);
  gloss_comparison_view_update_matches (self);
}

void
gloss_comparison_view_dispose_look_up (GlossComparisonView *self)
{
  stop (self);
  if (self->list != NULL)
    gloss_comparison_list_set_matches (self->list, NULL);
  g_clear_pointer (&self->matches, gloss_phrase_count_free);
  g_clear_pointer (&self->words, g_free);
}

void
gloss_comparison_view_install_look_up (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.look-up", NULL, look_up_action);
  gtk_widget_class_install_action (widget_class, "comparison.next-match", NULL, walk_action);
  gtk_widget_class_install_action (widget_class, "comparison.previous-match", NULL, walk_action);
  gtk_widget_class_install_action (widget_class, "comparison.stop-look-up", NULL, stop_action);
}
