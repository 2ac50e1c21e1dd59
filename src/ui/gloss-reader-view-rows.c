/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-view"

#include "config.h"

#include "ui/gloss-reader-view-private.h"

#include "ui/gloss-style.h"

/* Between two turns of the main loop. */
#define UPDATES_AT_ONCE 32

GlossClauseRow *
gloss_reader_view_get_row (GlossReaderView   *self,
                           GlossParallelSide  side,
                           guint              position)
{
  return g_hash_table_lookup (self->sides[side].rows, GUINT_TO_POINTER (position));
}

GlossParallelSide
gloss_reader_view_get_side (GlossReaderView *self,
                            GlossClauseRow  *row)
{
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));

  return gloss_reader_view_get_row (self, GLOSS_PARALLEL_SECOND, position) == row ? GLOSS_PARALLEL_SECOND
                                                                                  : GLOSS_PARALLEL_FIRST;
}

guint
gloss_reader_view_to_place (GlossReaderView   *self,
                            GlossParallelSide  side,
                            guint              position)
{
  return self->parallel != NULL ? gloss_parallel_rows_find (self->parallel, side, position) : position;
}

guint
gloss_reader_view_get_place (GlossReaderView *self,
                             GlossClauseRow  *row)
{
  return gloss_reader_view_to_place (self, gloss_reader_view_get_side (self, row),
                                     gloss_clause_get_position (gloss_clause_row_get_clause (row)));
}

GlossClause *
gloss_reader_view_get_clause (GlossReaderView   *self,
                              GlossParallelSide  side,
                              guint              place)
{
  if (self->parallel != NULL)
    return gloss_parallel_rows_get_clause (self->parallel, place, side);

  return side == GLOSS_PARALLEL_FIRST ? gloss_document_get_clause (self->sides[side].document, place) : NULL;
}

guint
gloss_reader_view_get_n_places (GlossReaderView *self)
{
  return self->selection != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->selection)) : 0;
}

static void
update_row (GlossReaderView   *self,
            GlossParallelSide  side,
            GlossClauseRow    *row)
{
  const GlossClauseMarks *marks = &self->sides[side].marks;
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));
  g_autoptr (PangoAttrList) attributes = gloss_clause_marks_get_attributes (marks, position, gloss_style_get_scheme ());
  GlossColor color;
  gboolean has_color = gloss_clause_marks_get_color (marks, position, &color);

  gloss_clause_row_set_n_from_other (row, gloss_clause_marks_get_n_from_other (marks, position));
  gloss_clause_row_set_marks (row, attributes, gloss_clause_marks_get_n_notes (marks, position),
                              has_color ? gloss_style_get_color_class (color) : NULL);
}

void
gloss_reader_view_update_side (GlossReaderView   *self,
                               GlossParallelSide  side)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->sides[side].rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    update_row (self, side, row);
}

void
gloss_reader_view_update_rows (GlossReaderView *self)
{
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    gloss_reader_view_update_side (self, side);
}

static void
update_clause (GlossReaderView   *self,
               GlossParallelSide  side,
               guint              position)
{
  GlossClauseRow *row = gloss_reader_view_get_row (self, side, position);

  if (row != NULL)
    update_row (self, side, row);
}

static gboolean
update_outdated_cb (gpointer user_data)
{
  GlossReaderView *self = user_data;

  self->update_id = 0;
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      g_autoptr (GtkBitset) outdated = g_steal_pointer (&self->sides[side].outdated);
      GtkBitsetIter iter;
      guint position;

      if (outdated != NULL && gtk_bitset_iter_init_first (&iter, outdated, &position))
        do
          update_clause (self, side, position);
        while (gtk_bitset_iter_next (&iter, &position));
    }

  return G_SOURCE_REMOVE;
}

/* A clause may bear many notes that all change at once: what goes beyond a few is shown once, before
 * the next frame is drawn. */
void
gloss_reader_view_update_clause (GlossReaderView *self,
                                 guint            side,
                                 guint            position)
{
  GlossReaderSide *its_side = &self->sides[side];

  if (self->update_id == 0)
    {
      self->n_updated = 0;
      self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_outdated_cb, self, NULL);
    }

  if (self->n_updated < UPDATES_AT_ONCE)
    {
      self->n_updated++;
      update_clause (self, side, position);
      return;
    }

  if (its_side->outdated == NULL)
    its_side->outdated = gtk_bitset_new_empty ();
  gtk_bitset_add (its_side->outdated, position);
}

void
gloss_reader_view_stop_updates (GlossReaderView *self)
{
  g_clear_handle_id (&self->update_id, g_source_remove);
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    g_clear_pointer (&self->sides[side].outdated, gtk_bitset_unref);
}

void
gloss_reader_view_set_active (GlossReaderView   *self,
                              GlossParallelSide  side)
{
  if (self->active == side || self->sides[side].document == NULL)
    return;

  self->active = side;
  gloss_reader_view_update_columns (self);
  g_signal_emit_by_name (self, "selection-changed");
}

static void
phrase_begun_cb (GlossReaderView *self,
                 GlossClauseRow  *row)
{
  if (self->phrase_row != row)
    {
      gloss_reader_view_clear_phrase (self);
      g_set_weak_pointer (&self->phrase_row, row);
    }

  gloss_reader_view_set_active (self, gloss_reader_view_get_side (self, row));
}

static void
text_clicked_cb (GlossReaderView *self,
                 guint            byte,
                 GlossClauseRow  *row)
{
  GlossParallelSide side = gloss_reader_view_get_side (self, row);
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));
  GlossPlacedNote *note = gloss_clause_marks_find_note (&self->sides[side].marks, position, byte);

  if (note != NULL)
    g_signal_emit_by_name (self, "note-picked", note);
}

static void
marker_clicked_cb (GlossReaderView *self,
                   GlossClauseRow  *row)
{
  GlossParallelSide side = gloss_reader_view_get_side (self, row);
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));
  GlossPlacedNote *note = gloss_clause_marks_get_next_note (&self->sides[side].marks, position);

  if (note == NULL)
    return;

  gloss_reader_view_set_active (self, side);
  gloss_reader_view_show_clause_in (self, side, position, GLOSS_READER_SELECT);
  g_signal_emit_by_name (self, "note-picked", note);
}

static void
text_left_cb (GlossReaderView *self,
              int              direction,
              GlossClauseRow  *row)
{
  guint place = gloss_reader_view_get_place (self, row);

  gloss_reader_view_clear_phrase (self);
  if (direction < 0 && place > 0)
    place--;
  else if (direction > 0 && place + 1 < gloss_reader_view_get_n_places (self))
    place++;

  gloss_reader_view_show_place (self, place, GLOSS_READER_SELECT | GLOSS_READER_FOCUS);
}

void
gloss_reader_view_connect_row (GlossReaderView *self,
                               GlossClauseRow  *row)
{
  g_signal_connect_swapped (row, "phrase-begun", G_CALLBACK (phrase_begun_cb), self);
  g_signal_connect_swapped (row, "text-clicked", G_CALLBACK (text_clicked_cb), self);
  g_signal_connect_swapped (row, "marker-clicked", G_CALLBACK (marker_clicked_cb), self);
  g_signal_connect_swapped (row, "text-left", G_CALLBACK (text_left_cb), self);
}

void
gloss_reader_view_take_row (GlossReaderView   *self,
                            GlossParallelSide  side,
                            GlossClauseRow    *row)
{
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));

  g_hash_table_insert (self->sides[side].rows, GUINT_TO_POINTER (position), row);
  update_row (self, side, row);
}

void
gloss_reader_view_drop_row (GlossReaderView   *self,
                            GlossParallelSide  side,
                            GlossClauseRow    *row)
{
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));

  /* The row of a position may have been replaced before the old one is let go. */
  if (gloss_reader_view_get_row (self, side, position) == row)
    g_hash_table_remove (self->sides[side].rows, GUINT_TO_POINTER (position));
  if (self->phrase_row == row)
    g_clear_weak_pointer (&self->phrase_row);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GlossReaderView          *self)
{
  GtkWidget *row = gloss_clause_row_new ();

  gloss_reader_view_connect_row (self, GLOSS_CLAUSE_ROW (row));
  g_object_bind_property (row, "speech", item, "accessible-label", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GlossReaderView          *self)
{
  GlossClauseRow *row = GLOSS_CLAUSE_ROW (gtk_list_item_get_child (item));
  GlossDocument *document = self->sides[GLOSS_PARALLEL_FIRST].document;

  gloss_clause_row_set_clause (row, item, gtk_list_item_get_item (item), gloss_document_get_language (document));
  gloss_reader_view_take_row (self, GLOSS_PARALLEL_FIRST, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GlossReaderView          *self)
{
  GlossClauseRow *row = GLOSS_CLAUSE_ROW (gtk_list_item_get_child (item));

  gloss_reader_view_drop_row (self, GLOSS_PARALLEL_FIRST, row);
  gloss_clause_row_set_clause (row, item, NULL, NULL);
}

GlossClauseRow *
gloss_reader_view_find_row (GlossReaderView *self,
                            guint            place)
{
  GlossClauseRow *row = NULL;

  for (guint side = 0; row == NULL && side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      GlossClause *clause = place < gloss_reader_view_get_n_places (self) ? gloss_reader_view_get_clause (self, side, place) : NULL;

      if (clause != NULL)
        row = gloss_reader_view_get_row (self, side, gloss_clause_get_position (clause));
    }

  return row;
}

GlossClauseRow *
gloss_reader_view_find_row_in (GtkWidget *item)
{
  GtkWidget *child = gtk_widget_get_first_child (item);

  return GLOSS_IS_PARALLEL_ROW_WIDGET (child)
             ? gloss_parallel_row_widget_get_shown (GLOSS_PARALLEL_ROW_WIDGET (child))
             : GLOSS_CLAUSE_ROW (child);
}

void
gloss_reader_view_install_rows (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
}

void
gloss_reader_view_set_show_marks (GlossReaderView *self,
                                  gboolean         shown)
{
  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    self->sides[side].marks.hidden = !shown;
  gloss_reader_view_update_rows (self);
}

gboolean
gloss_reader_view_sees_selection (GlossReaderView *self)
{
  g_autoptr (GtkBitset) places = NULL;
  GlossClauseRow *row = NULL;
  graphene_rect_t bounds;

  g_return_val_if_fail (GLOSS_IS_READER_VIEW (self), FALSE);

  places = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (!gtk_bitset_is_empty (places))
    row = gloss_reader_view_find_row (self, gtk_bitset_get_minimum (places));

  return row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)) &&
         gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list_view), &bounds) &&
         bounds.origin.y + bounds.size.height > 0 &&
         bounds.origin.y < gtk_widget_get_height (GTK_WIDGET (self->list_view));
}
