/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "document/gloss-library.h"

G_BEGIN_DECLS

/**
 * GlossDocumentChooser:
 *
 * Shows one document of the library, with its particulars, and lets the reader choose another.
 *
 * Properties: "label", what the document is chosen for, as a tooltip and for a screen reader; "brief"
 * (construct only), whether the particulars of the chosen document stand elsewhere.
 *
 * ::document-chosen (const char *name): the reader chose a document. Not emitted for
 * gloss_document_chooser_set_document ().
 */

#define GLOSS_TYPE_DOCUMENT_CHOOSER (gloss_document_chooser_get_type ())
G_DECLARE_FINAL_TYPE (GlossDocumentChooser, gloss_document_chooser, GLOSS, DOCUMENT_CHOOSER, AdwBin)

void gloss_document_chooser_set_library  (GlossDocumentChooser *self,
                                          GlossLibrary         *library);

/* (transfer full): "English · 13 January 2015 · International code of conduct", as far as it is known. */
char *gloss_document_chooser_describe    (GlossLibraryEntry    *entry);

/* @name (nullable) names a document as for gloss_library_find (); nothing is chosen where the
 * library does not have it. */
void gloss_document_chooser_set_document (GlossDocumentChooser *self,
                                          const char           *name);

G_END_DECLS
