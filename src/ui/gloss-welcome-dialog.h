/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-window.h"

G_BEGIN_DECLS

/**
 * GlossWelcomeDialog:
 *
 * What a new user sees first: the three things to begin with, each of which leads there at once,
 * and the import of notes that were written elsewhere.
 */

#define GLOSS_TYPE_WELCOME_DIALOG (gloss_welcome_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossWelcomeDialog, gloss_welcome_dialog, GLOSS, WELCOME_DIALOG, AdwDialog)

/* Presents it over @window; what is chosen happens there. */
void gloss_welcome_dialog_present (GlossWindow *window);

G_END_DECLS
