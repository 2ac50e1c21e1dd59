/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/gloss-application.h"

G_BEGIN_DECLS

/**
 * GlossWindow:
 *
 * The window: the documents at the side, and beside them pages: the reader, and on top of it what
 * was opened from there, such as a comparison.
 */

#define GLOSS_TYPE_WINDOW (gloss_window_get_type ())
G_DECLARE_FINAL_TYPE (GlossWindow, gloss_window, GLOSS, WINDOW, AdwApplicationWindow)

GlossWindow *gloss_window_new       (GlossApplication  *application);

/* Shows @page in the place of the document; going back removes it. */
void         gloss_window_push_page (GlossWindow       *self,
                                     AdwNavigationPage *page);

/* (transfer full): shows @toast. Its title is taken literally only if the toast says so. */
void         gloss_window_add_toast (GlossWindow       *self,
                                     AdwToast          *toast);

G_END_DECLS
