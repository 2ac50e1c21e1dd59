/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-phrase-count.h"
#include "ui/gloss-comparison-block.h"
#include "ui/gloss-comparison-item.h"
#include "ui/gloss-comparison-palette.h"

G_BEGIN_DECLS

/**
 * The wordings that one place of a comparison shows, and how they stand.
 */

typedef enum
{
  GLOSS_COMPARISON_SIDE_BY_SIDE,
  GLOSS_COMPARISON_STACKED, /* the old wording above the new one */
  GLOSS_COMPARISON_REDLINE, /* both in one */
} GlossComparisonLayout;

/* (transfer full) (element-type GlossComparisonBlock): the old ones, then the new ones; none for a
 * fold. @matches (nullable): words that were looked up, to be marked. Main thread. */
GPtrArray *gloss_comparison_blocks_new (GlossComparison       *comparison,
                                        GlossComparisonItem   *item,
                                        GlossComparisonLayout  layout,
                                        GlossPalette           palette,
                                        GlossPhraseCount      *matches);

/* Puts those of one side below each other, from @x and @y on, all in pixels, and returns how high they
 * are. @beside: whether the other side stands beside them. Main thread. */
int        gloss_comparison_blocks_arrange (GPtrArray *blocks,
                                            GtkWidget *widget,
                                            gboolean   is_new,
                                            gboolean   beside,
                                            int        x,
                                            int        y,
                                            int        width);

G_END_DECLS
