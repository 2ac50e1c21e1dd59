/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison-list"

#include "config.h"

#include "ui/gloss-comparison-list-private.h"

/* Whether a word that was looked up stands in one of the texts of @row. */
static gboolean
has_match (GlossComparisonRow *row,
           GlossPhraseCount   *matches)
{
  guint n_places = 0;

  for (guint i = 0; i < gloss_comparison_row_get_n_old (row) && n_places == 0; i++)
    gloss_phrase_count_find (matches->old_places, gloss_clause_get_position (gloss_comparison_row_get_old (row, i)),
                             &n_places);
  for (guint i = 0; i < gloss_comparison_row_get_n_new (row) && n_places == 0; i++)
    gloss_phrase_count_find (matches->new_places, gloss_clause_get_position (gloss_comparison_row_get_new (row, i)),
                             &n_places);

  return n_places > 0;
}

void
gloss_comparison_list_set_matches (GlossComparisonList *self,
                                   GlossPhraseCount    *matches)
{
  g_return_if_fail (GLOSS_IS_COMPARISON_LIST (self));

  if (self->matches == matches)
    return;

  self->matches = matches;
  gloss_comparison_list_update_rows (self);
}

GlossComparisonRow *
gloss_comparison_list_find_match (GlossComparisonList *self,
                                  int                  step)
{
  GlossComparisonRow *current;
  guint n_rows;
  guint from;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_LIST (self), NULL);
  g_return_val_if_fail (step == 1 || step == -1, NULL);

  if (self->comparison == NULL || self->matches == NULL)
    return NULL;

  /* From no row at all, forwards to the first one and backwards to the last. */
  current = gloss_comparison_list_get_current_row (self);
  n_rows = gloss_comparison_get_n_rows (self->comparison);
  from = step > 0 ? n_rows - 1 : 0;
  for (guint i = 0; i < n_rows; i++)
    if (gloss_comparison_get_row (self->comparison, i) == current)
      from = i;

  /* Round and round, and at last the row itself. */
  for (guint i = 1; i <= n_rows; i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (self->comparison,
                                                          (from + (step > 0 ? i : n_rows - i)) % n_rows);

      if (has_match (row, self->matches))
        return row;
    }

  return NULL;
}
