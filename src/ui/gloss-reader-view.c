/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-view"

#include "config.h"

#include "ui/gloss-reader-view-private.h"

#include <adwaita.h>

#include "ui/gloss-appearance.h"
#include "ui/gloss-language.h"
#include "ui/gloss-style.h"

G_DEFINE_FINAL_TYPE (GlossReaderView, gloss_reader_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_NOTE_PICKED,
  SIGNAL_CLAUSE_ACTIVATED,
  SIGNAL_PLACE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GlossClauseRow *
get_row (GlossReaderView *self,
         guint            position)
{
  return g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
}

static void
update_row (GlossReaderView *self,
            GlossClauseRow  *row)
{
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));
  g_autoptr (PangoAttrList) attributes =
      gloss_clause_marks_get_attributes (&self->marks, position, gloss_style_get_scheme ());
  GlossColor color;
  gboolean has_color = gloss_clause_marks_get_color (&self->marks, position, &color);

  gloss_clause_row_set_marks (row, attributes, gloss_clause_marks_get_n_notes (&self->marks, position),
                              has_color ? gloss_style_get_color_class (color) : NULL);
}

static void
update_all_rows (GlossReaderView *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    update_row (self, row);
}

static void
clause_changed_cb (GlossReaderView *self,
                   guint            position)
{
  GlossClauseRow *row = get_row (self, position);

  if (row != NULL)
    update_row (self, row);
}

static void
phrase_begun_cb (GlossReaderView *self,
                 GlossClauseRow  *row)
{
  if (self->phrase_row == row)
    return;

  gloss_reader_view_clear_phrase (self);
  g_set_weak_pointer (&self->phrase_row, row);
}

static void
text_clicked_cb (GlossReaderView *self,
                 guint            byte,
                 GlossClauseRow  *row)
{
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));
  GlossPlacedNote *note = gloss_clause_marks_find_note (&self->marks, position, byte);

  if (note != NULL)
    g_signal_emit (self, signals[SIGNAL_NOTE_PICKED], 0, note);
}

static void
marker_clicked_cb (GlossReaderView *self,
                   GlossClauseRow  *row)
{
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));
  GlossPlacedNote *note = gloss_clause_marks_get_next_note (&self->marks, position);

  if (note == NULL)
    return;

  gloss_reader_view_show_clause (self, position, GLOSS_READER_SELECT);
  g_signal_emit (self, signals[SIGNAL_NOTE_PICKED], 0, note);
}

static void
text_left_cb (GlossReaderView *self,
              int              direction,
              GlossClauseRow  *row)
{
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));
  guint n_clauses = gloss_document_get_n_clauses (self->document);

  gloss_reader_view_clear_phrase (self);
  if (direction < 0 && position > 0)
    position--;
  else if (direction > 0 && position + 1 < n_clauses)
    position++;

  gloss_reader_view_show_clause (self, position, GLOSS_READER_SELECT | GLOSS_READER_FOCUS);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GlossReaderView          *self)
{
  GtkWidget *row = gloss_clause_row_new ();

  g_signal_connect_swapped (row, "phrase-begun", G_CALLBACK (phrase_begun_cb), self);
  g_signal_connect_swapped (row, "text-clicked", G_CALLBACK (text_clicked_cb), self);
  g_signal_connect_swapped (row, "marker-clicked", G_CALLBACK (marker_clicked_cb), self);
  g_signal_connect_swapped (row, "text-left", G_CALLBACK (text_left_cb), self);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GlossReaderView          *self)
{
  GlossClauseRow *row = GLOSS_CLAUSE_ROW (gtk_list_item_get_child (item));
  GlossClause *clause = gtk_list_item_get_item (item);

  gloss_clause_row_set_clause (row, item, clause, gloss_document_get_language (self->document));
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (gloss_clause_get_position (clause)), row);
  update_row (self, row);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GlossReaderView          *self)
{
  GlossClauseRow *row = GLOSS_CLAUSE_ROW (gtk_list_item_get_child (item));
  guint position = gloss_clause_get_position (gloss_clause_row_get_clause (row));

  /* The row of a position may have been replaced before the old one is let go. */
  if (get_row (self, position) == row)
    g_hash_table_remove (self->rows, GUINT_TO_POINTER (position));
  if (self->phrase_row == row)
    g_clear_weak_pointer (&self->phrase_row);
  gloss_clause_row_set_clause (row, item, NULL, NULL);
}

static void
activate_cb (GtkListView     *list_view,
             guint            position,
             GlossReaderView *self)
{
  g_signal_emit (self, signals[SIGNAL_CLAUSE_ACTIVATED], 0, position);
}

static void
selection_changed_cb (GlossReaderView *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
scrolled_cb (GlossReaderView *self)
{
  g_signal_emit (self, signals[SIGNAL_PLACE_CHANGED], 0);
}

static GtkWidget *
find_item (guint    position,
           gpointer user_data)
{
  GlossClauseRow *row = get_row (user_data, position);

  return row != NULL ? gtk_widget_get_parent (GTK_WIDGET (row)) : NULL;
}

static void
arrived_cb (GlossReaderView *self,
            guint            position)
{
  GlossClauseRow *row = position == self->flash_position ? get_row (self, position) : NULL;

  self->flash_position = GTK_INVALID_LIST_POSITION;
  if (row != NULL)
    gloss_clause_row_flash (row);
}

/* Where the lines break elsewhere, the same clause stays at the top. */
static void
keep_place (GlossReaderView *self,
            int              width)
{
  gboolean laid_out = self->width > 0;
  GlossClause *top;

  if (self->width == width)
    return;

  self->width = width;
  if (gloss_list_scroller_restart (self->scroller) || !laid_out)
    return;

  top = gloss_reader_view_get_top_clause (self);
  if (top != NULL && gloss_clause_get_position (top) > 0)
    gloss_list_scroller_go (self->scroller, gloss_clause_get_position (top), GTK_INVALID_LIST_POSITION, TRUE);
}

static void
gloss_reader_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  GlossReaderView *self = GLOSS_READER_VIEW (widget);

  keep_place (self, width);
  GTK_WIDGET_CLASS (gloss_reader_view_parent_class)->size_allocate (widget, width, height, baseline);

  gloss_context_menu_allocate (self->menu);
}

static void
gloss_reader_view_dispose (GObject *object)
{
  GlossReaderView *self = GLOSS_READER_VIEW (object);

  if (self->scroller != NULL)
    gloss_list_scroller_stop (self->scroller);
  g_clear_object (&self->scroller);
  g_clear_weak_pointer (&self->phrase_row);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  if (self->marks.notes != NULL)
    g_signal_handlers_disconnect_by_data (self->marks.notes, self);
  g_clear_object (&self->menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_READER_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->marks.notes);
  g_clear_object (&self->document);
  g_clear_object (&self->marks.current_note);
  g_clear_pointer (&self->marks.matches, g_array_unref);

  G_OBJECT_CLASS (gloss_reader_view_parent_class)->dispose (object);
}

static void
gloss_reader_view_finalize (GObject *object)
{
  g_hash_table_unref (GLOSS_READER_VIEW (object)->rows);

  G_OBJECT_CLASS (gloss_reader_view_parent_class)->finalize (object);
}

static void
gloss_reader_view_class_init (GlossReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_reader_view_dispose;
  object_class->finalize = gloss_reader_view_finalize;
  widget_class->size_allocate = gloss_reader_view_size_allocate;

  signals[SIGNAL_SELECTION_CHANGED] =
      g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_NOTE_PICKED] =
      g_signal_new ("note-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, GLOSS_TYPE_PLACED_NOTE);
  signals[SIGNAL_CLAUSE_ACTIVATED] =
      g_signal_new ("clause-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_PLACE_CHANGED] =
      g_signal_new ("place-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-reader-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossReaderView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderView, list_view);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderView, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gloss_reader_view_install_menu (widget_class);
}

static void
gloss_reader_view_init (GlossReaderView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->rows = g_hash_table_new (NULL, NULL);
  self->marks.current_match = -1;

  gtk_widget_init_template (GTK_WIDGET (self));
  gloss_appearance_bind_clamp (gloss_appearance_get_default (),
                               ADW_CLAMP_SCROLLABLE (gtk_widget_get_parent (GTK_WIDGET (self->list_view))), 1);

  self->menu = gloss_context_menu_new (GTK_WIDGET (self));
  self->scroller = gloss_list_scroller_new (self->list_view, self->scrolled_window, find_item, self);
  g_signal_connect_object (self->scroller, "arrived", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled_window), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_all_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_all_rows), self, G_CONNECT_SWAPPED);
}

void
gloss_reader_view_set_document (GlossReaderView  *self,
                                GlossDocument    *document,
                                GlossPlacedNotes *notes)
{
  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  gloss_list_scroller_stop (self->scroller);
  gloss_reader_view_clear_phrase (self);
  gtk_list_view_set_model (self->list_view, NULL);
  if (self->marks.notes != NULL)
    g_signal_handlers_disconnect_by_data (self->marks.notes, self);
  g_clear_object (&self->marks.current_note);
  g_clear_pointer (&self->marks.matches, g_array_unref);
  g_clear_object (&self->selection);

  g_set_object (&self->document, document);
  g_set_object (&self->marks.notes, notes);
  if (notes != NULL)
    g_signal_connect_object (notes, "clause-changed", G_CALLBACK (clause_changed_cb), self, G_CONNECT_SWAPPED);

  if (document != NULL)
    {
      GtkTextDirection direction = gloss_language_get_direction (gloss_document_get_language (document));

      self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (document)));
      g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_direction (GTK_WIDGET (self->list_view), direction);
      gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
    }

  selection_changed_cb (self);
}

GtkBitset *
gloss_reader_view_get_selection (GlossReaderView *self)
{
  g_return_val_if_fail (GLOSS_IS_READER_VIEW (self), NULL);

  if (self->selection == NULL)
    return gtk_bitset_new_empty ();

  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

gboolean
gloss_reader_view_get_phrase (GlossReaderView  *self,
                              GlossClause     **clause,
                              guint            *start,
                              guint            *end)
{
  g_return_val_if_fail (GLOSS_IS_READER_VIEW (self), FALSE);

  if (self->phrase_row == NULL || !gloss_clause_row_get_phrase (self->phrase_row, start, end))
    return FALSE;

  *clause = gloss_clause_row_get_clause (self->phrase_row);
  return TRUE;
}

void
gloss_reader_view_clear_phrase (GlossReaderView *self)
{
  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  if (self->phrase_row == NULL)
    return;

  gloss_clause_row_clear_phrase (self->phrase_row);
  g_clear_weak_pointer (&self->phrase_row);
}

void
gloss_reader_view_select_alone (GlossReaderView *self,
                                guint            position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.select-item", "(ubb)", position, FALSE, FALSE);
}

void
gloss_reader_view_show_clause (GlossReaderView  *self,
                               guint             position,
                               GlossReaderFlags  flags)
{
  g_return_if_fail (GLOSS_IS_READER_VIEW (self));
  g_return_if_fail (self->document != NULL && position < gloss_document_get_n_clauses (self->document));

  if ((flags & GLOSS_READER_SELECT) != 0)
    gloss_reader_view_select_alone (self, position);

  self->flash_position = (flags & GLOSS_READER_FLASH) != 0 ? position : GTK_INVALID_LIST_POSITION;
  gloss_list_scroller_go (self->scroller, position,
                          (flags & GLOSS_READER_FOCUS) != 0 ? position : GTK_INVALID_LIST_POSITION,
                          (flags & GLOSS_READER_TOP) != 0);
}

void
gloss_reader_view_restore (GlossReaderView *self,
                           GlossClause     *top,
                           GlossClause     *selected)
{
  guint position, top_position;

  g_return_if_fail (GLOSS_IS_READER_VIEW (self));
  g_return_if_fail (self->document != NULL);

  if (gloss_document_get_n_clauses (self->document) == 0)
    return;

  position = selected != NULL ? gloss_clause_get_position (selected) : 0;
  if (selected != NULL)
    gloss_reader_view_select_alone (self, position);

  /* A text that is read for the first time begins with the space above it. */
  top_position = top != NULL ? gloss_clause_get_position (top) : position;
  gloss_list_scroller_go (self->scroller, top_position, selected != NULL ? position : top_position, top_position > 0);
}

GlossClause *
gloss_reader_view_get_top_clause (GlossReaderView *self)
{
  GtkWidget *item;

  g_return_val_if_fail (GLOSS_IS_READER_VIEW (self), NULL);

  item = gloss_list_scroller_find_top (self->scroller);
  return item != NULL ? gloss_clause_row_get_clause (GLOSS_CLAUSE_ROW (gtk_widget_get_first_child (item))) : NULL;
}

void
gloss_reader_view_grab_text_focus (GlossReaderView *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  guint position = 0;

  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  if (self->document == NULL || gloss_document_get_n_clauses (self->document) == 0)
    return;

  selected = gloss_reader_view_get_selection (self);
  if (!gtk_bitset_is_empty (selected))
    position = gtk_bitset_get_minimum (selected);
  else if (gloss_reader_view_get_top_clause (self) != NULL)
    position = gloss_clause_get_position (gloss_reader_view_get_top_clause (self));

  gloss_list_scroller_go (self->scroller, position, position, FALSE);
}

void
gloss_reader_view_set_matches (GlossReaderView *self,
                               GArray          *matches,
                               int              current)
{
  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  g_clear_pointer (&self->marks.matches, g_array_unref);
  if (matches != NULL)
    self->marks.matches = g_array_ref (matches);
  self->marks.current_match = current;
  update_all_rows (self);
}

void
gloss_reader_view_set_current_note (GlossReaderView *self,
                                    GlossPlacedNote *note)
{
  g_autoptr (GlossPlacedNote) old_note = NULL;
  GlossClause *clause;

  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  g_set_object (&old_note, self->marks.current_note);
  if (!g_set_object (&self->marks.current_note, note))
    return;

  clause = old_note != NULL ? gloss_placed_note_get_placement (old_note)->clause : NULL;
  if (clause != NULL)
    clause_changed_cb (self, gloss_clause_get_position (clause));
  clause = note != NULL ? gloss_placed_note_get_placement (note)->clause : NULL;
  if (clause != NULL)
    clause_changed_cb (self, gloss_clause_get_position (clause));
}
