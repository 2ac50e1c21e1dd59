/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation-filter.h"
#include "ui/gloss-note-places.h"

G_BEGIN_DECLS

/**
 * GlossNoteFilter:
 *
 * What is asked of the notes in a list of all documents: of what they say themselves, and of their
 * places. Immutable.
 */
typedef struct _GlossNoteFilter GlossNoteFilter;

/* The symbol is NULL, and the state -1, where any will do. */
typedef struct
{
  GlossAnnotationCriteria note;
  const char             *symbol; /* of the document */
  int                     state;  /* GlossPlacementState */
} GlossNoteCriteria;

#define GLOSS_NOTE_CRITERIA_ANY { .note = GLOSS_ANNOTATION_CRITERIA_ANY, .state = -1 }

/* (transfer full): @criteria is copied. */
GlossNoteFilter *gloss_note_filter_new         (GlossNotePlaces         *places,
                                                const GlossNoteCriteria *criteria);
void             gloss_note_filter_free        (GlossNoteFilter         *self);

/* TRUE when something is asked for. */
gboolean         gloss_note_filter_is_active   (GlossNoteFilter         *self);

/* TRUE when all that is asked for is true of @annotation. */
gboolean         gloss_note_filter_match       (GlossNoteFilter         *self,
                                                GlossAnnotation         *annotation);

/* TRUE when what @self lets through is among what @other does: as while somebody types on. */
gboolean         gloss_note_filter_is_stricter (GlossNoteFilter         *self,
                                                GlossNoteFilter         *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossNoteFilter, gloss_note_filter_free)

G_END_DECLS
