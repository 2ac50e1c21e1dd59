/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "export/gloss-exporter.h"

G_BEGIN_DECLS

/**
 * GlossExportDialog:
 *
 * Asks which notes, in which order and in which format, or in which format a comparison, leave the
 * program, shows what will be written, and writes it or copies it. What was given to it is exported
 * as it is when the choice is made; the dialog changes none of it.
 *
 * When the file is written the dialog closes and the window on which it stands says so. When it
 * can't be written the dialog says why, and lets the reader try again, there or elsewhere.
 */

#define GLOSS_TYPE_EXPORT_DIALOG (gloss_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossExportDialog, gloss_export_dialog, GLOSS, EXPORT_DIALOG, AdwDialog)

/* @annotations: (nullable) (element-type GlossAnnotation): NULL where all that can be chosen is
 * added one by one. @documents: (nullable) (element-type GlossDocument): as in GlossExportOptions. */
GlossExportDialog *gloss_export_dialog_new_for_notes      (GPtrArray         *annotations,
                                                           GlossLibrary      *library,
                                                           GPtrArray         *documents);
GlossExportDialog *gloss_export_dialog_new_for_comparison (GlossComparison   *comparison);

/* Offers to put @annotations (element-type GlossAnnotation), those on either document of the
 * comparison and on its changes, into its table, in the formats that have one; they are in it at
 * first. */
void               gloss_export_dialog_set_departures     (GlossExportDialog *self,
                                                           GPtrArray         *annotations);

/* Offers @annotations (element-type GlossAnnotation), called @label, "3 selected notes", to be
 * exported. What is added first is chosen at first; with more than one, the reader may choose. */
void               gloss_export_dialog_add_choice         (GlossExportDialog *self,
                                                           const char        *label,
                                                           GPtrArray         *annotations);

GlossExportOrder   gloss_export_dialog_get_order          (GlossExportDialog *self);
void               gloss_export_dialog_set_order          (GlossExportDialog *self,
                                                           GlossExportOrder   order);

GlossExportFormat  gloss_export_dialog_get_format         (GlossExportDialog *self);
void               gloss_export_dialog_set_format         (GlossExportDialog *self,
                                                           GlossExportFormat  format);

/* (transfer full): the name that is proposed for the file, with its suffix. */
char              *gloss_export_dialog_dup_file_name      (GlossExportDialog *self);

/* Writes the chosen format to @file, as the dialog does when the reader has chosen a file. */
void               gloss_export_dialog_save               (GlossExportDialog *self,
                                                           GFile             *file);

G_END_DECLS
