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
          GlossFeatureReader reader = gloss_features_read (self->features, text);

          while (gloss_feature_reader_next (&reader))
            self->signed_by[side][reader.feature.id] += gloss_features_is_word (self->features,
                                                                                reader.feature.id);
        }
    }
}

gboolean
gloss_aligner_is_other_signatory (const GlossAligner *self,
                                  guint               i,
                                  guint               j)
{
  GlossFeatureReader a = gloss_features_read (self->features, gloss_aligner_get_text (self, 0, i));
  GlossFeatureReader b = gloss_features_read (self->features, gloss_aligner_get_text (self, 1, j));
  gboolean shared = FALSE;
  gboolean more;

  more = gloss_feature_reader_next (&a) && gloss_feature_reader_next (&b);
  while (more)
    {
      guint32 id = a.feature.id;

      if (id != b.feature.id)
        {
          more = gloss_feature_reader_next (id < b.feature.id ? &a : &b);
          continue;
        }
      if (self->signed_by[0][id] == 1 && self->signed_by[1][id] == 1)
        return FALSE;
      shared |= gloss_features_is_word (self->features, id);
      more = gloss_feature_reader_next (&a) && gloss_feature_reader_next (&b);
    }

  return shared;
}
