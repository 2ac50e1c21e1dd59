/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-features"

#include "config.h"

#include "comparison/gloss-features.h"

#include "comparison/gloss-arena.h"

#include <string.h>

#define NONE G_MAXUINT32

/* What a feature is worth before its rarity. A sign alone says little, two of them are a word. */
#define BASE_WORD      16
#define BASE_SIGN       4
#define BASE_WEAK       1
#define BASE_WORD_PAIR 12
#define BASE_SIGN_PAIR 16
#define BASE_WEAK_PAIR  4

typedef struct
{
  guint64 key;    /* the stem, or both */
  guint32 spread; /* how many texts have it */
  guint32 base;
  guint32 weight;
} Kind;

typedef struct
{
  const GlossFeature *features;
  guint32 n;
  guint32 words;
  guint64 total;
} Text;

struct _GlossFeatures
{
  GlossTokenizer *tokenizer;
  GArray *kinds;    /* Kind, by id */
  guint32 *slots;   /* open addressing: id or NONE */
  guint32 n_slots;  /* a power of two */
  GlossArena *features; /* GlossFeature of all texts */
  GArray *texts;    /* Text */
  GArray *ids;      /* of the text being added */
  guint32 *left;    /* by id: what begin () laid out */
};

static void
grow_slots (GlossFeatures *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new (guint32, self->n_slots);
  memset (self->slots, 0xff, self->n_slots * sizeof (guint32));
  for (guint32 id = 0; id < self->kinds->len; id++)
    {
      guint64 hash = g_array_index (self->kinds, Kind, id).key *
                     G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      guint32 slot = (guint32) (hash >> 32) & (self->n_slots - 1);

      while (self->slots[slot] != NONE)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = id;
    }
}

static guint32
intern (GlossFeatures *self,
        guint64        key,
        guint32        base)
{
  guint64 hash = key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint32 slot = (guint32) (hash >> 32) & (self->n_slots - 1);
  Kind kind = { .key = key, .base = base };

  for (; self->slots[slot] != NONE; slot = (slot + 1) & (self->n_slots - 1))
    if (g_array_index (self->kinds, Kind, self->slots[slot]).key == key)
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
  self->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  self->n_slots = 512;
  grow_slots (self);
  self->features = gloss_arena_new ();
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
gloss_features_free (GlossFeatures *self)
{
  g_array_unref (self->kinds);
  gloss_arena_free (self->features);
  g_array_unref (self->texts);
  g_array_unref (self->ids);
  g_free (self->slots);
  g_free (self->left);
  g_free (self);
}

/* By their bytes, the lowest first: most lists are short, and what compares ids cannot be foreseen
 * by the processor. */
static void
sort_ids (GlossFeatures *self)
{
  guint n = self->ids->len;
  guint32 *from, *to;

  g_array_set_size (self->ids, 2 * n);
  from = (guint32 *) (gpointer) self->ids->data;
  to = from + n;
  for (guint shift = 0; shift < 32 && self->kinds->len >> shift != 0; shift += 8)
    {
      guint starts[257] = { 0 };

      for (guint i = 0; i < n; i++)
        starts[((from[i] >> shift) & 0xff) + 1]++;
      for (guint k = 1; k < 256; k++)
        starts[k] += starts[k - 1];
      for (guint i = 0; i < n; i++)
        to[starts[(from[i] >> shift) & 0xff]++] = from[i];
      {
        guint32 *sorted = to;

        to = from;
        from = sorted;
      }
    }
  if (from != (guint32 *) (gpointer) self->ids->data)
    memcpy (self->ids->data, from, n * sizeof (guint32));
  g_array_set_size (self->ids, n);
}

/* The ids of what is in the tokens: single stems, and pairs of neighbours that no punctuation
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
      guint32 stem, base;

      if (token->kind == GLOSS_TOKEN_PUNCTUATION)
        {
          before = NULL;
          continue;
        }

      words++;
      stem = gloss_tokenizer_get_stem (self->tokenizer, token->id);
      base = token->kind == GLOSS_TOKEN_WEAK ? BASE_WEAK : token->is_sign ? BASE_SIGN : BASE_WORD;
      ids[n_ids++] = intern (self, (guint64) stem << 32 | NONE, base);

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

guint
gloss_features_add (GlossFeatures *self,
                    const char    *text,
                    gsize          length)
{
  Text record = { 0 };
  guint n_tokens;
  const GlossToken *tokens = gloss_tokenizer_keep (self->tokenizer, text, length, &n_tokens);
  GlossFeature *features;
  const guint32 *ids;
  guint n_kinds = 0;

  record.words = list_ids (self, tokens, n_tokens);
  sort_ids (self);
  ids = (const guint32 *) (gpointer) self->ids->data;
  for (guint i = 0; i < self->ids->len; i++)
    n_kinds += i == 0 || ids[i] != ids[i - 1];

  features = gloss_arena_take (self->features, n_kinds * sizeof (GlossFeature));
  for (guint i = 0; i < self->ids->len;)
    {
      GlossFeature *feature = &features[record.n++];

      *feature = (GlossFeature) { ids[i], 0 };
      for (; i < self->ids->len && ids[i] == feature->id; i++)
        feature->count++;
      g_array_index (self->kinds, Kind, feature->id).spread++;
    }

  record.features = features;
  g_array_append_val (self->texts, record);
  return self->texts->len - 1;
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
      Kind *kind = &g_array_index (self->kinds, Kind, id);

      kind->weight = kind->base * (16 + n_log - log2_sixteenths (kind->spread + 7));
    }
  for (guint i = 0; i < self->texts->len; i++)
    {
      Text *text = &g_array_index (self->texts, Text, i);

      text->total = 0;
      for (guint k = 0; k < text->n; k++)
        text->total += (guint64) text->features[k].count *
                       g_array_index (self->kinds, Kind, text->features[k].id).weight;
    }

  g_free (self->left);
  self->left = g_new0 (guint32, self->kinds->len + 1);
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

const GlossFeature *
gloss_features_get (GlossFeatures *self,
                    guint          text,
                    guint         *n)
{
  const Text *record = &g_array_index (self->texts, Text, text);

  *n = record->n;
  return record->features;
}

guint32
gloss_features_get_weight (GlossFeatures *self,
                           guint32        feature)
{
  return g_array_index (self->kinds, Kind, feature).weight;
}

gboolean
gloss_features_is_word (GlossFeatures *self,
                        guint32        feature)
{
  const Kind *kind = &g_array_index (self->kinds, Kind, feature);

  return kind->base == BASE_WORD && (guint32) kind->key == NONE;
}

guint32
gloss_features_get_spread (GlossFeatures *self,
                           guint32        feature)
{
  return g_array_index (self->kinds, Kind, feature).spread;
}

guint64
gloss_features_get_total (GlossFeatures *self,
                          guint          text)
{
  return g_array_index (self->texts, Text, text).total;
}

guint
gloss_features_get_words (GlossFeatures *self,
                          guint          text)
{
  return g_array_index (self->texts, Text, text).words;
}

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

guint
gloss_features_compare (GlossFeatures *self,
                        guint          a,
                        guint          b)
{
  guint a_n, b_n;
  const GlossFeature *x = gloss_features_get (self, a, &a_n);
  const GlossFeature *y = gloss_features_get (self, b, &b_n);
  const GlossFeature *x_end = x + a_n;
  const GlossFeature *y_end = y + b_n;
  gboolean uneven = a_n / 16 > b_n || b_n / 16 > a_n;
  guint64 common = 0;

  while (x < x_end && y < y_end)
    {
      if (uneven && x->id != y->id)
        {
          if (x->id < y->id)
            x = skip_to (x, x_end, y->id);
          else
            y = skip_to (y, y_end, x->id);
          continue;
        }
      if (x->id == y->id)
        {
          common += (guint64) MIN (x->count, y->count) *
                    g_array_index (self->kinds, Kind, x->id).weight;
          x++;
          y++;
        }
      else if (x->id < y->id)
        {
          x++;
        }
      else
        {
          y++;
        }
    }

  return gloss_features_score (gloss_features_get_total (self, a),
                               gloss_features_get_total (self, b), common);
}

void
gloss_features_begin (GlossFeatures *self,
                      guint          text)
{
  guint n;
  const GlossFeature *features = gloss_features_get (self, text, &n);

  for (guint i = 0; i < n; i++)
    self->left[features[i].id] = features[i].count;
}

static guint64
measure_left (GlossFeatures *self,
              guint          part,
              gboolean       take)
{
  guint n;
  const GlossFeature *features = gloss_features_get (self, part, &n);
  guint64 common = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 count = MIN (features[i].count, self->left[features[i].id]);

      if (count == 0)
        continue;
      common += (guint64) count * g_array_index (self->kinds, Kind, features[i].id).weight;
      if (take)
        self->left[features[i].id] -= count;
    }

  return common;
}

guint64
gloss_features_take (GlossFeatures *self,
                     guint          part)
{
  return measure_left (self, part, TRUE);
}

guint64
gloss_features_peek (GlossFeatures *self,
                     guint          part)
{
  return measure_left (self, part, FALSE);
}

void
gloss_features_end (GlossFeatures *self,
                    guint          text)
{
  guint n;
  const GlossFeature *features = gloss_features_get (self, text, &n);

  for (guint i = 0; i < n; i++)
    self->left[features[i].id] = 0;
}
