/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GlossPreferencesDialog:
 *
 * The preferences. Each is a key of the settings, and holds as soon as it is chosen.
 */

#define GLOSS_TYPE_PREFERENCES_DIALOG (gloss_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GlossPreferencesDialog, gloss_preferences_dialog, GLOSS, PREFERENCES_DIALOG, AdwPreferencesDialog)

/* (transfer floating) */
AdwDialog *gloss_preferences_dialog_new (void);

G_END_DECLS
