/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "document/gloss-document.h"

G_BEGIN_DECLS

/* What is said and copied of chosen clauses. @selection: positions of clauses of @document. Pure
 * functions. */

/* (transfer full): names the clauses: "A/69/723, annex, para. 2 (8)"; where they follow each other
 * and bear numbers of one series "A/69/723, annex, para. 2 (2)–(4)"; else "3 clauses"; "" for
 * none. */
char *gloss_clause_text_name        (GlossDocument *document,
                                     GtkBitset     *selection);

/* (transfer full): the clauses with their labels, a paragraph each, and where they come from. */
char *gloss_clause_text_copy        (GlossDocument *document,
                                     GtkBitset     *selection);

/* (transfer full): the code points @start to @end of the text of @clause as a quotation, and where
 * it comes from. */
char *gloss_clause_text_copy_phrase (GlossClause   *clause,
                                     guint          start,
                                     guint          end);

G_END_DECLS
