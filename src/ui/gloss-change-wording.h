/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "comparison/gloss-comparison-row.h"

G_BEGIN_DECLS

/* Shows the text of one side of @row in @view, which was empty: what only this side has is struck
 * through, or underlined where @is_new. @document: of that side. */
void gloss_change_wording_show (GtkTextView        *view,
                                GlossComparisonRow *row,
                                GlossDocument      *document,
                                gboolean            is_new);

G_END_DECLS
