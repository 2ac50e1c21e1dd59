/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "annotation/gloss-tag-index.h"

G_BEGIN_DECLS

/**
 * GlossTagRow:
 *
 * One tag in the list of tags: its colour, its name, what the reader says of it, and how many notes
 * bear it or one nested in it.
 *
 * Signals: "menu-clicked": the user wants to know what can be done with the tag.
 */

#define GLOSS_TYPE_TAG_ROW (gloss_tag_row_get_type ())
G_DECLARE_FINAL_TYPE (GlossTagRow, gloss_tag_row, GLOSS, TAG_ROW, GtkWidget)

GtkWidget     *gloss_tag_row_new       (void);

/* @entry (nullable): NULL empties the row. @item must outlive it. @whole: the tag is shown with the
 * tags it is nested in, which don't stand above it. */
void           gloss_tag_row_set_entry (GlossTagRow   *self,
                                        GtkListItem   *item,
                                        GlossTagEntry *entry,
                                        gboolean       whole);

/* (transfer none) (nullable) */
GlossTagEntry *gloss_tag_row_get_entry (GlossTagRow   *self);

G_END_DECLS
