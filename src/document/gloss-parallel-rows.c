/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-parallel-rows"

#include "config.h"

#include "document/gloss-parallel-rows.h"

struct _GlossParallelRow
{
  GObject      parent_instance;

  GlossClause *clauses[GLOSS_N_PARALLEL_SIDES];
};

G_DEFINE_FINAL_TYPE (GlossParallelRow, gloss_parallel_row, G_TYPE_OBJECT)

struct _GlossParallelRows
{
  GObject        parent_instance;

  GlossDocument *documents[GLOSS_N_PARALLEL_SIDES];
  guint         *places[GLOSS_N_PARALLEL_SIDES]; /* of each clause, in rows */
  GPtrArray     *rows;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlossParallelRows, gloss_parallel_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
gloss_parallel_row_finalize (GObject *object)
{
  GlossParallelRow *self = GLOSS_PARALLEL_ROW (object);

  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    g_clear_object (&self->clauses[side]);

  G_OBJECT_CLASS (gloss_parallel_row_parent_class)->finalize (object);
}

static void
gloss_parallel_row_class_init (GlossParallelRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_parallel_row_finalize;
}

static void
gloss_parallel_row_init (GlossParallelRow *self)
{
}

GlossClause *
gloss_parallel_row_get_clause (GlossParallelRow  *self,
                               GlossParallelSide  side)
{
  g_return_val_if_fail (GLOSS_IS_PARALLEL_ROW (self), NULL);
  g_return_val_if_fail (side < GLOSS_N_PARALLEL_SIDES, NULL);

  return self->clauses[side];
}

/* Either clause may be NULL. */
static void
add_row (GlossParallelRows *self,
         GlossClause       *first,
         GlossClause       *second)
{
  GlossClause *clauses[GLOSS_N_PARALLEL_SIDES] = { first, second };
  GlossParallelRow *row = g_object_new (GLOSS_TYPE_PARALLEL_ROW, NULL);

  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    if (clauses[side] != NULL)
      {
        row->clauses[side] = g_object_ref (clauses[side]);
        self->places[side][gloss_clause_get_position (clauses[side])] = self->rows->len;
      }

  g_ptr_array_add (self->rows, row);
}

static gboolean
is_in (GlossDocument *document,
       GlossClause   *clause)
{
  return gloss_document_find_clause (document, gloss_clause_get_id (clause)) != NULL;
}

/* The clauses of the second text alone that stand directly before @end. */
static void
add_alone_before (GlossParallelRows *self,
                  guint              end)
{
  GlossDocument *second = self->documents[GLOSS_PARALLEL_SECOND];
  guint begin = end;

  while (begin > 0 && !is_in (self->documents[GLOSS_PARALLEL_FIRST], gloss_document_get_clause (second, begin - 1)))
    begin--;
  for (guint i = begin; i < end; i++)
    add_row (self, NULL, gloss_document_get_clause (second, i));
}

static void
join (GlossParallelRows *self)
{
  GlossDocument *first = self->documents[GLOSS_PARALLEL_FIRST];
  GlossDocument *second = self->documents[GLOSS_PARALLEL_SECOND];

  for (guint i = 0; i < gloss_document_get_n_clauses (first); i++)
    {
      GlossClause *clause = gloss_document_get_clause (first, i);
      GlossClause *other = gloss_document_find_clause (second, gloss_clause_get_id (clause));

      if (other != NULL)
        add_alone_before (self, gloss_clause_get_position (other));
      add_row (self, clause, other);
    }
  add_alone_before (self, gloss_document_get_n_clauses (second));
}

static GType
gloss_parallel_rows_get_item_type (GListModel *model)
{
  return GLOSS_TYPE_PARALLEL_ROW;
}

static guint
gloss_parallel_rows_get_n_items (GListModel *model)
{
  return GLOSS_PARALLEL_ROWS (model)->rows->len;
}

static gpointer
gloss_parallel_rows_get_item (GListModel *model,
                              guint       position)
{
  GPtrArray *rows = GLOSS_PARALLEL_ROWS (model)->rows;

  return position < rows->len ? g_object_ref (g_ptr_array_index (rows, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = gloss_parallel_rows_get_item_type;
  iface->get_n_items = gloss_parallel_rows_get_n_items;
  iface->get_item = gloss_parallel_rows_get_item;
}

static void
gloss_parallel_rows_finalize (GObject *object)
{
  GlossParallelRows *self = GLOSS_PARALLEL_ROWS (object);

  g_ptr_array_unref (self->rows);
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      g_free (self->places[side]);
      g_clear_object (&self->documents[side]);
    }

  G_OBJECT_CLASS (gloss_parallel_rows_parent_class)->finalize (object);
}

static void
gloss_parallel_rows_class_init (GlossParallelRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_parallel_rows_finalize;
}

static void
gloss_parallel_rows_init (GlossParallelRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

GlossParallelRows *
gloss_parallel_rows_new (GlossDocument *first,
                         GlossDocument *second)
{
  GlossParallelRows *self;
  GlossDocument *documents[GLOSS_N_PARALLEL_SIDES] = { first, second };

  g_return_val_if_fail (GLOSS_IS_DOCUMENT (first), NULL);
  g_return_val_if_fail (GLOSS_IS_DOCUMENT (second), NULL);

  self = g_object_new (GLOSS_TYPE_PARALLEL_ROWS, NULL);
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      self->documents[side] = g_object_ref (documents[side]);
      self->places[side] = g_new0 (guint, gloss_document_get_n_clauses (documents[side]));
    }
  join (self);

  return self;
}

GlossDocument *
gloss_parallel_rows_get_document (GlossParallelRows *self,
                                  GlossParallelSide  side)
{
  g_return_val_if_fail (GLOSS_IS_PARALLEL_ROWS (self), NULL);
  g_return_val_if_fail (side < GLOSS_N_PARALLEL_SIDES, NULL);

  return self->documents[side];
}

GlossClause *
gloss_parallel_rows_get_clause (GlossParallelRows *self,
                                guint              index,
                                GlossParallelSide  side)
{
  g_return_val_if_fail (GLOSS_IS_PARALLEL_ROWS (self), NULL);
  g_return_val_if_fail (index < self->rows->len, NULL);

  return gloss_parallel_row_get_clause (g_ptr_array_index (self->rows, index), side);
}

guint
gloss_parallel_rows_find (GlossParallelRows *self,
                          GlossParallelSide  side,
                          guint              position)
{
  g_return_val_if_fail (GLOSS_IS_PARALLEL_ROWS (self), 0);
  g_return_val_if_fail (side < GLOSS_N_PARALLEL_SIDES, 0);
  g_return_val_if_fail (position < gloss_document_get_n_clauses (self->documents[side]), 0);

  return self->places[side][position];
}

GlossParallelSide
gloss_parallel_rows_find_side (GlossParallelRows *self,
                               const char        *language)
{
  g_return_val_if_fail (GLOSS_IS_PARALLEL_ROWS (self), GLOSS_PARALLEL_FIRST);

  for (guint side = 0; language != NULL && side < GLOSS_N_PARALLEL_SIDES; side++)
    if (g_ascii_strcasecmp (language, gloss_document_get_language (self->documents[side])) == 0)
      return side;

  return GLOSS_PARALLEL_FIRST;
}
