/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* (transfer full): @text in @font, in lines of @width points that begin where @direction begins. @direction:
 * LTR, RTL, or NEUTRAL: then the letters of each paragraph decide, and where it has none, the direction of
 * @context. @attributes: (nullable) */
PangoLayout *gloss_print_layout_new (PangoContext  *context,
                                     const char    *font,
                                     const char    *text,
                                     PangoAttrList *attributes,
                                     PangoDirection direction,
                                     double         width);

G_END_DECLS
