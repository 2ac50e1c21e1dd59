/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "export/gloss-exporter.h"

G_BEGIN_DECLS

/**
 * GlossExportDialog:
 *
 * Asks in which format notes or a comparison leave the program, shows what will be written, and
 * writes it or copies it. What was given to it is exported as it is when the format is chosen;
 * the dialog changes none of it.
 *
 * When the file is written the dialog closes and the window on which it stands says so. When it
 * can't be written the dialog says why, and lets the reader try again, there or elsewhere.
 */

#define GLOSS_TYPE_EXPORT_DIALOG (gloss_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossExportDialog, gloss_export_dialog, GLOSS, EXPORT_DIALOG, AdwDialog)

/* @annotations: (element-type GlossAnnotation). @documents: (nullable) (element-type
 * GlossDocument): as for gloss_export_notes (). */
GlossExportDialog *gloss_export_dialog_new_for_notes      (GPtrArray         *annotations,
                                                           GlossLibrary      *library,
                                                           GPtrArray         *documents);
GlossExportDialog *gloss_export_dialog_new_for_comparison (GlossComparison   *comparison);

GlossExportFormat  gloss_export_dialog_get_format         (GlossExportDialog *self);
void               gloss_export_dialog_set_format         (GlossExportDialog *self,
                                                           GlossExportFormat  format);

/* (transfer full): the name that is proposed for the file, with its suffix. */
char              *gloss_export_dialog_dup_file_name      (GlossExportDialog *self);

/* Writes the chosen format to @file, as the dialog does when the reader has chosen a file. */
void               gloss_export_dialog_save               (GlossExportDialog *self,
                                                           GFile             *file);

G_END_DECLS
