/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/gloss-import.h"

G_BEGIN_DECLS

/**
 * What a plan says to whoever decides on it, in words. For the thread of the plan.
 */

/* What would come to one document. */
typedef struct
{
  const char    *symbol;   /* borrowed from the plan */
  GlossDocument *document; /* (nullable): not in the library; likewise */
  guint          n_new;
  guint          n_updates;
  guint          n_duplicates;
} GlossImportDocumentCounts;

/* (transfer full) (element-type GlossImportDocumentCounts): in the order in which the documents
 * first occur. */
GArray *gloss_import_summary_count_documents (GlossImportPlan                 *plan);

/* (transfer full): "10 new, 2 updated, 3 already there". */
char   *gloss_import_summary_dup_counts      (const GlossImportDocumentCounts *counts);

/* (transfer full) (nullable): how the place of the annotation is to be understood, "to be placed, 3
 * places fit"; NULL where there is nothing to say, or it would not come in. */
char   *gloss_import_summary_dup_remark      (const GlossImportItem           *item);

/* (transfer full): the words that the annotation quotes, or its note, on one line and shortened. */
char   *gloss_import_summary_dup_head        (const GlossImportItem           *item);

G_END_DECLS
