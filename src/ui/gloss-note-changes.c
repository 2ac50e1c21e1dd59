/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-changes"

#include "config.h"

#include "ui/gloss-note-changes.h"

#include <glib/gi18n.h>

typedef struct
{
  guint                  number;
  char                  *label;      /* what was done, for the user */
  GPtrArray             *stores;     /* those that took part, each once, in the order in which they did */
  GlossVocabularyChange *vocabulary; /* (nullable): what changed with them */
} Step;

struct _GlossNoteChanges
{
  GObject          parent_instance;

  GlossNotebook *notebook; /* which holds this */
  GPtrArray     *done;     /* element-type Step, the last one last */
  GPtrArray     *undone;
  guint          n_steps;  /* that there ever were: they are numbered from 1 */
};

G_DEFINE_FINAL_TYPE (GlossNoteChanges, gloss_note_changes, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_step (gpointer data)
{
  Step *step = data;

  g_free (step->label);
  g_ptr_array_unref (step->stores);
  g_clear_pointer (&step->vocabulary, gloss_vocabulary_change_free);
  g_free (step);
}

/* Whether @step can be undone (@undone: redone). A part of it may be undone without the others, which
 * somebody else changed since; but what was redone in part only would be another step. */
static gboolean
is_possible (const Step *step,
             gboolean    undone)
{
  guint n_parts = 0;

  for (guint i = 0; i < step->stores->len; i++)
    if (gloss_annotation_store_has_step (g_ptr_array_index (step->stores, i), step->number, undone))
      n_parts++;

  if (undone && n_parts < step->stores->len)
    return FALSE;

  return n_parts > 0 || step->vocabulary != NULL;
}

/* (transfer none) (nullable): the last of @steps that is possible. Others are forgotten. */
static Step *
find_last (GPtrArray *steps,
           gboolean   undone)
{
  while (steps->len > 0)
    {
      Step *step = g_ptr_array_index (steps, steps->len - 1);

      if (is_possible (step, undone))
        return step;

      g_ptr_array_remove_index (steps, steps->len - 1);
    }

  return NULL;
}

static void
store_changed_cb (GlossNoteChanges *self)
{
  if (self->done->len > 0 || self->undone->len > 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stores_changed_cb (GlossNoteChanges *self,
                   guint             position,
                   guint             n_removed,
                   guint             n_added)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (self->notebook), i);

      g_signal_connect_object (store, "notify::can-redo", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
gloss_note_changes_finalize (GObject *object)
{
  GlossNoteChanges *self = GLOSS_NOTE_CHANGES (object);

  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);

  G_OBJECT_CLASS (gloss_note_changes_parent_class)->finalize (object);
}

static void
gloss_note_changes_class_init (GlossNoteChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_note_changes_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gloss_note_changes_init (GlossNoteChanges *self)
{
  self->done = g_ptr_array_new_with_free_func (free_step);
  self->undone = g_ptr_array_new_with_free_func (free_step);
}

GlossNoteChanges *
gloss_note_changes_get (GlossNotebook *notebook)
{
  static GQuark quark;
  GlossNoteChanges *self;

  g_return_val_if_fail (GLOSS_IS_NOTEBOOK (notebook), NULL);

  if (quark == 0)
    quark = g_quark_from_static_string ("gloss-note-changes");

  self = g_object_get_qdata (G_OBJECT (notebook), quark);
  if (self == NULL)
    {
      self = g_object_new (GLOSS_TYPE_NOTE_CHANGES, NULL);
      self->notebook = notebook;
      g_object_set_qdata_full (G_OBJECT (notebook), quark, self, g_object_unref);
      g_signal_connect_object (notebook, "items-changed", G_CALLBACK (stores_changed_cb), self, G_CONNECT_SWAPPED);
      stores_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (notebook)));
    }

  return self;
}

/* (transfer none) (nullable): the store that has @annotation. */
static GlossAnnotationStore *
find_store (GlossNoteChanges *self,
            GlossAnnotation  *annotation)
{
  const char *id = gloss_annotation_get_id (annotation);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->notebook)); i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (self->notebook), i);

      if (gloss_annotation_store_find (store, id) == annotation)
        return store;
    }

  return NULL;
}

/* (transfer full): the tags of @annotation and @tags; NULL where it has them all. */
static GStrv
dup_union (GlossAnnotation    *annotation,
           const char * const *tags)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean more = FALSE;

  g_strv_builder_addv (builder, (const char **) gloss_annotation_get_tags (annotation));
  for (guint i = 0; tags[i] != NULL; i++)
    if (!gloss_annotation_has_tag (annotation, tags[i]))
      {
        g_strv_builder_add (builder, tags[i]);
        more = TRUE;
      }

  return more ? g_strv_builder_end (builder) : NULL;
}

/* Adds @tags to @annotation, or removes it where @tags is NULL. What could not be written is the
 * store's to say, once for the whole group. */
static void
change (GlossAnnotationStore *store,
        GlossAnnotation      *annotation,
        const char * const   *tags)
{
  if (tags != NULL)
    {
      g_auto (GStrv) all = dup_union (annotation, tags);

      gloss_annotation_store_set_tags (store, annotation, (const char * const *) all, NULL);
    }
  else
    gloss_annotation_store_remove (store, annotation, NULL);
}

/* (transfer full) (element-type GlossAnnotationStore GPtrArray): what is to be changed, by store. */
static GHashTable *
sort_by_store (GlossNoteChanges   *self,
               GPtrArray          *annotations,
               const char * const *tags,
               guint              *n_annotations)
{
  GHashTable *by_store = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  *n_annotations = 0;
  for (guint i = 0; i < annotations->len; i++)
    {
      GlossAnnotation *annotation = g_ptr_array_index (annotations, i);
      GlossAnnotationStore *store = find_store (self, annotation);
      g_auto (GStrv) all = tags != NULL ? dup_union (annotation, tags) : NULL;
      GPtrArray *own;

      if (store == NULL || (tags != NULL && all == NULL))
        continue;

      own = g_hash_table_lookup (by_store, store);
      if (own == NULL)
        {
          own = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (by_store, store, own);
        }
      g_ptr_array_add (own, g_object_ref (annotation));
      (*n_annotations)++;
    }

  return by_store;
}

void
gloss_note_changes_record (GlossNoteChanges      *self,
                           const char            *label,
                           GPtrArray             *stores,
                           GlossVocabularyChange *vocabulary)
{
  Step *step;

  g_return_if_fail (GLOSS_IS_NOTE_CHANGES (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (stores != NULL);

  if (stores->len == 0 && vocabulary == NULL)
    return;

  step = g_new0 (Step, 1);
  step->number = ++self->n_steps;
  step->label = g_strdup (label);
  step->stores = g_ptr_array_new_with_free_func (g_object_unref);
  step->vocabulary = vocabulary;

  for (guint i = 0; i < stores->len; i++)
    {
      GlossAnnotationStore *store = g_ptr_array_index (stores, i);
      guint n_changes = 0;

      if (g_ptr_array_find (step->stores, store, NULL))
        continue;

      for (guint j = i; j < stores->len; j++)
        n_changes += g_ptr_array_index (stores, j) == store;
      gloss_annotation_store_mark_step (store, n_changes, step->number);
      g_ptr_array_add (step->stores, g_object_ref (store));
    }

  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->done, step);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static guint
change_all (GlossNoteChanges   *self,
            GPtrArray          *annotations,
            const char * const *tags,
            char *(*name) (guint n_annotations, const char * const *tags))
{
  guint n_annotations;
  g_autoptr (GHashTable) by_store = sort_by_store (self, annotations, tags, &n_annotations);
  GHashTableIter iter;
  GlossAnnotationStore *store;
  GPtrArray *own;
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) stores = g_ptr_array_new_with_free_func (g_object_unref);

  if (n_annotations == 0)
    return 0;

  g_hash_table_iter_init (&iter, by_store);
  while (g_hash_table_iter_next (&iter, (gpointer *) &store, (gpointer *) &own))
    {
      gloss_annotation_store_begin_group (store, tags != NULL ? _("Change Tags") : _("Remove Notes"));
      for (guint i = 0; i < own->len; i++)
        change (store, g_ptr_array_index (own, i), tags);
      gloss_annotation_store_end_group (store, NULL);
      g_ptr_array_add (stores, g_object_ref (store));
    }

  label = name (n_annotations, tags);
  gloss_note_changes_record (self, label, stores, NULL);

  return n_annotations;
}

static char *
name_tagging (guint               n_annotations,
              const char * const *tags)
{
  g_autofree char *all = g_strjoinv (", ", (char **) tags);

  /* Translators: %u is a number of notes, %s one or more tags. */
  return g_strdup_printf (ngettext ("Tagged %u note “%s”", "Tagged %u notes “%s”", n_annotations), n_annotations, all);
}

static char *
name_removal (guint               n_annotations,
              const char * const *tags)
{
  return g_strdup_printf (ngettext ("Removed %u note", "Removed %u notes", n_annotations), n_annotations);
}

guint
gloss_note_changes_add_tags (GlossNoteChanges   *self,
                             GPtrArray          *annotations,
                             const char * const *tags)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_CHANGES (self), 0);
  g_return_val_if_fail (tags != NULL, 0);

  return change_all (self, annotations, tags, name_tagging);
}

guint
gloss_note_changes_remove (GlossNoteChanges *self,
                           GPtrArray        *annotations)
{
  g_return_val_if_fail (GLOSS_IS_NOTE_CHANGES (self), 0);

  return change_all (self, annotations, NULL, name_removal);
}

const char *
gloss_note_changes_get_undo_label (GlossNoteChanges *self)
{
  Step *step;

  g_return_val_if_fail (GLOSS_IS_NOTE_CHANGES (self), NULL);

  step = find_last (self->done, FALSE);
  return step != NULL ? step->label : NULL;
}

const char *
gloss_note_changes_get_redo_label (GlossNoteChanges *self)
{
  Step *step;

  g_return_val_if_fail (GLOSS_IS_NOTE_CHANGES (self), NULL);

  step = find_last (self->undone, TRUE);
  return step != NULL ? step->label : NULL;
}

/* What could not be undone somewhere is not redone there. */
static void
forget_parts (Step     *step,
              gboolean  undone)
{
  for (guint i = step->stores->len; i > 0; i--)
    if (!gloss_annotation_store_has_step (g_ptr_array_index (step->stores, i - 1), step->number, undone))
      g_ptr_array_remove_index (step->stores, i - 1);
}

/* Undoes (@forwards: redoes) @step in each store. What was done last is undone first. */
static gboolean
make_step (GlossNoteChanges  *self,
           Step              *step,
           gboolean           forwards,
           GError           **error)
{
  GPtrArray *from = forwards ? self->undone : self->done;
  GPtrArray *to = forwards ? self->done : self->undone;
  g_autoptr (GError) first_error = NULL;
  guint position;

  if (!g_ptr_array_find (from, step, &position))
    g_return_val_if_reached (FALSE);

  g_ptr_array_steal_index (from, position);
  for (guint i = 0; i < step->stores->len; i++)
    {
      GlossAnnotationStore *store = g_ptr_array_index (step->stores, forwards ? i : step->stores->len - 1 - i);
      GError **store_error = first_error == NULL ? &first_error : NULL;

      if (forwards)
        gloss_annotation_store_redo_step (store, step->number, store_error);
      else
        gloss_annotation_store_undo_step (store, step->number, store_error);
    }
  if (step->vocabulary != NULL)
    gloss_vocabulary_change_make (step->vocabulary, gloss_vocabulary_get_default (), forwards,
                                  first_error == NULL ? &first_error : NULL);

  forget_parts (step, !forwards);
  g_ptr_array_add (to, step);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  if (first_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&first_error));
  return FALSE;
}

gboolean
gloss_note_changes_undo (GlossNoteChanges  *self,
                         GError           **error)
{
  Step *step;

  g_return_val_if_fail (GLOSS_IS_NOTE_CHANGES (self), FALSE);

  step = find_last (self->done, FALSE);
  return step != NULL ? make_step (self, step, FALSE, error) : TRUE;
}

gboolean
gloss_note_changes_redo (GlossNoteChanges  *self,
                         GError           **error)
{
  Step *step;

  g_return_val_if_fail (GLOSS_IS_NOTE_CHANGES (self), FALSE);

  step = find_last (self->undone, TRUE);
  return step != NULL ? make_step (self, step, TRUE, error) : TRUE;
}

/* (transfer none) (nullable) */
static Step *
find_number (GPtrArray *steps,
             guint      number,
             gboolean   undone)
{
  for (guint i = steps->len; number != 0 && i > 0; i--)
    {
      Step *step = g_ptr_array_index (steps, i - 1);

      if (step->number == number)
        return is_possible (step, undone) ? step : NULL;
    }

  return NULL;
}

gboolean
gloss_note_changes_undo_in (GlossNoteChanges      *self,
                            GlossAnnotationStore  *store,
                            char                 **label,
                            GError               **error)
{
  Step *step;

  g_return_val_if_fail (GLOSS_IS_NOTE_CHANGES (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (store), FALSE);

  step = find_number (self->done, gloss_annotation_store_get_undo_step (store), FALSE);
  if (step != NULL)
    {
      *label = g_strdup (step->label);
      return make_step (self, step, FALSE, error);
    }

  g_object_get (store, "undo-label", label, NULL);
  return gloss_annotation_store_undo (store, error);
}

gboolean
gloss_note_changes_redo_in (GlossNoteChanges      *self,
                            GlossAnnotationStore  *store,
                            char                 **label,
                            GError               **error)
{
  Step *step;

  g_return_val_if_fail (GLOSS_IS_NOTE_CHANGES (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_ANNOTATION_STORE (store), FALSE);

  step = find_number (self->undone, gloss_annotation_store_get_redo_step (store), TRUE);
  if (step != NULL)
    {
      *label = g_strdup (step->label);
      return make_step (self, step, TRUE, error);
    }

  g_object_get (store, "redo-label", label, NULL);
  return gloss_annotation_store_redo (store, error);
}
