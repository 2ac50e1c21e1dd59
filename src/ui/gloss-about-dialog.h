/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "document/gloss-library.h"

G_BEGIN_DECLS

/* Presents the About dialog over @parent (nullable), with where the shipped texts of @library come
 * from and how far they are confirmed. */
void  gloss_about_dialog_present  (GtkWidget    *parent,
                                   GlossLibrary *library);

/* (transfer full): the same about the texts, as Pango markup. */
char *gloss_about_describe_texts  (GlossLibrary *library);

G_END_DECLS
