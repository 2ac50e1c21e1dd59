/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"
#include "document/gloss-library.h"
#include "ui/gloss-placed-note.h"

G_BEGIN_DECLS

/**
 * GlossNotePlaces:
 *
 * Where the notes of all documents stand: for lists that go beyond one document. A document is
 * loaded when a note on it is first asked for, and a note is placed when its place is; both are
 * kept.
 *
 * Signals: "changed": there are other documents, so that every order and citation may be another.
 */

#define GLOSS_TYPE_NOTE_PLACES (gloss_note_places_get_type ())
G_DECLARE_FINAL_TYPE (GlossNotePlaces, gloss_note_places, GLOSS, NOTE_PLACES, GObject)

/* (transfer full) */
GlossNotePlaces      *gloss_note_places_new          (GlossLibrary    *library,
                                                      GlossNotebook   *notebook);

/* (transfer none) (nullable): the store that has @annotation. */
GlossAnnotationStore *gloss_note_places_get_store    (GlossNotePlaces *self,
                                                      GlossAnnotation *annotation);

/* The symbol of the document that @annotation is on. */
const char           *gloss_note_places_get_symbol   (GlossNotePlaces *self,
                                                      GlossAnnotation *annotation);

/* (transfer none) (nullable): the document, in the language of the note if there is one; NULL
 * where the library does not have it, or it can't be read. */
GlossDocument        *gloss_note_places_get_document (GlossNotePlaces *self,
                                                      GlossAnnotation *annotation);

/* (transfer none) (nullable): the note in its place; NULL without a document. */
GlossPlacedNote      *gloss_note_places_get_placed   (GlossNotePlaces *self,
                                                      GlossAnnotation *annotation);

/* NOT_FOUND without a document. */
GlossPlacementState   gloss_note_places_get_state    (GlossNotePlaces *self,
                                                      GlossAnnotation *annotation);

/* (transfer full): the citation of the place; without a document, what the note itself knows. */
char                 *gloss_note_places_dup_citation (GlossNotePlaces *self,
                                                      GlossAnnotation *annotation);

/* (transfer full): the document as a heading names it: "A/69/723 · Code of conduct". */
char                 *gloss_note_places_dup_heading  (GlossNotePlaces *self,
                                                      const char      *symbol);

/* Numbers in the order of the documents, and of the places in all documents: documents as the
 * library has them, then those that it does not have; in each, what is on the whole document, then
 * by clause and phrase, then what has no clause in it. Cheap: the place is not verified. */
guint                 gloss_note_places_get_rank     (GlossNotePlaces *self,
                                                      GlossAnnotation *annotation);
guint64               gloss_note_places_get_key      (GlossNotePlaces *self,
                                                      GlossAnnotation *annotation);

/* The rank of a key. */
guint                 gloss_note_places_key_get_rank (guint64          key);

G_END_DECLS
