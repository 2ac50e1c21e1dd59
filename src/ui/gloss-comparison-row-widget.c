/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-row-widget"

#include "config.h"

#include "ui/gloss-comparison-row-widget.h"

#include <adwaita.h>

#include "ui/gloss-comparison-extras.h"
#include "ui/gloss-comparison-row-header.h"
#include "ui/gloss-comparison-speech.h"

#define HEADER_GAP 9
#define COLUMN_GAP 24
#define STACK_GAP 12

#define MIN_WIDTH 120
#define NATURAL_WIDTH 600

struct _GlossComparisonRowWidget
{
  GtkWidget                 parent_instance;

  GlossComparison          *comparison;
  GlossComparisonItem      *item;
  GlossComparisonRowHeader *header;
  GPtrArray                *blocks;        /* GlossComparisonBlock; NULL until they are needed */
  GtkWidget                *extras;        /* link and badges; NULL until there are some */
  GlossComparisonLayout     layout;
  GlossPalette              palette;
  GlossPhraseCount         *matches;       /* (nullable): not held */
  gboolean                  seen;

  GlossComparisonMetrics    metrics;
  int                       arranged_width; /* -1: not arranged */
  int                       arranged_height;
};

G_DEFINE_FINAL_TYPE (GlossComparisonRowWidget, gloss_comparison_row_widget, GTK_TYPE_WIDGET)

enum
{
  MENU_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_fold (GlossComparisonRowWidget *self)
{
  return gloss_comparison_item_get_kind (self->item) == GLOSS_COMPARISON_ITEM_FOLD;
}

static void
ensure_blocks (GlossComparisonRowWidget *self)
{
  if (self->blocks == NULL)
    self->blocks = gloss_comparison_blocks_new (self->comparison, self->item, self->layout, self->palette,
                                                self->matches);
}

static void
forget_blocks (GlossComparisonRowWidget *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->arranged_width = -1;
}

/* Where it is drawn */

/* How high a row may be of which nothing has been laid out. */
static int
guess_height (GlossComparisonRowWidget *self,
              int                       width)
{
  GlossComparisonRow *row = gloss_comparison_item_get_row (self->item);
  GlossComparisonItemKind kind = gloss_comparison_item_get_kind (self->item);
  int header;
  int column = self->layout == GLOSS_COMPARISON_SIDE_BY_SIDE ? (width - COLUMN_GAP) / 2 : width;
  int old_height;
  int new_height;

  if (self->metrics.line == 0)
    self->metrics = gloss_comparison_metrics_new (GTK_WIDGET (self));

  header = gloss_comparison_row_header_guess (&self->metrics, is_fold (self));
  if (kind == GLOSS_COMPARISON_ITEM_FOLD)
    return header;

  old_height = gloss_comparison_metrics_guess (&self->metrics, gloss_comparison_row_get_old_text (row), column);
  new_height = gloss_comparison_metrics_guess (&self->metrics, gloss_comparison_row_get_new_text (row), column);
  if (kind == GLOSS_COMPARISON_ITEM_MOVED_AWAY)
    return header + HEADER_GAP + old_height;
  if (self->layout == GLOSS_COMPARISON_STACKED)
    return header + HEADER_GAP + old_height + STACK_GAP + new_height;
  return header + HEADER_GAP + MAX (old_height, new_height);
}

/* FALSE: there are none, which have no size. */
static gboolean
measure_extras (GlossComparisonRowWidget *self,
                int                       width,
                int                      *extras_width,
                int                      *extras_height)
{
  *extras_width = *extras_height = 0;
  if (self->extras == NULL || !gtk_widget_get_visible (self->extras))
    return FALSE;

  gtk_widget_measure (self->extras, GTK_ORIENTATION_HORIZONTAL, -1, NULL, extras_width, NULL, NULL);
  *extras_width = MIN (*extras_width, width);
  gtk_widget_measure (self->extras, GTK_ORIENTATION_VERTICAL, *extras_width, NULL, extras_height, NULL, NULL);
  return TRUE;
}

/* Arranges everything for a width and returns the height. */
static int
arrange (GlossComparisonRowWidget *self,
         int                       width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int extras_width;
  int extras_height;
  int old_height;
  int new_height;
  int height;

  if (self->item == NULL)
    return 0;
  if (self->arranged_width == width)
    return self->arranged_height;

  self->arranged_width = width;
  if (!self->seen)
    return self->arranged_height = guess_height (self, width);

  ensure_blocks (self);
  measure_extras (self, width, &extras_width, &extras_height);

  height = MAX (gloss_comparison_row_header_measure (self->header, widget, width, extras_width),
                extras_height);
  if (!is_fold (self))
    height += HEADER_GAP;

  if (self->layout == GLOSS_COMPARISON_SIDE_BY_SIDE)
    {
      int column = MAX ((width - COLUMN_GAP) / 2, 1);

      old_height = gloss_comparison_blocks_arrange (self->blocks, widget, FALSE, TRUE, rtl ? width - column : 0, height, column);
      new_height = gloss_comparison_blocks_arrange (self->blocks, widget, TRUE, TRUE, rtl ? 0 : width - column, height, column);
      height += MAX (old_height, new_height);
    }
  else
    {
      old_height = gloss_comparison_blocks_arrange (self->blocks, widget, FALSE, FALSE, 0, height, width);
      height += old_height;
      new_height = gloss_comparison_blocks_arrange (self->blocks, widget, TRUE, FALSE, 0,
                                                    height + (old_height > 0 ? STACK_GAP : 0), width);
      height += new_height + (old_height > 0 && new_height > 0 ? STACK_GAP : 0);
    }

  self->arranged_height = height;
  return height;
}

static GtkSizeRequestMode
gloss_comparison_row_widget_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gloss_comparison_row_widget_measure (GtkWidget      *widget,
                                     GtkOrientation  orientation,
                                     int             for_size,
                                     int            *minimum,
                                     int            *natural,
                                     int            *minimum_baseline,
                                     int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = arrange (GLOSS_COMPARISON_ROW_WIDGET (widget), for_size >= 0 ? for_size : NATURAL_WIDTH);
}

static void
gloss_comparison_row_widget_size_allocate (GtkWidget *widget,
                                           int        width,
                                           int        height,
                                           int        baseline)
{
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (widget);
  int extras_width;
  int extras_height;

  arrange (self, width);
  if (!measure_extras (self, width, &extras_width, &extras_height))
    return;

  gtk_widget_size_allocate (self->extras,
                            &(GtkAllocation) {
                              gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : width - extras_width, 0,
                              extras_width, extras_height,
                            },
                            -1);
}

static void
gloss_comparison_row_widget_snapshot (GtkWidget   *widget,
                                      GtkSnapshot *snapshot)
{
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (widget);
  GdkRGBA color;

  if (self->item == NULL || !self->seen)
    return;

  gtk_widget_get_color (widget, &color);
  gloss_comparison_row_header_snapshot (self->header, widget, snapshot, self->palette);
  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    gloss_comparison_block_snapshot (g_ptr_array_index (self->blocks, i), snapshot, &color);
  if (self->extras != NULL)
    gtk_widget_snapshot_child (widget, self->extras, snapshot);
}

/* Fonts and colours are other ones. */
static void
restyle (GlossComparisonRowWidget *self)
{
  self->metrics.line = 0;
  gloss_comparison_row_header_forget_layout (self->header);
  forget_blocks (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
gloss_comparison_row_widget_css_changed (GtkWidget         *widget,
                                         GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (gloss_comparison_row_widget_parent_class)->css_changed (widget, change);

  restyle (GLOSS_COMPARISON_ROW_WIDGET (widget));
}

static void
gloss_comparison_row_widget_direction_changed (GtkWidget        *widget,
                                               GtkTextDirection  previous)
{
  GLOSS_COMPARISON_ROW_WIDGET (widget)->arranged_width = -1;

  GTK_WIDGET_CLASS (gloss_comparison_row_widget_parent_class)->direction_changed (widget, previous);
}

/* The extras */

static GlossComparisonExtras *
ensure_extras (GlossComparisonRowWidget *self)
{
  if (self->extras == NULL)
    {
      self->extras = gloss_comparison_extras_new ();
      gtk_widget_set_parent (self->extras, GTK_WIDGET (self));
    }
  self->arranged_width = -1;

  return GLOSS_COMPARISON_EXTRAS (self->extras);
}

static void
clear_extras (GlossComparisonRowWidget *self)
{
  if (self->extras != NULL)
    gloss_comparison_extras_clear (ensure_extras (self));
}

/* The other end of a row that moved can be gone to. */
static void
add_link (GlossComparisonRowWidget *self)
{
  g_autofree char *label = gloss_comparison_show_other_end (self->comparison, self->item);
  GlossComparisonRow *row = gloss_comparison_item_get_row (self->item);

  if (label != NULL)
    gloss_comparison_extras_add_link (ensure_extras (self), label,
                                      gloss_comparison_item_get_kind (self->item) == GLOSS_COMPARISON_ITEM_MOVED_AWAY,
                                      gloss_clause_get_id (gloss_comparison_row_get_new (row, 0)));
}

/* What a row needs that is seen. */
static void
prepare (GlossComparisonRowWidget *self)
{
  gloss_comparison_row_header_set_item (self->header, self->comparison, self->item);
  add_link (self);
}

/* The pointer */

/* The clause under the pointer, or (nullable) NULL. */
static GlossClause *
find_clause_at (GlossComparisonRowWidget *self,
                double                    x,
                double                    y,
                gboolean                 *is_new)
{
  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    {
      GlossComparisonBlock *block = g_ptr_array_index (self->blocks, i);

      if (gloss_comparison_block_contains (block, x, y))
        {
          *is_new = gloss_comparison_block_is_new (block);
          return gloss_comparison_block_get_clause (block);
        }
    }

  return NULL;
}

static void
click_pressed_cb (GlossComparisonRowWidget *self,
                  int                       n_press,
                  double                    x,
                  double                    y,
                  GtkGestureClick          *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GlossClause *clause;
  gboolean is_new;

  if (self->item == NULL)
    return;

  if (event != NULL && gdk_event_triggers_context_menu (event))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      g_signal_emit (self, signals[MENU_REQUESTED], 0, x, y);
      return;
    }

  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) != GDK_BUTTON_PRIMARY)
    return;

  if (is_fold (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_activate_action (GTK_WIDGET (self), "comparison.toggle-fold", "s",
                                  gloss_clause_get_id (gloss_comparison_row_get_new (gloss_comparison_item_get_row (self->item), 0)));
      return;
    }

  /* Claimed, so that the list does not activate the row as well. */
  clause = n_press == 2 ? find_clause_at (self, x, y, &is_new) : NULL;
  if (clause != NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_activate_action (GTK_WIDGET (self), "comparison.open", "(bs)", is_new, gloss_clause_get_id (clause));
    }
}

static void
long_press_pressed_cb (GlossComparisonRowWidget *self,
                       double                    x,
                       double                    y)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[MENU_REQUESTED], 0, x, y);
}

static void
gloss_comparison_row_widget_dispose (GObject *object)
{
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (object);

  g_clear_pointer (&self->extras, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (gloss_comparison_row_widget_parent_class)->dispose (object);
}

static void
gloss_comparison_row_widget_finalize (GObject *object)
{
  GlossComparisonRowWidget *self = GLOSS_COMPARISON_ROW_WIDGET (object);

  gloss_comparison_row_header_free (self->header);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (gloss_comparison_row_widget_parent_class)->finalize (object);
}

static void
gloss_comparison_row_widget_class_init (GlossComparisonRowWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_comparison_row_widget_dispose;
  object_class->finalize = gloss_comparison_row_widget_finalize;
  widget_class->get_request_mode = gloss_comparison_row_widget_get_request_mode;
  widget_class->measure = gloss_comparison_row_widget_measure;
  widget_class->size_allocate = gloss_comparison_row_widget_size_allocate;
  widget_class->snapshot = gloss_comparison_row_widget_snapshot;
  widget_class->css_changed = gloss_comparison_row_widget_css_changed;
  widget_class->direction_changed = gloss_comparison_row_widget_direction_changed;

  signals[MENU_REQUESTED] =
    g_signal_new ("menu-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "comparisonrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gloss_comparison_row_widget_init (GlossComparisonRowWidget *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  self->header = gloss_comparison_row_header_new ();
  self->seen = TRUE;
  self->arranged_width = -1;

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_press_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));
}

GtkWidget *
gloss_comparison_row_widget_new (void)
{
  return g_object_new (GLOSS_TYPE_COMPARISON_ROW_WIDGET, NULL);
}

void
gloss_comparison_row_widget_set_item (GlossComparisonRowWidget *self,
                                      GlossComparison          *comparison,
                                      GlossComparisonItem      *item)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self));
  g_return_if_fail ((comparison == NULL) == (item == NULL));

  clear_extras (self);
  forget_blocks (self);
  g_set_object (&self->comparison, comparison);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  if (self->seen)
    prepare (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

GlossComparisonItem *
gloss_comparison_row_widget_get_item (GlossComparisonRowWidget *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self), NULL);

  return self->item;
}

GlossComparisonRow *
gloss_comparison_row_widget_get_row (GlossComparisonRowWidget *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self), NULL);

  return self->item != NULL ? gloss_comparison_item_get_row (self->item) : NULL;
}

void
gloss_comparison_row_widget_set_layout (GlossComparisonRowWidget *self,
                                        GlossComparisonLayout     layout,
                                        GlossPalette              palette,
                                        GlossPhraseCount         *matches)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self));

  if (self->layout == layout && self->palette == palette && self->matches == matches)
    return;

  self->layout = layout;
  self->palette = palette;
  self->matches = matches;
  forget_blocks (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
gloss_comparison_row_widget_set_seen (GlossComparisonRowWidget *self,
                                      gboolean                  seen)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self));

  if (self->seen == seen)
    return;

  self->seen = seen;
  self->arranged_width = -1;
  if (!seen || self->item == NULL)
    return;

  prepare (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
gloss_comparison_row_widget_get_seen (GlossComparisonRowWidget *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self), FALSE);

  return self->seen;
}

void
gloss_comparison_row_widget_add_badge (GlossComparisonRowWidget *self,
                                       GtkWidget                *badge,
                                       const char               *spoken)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self));

  gloss_comparison_extras_add_badge (ensure_extras (self), badge, spoken);
}

void
gloss_comparison_row_widget_clear_badges (GlossComparisonRowWidget *self)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self));

  clear_extras (self);
  if (self->item != NULL && self->seen)
    add_link (self);
}

char *
gloss_comparison_row_widget_speak_badges (GlossComparisonRowWidget *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self), NULL);

  return self->extras != NULL ? gloss_comparison_extras_speak (GLOSS_COMPARISON_EXTRAS (self->extras)) : g_strdup ("");
}

guint
gloss_comparison_row_widget_get_n_blocks (GlossComparisonRowWidget *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self), 0);

  if (self->item != NULL)
    ensure_blocks (self);
  return self->blocks != NULL ? self->blocks->len : 0;
}

GlossComparisonBlock *
gloss_comparison_row_widget_get_block (GlossComparisonRowWidget *self,
                                       guint                     index)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW_WIDGET (self), NULL);

  return index < gloss_comparison_row_widget_get_n_blocks (self) ? g_ptr_array_index (self->blocks, index) : NULL;
}
