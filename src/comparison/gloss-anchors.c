/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-anchors"

#include "config.h"

#include "comparison/gloss-anchors.h"

#include "comparison/gloss-chain.h"
#include "comparison/gloss-wording.h"

#include <string.h>

#define NONE G_MAXUINT

/* A shorter wording ("Definitions", "(Repealed)") proves little by itself. */
#define MIN_ANCHOR_BYTES 24

/* How often the gaps between anchors are searched for wordings that are unique inside a gap. */
#define MAX_ROUNDS 4

typedef struct
{
  guint64 hash;
  const GlossAlignClause *clause; /* the first that has it */
  guint old_number;               /* of that clause, or NONE: a new one */
} Wording;

static guint32
intern (GArray                 *wordings,
        guint32                *slots,
        guint                   n_slots,
        const GlossAlignClause *clause,
        guint                   old_number)
{
  Wording wording = { gloss_wording_hash (clause->text, clause->length), clause, old_number };
  guint slot = (guint) wording.hash & (n_slots - 1);

  for (; slots[slot] != NONE; slot = (slot + 1) & (n_slots - 1))
    {
      const Wording *other = &g_array_index (wordings, Wording, slots[slot]);

      if (other->hash == wording.hash &&
          gloss_wording_equal (other->clause->text, other->clause->length,
                               clause->text, clause->length))
        return slots[slot];
    }

  slots[slot] = wordings->len;
  g_array_append_val (wordings, wording);
  return slots[slot];
}

void
gloss_wordings_init (GlossWordings          *self,
                     const GlossAlignClause *old_clauses,
                     guint                   n_old,
                     const GlossAlignClause *new_clauses,
                     guint                   n_new)
{
  g_autoptr (GArray) wordings = g_array_new (FALSE, FALSE, sizeof (Wording));
  g_autofree guint32 *slots = NULL;
  guint n_slots = 16;
  guint next = 0;

  while (n_slots < 2 * (n_old + n_new))
    n_slots *= 2;
  slots = g_new (guint32, n_slots);
  memset (slots, 0xff, n_slots * sizeof (guint32));

  self->wordings[0] = g_new (guint32, n_old + 1);
  self->wordings[1] = g_new (guint32, n_new + 1);
  for (guint i = 0; i < n_old; i++)
    self->wordings[0][i] = intern (wordings, slots, n_slots, &old_clauses[i], i);
  for (guint j = 0; j < n_new; j++)
    {
      const GlossAlignClause *clause = &new_clauses[j];

      /* Mostly the next old clause comes next, and comparing is quicker than hashing. */
      if (next < n_old && old_clauses[next].length == clause->length &&
          memcmp (old_clauses[next].text, clause->text, clause->length) == 0)
        {
          self->wordings[1][j] = self->wordings[0][next++];
        }
      else
        {
          guint old_number;

          self->wordings[1][j] = intern (wordings, slots, n_slots, clause, NONE);
          old_number = g_array_index (wordings, Wording, self->wordings[1][j]).old_number;
          next = old_number != NONE ? old_number + 1 : next + 1;
        }
    }
  self->n_wordings = wordings->len;
}

void
gloss_wordings_clear (GlossWordings *self)
{
  g_clear_pointer (&self->wordings[0], g_free);
  g_clear_pointer (&self->wordings[1], g_free);
}

/* Where a wording stands inside a gap. */
typedef struct
{
  guint gap;          /* for which the rest holds */
  guint count[2];
  guint position[2];
} Sighting;

typedef struct
{
  const GlossWordings *wordings;
  const GlossAlignClause *old_clauses;
  guint n_old;
  guint n_new;
  guint *partner[2]; /* by clause: the anchored clause of the other text, or NONE */
  Sighting *sightings; /* by wording */
} Finder;

static void
anchor (Finder *finder,
        guint   i,
        guint   j)
{
  finder->partner[0][i] = j;
  finder->partner[1][j] = i;
}

static gboolean
can_anchor (const Finder *finder,
            guint         i,
            guint         j)
{
  return finder->partner[0][i] == NONE && finder->partner[1][j] == NONE &&
         finder->wordings->wordings[0][i] == finder->wordings->wordings[1][j];
}

/* Equal neighbours of what is anchored are anchored as well. */
static void
extend (Finder *finder)
{
  guint i, j;

  for (i = 0; i < finder->n_old && i < finder->n_new && can_anchor (finder, i, i); i++)
    anchor (finder, i, i);
  for (i = 0; i < finder->n_old; i++)
    {
      j = finder->partner[0][i];
      if (j != NONE && i + 1 < finder->n_old && j + 1 < finder->n_new &&
          can_anchor (finder, i + 1, j + 1))
        anchor (finder, i + 1, j + 1);
    }

  for (i = finder->n_old, j = finder->n_new;
       i > 0 && j > 0 && can_anchor (finder, i - 1, j - 1);
       i--, j--)
    anchor (finder, i - 1, j - 1);
  for (i = finder->n_old; i-- > 0;)
    {
      j = finder->partner[0][i];
      if (j != NONE && i > 0 && j > 0 && can_anchor (finder, i - 1, j - 1))
        anchor (finder, i - 1, j - 1);
    }
}

static void
see (Finder *finder,
     guint   side,
     guint   position,
     guint   gap)
{
  Sighting *sighting = &finder->sightings[finder->wordings->wordings[side][position]];

  if (sighting->gap != gap)
    *sighting = (Sighting) { .gap = gap };
  sighting->count[side]++;
  sighting->position[side] = position;
}

/* Appends what is unique on either side of the gap [i0, i1), [j0, j1). */
static void
collect_unique (Finder *finder,
                guint   i0,
                guint   i1,
                guint   j0,
                guint   j1,
                guint   gap,
                GArray *items)
{
  for (guint i = i0; i < i1; i++)
    see (finder, 0, i, gap);
  for (guint j = j0; j < j1; j++)
    see (finder, 1, j, gap);

  for (guint i = i0; i < i1; i++)
    {
      const Sighting *sighting = &finder->sightings[finder->wordings->wordings[0][i]];
      GlossChainItem item = {
        .old_first = i,
        .old_end = i + 1,
        .new_first = sighting->position[1],
        .new_end = sighting->position[1] + 1,
        .weight = (gint64) finder->old_clauses[i].length,
      };

      if (sighting->count[0] == 1 && sighting->count[1] == 1 && item.weight >= MIN_ANCHOR_BYTES)
        g_array_append_val (items, item);
    }
}

/* One search of all gaps; FALSE where it found nothing more. */
static gboolean
anchor_unique (Finder *finder,
               guint  *next_gap)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (GlossChainItem));
  g_autofree gboolean *chosen = NULL;
  guint i = 0;
  guint j = 0;

  while (i < finder->n_old && j < finder->n_new)
    {
      guint i1 = i;
      guint j1;

      while (i1 < finder->n_old && finder->partner[0][i1] == NONE)
        i1++;
      j1 = i1 < finder->n_old ? finder->partner[0][i1] : finder->n_new;
      if (i < i1 && j < j1)
        collect_unique (finder, i, i1, j, j1, (*next_gap)++, items);
      i = i1 + 1;
      j = j1 + 1;
    }

  if (items->len == 0)
    return FALSE;
  chosen = g_new (gboolean, items->len);
  gloss_chain_choose ((const GlossChainItem *) (gpointer) items->data, items->len, chosen);
  for (guint k = 0; k < items->len; k++)
    {
      const GlossChainItem *item = &g_array_index (items, GlossChainItem, k);

      if (chosen[k])
        anchor (finder, item->old_first, item->new_first);
    }
  extend (finder);
  return TRUE;
}

GArray *
gloss_anchors_find (const GlossWordings    *wordings,
                    const GlossAlignClause *old_clauses,
                    guint                   n_old,
                    guint                   n_new)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (GlossLink));
  Finder finder = {
    .wordings = wordings,
    .old_clauses = old_clauses,
    .n_old = n_old,
    .n_new = n_new,
    .partner = { g_new (guint, n_old + 1), g_new (guint, n_new + 1) },
    .sightings = g_new0 (Sighting, wordings->n_wordings + 1),
  };
  guint next_gap = 1;

  memset (finder.partner[0], 0xff, n_old * sizeof (guint));
  memset (finder.partner[1], 0xff, n_new * sizeof (guint));

  extend (&finder);
  for (guint round = 0; round < MAX_ROUNDS && anchor_unique (&finder, &next_gap); round++)
    ;

  for (guint i = 0; i < n_old; i++)
    {
      GlossLink link = { i, 1, finder.partner[0][i], 1, 1000, TRUE, FALSE };

      if (link.new_first != NONE)
        g_array_append_val (links, link);
    }

  g_free (finder.partner[0]);
  g_free (finder.partner[1]);
  g_free (finder.sightings);
  return links;
}
