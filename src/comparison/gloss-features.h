/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-tokenizer.h"

G_BEGIN_DECLS

/**
 * GlossFeatures:
 *
 * How alike texts are: what words, and what neighbouring words, they have in common, each the more
 * worth the rarer it is. For one thread at a time.
 */
typedef struct _GlossFeatures GlossFeatures;

typedef struct
{
  guint32 id;    /* from 0, without holes */
  guint32 count; /* how often the text has it */
} GlossFeature;

GlossFeatures      *gloss_features_new        (GlossTokenizer *tokenizer);
void                gloss_features_free       (GlossFeatures  *self);

/* Adds a text and gives its number, from 0. The tokenizer keeps its tokens. */
guint               gloss_features_add        (GlossFeatures  *self,
                                               const char     *text,
                                               gsize           length);

/* To be called when all texts are added, and before what follows. */
void                gloss_features_weigh      (GlossFeatures  *self);

guint               gloss_features_get_n      (GlossFeatures  *self);
guint               gloss_features_get_n_texts (GlossFeatures *self);

/* (transfer none): the features of a text, by id. */
const GlossFeature *gloss_features_get        (GlossFeatures  *self,
                                               guint           text,
                                               guint          *n);
guint32             gloss_features_get_weight (GlossFeatures  *self,
                                               guint32         feature);

/* TRUE for a single word that is no function word; FALSE for signs and for what stands in a pair. */
gboolean            gloss_features_is_word    (GlossFeatures  *self,
                                               guint32         feature);

/* How many texts have the feature. */
guint32             gloss_features_get_spread (GlossFeatures  *self,
                                               guint32         feature);

/* The weights of all that is in a text. */
guint64             gloss_features_get_total  (GlossFeatures  *self,
                                               guint           text);

/* Words and signs. */
guint               gloss_features_get_words  (GlossFeatures  *self,
                                               guint           text);

/* From 0 to 1000. */
guint               gloss_features_compare    (GlossFeatures  *self,
                                               guint           a,
                                               guint           b);

/* The same of totals and of what is common to both. */
guint               gloss_features_score      (guint64         a_total,
                                               guint64         b_total,
                                               guint64         common);

/* One text in parts: begins with all that is in @text; take () gives the weight of what is left of
 * it and in @part, and takes it away, peek () without taking it; end () must follow. */
void                gloss_features_begin      (GlossFeatures  *self,
                                               guint           text);
guint64             gloss_features_take       (GlossFeatures  *self,
                                               guint           part);
guint64             gloss_features_peek       (GlossFeatures  *self,
                                               guint           part);
void                gloss_features_end        (GlossFeatures  *self,
                                               guint           text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossFeatures, gloss_features_free)

G_END_DECLS
