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

/* (transfer full) (element-type GlossComparisonItem): what is shown, from where the reader is to the end, and from there
 * back to the beginning; empty where the reader is nowhere. */
static GPtrArray *
list_from_place (GlossComparisonList *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model = G_LIST_MODEL (self->selection);
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected == GTK_INVALID_LIST_POSITION)
    return items;

  for (guint i = selected; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));
  for (guint i = selected; i > 0; i--)
    g_ptr_array_add (items, g_list_model_get_item (model, i - 1));
  return items;
}

/* Other items are shown. The reader stays on the same one where it is still shown, else on what comes after it.
 * @before: what list_from_place () told before. */
static void
items_changed (GlossComparisonList *self,
               GPtrArray           *before)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);

  gloss_comparison_list_find_changes (self);
  if (selected != GTK_INVALID_LIST_POSITION)
    {
      gloss_comparison_list_go_to (self, selected, FALSE, FALSE);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      g_hash_table_insert (positions, item, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < before->len; i++)
    {
      guint position = GPOINTER_TO_UINT (g_hash_table_lookup (positions, g_ptr_array_index (before, i)));

      if (position > 0)
        {
          gloss_comparison_list_go_to (self, position - 1, TRUE, FALSE);
          return;
        }
    }
}

void
gloss_comparison_list_set_states (GlossComparisonList *self,
                                  guint                states)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  if (gloss_comparison_items_get_states (self->items) == states)
    return;

  before = list_from_place (self);
  gloss_comparison_list_keep_place (self);
  gloss_comparison_items_set_states (self->items, states);
  items_changed (self, before);
}

void
gloss_comparison_list_set_folding (GlossComparisonList *self,
                                   gboolean             folding)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  before = list_from_place (self);
  gloss_comparison_list_keep_place (self);
  gloss_comparison_items_set_folding (self->items, folding);
  items_changed (self, before);
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
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  if (gloss_comparison_list_get_only_changes (self) == only_changes)
    return;

  before = list_from_place (self);
  gloss_comparison_list_keep_place (self);
  gloss_comparison_items_set_only_changes (self->items, only_changes);
  items_changed (self, before);
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
