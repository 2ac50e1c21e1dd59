/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * Reads Akoma Ntoso 3.0 (OASIS LegalDocML 1.0), in the shape of the UN profile AKN4UN or any
 * other. The input is not trusted: no network, no external entities, no entity expansion bombs,
 * a bound on size, depth and number of clauses.
 */

#define GLOSS_AKN_MAX_BYTES   (64 * 1024 * 1024)
#define GLOSS_AKN_MAX_DEPTH   128

/* (transfer full): @data holds @length bytes. @fallback_symbol names the document where the file
 * gives no symbol. GLOSS_DOCUMENT_ERROR; the message names the line. Any thread. */
GlossDocument *gloss_akn_read (const char  *data,
                               gsize        length,
                               const char  *fallback_symbol,
                               GError     **error);

G_END_DECLS
