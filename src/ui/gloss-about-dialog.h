/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows what Glossator is, and where its texts come from. @parent: (nullable) */
void gloss_about_dialog_present (GtkWidget *parent);

G_END_DECLS
