/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes two versions of a long statute, as the plain texts that programs are given: words that come
 * as often as those of a language do, a few of them all the time and most of them rarely; and what
 * years of amendments do, whole chapters that are new, repealed or moved, and small edits all over
 * the rest. The same seed gives the same texts. */
typedef struct
{
  GString *old_text;
  GString *new_text;
} Statute;

Statute *statute_new  (guint    n_sections,
                       guint32  seed);
void     statute_free (Statute *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Statute, statute_free)

G_END_DECLS
