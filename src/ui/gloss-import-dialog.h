/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "annotation/gloss-notebook.h"
#include "document/gloss-library.h"

G_BEGIN_DECLS

/**
 * GlossImportDialog:
 *
 * What would come in from files of notes, to be looked at before it does: how many, on which
 * documents, which of them are there already, whose places are not found, and which files can't be
 * read. Until "import.apply" is chosen, nothing is changed; closing the dialog ends the reading.
 *
 * Its actions are "import.apply" and "import.cancel".
 *
 * Signals: "imported" (string title): notes came in, and can be taken out again as one step of the
 * GlossNoteChanges of the notebook; @title tells how many.
 */

#define GLOSS_TYPE_IMPORT_DIALOG (gloss_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossImportDialog, gloss_import_dialog, GLOSS, IMPORT_DIALOG, AdwDialog)

/* Begins to read @files (element-type GFile). */
GlossImportDialog *gloss_import_dialog_new (GlossLibrary  *library,
                                            GlossNotebook *notebook,
                                            GPtrArray     *files);

G_END_DECLS
