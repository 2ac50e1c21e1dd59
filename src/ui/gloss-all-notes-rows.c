/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-all-notes-page"

#include "config.h"

#include "ui/gloss-all-notes-page-private.h"

#include <glib/gi18n.h>

#include "annotation/gloss-annotation-order.h"
#include "ui/gloss-all-notes-row.h"

/* A list has some two hundred rows at hand, of which few are on the screen. To lay all of them out
 * takes longer than people wait for a letter that they typed. So a row is empty at first: those
 * that come to stand on the screen are filled before they are drawn, those near it, to which a page
 * up or down leads, while nothing else is to be done, so many at a time. */
#define ROWS_AT_A_TIME 8
#define PAGES_NEAR     2

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GlossAllNotesPage        *self)
{
  gtk_list_item_set_child (item, gloss_all_notes_row_new (self->spare_cards));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GlossAllNotesPage        *self)
{
  GlossAllNotesRow *row = GLOSS_ALL_NOTES_ROW (gtk_list_item_get_child (item));

  gloss_all_notes_row_bind (row, item, gtk_list_item_get_item (item));
  g_hash_table_add (self->rows, row);
  g_hash_table_add (self->unfilled, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GlossAllNotesPage        *self)
{
  GlossAllNotesRow *row = GLOSS_ALL_NOTES_ROW (gtk_list_item_get_child (item));

  g_hash_table_remove (self->rows, row);
  g_hash_table_remove (self->unfilled, row);
  gloss_all_notes_row_bind (row, item, NULL);
}

static void
header_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header,
                 GlossAllNotesPage        *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "all-notes-heading");
  gtk_list_header_set_child (header, label);
}

static void
header_bind_cb (GtkSignalListItemFactory *factory,
                GtkListHeader            *header,
                GlossAllNotesPage        *self)
{
  GlossAnnotation *annotation = gtk_list_header_get_item (header);
  GtkLabel *label = GTK_LABEL (gtk_list_header_get_child (header));

  if (g_str_equal (self->sort, "tag"))
    {
      const char *tag = gloss_annotation_order_get_tag (annotation);

      gtk_label_set_text (label, *tag != '\0' ? tag : _("Without a Tag"));
    }
  else
    {
      g_autofree char *heading =
          gloss_note_places_dup_heading (self->places, gloss_note_places_get_symbol (self->places, annotation));

      gtk_label_set_text (label, heading);
    }
}

static void
header_unbind_cb (GtkSignalListItemFactory *factory,
                  GtkListHeader            *header,
                  GlossAllNotesPage        *self)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), "");
}

/* Whether @row is on the screen, or no more than @n_pages of it away. */
static gboolean
is_near (GlossAllNotesPage *self,
         GtkWidget         *row,
         float              n_pages)
{
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self->list_view));
  graphene_rect_t bounds;

  return gtk_widget_get_mapped (row) &&
         gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_view), &bounds) &&
         bounds.origin.y < height * (1 + n_pages) &&
         bounds.origin.y + bounds.size.height > -height * n_pages;
}

/* Fills at most so many rows. */
static guint
fill_rows (GlossAllNotesPage *self,
           float              n_pages,
           guint              n_rows)
{
  const char *search = gtk_editable_get_text (self->search_entry);
  GHashTableIter iter;
  gpointer row;
  guint n_filled = 0;

  g_hash_table_iter_init (&iter, self->unfilled);
  while (n_filled < n_rows && g_hash_table_iter_next (&iter, &row, NULL))
    if (is_near (self, row, n_pages))
      {
        gloss_all_notes_row_fill (row, self->places, search);
        g_hash_table_iter_remove (&iter);
        n_filled++;
      }

  return n_filled;
}

static gboolean
fill_cb (gpointer user_data)
{
  GlossAllNotesPage *self = user_data;

  if (fill_rows (self, PAGES_NEAR, ROWS_AT_A_TIME) == ROWS_AT_A_TIME)
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

/* What was chosen brings the bar below the list, which then has less room. FALSE: all of it is there. */
static gboolean
scroll_to_focus (GlossAllNotesPage *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list_view));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self->list_view));
  graphene_rect_t bounds;
  float below;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self->list_view), &bounds))
    return FALSE;

  /* Of what is higher than the list, the beginning. */
  below = MIN (bounds.origin.y + bounds.size.height - height, bounds.origin.y);
  if (below < 1)
    return FALSE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + below);
  return TRUE;
}

/* The rows have their places in this frame. What is filled now may take another one, so that GTK
 * lays the list out once more before it draws. */
static void
layout_cb (GlossAllNotesPage *self)
{
  fill_rows (self, 0, G_MAXUINT);
  if (self->fill_id == 0 && g_hash_table_size (self->unfilled) > 0)
    self->fill_id = g_idle_add (fill_cb, self);

  /* The list view scrolls to the first note, and not to the heading that stands above it, which it
   * knows only when it has laid both out. */
  if (self->to_top > 0)
    {
      self->to_top--;
      gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)), 0);
      gtk_widget_queue_allocate (GTK_WIDGET (self->list_view));
    }
  else if (self->to_focus > 0)
    {
      self->to_focus--;
      if (scroll_to_focus (self))
        gtk_widget_queue_allocate (GTK_WIDGET (self->list_view));
    }
}

static void
realize_cb (GlossAllNotesPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->list_view));

  g_signal_connect_object (clock, "layout", G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
unrealize_cb (GlossAllNotesPage *self)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_frame_clock (GTK_WIDGET (self->list_view)), layout_cb, self);
}

void
gloss_all_notes_page_mark_rows (GlossAllNotesPage *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    g_hash_table_add (self->unfilled, row);

  if (gtk_widget_get_realized (GTK_WIDGET (self->list_view)))
    gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (GTK_WIDGET (self->list_view)),
                                   GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

void
gloss_all_notes_page_update_rows (GlossAllNotesPage *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    gloss_all_notes_row_update (row);
}

void
gloss_all_notes_page_bind_row_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, realize_cb);
  gtk_widget_class_bind_template_callback (widget_class, unrealize_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_unbind_cb);
}
