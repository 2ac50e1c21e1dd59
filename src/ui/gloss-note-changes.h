/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"
#include "annotation/gloss-vocabulary-change.h"

G_BEGIN_DECLS

/**
 * GlossNoteChanges:
 *
 * Changes of many notes at once, on any documents. Each is one step, with a part in every store that
 * it touched, and is undone and redone in all of them at once. What was changed since stays as it
 * is, which is an error. Whatever changes the notes of a notebook shares one of these, so that what
 * was done in one place can be undone in another.
 *
 * Signals: "changed": what can be undone or redone is another.
 */

#define GLOSS_TYPE_NOTE_CHANGES (gloss_note_changes_get_type ())
G_DECLARE_FINAL_TYPE (GlossNoteChanges, gloss_note_changes, GLOSS, NOTE_CHANGES, GObject)

/* (transfer none): the one of @notebook, which lives as long as that. */
GlossNoteChanges *gloss_note_changes_get            (GlossNotebook       *notebook);

/* Something else changed many notes: by the last change of each of @stores (element-type
 * GlossAnnotationStore), in that order, where one may stand twice. @label: what was done, in words:
 * "Imported 12 notes". @vocabulary (nullable) (transfer full): what changed in the user's vocabulary
 * with them. */
void              gloss_note_changes_record         (GlossNoteChanges      *self,
                                                     const char            *label,
                                                     GPtrArray             *stores,
                                                     GlossVocabularyChange *vocabulary);

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

/* The same of the last change of @store: that alone, or all of the step of which it is a part.
 * @label: (out) (transfer full) (nullable): in words what is undone or redone. */
gboolean          gloss_note_changes_undo_in        (GlossNoteChanges      *self,
                                                     GlossAnnotationStore  *store,
                                                     char                 **label,
                                                     GError               **error);
gboolean          gloss_note_changes_redo_in        (GlossNoteChanges      *self,
                                                     GlossAnnotationStore  *store,
                                                     char                 **label,
                                                     GError               **error);

G_END_DECLS
