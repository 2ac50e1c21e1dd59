/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * What of a text a list shows to somebody who looked for words in it. Pure; any thread.
 */

/* (transfer full): @text, valid UTF-8; where the first of the words of @search (nullable) stands
 * more than @lead_chars code points behind its beginning, what comes long before it is left out
 * and "…" stands there. @marks (element-type GlossTextMark): a mark is added for each place where
 * one of the words stands in the result. Words as for gloss_annotation_matches (). */
char *gloss_match_excerpt (const char *text,
                           const char *search,
                           guint       lead_chars,
                           GArray     *marks);

G_END_DECLS
