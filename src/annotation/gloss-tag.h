/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Names of tags. They are nested by "/": "law/water" lies in "law". Pure functions: any thread.
 */

/* TRUE when @tag is @ancestor or lies in it. */
gboolean gloss_tag_is_within  (const char         *tag,
                               const char         *ancestor);

/* (transfer full) (nullable): the tag in which @tag lies; NULL at the top. A "/" at either end, and
 * one behind another, nests nothing. */
char    *gloss_tag_dup_parent (const char         *tag);

/* Borrowed: what @tag is called within its parent: "water" of "law/water". */
const char *gloss_tag_get_leaf (const char        *tag);

/* (transfer full) (nullable): @tag, which is @old_name or lies in it, after that is called
 * @new_name. */
char    *gloss_tag_dup_moved  (const char         *tag,
                               const char         *old_name,
                               const char         *new_name);

/* (transfer full) (nullable): @tags after @old_name is called @new_name (NULL: is no more), with
 * those nested in it; none twice. NULL where none of them is. */
GStrv    gloss_tags_dup_moved (const char * const *tags,
                               const char         *old_name,
                               const char         *new_name);

/* (transfer full): @name as a tag: trimmed, also within, between "/"; NULL where nothing is left,
 * or it has a comma, which separates tags. */
char    *gloss_tag_normalize  (const char         *name);

G_END_DECLS
