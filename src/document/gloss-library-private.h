/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-library.h"

G_BEGIN_DECLS

/* For GlossLibrary alone. */

/* (transfer full): the entry of @document, which lies in @file, or where that is NULL at @resource. */
GlossLibraryEntry *gloss_library_entry_new         (GlossDocument      *document,
                                                    GFile              *file,
                                                    const char         *resource);

/* (transfer none) (nullable): the file of a document that the user added. */
GFile             *gloss_library_entry_get_file    (GlossLibraryEntry  *self);

/* (transfer full): the document, which is read again only when nobody holds it any longer. */
GlossDocument     *gloss_library_entry_load        (GlossLibraryEntry  *self,
                                                    GError            **error);

/* As strcmp (), by date, symbol and language. */
int                gloss_library_entry_compare     (GlossLibraryEntry  *self,
                                                    GlossLibraryEntry  *other);

/* Whether @name is that of the entry, or its symbol, in upper or lower case. */
gboolean           gloss_library_entry_has_name    (GlossLibraryEntry  *self,
                                                    const char         *name);
gboolean           gloss_library_entry_has_symbol  (GlossLibraryEntry  *self,
                                                    const char         *name);

G_END_DECLS
