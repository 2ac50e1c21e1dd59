/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-note-changes.h"

G_BEGIN_DECLS

/**
 * Changes of a tag in all the notes of a notebook, and of what the user's vocabulary says of it.
 * Each is one step of the GlossNoteChanges of the notebook. Tags that are nested in the tag go
 * with it. The documents whose notes are to be changed must be open in @notebook.
 *
 * They return the number of notes that were changed.
 */

/* @new_name: as gloss_tag_normalize () gives it. Where there is a tag of that name, both are one
 * from then on, which is called a merging then. */
guint gloss_tag_changes_rename   (GlossNotebook    *notebook,
                                  const char       *tag,
                                  const char       *new_name);

/* Takes the tag from all notes. */
guint gloss_tag_changes_delete   (GlossNotebook    *notebook,
                                  const char       *tag);

/* @color (nullable): none. Changes no note. */
void  gloss_tag_changes_describe (GlossNotebook    *notebook,
                                  const char       *tag,
                                  const GlossColor *color,
                                  const char       *description);

G_END_DECLS
