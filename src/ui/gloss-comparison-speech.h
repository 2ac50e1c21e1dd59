/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-comparison-item.h"

G_BEGIN_DECLS

/**
 * A comparison in words, for those who read it and for those who hear it. Pure functions, in the
 * language of the interface; all strings are (transfer full).
 */

/* "11 reworded, 3 new, 1 dropped; 812 words kept, 97 removed, 143 added". */
char *gloss_comparison_speak_summary        (GlossComparison    *comparison);

/* @row is one of @comparison in all of these. */

/* Where the row's clauses stand, without the symbols of the documents: "annex, para. 2 (8)", or
 * where the place changed, "annex, para. (c) → annex, para. 2 (3)". */
char *gloss_comparison_show_place           (GlossComparison    *comparison,
                                             GlossComparisonRow *row);

/* A name for the row: "Reworded: A/66/359, annex, para. (c), now A/69/723, annex, para. 2 (3)". */
char *gloss_comparison_speak_row            (GlossComparisonRow *row);

/* The wording, and what changed in it: "Each State removed will end removed added shall end added
 * refrain". Of a very long clause the beginning only, which it says. */
char *gloss_comparison_speak_difference     (GlossComparisonRow *row);

/* The same of what stands on the screen. What became of it: "Reworded", "Moved away", "12 unchanged
 * clauses"; where: one end of a row that moved; and a name. */
char *gloss_comparison_show_state           (GlossComparisonItem *item);
char *gloss_comparison_show_item_place      (GlossComparison     *comparison,
                                             GlossComparisonItem *item);
char *gloss_comparison_speak_item           (GlossComparisonItem *item);
char *gloss_comparison_speak_item_text      (GlossComparisonItem *item);

/* Where the other end of a row that moved is: "moved from (3)", "moved to (5)"; NULL where it has
 * no other end. */
char *gloss_comparison_show_other_end       (GlossComparison     *comparison,
                                             GlossComparisonItem *item);

G_END_DECLS
