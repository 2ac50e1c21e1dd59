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

G_END_DECLS
