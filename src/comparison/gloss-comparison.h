/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "comparison/gloss-comparison-row.h"
#include "comparison/gloss-pairing.h"
#include "comparison/gloss-progress.h"

G_BEGIN_DECLS

/**
 * GlossComparison:
 *
 * What changed from one document to another: a GListModel of GlossComparisonRow, in the reading
 * order of the new text, dropped clauses where they stood. Every clause of either document stands
 * in exactly one row. Immutable once made; any thread.
 *
 * The differences of all rows together change at most a quarter more words than the least that they
 * could, or a few where that is more: gloss-comparison-bound.h says how.
 *
 * The result depends on the two documents and the reader's pairings alone: no clock, no randomness, no hash order.
 */

#define GLOSS_TYPE_COMPARISON (gloss_comparison_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparison, gloss_comparison, GLOSS, COMPARISON, GObject)

/* (transfer full) (nullable): NULL only with G_IO_ERROR_CANCELLED. May take long: use the async
 * form from the main thread. */
GlossComparison    *gloss_comparison_new              (GlossDocument        *old_document,
                                                       GlossDocument        *new_document,
                                                       GCancellable         *cancellable,
                                                       GError              **error);
void                gloss_comparison_new_async        (GlossDocument        *old_document,
                                                       GlossDocument        *new_document,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
GlossComparison    *gloss_comparison_new_finish       (GAsyncResult         *result,
                                                       GError              **error);

/* The same with a reader's own choices, which win over what would be found. @pairings: (nullable)
 * (element-type GlossPairing): copied; one that names a clause that is not there says nothing. */
GlossComparison    *gloss_comparison_new_with_choices       (GlossDocument        *old_document,
                                                             GlossDocument        *new_document,
                                                             GPtrArray            *pairings,
                                                             GCancellable         *cancellable,
                                                             GError              **error);

/* @progress: (nullable): called with @progress_data in the thread-default main context of the
 * caller, before @callback and never after it. Ends with gloss_comparison_new_finish (). */
void                gloss_comparison_new_with_choices_async (GlossDocument        *old_document,
                                                             GlossDocument        *new_document,
                                                             GPtrArray            *pairings,
                                                             GlossProgressFunc     progress,
                                                             gpointer              progress_data,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);

/* (transfer none) */
GlossDocument      *gloss_comparison_get_old_document (GlossComparison *self);
GlossDocument      *gloss_comparison_get_new_document (GlossComparison *self);

guint               gloss_comparison_get_n_rows       (GlossComparison *self);
GlossComparisonRow *gloss_comparison_get_row          (GlossComparison *self,
                                                       guint            index);

/* (transfer none) (nullable): the row in which a clause of the old or new document stands. */
GlossComparisonRow *gloss_comparison_find_old         (GlossComparison *self,
                                                       const char      *clause_id);
GlossComparisonRow *gloss_comparison_find_new         (GlossComparison *self,
                                                       const char      *clause_id);

typedef struct
{
  guint rows[GLOSS_N_ROW_STATES]; /* how many rows are in each state */
  guint words_kept;               /* words that both texts have; of the new text for EQUAL */
  guint words_removed;
  guint words_added;
} GlossComparisonSummary;

/* Words are counted as ICU cuts them, without punctuation and white space. */
const GlossComparisonSummary *
                    gloss_comparison_get_summary      (GlossComparison *self);

/* How many rows stand as a reader chose. */
guint               gloss_comparison_count_chosen     (GlossComparison *self);

G_END_DECLS
