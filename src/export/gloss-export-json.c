/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-private.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-target.h"
#include "annotation/gloss-json-edit.h"
#include "document/gloss-eight-bytes.h"

/* A comparison of two long texts has tens of thousands of rows. They are written straight to text,
 * one on each line, without a tree of JSON nodes between; numbers are written by hand and so are
 * the same in every locale. */

static const char *const operators[] = {
  [GLOSS_DIFF_EQUAL] = "=",
  [GLOSS_DIFF_REMOVED] = "-",
  [GLOSS_DIFF_ADDED] = "+",
};

static const gboolean needs_escape[256] = { [0 ... 0x1f] = TRUE, ['"'] = TRUE, ['\\'] = TRUE, [0x7f] = TRUE };

/* The end of what needs no escape from @p on. */
static const char *
find_escape (const char *p,
             const char *end)
{
  for (; end - p >= 8; p += 8)
    {
      guint64 eight = gloss_eight_load (p);
      guint64 controls = ~((eight & ~GLOSS_EIGHT_HIGHS) + (0x80 - ' ') * GLOSS_EIGHT_ONES) & ~eight &
                         GLOSS_EIGHT_HIGHS;

      if ((controls | gloss_eight_find (eight, '"') | gloss_eight_find (eight, '\\') |
           gloss_eight_find (eight, 0x7f)) != 0)
        break;
    }
  while (p < end && !needs_escape[(guchar) *p])
    p++;

  return p;
}

void
gloss_json_append_string (GString    *out,
                          const char *text,
                          gssize      length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);

  g_string_append_c (out, '"');

  for (const char *p = text; p < end; p++)
    {
      const char *plain = p;
      guchar byte;

      p = find_escape (plain, end);
      if (p > plain)
        g_string_append_len (out, plain, p - plain);
      if (p == end)
        break;

      byte = (guchar) *p;
      if (byte == '"' || byte == '\\')
        g_string_append_printf (out, "\\%c", byte);
      else if (byte == '\n')
        g_string_append (out, "\\n");
      else if (byte == '\t')
        g_string_append (out, "\\t");
      else
        g_string_append_printf (out, "\\u%04x", byte);
    }

  g_string_append_c (out, '"');
}

void
gloss_json_append_member (GString    *out,
                          const char *name,
                          const char *value)
{
  if (out->len > 0 && out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');

  gloss_json_append_string (out, name, -1);
  g_string_append_c (out, ':');
  gloss_json_append_string (out, value, -1);
}

void
gloss_json_append_particulars (GString       *out,
                               GlossDocument *document)
{
  gloss_json_append_member (out, "id", gloss_document_get_name (document));
  gloss_json_append_member (out, "symbol", gloss_document_get_symbol (document));
  gloss_json_append_member (out, "language", gloss_document_get_language (document));
  gloss_json_append_member (out, "title", gloss_document_get_title (document));
  gloss_json_append_member (out, "date", gloss_document_get_date (document));
}

static void
append_summary (GString                      *out,
                const GlossComparisonSummary *summary)
{
  g_string_append (out, "\"summary\":{");

  for (guint state = 0; state < GLOSS_N_ROW_STATES; state++)
    g_string_append_printf (out, "\"%s\":%u,", gloss_row_state_to_string (state),
                            summary->rows[state]);

  g_string_append_printf (out, "\"words\":{\"kept\":%u,\"removed\":%u,\"added\":%u}}",
                          summary->words_kept, summary->words_removed, summary->words_added);
}

static void
begin_comparison (GString         *out,
                  GlossComparison *comparison)
{
  g_string_append (out, "{\"old\":{");
  gloss_json_append_particulars (out, gloss_comparison_get_old_document (comparison));
  g_string_append (out, "},\n\"new\":{");
  gloss_json_append_particulars (out, gloss_comparison_get_new_document (comparison));
  g_string_append (out, "},\n");
  append_summary (out, gloss_comparison_get_summary (comparison));
  g_string_append (out, ",\n\"rows\":[");
}

static void
append_ids (GString            *out,
            GlossComparisonRow *row,
            GlossExportSide     side)
{
  g_string_append_c (out, '[');

  for (guint i = 0; i < gloss_export_row_get_n_clauses (row, side); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      gloss_json_append_string (out,
                                gloss_clause_get_id (gloss_export_row_get_clause (row, side,
                                                                                  i)), -1);
    }

  g_string_append_c (out, ']');
}

static void
append_difference (GString            *out,
                   GlossComparisonRow *row)
{
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

  g_string_append_c (out, '[');

  for (guint i = 0; i < n_stretches; i++)
    {
      g_string_append (out, i > 0 ? ",[\"" : "[\"");
      g_string_append (out, operators[stretches[i].op]);
      g_string_append (out, "\",");
      gloss_json_append_string (out, gloss_comparison_row_get_stretch_text (row, &stretches[i]),
                                stretches[i].length);
      g_string_append_c (out, ']');
    }

  g_string_append_c (out, ']');
}

static void
write_row (GString            *out,
           GlossComparison    *comparison,
           GlossComparisonRow *row)
{
  g_string_append (out, row == gloss_comparison_get_row (comparison, 0) ? "\n{\"state\":\"" : ",\n{\"state\":\"");
  g_string_append (out, gloss_row_state_to_string (gloss_comparison_row_get_state (row)));
  g_string_append (out, "\",\"old\":");
  append_ids (out, row, GLOSS_EXPORT_OLD);
  g_string_append (out, ",\"new\":");
  append_ids (out, row, GLOSS_EXPORT_NEW);
  g_string_append (out, ",\"score\":");
  gloss_export_row_append_score (out, row);
  g_string_append (out, ",\"diff\":");
  append_difference (out, row);
  if (gloss_comparison_row_is_typographic (row))
    g_string_append (out, ",\"typographic\":true");
  if (gloss_comparison_row_is_chosen (row))
    g_string_append (out, ",\"paired\":\"by hand\"");
  g_string_append_c (out, '}');
}

static void
end_comparison (GString *out)
{
  g_string_append (out, "\n]}\n");
}

const GlossExportWriter gloss_export_json_writer = {
  .begin_comparison = begin_comparison,
  .write_row = write_row,
  .end_comparison = end_comparison,
};

/* (transfer full) (nullable): the target with the words of the clause on the whole of which @note is, where
 * these are at hand. */
static char *
dup_target_with_words (const GlossExportNote *note,
                       const GlossJsonText   *target)
{
  GlossAnchor *anchor = gloss_annotation_get_anchor (note->annotation);
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);

  if (note->clause == NULL || note->placement != GLOSS_PLACEMENT_PLACED ||
      g_strcmp0 (data->clause_id, gloss_clause_get_id (note->clause)) != 0 ||
      g_strcmp0 (data->language, note->source->language) != 0)
    return NULL;

  return gloss_target_write_words (target, anchor, gloss_clause_get_text (note->clause));
}

/* (transfer full): a copy of the annotation whose target says its citation, in the vocabulary of
 * Dublin Core that the context of Web Annotations includes; and, of a clause, its words. */
static GlossAnnotation *
copy_with_citation (const GlossExportNote *note)
{
  GlossJsonText record = gloss_json_text_for (gloss_annotation_get_text (note->annotation));
  g_autoptr (GlossJsonEdit) edit = gloss_json_edit_new (&record);
  g_autoptr (GlossJsonEdit) target_edit = NULL;
  g_autofree char *with_words = NULL;
  g_autofree char *text = NULL;
  GlossJsonText target;

  if (!gloss_json_edit_get (edit, "target", &target) || !gloss_json_text_is_object (&target))
    return g_object_ref (note->annotation);

  with_words = dup_target_with_words (note, &target);
  if (with_words != NULL)
    target = gloss_json_text_for (with_words);

  target_edit = gloss_json_edit_new (&target);
  gloss_json_edit_set_string (target_edit, "dcterms:bibliographicCitation", note->citation);
  gloss_json_edit_take (edit, "target", gloss_json_edit_to_text (target_edit));
  text = gloss_json_edit_to_text (edit);

  return gloss_annotation_new_from_text (text, strlen (text), NULL);
}

char *
gloss_export_notes_json (GPtrArray *notes)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *collection = NULL;
  const char *common_symbol = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const GlossExportNote *note = g_ptr_array_index (notes, i);
      GlossAnchor *anchor = gloss_annotation_get_anchor (note->annotation);
      const char *symbol = gloss_anchor_get_data (anchor)->symbol;

      g_ptr_array_add (copies, copy_with_citation (note));

      /* The collection is of one document only if all notes are. */
      if (i == 0)
        common_symbol = symbol;
      else if (g_strcmp0 (common_symbol, symbol) != 0)
        common_symbol = NULL;
    }

  collection = gloss_annotation_collection_write (copies, common_symbol, NULL);
  return g_strconcat (collection, "\n", NULL);
}
