/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-note-order.h"

#include "annotation/gloss-annotation-order.h"

struct _GlossNoteOrder
{
  GListModel       *annotations;
  GlossNotePlaces  *places;
  GlossExportOrder  by;
  GHashTable       *entries; /* GlossAnnotation -> GlossNoteEntry */
  GPtrArray        *sorted;  /* element-type GlossNoteEntry, borrowed */
};

static void
free_entry (gpointer data)
{
  GlossNoteEntry *entry = data;

  g_object_unref (entry->annotation);
  g_free (entry);
}

/* On one place, what was written first comes first. */
static int
compare_keys (const GlossNoteEntry *a,
              const GlossNoteEntry *b)
{
  int order = (a->key > b->key) - (a->key < b->key);

  if (order == 0)
    order = g_strcmp0 (gloss_annotation_get_created (a->annotation), gloss_annotation_get_created (b->annotation));
  if (order == 0)
    order = g_strcmp0 (gloss_annotation_get_id (a->annotation), gloss_annotation_get_id (b->annotation));

  return order;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const GlossNoteEntry *first = *(const GlossNoteEntry *const *) a;
  const GlossNoteEntry *second = *(const GlossNoteEntry *const *) b;
  GlossNoteOrder *self = user_data;
  int order = 0;

  if (self->by == GLOSS_EXPORT_BY_DATE)
    order = gloss_annotation_order_by_date (first->annotation, second->annotation);
  else if (self->by == GLOSS_EXPORT_BY_TAG)
    order = gloss_annotation_order_compare_tags (gloss_annotation_order_get_tag (first->annotation),
                                                 gloss_annotation_order_get_tag (second->annotation));

  return order != 0 ? order : compare_keys (first, second);
}

static gboolean
same_section (GlossNoteOrder       *self,
              const GlossNoteEntry *a,
              const GlossNoteEntry *b)
{
  switch (self->by)
    {
    case GLOSS_EXPORT_BY_TAG:
      return g_str_equal (gloss_annotation_order_get_tag (a->annotation), gloss_annotation_order_get_tag (b->annotation));
    case GLOSS_EXPORT_BY_DATE:
      return TRUE;
    case GLOSS_EXPORT_BY_PLACE:
    default:
      return gloss_note_places_key_get_rank (a->key) == gloss_note_places_key_get_rank (b->key);
    }
}

static gboolean
is_sorted (GlossNoteOrder *self,
           GPtrArray      *entries)
{
  for (guint i = 1; i < entries->len; i++)
    if (compare_entries (&entries->pdata[i - 1], &entries->pdata[i], self) > 0)
      return FALSE;

  return TRUE;
}

/* Both are sorted. */
static void
merge (GlossNoteOrder *self,
       GPtrArray      *first,
       GPtrArray      *second)
{
  GPtrArray *merged = g_ptr_array_sized_new (first->len + second->len);
  guint i = 0;
  guint j = 0;

  while (i < first->len || j < second->len)
    if (j == second->len ||
        (i < first->len && compare_entries (&first->pdata[i], &second->pdata[j], self) <= 0))
      g_ptr_array_add (merged, first->pdata[i++]);
    else
      g_ptr_array_add (merged, second->pdata[j++]);

  g_ptr_array_unref (self->sorted);
  self->sorted = merged;
}

/* @kept (element-type GlossNoteEntry): those that were sorted already, as they stood; mostly they are still.
 * @fresh: those that were not. */
static void
sort (GlossNoteOrder *self,
      GPtrArray      *kept,
      GPtrArray      *fresh)
{
  guint section = 0;

  if (!is_sorted (self, kept))
    g_ptr_array_sort_with_data (kept, compare_entries, self);
  g_ptr_array_sort_with_data (fresh, compare_entries, self);
  merge (self, kept, fresh);

  for (guint i = 0; i < self->sorted->len; i++)
    {
      GlossNoteEntry *entry = g_ptr_array_index (self->sorted, i);

      if (i > 0 && !same_section (self, g_ptr_array_index (self->sorted, i - 1), entry))
        section++;
      entry->section = section;
    }
}

static gboolean
is_gone (gpointer key,
         gpointer value,
         gpointer user_data)
{
  GlossNoteEntry *entry = value;

  return !entry->there;
}

/* Adds to @fresh the entries of the notes that are new, or may stand elsewhere, and to @kept the
 * others, as they stood. */
static void
collect (GlossNoteOrder *self,
         GPtrArray      *kept,
         GPtrArray      *fresh)
{
  guint n_annotations = g_list_model_get_n_items (self->annotations);

  for (guint i = 0; i < self->sorted->len; i++)
    ((GlossNoteEntry *) g_ptr_array_index (self->sorted, i))->there = FALSE;

  for (guint i = 0; i < n_annotations; i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (self->annotations, i);
      GlossNoteEntry *entry = g_hash_table_lookup (self->entries, annotation);

      if (entry == NULL)
        {
          entry = g_new0 (GlossNoteEntry, 1);
          entry->annotation = g_object_ref (annotation);
          g_hash_table_insert (self->entries, annotation, entry);
        }
      if (!entry->valid)
        {
          entry->key = gloss_note_places_get_key (self->places, annotation);
          g_ptr_array_add (fresh, entry);
        }
      entry->there = TRUE;
    }

  for (guint i = 0; i < self->sorted->len; i++)
    {
      GlossNoteEntry *entry = g_ptr_array_index (self->sorted, i);

      if (entry->valid && entry->there)
        g_ptr_array_add (kept, entry);
    }

  for (guint i = 0; i < fresh->len; i++)
    ((GlossNoteEntry *) g_ptr_array_index (fresh, i))->valid = TRUE;
}

GlossNoteOrder *
gloss_note_order_new (GListModel      *annotations,
                      GlossNotePlaces *places)
{
  GlossNoteOrder *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (annotations), NULL);
  g_return_val_if_fail (GLOSS_IS_NOTE_PLACES (places), NULL);

  self = g_new0 (GlossNoteOrder, 1);
  self->annotations = g_object_ref (annotations);
  self->places = g_object_ref (places);
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, free_entry);
  self->sorted = g_ptr_array_new ();

  return self;
}

void
gloss_note_order_free (GlossNoteOrder *self)
{
  g_ptr_array_unref (self->sorted);
  g_hash_table_unref (self->entries);
  g_clear_object (&self->annotations);
  g_clear_object (&self->places);
  g_free (self);
}

GPtrArray *
gloss_note_order_get_entries (GlossNoteOrder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sorted;
}

gboolean
gloss_note_order_set (GlossNoteOrder   *self,
                      GlossExportOrder  by)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->by == by)
    return FALSE;

  self->by = by;
  kept = g_ptr_array_copy (self->sorted, NULL, NULL);
  sort (self, kept, fresh);
  return TRUE;
}

void
gloss_note_order_update (GlossNoteOrder *self)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  g_return_if_fail (self != NULL);

  collect (self, kept, fresh);
  sort (self, kept, fresh);
}

void
gloss_note_order_forget_gone (GlossNoteOrder *self)
{
  g_return_if_fail (self != NULL);

  if (self->sorted->len < g_hash_table_size (self->entries))
    g_hash_table_foreach_remove (self->entries, is_gone, NULL);
}

void
gloss_note_order_invalidate (GlossNoteOrder  *self,
                             GlossAnnotation *annotation)
{
  GlossNoteEntry *entry;

  g_return_if_fail (self != NULL);

  if (annotation != NULL)
    {
      entry = g_hash_table_lookup (self->entries, annotation);
      if (entry != NULL)
        entry->valid = FALSE;
      return;
    }

  for (guint i = 0; i < self->sorted->len; i++)
    ((GlossNoteEntry *) g_ptr_array_index (self->sorted, i))->valid = FALSE;
}
