/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-features"

#include "config.h"

#include "comparison/gloss-features.h"

#include "comparison/gloss-workers.h"

/* Texts are handed on together, up to so many, and no more once there are so many tokens. */
#define TEXTS_PER_BATCH   64
#define TOKENS_PER_BATCH  4096

/* One is filled while the other is looked up. */
#define N_BATCHES 2

/* Of fewer texts than that no other thread is worth the while. */
#define MIN_TEXTS 64

/* Texts that are cut. */
typedef struct
{
  GArray *stems; /* GlossToken */
  guint ends[TEXTS_PER_BATCH]; /* by text: where its stems end */
  guint n_texts;
} Batch;

/* What is cut, in the order of the texts: by the other thread, where there is one. */
typedef struct
{
  GlossTokenizer *tokenizer;
  guint n_texts;
  GlossFeaturesTextFunc get_text;
  gpointer user_data;
  guint next; /* the first text that is not cut */
  GAsyncQueue *empty; /* Batch */
  GAsyncQueue *full;
} Cutting;

static void
fill_batch (Cutting *cutting,
            Batch   *batch)
{
  g_array_set_size (batch->stems, 0);
  batch->n_texts = 0;
  while (cutting->next < cutting->n_texts && batch->n_texts < TEXTS_PER_BATCH &&
         batch->stems->len < TOKENS_PER_BATCH)
    {
      gsize length;
      const char *text = cutting->get_text (cutting->next++, &length, cutting->user_data);

      gloss_tokenizer_keep (cutting->tokenizer, text, length, batch->stems);
      batch->ends[batch->n_texts++] = batch->stems->len;
    }
}

static gpointer
cut_texts (gpointer data)
{
  Cutting *cutting = data;

  while (cutting->next < cutting->n_texts)
    {
      Batch *batch = g_async_queue_pop (cutting->empty);

      fill_batch (cutting, batch);
      g_async_queue_push (cutting->full, batch);
    }

  return NULL;
}

static void
add_batch (GlossFeatures *self,
           const Batch   *batch)
{
  guint start = 0;

  for (guint i = 0; i < batch->n_texts; start = batch->ends[i], i++)
    gloss_features_add_tokens (self, &g_array_index (batch->stems, GlossToken, start), batch->ends[i] - start);
}

void
gloss_features_add_all (GlossFeatures        *self,
                        guint                 n_texts,
                        GlossFeaturesTextFunc get_text,
                        gpointer              user_data)
{
  Cutting cutting = {
    .tokenizer = gloss_features_get_tokenizer (self),
    .n_texts = n_texts,
    .get_text = get_text,
    .user_data = user_data,
    .empty = g_async_queue_new (),
    .full = g_async_queue_new (),
  };
  Batch batches[N_BATCHES];
  GThread *thread = NULL;
  guint n_added = 0;

  for (guint i = 0; i < N_BATCHES; i++)
    {
      batches[i].stems = g_array_new (FALSE, FALSE, sizeof (GlossToken));
      g_async_queue_push (cutting.empty, &batches[i]);
    }

  if (n_texts >= MIN_TEXTS && gloss_get_n_workers () > 1)
    thread = g_thread_try_new ("gloss-cutter", cut_texts, &cutting, NULL);

  while (n_added < n_texts)
    {
      Batch *batch = g_async_queue_pop (thread != NULL ? cutting.full : cutting.empty);

      if (thread == NULL)
        fill_batch (&cutting, batch);
      add_batch (self, batch);
      n_added += batch->n_texts;
      g_async_queue_push (cutting.empty, batch);
    }

  if (thread != NULL)
    g_thread_join (thread);
  for (guint i = 0; i < N_BATCHES; i++)
    g_array_unref (batches[i].stems);
  g_async_queue_unref (cutting.empty);
  g_async_queue_unref (cutting.full);
}
