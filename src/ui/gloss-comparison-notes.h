/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"
#include "ui/gloss-comparison-view.h"

G_BEGIN_DECLS

/**
 * GlossComparisonNotes:
 *
 * The notes on a comparison view, which itself knows none: a badge on each row that has notes, the
 * way to write one in the menu of the row, carrying notes over, and the notes in the table that is
 * exported.
 *
 * Its actions are on the view: "comparison-notes.write" (N and Ctrl+N, on the current row) and
 * "comparison-notes.carry-over". What they change is undone in the view's history.
 */

#define GLOSS_TYPE_COMPARISON_NOTES (gloss_comparison_notes_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonNotes, gloss_comparison_notes, GLOSS, COMPARISON_NOTES, GObject)

/* (transfer none): lives as long as @view. */
GlossComparisonNotes *gloss_comparison_notes_attach (GlossComparisonView *view,
                                                     GlossNotebook       *notebook);

/* (transfer full) (element-type GlossAnnotation): those on either document of the comparison; empty
 * without one. */
GPtrArray            *gloss_comparison_notes_dup_all (GlossComparisonNotes *self);

/* (transfer none) (nullable): what was attached to @view. */
GlossComparisonNotes *gloss_comparison_notes_get    (GlossComparisonView *view);

G_END_DECLS
