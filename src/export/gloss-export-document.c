/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-document.h"

#include "export/gloss-export-private.h"

char *
gloss_export_document_text (GlossDocument *document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      const char *label = gloss_clause_get_label (clause);
      const char *text = gloss_clause_get_text (clause);

      if (*label == '\0' && *text == '\0')
        continue;

      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append_printf (out, "%s%s%s\n", label, *label != '\0' && *text != '\0' ? " " : "",
                              text);
    }

  return g_string_free (out, FALSE);
}

static void
append_clause (GString     *out,
               GlossClause *clause)
{
  g_string_append_c (out, '{');
  gloss_json_append_member (out, "id", gloss_clause_get_id (clause));
  gloss_json_append_member (out, "label", gloss_clause_get_label (clause));
  gloss_json_append_member (out, "kind",
                            gloss_clause_kind_to_string (gloss_clause_get_kind (clause)));
  g_string_append_printf (out, ",\"depth\":%u", gloss_clause_get_depth (clause));
  gloss_json_append_member (out, "text", gloss_clause_get_text (clause));
  gloss_json_append_member (out, "citation", gloss_clause_get_citation (clause));
  g_string_append_c (out, '}');
}

char *
gloss_export_document_json (GlossDocument *document)
{
  GString *out = g_string_new ("{");

  gloss_json_append_particulars (out, document);
  g_string_append (out, ",\"clauses\":[");

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      append_clause (out, gloss_document_get_clause (document, i));
    }

  g_string_append (out, "\n]}\n");

  return g_string_free (out, FALSE);
}

char *
gloss_export_library_json (GlossLibrary *library)
{
  GString *out = g_string_new ("[");
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (library));

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);

      g_string_append (out, i > 0 ? ",\n{" : "\n{");
      gloss_json_append_member (out, "id", gloss_library_entry_get_name (entry));
      gloss_json_append_member (out, "symbol", gloss_library_entry_get_symbol (entry));
      gloss_json_append_member (out, "language", gloss_library_entry_get_language (entry));
      gloss_json_append_member (out, "title", gloss_library_entry_get_title (entry));
      gloss_json_append_member (out, "short_title", gloss_library_entry_get_short_title (entry));
      gloss_json_append_member (out, "date", gloss_library_entry_get_date (entry));
      g_string_append_printf (out, ",\"added\":%s}",
                              gloss_library_entry_get_added (entry) ? "true" : "false");
    }

  g_string_append (out, "\n]\n");

  return g_string_free (out, FALSE);
}
