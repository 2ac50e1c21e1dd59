/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * GlossDocumentBuilder:
 *
 * Makes a GlossDocument clause by clause; for the readers of file formats and for tests. Not for
 * use from several threads at once.
 */
typedef struct _GlossDocumentBuilder GlossDocumentBuilder;

/* More clauses than this no reader makes of one file. */
#define GLOSS_DOCUMENT_MAX_CLAUSES 500000

GlossDocumentBuilder *gloss_document_builder_new             (void);
void                  gloss_document_builder_free            (GlossDocumentBuilder *self);

/* Each of these takes a copy; NULL is taken as "". */
void                  gloss_document_builder_set_symbol      (GlossDocumentBuilder *self,
                                                              const char           *symbol);
void                  gloss_document_builder_set_language    (GlossDocumentBuilder *self,
                                                              const char           *language);
void                  gloss_document_builder_set_iri         (GlossDocumentBuilder *self,
                                                              const char           *iri);
void                  gloss_document_builder_set_title       (GlossDocumentBuilder *self,
                                                              const char           *title);
void                  gloss_document_builder_set_short_title (GlossDocumentBuilder *self,
                                                              const char           *title);
void                  gloss_document_builder_set_date        (GlossDocumentBuilder *self,
                                                              const char           *date);
void                  gloss_document_builder_set_remark      (GlossDocumentBuilder *self,
                                                              const char           *remark);

/* (transfer full) for @texts: the texts of clauses may stand in it, and are then not copied. */
void                  gloss_document_builder_take_texts      (GlossDocumentBuilder *self,
                                                              char                 *texts);

/* What is known of a clause when it is added; every string is copied. */
typedef struct
{
  const char       *id;       /* made unique by a suffix where it is taken already; or NULL */
  const char       *label;    /* or NULL */
  const char       *text;     /* UTF-8, or NULL */
  gboolean          taken;    /* the text stands in what gloss_document_builder_take_texts () took */
  const char       *citation; /* without the symbol, "annex, para. 2 (8)"; NULL: made from label and position */
  const char       *remark;   /* or NULL */
  GlossClauseKind   kind;
  guint             depth;
  GlossConfirmation confirmation;
} GlossClauseData;

/* A citation that several clauses share, other than lines of the masthead, gets the position of
 * the clause added at the end. */
void                  gloss_document_builder_add_clause      (GlossDocumentBuilder  *self,
                                                              const GlossClauseData *data);

/* (transfer full): the document; the builder is empty afterwards and may only be freed. */
GlossDocument        *gloss_document_builder_end             (GlossDocumentBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossDocumentBuilder, gloss_document_builder_free)

G_END_DECLS
