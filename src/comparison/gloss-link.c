/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-link"

#include "config.h"

#include "comparison/gloss-link.h"

#include "comparison/gloss-chain.h"
#include "comparison/gloss-wording.h"

#include <string.h>

#define NONE G_MAXUINT

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const GlossLink *x = a;
  const GlossLink *y = b;

  return x->new_first < y->new_first ? -1 : x->new_first > y->new_first;
}

gint64
gloss_align_weigh_place (gsize length)
{
  guint64 size = (guint64) length + 1;
  guint log = g_bit_storage (size) - 1;

  /* The logarithm in sixteenths, and what sixteen bytes have on top. */
  return 64 + 16 * log + (gint64) ((size << 4 >> log) & 15);
}

static gint64
weigh (const GlossAlignClause *clauses,
       guint                   first,
       guint                   n)
{
  gint64 weight = 0;

  for (guint i = first; i < first + n; i++)
    weight += gloss_align_weigh_place (clauses[i].length);

  return weight;
}

/* Whether @next goes on where @link ends, in both texts. */
static gboolean
goes_on (const GlossLink *link,
         const GlossLink *next)
{
  return next->old_first == link->old_first + link->n_old && next->new_first == link->new_first + link->n_new;
}

gboolean *
gloss_links_find_in_order (GArray                 *links,
                           const GlossAlignClause *old_clauses,
                           const GlossAlignClause *new_clauses)
{
  g_autofree GlossChainItem *items = g_new (GlossChainItem, links->len + 1);
  g_autofree guint *item_of_link = g_new (guint, links->len + 1);
  g_autofree gboolean *chosen = g_new0 (gboolean, links->len + 1);
  gboolean *in_order = g_new0 (gboolean, links->len + 1);
  guint n_items = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const GlossLink *link = &g_array_index (links, GlossLink, i);
      GlossChainItem *item;

      /* Nothing stands between links that go on with each other: all of them are in order with
       * another link, or none is. */
      if (i == 0 || !goes_on (link - 1, link))
        items[n_items++] = (GlossChainItem) { .old_first = link->old_first, .new_first = link->new_first };
      item = &items[n_items - 1];
      item->old_end = link->old_first + link->n_old;
      item->new_end = link->new_first + link->n_new;
      item->weight += weigh (old_clauses, link->old_first, link->n_old) +
                      weigh (new_clauses, link->new_first, link->n_new);
      item_of_link[i] = n_items - 1;
    }

  gloss_chain_choose (items, n_items, chosen);
  for (guint i = 0; i < links->len; i++)
    in_order[i] = chosen[item_of_link[i]];

  return in_order;
}

gboolean
gloss_align_have_same_label (const GlossAlignClause *a,
                             const GlossAlignClause *b)
{
  return gloss_wording_equal (a->label, strlen (a->label), b->label, strlen (b->label));
}

static GlossRowState
name_state (const GlossLink        *link,
            gboolean                in_order,
            const GlossAlignClause *old_clauses,
            const GlossAlignClause *new_clauses)
{
  if (link->n_new > 1)
    return GLOSS_ROW_SPLIT;
  if (link->n_old > 1)
    return GLOSS_ROW_MERGED;
  if (!in_order)
    return link->same_wording ? GLOSS_ROW_MOVED : GLOSS_ROW_MOVED_REWORDED;
  if (!link->same_wording)
    return GLOSS_ROW_REWORDED;
  if (!gloss_align_have_same_label (&old_clauses[link->old_first], &new_clauses[link->new_first]))
    return GLOSS_ROW_RENUMBERED;
  return GLOSS_ROW_UNCHANGED;
}

/* Where the rows are put together. */
typedef struct
{
  GArray *rows;
  const GlossAlignClause *old_clauses;
  guint n_old;
  const guint8 *old_places; /* by old clause: one of the following */
} Assembly;

enum
{
  PLACE_DROPPED,
  PLACE_MOVED,
  PLACE_IN_ORDER,
};

/* The dropped clauses that stood behind the one before @old_at, up to the next that kept its
 * place. Moved ones stand elsewhere. */
static void
append_dropped (Assembly *assembly,
                guint     old_at,
                guint     new_at)
{
  for (; old_at < assembly->n_old && assembly->old_places[old_at] != PLACE_IN_ORDER; old_at++)
    {
      GlossAlignRow row = { GLOSS_ROW_DROPPED, old_at, 1, new_at, 0, 0,
                            assembly->old_clauses[old_at].chosen == GLOSS_ALIGN_ALONE };

      if (assembly->old_places[old_at] == PLACE_DROPPED)
        g_array_append_val (assembly->rows, row);
    }
}

GArray *
gloss_links_to_rows (GArray                 *links,
                     const GlossAlignClause *old_clauses,
                     guint                   n_old,
                     const GlossAlignClause *new_clauses,
                     guint                   n_new)
{
  g_autofree gboolean *in_order = NULL;
  g_autofree guint8 *old_places = g_new0 (guint8, n_old + 1);
  Assembly assembly = { g_array_new (FALSE, FALSE, sizeof (GlossAlignRow)), old_clauses, n_old, old_places };
  guint next_link = 0;
  guint old_at = 0;
  guint new_at = 0;

  g_array_sort (links, compare_links);
  in_order = gloss_links_find_in_order (links, old_clauses, new_clauses);
  for (guint i = 0; i < links->len; i++)
    {
      const GlossLink *link = &g_array_index (links, GlossLink, i);

      memset (old_places + link->old_first, in_order[i] ? PLACE_IN_ORDER : PLACE_MOVED, link->n_old);
    }

  append_dropped (&assembly, 0, 0);
  while (new_at < n_new)
    {
      const GlossLink *link = next_link < links->len
                                ? &g_array_index (links, GlossLink, next_link)
                                : NULL;
      GlossAlignRow row = { GLOSS_ROW_NEW, old_at, 0, new_at, 1, 0,
                            new_clauses[new_at].chosen == GLOSS_ALIGN_ALONE };

      if (link != NULL && link->new_first == new_at)
        {
          row.state = name_state (link, in_order[next_link], old_clauses, new_clauses);
          row.old_first = link->old_first;
          row.n_old = link->n_old;
          row.n_new = link->n_new;
          row.chosen = link->chosen;
          row.score = link->same_wording ? 1000 : CLAMP (link->score, 1, 999);
        }
      g_array_append_val (assembly.rows, row);
      new_at += row.n_new;

      if (row.n_old > 0)
        {
          if (in_order[next_link])
            {
              old_at = row.old_first + row.n_old;
              append_dropped (&assembly, old_at, new_at);
            }
          next_link++;
        }
    }

  return assembly.rows;
}
