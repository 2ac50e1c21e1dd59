/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"

G_BEGIN_DECLS

/**
 * GlossChangeNotes:
 *
 * The notes on changes whose old side is on one document: a GListModel of GlossAnnotation. They are
 * kept in the stores of the new documents, so all open stores of the notebook are watched, and
 * those that are opened later. For the thread of the notebook.
 *
 * Signals: "changed" (GlossAnnotation *): as of GlossAnnotationStore, of one that is in the model.
 */

#define GLOSS_TYPE_CHANGE_NOTES (gloss_change_notes_get_type ())
G_DECLARE_FINAL_TYPE (GlossChangeNotes, gloss_change_notes, GLOSS, CHANGE_NOTES, GObject)

/* (transfer full): those on the document @symbol. What is in its own store is left out. */
GlossChangeNotes     *gloss_change_notes_new       (GlossNotebook    *notebook,
                                                    const char       *symbol);

/* (transfer none) (nullable): the store of @annotation; NULL where it is not in the model. */
GlossAnnotationStore *gloss_change_notes_get_store (GlossChangeNotes *self,
                                                    GlossAnnotation  *annotation);

G_END_DECLS
