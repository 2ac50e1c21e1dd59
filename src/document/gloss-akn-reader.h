/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * Reads Akoma Ntoso: 3.0 (OASIS LegalDocML 1.0) in the shape of the UN profile AKN4UN or any
 * other, its drafts, and 2.0. The input is not trusted: no network, no external entities, no
 * entities of the file's own, a bound on size, depth and number of clauses.
 *
 * No word of the text is lost or comes twice: labels and texts of the clauses, one after the
 * other, are the text of the file outside of <meta>, but for white space and for the mark of a
 * footnote, which is an attribute there and stands in the text and before the note here. White
 * space is that of prose unless the file says xml:space="preserve"; a line break is an <eol/>.
 *
 * What is a clause: an element that has a number, a heading or words of its own. The first words
 * in a paragraph, item, recital or the like are its own and stand beside its number; further
 * paragraphs within it are clauses below it. Footnotes follow the clause that bears their mark.
 */

#define GLOSS_AKN_MAX_BYTES   (64 * 1024 * 1024)
#define GLOSS_AKN_MAX_DEPTH   128

/* (transfer full): @data holds @length bytes. @fallback_symbol names the document where the file
 * gives no symbol. GLOSS_DOCUMENT_ERROR; the message names the line. Any thread. */
GlossDocument *gloss_akn_read      (const char  *data,
                                    gsize        length,
                                    const char  *fallback_symbol,
                                    GError     **error);

/* (transfer full): the same, but no more of the file is read than its particulars need; the
 * document has few or no clauses, and damage further on is not noticed. */
GlossDocument *gloss_akn_read_head (const char  *data,
                                    gsize        length,
                                    const char  *fallback_symbol,
                                    GError     **error);

G_END_DECLS
