/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* (transfer floating): a dialog in which the user names the six colours. What stands in it is kept
 * when an entry is left, or the dialog closed. */
AdwDialog *gloss_color_names_dialog_new (void);

G_END_DECLS
