/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-aligner"

#include "config.h"

#include "comparison/gloss-aligner-private.h"
#include "comparison/gloss-chain.h"
#include "comparison/gloss-wording.h"

#include <stdlib.h>
#include <string.h>

/* What it takes off the score of two signatures that no name of a person or State joins. */
#define OTHER_SIGNATORY_PENALTY 600

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

guint
gloss_aligner_find_open (const GlossAligner *self,
                         guint               side,
                         guint               position)
{
  const guint *positions = self->positions[side];
  const guint *found = bsearch (&position, positions, self->sides[side].n, sizeof (guint), compare_positions);

  g_assert (found != NULL);
  return (guint) (found - positions);
}

gboolean
gloss_aligner_have_same_wording (const GlossAligner *self,
                                 guint               i,
                                 guint               j)
{
  const GlossAlignClause *a = gloss_aligner_get_open (self, 0, i);
  const GlossAlignClause *b = gloss_aligner_get_open (self, 1, j);

  return gloss_wording_equal (a->text, a->length, b->text, b->length);
}

gboolean
gloss_aligner_have_same_label (const GlossAligner *self,
                               guint               i,
                               guint               j)
{
  const GlossAlignClause *a = gloss_aligner_get_open (self, 0, i);
  const GlossAlignClause *b = gloss_aligner_get_open (self, 1, j);

  return a->label[0] != '\0' && a->kind == b->kind && gloss_align_have_same_label (a, b);
}

guint
gloss_aligner_find_penalty (const GlossAligner *self,
                            guint               i,
                            guint               j)
{
  GlossClauseKind old_kind = gloss_aligner_get_open (self, 0, i)->kind;
  GlossClauseKind new_kind = gloss_aligner_get_open (self, 1, j)->kind;

  if (old_kind == GLOSS_CLAUSE_SIGNATURE && new_kind == GLOSS_CLAUSE_SIGNATURE)
    return gloss_aligner_is_other_signatory (self, i, j) ? OTHER_SIGNATORY_PENALTY : 0;
  return gloss_aligner_find_kind_penalty (old_kind, new_kind);
}

void
gloss_aligner_link (GlossAligner     *self,
                    const GlossMatch *match)
{
  GlossLink link = {
    .old_first = self->positions[0][match->first[0]],
    .n_old = match->n[0],
    .new_first = self->positions[1][match->first[1]],
    .n_new = match->n[1],
    .score = match->score,
    .same_wording = match->n[0] == 1 && match->n[1] == 1 &&
                    gloss_aligner_have_same_wording (self, match->first[0], match->first[1]),
  };

  g_array_append_val (self->links, link);
  g_array_append_val (self->found, *match);
  for (guint side = 0; side < 2; side++)
    memset (self->taken[side] + match->first[side], TRUE, match->n[side]);
}

gint64
gloss_aligner_weigh_match (const GlossAligner *self,
                           const GlossMatch   *match,
                           gint64              points)
{
  gint64 words = 1;

  for (guint side = 0; side < 2; side++)
    for (guint k = 0; k < match->n[side]; k++)
      words += gloss_features_get_words (self->features,
                                         gloss_aligner_get_text (self, side, match->first[side] + k));

  return points * words;
}

gint64
gloss_aligner_find_place_bonus (const GlossAligner *self,
                                guint               i,
                                guint               j)
{
  guint distance = (guint) ABS ((gint64) self->sides[0].expected[i] - j);

  return (distance < 10 ? 10 - distance : 0) + (gloss_aligner_have_same_label (self, i, j) ? 5 : 0);
}

void
gloss_aligner_choose_matches (GlossAligner *self,
                              GArray       *matches)
{
  g_autofree GlossChainItem *items = g_new (GlossChainItem, matches->len + 1);
  g_autofree gboolean *chosen = g_new (gboolean, matches->len + 1);

  for (guint k = 0; k < matches->len; k++)
    {
      const GlossMatch *match = &g_array_index (matches, GlossMatch, k);

      items[k] = (GlossChainItem) {
        .old_first = match->first[0],
        .old_end = match->first[0] + match->n[0],
        .new_first = match->first[1],
        .new_end = match->first[1] + match->n[1],
        .weight = match->weight,
      };
    }
  gloss_chain_choose (items, matches->len, chosen);
  for (guint k = 0; k < matches->len; k++)
    if (chosen[k])
      gloss_aligner_link (self, &g_array_index (matches, GlossMatch, k));
}

gboolean
gloss_aligner_is_stub (const GlossAlignClause *clause,
                       guint                   words)
{
  static const char brackets[] = "[(（〔［【";
  gunichar first = g_utf8_get_char (clause->text);

  return words <= 1 ||
         (words <= 6 && first != 0 && g_utf8_strchr (brackets, -1, first) != NULL);
}
