/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "document/gloss-library.h"

G_BEGIN_DECLS

/**
 * GlossComparisonDocumentsDialog:
 *
 * Shows in full which document is the old one and which the new one, and lets the reader choose
 * others and swap them, where the comparison itself has no room for that.
 *
 * ::chosen (const char *old_name, const char *new_name): the reader chose these; the dialog stays.
 */

#define GLOSS_TYPE_COMPARISON_DOCUMENTS_DIALOG (gloss_comparison_documents_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossComparisonDocumentsDialog, gloss_comparison_documents_dialog, GLOSS, COMPARISON_DOCUMENTS_DIALOG, AdwDialog)

/* The names are those of gloss_library_find (). */
AdwDialog *gloss_comparison_documents_dialog_new (GlossLibrary *library,
                                                  const char   *old_name,
                                                  const char   *new_name);

G_END_DECLS
