/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-exporter.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/gloss-export-docx-private.h"
#include "export/gloss-export-exchange-private.h"
#include "export/gloss-export-html-private.h"

static gboolean
write_redline (GlossComparison  *comparison,
               GlossExportSink   sink,
               gpointer          sink_data,
               GError          **error)
{
  return gloss_export_html_redline (comparison, NULL, sink, sink_data, error);
}

static const struct
{
  const char *name;
  const char *suffix;
  const char *label;
  const GlossExportWriter *writer;

  /* For formats that a writer can't write note by note. */
  char   *(*write_notes)       (GPtrArray *notes); /* (nullable) */
  GBytes *(*write_notes_bytes) (GPtrArray *notes); /* NULL: the format is text */
  GBytes *(*write_comparison_bytes) (GlossComparison *comparison); /* likewise */

  /* (nullable): for one that a writer can't write row by row. */
  gboolean (*write_comparison) (GlossComparison *comparison, GlossExportSink sink, gpointer sink_data, GError **error);
} formats[GLOSS_N_EXPORT_FORMATS] = {
  [GLOSS_EXPORT_MARKDOWN] = { "markdown", "md", N_("Markdown"), &gloss_export_markdown_writer },
  [GLOSS_EXPORT_HTML] = { "html", "html", N_("Web page (HTML)"), &gloss_export_html_writer,
                          .write_comparison = write_redline },
  [GLOSS_EXPORT_CSV] = { "csv", "csv", N_("Spreadsheet (CSV)"), &gloss_export_csv_writer },
  [GLOSS_EXPORT_TEXT] = { "text", "txt", N_("Plain text"), &gloss_export_text_writer },
  [GLOSS_EXPORT_JSON] = { "json", "json", N_("Data for programs (JSON)"),
                          &gloss_export_json_writer, gloss_export_notes_json },
  [GLOSS_EXPORT_DOCX] = { "docx", "docx", N_("Word document"), &gloss_export_text_writer, NULL,
                          gloss_export_notes_docx, gloss_export_comparison_docx },
  [GLOSS_EXPORT_HYPOTHESIS] = { "hypothesis", "json", N_("Hypothesis"), NULL, gloss_export_notes_hypothesis },
  [GLOSS_EXPORT_READIUM] = { "readium", "annotation", N_("Readium (Thorium)"), NULL, gloss_export_notes_readium },
};

static const struct
{
  const char *name;
  const char *label;
} orders[GLOSS_N_EXPORT_ORDERS] = {
  [GLOSS_EXPORT_BY_PLACE] = { "place", N_("Place") },
  [GLOSS_EXPORT_BY_TAG] = { "tag", N_("Tag") },
  [GLOSS_EXPORT_BY_DATE] = { "date", N_("Date") },
};

static void
end_part (void   (*end) (GString *out),
          GString *out)
{
  if (end != NULL)
    end (out);
}

const char *
gloss_export_format_to_string (GlossExportFormat format)
{
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, NULL);

  return formats[format].name;
}

gboolean
gloss_export_format_from_string (const char        *string,
                                 GlossExportFormat *format)
{
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < GLOSS_N_EXPORT_FORMATS; i++)
    if (g_strcmp0 (string, formats[i].name) == 0)
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

const char *
gloss_export_order_to_string (GlossExportOrder order)
{
  g_return_val_if_fail (order < GLOSS_N_EXPORT_ORDERS, NULL);

  return orders[order].name;
}

gboolean
gloss_export_order_from_string (const char       *string,
                                GlossExportOrder *order)
{
  g_return_val_if_fail (order != NULL, FALSE);

  for (guint i = 0; i < GLOSS_N_EXPORT_ORDERS; i++)
    if (g_strcmp0 (string, orders[i].name) == 0)
      {
        *order = i;
        return TRUE;
      }

  return FALSE;
}

const char *
gloss_export_order_get_label (GlossExportOrder order)
{
  g_return_val_if_fail (order < GLOSS_N_EXPORT_ORDERS, NULL);

  return _(orders[order].label);
}

const char *
gloss_export_format_get_suffix (GlossExportFormat format)
{
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, NULL);

  return formats[format].suffix;
}

const char *
gloss_export_format_get_label (GlossExportFormat format)
{
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, NULL);

  return _(formats[format].label);
}

gboolean
gloss_export_format_is_binary (GlossExportFormat format)
{
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, FALSE);

  return formats[format].write_notes_bytes != NULL;
}

gboolean
gloss_export_format_has_order (GlossExportFormat format)
{
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, FALSE);

  return format != GLOSS_EXPORT_DOCX;
}

/* What a Word document has of a text stands in its place. */
static GlossExportOrder
choose_order (const GlossExportOptions *options,
              GlossExportFormat         format)
{
  return gloss_export_format_has_order (format) ? options->order : GLOSS_EXPORT_BY_PLACE;
}

static gboolean
same_section (const GlossExportSection *a,
              const GlossExportSection *b)
{
  return g_str_equal (a->title, b->title) && g_strcmp0 (a->particulars, b->particulars) == 0;
}

char *
gloss_export_notes (GPtrArray                *annotations,
                    const GlossExportOptions *options,
                    GlossExportFormat         format)
{
  const GlossExportWriter *writer;
  g_autoptr (GPtrArray) notes = NULL;
  const GlossExportSection *section = NULL;
  GString *out;

  g_return_val_if_fail (annotations != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, NULL);

  notes = gloss_export_collect_notes (annotations, options, choose_order (options, format));
  if (formats[format].write_notes != NULL)
    return formats[format].write_notes (notes);

  writer = formats[format].writer;
  out = g_string_new (NULL);
  writer->begin_notes (out, notes->len);

  for (guint i = 0; i < notes->len; i++)
    {
      GlossExportNote *note = g_ptr_array_index (notes, i);

      if (section == NULL || !same_section (section, note->section))
        {
          if (section != NULL)
            end_part (writer->end_section, out);
          if (writer->begin_section != NULL)
            writer->begin_section (out, note->section);
          section = note->section;
        }

      note->details = gloss_export_note_details (note->annotation, note->state);
      gloss_export_note_add_old_side (note->details, note);
      writer->write_note (out, note);
    }

  if (section != NULL)
    end_part (writer->end_section, out);
  end_part (writer->end_notes, out);

  return g_string_free (out, FALSE);
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

GBytes *
gloss_export_notes_bytes (GPtrArray                *annotations,
                          const GlossExportOptions *options,
                          GlossExportFormat         format)
{
  g_autoptr (GPtrArray) notes = NULL;

  g_return_val_if_fail (annotations != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, NULL);

  if (!gloss_export_format_is_binary (format))
    return take_text (gloss_export_notes (annotations, options, format));

  notes = gloss_export_collect_notes (annotations, options, choose_order (options, format));
  return formats[format].write_notes_bytes (notes);
}

/* As text, also where the format is none. */
static gboolean
write_comparison (GlossComparison    *comparison,
                  GlossExportFormat   format,
                  GlossExportSink     sink,
                  gpointer            sink_data,
                  GError            **error)
{
  if (formats[format].write_comparison != NULL)
    return formats[format].write_comparison (comparison, sink, sink_data, error);

  return gloss_export_rows (formats[format].writer, comparison, sink, sink_data, error);
}

char *
gloss_export_comparison (GlossComparison   *comparison,
                         GlossExportFormat  format)
{
  GString *out;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (format < GLOSS_N_COMPARISON_FORMATS, NULL);

  out = g_string_new (NULL);
  write_comparison (comparison, format, gloss_export_append_cb, out, NULL);

  return g_string_free (out, FALSE);
}

GBytes *
gloss_export_comparison_bytes (GlossComparison   *comparison,
                               GlossExportFormat  format)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (format < GLOSS_N_COMPARISON_FORMATS, NULL);

  if (gloss_export_format_is_binary (format))
    return formats[format].write_comparison_bytes (comparison);

  return take_text (gloss_export_comparison (comparison, format));
}

gboolean
gloss_export_comparison_to (GlossComparison    *comparison,
                            GlossExportFormat   format,
                            GlossExportSink     sink,
                            gpointer            sink_data,
                            GError            **error)
{
  g_autoptr (GBytes) content = NULL;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), FALSE);
  g_return_val_if_fail (format < GLOSS_N_COMPARISON_FORMATS, FALSE);
  g_return_val_if_fail (sink != NULL, FALSE);

  if (!gloss_export_format_is_binary (format))
    return write_comparison (comparison, format, sink, sink_data, error);

  content = gloss_export_comparison_bytes (comparison, format);
  return sink (g_bytes_get_data (content, NULL), g_bytes_get_size (content), sink_data, error);
}
