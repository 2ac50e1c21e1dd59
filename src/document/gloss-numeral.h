/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * The numbers of legal texts as they are printed: 12, XII, 十二, twelfth. Pure functions, for any
 * thread. A value is between 1 and GLOSS_NUMERAL_MAX.
 */

#define GLOSS_NUMERAL_MAX 9999

/* The value of the whole of the @length bytes at @text, 0 where they are no such number. */
guint gloss_numeral_parse_arabic    (const char *text,
                                     gsize       length);

/* Roman numerals in the one accepted spelling, all upper or all lower case, up to 3999. */
guint gloss_numeral_parse_roman     (const char *text,
                                     gsize       length);

/* 一, 十, 十二, 二十, 一百零三; also digit by digit, 二〇一五. */
guint gloss_numeral_parse_chinese   (const char *text,
                                     gsize       length);

/* (transfer full): "IV"; beyond 3999 in Arabic digits. */
char *gloss_numeral_to_roman        (guint       value);

/* (transfer full): "first", "twenty-first"; from a hundred on, "101st". */
char *gloss_numeral_to_ordinal_word (guint       value);

/* (transfer full): "1st", "12th". */
char *gloss_numeral_to_ordinal      (guint       value);

/* The same behind what @out has, and the digits alone: long documents have tens of thousands. */
void  gloss_numeral_append_ordinal  (GString    *out,
                                     guint       value);
void  gloss_numeral_append          (GString    *out,
                                     guint       value);

G_END_DECLS
