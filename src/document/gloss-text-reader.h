/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document.h"

G_BEGIN_DECLS

/**
 * Reads plain UTF-8 text: clauses are separated by blank lines; a label at the beginning of a
 * paragraph, "(8)", "(a)", "12.", "（一）", becomes the label of the clause. Nothing else is
 * guessed. Line breaks inside a paragraph are kept as they are.
 */

#define GLOSS_TEXT_MAX_BYTES (64 * 1024 * 1024)

/* (transfer full): a byte order mark at the beginning is skipped. Any thread. */
GlossDocument *gloss_text_read (const char  *data,
                                gsize        length,
                                const char  *symbol,
                                GError     **error);

/* The length in bytes of the label that @paragraph begins with, 0 where it has none; and in
 * @skip the bytes of label and white space up to the text. */
gsize          gloss_text_scan_label (const char *paragraph,
                                      gsize      *skip);

G_END_DECLS
