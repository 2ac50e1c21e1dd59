/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-store-merge.h"

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-journal.h"
#include "annotation/gloss-timestamp.h"

static void
step_free (gpointer data)
{
  GlossMergeStep *step = data;

  g_clear_pointer (&step->id, g_free);
  g_clear_pointer (&step->time, g_free);
  g_clear_object (&step->put);
  g_free (step);
}

void
gloss_merge_init (GlossMerge *merge,
                  GHashTable *pending)
{
  merge->steps = g_ptr_array_new_with_free_func (step_free);
  merge->pending = pending;
  merge->all_new = NULL;
  merge->n_conflicts = 0;
}

void
gloss_merge_clear (GlossMerge *merge)
{
  g_clear_pointer (&merge->steps, g_ptr_array_unref);
  g_clear_pointer (&merge->all_new, gloss_store_contents_free);
}

static void
add_put (GlossMerge      *merge,
         GlossAnnotation *annotation)
{
  GlossMergeStep *step = g_new0 (GlossMergeStep, 1);

  step->id = g_strdup (gloss_annotation_get_id (annotation));
  step->put = g_object_ref (annotation);
  g_ptr_array_add (merge->steps, step);
}

static void
add_remove (GlossMerge *merge,
            const char *id,
            const char *time)
{
  GlossMergeStep *step = g_new0 (GlossMergeStep, 1);

  step->id = g_strdup (id);
  step->time = g_strdup (time);
  g_ptr_array_add (merge->steps, step);
}

void
gloss_pending_add (GHashTable *pending,
                   const char *id,
                   const char *on_disk)
{
  if (!g_hash_table_contains (pending, id))
    g_hash_table_insert (pending, g_strdup (id), g_strdup (on_disk));
}

static void
set_pending (GlossMerge *merge,
             const char *id,
             const char *on_disk)
{
  g_hash_table_replace (merge->pending, g_strdup (id), g_strdup (on_disk));
}

static void
keep_copy (GlossMerge      *merge,
           GlossAnnotation *annotation)
{
  g_autoptr (GlossAnnotation) copy = gloss_annotation_copy_for_conflict (annotation);

  add_put (merge, copy);
  set_pending (merge, gloss_annotation_get_id (copy), NULL);
  merge->n_conflicts++;
}

/* @id is not written yet as it is in memory (@mine, NULL: removed), and the files now have
 * @theirs (NULL: removed). */
static void
merge_pending (GlossMerge      *merge,
               const char      *pending_id,
               GlossAnnotation *mine,
               GlossAnnotation *theirs)
{
  g_autofree char *id = g_strdup (pending_id);
  const char *known = g_hash_table_lookup (merge->pending, id);
  const char *modified = theirs != NULL ? gloss_annotation_get_modified (theirs) : NULL;

  if (mine == NULL && theirs == NULL)
    {
      g_hash_table_remove (merge->pending, id);
    }
  else if (g_strcmp0 (known, modified) == 0)
    {
      /* The files have what this change is a change of. */
    }
  else if (theirs == NULL)
    {
      set_pending (merge, id, NULL);
    }
  else if (mine == NULL || gloss_annotation_same_content (mine, theirs))
    {
      add_put (merge, theirs);
      g_hash_table_remove (merge->pending, id);
    }
  else if (gloss_timestamp_compare (modified, gloss_annotation_get_modified (mine)) >= 0)
    {
      keep_copy (merge, mine);
      add_put (merge, theirs);
      g_hash_table_remove (merge->pending, id);
    }
  else
    {
      keep_copy (merge, theirs);
      set_pending (merge, id, modified);
    }
}

static void
merge_present (GlossMerge         *merge,
               GlossStoreContents *memory,
               GlossAnnotation    *theirs)
{
  const char *id = gloss_annotation_get_id (theirs);
  GlossAnnotation *mine = gloss_store_contents_find (memory, id);
  const char *removed = g_hash_table_lookup (memory->removed, id);
  const char *modified;

  if (g_hash_table_contains (merge->pending, id))
    {
      merge_pending (merge, id, mine, theirs);
      return;
    }

  /* Most of them; what they say need not be read. */
  if (mine != NULL && g_str_equal (gloss_annotation_get_text (mine), gloss_annotation_get_text (theirs)))
    return;

  modified = gloss_annotation_get_modified (theirs);
  if (mine == NULL)
    {
      /* A file from before the removal, come back. */
      if (removed != NULL && gloss_timestamp_compare (removed, modified) >= 0)
        set_pending (merge, id, modified);
      else
        add_put (merge, theirs);
    }
  else if (gloss_timestamp_compare (modified, gloss_annotation_get_modified (mine)) < 0)
    {
      set_pending (merge, id, modified);
    }
  else
    {
      add_put (merge, theirs);
    }
}

static void
merge_absent (GlossMerge         *merge,
              GlossAnnotation    *mine,
              GlossStoreContents *disk)
{
  const char *id = gloss_annotation_get_id (mine);
  const char *removed = g_hash_table_lookup (disk->removed, id);

  if (g_hash_table_contains (merge->pending, id))
    merge_pending (merge, id, mine, NULL);
  else if (removed != NULL && gloss_timestamp_compare (removed, gloss_annotation_get_modified (mine)) >= 0)
    add_remove (merge, id, removed);
  else
    set_pending (merge, id, NULL); /* nobody removed it: the file does not know of it */
}

static void
merge_removals (GlossStoreContents *memory,
                GlossStoreContents *disk)
{
  GHashTableIter iter;
  gpointer id;
  gpointer time;

  g_hash_table_iter_init (&iter, disk->removed);
  while (g_hash_table_iter_next (&iter, &id, &time))
    {
      if (!g_hash_table_contains (memory->by_id, id) &&
          gloss_timestamp_compare (time, g_hash_table_lookup (memory->removed, id)) > 0)
        g_hash_table_replace (memory->removed, g_strdup (id), g_strdup (time));
    }
}

/* Nothing is here that could be lost, and nobody need look at what comes. */
static void
take_all (GlossMerge         *merge,
          GlossStoreContents *disk)
{
  merge->all_new = disk;
  merge->n_conflicts += disk->n_conflicts;
}

void
gloss_merge_contents (GlossMerge         *merge,
                      GlossStoreContents *memory,
                      GlossStoreContents *new_disk)
{
  g_autoptr (GlossStoreContents) disk = new_disk;
  g_autofree char **pending_ids = NULL;

  GSequenceIter *iter;

  if (gloss_store_contents_is_blank (memory) && g_hash_table_size (merge->pending) == 0)
    {
      take_all (merge, g_steal_pointer (&disk));
      return;
    }

  for (iter = g_sequence_get_begin_iter (disk->annotations); !g_sequence_iter_is_end (iter);
       iter = g_sequence_iter_next (iter))
    merge_present (merge, memory, g_sequence_get (iter));

  for (iter = g_sequence_get_begin_iter (memory->annotations); !g_sequence_iter_is_end (iter);
       iter = g_sequence_iter_next (iter))
    {
      GlossAnnotation *mine = g_sequence_get (iter);

      if (!g_hash_table_contains (disk->by_id, gloss_annotation_get_id (mine)))
        merge_absent (merge, mine, disk);
    }

  /* What was to be removed and is gone already. */
  pending_ids = (char **) g_hash_table_get_keys_as_array (merge->pending, NULL);
  for (guint i = 0; pending_ids[i] != NULL; i++)
    {
      const char *id = pending_ids[i];

      if (!g_hash_table_contains (memory->by_id, id) && !g_hash_table_contains (disk->by_id, id) &&
          g_hash_table_contains (memory->removed, id))
        g_hash_table_remove (merge->pending, id);
    }

  merge_removals (memory, disk);
  if (disk->frame != NULL)
    g_set_str (&memory->frame, disk->frame);
  memory->version = disk->version;
  merge->n_conflicts += disk->n_conflicts;
}

void
gloss_merge_entries (GlossMerge         *merge,
                     GlossStoreContents *memory,
                     GPtrArray          *entries)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      GlossJournalEntry *entry = g_ptr_array_index (entries, i);

      g_hash_table_replace (last, entry->id, entry);
    }

  for (guint i = 0; i < entries->len; i++)
    {
      GlossJournalEntry *entry = g_ptr_array_index (entries, i);
      GlossAnnotation *mine = gloss_store_contents_find (memory, entry->id);

      if (g_hash_table_lookup (last, entry->id) != entry)
        continue;

      if (g_hash_table_contains (merge->pending, entry->id))
        merge_pending (merge, entry->id, mine, entry->put);
      else if (entry->put != NULL)
        add_put (merge, entry->put);
      else
        add_remove (merge, entry->id, entry->time);
    }
}
