/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-library.h"

G_BEGIN_DECLS

/**
 * A document as text that leaves the program. Pure functions: any thread.
 */

/* (transfer full): the clauses with a blank line between them, each with its label before its
 * text. What gloss_text_read () makes of it has the same labels and texts, as far as the labels
 * are such as it knows. */
char *gloss_export_document_text (GlossDocument *document);

/* (transfer full): one JSON object with the document's particulars and its clauses. */
char *gloss_export_document_json (GlossDocument *document);

/* (transfer full): a JSON array with the particulars of the documents of @library. */
char *gloss_export_library_json  (GlossLibrary  *library);

G_END_DECLS
