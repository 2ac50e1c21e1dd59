/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-comparison-item.h"

G_BEGIN_DECLS

/**
 * GlossComparisonItems:
 *
 * What a comparison shows on the screen, as a GListModel of GlossComparisonItem: its rows, the old
 * places of those that moved, and the heads of the stretches in which nothing changed. No widget;
 * main thread.
 *
 * What counts as a change is the choice of the reader: a set of states, with a bit for each
 * GlossRowState. All that this model leaves out or folds follows from that set.
 */

#define GLOSS_COMPARISON_STATE_BIT(state) (1u << (state))

/* All states that gloss_comparison_row_is_change () says yes to. */
#define GLOSS_COMPARISON_DEFAULT_STATES                      \
  (((1u << GLOSS_N_ROW_STATES) - 1) &                        \
   ~(GLOSS_COMPARISON_STATE_BIT (GLOSS_ROW_UNCHANGED) |      \
     GLOSS_COMPARISON_STATE_BIT (GLOSS_ROW_RENUMBERED)))

#define GLOSS_TYPE_COMPARISON_ITEMS (gloss_comparison_items_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonItems, gloss_comparison_items, GLOSS, COMPARISON_ITEMS, GObject)

/* (transfer full) */
GlossComparisonItems *gloss_comparison_items_new              (void);

/* @comparison: (nullable). All stretches are folded anew, if stretches are folded. */
void                  gloss_comparison_items_set_comparison   (GlossComparisonItems *self,
                                                               GlossComparison      *comparison);

guint                 gloss_comparison_items_get_states       (GlossComparisonItems *self);
void                  gloss_comparison_items_set_states       (GlossComparisonItems *self,
                                                               guint                 states);

/* Whether rows that are no change are left out. */
gboolean              gloss_comparison_items_get_only_changes (GlossComparisonItems *self);
void                  gloss_comparison_items_set_only_changes (GlossComparisonItems *self,
                                                               gboolean              only_changes);

/* Whether stretches are folded. Setting it folds or unfolds every one. */
gboolean              gloss_comparison_items_get_folding      (GlossComparisonItems *self);
void                  gloss_comparison_items_set_folding      (GlossComparisonItems *self,
                                                               gboolean              folding);

/* Folds or unfolds one stretch. */
void                  gloss_comparison_items_toggle           (GlossComparisonItems *self,
                                                               GlossComparisonItem  *fold);

/* Whether a reader who goes from change to change stops at the item. */
gboolean              gloss_comparison_items_is_change        (GlossComparisonItems *self,
                                                               GlossComparisonItem  *item);

/* The position of @row, or of the place that it moved away from; a folded stretch in which it
 * stands is unfolded. GTK_INVALID_LIST_POSITION where it is left out. */
guint                 gloss_comparison_items_reveal           (GlossComparisonItems    *self,
                                                               GlossComparisonRow      *row,
                                                               GlossComparisonItemKind  kind);

G_END_DECLS
