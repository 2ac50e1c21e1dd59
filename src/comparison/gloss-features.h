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

/* Stands before the id and the count of a feature, two units each, where they are too large to be packed. */
#define GLOSS_FEATURE_IN_FULL G_MAXUINT16

/* The features of one text, one after the other; on the stack, with nothing to free. */
typedef struct
{
  GlossFeature feature; /* the last one read */
  guint n_left;         /* how many are to be read */

  /*< private >*/
  const guint16 *packed;      /* or */
  const GlossFeature *listed; /* where the next one stands */
} GlossFeatureReader;

/* The features of one text by id, for comparisons with others, in one thread at a time. */
typedef struct _GlossFeatureCounts GlossFeatureCounts;

GlossFeatures      *gloss_features_new        (GlossTokenizer *tokenizer);
void                gloss_features_free       (GlossFeatures  *self);

/* Adds a text and gives its number, from 0. The tokenizer keeps its tokens. */
guint               gloss_features_add        (GlossFeatures  *self,
                                               const char     *text,
                                               gsize           length);

/* The same of a text that the tokenizer has kept, which gave these. */
guint               gloss_features_add_tokens (GlossFeatures    *self,
                                               const GlossToken *stems,
                                               guint             n_stems);

/* Gives a text by its number, and its length in bytes. Called by any thread, one at a time. */
typedef const char *(*GlossFeaturesTextFunc) (guint    number,
                                              gsize   *length,
                                              gpointer user_data);

/* Adds @n_texts in their order, as gloss_features_add () does; of many, one thread looks up what
 * another has cut. In gloss-feature-pipe.c. */
void                gloss_features_add_all    (GlossFeatures        *self,
                                               guint                 n_texts,
                                               GlossFeaturesTextFunc get_text,
                                               gpointer              user_data);

GlossTokenizer     *gloss_features_get_tokenizer (GlossFeatures *self);

/* To be called when all texts are added, and before what follows. */
void                gloss_features_weigh      (GlossFeatures  *self);

guint               gloss_features_get_n      (GlossFeatures  *self);
guint               gloss_features_get_n_texts (GlossFeatures *self);

/* Begins to read the features of a text, by id. */
GlossFeatureReader  gloss_features_read       (GlossFeatures  *self,
                                               guint           text);

/* FALSE behind the last one. */
static inline gboolean
gloss_feature_reader_next (GlossFeatureReader *self)
{
  guint32 step;

  if (self->n_left == 0)
    return FALSE;
  self->n_left--;

  if (self->listed != NULL)
    {
      self->feature = *self->listed++;
      return TRUE;
    }

  step = *self->packed++;
  self->feature.count = 1;
  if (G_UNLIKELY (step == GLOSS_FEATURE_IN_FULL))
    {
      self->feature.id = self->packed[0] | (guint32) self->packed[1] << 16;
      self->feature.count = self->packed[2] | (guint32) self->packed[3] << 16;
      self->packed += 4;
      return TRUE;
    }
  self->feature.id += step >> 1;
  if ((step & 1) != 0)
    self->feature.count = *self->packed++;
  return TRUE;
}

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

/* The same, quicker where @counts were last used for the same @a. They belong to @self, which must
 * outlive them, after weigh (). */
guint               gloss_features_compare_counted (GlossFeatures      *self,
                                                    GlossFeatureCounts *counts,
                                                    guint               a,
                                                    guint               b);
GlossFeatureCounts *gloss_feature_counts_new  (GlossFeatures      *self);
void                gloss_feature_counts_free (GlossFeatureCounts *self);

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
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossFeatureCounts, gloss_feature_counts_free)

G_END_DECLS
