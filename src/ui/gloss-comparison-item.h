/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/**
 * GlossComparisonItem:
 *
 * What stands in one place of a comparison on the screen. A row of the comparison stands in the
 * place that it has in the new text; one that moved also stands where it was. A stretch of rows in
 * which nothing changed has an item of its own before it, by which it is folded. Main thread.
 */

typedef enum
{
  GLOSS_COMPARISON_ITEM_ROW,
  GLOSS_COMPARISON_ITEM_MOVED_AWAY, /* the old place of a row that moved */
  GLOSS_COMPARISON_ITEM_FOLD,       /* the head of a stretch of unchanged rows */
} GlossComparisonItemKind;

#define GLOSS_TYPE_COMPARISON_ITEM (gloss_comparison_item_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonItem, gloss_comparison_item, GLOSS, COMPARISON_ITEM, GObject)

/* (transfer full) */
GlossComparisonItem    *gloss_comparison_item_new         (GlossComparisonItemKind  kind,
                                                           GlossComparisonRow      *row,
                                                           guint                    n_rows);

GlossComparisonItemKind gloss_comparison_item_get_kind    (GlossComparisonItem     *self);

/* (transfer none): of a fold, the first row of the stretch. */
GlossComparisonRow     *gloss_comparison_item_get_row     (GlossComparisonItem     *self);

/* Of a fold: how many rows the stretch has, and whether they are hidden. */
guint                   gloss_comparison_item_get_n_rows  (GlossComparisonItem     *self);
gboolean                gloss_comparison_item_get_folded  (GlossComparisonItem     *self);
void                    gloss_comparison_item_set_folded  (GlossComparisonItem     *self,
                                                           gboolean                 folded);

G_END_DECLS
