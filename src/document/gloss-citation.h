/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * How a clause is cited in United Nations usage: by paragraph and never by page, in English
 * whatever the language of the text. Pure functions, for any thread.
 */

/* (transfer full): "A/69/723, annex, para. 2 (8)"; either part may be "". */
char     *gloss_citation_join         (const char *symbol,
                                       const char *place);

/* (transfer full) for @text, which is returned: puts a space in the place of each control character
 * and U+FFFD in that of each character that no file may hold. */
char     *gloss_citation_clean        (char       *text);

/* (transfer full): the number that @label prints, without words, brackets and stops around it, and
 * in Arabic digits where it is Chinese or raised: "8", "a", "iv", "5" for "Article 5"; "" where it
 * prints none. */
char     *gloss_citation_number       (const char *label);

/* (transfer full): the same for a section or chapter, whose number in Chinese is Roman in English:
 * "II" for "二.". */
char     *gloss_citation_number_of_division (const char *label);

/* TRUE for "(8)" and "（一）". */
gboolean  gloss_citation_is_bracketed (const char *label);

/* Finds what the @heading of an annex calls it, "Annex II" or "Schedule 2. Forms": a @noun, static,
 * and a @number, (transfer full). FALSE where it gives no number; neither is then touched. */
gboolean  gloss_citation_find_annex   (const char  *heading,
                                       const char **noun,
                                       char       **number);

/* (transfer full): the place of a clause of which no more than its @label and its @position from
 * 0 are known, as in a plain text: "(8)", "para. 12", "5th clause". */
char     *gloss_citation_from_label   (const char *label,
                                       guint       position);

/* (transfer full): for a @place that several clauses share: "(a), 17th clause". */
char     *gloss_citation_add_position (const char *place,
                                       guint       position);

/* The same behind what @citation has. */
void      gloss_citation_append_position (GString    *citation,
                                          guint       position);

G_END_DECLS
