/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lets the toasts of @overlay be read whole where there is little room: in several lines. libadwaita cuts
 * the end of what does not fit in one. */
void gloss_toast_wrap (AdwToastOverlay *overlay);

/* Shows @toast (transfer full) on the overlay around @widget, its title as plain text. Where there
 * is no overlay the toast is let go. */
void gloss_toast_add  (GtkWidget       *widget,
                       AdwToast        *toast);

G_END_DECLS
