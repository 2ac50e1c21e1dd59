/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-view"

#include "config.h"

#include "ui/gloss-comparison-view-private.h"

#include <glib/gi18n.h>

/* Most comparisons are there before anybody could read that they are being made. */
#define PROGRESS_DELAY_MS 300

/* One comparing, which may be given up before it comes to its end. */
typedef struct
{
  GlossComparisonView *view; /* there as long as it is not cancelled */
  GCancellable        *cancellable;
} Comparing;

static void
comparing_free (Comparing *comparing)
{
  g_clear_object (&comparing->cancellable);
  g_free (comparing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparing, comparing_free)

/* Nothing leaves the page as the comparison of two documents that it is not of. */
static void
update_actions (GlossComparisonView *self)
{
  gboolean shown = self->comparison != NULL && self->cancellable == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.export", shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.print", shown);
}

void
gloss_comparison_view_stop (GlossComparisonView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.cancel", FALSE);
  update_actions (self);
}

/* What belongs to the list goes with it. */
static void
show_progress (GlossComparisonView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparison.cancel", TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), FALSE);
  gtk_widget_set_visible (self->bottom_bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gloss_comparison_view_focus_list (self);
}

static gboolean
progress_timeout_cb (gpointer user_data)
{
  GlossComparisonView *self = user_data;

  self->progress_timeout = 0;
  show_progress (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Comparing…"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  return G_SOURCE_REMOVE;
}

static void
progress_cb (guint    percent,
             gpointer user_data)
{
  Comparing *comparing = user_data;

  if (!g_cancellable_is_cancelled (comparing->cancellable))
    gtk_progress_bar_set_fraction (comparing->view->progress_bar, percent / 100.0);
}

static void
show_failure (GlossComparisonView *self,
              const GError        *error)
{
  gloss_comparison_view_show_status (self, "dialog-warning-symbolic", _("Comparison Failed"), error->message,
                                     _("_Try Again"), "comparison.retry");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* The list, which is as it was left, or what stood in its place. */
static void
show_comparison (GlossComparisonView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), TRUE);
  gtk_widget_set_visible (self->bottom_bar, TRUE);
  gloss_comparison_view_show_comparison (self);
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Comparing) comparing = user_data;
  GlossComparisonView *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossComparison) comparison = gloss_comparison_new_finish (result, &error);

  /* The page may be gone, or compares other documents by now. */
  if (g_cancellable_is_cancelled (comparing->cancellable))
    return;

  self = comparing->view;
  gloss_comparison_view_stop (self);
  if (comparison == NULL)
    {
      show_failure (self, error);
      return;
    }

  self->show_same = FALSE;
  self->outdated = FALSE;
  gloss_comparison_view_set_comparison (self, comparison);
  show_comparison (self);
  update_actions (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->summary_label),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gloss_comparison_view_return (self);
  gloss_comparison_view_focus_list (self);
}

void
gloss_comparison_view_retry (GlossComparisonView *self)
{
  g_autoptr (GlossDocument) old_document = NULL;
  g_autoptr (GlossDocument) new_document = NULL;
  g_autoptr (GPtrArray) pairings = NULL;
  g_autoptr (GError) error = NULL;
  Comparing *comparing;

  gloss_comparison_view_stop (self);

  old_document = gloss_library_load (self->library, self->old_name, &error);
  if (old_document != NULL)
    new_document = gloss_library_load (self->library, self->new_name, &error);
  if (new_document == NULL)
    {
      gloss_comparison_view_set_comparison (self, NULL);
      update_actions (self);
      show_failure (self, error);
      return;
    }

  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  update_actions (self);
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "progress"))
    show_progress (self);
  else
    self->progress_timeout = g_timeout_add (PROGRESS_DELAY_MS, progress_timeout_cb, self);

  comparing = g_new0 (Comparing, 1);
  comparing->view = self;
  comparing->cancellable = g_object_ref (self->cancellable);
  pairings = gloss_comparison_view_load_pairings (self, old_document, new_document);
  gloss_comparison_new_with_choices_async (old_document, new_document, pairings, progress_cb, comparing,
                                           self->cancellable, compared_cb, comparing);
}

static void
retry_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gloss_comparison_view_retry (GLOSS_COMPARISON_VIEW (widget));
}

/* Back to the comparison that was there before; or, where there was none, to the page before this one. */
static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  GlossComparisonView *self = GLOSS_COMPARISON_VIEW (widget);

  gloss_comparison_view_stop (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Comparison Stopped"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  if (self->comparison != NULL && !self->outdated)
    {
      GlossDocument *old_document = gloss_comparison_get_old_document (self->comparison);
      GlossDocument *new_document = gloss_comparison_get_new_document (self->comparison);
      g_autoptr (GPtrArray) pairings = gloss_comparison_view_load_pairings (self, old_document, new_document);

      gloss_comparison_view_set_documents (self, gloss_document_get_name (old_document),
                                           gloss_document_get_name (new_document));
      show_comparison (self);
      gloss_comparison_view_focus_list (self);
      return;
    }

  gloss_comparison_view_show_status (self, "process-stop-symbolic", _("Comparison Stopped"), "", _("_Try Again"),
                                     "comparison.retry");
  gloss_comparison_view_focus_list (self);
  if (self->comparison == NULL)
    gtk_widget_activate_action (widget, "navigation.pop", NULL);
}

void
gloss_comparison_view_install_compare (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comparison.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "comparison.cancel", NULL, cancel_action);
}
