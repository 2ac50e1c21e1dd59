/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"
#include "annotation/gloss-search-text.h"
#include "annotation/gloss-vocabulary.h"

G_BEGIN_DECLS

/**
 * GlossTagEntry:
 *
 * A tag, and how many notes bear it. Properties: "n-notes", "n-within" (uint), which notify.
 */

#define GLOSS_TYPE_TAG_ENTRY (gloss_tag_entry_get_type ())
G_DECLARE_FINAL_TYPE (GlossTagEntry, gloss_tag_entry, GLOSS, TAG_ENTRY, GObject)

/* Borrowed; "law/water" */
const char *gloss_tag_entry_get_name     (GlossTagEntry *self);

/* The number of notes that bear the tag itself; and of those that bear it or one nested in it, each
 * counted once. */
guint       gloss_tag_entry_get_n_notes  (GlossTagEntry *self);
guint       gloss_tag_entry_get_n_within (GlossTagEntry *self);

/* In how many other tags it is nested. */
guint       gloss_tag_entry_get_depth    (GlossTagEntry *self);

/* TRUE when all of @words occur in the name. */
gboolean    gloss_tag_entry_matches      (GlossTagEntry          *self,
                                          const GlossSearchWords *words);

/**
 * GlossTagIndex:
 *
 * The tags of the open stores of a notebook and of the vocabulary: a GListModel of GlossTagEntry,
 * each behind the one it is nested in, else by name. A tag in which others are nested stands there
 * also when no note bears it itself. For the main thread.
 *
 * Counting goes over all notes, so the index is only brought up to date when it is asked to be.
 *
 * Signals: "outdated": the notes changed since; once until the next update.
 */

#define GLOSS_TYPE_TAG_INDEX (gloss_tag_index_get_type ())
G_DECLARE_FINAL_TYPE (GlossTagIndex, gloss_tag_index, GLOSS, TAG_INDEX, GObject)

/* (transfer none): the one of @notebook, which lives as long as that, with the user's vocabulary. */
GlossTagIndex *gloss_tag_index_get     (GlossNotebook      *notebook);

/* (transfer full): @vocabulary (nullable) */
GlossTagIndex *gloss_tag_index_new     (GListModel         *stores,
                                        GlossVocabulary    *vocabulary);

void           gloss_tag_index_update  (GlossTagIndex      *self);

/* (transfer none) (nullable): brings the index up to date. */
GlossTagEntry *gloss_tag_index_find    (GlossTagIndex      *self,
                                        const char         *tag);

/* (transfer full) (element-type utf8): up to @max_tags tags in whose names @text occurs, without
 * regard to case, accents and width, but for those of @without; the most used first. Brings the
 * index up to date. */
GPtrArray     *gloss_tag_index_suggest (GlossTagIndex      *self,
                                        const char         *text,
                                        const char * const *without,
                                        guint               max_tags);

G_END_DECLS
