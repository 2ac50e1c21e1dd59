/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Places in a text, counted in what its user counts: the bytes of UTF-8 as C strings do, code
 * points as Glossator and the Web Annotation model do, code units of UTF-16 as web pages do.
 * Pure functions: any thread. Texts are valid UTF-8.
 */

typedef enum
{
  GLOSS_OFFSET_BYTES,
  GLOSS_OFFSET_CHARS, /* code points */
  GLOSS_OFFSET_UTF16, /* code units */
} GlossOffsetUnit;

/* The place @offset in @text, which is counted in @from, counted in @to. A place inside a
 * character is taken for the beginning of the character, one behind the end for the end. */
gsize gloss_offset_convert (const char      *text,
                            GlossOffsetUnit  from,
                            GlossOffsetUnit  to,
                            gsize            offset);

/* The length of @text, counted in @unit. */
gsize gloss_offset_length  (const char      *text,
                            GlossOffsetUnit  unit);

G_END_DECLS
