/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison.h"

G_BEGIN_DECLS

/* What every form in which a comparison leaves the program says of it and of its rows. */

/* One line of particulars in the words of the reader's language: "Tags", "rights, internet". */
typedef struct
{
  const char *label; /* translated */
  char       *value;
} GlossExportDetail;

typedef enum
{
  GLOSS_EXPORT_OLD,
  GLOSS_EXPORT_NEW,
} GlossExportSide;

/* "A/69/723"; with the language, "A/69/723@zh", where both texts are of one document. */
const char  *gloss_export_comparison_get_name  (GlossComparison *comparison,
                                                GlossExportSide  side);

/* (transfer full) */
char        *gloss_export_comparison_dup_title (GlossComparison *comparison);

/* (transfer full) (element-type GlossExportDetail): the two documents, how many rows are in each
 * state that occurs or was paired by hand, and the words kept, removed and added. */
GPtrArray   *gloss_export_comparison_details   (GlossComparison *comparison);

guint        gloss_export_row_get_n_clauses   (GlossComparisonRow *row,
                                               GlossExportSide     side);
GlossClause *gloss_export_row_get_clause      (GlossComparisonRow *row,
                                               GlossExportSide     side,
                                               guint               index);

/* (transfer full): the citations of the clauses of one side of a row, "; " between them; "" where
 * the side is empty. */
char        *gloss_export_row_dup_citations   (GlossComparisonRow *row,
                                               GlossExportSide     side);

/* (transfer full): likewise their printed labels, ", " between them: "(7), (8)". */
char        *gloss_export_row_dup_labels      (GlossComparisonRow *row,
                                               GlossExportSide     side);

/* (transfer full): likewise their eIds, which hold no space, " " between them. */
char        *gloss_export_row_dup_ids         (GlossComparisonRow *row,
                                               GlossExportSide     side);

/* (transfer full): the state for a reader, with whether the row was paired by hand. */
char        *gloss_export_row_dup_state       (GlossComparisonRow *row);

/* (transfer full): the score of a row as a number from 0 to 1, with at most three decimals and a
 * point in every locale. */
char        *gloss_export_row_dup_score       (GlossComparisonRow *row);

/* The same behind what @out has. */
void         gloss_export_row_append_score    (GString            *out,
                                               GlossComparisonRow *row);

G_END_DECLS
