/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/gloss-export-comparison.h"
#include "export/gloss-exporter.h"

G_BEGIN_DECLS

/**
 * What the exporter and the writers of the formats share. The exporter finds the document, the
 * place and the citation of each note and calls the writer; a writer knows nothing but its format.
 */

/* Where notes were written. */
typedef struct
{
  GlossDocument *document; /* (nullable): not at hand */
  const char    *symbol;
  const char    *language; /* "und" where unknown */
  const char    *title;    /* the symbol where the document is not at hand */
  const char    *date;     /* "" where unknown */
} GlossExportSource;

/* What notes stand under together: a document, a tag or a day. */
typedef struct
{
  const char *title;
  const char *particulars; /* (nullable): a line that says more of it */
  const char *language;    /* (nullable): of the title; NULL: of the user */
} GlossExportSection;

typedef struct
{
  GlossAnnotation         *annotation;
  const GlossExportSource *source;
  const GlossExportSection *section;
  GlossClause             *clause;    /* (nullable): the place, where it was found */
  const char              *citation;
  const char              *quotation; /* "" where there are no words to quote */
  const char              *old_citation;  /* (nullable): of a note on a change, in the old text */
  const char              *old_quotation; /* (nullable): likewise */
  const char              *language;  /* of the quotation */
  GlossPlacementState      placement;
  guint                    start;     /* code points in the clause; start == end: the whole of it */
  guint                    end;
  const char              *state;     /* (nullable), translated: why the words may not stand there */
  GPtrArray               *details;   /* (element-type GlossExportDetail) */
} GlossExportNote;

/* A format. Each function appends to @out; begin_section and those that end something may be
 * NULL. */
typedef struct
{
  void (*begin_notes)      (GString                 *out,
                            guint                    n_notes);
  void (*begin_section)    (GString                 *out,
                            const GlossExportSection *section);
  void (*write_note)       (GString                 *out,
                            const GlossExportNote   *note);
  void (*end_section)      (GString                 *out);
  void (*end_notes)        (GString                 *out);

  void (*begin_comparison) (GString                 *out,
                            GlossComparison         *comparison);
  /* Of rows that stand apart, by several threads side by side: what @out holds is nothing to look at. */
  void (*write_row)        (GString                 *out,
                            GlossComparison         *comparison,
                            GlossComparisonRow      *row);
  void (*end_comparison)   (GString                 *out);
} GlossExportWriter;

extern const GlossExportWriter gloss_export_markdown_writer;
extern const GlossExportWriter gloss_export_html_writer;
extern const GlossExportWriter gloss_export_csv_writer;
extern const GlossExportWriter gloss_export_text_writer;

/* Comparisons alone: notes as JSON are a W3C collection, written by gloss_export_notes_json (). */
extern const GlossExportWriter gloss_export_json_writer;

/* (transfer full): @notes: (element-type GlossExportNote) */
char       *gloss_export_notes_json           (GPtrArray       *notes);

/* gloss-export-notes.c: (transfer full) (element-type GlossExportNote): @annotations with what is known
 * of their places, in @order; without details. */
GPtrArray  *gloss_export_collect_notes        (GPtrArray                *annotations,
                                               const GlossExportOptions *options,
                                               GlossExportOrder          order);

/* gloss-export-rows.c: gives away @comparison as @writer has it, in its order. FALSE where @sink
 * failed, with its error; it is not called again then. */
gboolean    gloss_export_rows                 (const GlossExportWriter *writer,
                                               GlossComparison         *comparison,
                                               GlossExportSink          sink,
                                               gpointer                 sink_data,
                                               GError                 **error);

/* A GlossExportSink that never fails: @user_data is the GString that has all of it. */
gboolean    gloss_export_append_cb            (const char              *data,
                                               gsize                    length,
                                               gpointer                 user_data,
                                               GError                 **error);

/* gloss-export-words.c: the words that several formats have in common. */

void        gloss_export_detail_free          (gpointer         detail);

/* @label is translated, and lives as long as @details; @value (transfer full). */
void        gloss_export_take_detail          (GPtrArray       *details,
                                               const char      *label,
                                               char            *value);

/* (transfer full) (element-type GlossExportDetail): state, tags, colour. */
GPtrArray  *gloss_export_note_marks           (GlossAnnotation *annotation,
                                               const char      *state);

/* (transfer full) (element-type GlossExportDetail): the marks, then author and times. */
GPtrArray  *gloss_export_note_details         (GlossAnnotation *annotation,
                                               const char      *state);

/* (transfer full) (nullable): "A/66/359, annex, para. (f): “the words”", what a note on a change is
 * about in the old text; NULL for any other note. */
char       *gloss_export_note_dup_old_side    (const GlossExportNote *note);

/* Puts that before the others of @details, for a note on a change. */
void        gloss_export_note_add_old_side    (GPtrArray             *details,
                                               const GlossExportNote *note);

/* (transfer full): "A/69/723 (en), 2015-01-13", without what is not known of it: a language "und", a
 * date "". */
char       *gloss_export_dup_particulars      (const char      *symbol,
                                               const char      *language,
                                               const char      *date);

/* (transfer full): @text on one line. */
char       *gloss_export_dup_line             (const char      *text);

/* "rtl" or "ltr": how the script of the BCP 47 tag @language is read. */
const char *gloss_export_language_direction   (const char      *language);

/* gloss-export-xml.c: appends @text, @length bytes, as text or the value of an attribute in XML. Signs
 * that XML can't hold are replaced. */
void        gloss_xml_append_text             (GString         *out,
                                               const char      *text,
                                               gsize            length);

/* gloss-export-markdown-escape.c: text that shows literally in CommonMark and its dialects. */

/* As paragraphs and hard line breaks; each line begins with @prefix, such as "> ". Ends in a new
 * line unless @text is empty. */
void        gloss_markdown_append_block       (GString         *out,
                                               const char      *text,
                                               const char      *prefix);

/* On one line, as in a heading or in a cell of a table; line breaks become @line_break. */
void        gloss_markdown_append_inline      (GString         *out,
                                               const char      *text,
                                               gsize            length,
                                               const char      *line_break);

/* gloss-export-json.c */

/* Appends @text, @length bytes of UTF-8 (-1: up to its NUL), as a JSON string with its quotes. */
void        gloss_json_append_string          (GString         *out,
                                               const char      *text,
                                               gssize           length);

/* Appends "name":"value", with a comma before it unless an object has just begun. */
void        gloss_json_append_member          (GString         *out,
                                               const char      *name,
                                               const char      *value);

/* Appends "id","symbol","language","title","date" of @document, without braces. */
void        gloss_json_append_particulars     (GString         *out,
                                               GlossDocument   *document);

G_END_DECLS
