/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"
#include "comparison/gloss-comparison.h"
#include "document/gloss-library.h"

G_BEGIN_DECLS

/**
 * Notes and comparisons as text that leaves the program. Each function gives the whole file as
 * UTF-8 (transfer full); nothing is written to disk here except by gloss_export_save ().
 * For the thread of the library.
 */

typedef enum
{
  GLOSS_EXPORT_MARKDOWN, /* "markdown", .md */
  GLOSS_EXPORT_HTML,     /* "html", .html: one file, printable, no script */
  GLOSS_EXPORT_CSV,      /* "csv", .csv: RFC 4180, with a byte order mark so that spreadsheets read UTF-8 */
  GLOSS_EXPORT_TEXT,     /* "text", .txt */
  GLOSS_EXPORT_JSON,     /* "json", .json: notes as W3C Web Annotations */
} GlossExportFormat;

#define GLOSS_N_EXPORT_FORMATS (GLOSS_EXPORT_JSON + 1)

const char *gloss_export_format_to_string   (GlossExportFormat   format);
gboolean    gloss_export_format_from_string (const char         *string,
                                             GlossExportFormat  *format);

/* "md", "html", ... */
const char *gloss_export_format_get_suffix  (GlossExportFormat   format);

/* (transfer none): the format's name for a reader, translated. */
const char *gloss_export_format_get_label   (GlossExportFormat   format);

/* (transfer full) (element-type GlossAnnotation): the same annotations in the order of the text:
 * by date, symbol and language of the document, then place in it, then time. What has no place
 * any more stands at the end of its document, documents that are not at hand at the end of all.
 * @documents: (nullable) (element-type GlossDocument): as for gloss_export_notes (). */
GPtrArray  *gloss_export_sort               (GPtrArray          *annotations,
                                             GlossLibrary       *library,
                                             GPtrArray          *documents);

/* @annotations: (element-type GlossAnnotation), of any documents; they are written in the order of
 * gloss_export_sort (). @documents: (nullable) (element-type GlossDocument): documents at hand
 * that come before those of @library, such as one that was opened by its path. Each quotation
 * carries its citation. A document that is in neither does not stop the export: its annotations
 * keep their own words. */
char       *gloss_export_notes              (GPtrArray          *annotations,
                                             GlossLibrary       *library,
                                             GPtrArray          *documents,
                                             GlossExportFormat   format);

char       *gloss_export_comparison         (GlossComparison    *comparison,
                                             GlossExportFormat   format);

/* Writes @text to @file, whole or not at all where the file system allows it: a file that stands
 * there already is replaced only when the new one is complete. Works on what a portal gives: no
 * other file name is touched outside of GIO's own. */
gboolean    gloss_export_save               (GFile              *file,
                                             const char         *text,
                                             GCancellable       *cancellable,
                                             GError            **error);

G_END_DECLS
