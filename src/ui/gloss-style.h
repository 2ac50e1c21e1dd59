/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-text-marks.h"

G_BEGIN_DECLS

/* The scheme in which marks are drawn now. It changes with the properties "dark" and
 * "high-contrast" of the default AdwStyleManager. */
GlossMarkScheme gloss_style_get_scheme      (void);

/* (transfer none): the class of the style sheet that gives a widget the colour @color. */
const char     *gloss_style_get_color_class (GlossColor color);

G_END_DECLS
