/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "comparison/gloss-features.h"
#include "comparison/gloss-progress.h"

G_BEGIN_DECLS

/* The clauses of one side that have met none yet, by their number in the order of the text. */
typedef struct
{
  guint n;
  guint first_text; /* the number of the first one's text among the features */
  guint *gaps;      /* between which anchors each stands: equal numbers on both sides meet */
  guint8 *taken;    /* which of them has met one after all, or is to meet none */
  guint *expected;  /* the clause of the other side that stands where this one should have met it */
} GlossOpenSide;

typedef struct
{
  guint at[2];  /* of the old and the new side */
  guint score;  /* 0 to 1000 */
} GlossCandidate;

/* (transfer full) (element-type GlossCandidate): for each clause of either side some of the other
 * that are likely to belong to it, by number. How many are looked at for one clause is bounded,
 * whatever the texts. @progress: (nullable): goes from @from to @to percent. NULL only with
 * G_IO_ERROR_CANCELLED. */
GArray *gloss_candidates_find (GlossFeatures        *features,
                               const GlossOpenSide   sides[2],
                               GlossProgress        *progress,
                               guint                 from,
                               guint                 to,
                               GCancellable         *cancellable,
                               GError              **error);

G_END_DECLS
