/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/gloss-export-private.h"
#include "export/gloss-zip-writer.h"

G_BEGIN_DECLS

/**
 * The parts of a Word document (Office Open XML, ISO/IEC 29500, Transitional): what the exports of
 * notes and of comparisons have in common.
 */

/* The parts that are made as the document is written. */
typedef struct
{
  GlossZipWriter *writer;
  GString *body;       /* the paragraphs that the writer does not have yet */
  GString *comments;   /* what stands in the part of the comments */
  guint    n_comments;
} GlossDocx;

/* gloss-export-docx-package.c */

void    gloss_docx_init               (GlossDocx               *self);

/* Hands the paragraphs on to the writer when there are many: XML is some times as long as the text. */
void    gloss_docx_flush              (GlossDocx               *self);

/* (transfer full): the file; @self is cleared. @header: (nullable) a line at the top of each page.
 * @creator, @created: (nullable); the latter in ISO 8601. */
GBytes *gloss_docx_end                (GlossDocx               *self,
                                       const char              *title,
                                       const char              *header,
                                       const char              *creator,
                                       const char              *created);

/* Appends " name=\"2015-01-13T09:00:00Z\"" where @time is a time in ISO 8601, or a day. */
void    gloss_docx_append_time        (GString                 *out,
                                       const char              *name,
                                       const char              *time);

/* gloss-export-docx-text.c */

/* What a run looks like, and whether it is deleted text. */
typedef struct
{
  const char *language; /* (nullable) BCP 47 */
  const char *fill;     /* (nullable): "FFF2B8", the colour behind it */
  const char *style;    /* (nullable): the id of a character style */
  gboolean    rtl;
  gboolean    deleted;
} GlossDocxRun;

/* Begins a paragraph in the style of the kind of @clause, indented by its depth and read in the
 * direction of @language. @mark: (nullable): XML, what became of the paragraph's mark. */
void    gloss_docx_begin_clause       (GString                 *out,
                                       GlossClause             *clause,
                                       const char              *language,
                                       const char              *mark);

/* Begins a paragraph in the style @style. @properties: (nullable): XML of what else it has. */
void    gloss_docx_begin_paragraph    (GString                 *out,
                                       const char              *style,
                                       const char              *properties);
void    gloss_docx_end_paragraph      (GString                 *out);

/* Appends @text, @length bytes, as a run; line breaks and tabs stay such. */
void    gloss_docx_append_run         (GString                 *out,
                                       const GlossDocxRun      *run,
                                       const char              *text,
                                       gsize                    length);

/* gloss-export-docx-comment.c */

/* Writes a comment and gives its number, by which its range is marked in the body. */
guint   gloss_docx_add_comment        (GlossDocx               *self,
                                       const GlossExportNote   *note);
void    gloss_docx_begin_comment      (GString                 *out,
                                       guint                    comment);
void    gloss_docx_end_comment        (GString                 *out,
                                       guint                    comment);

/* gloss-export-docx-notes.c: (transfer full): the documents of @notes (element-type
 * GlossExportNote), which are in order, with the notes as comments. */
GBytes *gloss_export_notes_docx       (GPtrArray               *notes);

/* gloss-export-docx-comparison.c: (transfer full): the two texts of @comparison in one, what
 * changed as tracked changes. */
GBytes *gloss_export_comparison_docx  (GlossComparison         *comparison);

G_END_DECLS
