/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Lines of a legal text that say nothing but where in it one is: "Article 5", "CHAPTER IV", "§ 12a",
 * "Sec. 3.1", "第十二条". Their numbers change with every clause that is put in before, so that they tell
 * nothing of which clauses belong together. Pure functions: any thread.
 */

/* Whether the text, UTF-8 of @length bytes, is a name and a number and nothing more. */
gboolean gloss_is_numbering             (const char *text,
                                         gsize       length);

/* Whether two numbers name the same sort of thing: two articles, but no article and chapter; or both,
 * like "(1)" and "2.", name none. */
gboolean gloss_numbering_have_same_name (const char *a,
                                         gsize       a_length,
                                         const char *b,
                                         gsize       b_length);

/* The length in bytes of the number that the text begins with, 0 where it begins with none; and in
 * @skip the bytes up to where it goes on. Where a text is plain, the number of a clause can be a part of it:
 *
 *  - "Article 5.", "Art. 5 bis:", "§ 5 –", "المادة (5):", "第五条　", a name from the languages of the United
 *    Nations or German and a number, before a point, a colon, a dash, the end of the line or, after
 *    第五条, white space; but not before what amends the article of that number, "delete paragraph 2";
 *  - "1.2", "1.2.3." before a sentence, "1)", "a)", "iv)", "1.-", "1º", "а)", "(ب)", "١-", "①" and "1、"
 *    before any text.
 *
 * "Article 5 applies" and "2.5 per cent" begin with none. */
gsize    gloss_numbering_scan           (const char *text,
                                         gsize       length,
                                         gsize      *skip);

G_END_DECLS
