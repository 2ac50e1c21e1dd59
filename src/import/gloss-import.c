/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-private.h"
#include "annotation/gloss-annotation-target.h"
#include "annotation/gloss-json-edit.h"
#include "import/gloss-import-place.h"
#include "import/gloss-import-version.h"

typedef struct
{
  GlossImportItem  item; /* first: it is what others see */
  GlossImportPlace place;

  /* (nullable): where an earlier version is that was put on another document. */
  GlossAnnotationStore *moves_from;
} Entry;

struct _GlossImportPlan
{
  GlossLibrary      *library;
  GlossNotebook     *notebook;
  GlossImportPlacer *placer;
  GPtrArray         *entries; /* element-type Entry */
  GHashTable        *by_id;   /* id -> Entry: those that would come in */
  guint              n_elsewhere;
  gboolean           opened;  /* the stores of all documents */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->item.annotation);
  gloss_import_place_clear (&entry->place);
  g_clear_object (&entry->moves_from);
  g_free (entry);
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
  self->placer = gloss_import_placer_new (library);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
gloss_import_plan_free (GlossImportPlan *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->placer, gloss_import_placer_free);
  g_clear_object (&self->notebook);
  g_clear_object (&self->library);
  g_free (self);
}

static GlossAnnotation *
parse (const char  *text,
       GError     **error)
{
  return gloss_annotation_new_from_text (text, strlen (text), error);
}

/* (transfer full) (nullable): the annotation with the target that @anchor (nullable: as it came)
 * says, and beside it what it came as. */
static GlossAnnotation *
make_annotation (const GlossImportRecord  *record,
                 GlossAnchor              *anchor,
                 GError                  **error)
{
  GlossJsonText text = gloss_json_text_for (record->text);
  g_autoptr (GlossJsonEdit) edit = NULL;
  g_autofree char *edited = NULL;
  GlossJsonText target;
  GlossJsonText original;

  if (anchor == NULL || !gloss_json_text_get_member (&text, "target", &target))
    return parse (record->text, error);

  edit = gloss_json_edit_new (&text);
  gloss_json_edit_take (edit, "target", gloss_target_write (&target, anchor, NULL));
  if (!gloss_json_edit_get (edit, GLOSS_IMPORT_ORIGINAL, &original))
    gloss_json_edit_take (edit, GLOSS_IMPORT_ORIGINAL, g_strdup (record->original));

  edited = gloss_json_edit_to_text (edit);
  return parse (edited, error);
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
keep_chosen_place (Entry                   *entry,
                   const GlossImportRecord *record,
                   GlossAnnotation         *present)
{
  GlossPlacement placement;

  GlossAnchor *anchor = gloss_annotation_get_anchor (present);
  g_autoptr (GlossAnnotation) annotation = NULL;

  if (entry->place.document == NULL || entry->place.state == GLOSS_PLACEMENT_PLACED ||
      !gloss_import_same_selection (entry->item.annotation, present))
    return;

  placement = gloss_anchor_resolve (anchor, entry->place.document);
  annotation = make_annotation (record, anchor, NULL);
  if (annotation == NULL || placement.state == GLOSS_PLACEMENT_NOT_FOUND)
    return;

  g_set_object (&entry->item.annotation, annotation);
  entry->place.state = placement.state;
  entry->place.clause = placement.clause;
}

/* Finds out what becomes of the annotation beside those that are stored and those that are
 * already in the plan. */
static void
decide_change (GlossImportPlan         *self,
               Entry                   *entry,
               const GlossImportRecord *record)
{
  /* Once under its own id, and once under another one. */
  for (guint i = 0; i < 2; i++)
    {
      const char *id = gloss_annotation_get_id (entry->item.annotation);
      Entry *planned = g_hash_table_lookup (self->by_id, id);
      GlossAnnotationStore *store = NULL;
      GlossAnnotation *stored = find_stored (self, id, &store);
      GlossAnnotation *present = planned != NULL ? planned->item.annotation : stored;
      GlossImportVersion version;

      entry->item.change = stored != NULL ? GLOSS_IMPORT_UPDATE : GLOSS_IMPORT_NEW;
      if (present == NULL)
        break;

      version = gloss_import_compare_versions (entry->item.annotation, present);
      if (version == GLOSS_IMPORT_VERSION_ANOTHER && i == 0 && gloss_import_take_another_id (&entry->item.annotation))
        continue;
      if (version != GLOSS_IMPORT_VERSION_LATER)
        {
          entry->item.change = GLOSS_IMPORT_DUPLICATE;
          return;
        }

      if (stored != NULL)
        {
          keep_chosen_place (entry, record, stored);
          if (!g_str_equal (entry->place.symbol, gloss_annotation_store_get_symbol (store)))
            g_set_object (&entry->moves_from, store);
        }
      if (planned != NULL)
        planned->item.change = GLOSS_IMPORT_DUPLICATE;
      break;
    }

  g_hash_table_replace (self->by_id, (char *) gloss_annotation_get_id (entry->item.annotation), entry);
}

static void
fill_in_item (Entry *entry)
{
  entry->item.symbol = entry->place.symbol;
  entry->item.document = entry->place.document;
  entry->item.state = entry->place.state;
  entry->item.clause = entry->place.clause;
  entry->item.n_clauses = entry->place.n_clauses;
  entry->item.n_candidates = entry->place.n_candidates;
}

/* (transfer full) (nullable) */
static Entry *
make_entry (GlossImportPlan          *self,
            const GlossImportRecord  *record,
            GError                  **error)
{
  g_autoptr (GlossAnnotation) as_it_came = parse (record->text, error);
  Entry *entry;

  if (as_it_came == NULL)
    return NULL;

  entry = g_new0 (Entry, 1);
  gloss_import_placer_place (self->placer, record, gloss_annotation_get_anchor (as_it_came), &entry->place);
  entry->item.annotation = make_annotation (record, entry->place.anchor, error);
  if (entry->item.annotation == NULL)
    g_clear_pointer (&entry, entry_free);

  return entry;
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
gloss_import_plan_add (GlossImportPlan  *self,
                       const char       *data,
                       gsize             length,
                       const char       *name,
                       const char      **format,
                       GError          **error)
{
  g_autoptr (GlossImportFile) file = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  file = gloss_import_file_read (data, length, error);
  if (file == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  if (!open_stores (self, error))
    return FALSE;

  for (guint i = 0; i < file->records->len; i++)
    {
      Entry *entry = make_entry (self, g_ptr_array_index (file->records, i), error);

      if (entry == NULL)
        {
          g_prefix_error (error, _("%s: annotation %u: "), name, i + 1);
          return FALSE;
        }
      g_ptr_array_add (entries, entry);
    }

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      decide_change (self, entry, g_ptr_array_index (file->records, i));
      fill_in_item (entry);
    }

  self->n_elsewhere += file->n_elsewhere;
  if (format != NULL)
    *format = file->format;
  g_ptr_array_extend_and_steal (self->entries, g_steal_pointer (&entries));

  return TRUE;
}

gboolean
gloss_import_plan_add_file (GlossImportPlan  *self,
                            GFile            *file,
                            const char      **format,
                            GError          **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  const char *data;
  gsize length;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_parse_name (file);
  bytes = gloss_import_file_load (file, error);
  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }

  data = g_bytes_get_data (bytes, &length);
  return gloss_import_plan_add (self, data != NULL ? data : "", length, name, format, error);
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

/* The stores may have changed since the plan was made: what is there by now is not put there
 * again. */
static gboolean
apply_item (GlossAnnotationStore   *store,
            const GlossImportItem  *item,
            GError                **error)
{
  GlossAnnotation *present = gloss_annotation_store_find (store, gloss_annotation_get_id (item->annotation));

  if (present == NULL)
    return gloss_annotation_store_add (store, item->annotation, error);
  if (gloss_import_compare_versions (item->annotation, present) == GLOSS_IMPORT_VERSION_LATER)
    return gloss_annotation_store_replace (store, present, item->annotation, error);

  return TRUE;
}

static gboolean
apply_to_store (GlossImportPlan       *self,
                GlossAnnotationStore  *store,
                GError               **error)
{
  g_autoptr (GError) first_error = NULL;

  gloss_annotation_store_begin_group (store, _("Import Notes"));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const GlossImportItem *item = g_ptr_array_index (self->entries, i);

      if (item->change != GLOSS_IMPORT_DUPLICATE &&
          g_str_equal (item->symbol, gloss_annotation_store_get_symbol (store)))
        apply_item (store, item, first_error == NULL ? &first_error : NULL);
    }
  gloss_annotation_store_end_group (store, first_error == NULL ? &first_error : NULL);

  if (first_error == NULL)
    return TRUE;

  g_propagate_prefixed_error (error, g_steal_pointer (&first_error), "%s: ",
                              gloss_annotation_store_get_symbol (store));
  return FALSE;
}

/* What was put on another document before is there no longer, once it is where it belongs. */
static void
remove_moved (GlossImportPlan  *self,
              GError          **error)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      GlossAnnotation *old = NULL;

      if (entry->moves_from != NULL && entry->item.change == GLOSS_IMPORT_UPDATE)
        old = gloss_annotation_store_find (entry->moves_from, gloss_annotation_get_id (entry->item.annotation));
      if (old != NULL && !gloss_annotation_store_remove (entry->moves_from, old, error))
        return;
    }
}

gboolean
gloss_import_plan_apply (GlossImportPlan  *self,
                         GError          **error)
{
  g_autoptr (GPtrArray) stores = g_ptr_array_new ();
  g_autoptr (GError) first_error = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  /* Before anything is written, all must be there to be written to. */
  for (guint i = 0; i < self->entries->len; i++)
    {
      const GlossImportItem *item = g_ptr_array_index (self->entries, i);
      GlossAnnotationStore *store;

      if (item->change == GLOSS_IMPORT_DUPLICATE)
        continue;

      store = gloss_notebook_get_store (self->notebook, item->symbol, error);
      if (store == NULL)
        return FALSE;
      if (!g_ptr_array_find (stores, store, NULL))
        g_ptr_array_add (stores, store);
    }

  for (guint i = 0; i < stores->len; i++)
    apply_to_store (self, g_ptr_array_index (stores, i), first_error == NULL ? &first_error : NULL);
  if (first_error == NULL)
    remove_moved (self, &first_error);

  if (first_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&first_error));
  return FALSE;
}
