/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-note-filter"

#include "config.h"

#include "ui/gloss-note-filter.h"

#include "annotation/gloss-search-text.h"

struct _GlossNoteFilter
{
  GlossNotePlaces       *places;
  GlossAnnotationFilter *annotations;
  char                  *symbol;
  int                    state;
  char                  *search; /* folded */
  char                  *others; /* all other criteria in one line, to tell whether they are the same */
};

static char *
describe_others (const GlossNoteCriteria *criteria)
{
  const char *const strings[] = {
    criteria->note.tag, criteria->note.author, criteria->note.since, criteria->note.until, criteria->symbol,
  };
  GString *others = g_string_new (NULL);

  g_string_append_printf (others, "%d %d", criteria->note.color, criteria->state);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_string_append_printf (others, "\n%s%s", strings[i] != NULL ? "=" : "", strings[i] != NULL ? strings[i] : "");

  return g_string_free_and_steal (others);
}

GlossNoteFilter *
gloss_note_filter_new (GlossNotePlaces         *places,
                       const GlossNoteCriteria *criteria)
{
  GlossNoteFilter *self;

  g_return_val_if_fail (GLOSS_IS_NOTE_PLACES (places), NULL);
  g_return_val_if_fail (criteria != NULL, NULL);

  self = g_new0 (GlossNoteFilter, 1);
  self->places = g_object_ref (places);
  self->annotations = gloss_annotation_filter_new (&criteria->note);
  self->symbol = g_strdup (criteria->symbol);
  self->state = criteria->state;
  self->search = gloss_search_text_fold (criteria->note.search);
  self->others = describe_others (criteria);

  return self;
}

void
gloss_note_filter_free (GlossNoteFilter *self)
{
  g_clear_object (&self->places);
  gloss_annotation_filter_free (self->annotations);
  g_free (self->symbol);
  g_free (self->search);
  g_free (self->others);
  g_free (self);
}

gboolean
gloss_note_filter_is_active (GlossNoteFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->symbol != NULL || self->state >= 0 || gloss_annotation_filter_is_active (self->annotations);
}

/* To find the state, the note is placed in its text: that costs most. */
gboolean
gloss_note_filter_match (GlossNoteFilter *self,
                         GlossAnnotation *annotation)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->symbol != NULL && !g_str_equal (self->symbol, gloss_note_places_get_symbol (self->places, annotation)))
    return FALSE;
  if (!gloss_annotation_filter_match (self->annotations, annotation))
    return FALSE;

  return self->state < 0 || (int) gloss_note_places_get_state (self->places, annotation) == self->state;
}

gboolean
gloss_note_filter_is_stricter (GlossNoteFilter *self,
                               GlossNoteFilter *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  /* A longer beginning has all the words of the shorter one, the last perhaps longer. */
  return g_str_equal (self->others, other->others) && g_str_has_prefix (self->search, other->search);
}
