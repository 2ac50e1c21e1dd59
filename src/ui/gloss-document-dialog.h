/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * GlossDocumentDialog:
 *
 * The particulars of a document: what it is, where its text comes from, and how far the wording is
 * confirmed.
 */

#define GLOSS_TYPE_DOCUMENT_DIALOG (gloss_document_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossDocumentDialog, gloss_document_dialog, GLOSS, DOCUMENT_DIALOG, AdwDialog)

AdwDialog *gloss_document_dialog_new (GlossDocument *document);

G_END_DECLS
