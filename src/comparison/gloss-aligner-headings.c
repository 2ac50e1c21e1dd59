/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-aligner"

#include "config.h"

#include "comparison/gloss-aligner-private.h"
#include "comparison/gloss-link.h"
#include "comparison/gloss-numbering.h"
#include "comparison/gloss-wording.h"

#include <string.h>

#define NONE G_MAXUINT

/* The score of two headings that differ by their number and stand above the same clauses. */
#define SCORE_ABOVE_SAME 500

/* So many clauses below a heading are looked at, and so many headings above a clause. */
#define MAX_BELOW 256
#define MAX_ABOVE 16

/* What the two texts say when the other clauses are linked, by clause. */
typedef struct
{
  const GlossAligner *aligner;
  guint *partner;   /* by old clause: the first new clause that it is linked to, or NONE */
  guint *above;     /* by new clause: the last heading before it, or NONE */
  guint8 *linked[2];
} Scene;

/* Two headings, and how much of what stands below the one stands below the other. */
typedef struct
{
  guint at[2];
  gint64 weight;
} Meeting;

static gboolean
is_heading (const GlossAlignClause *clause)
{
  if (clause->chosen != 0)
    return FALSE;
  if (clause->label[0] != '\0')
    return gloss_wording_is_empty (clause->text, clause->length);
  return gloss_is_numbering (clause->text, clause->length);
}

void
gloss_aligner_find_headings (GlossAligner *self)
{
  for (guint side = 0; side < 2; side++)
    {
      self->headings[side] = g_new (guint8, self->n_clauses[side] + 1);
      for (guint i = 0; i < self->n_clauses[side]; i++)
        self->headings[side][i] = is_heading (&self->clauses[side][i]);
    }
}

/* What numbers a heading: its label, or a text that is nothing else. */
static const char *
get_number (const GlossAlignClause *heading,
            gsize                  *length)
{
  gboolean has_label = heading->label[0] != '\0';

  *length = has_label ? strlen (heading->label) : heading->length;
  return has_label ? heading->label : heading->text;
}

/* Whether two headings number the same sort of thing. */
static gboolean
are_of_one_sort (const GlossAlignClause *a,
                 const GlossAlignClause *b)
{
  gsize a_length, b_length;
  const char *a_number = get_number (a, &a_length);
  const char *b_number = get_number (b, &b_length);

  return a->kind == b->kind && gloss_numbering_have_same_name (a_number, a_length, b_number, b_length);
}

/* The heading of the same sort as @like above the new clause @at, or NONE. */
static guint
find_above (const Scene            *scene,
            const GlossAlignClause *like,
            guint                   at)
{
  guint above = scene->above[at];

  for (guint k = 0; k < MAX_ABOVE && above != NONE; k++, above = scene->above[above])
    if (are_of_one_sort (like, &scene->aligner->clauses[1][above]))
      return above;

  return NONE;
}

/* Appends the meetings of the old heading @heading. */
static void
collect_meetings (const Scene *scene,
                  guint        heading,
                  GArray      *meetings)
{
  const GlossAlignClause *clauses = scene->aligner->clauses[0];
  guint first = meetings->len;
  guint end = MIN (scene->aligner->n_clauses[0], heading + 1 + MAX_BELOW);

  for (guint i = heading + 1; i < end; i++)
    {
      Meeting *meeting = NULL;
      guint above;

      if ((scene->aligner->headings[0][i] || clauses[i].label[0] != '\0') &&
          are_of_one_sort (&clauses[heading], &clauses[i]))
        break;
      above = scene->partner[i] != NONE ? find_above (scene, &clauses[heading], scene->partner[i]) : NONE;
      if (above == NONE)
        continue;

      for (guint k = first; k < meetings->len && meeting == NULL; k++)
        if (g_array_index (meetings, Meeting, k).at[1] == above)
          meeting = &g_array_index (meetings, Meeting, k);
      if (meeting == NULL)
        {
          Meeting more = { { heading, above }, 0 };

          g_array_append_val (meetings, more);
          meeting = &g_array_index (meetings, Meeting, meetings->len - 1);
        }
      meeting->weight += gloss_align_weigh_place (clauses[i].length);
    }
}

static int
compare_meetings (gconstpointer a,
                  gconstpointer b)
{
  const Meeting *x = a;
  const Meeting *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->at[0] != y->at[0])
    return x->at[0] < y->at[0] ? -1 : 1;
  return x->at[1] < y->at[1] ? -1 : x->at[1] > y->at[1];
}

static void
scene_init (Scene              *scene,
            const GlossAligner *aligner)
{
  guint above = NONE;

  scene->aligner = aligner;
  scene->partner = g_new (guint, aligner->n_clauses[0] + 1);
  scene->above = g_new (guint, aligner->n_clauses[1] + 1);
  memset (scene->partner, 0xff, aligner->n_clauses[0] * sizeof (guint));
  for (guint side = 0; side < 2; side++)
    scene->linked[side] = g_new0 (guint8, aligner->n_clauses[side] + 1);

  for (guint k = 0; k < aligner->links->len; k++)
    {
      const GlossLink *link = &g_array_index (aligner->links, GlossLink, k);

      for (guint i = link->old_first; i < link->old_first + link->n_old; i++)
        scene->partner[i] = link->new_first;
      memset (scene->linked[0] + link->old_first, TRUE, link->n_old);
      memset (scene->linked[1] + link->new_first, TRUE, link->n_new);
    }
  for (guint j = 0; j < aligner->n_clauses[1]; j++)
    {
      scene->above[j] = above;
      if (aligner->headings[1][j])
        above = j;
    }
}

static void
scene_clear (Scene *scene)
{
  g_free (scene->partner);
  g_free (scene->above);
  g_free (scene->linked[0]);
  g_free (scene->linked[1]);
}

void
gloss_aligner_link_headings (GlossAligner *self)
{
  g_autoptr (GArray) meetings = g_array_new (FALSE, FALSE, sizeof (Meeting));
  Scene scene;

  scene_init (&scene, self);
  for (guint i = 0; i < self->n_clauses[0]; i++)
    if (self->headings[0][i])
      collect_meetings (&scene, i, meetings);

  g_array_sort (meetings, compare_meetings);
  for (guint k = 0; k < meetings->len; k++)
    {
      const Meeting *meeting = &g_array_index (meetings, Meeting, k);
      guint i = meeting->at[0];
      guint j = meeting->at[1];
      GlossMatch match = { .n = { 1, 1 }, .score = SCORE_ABOVE_SAME };

      if (scene.linked[0][i] || scene.linked[1][j])
        continue;
      match.first[0] = gloss_aligner_find_open (self, 0, i);
      match.first[1] = gloss_aligner_find_open (self, 1, j);
      gloss_aligner_link (self, &match);
      scene.linked[0][i] = TRUE;
      scene.linked[1][j] = TRUE;
    }

  /* The others may meet what says the same in the same place. */
  for (guint side = 0; side < 2; side++)
    for (guint k = 0; k < self->sides[side].n; k++)
      if (self->headings[side][self->positions[side][k]])
        self->taken[side][k] = scene.linked[side][self->positions[side][k]];
  scene_clear (&scene);
}
