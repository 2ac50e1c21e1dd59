/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-list"

#include "config.h"

#include "ui/gloss-comparison-list-private.h"

GtkWidget *
gloss_comparison_list_find_row_widget (GlossComparisonList *self,
                                       guint                position)
{
  g_autoptr (GlossComparisonItem) shown = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
       shown != NULL && item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *widget = gtk_widget_get_first_child (item);

      if (GLOSS_IS_COMPARISON_ROW_WIDGET (widget) &&
          gloss_comparison_row_widget_get_item (GLOSS_COMPARISON_ROW_WIDGET (widget)) == shown)
        return widget;
    }

  return NULL;
}

/* A row that was just unfolded, or is far from what is on the screen, has a widget too, whose bounds tell nothing. */
static gboolean
is_in_view (GlossComparisonList *self,
            guint                position)
{
  GtkWidget *widget = gloss_comparison_list_find_row_widget (self, position);
  graphene_rect_t bounds;

  return widget != NULL &&
         gtk_widget_get_mapped (widget) &&
         gtk_widget_get_height (widget) > 0 &&
         gtk_widget_compute_bounds (widget, GTK_WIDGET (self->list_view), &bounds) &&
         bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (self->list_view));
}

/* A list scrolls only as far as it must, so that the row would stand at its edge. A reader wants
 * to see what comes after it: rows that did not fit are put below the upper edge. Where the row
 * stands is known when the list has been laid out, in the frame before this one. */
static gboolean
place_row_cb (GtkWidget     *list_view,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  GlossComparisonList *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));
  GtkWidget *widget;
  graphene_rect_t bounds;

  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;

  self->placing_tick = 0;
  widget = gloss_comparison_list_find_row_widget (self, self->placing_position);
  if (widget != NULL && gtk_widget_compute_bounds (widget, list_view, &bounds))
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + bounds.origin.y -
                                gtk_adjustment_get_page_size (adjustment) / 6);

  return G_SOURCE_REMOVE;
}

void
gloss_comparison_list_go_to (GlossComparisonList *self,
                             guint                position,
                             gboolean             select,
                             gboolean             focus)
{
  GtkListScrollFlags flags = GTK_LIST_SCROLL_FOCUS | (select ? GTK_LIST_SCROLL_SELECT : 0);
  gboolean in_view;

  /* What a list is told before it is shown is lost. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->list_view)))
    {
      self->waiting_position = position;
      self->waiting_select = select;
      self->waiting_focus = focus;
      return;
    }

  in_view = is_in_view (self, position);
  gtk_list_view_scroll_to (self->list_view, position, flags, NULL);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  self->placing_position = position;
  self->n_ticks = 0;
  if (!in_view && self->placing_tick == 0)
    self->placing_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), place_row_cb, self, NULL);
}

void
gloss_comparison_list_go_on (GlossComparisonList *self)
{
  guint position = self->waiting_position;

  self->waiting_position = GTK_INVALID_LIST_POSITION;
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    gloss_comparison_list_go_to (self, position, self->waiting_select, self->waiting_focus);
}

void
gloss_comparison_list_stop (GlossComparisonList *self)
{
  if (self->placing_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->placing_tick);
  self->placing_tick = 0;
}

/* The list lays out some two hundred rows wherever it goes, of which it maps the dozen that are on
 * the screen when it has done. */
void
gloss_comparison_list_see_rows (GlossComparisonList *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
       item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *widget = gtk_widget_get_first_child (item);

      if (GLOSS_IS_COMPARISON_ROW_WIDGET (widget) && gtk_widget_get_mapped (item) && gtk_widget_get_height (widget) > 0 &&
          !gloss_comparison_row_widget_get_seen (GLOSS_COMPARISON_ROW_WIDGET (widget)))
        gloss_comparison_list_see_row (self, widget);
    }
}
