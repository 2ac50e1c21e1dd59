/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * GlossParallelRows:
 *
 * Two texts of one document side by side: a GListModel of GlossParallelRow. The clauses that bear
 * the same id stand in one row, in the reading order of the first text. A clause that the second
 * text alone has stands directly before the clause that follows it there in both texts, at the end
 * where none does. Every clause of either text stands in exactly one row. Immutable once made; any
 * thread. It holds both documents.
 */

typedef enum
{
  GLOSS_PARALLEL_FIRST,
  GLOSS_PARALLEL_SECOND,
} GlossParallelSide;

#define GLOSS_N_PARALLEL_SIDES (GLOSS_PARALLEL_SECOND + 1)

#define GLOSS_TYPE_PARALLEL_ROW (gloss_parallel_row_get_type ())
G_DECLARE_FINAL_TYPE (GlossParallelRow, gloss_parallel_row, GLOSS, PARALLEL_ROW, GObject)

/* (transfer none) (nullable): NULL where that text does not have the clause; never on both sides. */
GlossClause       *gloss_parallel_row_get_clause    (GlossParallelRow  *self,
                                                     GlossParallelSide  side);

#define GLOSS_TYPE_PARALLEL_ROWS (gloss_parallel_rows_get_type ())
G_DECLARE_FINAL_TYPE (GlossParallelRows, gloss_parallel_rows, GLOSS, PARALLEL_ROWS, GObject)

/* (transfer full) */
GlossParallelRows *gloss_parallel_rows_new          (GlossDocument     *first,
                                                     GlossDocument     *second);

/* (transfer none) */
GlossDocument     *gloss_parallel_rows_get_document (GlossParallelRows *self,
                                                     GlossParallelSide  side);

/* (transfer none) (nullable): the clause of that side in the row @index, which must be there. */
GlossClause       *gloss_parallel_rows_get_clause   (GlossParallelRows *self,
                                                     guint              index,
                                                     GlossParallelSide  side);

/* The row of the clause at @position of the document of @side. Constant time. */
guint              gloss_parallel_rows_find         (GlossParallelRows *self,
                                                     GlossParallelSide  side,
                                                     guint              position);

/* The side in whose language @language is: the first where it is in both, or in neither. Languages
 * are compared as BCP 47 has it, without regard to case. */
GlossParallelSide  gloss_parallel_rows_find_side    (GlossParallelRows *self,
                                                     const char        *language);

G_END_DECLS
