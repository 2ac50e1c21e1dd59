/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "comparison/gloss-comparison-row.h"
#include "comparison/gloss-progress.h"
#include "comparison/gloss-tokenizer.h"

G_BEGIN_DECLS

/**
 * Which clauses of two texts belong together. Pure functions over plain records: any thread.
 */

/* The reader has chosen that a clause meets none. */
#define GLOSS_ALIGN_ALONE G_MAXUINT

typedef struct
{
  const char *text;  /* UTF-8 */
  gsize length;      /* bytes */
  const char *label; /* as printed, "" where there is none */
  GlossClauseKind kind;
  guint chosen;      /* 0: nothing is chosen; GLOSS_ALIGN_ALONE; else 1 more than the number of the
                      * clause of the other text that it meets, which says the same of this one */
  guint64 hash;      /* as gloss_clause_get_hash (); 0 where it is not known */
} GlossAlignClause;

/* One row: what became of some old clauses that stand together, or where some new ones come from. */
typedef struct
{
  GlossRowState state;
  guint old_first;
  guint n_old;
  guint new_first;
  guint n_new;
  guint score; /* 0 to 1000, as gloss_comparison_row_get_score () */
  gboolean chosen; /* by the reader */
} GlossAlignRow;

/* How much of a comparison the alignment is. */
#define GLOSS_ALIGN_PERCENT 60

/* (transfer full) (element-type GlossAlignRow): the rows in the reading order of the new text;
 * every clause of either side is in one row. What is chosen stands, and the rest is found around
 * it. @progress: (nullable): goes up to GLOSS_ALIGN_PERCENT. NULL only with G_IO_ERROR_CANCELLED. */
GArray *gloss_align (const GlossAlignClause  *old_clauses,
                     guint                    n_old,
                     const GlossAlignClause  *new_clauses,
                     guint                    n_new,
                     GlossTokenizer          *tokenizer,
                     GlossProgress           *progress,
                     GCancellable            *cancellable,
                     GError                 **error);

G_END_DECLS
