/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-view"

#include "config.h"

#include "ui/gloss-reader-view-private.h"

#include "ui/gloss-appearance.h"
#include "ui/gloss-language.h"

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GlossReaderView          *self)
{
  GtkWidget *widget = gloss_parallel_row_widget_new ();

  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    gloss_reader_view_connect_row (self, gloss_parallel_row_widget_get_clause_row (GLOSS_PARALLEL_ROW_WIDGET (widget), side));
  g_object_bind_property (self, "stacked", widget, "stacked", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, widget);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GlossReaderView          *self)
{
  GlossParallelRowWidget *widget = GLOSS_PARALLEL_ROW_WIDGET (gtk_list_item_get_child (item));
  GlossParallelRow *row = gtk_list_item_get_item (item);

  gloss_parallel_row_widget_set_row (widget, item, row, self->parallel);
  gloss_parallel_row_widget_set_active (widget, self->active);
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    if (gloss_parallel_row_get_clause (row, side) != NULL)
      gloss_reader_view_take_row (self, side, gloss_parallel_row_widget_get_clause_row (widget, side));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GlossReaderView          *self)
{
  GlossParallelRowWidget *widget = GLOSS_PARALLEL_ROW_WIDGET (gtk_list_item_get_child (item));

  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      GlossClauseRow *row = gloss_parallel_row_widget_get_clause_row (widget, side);

      if (gloss_clause_row_get_clause (row) != NULL)
        gloss_reader_view_drop_row (self, side, row);
    }
  gloss_parallel_row_widget_set_row (widget, item, NULL, NULL);
}

GtkListItemFactory *
gloss_reader_view_new_parallel_factory (GlossReaderView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);

  return factory;
}

void
gloss_reader_view_update_columns (GlossReaderView *self)
{
  GlossDocument *document = self->sides[GLOSS_PARALLEL_FIRST].document;
  gboolean columns = self->parallel != NULL && !self->stacked;
  GtkTextDirection direction = GTK_TEXT_DIR_NONE;

  gloss_appearance_bind_clamp (gloss_appearance_get_default (), self->clamp, columns ? 2 : 1);
  if (self->parallel != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "parallel");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "parallel");

  /* One text gives the list its direction; of two, each keeps its own inside its column. */
  if (document != NULL && self->parallel == NULL)
    direction = gloss_language_get_direction (gloss_document_get_language (document));
  gtk_widget_set_direction (GTK_WIDGET (self->list_view), direction);

  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);

      if (GLOSS_IS_PARALLEL_ROW_WIDGET (child))
        gloss_parallel_row_widget_set_active (GLOSS_PARALLEL_ROW_WIDGET (child), self->active);
    }
}

/* From one column to the other, while the row has the focus and not the caret inside it. */
static gboolean
column_key_pressed_cb (GtkEventControllerKey *controller,
                       guint                  keyval,
                       guint                  keycode,
                       GdkModifierType        state,
                       GlossReaderView       *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean right = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
  gboolean left = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left;
  g_autofree char *language = NULL;

  if (self->parallel == NULL || (!left && !right) ||
      (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      GTK_IS_LABEL (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)))))
    return GDK_EVENT_PROPAGATE;

  gloss_reader_view_clear_phrase (self);
  gloss_reader_view_set_active (self, right != rtl ? GLOSS_PARALLEL_SECOND : GLOSS_PARALLEL_FIRST);
  language = gloss_language_dup_name (gloss_document_get_language (self->sides[self->active].document));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), language, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return GDK_EVENT_STOP;
}

void
gloss_reader_view_install_parallel (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, column_key_pressed_cb);
}
