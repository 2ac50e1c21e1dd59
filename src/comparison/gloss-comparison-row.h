/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-diff.h"
#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * GlossComparisonRow:
 *
 * What became of a clause (or of several): one row of a comparison. Immutable; any thread.
 */

typedef enum
{
  GLOSS_ROW_UNCHANGED,      /* "unchanged": the same wording, label and place; typographic variants
                             * and white space are no change, as gloss-wording.h has it */
  GLOSS_ROW_REWORDED,       /* "reworded", whether or not it bears another label */
  GLOSS_ROW_RENUMBERED,     /* "renumbered": the same wording under another label */
  GLOSS_ROW_MOVED,          /* "moved": the same wording in another place */
  GLOSS_ROW_MOVED_REWORDED, /* "moved-reworded" */
  GLOSS_ROW_SPLIT,          /* "split": one old clause became several */
  GLOSS_ROW_MERGED,         /* "merged": several old clauses became one */
  GLOSS_ROW_NEW,            /* "new": only in the new text */
  GLOSS_ROW_DROPPED,        /* "dropped": only in the old text */
} GlossRowState;

#define GLOSS_N_ROW_STATES (GLOSS_ROW_DROPPED + 1)

/* The nick above: part of the command line's output. */
const char *gloss_row_state_to_string (GlossRowState state);

/* (transfer none): the state in words for a reader, translated. */
const char *gloss_row_state_get_label (GlossRowState state);

#define GLOSS_TYPE_COMPARISON_ROW (gloss_comparison_row_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonRow, gloss_comparison_row, GLOSS, COMPARISON_ROW, GObject)

GlossRowState gloss_comparison_row_get_state   (GlossComparisonRow *self);

/* TRUE for every state but UNCHANGED and RENUMBERED: the wording or its place changed. */
gboolean      gloss_comparison_row_is_change   (GlossComparisonRow *self);

/* TRUE where a reader chose which clauses stand here, or that the clause stands alone. */
gboolean      gloss_comparison_row_is_chosen   (GlossComparisonRow *self);

/* TRUE where the wording is the same, but not the bytes: all that differs is typographic. The state
 * is UNCHANGED, RENUMBERED or MOVED then. */
gboolean      gloss_comparison_row_is_typographic (GlossComparisonRow *self);

guint         gloss_comparison_row_get_n_old   (GlossComparisonRow *self);
guint         gloss_comparison_row_get_n_new   (GlossComparisonRow *self);

/* (transfer none): in reading order. */
GlossClause  *gloss_comparison_row_get_old     (GlossComparisonRow *self,
                                                guint               index);
GlossClause  *gloss_comparison_row_get_new     (GlossComparisonRow *self,
                                                guint               index);

/* From 0 to 1000: how alike the two sides are, weighted by how rare their words are; 1000 for
 * the same wording, 0 for NEW and DROPPED. */
guint         gloss_comparison_row_get_score   (GlossComparisonRow *self);

/* (transfer none): the texts that the stretches point into: the texts of the row's clauses of
 * that side, joined by "\n"; "" where the side has none. */
const char   *gloss_comparison_row_get_old_text (GlossComparisonRow *self);
const char   *gloss_comparison_row_get_new_text (GlossComparisonRow *self);

/* (transfer none): the difference of the two texts; *@n_stretches is 0 where both are empty. */
const GlossDiffStretch *
              gloss_comparison_row_get_stretches (GlossComparisonRow *self,
                                                  guint              *n_stretches);

/* (transfer none): where the bytes of @stretch begin; its length is stretch->length. */
const char   *gloss_comparison_row_get_stretch_text (GlossComparisonRow     *self,
                                                     const GlossDiffStretch *stretch);

G_END_DECLS
