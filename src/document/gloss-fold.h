/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Texts as a search sees them: without regard to case, accents, width and the kinds of quotation
 * marks, dashes and white space. Pure functions: any thread.
 *
 * What makes another letter in its script is kept: the vowel signs of Indic scripts, the voicing
 * marks of kana. Hangul syllables stay whole.
 */

/* (transfer full): @text, valid UTF-8, folded. @offsets: (out) (optional) (transfer full)
 * (element-type guint32): for each byte of the result, and for its end, the byte of @text at which
 * the character begins that it was made of. */
char *gloss_fold          (const char  *text,
                           GArray     **offsets);

/* The plain form of a quotation mark or a dash: ', " or -. Any other character as it is. */
gunichar gloss_fold_punctuation (gunichar c);

/* Bytes of the text that was searched: whole characters, with the accents that follow them. */
typedef struct
{
  guint start_byte;
  guint end_byte;
} GlossFoldMatch;

/* Adds to @matches (element-type GlossFoldMatch) every place at which @needle, made by
 * gloss_fold (), stands in @text, in order, none overlapping another. "" stands nowhere. */
void  gloss_fold_find_all (const char  *text,
                           const char  *needle,
                           GArray      *matches);

G_END_DECLS
