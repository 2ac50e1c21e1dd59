/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-reader-view"

#include "config.h"

#include "ui/gloss-reader-view-private.h"

#include "ui/gloss-style.h"

G_DEFINE_FINAL_TYPE (GlossReaderView, gloss_reader_view, GTK_TYPE_WIDGET)

enum
{
  PROP_STACKED = 1,
  N_PROPS,
};

enum
{
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_NOTE_PICKED,
  SIGNAL_CLAUSE_ACTIVATED,
  SIGNAL_PLACE_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
selection_changed_cb (GlossReaderView *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
activate_cb (GtkListView     *list_view,
             guint            place,
             GlossReaderView *self)
{
  GlossParallelSide side = gloss_reader_view_get_active (self);
  GlossClause *clause = gloss_reader_view_get_clause (self, side, place);

  if (clause == NULL)
    {
      side = 1 - side;
      clause = gloss_reader_view_get_clause (self, side, place);
    }

  g_signal_emit (self, signals[SIGNAL_CLAUSE_ACTIVATED], 0, side, gloss_clause_get_position (clause));
}

static void
scrolled_cb (GlossReaderView *self)
{
  g_signal_emit (self, signals[SIGNAL_PLACE_CHANGED], 0);
}

static GtkWidget *
find_item (guint    place,
           gpointer user_data)
{
  GlossReaderView *self = user_data;
  GtkWidget *widget = (GtkWidget *) gloss_reader_view_find_row (self, place);

  while (widget != NULL && gtk_widget_get_parent (widget) != GTK_WIDGET (self->list_view))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static void
arrived_cb (GlossReaderView *self,
            guint            place)
{
  gboolean flashes = place == self->flash_place && place < gloss_reader_view_get_n_places (self);

  self->flash_place = GTK_INVALID_LIST_POSITION;
  for (guint side = 0; flashes && side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      GlossClause *clause = gloss_reader_view_get_clause (self, side, place);
      GlossClauseRow *row = clause != NULL ? gloss_reader_view_get_row (self, side, gloss_clause_get_position (clause))
                                           : NULL;

      if (row != NULL)
        gloss_clause_row_flash (row);
    }
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
    gloss_reader_view_show_clause (self, gloss_clause_get_position (top), GLOSS_READER_TOP);
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
gloss_reader_view_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_STACKED:
      g_value_set_boolean (value, GLOSS_READER_VIEW (object)->stacked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_reader_view_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  GlossReaderView *self = GLOSS_READER_VIEW (object);

  switch (property_id)
    {
    case PROP_STACKED:
      if (self->stacked == g_value_get_boolean (value))
        return;
      self->stacked = g_value_get_boolean (value);
      gloss_reader_view_update_columns (self);
      g_object_notify_by_pspec (object, properties[PROP_STACKED]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* Forgets what is read. */
static void
take_notes (GlossReaderView  *self,
            GlossPlacedNotes *notes)
{
  for (guint i = 0; i < GLOSS_N_PARALLEL_SIDES; i++)
    {
      GlossClauseMarks *marks = &self->sides[i].marks;

      if (marks->notes != NULL)
        g_signal_handlers_disconnect_by_data (marks->notes, self);
      g_set_object (&marks->notes, notes);
      g_clear_object (&marks->current_note);
    }
  if (notes != NULL)
    g_signal_connect_object (notes, "clause-changed", G_CALLBACK (gloss_reader_view_update_clause), self, G_CONNECT_SWAPPED);
}

static void
drop_documents (GlossReaderView *self)
{
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->parallel);
  self->active = GLOSS_PARALLEL_FIRST;
  take_notes (self, NULL);
  gloss_reader_view_stop_updates (self);

  for (guint i = 0; i < GLOSS_N_PARALLEL_SIDES; i++)
    {
      GlossReaderSide *side = &self->sides[i];

      g_clear_pointer (&side->marks.matches, g_array_unref);
      g_clear_object (&side->document);
    }
}

static void
gloss_reader_view_dispose (GObject *object)
{
  GlossReaderView *self = GLOSS_READER_VIEW (object);

  if (self->scroller != NULL)
    gloss_list_scroller_stop (self->scroller);
  g_clear_object (&self->scroller);
  g_clear_weak_pointer (&self->phrase_row);
  drop_documents (self);
  g_clear_object (&self->menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), GLOSS_TYPE_READER_VIEW);

  G_OBJECT_CLASS (gloss_reader_view_parent_class)->dispose (object);
}

static void
gloss_reader_view_finalize (GObject *object)
{
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    g_hash_table_unref (GLOSS_READER_VIEW (object)->sides[side].rows);

  G_OBJECT_CLASS (gloss_reader_view_parent_class)->finalize (object);
}

static void
gloss_reader_view_class_init (GlossReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gloss_reader_view_dispose;
  object_class->finalize = gloss_reader_view_finalize;
  object_class->get_property = gloss_reader_view_get_property;
  object_class->set_property = gloss_reader_view_set_property;
  widget_class->size_allocate = gloss_reader_view_size_allocate;

  properties[PROP_STACKED] =
      g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_SELECTION_CHANGED] =
      g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_NOTE_PICKED] =
      g_signal_new ("note-picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, GLOSS_TYPE_PLACED_NOTE);
  signals[SIGNAL_CLAUSE_ACTIVATED] =
      g_signal_new ("clause-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SIGNAL_PLACE_CHANGED] =
      g_signal_new ("place-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/glossator/Glossator/ui/gloss-reader-view.ui");
  gtk_widget_class_bind_template_child (widget_class, GlossReaderView, bin);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderView, clamp);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderView, list_view);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderView, factory);
  gtk_widget_class_bind_template_child (widget_class, GlossReaderView, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gloss_reader_view_install_rows (widget_class);
  gloss_reader_view_install_menu (widget_class);
  gloss_reader_view_install_parallel (widget_class);
}

static void
gloss_reader_view_init (GlossReaderView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      self->sides[side].rows = g_hash_table_new (NULL, NULL);
      self->sides[side].marks.side = side;
      self->sides[side].marks.current_match = -1;
    }

  gtk_widget_init_template (GTK_WIDGET (self));

  gloss_reader_view_update_columns (self);
  self->menu = gloss_context_menu_new (GTK_WIDGET (self));
  self->scroller = gloss_list_scroller_new (self->list_view, self->scrolled_window, find_item, self);
  g_signal_connect_object (self->scroller, "arrived", G_CALLBACK (arrived_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled_window), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gloss_reader_view_update_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gloss_reader_view_update_rows), self, G_CONNECT_SWAPPED);
}

/* @rows (nullable), else @document (nullable), and what is noted on them. */
static void
set_documents (GlossReaderView   *self,
               GlossDocument     *document,
               GlossParallelRows *rows,
               GlossPlacedNotes  *notes)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  GListModel *model = rows != NULL ? G_LIST_MODEL (rows) : (GListModel *) document;

  gloss_list_scroller_stop (self->scroller);
  gloss_reader_view_clear_phrase (self);
  drop_documents (self);

  g_set_object (&self->parallel, rows);
  for (guint i = 0; i < GLOSS_N_PARALLEL_SIDES; i++)
    {
      GlossReaderSide *side = &self->sides[i];

      if (rows != NULL)
        g_set_object (&side->document, gloss_parallel_rows_get_document (rows, i));
      else if (i == GLOSS_PARALLEL_FIRST)
        g_set_object (&side->document, document);
    }
  take_notes (self, notes);

  factory = rows != NULL ? gloss_reader_view_new_parallel_factory (self) : g_object_ref (self->factory);
  gtk_list_view_set_factory (self->list_view, factory);
  gloss_reader_view_update_columns (self);

  if (model != NULL)
    {
      self->selection = gtk_multi_selection_new (g_object_ref (model));
      g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
    }

  selection_changed_cb (self);
}

void
gloss_reader_view_set_document (GlossReaderView  *self,
                                GlossDocument    *document,
                                GlossPlacedNotes *notes)
{
  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  set_documents (self, document, NULL, notes);
}

void
gloss_reader_view_set_parallel (GlossReaderView   *self,
                                GlossParallelRows *rows,
                                GlossPlacedNotes  *notes)
{
  g_return_if_fail (GLOSS_IS_READER_VIEW (self));
  g_return_if_fail (GLOSS_IS_PARALLEL_ROWS (rows));

  set_documents (self, NULL, rows, notes);
}

void
gloss_reader_view_set_notes (GlossReaderView  *self,
                             GlossPlacedNotes *notes)
{
  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  take_notes (self, notes);
  gloss_reader_view_update_rows (self);
}

/* (transfer full): the positions of the selected clauses in the document of that side. */
static GtkBitset *
get_selection_in (GlossReaderView   *self,
                  GlossParallelSide  side)
{
  g_autoptr (GtkBitset) places = NULL;
  GtkBitset *positions;
  GtkBitsetIter iter;
  guint place;

  if (self->selection == NULL)
    return gtk_bitset_new_empty ();

  places = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (self->parallel == NULL)
    return g_steal_pointer (&places);

  positions = gtk_bitset_new_empty ();
  for (gboolean more = gtk_bitset_iter_init_first (&iter, places, &place); more;
       more = gtk_bitset_iter_next (&iter, &place))
    {
      GlossClause *clause = gloss_reader_view_get_clause (self, side, place);

      if (clause != NULL)
        gtk_bitset_add (positions, gloss_clause_get_position (clause));
    }

  return positions;
}

GlossParallelSide
gloss_reader_view_get_active (GlossReaderView *self)
{
  g_autoptr (GtkBitset) selection = NULL, other_selection = NULL;

  g_return_val_if_fail (GLOSS_IS_READER_VIEW (self), GLOSS_PARALLEL_FIRST);

  if (self->parallel == NULL || (self->phrase_row != NULL && gloss_clause_row_has_phrase (self->phrase_row)))
    return self->active;

  selection = get_selection_in (self, self->active);
  other_selection = get_selection_in (self, 1 - self->active);
  return gtk_bitset_is_empty (selection) && !gtk_bitset_is_empty (other_selection) ? 1 - self->active : self->active;
}

GlossDocument *
gloss_reader_view_get_document (GlossReaderView *self)
{
  g_return_val_if_fail (GLOSS_IS_READER_VIEW (self), NULL);

  return self->sides[gloss_reader_view_get_active (self)].document;
}

GtkBitset *
gloss_reader_view_get_selection (GlossReaderView *self)
{
  g_return_val_if_fail (GLOSS_IS_READER_VIEW (self), NULL);

  return get_selection_in (self, gloss_reader_view_get_active (self));
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

  /* The caret may still be in that row, where the next phrase begins without another word. */
  if (self->phrase_row != NULL)
    gloss_clause_row_clear_phrase (self->phrase_row);
}

void
gloss_reader_view_select_alone (GlossReaderView *self,
                                guint            place)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.select-item", "(ubb)", place, FALSE, FALSE);
}

void
gloss_reader_view_show_place (GlossReaderView  *self,
                              guint             place,
                              GlossReaderFlags  flags)
{
  if ((flags & GLOSS_READER_SELECT) != 0)
    gloss_reader_view_select_alone (self, place);

  self->flash_place = (flags & GLOSS_READER_FLASH) != 0 ? place : GTK_INVALID_LIST_POSITION;
  gloss_list_scroller_go (self->scroller, place,
                          (flags & GLOSS_READER_FOCUS) != 0 ? place : GTK_INVALID_LIST_POSITION,
                          (flags & GLOSS_READER_TOP) != 0);
}

void
gloss_reader_view_show_clause (GlossReaderView  *self,
                               guint             position,
                               GlossReaderFlags  flags)
{
  gloss_reader_view_show_clause_in (self, GLOSS_PARALLEL_FIRST, position, flags);
}

void
gloss_reader_view_show_clause_in (GlossReaderView   *self,
                                  GlossParallelSide  side,
                                  guint              position,
                                  GlossReaderFlags   flags)
{
  g_return_if_fail (GLOSS_IS_READER_VIEW (self));
  g_return_if_fail (self->sides[side].document != NULL);
  g_return_if_fail (position < gloss_document_get_n_clauses (self->sides[side].document));

  if ((flags & GLOSS_READER_SELECT) != 0)
    gloss_reader_view_set_active (self, side);
  gloss_reader_view_show_place (self, gloss_reader_view_to_place (self, side, position), flags);
}

void
gloss_reader_view_restore (GlossReaderView *self,
                           GlossClause     *top,
                           GlossClause     *selected)
{
  guint place, top_place;

  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  if (gloss_reader_view_get_n_places (self) == 0)
    return;

  place = selected != NULL ? gloss_reader_view_to_place (self, GLOSS_PARALLEL_FIRST, gloss_clause_get_position (selected)) : 0;
  if (selected != NULL)
    gloss_reader_view_select_alone (self, place);

  /* A text that is read for the first time begins with the space above it. */
  top_place = top != NULL ? gloss_reader_view_to_place (self, GLOSS_PARALLEL_FIRST, gloss_clause_get_position (top)) : place;
  gloss_list_scroller_go (self->scroller, top_place, selected != NULL ? place : top_place, top_place > 0);
}

GlossClause *
gloss_reader_view_get_top_clause (GlossReaderView *self)
{
  GtkWidget *item;
  GlossClauseRow *row;
  GlossClause *clause = NULL;

  g_return_val_if_fail (GLOSS_IS_READER_VIEW (self), NULL);

  item = gloss_list_scroller_find_top (self->scroller);
  row = item != NULL ? gloss_reader_view_find_row_in (item) : NULL;
  if (row == NULL || gloss_clause_row_get_clause (row) == NULL)
    return NULL;

  /* What stands at the top may be missing in the first text. */
  for (guint place = gloss_reader_view_get_place (self, row); clause == NULL && place < gloss_reader_view_get_n_places (self); place++)
    clause = gloss_reader_view_get_clause (self, GLOSS_PARALLEL_FIRST, place);

  return clause;
}

void
gloss_reader_view_grab_text_focus (GlossReaderView *self)
{
  g_autoptr (GtkBitset) places = NULL;
  GlossClause *top;
  guint place = 0;

  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  if (gloss_reader_view_get_n_places (self) == 0)
    return;

  places = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  top = gloss_reader_view_get_top_clause (self);
  if (!gtk_bitset_is_empty (places))
    place = gtk_bitset_get_minimum (places);
  else if (top != NULL)
    place = gloss_reader_view_to_place (self, GLOSS_PARALLEL_FIRST, gloss_clause_get_position (top));

  gloss_list_scroller_go (self->scroller, place, place, FALSE);
}

void
gloss_reader_view_set_matches (GlossReaderView   *self,
                               GlossParallelSide  side,
                               GArray            *matches,
                               int                current)
{
  GlossClauseMarks *marks;

  g_return_if_fail (GLOSS_IS_READER_VIEW (self));
  g_return_if_fail (side < GLOSS_N_PARALLEL_SIDES);

  marks = &self->sides[side].marks;
  g_clear_pointer (&marks->matches, g_array_unref);
  if (matches != NULL)
    marks->matches = g_array_ref (matches);
  marks->current_match = current;
  gloss_reader_view_update_side (self, side);
}

void
gloss_reader_view_set_current_note (GlossReaderView *self,
                                    GlossPlacedNote *note)
{
  g_return_if_fail (GLOSS_IS_READER_VIEW (self));

  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      GlossClauseMarks *marks = &self->sides[side].marks;
      g_autoptr (GlossPlacedNote) old_note = g_steal_pointer (&marks->current_note);
      GlossClause *old_clause = old_note != NULL ? gloss_placed_note_get_placement_in (old_note, side)->clause : NULL;
      GlossClause *clause = note != NULL ? gloss_placed_note_get_placement_in (note, side)->clause : NULL;

      g_set_object (&marks->current_note, note);
      if (old_clause != NULL)
        gloss_reader_view_update_clause (self, side, gloss_clause_get_position (old_clause));
      if (clause != NULL && clause != old_clause)
        gloss_reader_view_update_clause (self, side, gloss_clause_get_position (clause));
    }
}
