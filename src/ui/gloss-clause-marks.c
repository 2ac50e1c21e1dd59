/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-clause-marks.h"

/* (nullable) */
static GPtrArray *
get_notes (const GlossClauseMarks *self,
           guint                   position)
{
  return self->notes != NULL && !self->hidden ? gloss_placed_notes_get_on_clause_in (self->notes, self->side, position) : NULL;
}

static gboolean
has_words (GlossAnnotation *annotation)
{
  return *gloss_annotation_get_note (annotation) != '\0';
}

static void
add_note_marks (const GlossClauseMarks *self,
                guint                   position,
                GArray                 *marks)
{
  GPtrArray *notes = get_notes (self, position);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      GlossPlacedNote *note = g_ptr_array_index (notes, i);
      GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);
      GlossTextMark mark = {
        .kind = has_words (annotation) ? GLOSS_MARK_NOTE : GLOSS_MARK_HIGHLIGHT,
        .color = gloss_annotation_get_color (annotation),
      };

      if (!gloss_placed_note_get_phrase_in (note, self->side, &mark.start_byte, &mark.end_byte))
        continue;

      g_array_append_val (marks, mark);
      if (note == self->current_note)
        {
          mark.kind = GLOSS_MARK_CURRENT;
          g_array_append_val (marks, mark);
        }
    }
}

/* The first match in the clause at @position or behind it. */
static guint
find_first_match (GArray *matches,
                  guint   position)
{
  guint low = 0, high = matches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (matches, GlossDocumentMatch, middle).position < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_match_marks (const GlossClauseMarks *self,
                 guint                   position,
                 GArray                 *marks)
{
  if (self->matches == NULL)
    return;

  for (guint i = find_first_match (self->matches, position); i < self->matches->len; i++)
    {
      GlossDocumentMatch *match = &g_array_index (self->matches, GlossDocumentMatch, i);
      GlossTextMark mark = {
        .kind = GLOSS_MARK_MATCH,
        .start_byte = match->range.start_byte,
        .end_byte = match->range.end_byte,
      };

      if (match->position != position)
        break;

      g_array_append_val (marks, mark);
      if ((int) i == self->current_match)
        {
          mark.kind = GLOSS_MARK_CURRENT;
          g_array_append_val (marks, mark);
        }
    }
}

PangoAttrList *
gloss_clause_marks_get_attributes (const GlossClauseMarks *self,
                                   guint                   position,
                                   GlossMarkScheme         scheme)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GlossTextMark));

  add_note_marks (self, position, marks);
  add_match_marks (self, position, marks);

  return gloss_text_marks_to_attributes ((const GlossTextMark *) marks->data, marks->len, scheme);
}

gboolean
gloss_clause_marks_get_color (const GlossClauseMarks *self,
                              guint                   position,
                              GlossColor             *color)
{
  GPtrArray *notes = get_notes (self, position);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      GlossPlacedNote *note = g_ptr_array_index (notes, i);
      guint start, end;

      if (!gloss_placed_note_get_phrase_in (note, self->side, &start, &end))
        {
          *color = gloss_annotation_get_color (gloss_placed_note_get_annotation (note));
          return TRUE;
        }
    }

  return FALSE;
}

guint
gloss_clause_marks_get_n_notes (const GlossClauseMarks *self,
                                guint                   position)
{
  GPtrArray *notes = get_notes (self, position);

  return notes != NULL ? notes->len : 0;
}

guint
gloss_clause_marks_get_n_from_other (const GlossClauseMarks *self,
                                     guint                   position)
{
  GPtrArray *notes = get_notes (self, position);
  guint n_from_other = 0;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    if (gloss_placed_note_get_placement_in (g_ptr_array_index (notes, i), self->side)->other_language)
      n_from_other++;

  return n_from_other;
}

typedef struct
{
  GlossPlacedNote *note;
  guint            length;
  guint            index;
} Layer;

/* As they lie: the shortest on top, of equal ones the last. */
static int
compare_layers (gconstpointer a,
                gconstpointer b)
{
  const Layer *left = a;
  const Layer *right = b;

  if (left->length != right->length)
    return left->length < right->length ? -1 : 1;

  return left->index > right->index ? -1 : 1;
}

GlossPlacedNote *
gloss_clause_marks_find_note (const GlossClauseMarks *self,
                              guint                   position,
                              guint                   byte)
{
  GPtrArray *notes = get_notes (self, position);
  g_autoptr (GArray) layers = g_array_new (FALSE, FALSE, sizeof (Layer));
  guint next = 0;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      Layer layer = { .note = g_ptr_array_index (notes, i), .index = i };
      guint start, end;

      if (!gloss_placed_note_get_phrase_in (layer.note, self->side, &start, &end) || byte < start || byte >= end)
        continue;

      layer.length = end - start;
      g_array_append_val (layers, layer);
    }

  g_array_sort (layers, compare_layers);
  for (guint i = 0; i < layers->len; i++)
    if (g_array_index (layers, Layer, i).note == self->current_note)
      next = (i + 1) % layers->len;

  return layers->len > 0 ? g_array_index (layers, Layer, next).note : NULL;
}

GlossPlacedNote *
gloss_clause_marks_get_next_note (const GlossClauseMarks *self,
                                  guint                   position)
{
  GPtrArray *notes = get_notes (self, position);
  guint next = 0;

  if (notes == NULL)
    return NULL;

  for (guint i = 0; i < notes->len; i++)
    if (g_ptr_array_index (notes, i) == self->current_note)
      next = (i + 1) % notes->len;

  return g_ptr_array_index (notes, next);
}
