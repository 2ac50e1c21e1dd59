/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation-store.h"

G_BEGIN_DECLS

/* Calls @tag, and those nested in it, @new_name in all of @stores (of GlossAnnotationStore); NULL
 * removes them. Where a note has a tag of the new name already, both become one. In each store that
 * is one group, called @label. @changed_stores: (out) (transfer full) (element-type
 * GlossAnnotationStore): where. Returns the number of notes. What can't be written, its store says
 * by its "problem", and it is made in memory. For the thread of the stores. */
guint gloss_tag_rename (GListModel  *stores,
                        const char  *tag,
                        const char  *new_name,
                        const char  *label,
                        GPtrArray  **changed_stores);

G_END_DECLS
