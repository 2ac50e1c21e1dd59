/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-view"

#include "config.h"

#include "ui/gloss-comparison-view-private.h"

#include "ui/gloss-comparison-notes.h"
#include "ui/gloss-export-dialog.h"
#include "ui/gloss-print-comparison.h"
#include "ui/gloss-print-job.h"

static void
swap_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);

  gloss_comparison_view_compare (self, self->new_name, self->old_name);
}

/* Walking and exporting */

static void
next_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gloss_comparison_list_walk (GLOSS_COMPARISON_VIEW (widget)->list, 1);
}

static void
previous_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  gloss_comparison_list_walk (GLOSS_COMPARISON_VIEW (widget)->list, -1);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);

  self->show_same = TRUE;
  gloss_comparison_view_set_only_changes (self, FALSE);
  gloss_comparison_view_show_comparison (self);
  gloss_comparison_view_focus_list (self);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);

  GlossExportDialog *dialog = gloss_export_dialog_new_for_comparison (self->comparison);
  GlossComparisonNotes *notes = gloss_comparison_notes_get (self);

  if (notes != NULL)
    {
      g_autoptr (GPtrArray) annotations = gloss_comparison_notes_dup_all (notes);

      gloss_export_dialog_set_departures (dialog, annotations);
    }
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  GlossComparisonNotes *notes = gloss_comparison_notes_get (self);
  g_autoptr (GPtrArray) annotations = notes != NULL ? gloss_comparison_notes_dup_all (notes) : NULL;
  gboolean redline = g_settings_get_boolean (self->settings, "comparison-redline");
  GtkRoot *root = gtk_widget_get_root (widget);

  gloss_print_job_run (gloss_print_comparison (self->comparison, annotations,
                                               redline ? GLOSS_PRINT_REDLINE : GLOSS_PRINT_SIDE_BY_SIDE),
                       GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

/* Brings the list of changes and goes to it, or away where it is. */
static void
show_changes_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);
  gboolean show = !adw_overlay_split_view_get_show_sidebar (self->split_view);

  adw_overlay_split_view_set_show_sidebar (self->split_view, show);
  if (show)
    gloss_comparison_pane_focus (self->pane);
  else
    gloss_comparison_list_grab_focus (self->list);
}

/* While a window takes another shape, for some frames nothing of it is mapped. */
static gboolean
take_focus_cb (GtkWidget     *list,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  if (!gtk_widget_get_mapped (list))
    return G_SOURCE_CONTINUE;

  gloss_comparison_list_grab_focus (GLOSS_COMPARISON_LIST (list));
  return G_SOURCE_REMOVE;
}

/* Where there is little room, the list of changes would cover the texts: it comes when it is asked
 * for. Where there is room it stands as the reader left it. */
static void
update_sidebar (GlossComparisonView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pane));

  adw_overlay_split_view_set_show_sidebar (self->split_view,
                                           !adw_overlay_split_view_get_collapsed (self->split_view) &&
                                             g_settings_get_boolean (self->settings, "comparison-show-changes"));

  /* Else the focus would go to whatever stands next in the window. The rows are only now being laid out anew. */
  if (had_focus && !adw_overlay_split_view_get_show_sidebar (self->split_view))
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), take_focus_cb, NULL, NULL);
}

static void
sidebar_shown_cb (GlossComparisonView *self)
{
  if (!adw_overlay_split_view_get_collapsed (self->split_view))
    g_settings_set_boolean (self->settings, "comparison-show-changes",
                            adw_overlay_split_view_get_show_sidebar (self->split_view));
}

void
gloss_comparison_view_bind_settings (GlossComparisonView *self)
{
  static const char *const keys[] = {
    "comparison-redline", "comparison-fold-unchanged", "colorblind-palette",
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->settings = g_settings_new ("io.github.glossator.Glossator");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (group), action);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "comparison-setting", G_ACTION_GROUP (group));

  g_settings_bind (self->settings, "comparison-redline", self->list, "redline", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "comparison-fold-unchanged", self->list, "folding", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "colorblind-palette", self->list, "colorblind", G_SETTINGS_BIND_DEFAULT);

  g_signal_connect_object (self->split_view, "notify::collapsed", G_CALLBACK (update_sidebar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split_view, "notify::show-sidebar", G_CALLBACK (sidebar_shown_cb), self, G_CONNECT_SWAPPED);
  update_sidebar (self);
}

void
gloss_comparison_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "comparison.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "comparison.swap", NULL, swap_action);
  gtk_widget_class_install_action (widget_class, "comparison.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "comparison.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "comparison.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "comparison.show-changes", NULL, show_changes_action);
  gtk_widget_class_install_property_action (widget_class, "comparison.only-changes", "only-changes");
}
