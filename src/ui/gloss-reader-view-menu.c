/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-view"

#include "config.h"

#include "ui/gloss-reader-view-private.h"

/* The clause row at a point of the view, or NULL. */
static GlossClauseRow *
pick_row (GlossReaderView *self,
          double           x,
          double           y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      if (GLOSS_IS_CLAUSE_ROW (widget))
        return GLOSS_CLAUSE_ROW (widget);

      /* The edge of an item, beside its row. */
      if (gtk_widget_get_parent (widget) == GTK_WIDGET (self->list_view))
        return gloss_reader_view_find_row_in (widget);
    }

  return NULL;
}

static void
popup_menu_at (GlossReaderView *self,
               GtkGesture      *gesture,
               double           x,
               double           y)
{
  GlossClauseRow *row = pick_row (self, x, y);
  guint place;

  if (row == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gloss_reader_view_set_active (self, gloss_reader_view_get_side (self, row));

  /* What the menu acts upon is what is selected. */
  place = gloss_reader_view_get_place (self, row);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), place))
    {
      gloss_reader_view_clear_phrase (self);
      gloss_reader_view_select_alone (self, place);
      gloss_clause_row_grab_item_focus (row);
    }

  gloss_context_menu_popup (self->menu, self->menu_model, (int) x, (int) y);
}

static void
secondary_pressed_cb (GtkGestureClick *gesture,
                      int              n_press,
                      double           x,
                      double           y,
                      GlossReaderView *self)
{
  popup_menu_at (self, GTK_GESTURE (gesture), x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 GlossReaderView     *self)
{
  popup_menu_at (self, GTK_GESTURE (gesture), x, y);
}

/* From the keyboard: at the clause that has the focus. */
static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GlossReaderView *self = GLOSS_READER_VIEW (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget) ||
      !gtk_widget_compute_bounds (focus, widget, &bounds))
    return;

  gloss_context_menu_popup (self->menu, self->menu_model, (int) bounds.origin.x + 48, (int) bounds.origin.y + 16);
}

void
gloss_reader_view_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader-view.menu", NULL, menu_action);

  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
}
