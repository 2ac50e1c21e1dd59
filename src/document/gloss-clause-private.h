/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document-builder.h"

G_BEGIN_DECLS

/* For GlossDocumentBuilder alone: a clause is filled while its document is made, and never
 * changes afterwards. */

/* Where the strings of the clauses of one document stand, one behind the other: it stays as long
 * as any of the clauses does. Reference counted; references may be dropped in any thread. */
typedef struct _GlossClauseStrings GlossClauseStrings;

GlossClauseStrings *gloss_clause_strings_new   (void);
void                gloss_clause_strings_unref (GlossClauseStrings    *self);

/* (transfer full) for @texts: texts stand there already. Once at most. */
void                gloss_clause_strings_take  (GlossClauseStrings    *self,
                                                char                  *texts);

/* The @symbol of the document, which citations begin with. Before any citation is asked for. */
void                gloss_clause_strings_set_symbol (GlossClauseStrings *self,
                                                     const char         *symbol);

/* (transfer full): @data with the id that the builder settled on; its citation is left out. */
GlossClause        *gloss_clause_new           (const GlossClauseData *data,
                                                const char            *id,
                                                guint                  position,
                                                GlossClauseStrings    *strings);

/* @citation is the full one, of @length bytes. Without it a clause is cited by its position, which is
 * put into words when it is first asked for, by any thread. */
void                gloss_clause_set_citation  (GlossClause           *self,
                                                const char            *citation,
                                                gsize                  length);

G_END_DECLS
