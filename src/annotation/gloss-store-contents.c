/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-store-contents.h"

#include <string.h>

#include "annotation/gloss-annotation-json-private.h"
#include "annotation/gloss-annotation-private.h"
#include "annotation/gloss-journal.h"
#include "annotation/gloss-json-edit.h"
#include "annotation/gloss-timestamp.h"

#define REMOVED_MEMBER  "glossator:removed"
#define CONFLICT_MEMBER "glossator:otherVersionOf"

/* Removals are remembered for as long as a machine may be out of reach. */
#define REMEMBERED_DAYS 365

/* Fewer annotations are not worth a thread. */
#define MIN_PART 1000
#define MAX_PARTS 8

/* Some of the annotations, for one thread. */
typedef struct
{
  GPtrArray *annotations;
  guint      start;
  guint      end;
} Part;

/* What a journal says of one annotation. */
typedef struct
{
  GHashTable              *stamps; /* "modified" of all the versions that it had */
  const GlossJournalEntry *last;
} Chain;

static void
chain_free (gpointer data)
{
  Chain *chain = data;

  g_clear_pointer (&chain->stamps, g_hash_table_unref);
  g_free (chain);
}

GlossStoreContents *
gloss_store_contents_new (void)
{
  GlossStoreContents *self = g_new0 (GlossStoreContents, 1);

  self->annotations = g_sequence_new (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->version = GLOSS_ANNOTATION_FORMAT_VERSION;

  return self;
}

void
gloss_store_contents_free (GlossStoreContents *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->annotations, g_sequence_free);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->frame, g_free);
  g_free (self);
}

guint
gloss_store_contents_get_n (GlossStoreContents *self)
{
  return (guint) g_sequence_get_length (self->annotations);
}

GlossAnnotation *
gloss_store_contents_get (GlossStoreContents *self,
                          guint               position)
{
  if (position >= gloss_store_contents_get_n (self))
    return NULL;

  return g_sequence_get (g_sequence_get_iter_at_pos (self->annotations, (int) position));
}

GlossAnnotation *
gloss_store_contents_find (GlossStoreContents *self,
                           const char         *id)
{
  GSequenceIter *iter = g_hash_table_lookup (self->by_id, id);

  return iter != NULL ? g_sequence_get (iter) : NULL;
}

gboolean
gloss_store_contents_is_blank (GlossStoreContents *self)
{
  return g_sequence_is_empty (self->annotations) && g_hash_table_size (self->removed) == 0;
}

void
gloss_store_contents_add (GlossStoreContents *self,
                          GlossAnnotation    *annotation)
{
  GSequenceIter *iter = g_sequence_append (self->annotations, g_object_ref (annotation));

  g_hash_table_insert (self->by_id, (char *) gloss_annotation_get_id (annotation), iter);
  g_hash_table_remove (self->removed, gloss_annotation_get_id (annotation));
}

gboolean
gloss_store_contents_remove (GlossStoreContents *self,
                             const char         *id,
                             const char         *time,
                             guint              *position)
{
  GSequenceIter *iter = g_hash_table_lookup (self->by_id, id);

  if (gloss_timestamp_compare (time, g_hash_table_lookup (self->removed, id)) > 0)
    g_hash_table_replace (self->removed, g_strdup (id), g_strdup (time));
  if (iter == NULL)
    return FALSE;

  *position = (guint) g_sequence_iter_get_position (iter);
  g_hash_table_remove (self->by_id, id);
  g_sequence_remove (iter);

  return TRUE;
}

/* The text without what every change sets. */
static char *
dup_timeless (GlossAnnotation *annotation)
{
  GlossJsonText text = gloss_json_text_for (gloss_annotation_get_text (annotation));
  g_autoptr (GlossJsonEdit) edit = gloss_json_edit_new (&text);

  gloss_json_edit_take (edit, "modified", NULL);
  return gloss_json_edit_to_text (edit);
}

gboolean
gloss_annotation_same_content (GlossAnnotation *a,
                               GlossAnnotation *b)
{
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  if (g_str_equal (gloss_annotation_get_text (a), gloss_annotation_get_text (b)))
    return TRUE;

  text_a = dup_timeless (a);
  text_b = dup_timeless (b);
  return g_str_equal (text_a, text_b);
}

GlossAnnotation *
gloss_annotation_copy_for_conflict (GlossAnnotation *annotation)
{
  const char *text = gloss_annotation_get_text (annotation);
  GlossJsonText value = gloss_json_text_for (text);
  g_autoptr (GlossJsonEdit) edit = gloss_json_edit_new (&value);
  g_autofree char *id = gloss_annotation_make_id (text);
  g_autofree char *copy_text = NULL;
  GlossAnnotation *copy;

  gloss_json_edit_set_string (edit, "id", id);
  gloss_json_edit_set_string (edit, CONFLICT_MEMBER, gloss_annotation_get_id (annotation));
  copy_text = gloss_json_edit_to_text (edit);
  value = gloss_json_text_for (copy_text);
  copy = gloss_annotation_new_from_record (&value, NULL);

  g_assert (copy != NULL);
  return copy;
}

static void
add_copy (GlossStoreContents *self,
          GlossAnnotation    *annotation)
{
  g_autoptr (GlossAnnotation) copy = gloss_annotation_copy_for_conflict (annotation);

  if (!g_hash_table_contains (self->by_id, gloss_annotation_get_id (copy)))
    gloss_store_contents_add (self, copy);
  self->n_conflicts++;
}

/* Puts @annotation in the place of the one with the same id. */
static void
replace (GlossStoreContents *self,
         GlossAnnotation    *annotation)
{
  const char *id = gloss_annotation_get_id (annotation);
  GSequenceIter *iter = g_hash_table_lookup (self->by_id, id);

  g_hash_table_remove (self->by_id, id);
  g_sequence_set (iter, g_object_ref (annotation));
  g_hash_table_insert (self->by_id, (char *) id, iter);
}

/* Two versions that know nothing of one another: the later one stays, the other one beside it. */
static void
keep_both (GlossStoreContents *self,
           GlossAnnotation    *present,
           GlossAnnotation    *other)
{
  g_autoptr (GlossAnnotation) held = g_object_ref (present);

  if (gloss_timestamp_compare (gloss_annotation_get_modified (other), gloss_annotation_get_modified (present)) >= 0)
    {
      replace (self, other);
      other = held;
    }

  if (!gloss_annotation_same_content (gloss_store_contents_find (self, gloss_annotation_get_id (held)), other))
    add_copy (self, other);
}

static void
apply_chain (GlossStoreContents *self,
             const Chain        *chain)
{
  const GlossJournalEntry *entry = chain->last;
  GlossAnnotation *present = gloss_store_contents_find (self, entry->id);
  gboolean expected = present == NULL ||
                      g_hash_table_contains (chain->stamps, gloss_annotation_get_modified (present));

  if (entry->put == NULL)
    {
      guint position;

      /* What was changed elsewhere is not what was removed here. */
      if (expected)
        gloss_store_contents_remove (self, entry->id, entry->time, &position);
    }
  else if (present == NULL)
    {
      gloss_store_contents_add (self, entry->put);
    }
  else if (expected)
    {
      replace (self, entry->put);
    }
  else
    {
      keep_both (self, present, entry->put);
    }
}

void
gloss_store_contents_apply_journal (GlossStoreContents *self,
                                    GPtrArray          *entries)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) chains = g_ptr_array_new_with_free_func (chain_free);

  for (guint i = 0; i < entries->len; i++)
    {
      const GlossJournalEntry *entry = g_ptr_array_index (entries, i);
      Chain *chain = g_hash_table_lookup (by_id, entry->id);

      if (chain == NULL)
        {
          chain = g_new0 (Chain, 1);
          chain->stamps = g_hash_table_new (g_str_hash, g_str_equal);
          g_hash_table_insert (by_id, entry->id, chain);
          g_ptr_array_add (chains, chain);
        }

      if (entry->was != NULL)
        g_hash_table_add (chain->stamps, entry->was);
      if (entry->put != NULL)
        g_hash_table_add (chain->stamps, (char *) gloss_annotation_get_modified (entry->put));
      chain->last = entry;
    }

  for (guint i = 0; i < chains->len; i++)
    apply_chain (self, g_ptr_array_index (chains, i));
}

/* Takes the removals out of the frame, which is written with them again. */
static void
take_removed (GlossStoreContents *self)
{
  GlossJsonText frame = gloss_json_text_for (self->frame);
  g_autoptr (GlossJsonEdit) edit = gloss_json_edit_new (&frame);
  GlossJsonText list;
  GlossJsonText item;
  GlossJsonIter iter;

  if (!gloss_json_edit_get (edit, REMOVED_MEMBER, &list))
    return;

  gloss_json_iter_init_list (&iter, &list);
  while (gloss_json_iter_next (&iter, NULL, &item))
    {
      g_autofree char *id = gloss_json_text_dup_member (&item, "id");
      g_autofree char *time = gloss_json_text_dup_member (&item, "time");

      if (id != NULL && time != NULL && !g_hash_table_contains (self->by_id, id))
        g_hash_table_insert (self->removed, g_steal_pointer (&id), g_steal_pointer (&time));
    }

  gloss_json_edit_take (edit, REMOVED_MEMBER, NULL);
  g_free (self->frame);
  self->frame = gloss_json_edit_to_text (edit);
}

GlossStoreContents *
gloss_store_contents_read (const char      *path,
                           GlossLoad       *load,
                           GlossFileStamp  *stamp,
                           GError         **error)
{
  g_autoptr (GlossStoreContents) self = gloss_store_contents_new ();
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) annotations = NULL;
  char *data;
  gsize length;

  if (!gloss_store_file_read (path, &data, &length, stamp, &local_error))
    {
      if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      *stamp = (GlossFileStamp) { 0, };
      return g_steal_pointer (&self);
    }

  gloss_load_expect (load, length);
  annotations = gloss_annotation_collection_read_take (data, length, load, &self->frame, error);
  if (annotations == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_prefix_error (error, "“%s”: ", name);
      return NULL;
    }

  for (guint i = 0; i < annotations->len; i++)
    {
      GlossAnnotation *annotation = g_ptr_array_index (annotations, i);
      GlossAnnotation *present = gloss_store_contents_find (self, gloss_annotation_get_id (annotation));

      /* Only a file that was written by hand has an id twice. */
      if (present != NULL)
        keep_both (self, present, annotation);
      else
        gloss_store_contents_add (self, annotation);
    }

  take_removed (self);
  self->version = gloss_collection_get_version (self->frame);
  return g_steal_pointer (&self);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full) (nullable): the removals that are not too old, in an order of their own, so
 * that the file is the same every time. */
static char *
write_removed (GlossStoreContents *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree gpointer *ids = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -REMEMBERED_DAYS);
  g_autofree char *limit = g_date_time_format_iso8601 (then);
  guint n_ids;

  ids = g_hash_table_get_keys_as_array (self->removed, &n_ids);
  qsort (ids, n_ids, sizeof *ids, compare_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (GlossJsonEdit) item = NULL;
      const char *time = g_hash_table_lookup (self->removed, ids[i]);

      if (gloss_timestamp_compare (time, limit) < 0)
        continue;

      item = gloss_json_edit_new (NULL);
      gloss_json_edit_set_string (item, "id", ids[i]);
      gloss_json_edit_set_string (item, "time", time);
      g_ptr_array_add (items, gloss_json_edit_to_text (item));
    }

  return items->len > 0 ? gloss_json_array_to_text (items) : NULL;
}

static void
add_to_array_cb (gpointer annotation,
                 gpointer array)
{
  g_ptr_array_add (array, annotation);
}

static gpointer
prepare_part (gpointer data)
{
  Part *part = data;

  for (guint i = part->start; i < part->end; i++)
    gloss_annotation_prepare_search (g_ptr_array_index (part->annotations, i));

  return NULL;
}

void
gloss_store_contents_prepare (GlossStoreContents *self)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new ();
  GThread *threads[MAX_PARTS] = { NULL, };
  Part parts[MAX_PARTS];
  guint n_parts;

  g_sequence_foreach (self->annotations, add_to_array_cb, annotations);
  n_parts = CLAMP (annotations->len / MIN_PART, 1, MIN (g_get_num_processors (), MAX_PARTS));

  for (guint i = 0; i < n_parts; i++)
    {
      parts[i] = (Part) {
        .annotations = annotations,
        .start = annotations->len / n_parts * i,
        .end = i + 1 < n_parts ? annotations->len / n_parts * (i + 1) : annotations->len,
      };
      if (i + 1 < n_parts)
        threads[i] = g_thread_try_new ("prepare", prepare_part, &parts[i], NULL);
      if (threads[i] == NULL)
        prepare_part (&parts[i]);
    }

  for (guint i = 0; i < n_parts; i++)
    {
      if (threads[i] != NULL)
        g_thread_join (threads[i]);
    }
}

static void
write_cb (const char *data,
          gsize       length,
          gpointer    user_data)
{
  gloss_file_writer_put (user_data, data, length);
}

gboolean
gloss_store_contents_write (GlossStoreContents  *self,
                            const char          *symbol,
                            const char          *path,
                            GlossFileStamp      *stamp,
                            GError             **error)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new ();
  g_autofree char *removed = write_removed (self);
  g_autofree char *more = removed != NULL ? g_strconcat (",\"" REMOVED_MEMBER "\":", removed, NULL) : NULL;
  g_autoptr (GlossFileWriter) writer = gloss_file_writer_new (path, error);

  if (writer == NULL)
    return FALSE;

  g_sequence_foreach (self->annotations, add_to_array_cb, annotations);
  gloss_collection_write_to (annotations, symbol, self->frame, more, write_cb, writer);
  return gloss_file_writer_finish (writer, stamp, error);
}
