/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/gloss-export-departures-private.h"

G_BEGIN_DECLS

/* What the pages in HTML have in common: each is one file that stands alone, with no script and no link
 * to anywhere else, well-formed as HTML and as XML. */

/* Appends "<@tag ...>@text</@tag>"; @attributes is NULL or as it stands in the tag, " class=...". */
void  gloss_html_append_element        (GString                  *out,
                                        const char               *tag,
                                        const char               *attributes,
                                        const char               *text);

/* Appends ' lang="…" dir="…"' for a text in @language; one of unknown language runs as its letters do. */
void  gloss_html_append_language       (GString                  *out,
                                        const char               *language);

void  gloss_html_begin_page            (GString                  *out,
                                        const char               *title);
void  gloss_html_end_page              (GString                  *out);

/* Appends the title, the two documents, the figures, and what the marks mean. */
void  gloss_html_begin_comparison_page (GString                  *out,
                                        GlossComparison          *comparison,
                                        gboolean                  with_moves);

/* Appends a note of a table or a redline. */
void  gloss_html_append_departure_note (GString                  *out,
                                        const GlossDepartureNote *note);

/* Gives away a page with one column that has both texts in one: what was removed and added is marked,
 * and the ends of what moved lead to each other. @departures: (nullable): the notes. FALSE where
 * @sink failed, with its error; it is not called again then. */
gboolean gloss_export_html_redline     (GlossComparison          *comparison,
                                        GlossDepartures          *departures,
                                        GlossExportSink           sink,
                                        gpointer                  sink_data,
                                        GError                  **error);

G_END_DECLS
