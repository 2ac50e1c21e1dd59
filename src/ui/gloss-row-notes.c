/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-row-notes"

#include "config.h"

#include "ui/gloss-row-notes.h"

#include <glib/gi18n.h>

#include "annotation/gloss-annotation-sides.h"
#include "annotation/gloss-change-notes.h"

struct _GlossRowNotes
{
  GObject           parent_instance;

  GlossComparison  *comparison;
  GListModel       *lists[4]; /* (nullable): the stores of the old and the new document, and the
                               * notes on changes of either that are elsewhere */
  GHashTable       *by_row;   /* GlossComparisonRow -> GPtrArray of GlossAnnotation; NULL: not made yet */
};

G_DEFINE_FINAL_TYPE (GlossRowNotes, gloss_row_notes, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (GlossRowNotes *self)
{
  g_clear_pointer (&self->by_row, g_hash_table_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
follow (GlossRowNotes *self,
        guint          index,
        GListModel    *list)
{
  if (list == NULL)
    return;

  self->lists[index] = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* (nullable): the document of the comparison that @anchor is on. Of two languages of one work, that
 * of the anchor; else the new one. */
static GlossDocument *
find_document (GlossRowNotes *self,
               GlossAnchor   *anchor)
{
  GlossDocument *old_document = gloss_comparison_get_old_document (self->comparison);
  GlossDocument *new_document = gloss_comparison_get_new_document (self->comparison);
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);
  gboolean on_old = g_strcmp0 (data->symbol, gloss_document_get_symbol (old_document)) == 0;
  gboolean on_new = g_strcmp0 (data->symbol, gloss_document_get_symbol (new_document)) == 0;

  if (on_old && on_new)
    return g_strcmp0 (data->language, gloss_document_get_language (old_document)) == 0 ? old_document : new_document;

  return on_new ? new_document : on_old ? old_document : NULL;
}

/* (nullable): cheap, so that many notes can be gone over: what bears the id of the clause. */
static GlossComparisonRow *
find_row (GlossRowNotes *self,
          GlossAnchor   *anchor)
{
  GlossDocument *document = find_document (self, anchor);
  const char *id = gloss_anchor_get_data (anchor)->clause_id;

  if (document == NULL || id == NULL)
    return NULL;

  return document == gloss_comparison_get_new_document (self->comparison)
           ? gloss_comparison_find_new (self->comparison, id)
           : gloss_comparison_find_old (self->comparison, id);
}

static void
put (GlossRowNotes      *self,
     GlossComparisonRow *row,
     GlossAnnotation    *annotation)
{
  GPtrArray *notes;

  if (row == NULL)
    return;

  notes = g_hash_table_lookup (self->by_row, row);
  if (notes == NULL)
    {
      notes = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->by_row, row, notes);
    }
  if (!g_ptr_array_find (notes, annotation, NULL))
    g_ptr_array_add (notes, g_object_ref (annotation));
}

static void
fill (GlossRowNotes *self)
{
  self->by_row = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    {
      guint n_items = self->lists[i] != NULL ? g_list_model_get_n_items (self->lists[i]) : 0;

      for (guint k = 0; k < n_items; k++)
        {
          g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (self->lists[i], k);
          g_autoptr (GlossAnchor) old_side = gloss_annotation_dup_old_side (annotation);

          put (self, find_row (self, gloss_annotation_get_anchor (annotation)), annotation);
          if (old_side != NULL)
            put (self, find_row (self, old_side), annotation);
        }
    }
}

static void
gloss_row_notes_dispose (GObject *object)
{
  GlossRowNotes *self = GLOSS_ROW_NOTES (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    g_clear_object (&self->lists[i]);
  g_clear_pointer (&self->by_row, g_hash_table_unref);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (gloss_row_notes_parent_class)->dispose (object);
}

static void
gloss_row_notes_class_init (GlossRowNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gloss_row_notes_dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gloss_row_notes_init (GlossRowNotes *self)
{
}

GlossRowNotes *
gloss_row_notes_new (GlossComparison *comparison,
                     GlossNotebook   *notebook)
{
  GlossRowNotes *self;
  const char *old_symbol;
  const char *new_symbol;
  g_autoptr (GlossChangeNotes) old_changes = NULL;
  g_autoptr (GlossChangeNotes) new_changes = NULL;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  self = g_object_new (GLOSS_TYPE_ROW_NOTES, NULL);
  self->comparison = g_object_ref (comparison);
  old_symbol = gloss_document_get_symbol (gloss_comparison_get_old_document (comparison));
  new_symbol = gloss_document_get_symbol (gloss_comparison_get_new_document (comparison));

  follow (self, 0, (GListModel *) gloss_notebook_get_store (notebook, old_symbol, NULL));
  old_changes = gloss_change_notes_new (notebook, old_symbol);
  follow (self, 2, G_LIST_MODEL (old_changes));
  if (!g_str_equal (old_symbol, new_symbol))
    {
      follow (self, 1, (GListModel *) gloss_notebook_get_store (notebook, new_symbol, NULL));
      new_changes = gloss_change_notes_new (notebook, new_symbol);
      follow (self, 3, G_LIST_MODEL (new_changes));
    }

  return self;
}

GPtrArray *
gloss_row_notes_get (GlossRowNotes      *self,
                     GlossComparisonRow *row)
{
  g_return_val_if_fail (GLOSS_IS_ROW_NOTES (self), NULL);

  if (self->by_row == NULL)
    fill (self);

  return g_hash_table_lookup (self->by_row, row);
}

GPtrArray *
gloss_row_notes_dup_all (GlossRowNotes *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (GLOSS_IS_ROW_NOTES (self), all);

  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    {
      guint n_items = self->lists[i] != NULL ? g_list_model_get_n_items (self->lists[i]) : 0;

      for (guint k = 0; k < n_items; k++)
        {
          g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (self->lists[i], k);

          if (g_hash_table_add (seen, annotation))
            g_ptr_array_add (all, g_steal_pointer (&annotation));
        }
    }

  return all;
}

GlossAnnotationStore *
gloss_row_notes_get_store (GlossRowNotes   *self,
                           GlossAnnotation *annotation)
{
  g_return_val_if_fail (GLOSS_IS_ROW_NOTES (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    {
      GlossAnnotationStore *store = NULL;

      if (GLOSS_IS_ANNOTATION_STORE (self->lists[i]))
        store = GLOSS_ANNOTATION_STORE (self->lists[i]);
      else if (self->lists[i] != NULL)
        store = gloss_change_notes_get_store (GLOSS_CHANGE_NOTES (self->lists[i]), annotation);

      if (store != NULL && gloss_annotation_store_find (store, gloss_annotation_get_id (annotation)) == annotation)
        return store;
    }

  return NULL;
}

static char *
dup_citation (GlossRowNotes *self,
              GlossAnchor   *anchor)
{
  GlossDocument *document = find_document (self, anchor);
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);
  GlossClause *clause = document != NULL && data->clause_id != NULL
                          ? gloss_document_find_clause (document, data->clause_id) : NULL;

  if (clause != NULL)
    return g_strdup (gloss_clause_get_citation (clause));

  return g_strdup (data->symbol != NULL ? data->symbol : "");
}

char *
gloss_row_notes_dup_place (GlossRowNotes   *self,
                           GlossAnnotation *annotation)
{
  g_autoptr (GlossAnchor) old_side = NULL;
  g_autofree char *old_place = NULL;
  g_autofree char *new_place = NULL;

  g_return_val_if_fail (GLOSS_IS_ROW_NOTES (self), NULL);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION (annotation), NULL);

  old_side = gloss_annotation_dup_old_side (annotation);
  new_place = dup_citation (self, gloss_annotation_get_anchor (annotation));
  if (old_side == NULL)
    return g_steal_pointer (&new_place);

  old_place = dup_citation (self, old_side);
  /* Translators: where a note on a change stands, in the old text and in the new one. */
  return g_strdup_printf (_("%s → %s"), old_place, new_place);
}
