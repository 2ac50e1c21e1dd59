/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-annotation-store.h"

#include <glib/gi18n-lib.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-private.h"
#include "annotation/gloss-annotation-store-private.h"
#include "annotation/gloss-store-name.h"
#include "annotation/gloss-timestamp.h"

/* A journal is folded while the store is in use when it is longer than this and than the
 * collection: so folding costs each change the same, however many annotations there are. */
#define FOLD_BYTES (4 * 1024 * 1024)

void
gloss_store_report_conflict (GlossAnnotationStore *self)
{
  g_autofree char *notice = NULL;

  /* Translators: %s is the symbol of a document, such as A/69/723 */
  notice = g_strdup_printf (_("A note on %s was changed in two places at once; both versions are kept."),
                            self->symbol);
  gloss_store_add_notice (self, notice);
}

void
gloss_store_report_fault (GlossAnnotationStore *self,
                          const GError         *error)
{
  g_autofree char *fault = NULL;

  if (g_hash_table_size (self->pending) > 0)
    /* Translators: the first %s is the symbol of a document, the second one the reason */
    fault = g_strdup_printf (_("Changes to the notes on %s are not saved yet: %s"), self->symbol, error->message);
  else
    /* Translators: the first %s is the symbol of a document, the second one the reason */
    fault = g_strdup_printf (_("The notes on %s are out of reach: %s"), self->symbol, error->message);
  gloss_store_set_fault (self, fault);
}

static void
report_set_aside (GlossAnnotationStore *self,
                  const char           *aside,
                  const char           *reason)
{
  g_autofree char *name = g_filename_display_name (aside);
  g_autofree char *notice = NULL;

  /* Translators: the first %s is the symbol of a document, the second one the name of a file, the
   * third one the reason */
  notice = g_strdup_printf (_("Notes on %s could not be read and are kept in “%s”: %s"), self->symbol, name, reason);
  gloss_store_add_notice (self, notice);
}

/* Makes the steps: removals, changes, and what is new in one go at the end. */
static void
apply_merge (GlossAnnotationStore *self,
             GlossMerge           *merge)
{
  g_autoptr (GPtrArray) new_ones = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_before;
  guint n_after;

  if (merge->all_new != NULL)
    {
      if (merge->all_new->frame == NULL)
        merge->all_new->frame = g_steal_pointer (&self->contents->frame);
      gloss_store_contents_free (self->contents);
      self->contents = g_steal_pointer (&merge->all_new);
      if (gloss_store_contents_get_n (self->contents) > 0)
        g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, gloss_store_contents_get_n (self->contents));
    }

  for (guint i = 0; i < merge->steps->len; i++)
    {
      const GlossMergeStep *step = g_ptr_array_index (merge->steps, i);
      GlossAnnotation *present = gloss_store_contents_find (self->contents, step->id);

      if (step->put == NULL)
        {
          gloss_store_take_out (self, step->id, step->time);
        }
      else if (present == NULL)
        {
          g_ptr_array_add (new_ones, g_object_ref (step->put));
        }
      else if (present != step->put)
        {
          gloss_annotation_become (present, step->put);
          gloss_store_emit_changed (self, present);
        }
    }

  n_before = gloss_store_contents_get_n (self->contents);
  for (guint i = 0; i < new_ones->len; i++)
    {
      GlossAnnotation *annotation = g_ptr_array_index (new_ones, i);

      if (gloss_store_contents_find (self->contents, gloss_annotation_get_id (annotation)) == NULL)
        gloss_store_contents_add (self->contents, annotation);
    }
  n_after = gloss_store_contents_get_n (self->contents);
  if (n_after > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n_after - n_before);

  if (merge->n_conflicts > 0)
    gloss_store_report_conflict (self);
}

gboolean
gloss_store_is_damage (const GError *error)
{
  return g_error_matches (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

/* (transfer full) (nullable): the collection as it is on disk. With @may_set_aside, a damaged one
 * makes room for a new one. */
static GlossStoreContents *
read_collection (GlossAnnotationStore  *self,
                 gboolean               may_set_aside,
                 GlossFileStamp        *stamp,
                 GError               **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *aside = NULL;
  GlossStoreContents *disk = gloss_store_contents_read (self->path, self->load, stamp, &local_error);

  if (disk != NULL)
    return disk;

  if (!may_set_aside || !gloss_store_is_damage (local_error))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  aside = gloss_store_file_set_aside (self->path, error);
  if (aside == NULL)
    return NULL;

  report_set_aside (self, aside, local_error->message);
  *stamp = (GlossFileStamp) { 0, };
  return gloss_store_contents_new ();
}

static gboolean
read_journal (GlossAnnotationStore  *self,
              GPtrArray             *entries,
              gboolean              *restarted,
              GError               **error)
{
  g_autofree char *damage = NULL;

  if (!gloss_journal_read (self->journal, entries, restarted, &damage, error))
    return FALSE;

  if (damage != NULL && self->mode == GLOSS_STORE_STRICT)
    {
      g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE, "“%s”: %s",
                   gloss_journal_get_path (self->journal), damage);
      return FALSE;
    }

  if (damage != NULL)
    self->journal_damaged = TRUE;
  return TRUE;
}

/* Finds out what others wrote. Under a lock. */
static gboolean
find_news (GlossAnnotationStore  *self,
           gboolean               may_set_aside,
           GlossMerge            *merge,
           GError               **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) gloss_journal_entry_free);
  g_autoptr (GlossStoreContents) disk = NULL;
  GlossFileStamp stamp = gloss_file_stamp_get (self->path);
  gboolean restarted;

  if (!read_journal (self, entries, &restarted, error))
    return FALSE;

  if (self->loaded && !restarted && gloss_file_stamp_equal (&stamp, &self->stamp))
    {
      gloss_merge_entries (merge, self->contents, entries);
      return TRUE;
    }

  if (!restarted)
    {
      gloss_journal_rewind (self->journal);
      g_ptr_array_set_size (entries, 0);
      if (!read_journal (self, entries, &restarted, error))
        return FALSE;
    }

  disk = read_collection (self, may_set_aside, &stamp, error);
  if (disk == NULL)
    return FALSE;

  gloss_store_contents_apply_journal (disk, entries);
  gloss_merge_contents (merge, self->contents, g_steal_pointer (&disk));
  self->stamp = stamp;
  self->loaded = TRUE;

  return TRUE;
}

/* TRUE when a journal that is longer than any makes room for a new one; then it is not locked any
 * more. */
static gboolean
set_journal_aside (GlossAnnotationStore *self,
                   const char           *reason)
{
  g_autofree char *aside = gloss_store_file_set_aside (gloss_journal_get_path (self->journal), NULL);

  if (aside == NULL)
    return FALSE;

  report_set_aside (self, aside, reason);
  gloss_journal_rewind (self->journal);
  gloss_journal_unlock (self->journal);
  return TRUE;
}

static void
set_version_error (GlossAnnotationStore  *self,
                   GError               **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  /* Translators: the first %s is the symbol of a document, the second one the name of a file */
  g_set_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION,
               _("The notes on %s were written by a later version of Glossator, which is needed to read them; "
                 "the file “%s” stays as it is"), self->symbol, name);
}

/* Locks and finds out what others wrote. What can't be read is not half read: it is read again
 * the next time. */
static gboolean
lock_and_find_news (GlossAnnotationStore  *self,
                    gboolean               write,
                    GlossMerge            *merge,
                    GError               **error)
{
  gboolean may_set_aside = write && self->mode == GLOSS_STORE_SET_ASIDE;
  g_autoptr (GError) local_error = NULL;

  if (!gloss_journal_lock (self->journal, write, error))
    return FALSE;
  if (find_news (self, may_set_aside, merge, &local_error))
    return TRUE;
  if (may_set_aside && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE) &&
      set_journal_aside (self, local_error->message))
    {
      g_clear_error (&local_error);
      if (!gloss_journal_lock (self->journal, write, error))
        return FALSE;
      if (find_news (self, may_set_aside, merge, &local_error))
        return TRUE;
    }

  if (g_error_matches (local_error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_VERSION))
    set_version_error (self, error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  gloss_journal_rewind (self->journal);
  gloss_journal_unlock (self->journal);
  self->loaded = FALSE;
  return FALSE;
}

gboolean
gloss_store_refresh (GlossAnnotationStore  *self,
                     GError               **error)
{
  GlossMerge merge;
  gboolean read;

  if (self->n_begun > 0)
    return TRUE;

  gloss_merge_init (&merge, self->pending);
  read = lock_and_find_news (self, FALSE, &merge, error);
  if (read)
    {
      gloss_journal_unlock (self->journal);
      apply_merge (self, &merge);
    }
  gloss_merge_clear (&merge);

  return read;
}

/* Before a collection of an older format is written in this one. */
static gboolean
keep_older_version (GlossAnnotationStore  *self,
                    GError               **error)
{
  gint64 version = self->contents->version;
  const char *paths[] = { self->path, gloss_journal_get_path (self->journal) };

  if (version >= GLOSS_ANNOTATION_FORMAT_VERSION)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *backup = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT, paths[i], version);

      if (!gloss_store_file_copy (paths[i], backup, error))
        return FALSE;
    }

  return TRUE;
}

/* Puts the whole store into the collection and empties the journal. Under the lock for writing;
 * at each moment the files together say everything. */
static gboolean
fold (GlossAnnotationStore  *self,
      GError               **error)
{
  g_autoptr (GError) clear_error = NULL;

  if (self->journal_damaged)
    {
      g_autofree char *aside = gloss_store_file_copy_aside (gloss_journal_get_path (self->journal), error);

      if (aside == NULL)
        return FALSE;
      report_set_aside (self, aside, _("the other entries were read"));
      self->journal_damaged = FALSE;
    }

  if (!keep_older_version (self, error))
    return FALSE;

  if (!gloss_store_contents_write (self->contents, self->symbol, self->path, &self->stamp, error))
    return FALSE;
  self->contents->version = GLOSS_ANNOTATION_FORMAT_VERSION;

  g_hash_table_remove_all (self->pending);

  /* Where it can't be emptied, its changes will be made again, and change nothing. */
  if (!gloss_journal_clear (self->journal, &clear_error))
    g_debug ("%s", clear_error->message);

  return TRUE;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
write_pending (GlossAnnotationStore  *self,
               GError               **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree gpointer *ids = NULL;
  guint n_ids;

  if (g_hash_table_size (self->pending) == 0)
    return TRUE;

  ids = g_hash_table_get_keys_as_array (self->pending, &n_ids);
  qsort (ids, n_ids, sizeof *ids, compare_strings);

  for (guint i = 0; i < n_ids; i++)
    {
      const char *id = ids[i];
      const char *was = g_hash_table_lookup (self->pending, id);
      GlossAnnotation *annotation = gloss_store_contents_find (self->contents, id);
      const char *removed = g_hash_table_lookup (self->contents->removed, id);
      g_autofree char *now = gloss_timestamp_after (NULL);

      if (annotation != NULL)
        gloss_journal_format_put (lines, annotation, was);
      else
        gloss_journal_format_remove (lines, id, was, removed != NULL ? removed : now);
    }

  if (!gloss_journal_append (self->journal, lines, error))
    return FALSE;

  g_hash_table_remove_all (self->pending);
  return TRUE;
}

void
gloss_store_begin (GlossAnnotationStore *self)
{
  GlossMerge merge;

  if (self->n_begun++ > 0)
    return;

  g_clear_error (&self->begin_error);
  gloss_merge_init (&merge, self->pending);
  if (lock_and_find_news (self, TRUE, &merge, &self->begin_error))
    apply_merge (self, &merge);
  gloss_merge_clear (&merge);
}

gboolean
gloss_store_end (GlossAnnotationStore  *self,
                 GError               **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean written = FALSE;

  g_return_val_if_fail (self->n_begun > 0, FALSE);

  if (self->n_begun > 1)
    {
      self->n_begun--;
      return TRUE;
    }

  if (self->begin_error != NULL)
    {
      local_error = g_error_copy (self->begin_error);
    }
  else
    {
      /* Appending would cut off what has no end, and may be no entry. */
      written = self->journal_damaged ? fold (self, &local_error) : write_pending (self, &local_error);
      if (written && gloss_journal_get_size (self->journal) > MAX (FOLD_BYTES, self->stamp.size))
        fold (self, NULL);
    }

  if (--self->n_begun == 0 && self->begin_error == NULL)
    gloss_journal_unlock (self->journal);

  if (written)
    gloss_store_set_fault (self, NULL);
  else
    gloss_store_report_fault (self, local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return written;
}

gboolean
gloss_store_has_journal (GlossAnnotationStore *self)
{
  return g_hash_table_size (self->pending) > 0 || gloss_journal_get_size (self->journal) > 0 || self->journal_damaged;
}

gboolean
gloss_store_fold (GlossAnnotationStore  *self,
                  GError               **error)
{
  gboolean folded;

  gloss_store_begin (self);
  if (self->begin_error != NULL)
    return gloss_store_end (self, error);

  /* Even where the journal can't grow, the collection may be replaced. */
  folded = !gloss_store_has_journal (self) || fold (self, error);
  if (!gloss_store_end (self, folded ? error : NULL))
    return FALSE;

  return folded;
}

gboolean
gloss_annotation_store_flush (GlossAnnotationStore  *self,
                              GError               **error)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);

  /* Reading will do as long as it brings nothing that must be written. */
  if (self->loaded && g_hash_table_size (self->pending) == 0)
    {
      if (!gloss_store_refresh (self, error))
        return FALSE;
      if (g_hash_table_size (self->pending) == 0)
        return TRUE;
    }

  gloss_store_begin (self);
  return gloss_store_end (self, error);
}

gboolean
gloss_annotation_store_close (GlossAnnotationStore  *self,
                              GError               **error)
{
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (self), FALSE);

  if (!gloss_annotation_store_flush (self, error) && g_hash_table_size (self->pending) == 0)
    return FALSE;
  if (!gloss_store_has_journal (self))
    return TRUE;

  g_clear_error (error);
  return gloss_store_fold (self, error);
}
