/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "annotation/gloss-annotation-store.h"

G_BEGIN_DECLS

/* What is wrong with the notes of a document, on a banner: what can be tried again, and what happened
 * and can only be read and closed. */

/* Says @problem, also aloud, once. @button_label (nullable): what can be done about it. */
void gloss_store_banner_say      (AdwBanner            *banner,
                                  const char           *problem,
                                  const char           *button_label);

/* Says what is wrong with @store, and hides the banner where
 * @store (nullable) has no problem. */
void gloss_store_banner_update   (AdwBanner            *banner,
                                  GlossAnnotationStore *store);

/* (transfer none) (nullable): the first of @stores (element-type GlossAnnotationStore) that has a
 * problem. */
GlossAnnotationStore *gloss_store_banner_find (GListModel *stores);

/* Does what the button of the banner of @store (nullable) says. */
void gloss_store_banner_activate (GlossAnnotationStore *store);

G_END_DECLS
