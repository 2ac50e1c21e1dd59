/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation.h"
#include "comparison/gloss-comparison.h"
#include "document/gloss-library.h"

G_BEGIN_DECLS

/**
 * Notes and comparisons as files that leave the program. Each function gives the whole file
 * (transfer full), as text in UTF-8 or as bytes; nothing is written to disk here except by
 * gloss_export_save (). For the thread of the library.
 */

typedef enum
{
  GLOSS_EXPORT_MARKDOWN, /* "markdown", .md */
  GLOSS_EXPORT_HTML,     /* "html", .html: one file, printable, no script */
  GLOSS_EXPORT_CSV,      /* "csv", .csv: RFC 4180, with a byte order mark so that spreadsheets read UTF-8 */
  GLOSS_EXPORT_TEXT,     /* "text", .txt */
  GLOSS_EXPORT_JSON,     /* "json", .json: notes as W3C Web Annotations */
  GLOSS_EXPORT_DOCX,     /* "docx", .docx: the text of the documents, the notes as comments on it;
                          * a comparison as tracked changes */
  GLOSS_EXPORT_HYPOTHESIS, /* "hypothesis", .json: what the client of Hypothesis imports */
  GLOSS_EXPORT_READIUM,  /* "readium", .annotation: an AnnotationSet for Thorium and others */
} GlossExportFormat;

#define GLOSS_N_EXPORT_FORMATS     (GLOSS_EXPORT_READIUM + 1)
#define GLOSS_N_COMPARISON_FORMATS (GLOSS_EXPORT_DOCX + 1) /* those before are for comparisons too */

const char *gloss_export_format_to_string   (GlossExportFormat   format);
gboolean    gloss_export_format_from_string (const char         *string,
                                             GlossExportFormat  *format);

/* "md", "html", ... */
const char *gloss_export_format_get_suffix  (GlossExportFormat   format);

/* (transfer none): the format's name for a reader, translated. */
const char *gloss_export_format_get_label   (GlossExportFormat   format);

/* TRUE where a file of the format is no text that can be read as it is. */
gboolean    gloss_export_format_is_binary   (GlossExportFormat   format);

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
 * keep their own words. In a format that is no text, this is what will be in the file, as plain
 * text. */
char       *gloss_export_notes              (GPtrArray          *annotations,
                                             GlossLibrary       *library,
                                             GPtrArray          *documents,
                                             GlossExportFormat   format);

/* (transfer full): the file itself, in any format. */
GBytes     *gloss_export_notes_bytes        (GPtrArray          *annotations,
                                             GlossLibrary       *library,
                                             GPtrArray          *documents,
                                             GlossExportFormat   format);

/* @format: less than GLOSS_N_COMPARISON_FORMATS. */
char       *gloss_export_comparison         (GlossComparison    *comparison,
                                             GlossExportFormat   format);
GBytes     *gloss_export_comparison_bytes   (GlossComparison    *comparison,
                                             GlossExportFormat   format);

/* Writes @content to @file, whole or not at all where the file system allows it: a file that stands
 * there already is replaced only when the new one is complete. Works on what a portal gives: no
 * other file name is touched outside of GIO's own. */
gboolean    gloss_export_save               (GFile              *file,
                                             GBytes             *content,
                                             GCancellable       *cancellable,
                                             GError            **error);

G_END_DECLS
