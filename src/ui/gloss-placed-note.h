/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"
#include "document/gloss-parallel-rows.h"

G_BEGIN_DECLS

/**
 * GlossPlacedNote:
 *
 * An annotation and its place in the document that is read. GlossPlacedNotes makes and changes
 * it; the property "annotation" notifies when a note that was only begun is written, and the
 * property "placement" when it was placed elsewhere.
 *
 * Where two languages are read in parallel it has a place in either text. The one that counts is
 * that in the text of its own language; a single text is the first.
 */

#define GLOSS_TYPE_PLACED_NOTE (gloss_placed_note_get_type ())
G_DECLARE_FINAL_TYPE (GlossPlacedNote, gloss_placed_note, GLOSS, PLACED_NOTE, GObject)

/* (transfer full): @document must outlive the note, or hold its clauses. */
GlossPlacedNote      *gloss_placed_note_new             (GlossAnnotation *annotation,
                                                         GlossDocument   *document);

/* (transfer full) */
GlossPlacedNote      *gloss_placed_note_new_parallel    (GlossAnnotation   *annotation,
                                                         GlossParallelRows *rows);

/* (transfer none) */
GlossAnnotation      *gloss_placed_note_get_annotation  (GlossPlacedNote *self);
void                  gloss_placed_note_set_annotation  (GlossPlacedNote *self,
                                                         GlossAnnotation *annotation);

/* Looks for the place of the annotation again. */
void                  gloss_placed_note_place           (GlossPlacedNote *self,
                                                         GlossDocument   *document);

void                  gloss_placed_note_place_parallel  (GlossPlacedNote   *self,
                                                         GlossParallelRows *rows);

/* (transfer none): the anchor that was placed: of a note on a change, the side that is in this
 * text. */
GlossAnchor          *gloss_placed_note_get_anchor      (GlossPlacedNote *self);

/* @change (nullable): what change the note is on, in words: its citation from now on. */
void                  gloss_placed_note_set_change      (GlossPlacedNote *self,
                                                         const char      *change);

/* FALSE when the anchor changed since the note was placed. */
gboolean              gloss_placed_note_is_placed       (GlossPlacedNote *self);

/* (transfer none): valid until the note is placed again. */
const GlossPlacement *gloss_placed_note_get_placement   (GlossPlacedNote *self);

/* (transfer none): the same in the text of that side. */
const GlossPlacement *gloss_placed_note_get_placement_in (GlossPlacedNote   *self,
                                                          GlossParallelSide  side);

/* The side whose placement counts. */
GlossParallelSide     gloss_placed_note_get_side        (GlossPlacedNote *self);

/* TRUE when a phrase of the text bears the note; it is then in the bytes @start_byte to @end_byte
 * of the text of the clause. */
gboolean              gloss_placed_note_get_phrase      (GlossPlacedNote *self,
                                                         guint           *start_byte,
                                                         guint           *end_byte);
gboolean              gloss_placed_note_get_phrase_in   (GlossPlacedNote   *self,
                                                         GlossParallelSide  side,
                                                         guint             *start_byte,
                                                         guint             *end_byte);

/* (transfer none) (nullable): how the note stands to the text, in words for a reader; NULL where
 * there is nothing to say. */
const char           *gloss_placed_note_get_remark      (GlossPlacedNote *self);

/* (transfer full): the citation of the place, or of the place that was meant; of a note on a change,
 * what was set. */
char                 *gloss_placed_note_dup_citation    (GlossPlacedNote *self);

/* The order of the text: what is on the whole document, then by place, then what has none. */
int                   gloss_placed_note_compare         (GlossPlacedNote *a,
                                                         GlossPlacedNote *b);

G_END_DECLS
