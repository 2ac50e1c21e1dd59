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
  GLOSS_EXPORT_HTML,     /* "html", .html: one file, printable, no script; a comparison as a redline */
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

/* TRUE where the notes come in the order that is asked for: in a Word document they stand on the text,
 * wherever that is. */
gboolean    gloss_export_format_has_order   (GlossExportFormat   format);

typedef enum
{
  GLOSS_EXPORT_BY_PLACE, /* "place": documents by date, symbol and language, in each by its text, then by time;
                          * what has no place any more at the end of its document, and documents that are not at
                          * hand at the end of all */
  GLOSS_EXPORT_BY_TAG,   /* "tag": as gloss_annotation_order_compare_tags () */
  GLOSS_EXPORT_BY_DATE,  /* "date": what was changed last comes first */
} GlossExportOrder;

#define GLOSS_N_EXPORT_ORDERS (GLOSS_EXPORT_BY_DATE + 1)

const char *gloss_export_order_to_string    (GlossExportOrder    order);
gboolean    gloss_export_order_from_string  (const char         *string,
                                             GlossExportOrder   *order);

/* (transfer none): the order's name for a reader, translated. */
const char *gloss_export_order_get_label    (GlossExportOrder    order);

/* What notes are exported with; it is borrowed while they are. */
typedef struct
{
  GlossLibrary     *library;   /* (nullable) */
  GPtrArray        *documents; /* (nullable) (element-type GlossDocument): documents at hand that come
                                * before those of the library, such as one that was opened by its path */
  GlossExportOrder  order;
} GlossExportOptions;

/* (transfer full) (element-type GlossAnnotation): the same annotations in the order that is asked for. */
GPtrArray  *gloss_export_sort               (GPtrArray                *annotations,
                                             const GlossExportOptions *options);

/* @annotations: (element-type GlossAnnotation), of any documents. They are written in the order that
 * is asked for, under headings where the format has them: documents, tags or days. Each quotation
 * carries its citation. A document that is not at hand does not stop the export: its annotations keep
 * their own words. In a format that is no text, this is what will be in the file, as plain text. */
char       *gloss_export_notes              (GPtrArray                *annotations,
                                             const GlossExportOptions *options,
                                             GlossExportFormat         format);

/* (transfer full): the file itself, in any format. */
GBytes     *gloss_export_notes_bytes        (GPtrArray                *annotations,
                                             const GlossExportOptions *options,
                                             GlossExportFormat         format);

/* Takes the next @length bytes of a file; FALSE, with @error set, where that fails. Called by any
 * thread, one at a time. */
typedef gboolean (*GlossExportSink) (const char  *data,
                                     gsize        length,
                                     gpointer     user_data,
                                     GError     **error);

/* @format: less than GLOSS_N_COMPARISON_FORMATS. */
char       *gloss_export_comparison         (GlossComparison    *comparison,
                                             GlossExportFormat   format);
GBytes     *gloss_export_comparison_bytes   (GlossComparison    *comparison,
                                             GlossExportFormat   format);

/* The same, given to @sink piece by piece, so that a long one is never held as a whole where its
 * format allows that. FALSE where @sink failed, with its error; it is not called again then. */
gboolean    gloss_export_comparison_to      (GlossComparison    *comparison,
                                             GlossExportFormat   format,
                                             GlossExportSink     sink,
                                             gpointer            sink_data,
                                             GError            **error);

/* (transfer full): @title as the name of a file, without a suffix: signs that some file system does not
 * take become "-". */
char       *gloss_export_dup_file_name      (const char         *title);

/* Writes @content to @file, whole or not at all where the file system allows it: a file that stands
 * there already is replaced only when the new one is complete. Works on what a portal gives: no
 * other file name is touched outside of GIO's own. */
gboolean    gloss_export_save               (GFile              *file,
                                             GBytes             *content,
                                             GCancellable       *cancellable,
                                             GError            **error);

G_END_DECLS
