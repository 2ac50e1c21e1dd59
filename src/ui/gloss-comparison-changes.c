/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-comparison-changes.h"

GtkBitset *
gloss_comparison_changes_find (GlossComparisonItems *items)
{
  g_autoptr (GtkBitset) changes = gtk_bitset_new_empty ();
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (items));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (gloss_comparison_items_is_change (items, item))
        gtk_bitset_add (changes, i);
    }

  return g_steal_pointer (&changes);
}

guint
gloss_comparison_changes_get_number (const GtkBitset *changes,
                                     guint            position)
{
  return gtk_bitset_contains (changes, position) ? gtk_bitset_get_size_in_range (changes, 0, position) : 0;
}

guint
gloss_comparison_changes_step (const GtkBitset *changes,
                               guint            position,
                               int              step)
{
  guint64 n_before = 0; /* changes before the one that is looked for */

  if (position == GTK_INVALID_LIST_POSITION && step < 0)
    return GTK_INVALID_LIST_POSITION;

  if (position != GTK_INVALID_LIST_POSITION && step > 0)
    n_before = gtk_bitset_get_size_in_range (changes, 0, position);
  else if (position != GTK_INVALID_LIST_POSITION && position > 0)
    n_before = gtk_bitset_get_size_in_range (changes, 0, position - 1);

  if (step < 0 && n_before-- == 0)
    return GTK_INVALID_LIST_POSITION;

  return n_before < gtk_bitset_get_size (changes) ? gtk_bitset_get_nth (changes, n_before)
                                                  : GTK_INVALID_LIST_POSITION;
}
