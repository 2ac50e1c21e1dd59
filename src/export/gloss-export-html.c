/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/gloss-export-html-private.h"

/* One file that stands alone: no script, no link to anywhere, well-formed as HTML and as XML. The
 * texts keep their line breaks by "white-space: pre-wrap", so nothing is put in between. */

/* Every pair of colours below has a contrast of at least 4.5:1. What was removed and added is
 * told by strike-through and underline too, and keeps them on paper. */
static const char style[] =
  ":root { color-scheme: light dark; --text: #1d1d20; --page: #ffffff; --dim: #5c5c66; --line: #d0d0d6;"
  " --removed: #a51d2d; --removed-page: #fbe9eb; --added: #1a6b37; --added-page: #e6f4ea }\n"
  "@media (prefers-color-scheme: dark) { :root { --text: #f2f2f4; --page: #1d1d20; --dim: #b4b4bd; --line: #4a4a52;"
  " --removed: #ffb0b6; --removed-page: #4a1f25; --added: #a6e8b8; --added-page: #173d25 } }\n"
  "@media print { :root { color-scheme: light; --text: #000000; --page: #ffffff; --dim: #444444; --line: #999999;"
  " --removed: #7a0f1d; --removed-page: #ffffff; --added: #0d4d24; --added-page: #ffffff }"
  " article, tr { break-inside: avoid } h2, h3 { break-after: avoid } }\n"
  "body { margin: 0 auto; padding: 1.5em; max-width: 75em; color: var(--text); background: var(--page);"
  " font: 1em/1.55 system-ui, sans-serif; overflow-wrap: anywhere }\n"
  "h2 { margin-top: 2em } h3 { font-size: 1em; margin: 0 0 .5em }\n"
  ".dim, dt { color: var(--dim) }\n"
  "blockquote, .note, td .text { white-space: pre-wrap }\n"
  "blockquote { margin: 0 0 1em; font-family: serif }\n"
  "article { margin: 1.5em 0; padding-inline-start: 1em; border-inline-start: .3em solid var(--line) }\n"
  ".yellow { border-color: #e5a50a } .green { border-color: #2ec27e } .blue { border-color: #3584e4 }"
  " .red { border-color: #e01b24 } .purple { border-color: #9141ac } .gray { border-color: #77767b }\n"
  "dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; font-size: .9em }\n"
  "dd { margin: 0 } td article { margin: 0 0 .8em; padding-inline-start: .5em }\n"
  "table { border-collapse: collapse; width: 100%; table-layout: fixed }\n"
  "th, td { padding: .5em; border: 1px solid var(--line); text-align: start; vertical-align: top }\n"
  "td .cite, td .state { display: block; color: var(--dim); font-size: .85em } .state { width: 8em }\n"
  ".row { margin: 1.2em 0; break-inside: avoid } .cite { margin: 0; color: var(--dim); font-size: .85em }\n"
  ".clause { display: flex; gap: .7em } .clause .label { flex: none; min-width: 2.2em; white-space: pre-wrap }\n"
  ".clause .text { white-space: pre-wrap; max-width: 46em } a { color: inherit }\n"
  "div.moved { border-inline-start: .25em double var(--line); padding-inline-start: .6em }\n"
  "del.moved { color: var(--dim); background: none; text-decoration: line-through double }\n"
  "del { color: var(--removed); background: var(--removed-page); text-decoration: line-through }\n"
  "ins { color: var(--added); background: var(--added-page); text-decoration: underline }\n"
  ".typographic { color: var(--dim); background: none; text-decoration-style: dotted }\n";

void
gloss_html_append_element (GString    *out,
                           const char *tag,
                           const char *attributes,
                           const char *text)
{
  g_string_append_printf (out, "<%s%s>", tag, attributes != NULL ? attributes : "");
  gloss_xml_append_text (out, text, strlen (text));
  g_string_append_printf (out, "</%s>", tag);
}

void
gloss_html_append_language (GString    *out,
                            const char *language)
{
  g_string_append (out, " lang=\"");
  gloss_xml_append_text (out, language, strlen (language));
  g_string_append_printf (out, "\" dir=\"%s\"",
                          g_str_equal (language, "und") ? "auto" : gloss_export_language_direction (language));
}

/* Appends an element whose text is in the language of a document. */
static void
append_foreign (GString    *out,
                const char *tag,
                const char *class,
                const char *language,
                const char *text)
{
  g_autoptr (GString) attributes = g_string_new (NULL);

  if (class != NULL)
    g_string_append_printf (attributes, " class=\"%s\"", class);
  gloss_html_append_language (attributes, language);

  gloss_html_append_element (out, tag, attributes->str, text);
}

static void
append_details (GString   *out,
                GPtrArray *details)
{
  g_string_append (out, "<dl>\n");

  for (guint i = 0; i < details->len; i++)
    {
      const GlossExportDetail *detail = g_ptr_array_index (details, i);

      gloss_html_append_element (out, "dt", NULL, detail->label);
      gloss_html_append_element (out, "dd", " dir=\"auto\"", detail->value);
      g_string_append_c (out, '\n');
    }

  g_string_append (out, "</dl>\n");
}

void
gloss_html_begin_page (GString    *out,
                       const char *title)
{
  /* Translators: the BCP 47 code of the language you translate to, such as "fr" or "zh-Hans". */
  const char *language = C_("language code", "en");

  g_string_append_printf (out,
                          "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\" dir=\"%s\">\n",
                          language, gloss_export_language_direction (language));
  g_string_append (out, "<head>\n<meta charset=\"utf-8\" />\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\" />\n");
  gloss_html_append_element (out, "title", NULL, title);
  g_string_append_printf (out, "\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
  gloss_html_append_element (out, "h1", NULL, title);
  g_string_append_c (out, '\n');
}

void
gloss_html_end_page (GString *out)
{
  g_string_append (out, "</main>\n</body>\n</html>\n");
}

static void
begin_notes (GString *out,
             guint    n_notes)
{
  gloss_html_begin_page (out, _("Notes"));
  if (n_notes == 0)
    {
      gloss_html_append_element (out, "p", NULL, _("There are no notes."));
      g_string_append_c (out, '\n');
    }
}

static void
begin_section (GString                  *out,
               const GlossExportSection *section)
{
  g_string_append (out, "<section>\n");
  if (section->language != NULL)
    append_foreign (out, "h2", NULL, section->language, section->title);
  else
    gloss_html_append_element (out, "h2", " dir=\"auto\"", section->title);
  if (section->particulars != NULL)
    gloss_html_append_element (out, "p", " class=\"dim\"", section->particulars);
  g_string_append_c (out, '\n');
}

static void
write_note (GString               *out,
            const GlossExportNote *note)
{
  const char *text = gloss_annotation_get_note (note->annotation);

  g_string_append_printf (out, "<article class=\"%s\">\n",
                          gloss_color_to_string (gloss_annotation_get_color (note->annotation)));
  gloss_html_append_element (out, "h3", " dir=\"auto\"", note->citation);
  g_string_append_c (out, '\n');

  if (*note->quotation != '\0')
    {
      append_foreign (out, "blockquote", NULL, note->language, note->quotation);
      g_string_append_c (out, '\n');
    }

  if (*text != '\0')
    {
      gloss_html_append_element (out, "p", " class=\"note\" dir=\"auto\"", text);
      g_string_append_c (out, '\n');
    }

  append_details (out, note->details);
  g_string_append (out, "</article>\n");
}

static void
end_section (GString *out)
{
  g_string_append (out, "</section>\n");
}

static void
append_column_head (GString       *out,
                    const char    *title,
                    GlossDocument *document)
{
  g_autofree char *heading = g_strdup_printf ("%s: %s", title, gloss_document_get_name (document));

  gloss_html_append_element (out, "th", " scope=\"col\"", heading);
}

void
gloss_html_begin_comparison_page (GString         *out,
                                  GlossComparison *comparison,
                                  gboolean         with_moves)
{
  g_autofree char *title = gloss_export_comparison_dup_title (comparison);
  g_autoptr (GPtrArray) details = gloss_export_comparison_details (comparison);

  gloss_html_begin_page (out, title);
  append_details (out, details);
  g_string_append (out, "<p>");
  gloss_html_append_element (out, "del", NULL, _("removed"));
  g_string_append_c (out, ' ');
  gloss_html_append_element (out, "ins", NULL, _("added"));
  if (with_moves)
    {
      g_string_append_c (out, ' ');
      /* Translators: of a clause that stood elsewhere in the old text */
      gloss_html_append_element (out, "del", " class=\"moved\"", _("moved"));
    }
  g_string_append (out, "</p>\n");
}

static void
begin_table (GString         *out,
             GlossComparison *comparison,
             gboolean         with_notes)
{
  gloss_html_begin_comparison_page (out, comparison, FALSE);
  g_string_append (out, "<table>\n<thead>\n<tr>");
  gloss_html_append_element (out, "th", " scope=\"col\" class=\"state\"", _("State"));
  append_column_head (out, _("Old text"), gloss_comparison_get_old_document (comparison));
  append_column_head (out, _("New text"), gloss_comparison_get_new_document (comparison));
  if (with_notes)
    gloss_html_append_element (out, "th", " scope=\"col\"", _("Notes and tags"));
  g_string_append (out, "</tr>\n</thead>\n<tbody>\n");
}

/* One side of a row: what both texts have, and what only this one has. */
static void
append_side (GString            *out,
             GlossComparisonRow *row,
             GlossExportSide     side,
             const char         *language)
{
  GlossDiffOp own = side == GLOSS_EXPORT_OLD ? GLOSS_DIFF_REMOVED : GLOSS_DIFF_ADDED;
  const char *tag = side == GLOSS_EXPORT_OLD ? "del" : "ins";
  g_autofree char *citations = gloss_export_row_dup_citations (row, side);
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

  g_string_append (out, "<td>");
  if (*citations != '\0')
    {
      gloss_html_append_element (out, "span", " class=\"cite\"", citations);
      g_string_append (out, "<div class=\"text\"");
      gloss_html_append_language (out, language);
      g_string_append_c (out, '>');

      for (guint i = 0; i < n_stretches; i++)
        {
          const char *text = gloss_comparison_row_get_stretch_text (row, &stretches[i]);

          if (stretches[i].op == GLOSS_DIFF_EQUAL)
            gloss_xml_append_text (out, text, stretches[i].length);
          else if (stretches[i].op == own)
            {
              g_string_append_printf (out, "<%s%s>", tag, stretches[i].typographic ? " class=\"typographic\"" : "");
              gloss_xml_append_text (out, text, stretches[i].length);
              g_string_append_printf (out, "</%s>", tag);
            }
        }

      g_string_append (out, "</div>");
    }
  g_string_append (out, "</td>");
}

/* The cells of a row, but not its end. */
static void
append_cells (GString            *out,
              GlossComparison    *comparison,
              GlossComparisonRow *row)
{
  GlossRowState state = gloss_comparison_row_get_state (row);
  g_autofree char *attributes = g_strdup_printf (" scope=\"row\" class=\"state %s\"",
                                                 gloss_row_state_to_string (state));
  g_autofree char *label = gloss_export_row_dup_state (row);

  g_string_append (out, "<tr>");
  gloss_html_append_element (out, "th", attributes, label);
  append_side (out, row, GLOSS_EXPORT_OLD,
               gloss_document_get_language (gloss_comparison_get_old_document (comparison)));
  append_side (out, row, GLOSS_EXPORT_NEW,
               gloss_document_get_language (gloss_comparison_get_new_document (comparison)));
}

void
gloss_html_append_departure_note (GString                  *out,
                                  const GlossDepartureNote *note)
{
  const char *text = gloss_annotation_get_note (note->annotation);
  g_autofree char *tags = g_strjoinv (", ", (char **) gloss_annotation_get_tags (note->annotation));

  g_string_append_printf (out, "<article class=\"%s\">",
                          gloss_color_to_string (gloss_annotation_get_color (note->annotation)));
  gloss_html_append_element (out, "span", " class=\"cite\" dir=\"auto\"", note->citation);
  if (*note->quotation != '\0')
    append_foreign (out, "q", NULL, note->language, note->quotation);
  if (*text != '\0')
    gloss_html_append_element (out, "div", " class=\"text\" dir=\"auto\"", text);
  if (note->to_confirm)
    gloss_html_append_element (out, "div", " class=\"dim\"", _("The wording has changed: to be confirmed"));
  if (*tags != '\0')
    {
      g_autofree char *line = g_strdup_printf ("%s: %s", _("Tags"), tags);

      gloss_html_append_element (out, "div", " class=\"dim\" dir=\"auto\"", line);
    }
  g_string_append (out, "</article>");
}

static void
write_departure (GString            *out,
                 GlossComparison    *comparison,
                 GlossComparisonRow *row,
                 GPtrArray          *notes)
{
  if (row != NULL)
    append_cells (out, comparison, row);
  else
    {
      g_string_append (out, "<tr>");
      gloss_html_append_element (out, "th", " scope=\"row\" class=\"state\"", _("On no clause"));
      g_string_append (out, "<td></td><td></td>");
    }

  if (notes != NULL)
    {
      g_string_append (out, "<td>");
      for (guint i = 0; i < notes->len; i++)
        gloss_html_append_departure_note (out, g_ptr_array_index (notes, i));
      g_string_append (out, "</td>");
    }
  g_string_append (out, "</tr>\n");
}

static void
end_table (GString *out)
{
  g_string_append (out, "</tbody>\n</table>\n");
  gloss_html_end_page (out);
}

const GlossExportWriter gloss_export_html_writer = {
  .begin_notes = begin_notes,
  .begin_section = begin_section,
  .write_note = write_note,
  .end_section = end_section,
  .end_notes = gloss_html_end_page,
};

const GlossDepartureWriter gloss_export_html_departure_writer = {
  .begin = begin_table,
  .write_row = write_departure,
  .end = end_table,
};
