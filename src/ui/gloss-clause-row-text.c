/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-clause-row"

#include "config.h"

#include "ui/gloss-clause-row-private.h"

/* The text of a clause under the pointer, the caret and the keys, and the phrase that is selected
 * in it. */

/* FALSE: not on a letter. */
static gboolean
get_byte_at (GlossClauseRow *self,
             double          x,
             double          y,
             guint          *byte)
{
  PangoLayout *layout = gtk_label_get_layout (self->text);
  int layout_x, layout_y, index, trailing;

  gtk_label_get_layout_offsets (self->text, &layout_x, &layout_y);
  if (!pango_layout_xy_to_index (layout, (int) (x - layout_x) * PANGO_SCALE,
                                 (int) (y - layout_y) * PANGO_SCALE, &index, &trailing))
    return FALSE;

  *byte = (guint) index;
  return TRUE;
}

/* A label that lets text be selected keeps clicks to itself, so the row is selected from here. */
static void
text_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 GlossClauseRow  *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  g_signal_emit_by_name (self, "phrase-begun");

  if (n_press == 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "list.select-item", "(ubb)",
                                gtk_list_item_get_position (self->item),
                                (state & GDK_CONTROL_MASK) != 0,
                                (state & GDK_SHIFT_MASK) != 0);
}

static void
click_over_cb (gpointer user_data)
{
  GlossClauseRow *self = user_data;
  int start, end;
  guint byte;

  self->click_id = 0;
  if (gtk_label_get_selection_bounds (self->text, &start, &end))
    return;

  /* With the focus on the row, the arrow keys go from clause to clause. */
  gloss_clause_row_grab_item_focus (self);

  if (get_byte_at (self, self->click_point.x, self->click_point.y, &byte))
    g_signal_emit_by_name (self, "text-clicked", byte);
}

/* The label's own gestures claim the pointer, so that another gesture never sees it released. What
 * the click meant is known when the label is done with it. */
static gboolean
text_event_cb (GtkEventControllerLegacy *controller,
               GdkEvent                 *event,
               GlossClauseRow           *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x, y, surface_x, surface_y;

  if (type != GDK_TOUCH_END &&
      (type != GDK_BUTTON_RELEASE || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY))
    return GDK_EVENT_PROPAGATE;

  gdk_event_get_position (event, &x, &y);
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  if (self->click_id == 0 &&
      gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self->text),
                                &GRAPHENE_POINT_INIT ((float) (x - surface_x), (float) (y - surface_y)),
                                &self->click_point))
    self->click_id = g_idle_add_once (click_over_cb, self);

  return GDK_EVENT_PROPAGATE;
}

/* The line of the text in which the caret stands, and how many there are. */
static int
get_caret_line (GlossClauseRow *self,
                int            *n_lines)
{
  PangoLayout *layout = gtk_label_get_layout (self->text);
  const char *text = gtk_label_get_text (self->text);
  int start, end, line, x;

  /* Without a selection both are the caret. */
  gtk_label_get_selection_bounds (self->text, &start, &end);
  *n_lines = pango_layout_get_line_count (layout);
  pango_layout_index_to_line_x (layout, (int) (g_utf8_offset_to_pointer (text, end) - text), FALSE, &line, &x);

  return line;
}

static gboolean
text_key_pressed_cb (GtkEventControllerKey *controller,
                     guint                  keyval,
                     guint                  keycode,
                     GdkModifierType        state,
                     GlossClauseRow        *self)
{
  int n_lines, line;

  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      g_signal_emit_by_name (self, "text-left", 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      line = get_caret_line (self, &n_lines);
      if (line > 0)
        return GDK_EVENT_PROPAGATE;
      g_signal_emit_by_name (self, "text-left", -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      line = get_caret_line (self, &n_lines);
      if (line < n_lines - 1)
        return GDK_EVENT_PROPAGATE;
      g_signal_emit_by_name (self, "text-left", 1);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
text_focus_enter_cb (GlossClauseRow *self)
{
  g_signal_emit_by_name (self, "phrase-begun");
}

void
gloss_clause_row_bind_text_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, text_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_event_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_focus_enter_cb);
}

gboolean
gloss_clause_row_get_phrase (GlossClauseRow *self,
                             guint          *start,
                             guint          *end)
{
  int first, last;
  const char *text, *p, *q;

  g_return_val_if_fail (GLOSS_IS_CLAUSE_ROW (self), FALSE);

  if (self->clause == NULL || !gtk_label_get_selection_bounds (self->text, &first, &last) ||
      (first == 0 && (guint) last >= gloss_clause_get_n_chars (self->clause)))
    return FALSE;

  /* Space around the words was not meant. */
  text = gloss_clause_get_text (self->clause);
  p = g_utf8_offset_to_pointer (text, first);
  q = g_utf8_offset_to_pointer (text, last);
  for (; p < q && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    first++;
  for (; q > p && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (q))); q = g_utf8_prev_char (q))
    last--;

  *start = (guint) first;
  *end = (guint) last;
  return first < last;
}

gboolean
gloss_clause_row_has_phrase (GlossClauseRow *self)
{
  guint start, end;

  return gloss_clause_row_get_phrase (self, &start, &end);
}

void
gloss_clause_row_grab_item_focus (GlossClauseRow *self)
{
  GtkWidget *widget;

  g_return_if_fail (GLOSS_IS_CLAUSE_ROW (self));

  /* Between the row and its item there may be other widgets, which take no focus. */
  for (widget = gtk_widget_get_parent (GTK_WIDGET (self)); widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_focusable (widget))
      break;

  if (widget != NULL)
    gtk_widget_grab_focus (widget);
}

void
gloss_clause_row_clear_phrase (GlossClauseRow *self)
{
  g_return_if_fail (GLOSS_IS_CLAUSE_ROW (self));

  gtk_label_select_region (self->text, 0, 0);
}
