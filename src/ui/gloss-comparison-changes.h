/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-comparison-items.h"

G_BEGIN_DECLS

/**
 * Walking from change to change. The changes are the positions of a list at which something
 * differs; the reader is at a position of the list, or, by GTK_INVALID_LIST_POSITION, at none.
 * No widget.
 */

/* (transfer full): where changes stand among @items, those that the reader chose. */
GtkBitset *gloss_comparison_changes_find       (GlossComparisonItems *items);

/* The number of the change at @position, counted from 1; 0 where there is none. */
guint      gloss_comparison_changes_get_number (const GtkBitset *changes,
                                                guint            position);

/* The change after @position (@step 1) or before it (-1); the first one is after nothing.
 * GTK_INVALID_LIST_POSITION where there is none. */
guint      gloss_comparison_changes_step       (const GtkBitset *changes,
                                                guint            position,
                                                int              step);

G_END_DECLS
