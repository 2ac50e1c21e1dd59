/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-placed-notes"

#include "config.h"

#include "ui/gloss-placed-notes-private.h"

#include "ui/gloss-change-text.h"

/* Finding the places of all notes that the store holds. For a hundred thousand that takes the better
 * part of a second: so many are done at once, and more than that while nothing else is to be done, so
 * long at a time. */
#define NOTES_AT_ONCE 2000
#define SLICE_US      (8 * 1000)

/* Between two looks at the clock. */
#define NOTES_AT_A_TIME 32

void
gloss_placed_notes_place (GlossPlacedNotes *self,
                          GlossPlacedNote  *note)
{
  if (self->rows != NULL)
    gloss_placed_note_place_parallel (note, self->rows);
  else
    gloss_placed_note_place (note, self->document);
}

GlossPlacedNote *
gloss_placed_notes_create_note (GlossPlacedNotes *self,
                                GlossAnnotation  *annotation)
{
  GlossPlacedNote *note = self->rows != NULL ? gloss_placed_note_new_parallel (annotation, self->rows)
                                             : gloss_placed_note_new (annotation, self->document);
  g_autofree char *change = gloss_change_text_describe (annotation, self->library);

  gloss_placed_note_set_change (note, change);
  return note;
}

static int
compare_notes_cb (gconstpointer a,
                  gconstpointer b)
{
  return gloss_placed_note_compare (*(GlossPlacedNote **) a, *(GlossPlacedNote **) b);
}

/* @batch (element-type GlossPlacedNote): sorted, as what is there already; its references are taken. */
static void
merge (GlossPlacedNotes *self,
       GPtrArray        *batch)
{
  GPtrArray *notes = g_ptr_array_new_full (self->notes->len + batch->len, g_object_unref);
  guint i = 0;
  guint j = 0;

  while (i < self->notes->len || j < batch->len)
    if (j == batch->len ||
        (i < self->notes->len && gloss_placed_note_compare (self->notes->pdata[i], batch->pdata[j]) <= 0))
      g_ptr_array_add (notes, self->notes->pdata[i++]);
    else
      g_ptr_array_add (notes, batch->pdata[j++]);

  g_free (g_ptr_array_steal (self->notes, NULL));
  g_ptr_array_unref (self->notes);
  self->notes = notes;
}

static guint
get_n_all (GlossPlacedNotes *self)
{
  return self->annotations->len + self->on_changes->len;
}

/* Takes up notes until the time is over. @known (nullable) (element-type GlossAnnotation
 * GlossPlacedNote): those that there are already. */
static void
fill_until (GlossPlacedNotes *self,
            GHashTable       *known,
            gint64            deadline)
{
  g_autoptr (GPtrArray) batch = g_ptr_array_new ();

  while (self->n_filled < get_n_all (self))
    {
      guint i = self->n_filled++;
      GlossAnnotation *annotation = i < self->annotations->len
                                      ? g_ptr_array_index (self->annotations, i)
                                      : g_ptr_array_index (self->on_changes, i - self->annotations->len);
      GlossPlacedNote *note = known != NULL ? g_hash_table_lookup (known, annotation) : NULL;

      if (note == NULL)
        note = gloss_placed_notes_create_note (self, annotation);
      else
        g_object_ref (note);
      if (!gloss_placed_note_is_placed (note))
        gloss_placed_notes_place (self, note);

      g_ptr_array_add (batch, note);
      g_hash_table_insert (self->by_annotation, annotation, note);
      if (self->n_filled % NOTES_AT_A_TIME == 0 && g_get_monotonic_time () >= deadline)
        break;
    }

  g_ptr_array_sort (batch, compare_notes_cb);
  for (guint i = 0; i < batch->len; i++)
    gloss_clause_index_add (self->by_clause, g_ptr_array_index (batch, i));
  merge (self, batch);
}

void
gloss_placed_notes_fill (GlossPlacedNotes *self)
{
  g_autoptr (GPtrArray) old_notes = g_steal_pointer (&self->notes);
  g_autoptr (GHashTable) old_by_annotation = g_steal_pointer (&self->by_annotation);

  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_annotation = g_hash_table_new (NULL, NULL);
  gloss_clause_index_clear (self->by_clause);
  self->n_filled = 0;
  fill_until (self, old_by_annotation, G_MAXINT64);
  if (self->begun != NULL)
    {
      g_hash_table_insert (self->by_annotation, gloss_placed_note_get_annotation (self->begun), self->begun);
      g_ptr_array_insert (self->notes, (int) gloss_clause_index_lower_bound (self->notes, self->begun),
                          g_object_ref (self->begun));
      gloss_clause_index_add (self->by_clause, self->begun);
    }

  g_list_model_items_changed (G_LIST_MODEL (self), 0, old_notes->len, self->notes->len);
  for (guint i = 0; i < old_notes->len; i++)
    gloss_placed_notes_emit_clause_changed (self, g_ptr_array_index (old_notes, i));
  for (guint i = 0; i < self->notes->len; i++)
    gloss_placed_notes_emit_clause_changed (self, g_ptr_array_index (self->notes, i));
}

static void
take_annotations (GlossPlacedNotes *self)
{
  guint n_annotations = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  g_ptr_array_set_size (self->annotations, 0);
  for (guint i = 0; i < n_annotations; i++)
    g_ptr_array_add (self->annotations, g_list_model_get_item (G_LIST_MODEL (self->store), i));
}

static gboolean
fill_cb (gpointer user_data)
{
  GlossPlacedNotes *self = user_data;

  fill_until (self, NULL, g_get_monotonic_time () + SLICE_US);
  if (self->n_filled < get_n_all (self))
    {
      g_object_notify (G_OBJECT (self), "progress");
      return G_SOURCE_CONTINUE;
    }

  self->fill_id = 0;
  if (self->stale)
    {
      /* Nobody knows of those that were there before. */
      self->stale = FALSE;
      take_annotations (self);
      gloss_placed_notes_fill (self);
    }
  else
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->notes->len);
  g_object_notify (G_OBJECT (self), "progress");

  return G_SOURCE_REMOVE;
}

void
gloss_placed_notes_begin_filling (GlossPlacedNotes *self)
{
  take_annotations (self);
  if (get_n_all (self) <= NOTES_AT_ONCE)
    fill_until (self, NULL, G_MAXINT64);
  else
    self->fill_id = g_idle_add (fill_cb, self);
}

double
gloss_placed_notes_get_progress (GlossPlacedNotes *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), 1);

  return self->fill_id == 0 ? 1 : (double) self->n_filled / get_n_all (self);
}
