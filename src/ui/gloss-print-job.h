/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/gloss-printout.h"

G_BEGIN_DECLS

/**
 * A printout on its way to paper or into a file, by GtkPrintOperation: in a sandbox the print
 * dialog is that of the portal. For the main thread.
 */

/* Asks for a printer and prints. @printout: (transfer full). What goes wrong is told in a dialog
 * over @parent. */
void    gloss_print_job_run               (GlossPrintout      *printout,
                                           GtkWindow          *parent);

/* Makes a PDF, page by page while the main loop goes on. @printout: (transfer full). @callback is
 * always called, in the main context. */
void    gloss_print_job_export_pdf_async  (GlossPrintout      *printout,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);

/* (transfer full): the file; NULL with an error of GIO or GTK. */
GBytes *gloss_print_job_export_pdf_finish (GAsyncResult       *result,
                                           GError            **error);

G_END_DECLS
