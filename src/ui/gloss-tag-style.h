/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @widget, which shows @tag by its name, the colour that the reader gave the tag, and what the
 * reader says of it as a tooltip. */
void gloss_tag_style_apply (GtkWidget  *widget,
                            const char *tag);

/* Makes @label look as a tag in a row of tags. */
void gloss_tag_style_set_up (GtkLabel *label);

G_END_DECLS
