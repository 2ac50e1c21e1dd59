/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-items"

#include "config.h"

#include "ui/gloss-comparison-items.h"

#include "comparison/gloss-comparison-places.h"

#include <gtk/gtk.h>

/* A stretch that is shorter takes no more room than its fold. */
#define MIN_FOLD 2

struct _GlossComparisonItems
{
  GObject          parent_instance;

  GlossComparison *comparison;
  GPtrArray       *all;   /* GlossComparisonItem: rows and old places, in order */
  GPtrArray       *shown; /* GlossComparisonItem */
  GHashTable      *folds; /* first row of a stretch -> GlossComparisonItem */
  guint            states;
  gboolean         only_changes;
  gboolean         folding;
};

static void gloss_comparison_items_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlossComparisonItems, gloss_comparison_items, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, gloss_comparison_items_list_model_init))

static void
list_all (GlossComparisonItems *self)
{
  g_autoptr (GArray) places = self->comparison != NULL ? gloss_comparison_list_places (self->comparison) : NULL;

  g_ptr_array_set_size (self->all, 0);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const GlossComparisonPlace *place = &g_array_index (places, GlossComparisonPlace, i);

      g_ptr_array_add (self->all,
                       gloss_comparison_item_new (place->moved_away ? GLOSS_COMPARISON_ITEM_MOVED_AWAY
                                                                    : GLOSS_COMPARISON_ITEM_ROW,
                                                  place->row, 1));
    }
}

static gboolean
is_shown_state (GlossComparisonItems *self,
                GlossComparisonRow   *row)
{
  return (self->states & GLOSS_COMPARISON_STATE_BIT (gloss_comparison_row_get_state (row))) != 0;
}

/* A row that somebody paired by hand, or whose typography changed, is something to be seen. */
static gboolean
can_be_folded (GlossComparisonItems *self,
               GlossComparisonItem  *item)
{
  GlossComparisonRow *row = gloss_comparison_item_get_row (item);

  return gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_ROW &&
         gloss_comparison_row_get_state (row) == GLOSS_ROW_UNCHANGED &&
         !gloss_comparison_row_is_typographic (row) &&
         !gloss_comparison_row_is_chosen (row) &&
         !is_shown_state (self, row);
}

/* How many items from @first on can be folded. */
static guint
measure_stretch (GlossComparisonItems *self,
                 guint                 first)
{
  guint n = 0;

  while (first + n < self->all->len && can_be_folded (self, g_ptr_array_index (self->all, first + n)))
    n++;

  return n;
}

/* (transfer none): the head of the stretch that begins with the item @first of all. */
static GlossComparisonItem *
get_fold (GlossComparisonItems *self,
          guint                 first,
          guint                 n_rows)
{
  GlossComparisonRow *row = gloss_comparison_item_get_row (g_ptr_array_index (self->all, first));
  GlossComparisonItem *fold = g_hash_table_lookup (self->folds, row);

  /* A stretch has another length when other states are chosen. */
  if (fold == NULL || gloss_comparison_item_get_n_rows (fold) != n_rows)
    {
      fold = gloss_comparison_item_new (GLOSS_COMPARISON_ITEM_FOLD, row, n_rows);
      gloss_comparison_item_set_folded (fold, self->folding);
      g_hash_table_replace (self->folds, row, fold);
    }

  return fold;
}

static void
list_shown (GlossComparisonItems *self)
{
  guint n_removed = self->shown->len;
  g_autoptr (GPtrArray) removed = g_steal_pointer (&self->shown);

  self->shown = g_ptr_array_new_full (self->all->len, g_object_unref);
  for (guint i = 0; i < self->all->len;)
    {
      GlossComparisonItem *item = g_ptr_array_index (self->all, i);
      guint n_rows = self->only_changes ? 0 : measure_stretch (self, i);

      if (n_rows >= MIN_FOLD)
        {
          GlossComparisonItem *fold = get_fold (self, i, n_rows);

          g_ptr_array_add (self->shown, g_object_ref (fold));
          for (guint k = 0; k < n_rows && !gloss_comparison_item_get_folded (fold); k++)
            g_ptr_array_add (self->shown, g_object_ref (g_ptr_array_index (self->all, i + k)));
          i += n_rows;
          continue;
        }

      if (!self->only_changes || is_shown_state (self, gloss_comparison_item_get_row (item)))
        g_ptr_array_add (self->shown, g_object_ref (item));
      i++;
    }

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, self->shown->len);
}

static GType
gloss_comparison_items_get_item_type (GListModel *model)
{
  return GLOSS_TYPE_COMPARISON_ITEM;
}

static guint
gloss_comparison_items_get_n_items (GListModel *model)
{
  return GLOSS_COMPARISON_ITEMS (model)->shown->len;
}

static gpointer
gloss_comparison_items_get_item (GListModel *model,
                                 guint       position)
{
  GlossComparisonItems *self = GLOSS_COMPARISON_ITEMS (model);

  return position < self->shown->len ? g_object_ref (g_ptr_array_index (self->shown, position)) : NULL;
}

static void
gloss_comparison_items_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = gloss_comparison_items_get_item_type;
  iface->get_n_items = gloss_comparison_items_get_n_items;
  iface->get_item = gloss_comparison_items_get_item;
}

static void
gloss_comparison_items_finalize (GObject *object)
{
  GlossComparisonItems *self = GLOSS_COMPARISON_ITEMS (object);

  g_ptr_array_unref (self->all);
  g_ptr_array_unref (self->shown);
  g_hash_table_unref (self->folds);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (gloss_comparison_items_parent_class)->finalize (object);
}

static void
gloss_comparison_items_class_init (GlossComparisonItemsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_comparison_items_finalize;
}

static void
gloss_comparison_items_init (GlossComparisonItems *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->folds = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->states = GLOSS_COMPARISON_DEFAULT_STATES;
}

GlossComparisonItems *
gloss_comparison_items_new (void)
{
  return g_object_new (GLOSS_TYPE_COMPARISON_ITEMS, NULL);
}

void
gloss_comparison_items_set_comparison (GlossComparisonItems *self,
                                       GlossComparison      *comparison)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ITEMS (self));
  g_return_if_fail (comparison == NULL || GLOSS_IS_COMPARISON (comparison));

  if (!g_set_object (&self->comparison, comparison))
    return;

  g_hash_table_remove_all (self->folds);
  list_all (self);
  list_shown (self);
}

guint
gloss_comparison_items_get_states (GlossComparisonItems *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEMS (self), 0);

  return self->states;
}

void
gloss_comparison_items_set_states (GlossComparisonItems *self,
                                   guint                 states)
{
  guint unchanged = GLOSS_COMPARISON_STATE_BIT (GLOSS_ROW_UNCHANGED);
  guint before;

  g_return_if_fail (GLOSS_IS_COMPARISON_ITEMS (self));

  before = self->states;
  self->states = states;
  if (before != states && (self->only_changes || (before & unchanged) != (states & unchanged)))
    list_shown (self);
}

gboolean
gloss_comparison_items_get_only_changes (GlossComparisonItems *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEMS (self), FALSE);

  return self->only_changes;
}

void
gloss_comparison_items_set_only_changes (GlossComparisonItems *self,
                                         gboolean              only_changes)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_ITEMS (self));

  if (self->only_changes == only_changes)
    return;

  self->only_changes = only_changes;
  list_shown (self);
}

gboolean
gloss_comparison_items_get_folding (GlossComparisonItems *self)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEMS (self), FALSE);

  return self->folding;
}

void
gloss_comparison_items_set_folding (GlossComparisonItems *self,
                                    gboolean              folding)
{
  GHashTableIter iter;
  gpointer fold;

  g_return_if_fail (GLOSS_IS_COMPARISON_ITEMS (self));

  self->folding = folding;
  g_hash_table_iter_init (&iter, self->folds);
  while (g_hash_table_iter_next (&iter, NULL, &fold))
    gloss_comparison_item_set_folded (fold, folding);
  list_shown (self);
}

/* The position of @item among what is shown. */
static guint
find_shown (GlossComparisonItems *self,
            GlossComparisonItem  *item)
{
  guint position;

  return g_ptr_array_find (self->shown, item, &position) ? position : GTK_INVALID_LIST_POSITION;
}

void
gloss_comparison_items_toggle (GlossComparisonItems *self,
                               GlossComparisonItem  *fold)
{
  guint position;
  guint first;
  guint n_rows;

  g_return_if_fail (GLOSS_IS_COMPARISON_ITEMS (self));
  g_return_if_fail (GLOSS_IS_COMPARISON_ITEM (fold));

  position = find_shown (self, fold);
  if (position == GTK_INVALID_LIST_POSITION || gloss_comparison_item_get_kind (fold) != GLOSS_COMPARISON_ITEM_FOLD)
    return;

  n_rows = gloss_comparison_item_get_n_rows (fold);
  if (!gloss_comparison_item_get_folded (fold))
    {
      gloss_comparison_item_set_folded (fold, TRUE);
      g_ptr_array_remove_range (self->shown, position + 1, n_rows);
      g_list_model_items_changed (G_LIST_MODEL (self), position + 1, n_rows, 0);
      return;
    }

  for (first = 0; first < self->all->len; first++)
    {
      GlossComparisonItem *item = g_ptr_array_index (self->all, first);

      if (gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_ROW &&
          gloss_comparison_item_get_row (item) == gloss_comparison_item_get_row (fold))
        break;
    }
  gloss_comparison_item_set_folded (fold, FALSE);
  for (guint k = 0; k < n_rows; k++)
    g_ptr_array_insert (self->shown, position + 1 + k, g_object_ref (g_ptr_array_index (self->all, first + k)));
  g_list_model_items_changed (G_LIST_MODEL (self), position + 1, 0, n_rows);
}

gboolean
gloss_comparison_items_is_change (GlossComparisonItems *self,
                                  GlossComparisonItem  *item)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEMS (self), FALSE);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEM (item), FALSE);

  return gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_ROW &&
         is_shown_state (self, gloss_comparison_item_get_row (item));
}

guint
gloss_comparison_items_reveal (GlossComparisonItems    *self,
                               GlossComparisonRow      *row,
                               GlossComparisonItemKind  kind)
{
  GlossComparisonItem *fold = NULL;
  guint n_left = 0; /* of the rows after a fold, those that it hides */

  g_return_val_if_fail (GLOSS_IS_COMPARISON_ITEMS (self), GTK_INVALID_LIST_POSITION);
  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->shown->len; i++)
    {
      GlossComparisonItem *item = g_ptr_array_index (self->shown, i);

      if (gloss_comparison_item_get_kind (item) == kind && gloss_comparison_item_get_row (item) == row)
        return i;
    }

  if (kind != GLOSS_COMPARISON_ITEM_ROW)
    return GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->all->len; i++)
    {
      GlossComparisonItem *item = g_ptr_array_index (self->all, i);
      GlossComparisonItem *head = gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_ROW
                                    ? g_hash_table_lookup (self->folds, gloss_comparison_item_get_row (item))
                                    : NULL;

      if (head != NULL)
        {
          fold = head;
          n_left = gloss_comparison_item_get_n_rows (head);
        }
      if (n_left > 0 && gloss_comparison_item_get_row (item) == row &&
          find_shown (self, fold) != GTK_INVALID_LIST_POSITION && gloss_comparison_item_get_folded (fold))
        {
          gloss_comparison_items_toggle (self, fold);
          return find_shown (self, item);
        }
      if (n_left > 0)
        n_left--;
    }

  return GTK_INVALID_LIST_POSITION;
}
