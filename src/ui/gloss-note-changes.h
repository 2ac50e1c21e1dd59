/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"

G_BEGIN_DECLS

/**
 * GlossNoteChanges:
 *
 * Changes of many notes at once, on any documents. Each is one step, in every store that it
 * touches and here, and can be undone as long as nothing else changed in any store: after that,
 * the last step of a store would be another one. Whatever changes the notes of a notebook shares
 * one of these, so that what was done in one place can be undone in another.
 *
 * Signals: "changed": what can be undone or redone is another.
 */

#define GLOSS_TYPE_NOTE_CHANGES (gloss_note_changes_get_type ())
G_DECLARE_FINAL_TYPE (GlossNoteChanges, gloss_note_changes, GLOSS, NOTE_CHANGES, GObject)

/* (transfer none): the one of @notebook, which lives as long as that. */
GlossNoteChanges *gloss_note_changes_get            (GlossNotebook       *notebook);

/* Something else changed many notes: in one step of each of @stores (element-type
 * GlossAnnotationStore), in that order, where one may stand twice. @label: what was done, in words:
 * "Imported 12 notes". */
void              gloss_note_changes_record         (GlossNoteChanges    *self,
                                                     const char          *label,
                                                     GPtrArray           *stores);

/* @annotations (element-type GlossAnnotation). Returns how many were changed. What can't be
 * written, its store says by its "problem", and it is made in memory. */
guint             gloss_note_changes_add_tags       (GlossNoteChanges    *self,
                                                     GPtrArray           *annotations,
                                                     const char * const  *tags);
guint             gloss_note_changes_remove         (GlossNoteChanges    *self,
                                                     GPtrArray           *annotations);

/* (transfer none) (nullable): in words what was done and would be undone, or was undone and would be
 * redone: "Removed 3 notes"; NULL: nothing. */
const char       *gloss_note_changes_get_undo_label (GlossNoteChanges *self);
const char       *gloss_note_changes_get_redo_label (GlossNoteChanges *self);

/* FALSE with an error where something could not be, because it was changed elsewhere. */
gboolean          gloss_note_changes_undo           (GlossNoteChanges  *self,
                                                     GError           **error);
gboolean          gloss_note_changes_redo           (GlossNoteChanges  *self,
                                                     GError           **error);

G_END_DECLS
