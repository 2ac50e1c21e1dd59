/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "document/gloss-clause.h"

G_BEGIN_DECLS

/**
 * GlossComparisonBlock:
 *
 * A wording with its label before it, as a row of a comparison draws it. No widget, for a list
 * holds hundreds of these, and the layout of text is most of what they cost: it is made when the
 * block is measured exactly or drawn, and not for rows that nobody sees.
 */

typedef struct _GlossComparisonBlock GlossComparisonBlock;

/* What sizes are guessed from: pixels of a line, of a character and of an em, in the font of the
 * widget. */
typedef struct
{
  int    line;
  double character;
  double em;
} GlossComparisonMetrics;

GlossComparisonMetrics gloss_comparison_metrics_new   (GtkWidget *widget);

/* How high @text is, @width pixels wide. */
int                    gloss_comparison_metrics_guess (const GlossComparisonMetrics *self,
                                                       const char                   *text,
                                                       int                           width);

/* (transfer full) */
GlossComparisonBlock *gloss_comparison_block_new            (void);
void                  gloss_comparison_block_free           (GlossComparisonBlock *self);

/* @label, @text: copied. @attributes: of @text, taken over. @clause: (nullable): whose wording it
 * is, borrowed. @language: BCP 47. */
void                  gloss_comparison_block_set            (GlossComparisonBlock *self,
                                                             GlossClause          *clause,
                                                             gboolean              is_new,
                                                             const char           *label,
                                                             const char           *text,
                                                             PangoAttrList        *attributes,
                                                             const char           *language,
                                                             gboolean              heading);

/* @caption stands above the wording. */
void                  gloss_comparison_block_set_caption    (GlossComparisonBlock *self,
                                                             const char           *caption);

/* How much room the label takes before the wording where the block is @width pixels wide, with the gap behind it.
 * @always_label: also where there is none, so that all wordings begin below each other. */
int                   gloss_comparison_block_measure_label  (GlossComparisonBlock *self,
                                                             GtkWidget            *widget,
                                                             int                   width,
                                                             gboolean              always_label);

/* Lays the block out for @widget, @width pixels wide, of which the label takes @label_width, and returns how
 * high it is. The label was measured for the same width before. */
int                   gloss_comparison_block_measure        (GlossComparisonBlock *self,
                                                             GtkWidget            *widget,
                                                             int                   width,
                                                             int                   label_width);

/* The fonts are other ones now. */
void                  gloss_comparison_block_forget_layout  (GlossComparisonBlock *self);

void                  gloss_comparison_block_snapshot       (GlossComparisonBlock *self,
                                                             GtkSnapshot          *snapshot,
                                                             const GdkRGBA        *color);

/* Where the row put it, in its own coordinates. */
void                  gloss_comparison_block_set_position   (GlossComparisonBlock *self,
                                                             int                   x,
                                                             int                   y);
gboolean              gloss_comparison_block_contains       (GlossComparisonBlock *self,
                                                             double                x,
                                                             double                y);

/* (transfer none) */
GlossClause          *gloss_comparison_block_get_clause     (GlossComparisonBlock *self);
gboolean              gloss_comparison_block_is_new         (GlossComparisonBlock *self);
/* How far from the edge the wording begins; known when it has been measured. */
int                   gloss_comparison_block_get_indent     (GlossComparisonBlock *self);
/* Whether it runs from the right; known when it has been measured. */
gboolean              gloss_comparison_block_is_rtl         (GlossComparisonBlock *self);
const char           *gloss_comparison_block_get_label      (GlossComparisonBlock *self);
const char           *gloss_comparison_block_get_text       (GlossComparisonBlock *self);
PangoAttrList        *gloss_comparison_block_get_attributes (GlossComparisonBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossComparisonBlock, gloss_comparison_block_free)

G_END_DECLS
