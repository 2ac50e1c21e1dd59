/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-placed-notes"

#include "config.h"

#include "ui/gloss-placed-notes-private.h"

/* With more changes at once than this, the whole list is said to have changed. */
#define MAX_SINGLE_CHANGES 32

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlossPlacedNotes, gloss_placed_notes, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum
{
  PROP_PROGRESS = 1,
  N_PROPS,
};

enum
{
  SIGNAL_CLAUSE_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

void
gloss_placed_notes_emit_clause_changed (GlossPlacedNotes *self,
                                        GlossPlacedNote  *note)
{
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      GlossClause *clause = gloss_placed_note_get_placement_in (note, side)->clause;

      if (clause != NULL)
        g_signal_emit (self, signals[SIGNAL_CLAUSE_CHANGED], 0, side, gloss_clause_get_position (clause));
    }
}

void
gloss_placed_notes_insert (GlossPlacedNotes *self,
                           GlossPlacedNote  *note)
{
  guint position = gloss_clause_index_lower_bound (self->notes, note);

  g_ptr_array_insert (self->notes, (int) position, g_object_ref (note));
  gloss_clause_index_add (self->by_clause, note);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  gloss_placed_notes_emit_clause_changed (self, note);
}

/* @note must be held by the caller. */
static void
take_out_note (GlossPlacedNotes *self,
               GlossPlacedNote  *note)
{
  guint position;

  if (!gloss_placed_notes_find (self, note, &position))
    g_return_if_reached ();

  gloss_clause_index_remove (self->by_clause, note);
  g_ptr_array_remove_index (self->notes, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  gloss_placed_notes_emit_clause_changed (self, note);
}

void
gloss_placed_notes_add_annotation (GlossPlacedNotes *self,
                                   GlossAnnotation  *annotation)
{
  g_autoptr (GlossPlacedNote) note = NULL;

  if (g_hash_table_contains (self->by_annotation, annotation))
    return;

  note = gloss_placed_notes_create_note (self, annotation);
  g_hash_table_insert (self->by_annotation, annotation, note);
  gloss_placed_notes_insert (self, note);
}

void
gloss_placed_notes_remove_annotation (GlossPlacedNotes *self,
                                      GlossAnnotation  *annotation)
{
  g_autoptr (GlossPlacedNote) note = NULL;

  g_set_object (&note, g_hash_table_lookup (self->by_annotation, annotation));
  if (note == NULL)
    return;

  g_hash_table_remove (self->by_annotation, annotation);
  take_out_note (self, note);
}

void
gloss_placed_notes_put_in_order (GlossPlacedNotes *self,
                                 GlossPlacedNote  *note,
                                 guint             position)
{
  GPtrArray *notes = self->notes;

  if ((position == 0 || gloss_placed_note_compare (g_ptr_array_index (notes, position - 1), note) <= 0) &&
      (position + 1 == notes->len || gloss_placed_note_compare (note, g_ptr_array_index (notes, position + 1)) <= 0))
    return;

  g_object_ref (note);
  g_ptr_array_remove_index (notes, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  position = gloss_clause_index_lower_bound (notes, note);
  g_ptr_array_insert (notes, (int) position, note);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static void
items_changed_cb (GlossPlacedNotes *self,
                  guint             position,
                  guint             n_removed,
                  guint             n_added,
                  GListModel       *store)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);

  if (self->fill_id != 0)
    {
      self->stale = TRUE;
      return;
    }

  g_set_object (&self->changed_store, self->store);
  for (guint i = 0; i < n_removed; i++)
    g_ptr_array_add (gone, g_object_ref (g_ptr_array_index (self->annotations, position + i)));
  if (n_removed > 0)
    g_ptr_array_remove_range (self->annotations, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      GlossAnnotation *annotation = g_list_model_get_item (store, position + i);

      g_ptr_array_insert (self->annotations, (int) (position + i), annotation);
      g_hash_table_add (added, annotation);
    }

  if (n_removed + n_added > MAX_SINGLE_CHANGES)
    {
      gloss_placed_notes_fill (self);
      return;
    }

  for (guint i = 0; i < gone->len; i++)
    if (!g_hash_table_contains (added, g_ptr_array_index (gone, i)))
      gloss_placed_notes_remove_annotation (self, g_ptr_array_index (gone, i));
  for (guint i = 0; i < n_added; i++)
    gloss_placed_notes_add_annotation (self, g_ptr_array_index (self->annotations, position + i));
}

void
gloss_placed_notes_update_annotation (GlossPlacedNotes *self,
                                      GlossAnnotation  *annotation)
{
  GlossPlacedNote *note = g_hash_table_lookup (self->by_annotation, annotation);
  guint position;

  if (self->fill_id != 0)
    self->stale = TRUE;
  if (note == NULL || self->stale)
    return;

  if (gloss_placed_note_is_placed (note))
    {
      gloss_placed_notes_emit_clause_changed (self, note);
      return;
    }

  if (!gloss_placed_notes_find (self, note, &position))
    g_return_if_reached ();

  /* Where an anchor changed, the clauses before and after the change both look different. */
  gloss_placed_notes_emit_clause_changed (self, note);
  gloss_clause_index_remove (self->by_clause, note);
  gloss_placed_notes_place (self, note);
  gloss_clause_index_add (self->by_clause, note);
  gloss_placed_notes_put_in_order (self, note, position);
  gloss_placed_notes_emit_clause_changed (self, note);
}

static GType
gloss_placed_notes_get_item_type (GListModel *model)
{
  return GLOSS_TYPE_PLACED_NOTE;
}

static guint
gloss_placed_notes_get_n_items (GListModel *model)
{
  GlossPlacedNotes *self = GLOSS_PLACED_NOTES (model);

  return self->fill_id == 0 ? self->notes->len : 0;
}

static gpointer
gloss_placed_notes_get_item (GListModel *model,
                             guint       position)
{
  GPtrArray *notes = GLOSS_PLACED_NOTES (model)->notes;

  return position < gloss_placed_notes_get_n_items (model) ? g_object_ref (g_ptr_array_index (notes, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gloss_placed_notes_get_item_type;
  iface->get_n_items = gloss_placed_notes_get_n_items;
  iface->get_item = gloss_placed_notes_get_item;
}

static void
gloss_placed_notes_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PROGRESS:
      g_value_set_double (value, gloss_placed_notes_get_progress (GLOSS_PLACED_NOTES (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gloss_placed_notes_dispose (GObject *object)
{
  GlossPlacedNotes *self = GLOSS_PLACED_NOTES (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->begun);
  g_clear_object (&self->store);
  g_clear_object (&self->changes);
  g_clear_object (&self->library);
  g_clear_object (&self->changed_store);
  g_clear_object (&self->rows);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (gloss_placed_notes_parent_class)->dispose (object);
}

static void
gloss_placed_notes_finalize (GObject *object)
{
  GlossPlacedNotes *self = GLOSS_PLACED_NOTES (object);

  g_clear_pointer (&self->by_clause, gloss_clause_index_free);
  g_clear_pointer (&self->by_annotation, g_hash_table_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->annotations, g_ptr_array_unref);
  g_clear_pointer (&self->on_changes, g_ptr_array_unref);

  G_OBJECT_CLASS (gloss_placed_notes_parent_class)->finalize (object);
}

static void
gloss_placed_notes_class_init (GlossPlacedNotesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gloss_placed_notes_dispose;
  object_class->finalize = gloss_placed_notes_finalize;
  object_class->get_property = gloss_placed_notes_get_property;

  properties[PROP_PROGRESS] =
      g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CLAUSE_CHANGED] =
      g_signal_new ("clause-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
gloss_placed_notes_init (GlossPlacedNotes *self)
{
  self->annotations = g_ptr_array_new_with_free_func (g_object_unref);
  self->on_changes = g_ptr_array_new_with_free_func (g_object_unref);
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_annotation = g_hash_table_new (NULL, NULL);
  self->by_clause = gloss_clause_index_new ();
}

static GlossPlacedNotes *
create (GlossDocument        *document,
        GlossParallelRows    *rows,
        GlossAnnotationStore *store)
{
  GlossPlacedNotes *self = g_object_new (GLOSS_TYPE_PLACED_NOTES, NULL);

  g_set_object (&self->document, document);
  g_set_object (&self->rows, rows);
  g_set_object (&self->store, store);

  gloss_placed_notes_begin_filling (self);
  g_signal_connect_object (store, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (gloss_placed_notes_update_annotation), self, G_CONNECT_SWAPPED);

  return self;
}

GlossPlacedNotes *
gloss_placed_notes_new (GlossDocument        *document,
                        GlossAnnotationStore *store)
{
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (store), NULL);

  return create (document, NULL, store);
}

GlossPlacedNotes *
gloss_placed_notes_new_parallel (GlossParallelRows    *rows,
                                 GlossAnnotationStore *store)
{
  g_return_val_if_fail (GLOSS_IS_PARALLEL_ROWS (rows), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (store), NULL);

  return create (gloss_parallel_rows_get_document (rows, GLOSS_PARALLEL_FIRST), rows, store);
}

GlossDocument *
gloss_placed_notes_get_document (GlossPlacedNotes *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), NULL);

  return self->document;
}

GlossAnnotationStore *
gloss_placed_notes_get_store (GlossPlacedNotes *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), NULL);

  return self->store;
}

GPtrArray *
gloss_placed_notes_get_on_clause (GlossPlacedNotes *self,
                                  guint             position)
{
  return gloss_placed_notes_get_on_clause_in (self, GLOSS_PARALLEL_FIRST, position);
}

GPtrArray *
gloss_placed_notes_get_on_clause_in (GlossPlacedNotes  *self,
                                     GlossParallelSide  side,
                                     guint              position)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), NULL);
  g_return_val_if_fail (side < GLOSS_N_PARALLEL_SIDES, NULL);

  return gloss_clause_index_lookup (self->by_clause, side, position);
}

GlossPlacedNote *
gloss_placed_notes_lookup (GlossPlacedNotes *self,
                           GlossAnnotation  *annotation)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), NULL);

  return g_hash_table_lookup (self->by_annotation, annotation);
}

gboolean
gloss_placed_notes_find (GlossPlacedNotes *self,
                         GlossPlacedNote  *note,
                         guint            *position)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (note), FALSE);

  *position = gloss_clause_index_lower_bound (self->notes, note);
  return *position < self->notes->len && g_ptr_array_index (self->notes, *position) == note;
}
