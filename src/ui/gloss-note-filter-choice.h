/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GlossNoteFilterChoice:
 *
 * A list to choose from, of which the first item is any.
 *
 * Signals: "changed": something else is chosen, or what was chosen is offered no more.
 */

#define GLOSS_TYPE_NOTE_FILTER_CHOICE (gloss_note_filter_choice_get_type ())
G_DECLARE_FINAL_TYPE (GlossNoteFilterChoice, gloss_note_filter_choice, GLOSS, NOTE_FILTER_CHOICE, AdwBin)

/* @name: what is chosen, "Tag"; @any: what the first item says, "Any Tag"; both translated.
 * @searchable: one can type to find an item. */
GtkWidget  *gloss_note_filter_choice_new       (const char            *name,
                                                const char            *any,
                                                gboolean               searchable);

/* @values: (transfer full) (element-type utf8); @labels (element-type utf8): as many, may be the
 * same. Without the item for any. What was chosen stays chosen while it is there. */
void        gloss_note_filter_choice_offer     (GlossNoteFilterChoice *self,
                                                GPtrArray             *values,
                                                GPtrArray             *labels);

/* Borrowed; (nullable): NULL for any. */
const char *gloss_note_filter_choice_get_value (GlossNoteFilterChoice *self);

/* Chooses @value (nullable); FALSE where it is not offered. Says nothing. */
gboolean    gloss_note_filter_choice_set_value (GlossNoteFilterChoice *self,
                                                const char            *value);

G_END_DECLS
