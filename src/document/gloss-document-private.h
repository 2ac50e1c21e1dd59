/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document.h"

G_BEGIN_DECLS

/* For GlossDocumentBuilder alone: what a document is made of. */
typedef struct
{
  char       *symbol;
  char       *language;
  char       *name;
  char       *iri;
  char       *title;
  char       *short_title;
  char       *date;
  char       *remark;      /* or NULL */
  GPtrArray  *clauses;     /* element-type GlossClause */
} GlossDocumentParts;

/* (transfer full): takes over whatever @parts hold and leaves them empty. */
GlossDocument *gloss_document_new         (GlossDocumentParts *parts);
void           gloss_document_parts_clear (GlossDocumentParts *parts);

G_END_DECLS
