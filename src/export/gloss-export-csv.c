/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-departures-private.h"

#include <string.h>

#include "annotation/gloss-vocabulary.h"

/* CSV by RFC 4180: CRLF, one header row, a byte order mark so that spreadsheets read UTF-8. It is
 * for programs too: the header and the names of states and colours are the same in every locale.
 *
 * A spreadsheet takes a cell that begins with one of = + - @ for a formula and would run it, in East
 * Asian languages also with one of full width. Such a cell gets an apostrophe in front, which
 * spreadsheets take as "this is text". So that the exact words can be told from the file, a cell whose
 * own apostrophes are followed by such a sign gets one more as well: whoever reads such a cell drops
 * its first apostrophe. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define FORMULA_SIGNS   "=+-@\t\r＝＋－＠"

static gboolean
looks_like_formula (const char *text)
{
  text += strspn (text, "'");

  return *text != '\0' && g_utf8_strchr (FORMULA_SIGNS, -1, g_utf8_get_char (text)) != NULL;
}

static void
append_cell (GString    *out,
             const char *text)
{
  gsize length = strlen (text);
  gboolean quoted = strpbrk (text, "\",\r\n") != NULL ||
                    (length > 0 &&
                     (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1])));

  if (quoted)
    g_string_append_c (out, '"');
  if (looks_like_formula (text))
    g_string_append_c (out, '\'');

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }

  if (quoted)
    g_string_append_c (out, '"');
}

/* @cells ends in NULL. */
static void
append_row (GString           *out,
            const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_cell (out, cells[i]);
    }

  g_string_append (out, "\r\n");
}

static void
begin_notes (GString *out,
             guint    n_notes)
{
  static const char *const header[] = {
    "document", "language", "date", "title", "citation", "clause", "quotation", "note", "tags",
    "color", "meaning", "author", "created", "modified", "place", "id",
    "old citation", "old quotation", NULL
  };

  g_string_append (out, BYTE_ORDER_MARK);
  append_row (out, header);
}

static void
write_note (GString               *out,
            const GlossExportNote *note)
{
  GlossAnnotation *annotation = note->annotation;
  const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));
  g_autofree char *tags = g_strjoinv ("; ", (char **) gloss_annotation_get_tags (annotation));
  const char *clause_id = note->clause != NULL ? gloss_clause_get_id (note->clause) : data->clause_id;
  const char *const cells[] = {
    note->source->symbol,
    note->language,
    note->source->date,
    note->source->title,
    note->citation,
    clause_id != NULL ? clause_id : "",
    note->quotation,
    gloss_annotation_get_note (annotation),
    tags,
    gloss_color_to_string (gloss_annotation_get_color (annotation)),
    gloss_vocabulary_get_color_name (gloss_vocabulary_get_default (), gloss_annotation_get_color (annotation)),
    gloss_annotation_get_author (annotation),
    gloss_annotation_get_created (annotation),
    gloss_annotation_get_modified (annotation),
    gloss_placement_state_to_string (note->placement),
    gloss_annotation_get_id (annotation),
    note->old_citation != NULL ? note->old_citation : "",
    note->old_quotation != NULL ? note->old_quotation : "",
    NULL
  };

  append_row (out, cells);
}

#define COMPARISON_COLUMNS \
  "old clause", "new clause", "state", "score", "old text", "new text", "words removed", "words added", \
  "old id", "new id"

static void
begin_table (GString         *out,
             GlossComparison *comparison,
             gboolean         with_notes)
{
  static const char *const plain[] = { COMPARISON_COLUMNS, "paired", NULL };
  static const char *const noted[] = { COMPARISON_COLUMNS, "notes", "tags", "paired", NULL };

  g_string_append (out, BYTE_ORDER_MARK);
  append_row (out, with_notes ? noted : plain);
}

static void
begin_comparison (GString         *out,
                  GlossComparison *comparison)
{
  begin_table (out, comparison, FALSE);
}

/* (transfer full): what was removed or added, an ellipsis between separate changes. */
static char *
dup_changes (GlossComparisonRow *row,
             GlossDiffOp         op)
{
  GString *changes = g_string_new (NULL);
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

  for (guint i = 0; i < n_stretches; i++)
    {
      if (stretches[i].op != op)
        continue;
      if (changes->len > 0)
        g_string_append (changes, " … ");
      g_string_append_len (changes, gloss_comparison_row_get_stretch_text (row, &stretches[i]),
                           stretches[i].length);
    }

  return g_string_free (changes, FALSE);
}

/* @notes, @tags: (nullable): no such cells. */
static void
append_comparison_row (GString            *out,
                       GlossComparisonRow *row,
                       const char         *notes,
                       const char         *tags)
{
  g_autofree char *old_citations = gloss_export_row_dup_citations (row, GLOSS_EXPORT_OLD);
  g_autofree char *new_citations = gloss_export_row_dup_citations (row, GLOSS_EXPORT_NEW);
  g_autofree char *old_ids = gloss_export_row_dup_ids (row, GLOSS_EXPORT_OLD);
  g_autofree char *new_ids = gloss_export_row_dup_ids (row, GLOSS_EXPORT_NEW);
  g_autofree char *removed = dup_changes (row, GLOSS_DIFF_REMOVED);
  g_autofree char *added = dup_changes (row, GLOSS_DIFF_ADDED);
  g_autofree char *score = gloss_export_row_dup_score (row);
  const char *paired = gloss_comparison_row_is_chosen (row) ? "by hand" : "";
  const char *const cells[] = {
    old_citations,
    new_citations,
    gloss_row_state_to_string (gloss_comparison_row_get_state (row)),
    score,
    gloss_comparison_row_get_old_text (row),
    gloss_comparison_row_get_new_text (row),
    removed,
    added,
    old_ids,
    new_ids,
    notes != NULL ? notes : paired,
    tags,
    notes != NULL ? paired : NULL,
    NULL
  };

  append_row (out, cells);
}

static void
write_row (GString            *out,
           GlossComparison    *comparison,
           GlossComparisonRow *row)
{
  append_comparison_row (out, row, NULL, NULL);
}

/* (transfer full): "citation: “quotation” note (to be confirmed)", each note on a line of its own;
 * a note of several lines goes on below. */
static char *
dup_notes (GPtrArray *notes)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const GlossDepartureNote *note = g_ptr_array_index (notes, i);
      const char *text = gloss_annotation_get_note (note->annotation);

      if (i > 0)
        g_string_append_c (out, '\n');
      g_string_append_printf (out, "%s:", note->citation);
      if (*note->quotation != '\0')
        g_string_append_printf (out, " “%s”", note->quotation);
      if (*text != '\0')
        g_string_append_printf (out, " %s", text);
      if (note->to_confirm)
        g_string_append (out, " [to be confirmed]");
    }

  return g_string_free (out, FALSE);
}

/* (transfer full): the tags of all of them, none twice. */
static char *
dup_tags (GPtrArray *notes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const GlossDepartureNote *note = g_ptr_array_index (notes, i);
      const char *const *tags = gloss_annotation_get_tags (note->annotation);

      for (guint k = 0; tags[k] != NULL; k++)
        if (g_hash_table_add (seen, (char *) tags[k]))
          g_string_append_printf (out, "%s%s", out->len > 0 ? "; " : "", tags[k]);
    }

  return g_string_free (out, FALSE);
}

static void
write_departure (GString            *out,
                 GlossComparison    *comparison,
                 GlossComparisonRow *row,
                 GPtrArray          *notes)
{
  g_autofree char *texts = notes != NULL ? dup_notes (notes) : NULL;
  g_autofree char *tags = notes != NULL ? dup_tags (notes) : NULL;

  if (row != NULL)
    append_comparison_row (out, row, texts, tags);
  else
    append_row (out, (const char *const[]) { "", "", "", "", "", "", "", "", "", "", texts, tags, "", NULL });
}

const GlossExportWriter gloss_export_csv_writer = {
  .begin_notes = begin_notes,
  .write_note = write_note,
  .begin_comparison = begin_comparison,
  .write_row = write_row,
};

const GlossDepartureWriter gloss_export_csv_departure_writer = {
  .begin = begin_table,
  .write_row = write_departure,
};
