/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "annotation/gloss-notebook.h"

G_BEGIN_DECLS

/**
 * GlossTagEditor:
 *
 * The tags of a note, each of which can be taken away, and an entry for one more, with the tags
 * that are in use as suggestions. A tag ends with Enter or a comma, and when the entry is left: no
 * tag that was typed is lost.
 *
 * Signals: "tags-changed": the user added or removed a tag.
 */

#define GLOSS_TYPE_TAG_EDITOR (gloss_tag_editor_get_type ())
G_DECLARE_FINAL_TYPE (GlossTagEditor, gloss_tag_editor, GLOSS, TAG_EDITOR, GtkWidget)

/* @notebook (nullable): where suggestions come from. */
GtkWidget          *gloss_tag_editor_new      (GlossNotebook *notebook);

void                gloss_tag_editor_set_tags (GlossTagEditor     *self,
                                               const char * const *tags);

/* (transfer none) */
const char * const *gloss_tag_editor_get_tags (GlossTagEditor *self);

/* Makes a tag of what stands in the entry. */
void                gloss_tag_editor_commit   (GlossTagEditor *self);

G_END_DECLS
