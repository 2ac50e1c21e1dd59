/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-summary.h"

#include <glib/gi18n-lib.h>

/* The characters of a quotation that are enough to know it by. */
#define SHOWN_CHARS 60

GArray *
gloss_import_summary_count_documents (GlossImportPlan *plan)
{
  GArray *documents = g_array_new (FALSE, FALSE, sizeof (GlossImportDocumentCounts));
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_items;

  g_return_val_if_fail (plan != NULL, documents);

  n_items = gloss_import_plan_get_n_items (plan);
  for (guint i = 0; i < n_items; i++)
    {
      const GlossImportItem *item = gloss_import_plan_get_item (plan, i);
      GlossImportDocumentCounts *counts;
      gpointer position;

      if (!g_hash_table_lookup_extended (positions, item->symbol, NULL, &position))
        {
          GlossImportDocumentCounts first = { .symbol = item->symbol };

          position = GUINT_TO_POINTER (documents->len);
          g_hash_table_insert (positions, (char *) item->symbol, position);
          g_array_append_val (documents, first);
        }

      counts = &g_array_index (documents, GlossImportDocumentCounts, GPOINTER_TO_UINT (position));
      if (counts->document == NULL)
        counts->document = item->document;
      counts->n_new += item->change == GLOSS_IMPORT_NEW;
      counts->n_updates += item->change == GLOSS_IMPORT_UPDATE;
      counts->n_duplicates += item->change == GLOSS_IMPORT_DUPLICATE;
    }

  return documents;
}

/* @part: (transfer full) */
static void
append_part (GString *parts,
             char    *part)
{
  if (parts->len > 0)
    /* Translators: stands between "10 new", "2 updated" and "3 already there". */
    g_string_append (parts, _(", "));
  g_string_append (parts, part);
  g_free (part);
}

char *
gloss_import_summary_dup_counts (const GlossImportDocumentCounts *counts)
{
  GString *parts = g_string_new (NULL);

  g_return_val_if_fail (counts != NULL, g_string_free (parts, FALSE));

  /* Translators: of notes that would come in. */
  if (counts->n_new > 0)
    append_part (parts, g_strdup_printf (ngettext ("%u new", "%u new", counts->n_new), counts->n_new));
  if (counts->n_updates > 0)
    append_part (parts, g_strdup_printf (ngettext ("%u updated", "%u updated", counts->n_updates), counts->n_updates));
  if (counts->n_duplicates > 0)
    append_part (parts, g_strdup_printf (ngettext ("%u already there", "%u already there", counts->n_duplicates),
                                         counts->n_duplicates));

  return g_string_free (parts, FALSE);
}

char *
gloss_import_summary_dup_remark (const GlossImportItem *item)
{
  g_return_val_if_fail (item != NULL, NULL);

  if (item->change == GLOSS_IMPORT_DUPLICATE)
    return NULL;

  switch (item->state)
    {
    case GLOSS_PLACEMENT_AMBIGUOUS:
      if (item->n_candidates > 1)
        return g_strdup_printf (ngettext ("to be placed, %u place fits", "to be placed, %u places fit", item->n_candidates),
                                item->n_candidates);
      return g_strdup (_("to be placed"));
    case GLOSS_PLACEMENT_NOT_FOUND:
      return g_strdup (_("not found"));
    case GLOSS_PLACEMENT_CHANGED:
      return g_strdup (_("on changed wording"));
    case GLOSS_PLACEMENT_PLACED:
    default:
      if (item->is_other_version)
        /* Translators: said of a note that would come in. */
        return g_strdup (_("another version is there, both are kept"));
      if (item->n_clauses > 1)
        return g_strdup_printf (ngettext ("on the first of %u clause", "on the first of %u clauses", item->n_clauses),
                                item->n_clauses);
      return NULL;
    }
}

char *
gloss_import_summary_dup_head (const GlossImportItem *item)
{
  GString *head = g_string_new (NULL);
  const GlossAnchorData *data;
  const char *at;

  g_return_val_if_fail (item != NULL, g_string_free (head, FALSE));

  data = gloss_anchor_get_data (gloss_annotation_get_anchor (item->annotation));
  at = data->exact != NULL ? data->exact : gloss_annotation_get_note (item->annotation);
  for (guint n = 0; *at != '\0' && n < SHOWN_CHARS; at = g_utf8_next_char (at), n++)
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        c = ' ';
      g_string_append_unichar (head, c);
    }
  if (*at != '\0')
    g_string_append (head, "…");

  return g_string_free (head, FALSE);
}
