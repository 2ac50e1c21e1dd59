/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-aligner"

#include "config.h"

#include "comparison/gloss-aligner-private.h"
#include "comparison/gloss-wording.h"

void
gloss_aligner_set_chosen_apart (GlossAligner *self)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->n_clauses[side]; i++)
      if (self->clauses[side][i].chosen != 0)
        self->wordings.wordings[side][i] = self->wordings.n_wordings++;
}

void
gloss_aligner_link_chosen (GlossAligner *self)
{
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < self->sides[side].n; i++)
      self->taken[side][i] |= gloss_aligner_get_open (self, side, i)->chosen != 0;

  for (guint i = 0; i < self->sides[0].n; i++)
    {
      const GlossAlignClause *a = gloss_aligner_get_open (self, 0, i);
      const GlossAlignClause *b;
      GlossLink link = { self->positions[0][i], 1, a->chosen - 1, 1, 0, FALSE, TRUE };

      if (a->chosen == 0 || a->chosen == GLOSS_ALIGN_ALONE)
        continue;
      b = &self->clauses[1][link.new_first];
      link.same_wording = gloss_wording_equal (a->text, a->length, b->text, b->length);
      link.score = gloss_features_compare (self->features, gloss_aligner_get_text (self, 0, i),
                                           gloss_aligner_get_text (self, 1, gloss_aligner_find_open (self, 1, link.new_first)));
      g_array_append_val (self->links, link);
    }
}
