/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-store-contents.h"

G_BEGIN_DECLS

/**
 * What has to change in the annotations in memory when the files were changed by somebody else.
 *
 * Nothing of either side is lost: what only one side changed is as that side has it; what both
 * changed is there twice, the later version in its place and the other one under an id of its
 * own; and a change wins over a removal that knew nothing of it.
 */

/* One step, to be made in this order. */
typedef struct
{
  char            *id;
  GlossAnnotation *put;  /* NULL: to be removed */
  char            *time; /* of the removal */
} GlossMergeStep;

typedef struct
{
  GPtrArray  *steps;   /* element-type GlossMergeStep */
  GHashTable *pending; /* borrowed: id -> "modified" that the files had of it (NULL: nothing), for
                        * all annotations that are otherwise in memory than in the files */
  GlossStoreContents *all_new; /* in the place of everything, where nothing was in memory; or NULL */
  guint       n_conflicts;
} GlossMerge;

void gloss_merge_init       (GlossMerge         *merge,
                             GHashTable         *pending);
void gloss_merge_clear      (GlossMerge         *merge);

/* @disk: everything that the files say now; taken over. */
void gloss_merge_contents   (GlossMerge         *merge,
                             GlossStoreContents *memory,
                             GlossStoreContents *disk);

/* @entries: (element-type GlossJournalEntry): what was appended to the journal. */
void gloss_merge_entries    (GlossMerge         *merge,
                             GlossStoreContents *memory,
                             GPtrArray          *entries);

/* Notes that @id is not in the files as it is in memory. @on_disk: (nullable) "modified" there. */
void gloss_pending_add      (GHashTable         *pending,
                             const char         *id,
                             const char         *on_disk);

G_END_DECLS
