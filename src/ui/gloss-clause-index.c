/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-clause-index.h"

struct _GlossClauseIndex
{
  GHashTable *notes[GLOSS_N_PARALLEL_SIDES]; /* position -> GPtrArray */
};

GlossClauseIndex *
gloss_clause_index_new (void)
{
  GlossClauseIndex *self = g_new0 (GlossClauseIndex, 1);

  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    self->notes[side] = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
gloss_clause_index_free (GlossClauseIndex *self)
{
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    g_hash_table_unref (self->notes[side]);
  g_free (self);
}

void
gloss_clause_index_add (GlossClauseIndex *self,
                        GlossPlacedNote  *note)
{
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      GlossClause *clause = gloss_placed_note_get_placement_in (note, side)->clause;
      GPtrArray *notes;
      guint position;

      if (clause == NULL)
        continue;

      position = gloss_clause_get_position (clause);
      notes = gloss_clause_index_lookup (self, side, position);
      if (notes == NULL)
        {
          notes = g_ptr_array_new ();
          g_hash_table_insert (self->notes[side], GUINT_TO_POINTER (position), notes);
        }
      g_ptr_array_insert (notes, (int) gloss_clause_index_lower_bound (notes, note), note);
    }
}

void
gloss_clause_index_remove (GlossClauseIndex *self,
                           GlossPlacedNote  *note)
{
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    {
      GlossClause *clause = gloss_placed_note_get_placement_in (note, side)->clause;
      GPtrArray *notes;
      guint position;

      if (clause == NULL)
        continue;

      position = gloss_clause_get_position (clause);
      notes = gloss_clause_index_lookup (self, side, position);
      g_return_if_fail (notes != NULL);
      g_ptr_array_remove (notes, note);
      if (notes->len == 0)
        g_hash_table_remove (self->notes[side], GUINT_TO_POINTER (position));
    }
}

void
gloss_clause_index_clear (GlossClauseIndex *self)
{
  for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
    g_hash_table_remove_all (self->notes[side]);
}

GPtrArray *
gloss_clause_index_lookup (GlossClauseIndex  *self,
                           GlossParallelSide  side,
                           guint              position)
{
  return g_hash_table_lookup (self->notes[side], GUINT_TO_POINTER (position));
}

guint
gloss_clause_index_lower_bound (GPtrArray       *notes,
                                GlossPlacedNote *note)
{
  guint low = 0, high = notes->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (gloss_placed_note_compare (g_ptr_array_index (notes, middle), note) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
