/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GlossApplication:
 *
 * The running program. It owns what all windows share, and writes everything to disk before it
 * ends.
 */

#define GLOSS_TYPE_APPLICATION (gloss_application_get_type ())
G_DECLARE_FINAL_TYPE (GlossApplication, gloss_application, GLOSS, APPLICATION, AdwApplication)

/* (transfer full) */
GlossApplication *gloss_application_new (void);

G_END_DECLS
