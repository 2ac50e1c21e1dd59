/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/gloss-import.h"

G_BEGIN_DECLS

/* What planning and applying share. */

/* One annotation of the plan. */
typedef struct
{
  GlossImportItem   item;  /* first: it is what others see */
  GlossImportFound *found; /* borrowed from its batch */

  /* (nullable): where an earlier version is that was put on another document. */
  GlossAnnotationStore *moves_from;
} GlossImportEntry;

struct _GlossImportPlan
{
  GlossLibrary      *library;
  GlossNotebook     *notebook;
  GlossImportReader *reader;  /* NULL until something is read by the plan itself */
  GPtrArray         *batches; /* element-type GlossImportBatch */
  GPtrArray         *entries; /* element-type GlossImportEntry */
  GHashTable        *by_id;   /* id -> GlossImportEntry: those that would come in */
  guint              n_elsewhere;
  gboolean           opened;  /* the stores of all documents */
};

G_END_DECLS
