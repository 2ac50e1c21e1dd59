/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-placed-notes"

#include "config.h"

#include "ui/gloss-placed-notes-private.h"

#include "annotation/gloss-annotation-sides.h"
#include "annotation/gloss-carry-over.h"

/* Notes on changes that the stores of other documents hold, and notes that were carried over. */

static void
changes_changed_cb (GlossPlacedNotes *self,
                    guint             position,
                    guint             n_removed,
                    guint             n_added)
{
  for (guint i = 0; i < n_removed; i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_object_ref (g_ptr_array_index (self->on_changes, position));

      g_ptr_array_remove_index (self->on_changes, position);
      gloss_placed_notes_remove_annotation (self, annotation);
    }

  for (guint i = 0; i < n_added; i++)
    {
      GlossAnnotation *annotation = g_list_model_get_item (G_LIST_MODEL (self->changes), position + i);

      g_ptr_array_insert (self->on_changes, (int) (position + i), annotation);
      gloss_placed_notes_add_annotation (self, annotation);
    }
}

void
gloss_placed_notes_show_changes (GlossPlacedNotes *self,
                                 GlossNotebook    *notebook,
                                 GlossLibrary     *library)
{
  g_return_if_fail (GLOSS_IS_PLACED_NOTES (self));
  g_return_if_fail (GLOSS_IS_NOTEBOOK (notebook));
  g_return_if_fail (self->changes == NULL);

  g_set_object (&self->library, library);
  self->changes = gloss_change_notes_new (notebook, gloss_document_get_symbol (self->document));
  g_signal_connect_object (self->changes, "items-changed", G_CALLBACK (changes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->changes, "changed", G_CALLBACK (gloss_placed_notes_update_annotation), self,
                           G_CONNECT_SWAPPED);
  changes_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (self->changes)));
}

GlossAnnotationStore *
gloss_placed_notes_use_store (GlossPlacedNotes *self,
                              GlossAnnotation  *annotation)
{
  GlossAnnotationStore *store = self->changes != NULL ? gloss_change_notes_get_store (self->changes, annotation) : NULL;

  if (store == NULL)
    store = self->store;
  g_set_object (&self->changed_store, store);

  return store;
}

GlossAnnotationStore *
gloss_placed_notes_get_changed_store (GlossPlacedNotes *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), NULL);

  return self->changed_store != NULL ? self->changed_store : self->store;
}

void
gloss_placed_notes_confirm (GlossPlacedNotes *self,
                            GlossPlacedNote  *note)
{
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);
  GlossAnnotationStore *store = gloss_placed_notes_use_store (self, annotation);

  if (gloss_annotation_store_find (store, gloss_annotation_get_id (annotation)) == annotation)
    gloss_carry_over_confirm (store, annotation, NULL);
}

GlossAnnotation *
gloss_placed_notes_write_anew (GlossAnnotation    *annotation,
                               const char         *text,
                               const char * const *tags)
{
  GlossAnchor *anchor = gloss_annotation_get_anchor (annotation);
  g_autoptr (GlossAnchor) old_side = gloss_annotation_dup_old_side (annotation);
  GlossColor color = gloss_annotation_get_color (annotation);

  return old_side != NULL ? gloss_annotation_new_on_change (anchor, old_side, text, tags, color, NULL)
                          : gloss_annotation_new (anchor, text, tags, color, NULL);
}
