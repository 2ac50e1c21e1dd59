/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/gloss-export-docx-private.h"

G_BEGIN_DECLS

/**
 * GlossRevisions:
 *
 * Paragraphs of a Word document with tracked changes in them. Whoever accepts all changes has the
 * paragraphs that are not DELETED or MOVED_FROM, whoever rejects all those that are not INSERTED or
 * MOVED_TO; the same holds for the runs and for the mark at the end of a paragraph, without which
 * it goes on with what the next one has. For gloss-export-docx-comparison.c alone.
 */
typedef struct _GlossRevisions GlossRevisions;

typedef enum
{
  GLOSS_REVISION_KEPT,
  GLOSS_REVISION_DELETED,
  GLOSS_REVISION_INSERTED,
  GLOSS_REVISION_MOVED_FROM,
  GLOSS_REVISION_MOVED_TO,
} GlossRevision;

/* The paragraphs go to @docx. Changes are said to be made by @new_document, on its date; all three must
 * outlive this. */
GlossRevisions *gloss_revisions_new             (GlossDocx      *docx,
                                                 GlossDocument  *old_document,
                                                 GlossDocument  *new_document);
void            gloss_revisions_free            (GlossRevisions *self);

/* Begins a paragraph in the style of @clause, of the document on @side. @revision: of it as a whole. */
void            gloss_revisions_begin_paragraph (GlossRevisions *self,
                                                 GlossClause    *clause,
                                                 GlossExportSide side,
                                                 GlossRevision   revision);

/* Says what became of the mark at the end of the paragraph, where that is not what became of it as
 * a whole. */
void            gloss_revisions_set_mark        (GlossRevisions *self,
                                                 GlossRevision   revision);

/* Around the runs of one end of the move with the number @move, which both ends have. @revision:
 * MOVED_FROM or MOVED_TO. */
guint           gloss_revisions_begin_move      (GlossRevisions *self,
                                                 GlossRevision   revision,
                                                 guint           move);
void            gloss_revisions_end_move        (GlossRevisions *self,
                                                 GlossRevision   revision,
                                                 guint           range);

/* Appends @text, @length bytes, to the paragraph. */
void            gloss_revisions_append          (GlossRevisions *self,
                                                 GlossRevision   revision,
                                                 const char     *text,
                                                 gsize           length);

/* Ends the last paragraph. */
void            gloss_revisions_end             (GlossRevisions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossRevisions, gloss_revisions_free)

G_END_DECLS
