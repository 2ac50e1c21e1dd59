/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/gloss-export-private.h"

/* Notes: a heading for each document and each note. A comparison: a table, one line for each row,
 * in GitHub's Markdown, which most programs read. */

static void
append_heading (GString    *out,
                const char *marks,
                const char *text)
{
  g_string_append_printf (out, "%s ", marks);
  gloss_markdown_append_inline (out, text, strlen (text), " ");
  g_string_append (out, "\n\n");
}

static void
append_details (GString   *out,
                GPtrArray *details)
{
  for (guint i = 0; i < details->len; i++)
    {
      const GlossExportDetail *detail = g_ptr_array_index (details, i);

      g_string_append_printf (out, "- %s: ", detail->label);
      gloss_markdown_append_inline (out, detail->value, strlen (detail->value), " ");
      g_string_append_c (out, '\n');
    }

  g_string_append_c (out, '\n');
}

static void
begin_notes (GString *out,
             guint    n_notes)
{
  append_heading (out, "#", _("Notes"));
  if (n_notes == 0)
    g_string_append_printf (out, "%s\n", _("There are no notes."));
}

static void
begin_section (GString                  *out,
               const GlossExportSection *section)
{
  append_heading (out, "##", section->title);
  if (section->particulars == NULL)
    return;

  gloss_markdown_append_block (out, section->particulars, "");
  g_string_append_c (out, '\n');
}

static void
append_part (GString    *out,
             const char *text,
             const char *prefix)
{
  gsize length = out->len;

  gloss_markdown_append_block (out, text, prefix);
  if (out->len > length)
    g_string_append_c (out, '\n');
}

static void
write_note (GString               *out,
            const GlossExportNote *note)
{
  append_heading (out, "###", note->citation);
  append_part (out, note->quotation, "> ");
  append_part (out, gloss_annotation_get_note (note->annotation), "");
  append_details (out, note->details);
}

static void
end_notes (GString *out)
{
  /* Each note leaves an empty line behind it for the next one. */
  if (g_str_has_suffix (out->str, "\n\n"))
    g_string_truncate (out, out->len - 1);
}

static void
begin_comparison (GString         *out,
                  GlossComparison *comparison)
{
  g_autofree char *title = gloss_export_comparison_dup_title (comparison);
  g_autoptr (GPtrArray) details = gloss_export_comparison_details (comparison);

  append_heading (out, "#", title);
  append_details (out, details);
  g_string_append_printf (out, "~~%s~~ **%s**\n\n", _("removed"), _("added"));

  g_string_append_printf (out, "| %s | %s | %s | %s |\n| --- | --- | --- | --- |\n",
                          _("Old clause"), _("New clause"), _("State"), _("Text"));
}

/* Symbols such as "€" are punctuation to newer versions of CommonMark alone; general punctuation
 * and all ASCII signs are to each of them. */
static gboolean
is_punctuation (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
      return TRUE;
    default:
      return c < 0x80 && g_ascii_ispunct (c);
    }
}

/* "**" opens or closes only where it leans on the marked words: punctuation at their edge,
 * @inner, needs white space or punctuation at the other side, @outer. */
static gboolean
mark_works (gunichar outer,
            gunichar inner)
{
  return !g_unichar_ispunct (inner) || g_unichar_isspace (outer) || is_punctuation (outer);
}

static void
append_tagged (GString    *out,
               const char *tag,
               const char *text,
               gsize       length)
{
  if (length == 0)
    return;

  g_string_append_printf (out, "<%s>", tag);
  gloss_markdown_append_inline (out, text, length, "<br>");
  g_string_append_printf (out, "</%s>", tag);
}

/* Appends marked words. Where the marks would not be read, as beside white space inside of them, HTML
 * marks what was removed or added; Markdown includes it.
 *
 * @before and @after are the characters of the texts on either side, not the marks: in GitHub's
 * Markdown one mark does not see another one beside it. */
static void
append_marked (GString    *out,
               const char *text,
               gsize       length,
               GlossDiffOp op,
               gunichar    before,
               gunichar    after)
{
  const char *mark = op == GLOSS_DIFF_REMOVED ? "~~" : "**";
  const char *tag = op == GLOSS_DIFF_REMOVED ? "del" : "ins";
  const char *end = text + length;
  const char *first = text;
  const char *last = end;

  while (first < end && g_unichar_isspace (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  while (last > first && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (last))))
    last = g_utf8_prev_char (last);

  if (first == last ||
      !mark_works (first > text ? '>' : before, g_utf8_get_char (first)) ||
      !mark_works (last < end ? '<' : after, g_utf8_get_char (g_utf8_prev_char (last))))
    {
      append_tagged (out, tag, text, length);
      return;
    }

  append_tagged (out, tag, text, first - text);
  g_string_append (out, mark);
  gloss_markdown_append_inline (out, first, last - first, "<br>");
  g_string_append (out, mark);
  append_tagged (out, tag, last, end - last);
}

static void
append_difference (GString            *out,
                   GlossComparisonRow *row)
{
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  gunichar before = ' ';

  for (guint i = 0; i < n_stretches; i++)
    {
      const char *text = gloss_comparison_row_get_stretch_text (row, &stretches[i]);
      gsize length = stretches[i].length;
      gunichar after = ' ';

      if (i + 1 < n_stretches)
        after = g_utf8_get_char (gloss_comparison_row_get_stretch_text (row, &stretches[i + 1]));

      if (stretches[i].op == GLOSS_DIFF_EQUAL)
        gloss_markdown_append_inline (out, text, length, "<br>");
      else
        append_marked (out, text, length, stretches[i].op, before, after);

      before = g_utf8_get_char (g_utf8_prev_char (text + length));
    }
}

static void
append_cell (GString    *out,
             const char *text)
{
  gloss_markdown_append_inline (out, text, strlen (text), "<br>");
  g_string_append (out, " | ");
}

static void
write_row (GString            *out,
           GlossComparison    *comparison,
           GlossComparisonRow *row)
{
  g_autofree char *old_citations = gloss_export_row_dup_citations (row, GLOSS_EXPORT_OLD);
  g_autofree char *new_citations = gloss_export_row_dup_citations (row, GLOSS_EXPORT_NEW);
  g_autofree char *state = gloss_export_row_dup_state (row);

  g_string_append (out, "| ");
  append_cell (out, old_citations);
  append_cell (out, new_citations);
  append_cell (out, state);
  append_difference (out, row);
  g_string_append (out, " |\n");
}

const GlossExportWriter gloss_export_markdown_writer = {
  .begin_notes = begin_notes,
  .begin_section = begin_section,
  .write_note = write_note,
  .end_notes = end_notes,
  .begin_comparison = begin_comparison,
  .write_row = write_row,
};
