/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "annotation/gloss-vocabulary.h"

G_BEGIN_DECLS

/**
 * GlossColorNames:
 *
 * The names of the six colours, a row each, to be changed. A name is written a moment after it was
 * typed; without one, the colour has its default name again.
 */

/* Milliseconds without typing after which a name is written. */
#define GLOSS_COLOR_NAMES_PAUSE 400

#define GLOSS_TYPE_COLOR_NAMES (gloss_color_names_get_type ())
G_DECLARE_FINAL_TYPE (GlossColorNames, gloss_color_names, GLOSS, COLOR_NAMES, AdwPreferencesGroup)

/* The vocabulary to change; that of the user unless another is set. */
void gloss_color_names_set_vocabulary (GlossColorNames *self,
                                       GlossVocabulary *vocabulary);

/* Writes what is not yet written. */
void gloss_color_names_commit         (GlossColorNames *self);

G_END_DECLS
