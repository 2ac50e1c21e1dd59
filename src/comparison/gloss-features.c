/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-features"

#include "config.h"

#include "comparison/gloss-features-private.h"

#include "comparison/gloss-id-sort.h"

#include <string.h>

/* What a feature is worth before its rarity. A sign alone says little, two of them are a word. */
#define BASE_WORD      16
#define BASE_SIGN       4
#define BASE_WEAK       1
#define BASE_WORD_PAIR 12
#define BASE_SIGN_PAIR 16
#define BASE_WEAK_PAIR  4

/* No feature needs more. */
#define MAX_UNITS 5

static void
grow_slots (GlossFeatures *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new (guint32, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof (guint32));
  for (guint32 id = 0; id < self->kinds->len; id++)
    {
      guint64 hash = g_array_index (self->kinds, GlossFeatureKind, id).key *
                     G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      guint32 slot = (guint32) (hash >> 32) & (self->n_slots - 1);

      while (self->slots[slot] != GLOSS_FEATURE_NONE)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = id;
    }
}

static guint32
intern (GlossFeatures *self,
        guint64        key,
        guint8         base)
{
  guint64 hash = key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint32 slot = (guint32) (hash >> 32) & (self->n_slots - 1);
  GlossFeatureKind kind = { .key = key, .base = base };

  for (; self->slots[slot] != GLOSS_FEATURE_NONE; slot = (slot + 1) & (self->n_slots - 1))
    if (g_array_index (self->kinds, GlossFeatureKind, self->slots[slot]).key == key)
      return self->slots[slot];

  self->slots[slot] = self->kinds->len;
  g_array_append_val (self->kinds, kind);
  if (self->kinds->len * 2 > self->n_slots)
    grow_slots (self);
  return self->kinds->len - 1;
}

GlossFeatures *
gloss_features_new (GlossTokenizer *tokenizer)
{
  GlossFeatures *self = g_new0 (GlossFeatures, 1);

  self->tokenizer = tokenizer;
  self->kinds = g_array_new (FALSE, FALSE, sizeof (GlossFeatureKind));
  self->n_slots = 512;
  grow_slots (self);
  self->features = gloss_arena_new ();
  self->texts = g_array_new (FALSE, FALSE, sizeof (GlossFeatureText));
  self->tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->packed = g_array_new (FALSE, FALSE, sizeof (guint16));
  return self;
}

void
gloss_features_free (GlossFeatures *self)
{
  g_array_unref (self->kinds);
  gloss_arena_free (self->features);
  g_array_unref (self->texts);
  g_array_unref (self->tokens);
  g_array_unref (self->ids);
  g_array_unref (self->packed);
  g_free (self->slots);
  g_free (self->left);
  g_clear_pointer (&self->compared, gloss_feature_counts_free);
  g_free (self);
}

/* The ids of what is in the tokens, which have their stems for ids: single stems, and pairs of neighbours that no punctuation
 * parts. */
static guint
list_ids (GlossFeatures    *self,
          const GlossToken *tokens,
          guint             n_tokens)
{
  const GlossToken *before = NULL;
  guint32 stem_before = 0;
  guint words = 0;
  guint n_ids = 0;
  guint32 *ids;

  /* No token gives more than two. */
  g_array_set_size (self->ids, 2 * n_tokens);
  ids = (guint32 *) (gpointer) self->ids->data;
  for (guint i = 0; i < n_tokens; i++)
    {
      const GlossToken *token = &tokens[i];
      guint32 stem;
      guint8 base;

      if (token->kind == GLOSS_TOKEN_PUNCTUATION)
        {
          before = NULL;
          continue;
        }

      words++;
      stem = token->id;
      base = token->kind == GLOSS_TOKEN_WEAK ? BASE_WEAK : token->is_sign ? BASE_SIGN : BASE_WORD;
      ids[n_ids++] = intern (self, (guint64) stem << 32 | GLOSS_FEATURE_NONE, base);

      if (before != NULL && (before->kind == GLOSS_TOKEN_WORD || token->kind == GLOSS_TOKEN_WORD))
        {
          if (before->kind == GLOSS_TOKEN_WEAK || token->kind == GLOSS_TOKEN_WEAK)
            base = BASE_WEAK_PAIR;
          else
            base = before->is_sign && token->is_sign ? BASE_SIGN_PAIR : BASE_WORD_PAIR;
          ids[n_ids++] = intern (self, (guint64) stem_before << 32 | stem, base);
        }
      before = token;
      stem_before = stem;
    }

  g_array_set_size (self->ids, n_ids);
  return words;
}

/* The next of the sorted ids, from @i on, and how often it stands there. */
static GlossFeature
count_id (const GArray *ids,
          guint        *i)
{
  GlossFeature feature = { g_array_index (ids, guint32, *i), 0 };

  for (; *i < ids->len && g_array_index (ids, guint32, *i) == feature.id; ++*i)
    feature.count++;
  return feature;
}

static gconstpointer
list_features (GlossFeatures *self,
               guint          n)
{
  GlossFeature *features = gloss_arena_take (self->features, n * sizeof (GlossFeature));

  for (guint i = 0, k = 0; i < self->ids->len; k++)
    features[k] = count_id (self->ids, &i);
  return features;
}

static gconstpointer
pack_features (GlossFeatures *self,
               guint          n)
{
  guint32 last = 0;
  guint16 *units, *kept;
  gsize n_units = 0;

  g_array_set_size (self->packed, MAX (self->packed->len, MAX_UNITS * n));
  units = (guint16 *) (gpointer) self->packed->data;
  for (guint i = 0; i < self->ids->len;)
    {
      GlossFeature feature = count_id (self->ids, &i);
      guint32 step = feature.id - last;

      if (step < GLOSS_FEATURE_IN_FULL >> 1 && feature.count <= G_MAXUINT16)
        {
          units[n_units++] = (guint16) (step << 1 | (feature.count > 1));
          if (feature.count > 1)
            units[n_units++] = (guint16) feature.count;
        }
      else
        {
          units[n_units++] = GLOSS_FEATURE_IN_FULL;
          units[n_units++] = (guint16) feature.id;
          units[n_units++] = (guint16) (feature.id >> 16);
          units[n_units++] = (guint16) feature.count;
          units[n_units++] = (guint16) (feature.count >> 16);
        }
      last = feature.id;
    }

  kept = gloss_arena_take (self->features, n_units * sizeof (guint16));
  if (n_units > 0)
    memcpy (kept, units, n_units * sizeof (guint16));
  return kept;
}

guint
gloss_features_add_tokens (GlossFeatures    *self,
                           const GlossToken *tokens,
                           guint             n_tokens)
{
  GlossFeatureText record = { 0 };
  const guint32 *ids;

  record.words = list_ids (self, tokens, n_tokens);
  gloss_sort_ids (self->ids, self->kinds->len);
  ids = (const guint32 *) (gpointer) self->ids->data;
  for (guint i = 0; i < self->ids->len; i++)
    if (i == 0 || ids[i] != ids[i - 1])
      {
        g_array_index (self->kinds, GlossFeatureKind, ids[i]).spread++;
        record.n++;
      }

  record.features = record.n < GLOSS_FEATURES_LISTED_FROM ? pack_features (self, record.n) : list_features (self, record.n);
  g_array_append_val (self->texts, record);
  return self->texts->len - 1;
}

guint
gloss_features_add (GlossFeatures *self,
                    const char    *text,
                    gsize          length)
{
  g_array_set_size (self->tokens, 0);
  gloss_tokenizer_keep (self->tokenizer, text, length, self->tokens);
  return gloss_features_add_tokens (self, (const GlossToken *) (gpointer) self->tokens->data, self->tokens->len);
}

GlossTokenizer *
gloss_features_get_tokenizer (GlossFeatures *self)
{
  return self->tokenizer;
}

/* log2 of n in sixteenths, rounded down, in whole numbers: the same on every machine. */
static guint32
log2_sixteenths (guint64 n)
{
  guint32 log = 0;
  guint64 x;

  for (x = n; x > 1; x >>= 1)
    log++;
  /* The mantissa with 16 bits, squared four times for four bits more. */
  x = log <= 16 ? n << (16 - log) : n >> (log - 16);
  for (guint bit = 0; bit < 4; bit++)
    {
      x = (x * x) >> 16;
      log <<= 1;
      if (x >= 2 << 16)
        {
          log |= 1;
          x >>= 1;
        }
    }

  return log;
}

/* With few texts there is little to tell a rare word from a frequent one; the constants keep the
 * weights near each other then. */
void
gloss_features_weigh (GlossFeatures *self)
{
  guint32 n_log = log2_sixteenths (self->texts->len + 8);

  for (guint32 id = 0; id < self->kinds->len; id++)
    {
      GlossFeatureKind *kind = &g_array_index (self->kinds, GlossFeatureKind, id);

      kind->weight = (guint16) (kind->base * (16 + n_log - log2_sixteenths (kind->spread + 7)));
    }
  for (guint i = 0; i < self->texts->len; i++)
    {
      GlossFeatureText *text = &g_array_index (self->texts, GlossFeatureText, i);
      GlossFeatureReader reader = gloss_features_read (self, i);

      text->total = 0;
      while (gloss_feature_reader_next (&reader))
        text->total += (guint64) reader.feature.count *
                       g_array_index (self->kinds, GlossFeatureKind, reader.feature.id).weight;
    }

  /* Nothing is added any more. */
  g_clear_pointer (&self->slots, g_free);

  g_free (self->left);
  self->left = g_new0 (guint32, self->kinds->len + 1);
  g_clear_pointer (&self->compared, gloss_feature_counts_free);
}

guint
gloss_features_get_n (GlossFeatures *self)
{
  return self->kinds->len;
}

guint
gloss_features_get_n_texts (GlossFeatures *self)
{
  return self->texts->len;
}

GlossFeatureReader
gloss_features_read (GlossFeatures *self,
                     guint          text)
{
  const GlossFeatureText *record = &g_array_index (self->texts, GlossFeatureText, text);
  GlossFeatureReader reader = { .n_left = record->n };

  if (record->n < GLOSS_FEATURES_LISTED_FROM)
    reader.packed = record->features;
  else
    reader.listed = record->features;
  return reader;
}

guint32
gloss_features_get_weight (GlossFeatures *self,
                           guint32        feature)
{
  return g_array_index (self->kinds, GlossFeatureKind, feature).weight;
}

gboolean
gloss_features_is_word (GlossFeatures *self,
                        guint32        feature)
{
  const GlossFeatureKind *kind = &g_array_index (self->kinds, GlossFeatureKind, feature);

  return kind->base == BASE_WORD && (guint32) kind->key == GLOSS_FEATURE_NONE;
}

guint32
gloss_features_get_spread (GlossFeatures *self,
                           guint32        feature)
{
  return g_array_index (self->kinds, GlossFeatureKind, feature).spread;
}

guint64
gloss_features_get_total (GlossFeatures *self,
                          guint          text)
{
  return g_array_index (self->texts, GlossFeatureText, text).total;
}

guint
gloss_features_get_words (GlossFeatures *self,
                          guint          text)
{
  return g_array_index (self->texts, GlossFeatureText, text).words;
}
