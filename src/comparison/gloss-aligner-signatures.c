/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-aligner"

#include "config.h"

#include "comparison/gloss-aligner-private.h"

void
gloss_aligner_count_signatures (GlossAligner *self)
{
  guint firsts[3];

  for (guint side = 0; side < 2; side++)
    {
      firsts[side] = gloss_features_get_n_texts (self->features);
      for (guint k = 0; k < self->n_clauses[side]; k++)
        {
          const GlossAlignClause *clause = &self->clauses[side][k];

          if (clause->kind == GLOSS_CLAUSE_SIGNATURE)
            gloss_features_add (self->features, clause->text, clause->length);
        }
    }
  firsts[2] = gloss_features_get_n_texts (self->features);

  for (guint side = 0; side < 2; side++)
    {
      self->signed_by[side] = g_new0 (guint, gloss_features_get_n (self->features) + 1);
      for (guint text = firsts[side]; text < firsts[side + 1]; text++)
        {
          guint n;
          const GlossFeature *features = gloss_features_get (self->features, text, &n);

          for (guint k = 0; k < n; k++)
            self->signed_by[side][features[k].id] += gloss_features_is_word (self->features,
                                                                             features[k].id);
        }
    }
}

gboolean
gloss_aligner_is_other_signatory (const GlossAligner *self,
                                  guint               i,
                                  guint               j)
{
  guint n[2];
  const GlossFeature *a = gloss_features_get (self->features, gloss_aligner_get_text (self, 0, i), &n[0]);
  const GlossFeature *b = gloss_features_get (self->features, gloss_aligner_get_text (self, 1, j), &n[1]);
  gboolean shared = FALSE;

  for (guint x = 0, y = 0; x < n[0] && y < n[1];)
    {
      if (a[x].id < b[y].id)
        {
          x++;
        }
      else if (a[x].id > b[y].id)
        {
          y++;
        }
      else
        {
          if (self->signed_by[0][a[x].id] == 1 && self->signed_by[1][a[x].id] == 1)
            return FALSE;
          shared |= gloss_features_is_word (self->features, a[x].id);
          x++;
          y++;
        }
    }

  return shared;
}
