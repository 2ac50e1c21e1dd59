/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The name of a document's files in the folder of annotations, without a suffix. Two symbols
 * never have the same name, and a name is a plain file name anywhere: "A/69/723" is "A_69_723".
 * A name that would be too long for a file system ends in a digest of the symbol. Any thread.
 */

/* (transfer full) */
char *gloss_store_name_escape   (const char *symbol);

/* (transfer full) (nullable): the symbol; NULL where @name is no name that
 * gloss_store_name_escape () gives, or ends in a digest. */
char *gloss_store_name_unescape (const char *name);

/* TRUE when @name ends in a digest: the symbol is in the files alone. */
gboolean gloss_store_name_is_digest (const char *name);

G_END_DECLS
