/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/gloss-export-private.h"

#define INDENT "    "

/* Appends @text with every line that is not empty indented. */
static void
append_indented (GString    *out,
                 const char *text)
{
  gboolean at_start = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (at_start && *p != '\n')
        g_string_append (out, INDENT);
      at_start = *p == '\n';
      g_string_append_c (out, *p);
    }

  g_string_append_c (out, '\n');
}

static void
append_details (GString    *out,
                GPtrArray  *details,
                const char *indent)
{
  for (guint i = 0; i < details->len; i++)
    {
      const GlossExportDetail *detail = g_ptr_array_index (details, i);
      g_autofree char *line = gloss_export_dup_line (detail->value);

      g_string_append_printf (out, "%s%s: %s\n", indent, detail->label, line);
    }
}

static void
append_underlined (GString    *out,
                   const char *text,
                   char        sign)
{
  g_autofree char *line = gloss_export_dup_line (text);

  g_string_append_printf (out, "%s\n", line);
  for (glong i = MIN (g_utf8_strlen (line, -1), 72); i > 0; i--)
    g_string_append_c (out, sign);
  g_string_append_c (out, '\n');
}

static void
begin_notes (GString *out,
             guint    n_notes)
{
  if (n_notes == 0)
    g_string_append_printf (out, "%s\n", _("There are no notes."));
}

static void
begin_section (GString                  *out,
               const GlossExportSection *section)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  append_underlined (out, section->title, '=');
  if (section->particulars != NULL)
    g_string_append_printf (out, "%s\n", section->particulars);
}

static void
write_note (GString               *out,
            const GlossExportNote *note)
{
  const char *text = gloss_annotation_get_note (note->annotation);

  g_string_append_printf (out, "\n%s\n", note->citation);

  if (*note->quotation != '\0')
    {
      g_autofree char *quotation = g_strdup_printf ("“%s”", note->quotation);

      append_indented (out, quotation);
    }

  if (*text != '\0')
    {
      g_string_append_c (out, '\n');
      append_indented (out, text);
      g_string_append_c (out, '\n');
    }

  append_details (out, note->details, INDENT);
}

static void
begin_comparison (GString         *out,
                  GlossComparison *comparison)
{
  g_autofree char *title = gloss_export_comparison_dup_title (comparison);
  g_autoptr (GPtrArray) details = gloss_export_comparison_details (comparison);

  append_underlined (out, title, '=');
  append_details (out, details, "");
  /* Translators: the two marks are explained by the words inside them. */
  g_string_append_printf (out, "\n%s\n", _("[-removed-] {+added+}"));
}

static void
append_slashes (GString *out,
                gsize    n)
{
  for (; n > 0; n--)
    g_string_append_c (out, '\\');
}

static gboolean
is_mark (const char *text,
         gsize       length)
{
  return length >= 2 &&
         ((text[0] == '[' && text[1] == '-') || (text[0] == '-' && text[1] == ']') ||
          (text[0] == '{' && text[1] == '+') || (text[0] == '+' && text[1] == '}'));
}

/* A mark that stands in the text itself gets a backslash, and backslashes before what may begin a
 * mark are doubled: so none is taken for the other. */
static void
append_stretch (GString    *out,
                const char *text,
                gsize       length,
                gboolean    mark_follows)
{
  gsize n_slashes = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (strchr ("[{+-", text[i]) != NULL)
        append_slashes (out, n_slashes + (is_mark (text + i, length - i) ? 1 : 0));
      g_string_append_c (out, text[i]);
      n_slashes = text[i] == '\\' ? n_slashes + 1 : 0;
    }
  if (mark_follows)
    append_slashes (out, n_slashes);
}

static void
append_difference (GString            *out,
                   GlossComparisonRow *row)
{
  static const char *const marks[][2] = {
    [GLOSS_DIFF_EQUAL] = { "", "" },
    [GLOSS_DIFF_REMOVED] = { "[-", "-]" },
    [GLOSS_DIFF_ADDED] = { "{+", "+}" },
  };
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

  for (guint i = 0; i < n_stretches; i++)
    {
      g_string_append (out, marks[stretches[i].op][0]);
      append_stretch (out, gloss_comparison_row_get_stretch_text (row, &stretches[i]), stretches[i].length,
                      stretches[i].op != GLOSS_DIFF_EQUAL || i + 1 < n_stretches);
      g_string_append (out, marks[stretches[i].op][1]);
    }
}

static void
write_row (GString            *out,
           GlossComparison    *comparison,
           GlossComparisonRow *row)
{
  g_autofree char *old_citations = gloss_export_row_dup_citations (row, GLOSS_EXPORT_OLD);
  g_autofree char *new_citations = gloss_export_row_dup_citations (row, GLOSS_EXPORT_NEW);
  g_autofree char *state = gloss_export_row_dup_state (row);
  g_autoptr (GString) difference = g_string_new (NULL);

  g_string_append_printf (out, "\n%s%s%s (%s)\n", old_citations,
                          *old_citations != '\0' && *new_citations != '\0' ? " → " : "", new_citations, state);

  append_difference (difference, row);
  if (difference->len > 0)
    append_indented (out, difference->str);
}

const GlossExportWriter gloss_export_text_writer = {
  .begin_notes = begin_notes,
  .begin_section = begin_section,
  .write_note = write_note,
  .begin_comparison = begin_comparison,
  .write_row = write_row,
};
