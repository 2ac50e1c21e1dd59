/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-arena"

#include "config.h"

#include "comparison/gloss-arena.h"

/* How much is asked of the system at a time, in bytes. */
#define BLOCK_SIZE (64 * 1024)

struct _GlossArena
{
  GPtrArray *blocks;
  char *at; /* the free part of the last block */
  gsize n_left;
};

GlossArena *
gloss_arena_new (void)
{
  GlossArena *self = g_new0 (GlossArena, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
gloss_arena_free (GlossArena *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

gpointer
gloss_arena_take (GlossArena *self,
                  gsize       size)
{
  gpointer piece;

  g_return_val_if_fail (size <= G_MAXSIZE - 7, NULL);

  size = (MAX (size, 1) + 7) / 8 * 8;
  if (size > BLOCK_SIZE / 4 && size > self->n_left)
    {
      /* What is large gets a block of its own, and the rest of the last one is not wasted. */
      piece = g_malloc (size);
      g_ptr_array_add (self->blocks, piece);
      return piece;
    }

  if (size > self->n_left)
    {
      self->at = g_malloc (BLOCK_SIZE);
      self->n_left = BLOCK_SIZE;
      g_ptr_array_add (self->blocks, self->at);
    }
  piece = self->at;
  self->at += size;
  self->n_left -= size;
  return piece;
}
