/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-chain"

#include "config.h"

#include "comparison/gloss-chain.h"

#include <string.h>

#define NONE G_MAXUINT

/* An item on its way through the programme. */
typedef struct
{
  gint64 total;    /* of the best chain that ends with the item */
  guint previous;  /* the item before it in that chain, or NONE */
} Place;

/* A Fenwick tree over the ends on the new side: the best item that ends at or before a place. */
typedef struct
{
  guint *best; /* an item, or NONE */
  guint size;
  const Place *places;
} Tree;

typedef struct
{
  guint key;
  guint item;
} Event;

static gboolean
is_better (const Place *places,
           guint        item,
           guint        other)
{
  return other == NONE || places[item].total > places[other].total;
}

static void
tree_add (Tree *tree,
          guint at,
          guint item)
{
  for (guint k = at + 1; k <= tree->size; k += k & -k)
    if (is_better (tree->places, item, tree->best[k]))
      tree->best[k] = item;
}

static guint
tree_find (const Tree *tree,
           guint       at)
{
  guint best = NONE;

  for (guint k = at + 1; k > 0; k -= k & -k)
    if (tree->best[k] != NONE && is_better (tree->places, tree->best[k], best))
      best = tree->best[k];

  return best;
}

static int
compare_events (gconstpointer a,
                gconstpointer b,
                gpointer      items)
{
  const Event *x = a;
  const Event *y = b;
  const GlossChainItem *i = (const GlossChainItem *) items + x->item;
  const GlossChainItem *j = (const GlossChainItem *) items + y->item;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (i->new_first != j->new_first)
    return i->new_first < j->new_first ? -1 : 1;
  return x->item < y->item ? -1 : x->item > y->item;
}

static Event *
sort_events (const GlossChainItem *items,
             guint                 n_items,
             gboolean              by_end)
{
  Event *events = g_new (Event, n_items);
  gboolean sorted = TRUE;

  for (guint i = 0; i < n_items; i++)
    {
      events[i].key = by_end ? items[i].old_end : items[i].old_first;
      events[i].item = i;
      sorted = sorted && (i == 0 || events[i - 1].key < events[i].key);
    }
  if (!sorted)
    g_sort_array (events, n_items, sizeof (Event), compare_events, (gpointer) items);

  return events;
}

void
gloss_chain_choose (const GlossChainItem *items,
                    guint                 n_items,
                    gboolean             *chosen)
{
  g_autofree Event *starts = sort_events (items, n_items, FALSE);
  g_autofree Event *ends = sort_events (items, n_items, TRUE);
  g_autofree Place *places = g_new (Place, n_items);
  Tree tree = { .places = places };
  guint next_end = 0;
  guint base = NONE;
  guint best = NONE;

  for (guint i = 0; i < n_items; i++)
    {
      base = MIN (base, items[i].new_first);
      tree.size = MAX (tree.size, items[i].new_end);
    }
  if (n_items == 0)
    return;
  tree.size = tree.size - base + 1;
  tree.best = g_new (guint, tree.size + 1);
  memset (tree.best, 0xff, (tree.size + 1) * sizeof (guint));

  for (guint i = 0; i < n_items; i++)
    {
      guint item = starts[i].item;

      while (next_end < n_items && ends[next_end].key <= starts[i].key)
        {
          guint ended = ends[next_end++].item;

          tree_add (&tree, items[ended].new_end - base, ended);
        }

      places[item].previous = tree_find (&tree, items[item].new_first - base);
      places[item].total = items[item].weight;
      if (places[item].previous != NONE)
        places[item].total += places[places[item].previous].total;
      if (is_better (places, item, best))
        best = item;
    }

  memset (chosen, 0, n_items * sizeof (gboolean));
  for (; best != NONE; best = places[best].previous)
    chosen[best] = TRUE;
  g_free (tree.best);
}
