/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "annotation/gloss-notebook.h"
#include "document/gloss-library.h"
#include "ui/gloss-placed-note.h"

G_BEGIN_DECLS

/**
 * GlossPlacedNotes:
 *
 * The notes of one document as a reader meets them: a GListModel of GlossPlacedNote in the order
 * of the text, and an index by clause. It follows the store, and it is through it that the window
 * changes notes. Where a change can't be written, the store says so by its "problem" and the
 * change is made in memory; so nothing here fails.
 *
 * A note that is begun on a clause is shown but not in the store until it has text, a tag or a
 * chosen colour: a reader who turns away leaves nothing behind, and nothing to undo.
 *
 * A note that went out of the store while it was being written comes back with what was written.
 *
 * Where two languages are read in parallel, the notes on either stand in it, in the order of the
 * rows; where only one document is read, it is the first side.
 *
 * Finding the places of very many notes takes a while. Until it is over, which the property "progress"
 * (double, 0 to 1) tells, the model is empty and nothing may be changed through it.
 *
 * Signals: "clause-changed" (guint side, guint position): the notes on that clause of the document
 * of that side, or what they look like.
 */

#define GLOSS_TYPE_PLACED_NOTES (gloss_placed_notes_get_type ())
G_DECLARE_FINAL_TYPE (GlossPlacedNotes, gloss_placed_notes, GLOSS, PLACED_NOTES, GObject)

/* (transfer full) */
GlossPlacedNotes     *gloss_placed_notes_new          (GlossDocument        *document,
                                                       GlossAnnotationStore *store);

/* (transfer full): both documents are of the work whose notes @store holds. */
GlossPlacedNotes     *gloss_placed_notes_new_parallel (GlossParallelRows    *rows,
                                                       GlossAnnotationStore *store);

/* 1: the notes have their places. */
double                gloss_placed_notes_get_progress (GlossPlacedNotes *self);

/* (transfer none): the first one. */
GlossDocument        *gloss_placed_notes_get_document (GlossPlacedNotes *self);
GlossAnnotationStore *gloss_placed_notes_get_store    (GlossPlacedNotes *self);

/* (transfer none) (nullable) (element-type GlossPlacedNote): the notes on the clause at
 * @position, in the order of the text; NULL where there are none. Valid until the next change. */
GPtrArray            *gloss_placed_notes_get_on_clause (GlossPlacedNotes *self,
                                                        guint             position);

GPtrArray            *gloss_placed_notes_get_on_clause_in (GlossPlacedNotes  *self,
                                                           GlossParallelSide  side,
                                                           guint              position);

/* (transfer none) (nullable): the note that stands for @annotation. */
GlossPlacedNote      *gloss_placed_notes_lookup       (GlossPlacedNotes *self,
                                                       GlossAnnotation  *annotation);

/* FALSE where @note is not in the model. */
gboolean              gloss_placed_notes_find         (GlossPlacedNotes *self,
                                                       GlossPlacedNote  *note,
                                                       guint            *position);

/* (transfer none): a new note that is in the store at once. */
GlossPlacedNote      *gloss_placed_notes_add          (GlossPlacedNotes *self,
                                                       GlossAnchor      *anchor,
                                                       GlossColor        color);

/* (transfer none): the same with @tags (nullable). */
GlossPlacedNote      *gloss_placed_notes_add_tagged   (GlossPlacedNotes   *self,
                                                       GlossAnchor        *anchor,
                                                       GlossColor          color,
                                                       const char * const *tags);

/* (transfer none): a new note that is only begun. There is one at a time: another that was begun
 * is dropped. */
GlossPlacedNote      *gloss_placed_notes_begin        (GlossPlacedNotes *self,
                                                       GlossAnchor      *anchor,
                                                       GlossColor        color);

/* (transfer none) (nullable): the note that was begun and is still empty. */
GlossPlacedNote      *gloss_placed_notes_get_begun    (GlossPlacedNotes *self);

/* Drops the note that was begun and is still empty, if there is one. */
void                  gloss_placed_notes_drop_begun   (GlossPlacedNotes *self);

/* Each of these takes a note that was begun into the store where it is not empty any more. */
void                  gloss_placed_notes_set_note     (GlossPlacedNotes   *self,
                                                       GlossPlacedNote    *note,
                                                       const char         *text);
void                  gloss_placed_notes_set_tags     (GlossPlacedNotes   *self,
                                                       GlossPlacedNote    *note,
                                                       const char * const *tags);
void                  gloss_placed_notes_set_color    (GlossPlacedNotes   *self,
                                                       GlossPlacedNote    *note,
                                                       GlossColor          color);

/* Shows the notes on changes too, whose old side is on the document and which other stores of
 * @notebook hold. @library: (nullable): where their other texts are. */
void                  gloss_placed_notes_show_changes (GlossPlacedNotes *self,
                                                       GlossNotebook    *notebook,
                                                       GlossLibrary     *library);

/* Confirms the place of a note that was carried over. */
void                  gloss_placed_notes_confirm      (GlossPlacedNotes *self,
                                                       GlossPlacedNote  *note);

/* (transfer none): the store in which something was changed here last, which undo is about. */
GlossAnnotationStore *gloss_placed_notes_get_changed_store (GlossPlacedNotes *self);

/* TRUE: the store had it, so that there is something to undo. */
gboolean              gloss_placed_notes_remove       (GlossPlacedNotes *self,
                                                       GlossPlacedNote  *note);

G_END_DECLS
