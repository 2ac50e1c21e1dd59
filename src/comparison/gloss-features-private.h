/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-arena.h"
#include "comparison/gloss-features.h"

G_BEGIN_DECLS

/* What gloss-features.c, which takes texts in, and gloss-features-compare.c, which measures them, have in common. */

#define GLOSS_FEATURE_NONE G_MAXUINT32

/* There are many, so each is small. */
typedef struct
{
  guint64 key;    /* the stem, or both */
  guint32 spread; /* how many texts have it */
  guint16 weight; /* at most BASE_WORD times some hundreds */
  guint8 base;
} GlossFeatureKind;

/* From how many features on those of a text are listed as they are, so that some can be skipped.
 * Those of others are packed in units of 16 bits: the step from the id before, with a bit that says
 * whether a count follows. Mostly that is one unit, where a feature has four. */
#define GLOSS_FEATURES_LISTED_FROM 2048

typedef struct
{
  gconstpointer features; /* guint16, or GlossFeature */
  guint32 n;
  guint32 words;
  guint64 total;
} GlossFeatureText;

struct _GlossFeatures
{
  GlossTokenizer *tokenizer;
  GArray *kinds;    /* GlossFeatureKind, by id */
  guint32 *slots;   /* open addressing: id or GLOSS_FEATURE_NONE */
  guint32 n_slots;  /* a power of two */
  GlossArena *features; /* of all texts */
  GArray *texts;    /* GlossFeatureText */
  GArray *tokens;   /* GlossToken of the text being added */
  GArray *ids;      /* of the same */
  GArray *packed;   /* guint16, of its features */
  guint32 *left;    /* by id: what begin () laid out */
  GlossFeatureCounts *compared; /* NULL before the first comparison without counts */
};

G_END_DECLS
