/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-comparison-block.h"
#include "ui/gloss-comparison-item.h"
#include "ui/gloss-comparison-palette.h"

G_BEGIN_DECLS

/**
 * GlossComparisonRowHeader:
 *
 * What a row of a comparison draws above the wordings: what became of the clause, by an icon and in
 * words, and where it stands. Of a fold it is all there is. No widget.
 */

typedef struct _GlossComparisonRowHeader GlossComparisonRowHeader;

/* (transfer full) */
GlossComparisonRowHeader *gloss_comparison_row_header_new           (void);
void                      gloss_comparison_row_header_free          (GlossComparisonRowHeader *self);

void                      gloss_comparison_row_header_set_item      (GlossComparisonRowHeader *self,
                                                                     GlossComparison          *comparison,
                                                                     GlossComparisonItem      *item);

/* How high it is, @width pixels wide of which the last @taken are taken by something else. */
int                       gloss_comparison_row_header_measure       (GlossComparisonRowHeader     *self,
                                                                     GtkWidget                    *widget,
                                                                     int                           width,
                                                                     int                           taken);

/* How high a header may be that has not been laid out. */
int                       gloss_comparison_row_header_guess         (const GlossComparisonMetrics *metrics,
                                                                     gboolean                      is_fold);
void                      gloss_comparison_row_header_forget_layout (GlossComparisonRowHeader *self);
void                      gloss_comparison_row_header_snapshot      (GlossComparisonRowHeader *self,
                                                                     GtkWidget                *widget,
                                                                     GtkSnapshot              *snapshot,
                                                                     GlossPalette              palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossComparisonRowHeader, gloss_comparison_row_header_free)

G_END_DECLS
