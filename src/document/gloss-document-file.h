/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * The file that a document is read from. Any thread. Messages of errors begin with the file's name.
 */

/* (transfer full): the content, which is no longer than any reader takes. G_IO_ERROR, or
 * GLOSS_DOCUMENT_ERROR_LIMIT. */
GBytes        *gloss_document_file_load     (GFile         *file,
                                             GCancellable  *cancellable,
                                             GError       **error);

/* (transfer full): the document in @bytes, which came from @file. */
GlossDocument *gloss_document_file_parse    (GFile         *file,
                                             GBytes        *bytes,
                                             GError       **error);

/* (transfer full): a document with the particulars of the one in @file, and perhaps some of its
 * clauses. Damage further on goes unnoticed. */
GlossDocument *gloss_document_file_read_head (GFile         *file,
                                              GError       **error);

/* (transfer full): what a document is called that does not say it: the name of the file without
 * its suffix. */
char          *gloss_document_file_dup_symbol (GFile        *file);

/* Whether @bytes are XML, as against plain text, by how they begin. */
gboolean       gloss_document_file_is_xml   (GBytes        *bytes);

G_END_DECLS
