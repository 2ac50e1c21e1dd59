/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "annotation/gloss-notebook.h"
#include "document/gloss-library.h"

G_BEGIN_DECLS

/**
 * GlossApplication:
 *
 * The running program. It owns what all windows share, the library and the notebook, and sees to
 * it that everything is on disk before it ends, also when it is asked to end by a signal.
 *
 * On the command line it takes documents as glossator-cli does: names in the library, or files.
 */

#define GLOSS_TYPE_APPLICATION (gloss_application_get_type ())
G_DECLARE_FINAL_TYPE (GlossApplication, gloss_application, GLOSS, APPLICATION, AdwApplication)

/* (transfer full) */
GlossApplication *gloss_application_new          (void);

/* (transfer none): both are there from startup to shutdown. */
GlossLibrary     *gloss_application_get_library  (GlossApplication *self);
GlossNotebook    *gloss_application_get_notebook (GlossApplication *self);

G_END_DECLS
