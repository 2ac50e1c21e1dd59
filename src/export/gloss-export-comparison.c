/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "document/gloss-numeral.h"

static void
take_count (GPtrArray  *details,
            const char *label,
            guint       count)
{
  gloss_export_take_detail (details, label, g_strdup_printf ("%u", count));
}

static char *
dup_document_line (GlossDocument *document)
{
  g_autofree char *particulars = gloss_export_dup_particulars (gloss_document_get_symbol (document),
                                                               gloss_document_get_language (document),
                                                               gloss_document_get_date (document));

  return g_strdup_printf ("%s: %s", particulars, gloss_document_get_short_title (document));
}

GPtrArray *
gloss_export_comparison_details (GlossComparison *comparison)
{
  const GlossComparisonSummary *summary = gloss_comparison_get_summary (comparison);
  guint n_chosen = gloss_comparison_count_chosen (comparison);
  GPtrArray *details = g_ptr_array_new_with_free_func (gloss_export_detail_free);

  gloss_export_take_detail (details, _("Old text"),
                            dup_document_line (gloss_comparison_get_old_document (comparison)));
  gloss_export_take_detail (details, _("New text"),
                            dup_document_line (gloss_comparison_get_new_document (comparison)));

  for (guint state = 0; state < GLOSS_N_ROW_STATES; state++)
    if (summary->rows[state] > 0)
      take_count (details, gloss_row_state_get_label (state), summary->rows[state]);

  if (n_chosen > 0)
    /* Translators: rows of a comparison whose clauses the reader paired, or parted, otherwise. */
    take_count (details, _("Paired or unpaired by hand"), n_chosen);
  take_count (details, _("Words kept"), summary->words_kept);
  take_count (details, _("Words removed"), summary->words_removed);
  take_count (details, _("Words added"), summary->words_added);

  return details;
}

const char *
gloss_export_comparison_get_name (GlossComparison *comparison,
                                  GlossExportSide  side)
{
  GlossDocument *old_document = gloss_comparison_get_old_document (comparison);
  GlossDocument *new_document = gloss_comparison_get_new_document (comparison);

  return side == GLOSS_EXPORT_OLD ? gloss_document_get_name_beside (old_document, new_document)
                                  : gloss_document_get_name_beside (new_document, old_document);
}

char *
gloss_export_comparison_dup_title (GlossComparison *comparison)
{
  /* Translators: the names of two documents, the old and the new one. */
  return g_strdup_printf (_("%s compared with %s"), gloss_export_comparison_get_name (comparison, GLOSS_EXPORT_OLD),
                          gloss_export_comparison_get_name (comparison, GLOSS_EXPORT_NEW));
}

guint
gloss_export_row_get_n_clauses (GlossComparisonRow *row,
                                GlossExportSide     side)
{
  return side == GLOSS_EXPORT_OLD ? gloss_comparison_row_get_n_old (row)
                                  : gloss_comparison_row_get_n_new (row);
}

GlossClause *
gloss_export_row_get_clause (GlossComparisonRow *row,
                             GlossExportSide     side,
                             guint               index)
{
  return side == GLOSS_EXPORT_OLD ? gloss_comparison_row_get_old (row, index)
                                  : gloss_comparison_row_get_new (row, index);
}

static char *
join_clauses (GlossComparisonRow *row,
              GlossExportSide     side,
              const char         *separator,
              const char       *(*get_string) (GlossClause *clause))
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < gloss_export_row_get_n_clauses (row, side); i++)
    {
      const char *string = get_string (gloss_export_row_get_clause (row, side, i));

      if (joined->len > 0 && *string != '\0')
        g_string_append (joined, separator);
      g_string_append (joined, string);
    }

  return g_string_free (joined, FALSE);
}

char *
gloss_export_row_dup_citations (GlossComparisonRow *row,
                                GlossExportSide     side)
{
  return join_clauses (row, side, "; ", gloss_clause_get_citation);
}

char *
gloss_export_row_dup_state (GlossComparisonRow *row)
{
  const char *label = gloss_row_state_get_label (gloss_comparison_row_get_state (row));
  g_autofree char *state = NULL;

  if (gloss_comparison_row_is_typographic (row))
    /* Translators: %s is what became of a clause, "Unchanged" or "Moved". Only quotation marks,
     * dashes, spaces and the like differ. */
    state = g_strdup_printf (_("%s, other typography"), label);
  else
    state = g_strdup (label);

  if (!gloss_comparison_row_is_chosen (row))
    return g_steal_pointer (&state);

  if (gloss_comparison_row_get_n_old (row) > 0 && gloss_comparison_row_get_n_new (row) > 0)
    /* Translators: %s is the state of a row, such as “Reworded”; the reader paired its clauses. */
    return g_strdup_printf (_("%s; paired by hand"), state);

  /* Translators: %s is the state of a row, such as “New”; the reader said that its clause has no
   * counterpart. */
  return g_strdup_printf (_("%s; unpaired by hand"), state);
}

char *
gloss_export_row_dup_labels (GlossComparisonRow *row,
                             GlossExportSide     side)
{
  return join_clauses (row, side, ", ", gloss_clause_get_label);
}

char *
gloss_export_row_dup_ids (GlossComparisonRow *row,
                          GlossExportSide     side)
{
  return join_clauses (row, side, " ", gloss_clause_get_id);
}

void
gloss_export_row_append_score (GString            *out,
                               GlossComparisonRow *row)
{
  guint score = gloss_comparison_row_get_score (row);
  guint rest = score % 1000;

  gloss_numeral_append (out, score / 1000);
  for (guint unit = 100; rest > 0; rest %= unit, unit /= 10)
    {
      if (unit == 100)
        g_string_append_c (out, '.');
      g_string_append_c (out, (char) ('0' + rest / unit));
    }
}

char *
gloss_export_row_dup_score (GlossComparisonRow *row)
{
  GString *score = g_string_new (NULL);

  gloss_export_row_append_score (score, row);
  return g_string_free (score, FALSE);
}
