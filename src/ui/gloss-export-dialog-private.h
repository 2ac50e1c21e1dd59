/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-export-dialog.h"
#include "ui/gloss-printout.h"

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
  AdwComboRow      *layout_row;
  GtkLabel         *extent_label;
  GtkTextView      *preview;

  GArray           *formats;    /* GlossExportDialogFormat: what can be chosen */
  GPtrArray        *choices;    /* element-type GPtrArray of GlossAnnotation: what can be exported */
  GlossLibrary     *library;
  GPtrArray        *documents;
  GlossComparison  *comparison; /* or NULL; then the choices are what may be in its table */
  char             *text;       /* the whole file, in the chosen format, or what is in it */
  GFile            *file;       /* where it was tried to be written */
};

/* A format that can be chosen: those of the core, and PDF, which takes GTK to print. */
typedef struct
{
  GlossExportFormat format;  /* of what is printed, the one in which its words are shown */
  const char       *label;   /* translated */
  const char       *suffix;
  gboolean          printed;
} GlossExportDialogFormat;

/* (transfer none): the one that is chosen. */
const GlossExportDialogFormat *gloss_export_dialog_peek_format (GlossExportDialog *self);

/* (transfer full): the whole file, where it is no PDF. */
GBytes *gloss_export_dialog_dup_content (GlossExportDialog *self);

/* (transfer full): what is printed into the PDF. */
GlossPrintout *gloss_export_dialog_create_printout (GlossExportDialog *self);

/* Asks for a file and saves to it. */
void    gloss_export_dialog_choose_file (GlossExportDialog *self);

G_END_DECLS
