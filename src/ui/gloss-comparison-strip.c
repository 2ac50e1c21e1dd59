/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-strip"

#include "config.h"

#include "ui/gloss-comparison-strip.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/gloss-style.h"

#define WIDTH 16
#define MARGIN 2
#define MIN_MARK_HEIGHT 3

struct _GlossComparisonStrip
{
  GtkWidget            parent_instance;

  GlossComparisonList *list;
};

G_DEFINE_FINAL_TYPE (GlossComparisonStrip, gloss_comparison_strip, GTK_TYPE_WIDGET)

static guint
get_n_items (GlossComparisonStrip *self)
{
  return self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (gloss_comparison_list_get_items (self->list))) : 0;
}

static void
draw_mark (GtkSnapshot   *snapshot,
           const GdkRGBA *color,
           float          x,
           float          y,
           float          width,
           float          height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* A row is drawn where it stands among the items, which all have the same height here. */
static void
draw_change (GlossComparisonStrip *self,
             GtkSnapshot          *snapshot,
             GlossRowState         state,
             float                 y,
             float                 height,
             gboolean              rtl,
             GlossPalette          palette)
{
  float half = (WIDTH - 2 * MARGIN - 2) / 2.0f;
  float first_x = rtl ? MARGIN + half + 2 : MARGIN;
  float last_x = rtl ? MARGIN : MARGIN + half + 2;
  GdkRGBA color = gloss_palette_get_line (palette, gloss_style_get_scheme (), gloss_palette_get_tone (state));

  switch (state)
    {
    case GLOSS_ROW_DROPPED:
      draw_mark (snapshot, &color, first_x, y, half, height);
      break;

    case GLOSS_ROW_NEW:
      draw_mark (snapshot, &color, last_x, y, half, height);
      break;

    case GLOSS_ROW_MOVED:
    case GLOSS_ROW_MOVED_REWORDED:
      draw_mark (snapshot, &color, MARGIN, y, WIDTH - 2 * MARGIN, height);
      break;

    case GLOSS_ROW_SPLIT:
    case GLOSS_ROW_MERGED:
      draw_mark (snapshot, &color, MARGIN + half / 2, y, half + 2, height);
      break;

    case GLOSS_ROW_UNCHANGED:
    case GLOSS_ROW_REWORDED:
    case GLOSS_ROW_RENUMBERED:
    default:
      draw_mark (snapshot, &color, first_x, y, half, height);
      draw_mark (snapshot, &color, last_x, y, half, height);
      break;
    }
}

static void
gloss_comparison_strip_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  GlossComparisonStrip *self = GLOSS_COMPARISON_STRIP (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n_items = get_n_items (self);
  float height = (float) gtk_widget_get_height (widget);
  float last_y = -1;
  GlossRowState last_state = GLOSS_N_ROW_STATES;
  guint selected;
  GlossPalette palette;
  GtkBitsetIter iter;
  guint position;
  GdkRGBA color;

  if (n_items == 0)
    return;

  palette = gloss_comparison_list_get_palette (self->list);

  for (gboolean more = gtk_bitset_iter_init_first (&iter, gloss_comparison_list_get_changes (self->list), &position);
       more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GlossComparisonItem) item = NULL;
      GlossRowState state;
      float y = floorf (height * position / n_items);

      item = g_list_model_get_item (G_LIST_MODEL (gloss_comparison_list_get_items (self->list)), position);
      state = gloss_comparison_row_get_state (gloss_comparison_item_get_row (item));

      /* Of many changes in one place, each state is drawn once. */
      if (y == last_y && state == last_state)
        continue;
      draw_change (self, snapshot, state, y, MAX (height / n_items, MIN_MARK_HEIGHT), rtl, palette);
      last_y = y;
      last_state = state;
    }

  selected = gloss_comparison_list_get_position (self->list);
  if (selected == GTK_INVALID_LIST_POSITION)
    return;

  gtk_widget_get_color (widget, &color);
  gtk_snapshot_append_border (snapshot,
                              &GSK_ROUNDED_RECT_INIT (0, MAX (height * selected / n_items - 2, 0), WIDTH,
                                                      MAX (height / n_items, MIN_MARK_HEIGHT) + 4),
                              (const float[4]) { 2, 2, 2, 2 }, (const GdkRGBA[4]) { color, color, color, color });
}

static void
gloss_comparison_strip_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
pressed_cb (GlossComparisonStrip *self,
            int                   n_press,
            double                x,
            double                y)
{
  guint position = gloss_comparison_strip_get_position (self, y);

  if (position != GTK_INVALID_LIST_POSITION)
    gloss_comparison_list_go_to_nearest (self->list, position);
}

static void
gloss_comparison_strip_dispose (GObject *object)
{
  g_clear_object (&GLOSS_COMPARISON_STRIP (object)->list);

  G_OBJECT_CLASS (gloss_comparison_strip_parent_class)->dispose (object);
}

static void
gloss_comparison_strip_class_init (GlossComparisonStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gloss_comparison_strip_dispose;
  widget_class->measure = gloss_comparison_strip_measure;
  widget_class->snapshot = gloss_comparison_strip_snapshot;

  gtk_widget_class_set_css_name (widget_class, "comparisonstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gloss_comparison_strip_init (GlossComparisonStrip *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Where the changes are"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview of changes"),
                                  /* Translators: of the overview beside the scrollbar */
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("The list of changes says the same in words."),
                                  -1);
}

void
gloss_comparison_strip_set_list (GlossComparisonStrip *self,
                                 GlossComparisonList  *list)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_STRIP (self));
  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (list));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "place-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "notify::colorblind", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

guint
gloss_comparison_strip_get_position (GlossComparisonStrip *self,
                                     double                y)
{
  guint n_items;
  int height;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_STRIP (self), GTK_INVALID_LIST_POSITION);

  n_items = get_n_items (self);
  height = gtk_widget_get_height (GTK_WIDGET (self));
  if (n_items == 0 || height <= 0)
    return GTK_INVALID_LIST_POSITION;

  return (guint) CLAMP (y / height * n_items, 0, n_items - 1);
}
