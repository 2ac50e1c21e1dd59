/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-features"

#include "config.h"

#include "comparison/gloss-features-private.h"

struct _GlossFeatureCounts
{
  guint32 *counts; /* by id */
  guint text;      /* which has them, or GLOSS_FEATURE_NONE */
};

guint
gloss_features_score (guint64 a_total,
                      guint64 b_total,
                      guint64 common)
{
  guint64 share, covered;

  if (a_total == 0 || b_total == 0)
    return 0;
  share = 2000 * common / (a_total + b_total);
  covered = 1000 * common / MIN (a_total, b_total);
  return (guint) ((3 * share + covered) / 4);
}

/* The first of the features from @x on whose id is not below @id: by doubling steps, so that a
 * short text is soon found in a long one. */
static const GlossFeature *
skip_to (const GlossFeature *x,
         const GlossFeature *end,
         guint32             id)
{
  gsize low = 0;
  gsize high = 1;
  gsize n = (gsize) (end - x);

  while (high < n && x[high].id < id)
    {
      low = high;
      high *= 2;
    }
  high = MIN (high, n);
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (x[middle].id < id)
        low = middle + 1;
      else
        high = middle;
    }

  return x + low;
}

static inline guint64
weigh_common (GlossFeatures *self,
              GlossFeature   x,
              GlossFeature   y)
{
  return (guint64) MIN (x.count, y.count) * g_array_index (self->kinds, GlossFeatureKind, x.id).weight;
}

/* What is common to a text and a much longer one, which is listed. */
static guint64
measure_in_longer (GlossFeatures *self,
                   guint          text,
                   guint          longer)
{
  const GlossFeatureText *record = &g_array_index (self->texts, GlossFeatureText, longer);
  const GlossFeature *y = record->features;
  const GlossFeature *y_end = y + record->n;
  GlossFeatureReader x = gloss_features_read (self, text);
  guint64 common = 0;

  while (y < y_end && gloss_feature_reader_next (&x))
    {
      y = skip_to (y, y_end, x.feature.id);
      if (y < y_end && y->id == x.feature.id)
        common += weigh_common (self, x.feature, *y);
    }

  return common;
}

static void
count_features (GlossFeatures *self,
                guint32       *counts,
                guint          text)
{
  GlossFeatureReader reader = gloss_features_read (self, text);

  while (gloss_feature_reader_next (&reader))
    counts[reader.feature.id] = reader.feature.count;
}

static void
forget_features (GlossFeatures *self,
                 guint32       *counts,
                 guint          text)
{
  GlossFeatureReader reader = gloss_features_read (self, text);

  while (gloss_feature_reader_next (&reader))
    counts[reader.feature.id] = 0;
}

/* What is in a text and in @counts; @take: it is taken away from them. */
static inline guint64
measure_counted (GlossFeatures *self,
                 guint32       *counts,
                 guint          text,
                 gboolean       take)
{
  GlossFeatureReader reader = gloss_features_read (self, text);
  guint64 common = 0;

  while (gloss_feature_reader_next (&reader))
    {
      guint32 id = reader.feature.id;
      guint32 count = MIN (reader.feature.count, counts[id]);

      if (count == 0)
        continue;
      common += (guint64) count * g_array_index (self->kinds, GlossFeatureKind, id).weight;
      if (take)
        counts[id] -= count;
    }

  return common;
}

GlossFeatureCounts *
gloss_feature_counts_new (GlossFeatures *self)
{
  GlossFeatureCounts *counts = g_new0 (GlossFeatureCounts, 1);

  counts->counts = g_new0 (guint32, self->kinds->len + 1);
  counts->text = GLOSS_FEATURE_NONE;
  return counts;
}

void
gloss_feature_counts_free (GlossFeatureCounts *self)
{
  g_free (self->counts);
  g_free (self);
}

guint
gloss_features_compare_counted (GlossFeatures      *self,
                                GlossFeatureCounts *counts,
                                guint               a,
                                guint               b)
{
  guint a_n = g_array_index (self->texts, GlossFeatureText, a).n;
  guint b_n = g_array_index (self->texts, GlossFeatureText, b).n;
  guint64 common;

  if (b_n / 16 > a_n && b_n >= GLOSS_FEATURES_LISTED_FROM)
    {
      common = measure_in_longer (self, a, b);
    }
  else
    {
      if (counts->text != a && counts->text != GLOSS_FEATURE_NONE)
        forget_features (self, counts->counts, counts->text);
      if (counts->text != a)
        count_features (self, counts->counts, a);
      counts->text = a;
      common = measure_counted (self, counts->counts, b, FALSE);
    }

  return gloss_features_score (gloss_features_get_total (self, a), gloss_features_get_total (self, b),
                               common);
}

guint
gloss_features_compare (GlossFeatures *self,
                        guint          a,
                        guint          b)
{
  if (self->compared == NULL)
    self->compared = gloss_feature_counts_new (self);

  return gloss_features_compare_counted (self, self->compared, a, b);
}

void
gloss_features_begin (GlossFeatures *self,
                      guint          text)
{
  count_features (self, self->left, text);
}

guint64
gloss_features_take (GlossFeatures *self,
                     guint          part)
{
  return measure_counted (self, self->left, part, TRUE);
}

guint64
gloss_features_peek (GlossFeatures *self,
                     guint          part)
{
  return measure_counted (self, self->left, part, FALSE);
}

void
gloss_features_end (GlossFeatures *self,
                    guint          text)
{
  forget_features (self, self->left, text);
}
