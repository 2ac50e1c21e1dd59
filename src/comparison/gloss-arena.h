/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlossArena:
 *
 * Memory for many small records that live equally long: taken piece by piece, never moved, and given
 * back all at once. For one thread at a time; what is taken may be read by any.
 */
typedef struct _GlossArena GlossArena;

GlossArena *gloss_arena_new  (void);
void        gloss_arena_free (GlossArena *self);

/* (transfer none): @size bytes, of any content, for records of up to eight bytes of alignment. */
gpointer    gloss_arena_take (GlossArena *self,
                              gsize       size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossArena, gloss_arena_free)

G_END_DECLS
