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

/* The list comes nearer frame by frame, for it knows the heights of its rows only where it has laid them out. */
#define MIN_FRAMES 4
#define MAX_FRAMES 15

/* Where the upper edge of the row is to stand, in pixels below that of the list.
 *
 * A list scrolls only as far as it must, so that a row gone to would stand at its edge. A reader wants to see
 * what comes after it: rows that did not fit are put below the upper edge. A row that was on the screen stays
 * where it was; one that is cut off at the top, and has another height now, stays cut off at the same words. */
static double
find_target (GlossComparisonList *self,
             double               height,
             double               page)
{
  if (!self->keeping)
    return page / 6;
  if (self->noted_y < 0)
    return self->noted_y * height / MAX (self->noted_height, 1);
  return CLAMP (self->noted_y, 0, MAX (page - height, 0));
}

static gboolean
place_row_cb (GtkWidget     *list_view,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  GlossComparisonList *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list_view));
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  guint position = self->keeping ? gtk_single_selection_get_selected (self->selection) : self->placing_position;
  gboolean there = FALSE;
  GtkWidget *widget;
  graphene_rect_t bounds;

  /* Where the row stands is known when the list has been laid out, in the frame before this one. */
  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;

  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    {
      widget = gloss_comparison_list_find_row_widget (self, position);
      if (widget != NULL && gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0 &&
          gtk_widget_compute_bounds (widget, list_view, &bounds))
        {
          double limit = MAX (gtk_adjustment_get_upper (adjustment) - page, 0);
          double goal = CLAMP (value + bounds.origin.y - find_target (self, bounds.size.height, page), 0, limit);

          there = ABS (goal - value) < 1;
          if (!there)
            gtk_adjustment_set_value (adjustment, goal);
        }
      else
        gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_NONE, NULL);

      if (self->n_ticks < (there ? MIN_FRAMES : MAX_FRAMES))
        return G_SOURCE_CONTINUE;
    }

  self->placing_tick = 0;
  self->keeping = FALSE;
  gloss_comparison_list_note_place (self);
  return G_SOURCE_REMOVE;
}

static void
start_placing (GlossComparisonList *self,
               guint                position)
{
  g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  self->placing_item = item;
  self->n_ticks = 0;
  if (self->placing_tick == 0)
    self->placing_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), place_row_cb, self, NULL);
}

void
gloss_comparison_list_note_place (GlossComparisonList *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  int height = gtk_widget_get_height (GTK_WIDGET (self->list_view));
  GtkWidget *widget = NULL;
  graphene_rect_t bounds;

  /* While rows are on their way they are not where they will be. */
  if (self->placing_tick != 0)
    return;

  if (selected != GTK_INVALID_LIST_POSITION)
    widget = gloss_comparison_list_find_row_widget (self, selected);
  self->noted = widget != NULL && gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0 &&
                gtk_widget_compute_bounds (widget, GTK_WIDGET (self->list_view), &bounds) &&
                bounds.origin.y + bounds.size.height > 0 && bounds.origin.y < height;
  if (self->noted)
    {
      self->noted_y = bounds.origin.y;
      self->noted_height = bounds.size.height;
    }
}

/* What is on its way already arrives by the new heights. */
void
gloss_comparison_list_keep_place (GlossComparisonList *self)
{
  if (self->placing_tick == 0)
    {
      if (!self->noted)
        return;
      self->keeping = TRUE;
      self->placing_position = gtk_single_selection_get_selected (self->selection);
    }

  start_placing (self, self->placing_position);
}

void
gloss_comparison_list_take_place (GlossComparisonList *self)
{
  if (gtk_single_selection_get_selected_item (self->selection) != self->placing_item)
    gloss_comparison_list_stop (self);
  gloss_comparison_list_note_place (self);
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

  /* Other items stand around the row, which stays where it was. */
  if (self->keeping && !select)
    return;

  gloss_comparison_list_stop (self);
  self->placing_position = position;
  if (!in_view)
    start_placing (self, position);
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
  self->keeping = FALSE;
}

/* The list lays out some two hundred rows wherever it goes, of which it maps the dozen that are on
 * the screen when it has done. */
static void
see_rows (GlossComparisonList *self)
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

/* By the time that anybody tells of another size, the rows have it: where the selected one stood is what was
 * taken down in the frame before. */
void
gloss_comparison_list_laid_out (GlossComparisonList *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->list_view));
  int height = gtk_widget_get_height (GTK_WIDGET (self->list_view));

  see_rows (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->list_view)))
    return;

  if (self->width != width || self->height != height)
    gloss_comparison_list_keep_place (self);
  else
    gloss_comparison_list_note_place (self);
  self->width = width;
  self->height = height;
}
