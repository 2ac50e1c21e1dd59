/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GlossHelpDialog:
 *
 * The help: a list of topics, and a page for each. It is part of the program, for the runtime of a
 * sandbox has no viewer of help pages.
 */

#define GLOSS_TYPE_HELP_DIALOG (gloss_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossHelpDialog, gloss_help_dialog, GLOSS, HELP_DIALOG, AdwDialog)

/* (transfer floating) */
AdwDialog  *gloss_help_dialog_new        (void);

/* Shows the topic @id; the list of topics where there is no such. */
void        gloss_help_dialog_show_topic (GlossHelpDialog *self,
                                          const char      *id);

/* Borrowed; (nullable): the topic that is shown, NULL for the list. */
const char *gloss_help_dialog_get_topic  (GlossHelpDialog *self);

G_END_DECLS
