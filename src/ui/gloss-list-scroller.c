/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-list-scroller"

#include "config.h"

#include "ui/gloss-list-scroller.h"

/* The list comes nearer frame by frame; where it does not arrive, this is near enough. */
#define MAX_FRAMES 12

/* Pixels of an item that may be cut off without notice. */
#define EDGE 8

struct _GlossListScroller
{
  GObject                    parent_instance;

  GtkListView               *list_view;
  GtkScrolledWindow         *scrolled_window;
  GlossListScrollerFindItem  find_item;
  gpointer                   user_data;

  guint                      tick_id;
  guint                      n_frames;
  float                      last_y;
  guint                      position;
  guint                      focus;
  gboolean                   to_top;
};

G_DEFINE_FINAL_TYPE (GlossListScroller, gloss_list_scroller, G_TYPE_OBJECT)

enum
{
  SIGNAL_ARRIVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Puts the item at the top, where the list only made it visible. FALSE: it is not there yet. */
static gboolean
move_to_top (GlossListScroller *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  GtkWidget *item = self->find_item (self->position, self->user_data);
  graphene_rect_t bounds;
  double value, limit;
  float y;

  if (item == NULL || !gtk_widget_get_mapped (item) || gtk_widget_get_height (item) == 0 ||
      !gtk_widget_compute_bounds (item, GTK_WIDGET (self->scrolled_window), &bounds))
    {
      /* A list that had no size yet when it was told where to go has forgotten it. */
      gtk_list_view_scroll_to (self->list_view, self->position, GTK_LIST_SCROLL_NONE, NULL);
      return FALSE;
    }

  y = bounds.origin.y;
  value = gtk_adjustment_get_value (adjustment);
  limit = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  if (ABS (y) < 1 || (y > 0 && value >= limit - 1))
    return TRUE;

  /* Where the item stands as before, the last step is not laid out yet. */
  if (y != self->last_y)
    gtk_adjustment_set_value (adjustment, value + y);
  self->last_y = y;
  return FALSE;
}

/* A list that was just filled has no item to give the focus to when it is asked first. */
static void
ensure_focus (GlossListScroller *self)
{
  GtkWidget *item = self->focus != GTK_INVALID_LIST_POSITION ? self->find_item (self->focus, self->user_data) : NULL;

  if (item != NULL && gtk_widget_get_focus_child (item) == NULL && !gtk_widget_has_focus (item))
    gtk_widget_grab_focus (item);
}

static gboolean
tick_cb (GtkWidget     *list_view,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  GlossListScroller *self = user_data;

  if (!gtk_widget_get_mapped (list_view) || gtk_widget_get_height (list_view) == 0)
    return G_SOURCE_CONTINUE;

  if (self->n_frames++ == 0)
    {
      if (self->focus != GTK_INVALID_LIST_POSITION)
        gtk_list_view_scroll_to (self->list_view, self->focus, GTK_LIST_SCROLL_FOCUS, NULL);
      if (self->focus != self->position)
        gtk_list_view_scroll_to (self->list_view, self->position, GTK_LIST_SCROLL_NONE, NULL);
      return G_SOURCE_CONTINUE;
    }

  if (self->to_top && !move_to_top (self) && self->n_frames < MAX_FRAMES)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  ensure_focus (self);
  g_signal_emit (self, signals[SIGNAL_ARRIVED], 0, self->position);
  return G_SOURCE_REMOVE;
}

static void
gloss_list_scroller_dispose (GObject *object)
{
  gloss_list_scroller_stop (GLOSS_LIST_SCROLLER (object));

  G_OBJECT_CLASS (gloss_list_scroller_parent_class)->dispose (object);
}

static void
gloss_list_scroller_class_init (GlossListScrollerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gloss_list_scroller_dispose;

  signals[SIGNAL_ARRIVED] =
      g_signal_new ("arrived", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gloss_list_scroller_init (GlossListScroller *self)
{
}

GlossListScroller *
gloss_list_scroller_new (GtkListView               *list_view,
                         GtkScrolledWindow         *scrolled_window,
                         GlossListScrollerFindItem  find_item,
                         gpointer                   user_data)
{
  GlossListScroller *self = g_object_new (GLOSS_TYPE_LIST_SCROLLER, NULL);

  self->list_view = list_view;
  self->scrolled_window = scrolled_window;
  self->find_item = find_item;
  self->user_data = user_data;

  return self;
}

void
gloss_list_scroller_go (GlossListScroller *self,
                        guint              position,
                        guint              focus,
                        gboolean           to_top)
{
  g_return_if_fail (GLOSS_IS_LIST_SCROLLER (self));

  gloss_list_scroller_stop (self);
  self->position = position;
  self->focus = focus;
  self->to_top = to_top;
  self->last_y = G_MAXFLOAT;
  self->n_frames = 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->list_view), tick_cb, self, NULL);
}

gboolean
gloss_list_scroller_restart (GlossListScroller *self)
{
  g_return_val_if_fail (GLOSS_IS_LIST_SCROLLER (self), FALSE);

  self->n_frames = 0;
  self->last_y = G_MAXFLOAT;
  return self->tick_id != 0;
}

void
gloss_list_scroller_stop (GlossListScroller *self)
{
  g_return_if_fail (GLOSS_IS_LIST_SCROLLER (self));

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->list_view), self->tick_id);
  self->tick_id = 0;
}

GtkWidget *
gloss_list_scroller_find_top (GlossListScroller *self)
{
  float half;
  float first_y = G_MAXFLOAT, cut_y = -G_MAXFLOAT;
  GtkWidget *first = NULL, *cut = NULL;

  g_return_val_if_fail (GLOSS_IS_LIST_SCROLLER (self), NULL);

  half = (float) gtk_widget_get_height (GTK_WIDGET (self->scrolled_window)) / 2;
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      graphene_rect_t bounds;
      float y;

      if (!gtk_widget_get_mapped (item) ||
          !gtk_widget_compute_bounds (item, GTK_WIDGET (self->scrolled_window), &bounds))
        continue;

      y = bounds.origin.y;
      if (y >= -EDGE && y < first_y)
        {
          first = item;
          first_y = y;
        }
      else if (y < -EDGE && y > cut_y)
        {
          cut = item;
          cut_y = y;
        }
    }

  return first == NULL || (cut != NULL && first_y > half) ? cut : first;
}
