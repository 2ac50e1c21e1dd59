/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-list"

#include "config.h"

#include "ui/gloss-comparison-list-private.h"

#include "ui/gloss-comparison-changes.h"

GlossComparisonItems *
gloss_comparison_list_get_items (GlossComparisonList *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), NULL);

  return self->items;
}

/* Other items are shown. The reader stays on the same one where it is still shown. */
static void
items_changed (GlossComparisonList *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  gloss_comparison_list_find_changes (self);
  if (selected != GTK_INVALID_LIST_POSITION)
    gloss_comparison_list_go_to (self, selected, FALSE, FALSE);
}

void
gloss_comparison_list_set_states (GlossComparisonList *self,
                                  guint                states)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  if (gloss_comparison_items_get_states (self->items) == states)
    return;

  gloss_comparison_list_keep_place (self);
  gloss_comparison_items_set_states (self->items, states);
  items_changed (self);
}

void
gloss_comparison_list_set_folding (GlossComparisonList *self,
                                   gboolean             folding)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  gloss_comparison_list_keep_place (self);
  gloss_comparison_items_set_folding (self->items, folding);
  items_changed (self);
}

void
gloss_comparison_list_toggle_fold (GlossComparisonList *self,
                                   GlossComparisonRow  *row)
{
  g_autoptr (GlossComparisonItem) fold = NULL;
  guint position;

  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW (row));

  position = gloss_comparison_items_reveal (self->items, row, GLOSS_COMPARISON_ITEM_FOLD);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  fold = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  gloss_comparison_items_toggle (self->items, fold);
  gloss_comparison_list_refresh_row (self, row);
  gtk_single_selection_set_selected (self->selection, position);
  gloss_comparison_list_find_changes (self);
}

void
gloss_comparison_list_go_to_row (GlossComparisonList *self,
                                 GlossComparisonRow  *row,
                                 gboolean             away)
{
  guint position;

  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW (row));

  position = gloss_comparison_items_reveal (self->items, row,
                                            away ? GLOSS_COMPARISON_ITEM_MOVED_AWAY : GLOSS_COMPARISON_ITEM_ROW);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gloss_comparison_list_find_changes (self);
  gloss_comparison_list_go_to (self, position, TRUE, TRUE);
}

gboolean
gloss_comparison_list_get_only_changes (GlossComparisonList *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), FALSE);

  return gloss_comparison_items_get_only_changes (self->items);
}

void
gloss_comparison_list_set_only_changes (GlossComparisonList *self,
                                        gboolean             only_changes)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  if (gloss_comparison_list_get_only_changes (self) == only_changes)
    return;

  gloss_comparison_list_keep_place (self);
  gloss_comparison_items_set_only_changes (self->items, only_changes);
  items_changed (self);
}

GlossPalette
gloss_comparison_list_get_palette (GlossComparisonList *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), GLOSS_PALETTE_STANDARD);

  return self->palette;
}

GtkBitset *
gloss_comparison_list_get_changes (GlossComparisonList *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), NULL);

  return self->changes;
}

guint
gloss_comparison_list_get_position (GlossComparisonList *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}

void
gloss_comparison_list_go_to_nearest (GlossComparisonList *self,
                                     guint                position)
{
  guint before;
  guint after;

  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  if (gtk_bitset_contains (self->changes, position))
    before = after = position;
  else
    {
      before = gloss_comparison_changes_step (self->changes, position, -1);
      after = gloss_comparison_changes_step (self->changes, position, 1);
    }

  if (before == GTK_INVALID_LIST_POSITION ||
      (after != GTK_INVALID_LIST_POSITION && after - position < position - before))
    before = after;
  if (before != GTK_INVALID_LIST_POSITION)
    gloss_comparison_list_go_to (self, before, TRUE, TRUE);
}
