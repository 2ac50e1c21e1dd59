/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "annotation/gloss-notebook.h"

G_BEGIN_DECLS

/**
 * GlossTagsPage:
 *
 * The tags of all notes on all documents: how many notes bear each, what the reader says of it; to
 * rename a tag, merge it into another one, delete it everywhere, and give it a colour and a
 * description. Each change is one step of the GlossNoteChanges of the notebook.
 *
 * Its actions are "tags.search", and on the selected tag "tags.show", "tags.rename", "tags.merge",
 * "tags.describe" and "tags.delete"; "tags.undo" and "tags.redo". "tags.show" activates
 * "win.all-notes-tagged" with the tag.
 */

#define GLOSS_TYPE_TAGS_PAGE (gloss_tags_page_get_type ())
G_DECLARE_FINAL_TYPE (GlossTagsPage, gloss_tags_page, GLOSS, TAGS_PAGE, AdwNavigationPage)

/* Its tag as a navigation page is "tags". */
GlossTagsPage *gloss_tags_page_new          (GlossNotebook *notebook);

/* Selects @tag; FALSE where it is not shown. */
gboolean       gloss_tags_page_select       (GlossTagsPage *self,
                                             const char    *tag);

/* (transfer none) (nullable): the selected tag, valid until the next change. */
const char    *gloss_tags_page_get_selected (GlossTagsPage *self);

/* What the dialogs do when they are answered. @new_name may be the name of another tag. */
void           gloss_tags_page_rename       (GlossTagsPage *self,
                                             const char    *tag,
                                             const char    *new_name);
void           gloss_tags_page_describe     (GlossTagsPage *self,
                                             const char    *tag,
                                             int            color,
                                             const char    *description);

G_END_DECLS
