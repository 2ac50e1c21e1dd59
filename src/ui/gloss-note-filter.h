/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-note-places.h"

G_BEGIN_DECLS

/**
 * GlossNoteFilter:
 *
 * A filter for lists of GlossAnnotation: all that is asked for must be true of a note.
 */

#define GLOSS_TYPE_NOTE_FILTER (gloss_note_filter_get_type ())
G_DECLARE_FINAL_TYPE (GlossNoteFilter, gloss_note_filter, GLOSS, NOTE_FILTER, GtkFilter)

/* Strings are NULL, and numbers -1, where any will do. */
typedef struct
{
  const char *search; /* as for gloss_annotation_matches () */
  const char *tag;    /* this, or one that is nested in it: "a" has "a/b" */
  const char *symbol; /* of the document */
  const char *author;
  const char *since;  /* ISO 8601: changed then or later */
  int         color;  /* GlossColor */
  int         state;  /* GlossPlacementState */
} GlossNoteCriteria;

#define GLOSS_NOTE_CRITERIA_ANY { .color = -1, .state = -1 }

/* (transfer full) */
GlossNoteFilter *gloss_note_filter_new          (GlossNotePlaces         *places);

/* @criteria is copied. */
void             gloss_note_filter_set_criteria (GlossNoteFilter         *self,
                                                 const GlossNoteCriteria *criteria);

/* TRUE when something is asked for. */
gboolean         gloss_note_filter_is_active    (GlossNoteFilter         *self);

/* (transfer none): never NULL. */
const char      *gloss_note_filter_get_search   (GlossNoteFilter         *self);

G_END_DECLS
