/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-parallel-rows.h"
#include "ui/gloss-clause-row.h"

G_BEGIN_DECLS

/**
 * GlossParallelRowWidget:
 *
 * One clause in two languages: two clause rows beside each other, or one above the other. Each
 * keeps the direction and the line breaking of its own language. Where a text does not have the
 * clause, the cell says so.
 *
 * Property "stacked": whether the two stand one above the other.
 */

#define GLOSS_TYPE_PARALLEL_ROW_WIDGET (gloss_parallel_row_widget_get_type ())
G_DECLARE_FINAL_TYPE (GlossParallelRowWidget, gloss_parallel_row_widget, GLOSS, PARALLEL_ROW_WIDGET, GtkWidget)

GtkWidget      *gloss_parallel_row_widget_new        (void);

/* @row (nullable) of @rows (nullable): NULL empties the widget. @item: the list item that shows it,
 * which must outlive it; its accessible label is kept up to date: both clauses, each with its
 * language. */
void            gloss_parallel_row_widget_set_row    (GlossParallelRowWidget *self,
                                                      GtkListItem            *item,
                                                      GlossParallelRow       *row,
                                                      GlossParallelRows      *rows);

/* (transfer none): it shows no clause where that text has none. */
GlossClauseRow *gloss_parallel_row_widget_get_clause_row (GlossParallelRowWidget *self,
                                                          GlossParallelSide       side);

/* (transfer none) (nullable): the first of the two that shows a clause; NULL while the widget is
 * empty. */
GlossClauseRow *gloss_parallel_row_widget_get_shown  (GlossParallelRowWidget *self);

/* Marks the cell of the side on which the reader is. */
void            gloss_parallel_row_widget_set_active (GlossParallelRowWidget *self,
                                                      GlossParallelSide       side);

G_END_DECLS
