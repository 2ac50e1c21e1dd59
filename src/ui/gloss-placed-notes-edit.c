/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-placed-notes"

#include "config.h"

#include "ui/gloss-placed-notes-private.h"

/* What the window does to notes. */

/* Whether @note is shown: in the store, or begun. */
static gboolean
has_note (GlossPlacedNotes *self,
          GlossPlacedNote  *note)
{
  return g_hash_table_lookup (self->by_annotation, gloss_placed_note_get_annotation (note)) == note;
}

/* Adds @annotation to the store, and lets @note stand for it from now on. */
static void
keep (GlossPlacedNotes *self,
      GlossPlacedNote  *note,
      GlossAnnotation  *annotation)
{
  gboolean shown = has_note (self, note);
  guint position;

  if (self->begun == note)
    g_clear_object (&self->begun);

  if (shown)
    {
      gloss_placed_notes_find (self, note, &position);
      g_hash_table_remove (self->by_annotation, gloss_placed_note_get_annotation (note));
    }

  gloss_placed_note_set_annotation (note, annotation);
  g_hash_table_insert (self->by_annotation, annotation, note);
  if (shown)
    gloss_placed_notes_put_in_order (self, note, position);
  else
    gloss_placed_notes_insert (self, note);

  gloss_annotation_store_add (gloss_placed_notes_use_store (self, annotation), annotation, NULL);
  gloss_placed_notes_emit_clause_changed (self, note);
}

GlossPlacedNote *
gloss_placed_notes_add (GlossPlacedNotes *self,
                        GlossAnchor      *anchor,
                        GlossColor        color)
{
  return gloss_placed_notes_add_tagged (self, anchor, color, NULL);
}

GlossPlacedNote *
gloss_placed_notes_add_tagged (GlossPlacedNotes   *self,
                               GlossAnchor        *anchor,
                               GlossColor          color,
                               const char * const *tags)
{
  g_autoptr (GlossAnnotation) annotation = NULL;

  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), NULL);

  annotation = gloss_annotation_new (anchor, NULL, tags, color, NULL);
  gloss_annotation_store_add (gloss_placed_notes_use_store (self, annotation), annotation, NULL);

  return g_hash_table_lookup (self->by_annotation, annotation);
}

GlossPlacedNote *
gloss_placed_notes_begin (GlossPlacedNotes *self,
                          GlossAnchor      *anchor,
                          GlossColor        color)
{
  g_autoptr (GlossAnnotation) annotation = NULL;

  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), NULL);

  gloss_placed_notes_drop_begun (self);

  annotation = gloss_annotation_new (anchor, NULL, NULL, color, NULL);
  self->begun = gloss_placed_notes_create_note (self, annotation);
  g_hash_table_insert (self->by_annotation, annotation, self->begun);
  gloss_placed_notes_insert (self, self->begun);

  return self->begun;
}

GlossPlacedNote *
gloss_placed_notes_get_begun (GlossPlacedNotes *self)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), NULL);

  return self->begun;
}

void
gloss_placed_notes_drop_begun (GlossPlacedNotes *self)
{
  g_autoptr (GlossPlacedNote) note = NULL;

  g_return_if_fail (GLOSS_IS_PLACED_NOTES (self));

  note = g_steal_pointer (&self->begun);
  if (note != NULL)
    gloss_placed_notes_remove_annotation (self, gloss_placed_note_get_annotation (note));
}

void
gloss_placed_notes_set_note (GlossPlacedNotes *self,
                             GlossPlacedNote  *note,
                             const char       *text)
{
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);

  g_return_if_fail (GLOSS_IS_PLACED_NOTES (self));

  if (g_str_equal (text, gloss_annotation_get_note (annotation)))
    return;

  if (self->begun == note || !has_note (self, note))
    {
      g_autoptr (GlossAnnotation) written =
          gloss_placed_notes_write_anew (annotation, text, gloss_annotation_get_tags (annotation));

      keep (self, note, written);
    }
  else
    gloss_annotation_store_set_note (gloss_placed_notes_use_store (self, annotation), annotation, text, NULL);
}

void
gloss_placed_notes_set_tags (GlossPlacedNotes   *self,
                             GlossPlacedNote    *note,
                             const char * const *tags)
{
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);

  g_return_if_fail (GLOSS_IS_PLACED_NOTES (self));

  if (g_strv_equal (tags, gloss_annotation_get_tags (annotation)))
    return;

  if (self->begun == note || !has_note (self, note))
    {
      g_autoptr (GlossAnnotation) written =
          gloss_placed_notes_write_anew (annotation, gloss_annotation_get_note (annotation), tags);

      keep (self, note, written);
    }
  else
    gloss_annotation_store_set_tags (gloss_placed_notes_use_store (self, annotation), annotation, tags, NULL);
}

void
gloss_placed_notes_set_color (GlossPlacedNotes *self,
                              GlossPlacedNote  *note,
                              GlossColor        color)
{
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);

  g_return_if_fail (GLOSS_IS_PLACED_NOTES (self));

  if (color == gloss_annotation_get_color (annotation))
    return;

  if (self->begun == note)
    {
      g_autoptr (GlossAnnotation) written =
          gloss_annotation_new (gloss_annotation_get_anchor (annotation), NULL, NULL, color, NULL);

      keep (self, note, written);
    }
  else if (has_note (self, note))
    gloss_annotation_store_set_color (gloss_placed_notes_use_store (self, annotation), annotation, color, NULL);
}

gboolean
gloss_placed_notes_remove (GlossPlacedNotes *self,
                           GlossPlacedNote  *note)
{
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTES (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_PLACED_NOTE (note), FALSE);

  if (self->begun == note)
    {
      gloss_placed_notes_drop_begun (self);
      return FALSE;
    }
  if (!has_note (self, note))
    return FALSE;

  gloss_annotation_store_remove (gloss_placed_notes_use_store (self, gloss_placed_note_get_annotation (note)),
                                 gloss_placed_note_get_annotation (note), NULL);
  return TRUE;
}
