/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * Reads plain UTF-8 text: clauses are separated by blank lines; a label at the beginning of a
 * paragraph, "(8)", "(a)", "12.", "（一）", becomes the label of the clause. Nothing else is
 * guessed. Line breaks inside a paragraph are kept as they are, whatever character makes them in
 * the file; white space around a paragraph and at the end of a line is dropped.
 *
 * All clauses have the depth 0. One with a label in brackets is an item, with the id "item_8"; one
 * with another label a paragraph, "para_12"; one without a label a paragraph, "clause_5" by its
 * place. Chinese numbers stand as Arabic ones in the id, as the number is the same in each language.
 */

#define GLOSS_TEXT_MAX_BYTES (64 * 1024 * 1024)

/* (transfer full): a byte order mark at the beginning is skipped. GLOSS_DOCUMENT_ERROR; the
 * message names the line. Any thread. */
GlossDocument *gloss_text_read (const char  *data,
                                gsize        length,
                                const char  *symbol,
                                GError     **error);

/* The same with (transfer full) for @data, of g_malloc (): the clauses stay where they stand in it,
 * and nothing is copied. */
GlossDocument *gloss_text_take (char        *data,
                                gsize        length,
                                const char  *symbol,
                                GError     **error);

/* The length in bytes of the label that @paragraph begins with, 0 where it has none; and in
 * @skip the bytes of label and white space up to the text. A label is
 *
 *  - in brackets, ( ) or （ ）: a number up to 999, also a Chinese one, a letter, a letter doubled
 *    as in (aa), or a Roman number up to 99;
 *  - before a full stop, . or ．: a number up to 9999, also a Chinese one;
 *  - before 、: a Chinese number;
 *
 * where the text, if any, stands apart by white space or begins with an East Asian character or
 * a quotation mark, or the label itself ends in ）, ． or 、. */
gsize          gloss_text_scan_label (const char *paragraph,
                                      gsize      *skip);

G_END_DECLS
