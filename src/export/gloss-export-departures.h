/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/gloss-exporter.h"

G_BEGIN_DECLS

/* A table of departures: clause old, clause new, what happened, both wordings, the notes and tags on
 * either clause and on the change. For the thread of the annotations. */

/* TRUE for the formats that have one: HTML and CSV. */
gboolean gloss_export_format_has_departures (GlossExportFormat format);

/* (transfer full): the whole file. @annotations: (element-type GlossAnnotation), of any documents;
 * those on neither document of the comparison are left out. Every other stands in the table once
 * for each row that it is on: a note on a change whose two clauses do not stand in one row is on
 * two. Those without a clause come last. */
char    *gloss_export_departures            (GlossComparison  *comparison,
                                             GPtrArray        *annotations,
                                             GlossExportFormat format);

G_END_DECLS
