/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "comparison/gloss-comparison-row.h"
#include "comparison/gloss-tokenizer.h"

G_BEGIN_DECLS

/**
 * Which clauses of two texts belong together. Pure functions over plain records: any thread.
 */

typedef struct
{
  const char *text;  /* UTF-8 */
  gsize length;      /* bytes */
  const char *label; /* as printed, "" where there is none */
  GlossClauseKind kind;
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
} GlossAlignRow;

/* (transfer full) (element-type GlossAlignRow): the rows in the reading order of the new text;
 * every clause of either side is in one row. NULL only with G_IO_ERROR_CANCELLED. */
GArray *gloss_align (const GlossAlignClause  *old_clauses,
                     guint                    n_old,
                     const GlossAlignClause  *new_clauses,
                     guint                    n_new,
                     GlossTokenizer          *tokenizer,
                     GCancellable            *cancellable,
                     GError                 **error);

G_END_DECLS
