/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): a menu of the tags of @notes (nullable) (a model of GlossPlacedNote), by name,
 * under one for any tag. Each item sets the action "notes.tag" to the tag, or to "" for any. */
GMenuModel *gloss_tag_menu_new (GListModel *notes);

G_END_DECLS
