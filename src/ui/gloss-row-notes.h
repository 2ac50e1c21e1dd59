/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"
#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/**
 * GlossRowNotes:
 *
 * The notes on the rows of a comparison: those on either clause, and those on the change. It follows
 * the stores of both documents, and what others of the notebook hold on a change of one of them.
 *
 * Signals: "changed": there are other notes on some row, or they were changed.
 */

#define GLOSS_TYPE_ROW_NOTES (gloss_row_notes_get_type ())
G_DECLARE_FINAL_TYPE (GlossRowNotes, gloss_row_notes, GLOSS, ROW_NOTES, GObject)

/* (transfer full): a store that can't be opened has no notes here; whoever writes is told why. */
GlossRowNotes        *gloss_row_notes_new       (GlossComparison    *comparison,
                                                 GlossNotebook      *notebook);

/* (transfer none) (nullable) (element-type GlossAnnotation): in the order of the old text, then of
 * the new one; NULL where there are none. Valid until the next change. */
GPtrArray            *gloss_row_notes_get       (GlossRowNotes      *self,
                                                 GlossComparisonRow *row);

/* (transfer full) (element-type GlossAnnotation): all on either document, placed or not. */
GPtrArray            *gloss_row_notes_dup_all   (GlossRowNotes      *self);

/* (transfer none) (nullable): the store that has @annotation. */
GlossAnnotationStore *gloss_row_notes_get_store (GlossRowNotes      *self,
                                                 GlossAnnotation    *annotation);

/* (transfer full): of a note on the row: where it stands, in words; "A/66/359, annex, para. (f) →
 * A/69/723, annex, para. 2 (7)" for one on a change. */
char                 *gloss_row_notes_dup_place (GlossRowNotes      *self,
                                                 GlossAnnotation    *annotation);

G_END_DECLS
