/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document-builder.h"

G_BEGIN_DECLS

/* For GlossDocumentBuilder alone: a clause is filled while its document is made, and never
 * changes afterwards. */

/* (transfer full): @data with the id that the builder settled on; its citation is left out. */
GlossClause *gloss_clause_new          (const GlossClauseData *data,
                                        const char            *id,
                                        guint                  position);

/* @citation is the full one, and taken over. */
void         gloss_clause_set_citation (GlossClause           *self,
                                        char                  *citation);

G_END_DECLS
