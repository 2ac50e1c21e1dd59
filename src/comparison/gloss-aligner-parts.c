/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-aligner"

#include "config.h"

#include "comparison/gloss-aligner-private.h"

/* How much of a part must be told by what the other parts leave over, in hundredths, and how many
 * parts a clause may have. */
#define PART_COVER 35
#define MAX_PARTS  32

guint
gloss_aligner_find_kind_penalty (GlossClauseKind a,
                                 GlossClauseKind b)
{
  static const guint8 groups[] = {
    [GLOSS_CLAUSE_MASTHEAD] = 1,
    [GLOSS_CLAUSE_TITLE] = 1,
    [GLOSS_CLAUSE_ANNEX] = 1,
    [GLOSS_CLAUSE_SECTION] = 1,
    [GLOSS_CLAUSE_FORMULA] = 2,
    [GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH] = 2,
    [GLOSS_CLAUSE_PARAGRAPH] = 3,
    [GLOSS_CLAUSE_ITEM] = 3,
    [GLOSS_CLAUSE_SUBITEM] = 3,
    [GLOSS_CLAUSE_NOTE] = 4,
    [GLOSS_CLAUSE_SIGNATURE] = 5,
  };

  if (a == b)
    return 0;
  if (a == GLOSS_CLAUSE_PARAGRAPH || b == GLOSS_CLAUSE_PARAGRAPH)
    return groups[a] == groups[b] ? 0 : 100;
  if (groups[a] == groups[b])
    return groups[a] == 3 ? 0 : 100;
  if (groups[a] + groups[b] == 5 && groups[a] != 1 && groups[b] != 1)
    return 100;
  return 1000;
}

/* Takes what is left of the laid out clause for one part more, where it tells enough of it. */
static gboolean
take_part (const GlossAligner *self,
           guint               side,
           guint               part,
           guint64            *total,
           guint64            *common)
{
  guint text = gloss_aligner_get_text (self, side, part);
  guint64 part_total = gloss_features_get_total (self->features, text);

  if (part_total == 0 ||
      gloss_features_peek (self->features, text) * 100 < part_total * PART_COVER)
    return FALSE;
  *common += gloss_features_take (self->features, text);
  *total += part_total;
  return TRUE;
}

/* Whether each of the parts tells enough that no other of them tells. */
static gboolean
are_all_parts (const GlossAligner *self,
               guint               text,
               guint               side,
               guint               first,
               guint               end)
{
  gboolean all = TRUE;

  for (guint part = first; part < end && all; part++)
    {
      guint64 total = gloss_features_get_total (self->features, gloss_aligner_get_text (self, side, part));

      gloss_features_begin (self->features, text);
      for (guint other = first; other < end; other++)
        if (other != part)
          gloss_features_take (self->features, gloss_aligner_get_text (self, side, other));
      all = gloss_features_peek (self->features, gloss_aligner_get_text (self, side, part)) * 100 >=
            total * PART_COVER;
      gloss_features_end (self->features, text);
    }

  return all;
}

static gboolean
is_heading (const GlossAligner *self,
            guint               side,
            guint               number)
{
  return self->headings[side][self->positions[side][number]];
}

/* Gives in @part the clause before or behind @beside, headings between them left out, where it may
 * be one of the parts of a clause of that kind. */
static gboolean
find_part_beside (const GlossAligner *self,
                  guint               side,
                  guint               beside,
                  int                 step,
                  GlossClauseKind     kind,
                  guint              *part)
{
  gint64 at = beside;

  do
    {
      at += step;
      if (at < 0 || at >= self->sides[side].n ||
          ABS ((gint64) self->positions[side][at] - self->positions[side][at - step]) != 1)
        return FALSE;
    }
  while (is_heading (self, side, (guint) at));

  *part = (guint) at;
  return !self->taken[side][at] &&
         gloss_aligner_find_kind_penalty (kind, gloss_aligner_get_open (self, side, *part)->kind) == 0;
}

gboolean
gloss_aligner_find_parts (const GlossAligner *self,
                          guint               side,
                          guint               whole,
                          guint               part,
                          guint               n_parts,
                          GlossMatch         *match)
{
  guint text = gloss_aligner_get_text (self, side, whole);
  GlossClauseKind kind = gloss_aligner_get_open (self, side, whole)->kind;
  guint first = part;
  guint end = part + n_parts;
  guint64 total = 0;
  guint64 common = 0;
  gboolean grown = TRUE;
  guint more;

  /* Mostly there is no other clause to look at. */
  if (!find_part_beside (self, 1 - side, end - 1, 1, kind, &more) &&
      !find_part_beside (self, 1 - side, first, -1, kind, &more))
    return FALSE;

  gloss_features_begin (self->features, text);
  for (guint k = first; k < end && grown; k++)
    grown = is_heading (self, 1 - side, k) || take_part (self, 1 - side, k, &total, &common);
  while (grown && end - first < MAX_PARTS)
    {
      grown = FALSE;
      if (find_part_beside (self, 1 - side, end - 1, 1, kind, &more) &&
          take_part (self, 1 - side, more, &total, &common))
        {
          end = more + 1;
          grown = TRUE;
        }
      if (find_part_beside (self, 1 - side, first, -1, kind, &more) &&
          take_part (self, 1 - side, more, &total, &common))
        {
          first = more;
          grown = TRUE;
        }
    }
  gloss_features_end (self->features, text);

  match->first[side] = whole;
  match->n[side] = 1;
  match->first[1 - side] = first;
  match->n[1 - side] = end - first;
  match->score = gloss_features_score (gloss_features_get_total (self->features, text), total, common);
  return end - first > n_parts && are_all_parts (self, text, 1 - side, first, end);
}
