/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-private.h"

#include "import/gloss-import-version.h"

static void
entry_free (gpointer data)
{
  GlossImportEntry *entry = data;

  g_clear_object (&entry->item.annotation);
  g_clear_object (&entry->moves_from);
  g_free (entry);
}

static void
batch_free (gpointer data)
{
  gloss_import_batch_free (data);
}

GlossImportPlan *
gloss_import_plan_new (GlossLibrary  *library,
                       GlossNotebook *notebook)
{
  GlossImportPlan *self;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  self = g_new0 (GlossImportPlan, 1);
  self->library = g_object_ref (library);
  self->notebook = g_object_ref (notebook);
  self->batches = g_ptr_array_new_with_free_func (batch_free);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
gloss_import_plan_free (GlossImportPlan *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_clear_pointer (&self->reader, gloss_import_reader_free);
  g_clear_object (&self->notebook);
  g_clear_object (&self->library);
  g_free (self);
}

/* (transfer none) (nullable): the annotation with that id, whatever document it is on. */
static GlossAnnotation *
find_stored (GlossImportPlan       *self,
             const char            *id,
             GlossAnnotationStore **store)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->notebook)); i++)
    {
      g_autoptr (GlossAnnotationStore) candidate = g_list_model_get_item (G_LIST_MODEL (self->notebook), i);
      GlossAnnotation *found = gloss_annotation_store_find (candidate, id);

      if (found != NULL)
        {
          *store = candidate;
          return found;
        }
    }

  return NULL;
}

/* A place that was chosen by hand for the same words holds for the later version too. */
static void
keep_chosen_place (GlossImportEntry *entry,
                   GlossAnnotation  *present)
{
  GlossImportPlace *place = &entry->found->place;
  GlossAnchor *anchor = gloss_annotation_get_anchor (present);
  g_autoptr (GlossAnnotation) annotation = NULL;
  GlossPlacement placement;

  if (place->document == NULL || place->state == GLOSS_PLACEMENT_PLACED ||
      !gloss_import_same_selection (entry->item.annotation, present))
    return;

  placement = gloss_anchor_resolve (anchor, place->document);
  annotation = gloss_import_make_annotation (entry->found->record, anchor, NULL);
  if (annotation == NULL || placement.state == GLOSS_PLACEMENT_NOT_FOUND)
    return;

  g_set_object (&entry->item.annotation, annotation);
  place->state = placement.state;
  place->clause = placement.clause;
}

/* Finds out what becomes of the annotation beside those that are stored and those that are
 * already in the plan. */
static void
decide_change (GlossImportPlan  *self,
               GlossImportEntry *entry)
{
  /* Once under its own id, and once under another one. */
  for (guint i = 0; i < 2; i++)
    {
      const char *id = gloss_annotation_get_id (entry->item.annotation);
      GlossImportEntry *planned = g_hash_table_lookup (self->by_id, id);
      GlossAnnotationStore *store = NULL;
      GlossAnnotation *stored = find_stored (self, id, &store);
      GlossAnnotation *present = planned != NULL ? planned->item.annotation : stored;
      GlossImportVersion version;

      entry->item.change = stored != NULL ? GLOSS_IMPORT_UPDATE : GLOSS_IMPORT_NEW;
      if (present == NULL)
        break;

      version = gloss_import_compare_versions (entry->item.annotation, present);
      if (version == GLOSS_IMPORT_VERSION_ANOTHER && i == 0 && gloss_import_take_another_id (&entry->item.annotation))
        {
          entry->item.is_other_version = TRUE;
          continue;
        }
      if (version != GLOSS_IMPORT_VERSION_LATER)
        {
          entry->item.change = GLOSS_IMPORT_DUPLICATE;
          return;
        }

      if (stored != NULL)
        {
          keep_chosen_place (entry, stored);
          if (!g_str_equal (entry->found->place.symbol, gloss_annotation_store_get_symbol (store)))
            g_set_object (&entry->moves_from, store);
        }
      if (planned != NULL)
        planned->item.change = GLOSS_IMPORT_DUPLICATE;
      break;
    }

  g_hash_table_replace (self->by_id, (char *) gloss_annotation_get_id (entry->item.annotation), entry);
}

static void
fill_in_item (GlossImportEntry *entry)
{
  const GlossImportPlace *place = &entry->found->place;

  entry->item.symbol = place->symbol;
  entry->item.document = place->document;
  entry->item.state = place->state;
  entry->item.clause = place->clause;
  entry->item.n_clauses = place->n_clauses;
  entry->item.n_candidates = place->n_candidates;
}

/* All of them, so that an annotation is found whatever document it was put on before. */
static gboolean
open_stores (GlossImportPlan  *self,
             GError          **error)
{
  if (!self->opened)
    self->opened = gloss_notebook_open_all (self->notebook, error);

  return self->opened;
}

gboolean
gloss_import_plan_take (GlossImportPlan  *self,
                        GlossImportBatch *batch,
                        GError          **error)
{
  g_autoptr (GlossImportBatch) owned = batch;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (batch != NULL, FALSE);

  if (!open_stores (self, error))
    return FALSE;

  for (guint i = 0; i < batch->found->len; i++)
    {
      GlossImportEntry *entry = g_new0 (GlossImportEntry, 1);

      entry->found = g_ptr_array_index (batch->found, i);
      entry->item.annotation = g_object_ref (entry->found->annotation);
      decide_change (self, entry);
      fill_in_item (entry);
      g_ptr_array_add (self->entries, entry);
    }

  self->n_elsewhere += batch->file->n_elsewhere;
  g_ptr_array_add (self->batches, g_steal_pointer (&owned));

  return TRUE;
}

static GlossImportReader *
get_reader (GlossImportPlan *self)
{
  if (self->reader == NULL)
    self->reader = gloss_import_reader_new (self->library);

  return self->reader;
}

static gboolean
take_read (GlossImportPlan   *self,
           GlossImportBatch  *batch,
           const char       **format,
           GError           **error)
{
  if (batch == NULL)
    return FALSE;

  if (format != NULL)
    *format = batch->file->format;
  return gloss_import_plan_take (self, batch, error);
}

gboolean
gloss_import_plan_add (GlossImportPlan  *self,
                       const char       *data,
                       gsize             length,
                       const char       *name,
                       const char      **format,
                       GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return take_read (self,
                    gloss_import_reader_read_data (get_reader (self), data, length, name, NULL, 0, 0, NULL, error),
                    format, error);
}

gboolean
gloss_import_plan_add_file (GlossImportPlan  *self,
                            GFile            *file,
                            const char      **format,
                            GError          **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return take_read (self, gloss_import_reader_read_file (get_reader (self), file, NULL, 0, 0, NULL, error), format,
                    error);
}

guint
gloss_import_plan_get_n_items (GlossImportPlan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

const GlossImportItem *
gloss_import_plan_get_item (GlossImportPlan *self,
                            guint            position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, position);
}

GlossImportCounts
gloss_import_plan_get_counts (GlossImportPlan *self)
{
  GlossImportCounts counts = { 0, };

  g_return_val_if_fail (self != NULL, counts);

  counts.n_elsewhere = self->n_elsewhere;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const GlossImportItem *item = g_ptr_array_index (self->entries, i);

      counts.n_new += item->change == GLOSS_IMPORT_NEW;
      counts.n_updates += item->change == GLOSS_IMPORT_UPDATE;
      counts.n_duplicates += item->change == GLOSS_IMPORT_DUPLICATE;
      if (item->change == GLOSS_IMPORT_DUPLICATE)
        continue;

      counts.n_placed += item->state == GLOSS_PLACEMENT_PLACED;
      counts.n_changed += item->state == GLOSS_PLACEMENT_CHANGED;
      counts.n_ambiguous += item->state == GLOSS_PLACEMENT_AMBIGUOUS;
      counts.n_not_found += item->state == GLOSS_PLACEMENT_NOT_FOUND;
    }

  return counts;
}
