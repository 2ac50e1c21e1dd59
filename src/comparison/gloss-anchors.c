/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-anchors"

#include "config.h"

#include "comparison/gloss-anchors.h"

#include "comparison/gloss-chain.h"
#include "comparison/gloss-link.h"
#include "comparison/gloss-wording.h"
#include "document/gloss-eight-bytes.h"

#include <string.h>

#define NONE G_MAXUINT

/* A shorter wording ("Definitions", "(Repealed)") proves little by itself. */
#define MIN_ANCHOR_BYTES 24

/* How often the gaps between anchors are searched for wordings that are unique inside a gap. */
#define MAX_ROUNDS 4

/* Texts told apart by their bytes, or by their wordings. */
typedef struct
{
  guint64 hash;
  const GlossAlignClause *clause; /* the first that has it */
  guint old_number;               /* of that clause, or NONE: a new one */
  gboolean in_both;               /* the old and the new text have it */
} Entry;

typedef struct
{
  GArray *entries; /* Entry */
  guint32 *slots;  /* open addressing: the number of an entry, or NONE */
  guint n_slots;   /* a power of two */
  gboolean by_wording;
} Table;

static void
table_init (Table    *table,
            guint     n,
            gboolean  by_wording)
{
  table->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  table->by_wording = by_wording;
  table->n_slots = 16;
  while (table->n_slots < 2 * n)
    table->n_slots *= 2;
  table->slots = g_new (guint32, table->n_slots);
  memset (table->slots, 0xff, table->n_slots * sizeof (guint32));
}

static void
table_clear (Table *table)
{
  g_array_unref (table->entries);
  g_free (table->slots);
}

static gboolean
have_same_bytes (const GlossAlignClause *a,
                 const GlossAlignClause *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}

static guint32
intern (Table                  *table,
        const GlossAlignClause *clause,
        guint                   old_number)
{
  Entry entry = { 0, clause, old_number, FALSE };
  guint slot;

  if (table->by_wording)
    entry.hash = gloss_wording_hash (clause->text, clause->length);
  else
    entry.hash = clause->hash != 0 ? clause->hash : gloss_eight_hash (clause->text, clause->length);

  slot = (guint) entry.hash & (table->n_slots - 1);
  for (; table->slots[slot] != NONE; slot = (slot + 1) & (table->n_slots - 1))
    {
      const Entry *other = &g_array_index (table->entries, Entry, table->slots[slot]);

      if (other->hash == entry.hash &&
          (table->by_wording ? gloss_wording_equal (other->clause->text, other->clause->length,
                                                    clause->text, clause->length)
                             : have_same_bytes (other->clause, clause)))
        return table->slots[slot];
    }

  table->slots[slot] = table->entries->len;
  g_array_append_val (table->entries, entry);
  return table->slots[slot];
}

/* Gives the texts that only one side has the same number where their wording is the same. */
static void
join_variants (GlossWordings *self,
               const Table   *texts,
               guint          n_old,
               guint          n_new)
{
  Table wordings;
  g_autofree guint32 *joined = g_new (guint32, texts->entries->len + 1);

  table_init (&wordings, texts->entries->len, TRUE);
  for (guint k = 0; k < texts->entries->len; k++)
    {
      const Entry *entry = &g_array_index (texts->entries, Entry, k);

      /* The numbers of wordings stand behind those of texts. */
      joined[k] = entry->in_both ? k : texts->entries->len + intern (&wordings, entry->clause, NONE);
    }
  for (guint i = 0; i < n_old; i++)
    self->wordings[0][i] = joined[self->wordings[0][i]];
  for (guint j = 0; j < n_new; j++)
    self->wordings[1][j] = joined[self->wordings[1][j]];
  self->n_wordings = texts->entries->len + wordings.entries->len;
  table_clear (&wordings);
}

void
gloss_wordings_init (GlossWordings          *self,
                     const GlossAlignClause *old_clauses,
                     guint                   n_old,
                     const GlossAlignClause *new_clauses,
                     guint                   n_new)
{
  Table texts;
  guint next = 0;

  table_init (&texts, n_old + n_new, FALSE);
  self->wordings[0] = g_new (guint32, n_old + 1);
  self->wordings[1] = g_new (guint32, n_new + 1);
  for (guint i = 0; i < n_old; i++)
    self->wordings[0][i] = intern (&texts, &old_clauses[i], i);
  for (guint j = 0; j < n_new; j++)
    {
      Entry *entry;

      /* Mostly the next old clause comes next, and comparing is quicker than hashing. */
      if (next < n_old && have_same_bytes (&old_clauses[next], &new_clauses[j]))
        self->wordings[1][j] = self->wordings[0][next];
      else
        self->wordings[1][j] = intern (&texts, &new_clauses[j], NONE);

      entry = &g_array_index (texts.entries, Entry, self->wordings[1][j]);
      entry->in_both = entry->old_number != NONE;
      if (next < n_old && self->wordings[1][j] == self->wordings[0][next])
        next++;
      else
        next = entry->in_both ? entry->old_number + 1 : next + 1;
    }

  join_variants (self, &texts, n_old, n_new);
  table_clear (&texts);
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
  const GlossAlignClause *clauses[2];
  const guint8 *headings[2]; /* by clause */
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
         finder->headings[0][i] == finder->headings[1][j] &&
         finder->wordings->wordings[0][i] == finder->wordings->wordings[1][j];
}

/* What both texts begin with, but for headings above what is no more the same. */
static void
anchor_beginning (Finder *finder)
{
  guint n = MIN (finder->n_old, finder->n_new);
  guint end = 0;

  while (end < n && can_anchor (finder, end, end) &&
         (!finder->headings[0][end] ||
          gloss_align_have_same_label (&finder->clauses[0][end], &finder->clauses[1][end])))
    end++;
  if (end < MAX (finder->n_old, finder->n_new))
    while (end > 0 && finder->headings[0][end - 1])
      end--;
  for (guint i = 0; i < end; i++)
    anchor (finder, i, i);
}

/* Anchors the clauses that stand beside @i and @j, headings left out, where they are the same. */
static void
extend_from (Finder *finder,
             gint64  i,
             gint64  j,
             int     step)
{
  do
    {
      i += step;
      j += step;
      if (i < 0 || j < 0 || i >= finder->n_old || j >= finder->n_new)
        return;
    }
  while (finder->headings[0][i] && finder->headings[1][j]);

  if (can_anchor (finder, (guint) i, (guint) j))
    anchor (finder, (guint) i, (guint) j);
}

/* Equal neighbours of what is anchored, and of the ends of the texts, are anchored as well. */
static void
extend (Finder *finder)
{
  extend_from (finder, -1, -1, 1);
  for (guint i = 0; i < finder->n_old; i++)
    if (finder->partner[0][i] != NONE)
      extend_from (finder, i, finder->partner[0][i], 1);

  extend_from (finder, finder->n_old, finder->n_new, -1);
  for (guint i = finder->n_old; i-- > 0;)
    if (finder->partner[0][i] != NONE)
      extend_from (finder, i, finder->partner[0][i], -1);
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
        .weight = gloss_align_weigh_place (finder->clauses[0][i].length),
      };

      if (sighting->count[0] == 1 && sighting->count[1] == 1 && finder->clauses[0][i].length >= MIN_ANCHOR_BYTES && !finder->headings[0][i])
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
                    const GlossAlignClause *new_clauses,
                    guint                   n_new,
                    const guint8 *const     headings[2])
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (GlossLink));
  Finder finder = {
    .wordings = wordings,
    .clauses = { old_clauses, new_clauses },
    .headings = { headings[0], headings[1] },
    .n_old = n_old,
    .n_new = n_new,
    .partner = { g_new (guint, n_old + 1), g_new (guint, n_new + 1) },
    .sightings = g_new0 (Sighting, wordings->n_wordings + 1),
  };
  guint next_gap = 1;

  memset (finder.partner[0], 0xff, n_old * sizeof (guint));
  memset (finder.partner[1], 0xff, n_new * sizeof (guint));

  anchor_beginning (&finder);
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
