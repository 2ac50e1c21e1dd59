/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document.h"

G_BEGIN_DECLS

/* (transfer full): the document as Akoma Ntoso 3.0, UTF-8 with an XML declaration. Reading it
 * again gives the same document: the same clauses, labels, texts, remarks and particulars. What a
 * clause is, and its citation, stands in attributes of Glossator's own, so that they come back
 * even where the text alone would not tell them.
 *
 * A character that XML can't hold, as a form feed, is kept in a text, label or remark; elsewhere
 * it becomes U+FFFD. */
char *gloss_akn_write (GlossDocument *document);

G_END_DECLS
