/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "document/gloss-library.h"

G_BEGIN_DECLS

/**
 * GlossDocumentList:
 *
 * The documents of the library, the languages of one work under its symbol.
 *
 * Signals: "document-activated" (const char *name): the user chose a document.
 */

#define GLOSS_TYPE_DOCUMENT_LIST (gloss_document_list_get_type ())
G_DECLARE_FINAL_TYPE (GlossDocumentList, gloss_document_list, GLOSS, DOCUMENT_LIST, GtkWidget)

void gloss_document_list_set_library  (GlossDocumentList *self,
                                       GlossLibrary      *library);

/* Shows which document is read; @name (nullable): none of the library. */
void gloss_document_list_set_selected (GlossDocumentList *self,
                                       const char        *name);

G_END_DECLS
