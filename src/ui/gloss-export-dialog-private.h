/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-export-dialog.h"

G_BEGIN_DECLS

/* What the dialog and the saving of its file share. */

struct _GlossExportDialog
{
  AdwDialog         parent_instance;

  AdwToastOverlay  *toast_overlay;
  GtkWidget        *save_button;
  GtkStack         *stack;
  AdwStatusPage    *empty_page;
  AdwComboRow      *choice_row;
  AdwComboRow      *order_row;
  AdwComboRow      *format_row;
  GtkLabel         *extent_label;
  GtkTextView      *preview;

  GPtrArray        *choices;    /* element-type GPtrArray of GlossAnnotation: what can be exported */
  GlossLibrary     *library;
  GPtrArray        *documents;
  GlossComparison  *comparison; /* or NULL; then the choices are what may be in its table */
  char             *text;       /* the whole file, in the chosen format, or what is in it */
  GFile            *file;       /* where it was tried to be written */
};

/* (transfer full): the whole file. */
GBytes *gloss_export_dialog_dup_content (GlossExportDialog *self);

/* Asks for a file and saves to it. */
void    gloss_export_dialog_choose_file (GlossExportDialog *self);

G_END_DECLS
