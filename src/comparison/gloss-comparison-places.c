/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-comparison"

#include "config.h"

#include "comparison/gloss-comparison-places.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static void
append (GArray             *places,
        GlossComparisonRow *row,
        gboolean            moved_away)
{
  const GlossComparisonPlace place = { row, moved_away };

  g_array_append_val (places, place);
}

/* Of the rows that moved, those that stood behind a row in the old text, up to the next row that
 * stayed. @old_position: of the clause after which they stood; -1: at the beginning. */
static void
append_moved_away (GArray          *places,
                   GlossComparison *comparison,
                   int              old_position)
{
  GlossDocument *document = gloss_comparison_get_old_document (comparison);
  guint n_clauses = gloss_document_get_n_clauses (document);
  GlossComparisonRow *last = NULL;

  for (guint i = old_position + 1; i < n_clauses; i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      GlossComparisonRow *row = gloss_comparison_find_old (comparison, gloss_clause_get_id (clause));

      if (row == NULL || !gloss_comparison_row_has_moved (row))
        break;
      if (row != last)
        append (places, row, TRUE);
      last = row;
    }
}

gboolean
gloss_comparison_row_has_moved (GlossComparisonRow *row)
{
  GlossRowState state = gloss_comparison_row_get_state (row);

  return state == GLOSS_ROW_MOVED || state == GLOSS_ROW_MOVED_REWORDED;
}

GArray *
gloss_comparison_list_places (GlossComparison *comparison)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (GlossComparisonPlace));
  guint n_rows;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), places);

  n_rows = gloss_comparison_get_n_rows (comparison);
  if (n_rows > 0)
    append_moved_away (places, comparison, -1);

  for (guint i = 0; i < n_rows; i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);
      guint n_old = gloss_comparison_row_get_n_old (row);

      append (places, row, FALSE);
      if (n_old > 0 && !gloss_comparison_row_has_moved (row))
        append_moved_away (places, comparison,
                           gloss_clause_get_position (gloss_comparison_row_get_old (row, n_old - 1)));
    }

  return places;
}

const char *
gloss_comparison_skip_symbol (const char *citation,
                              const char *symbol)
{
  const char *rest;

  if (!g_str_has_prefix (citation, symbol))
    return citation;

  rest = citation + strlen (symbol);
  return g_str_has_prefix (rest, ", ") ? rest + strlen (", ") : citation;
}

char *
gloss_comparison_dup_other_end (GlossComparison    *comparison,
                                GlossComparisonRow *row,
                                gboolean            moved_away)
{
  GlossDocument *document;
  GlossClause *clause;
  const char *label;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (gloss_comparison_row_has_moved (row), NULL);

  document = moved_away ? gloss_comparison_get_new_document (comparison) : gloss_comparison_get_old_document (comparison);
  clause = moved_away ? gloss_comparison_row_get_new (row, 0) : gloss_comparison_row_get_old (row, 0);
  label = gloss_clause_get_label (clause);
  if (*label == '\0')
    label = gloss_comparison_skip_symbol (gloss_clause_get_citation (clause), gloss_document_get_symbol (document));

  /* Translators: a link to the other end of a clause that moved; %s is its number, "(5)" */
  return g_strdup_printf (moved_away ? _("moved to %s") : _("moved from %s"), label);
}
