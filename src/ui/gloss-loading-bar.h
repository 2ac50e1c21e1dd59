/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "annotation/gloss-notebook.h"

G_BEGIN_DECLS

/**
 * GlossLoadingBar:
 *
 * Opens notes without keeping the window from anything else, and shows meanwhile how far it is. It is
 * hidden when nothing is being opened.
 *
 * Signals: "loaded" (GlossAnnotationStore * (nullable), const char * (nullable)): that store is open,
 * or all are where there was none to open; or why not.
 */

#define GLOSS_TYPE_LOADING_BAR (gloss_loading_bar_get_type ())
G_DECLARE_FINAL_TYPE (GlossLoadingBar, gloss_loading_bar, GLOSS, LOADING_BAR, GtkWidget)

/* Each of these gives up what was being opened for this bar before. */
void gloss_loading_bar_open_store (GlossLoadingBar *self,
                                   GlossNotebook   *notebook,
                                   const char      *symbol);
void gloss_loading_bar_open_all   (GlossLoadingBar *self,
                                   GlossNotebook   *notebook);
void gloss_loading_bar_stop       (GlossLoadingBar *self);

/* Shows how far something else is that belongs to loading; 1: it is done. */
void gloss_loading_bar_set_progress (GlossLoadingBar *self,
                                     double           progress);

G_END_DECLS
