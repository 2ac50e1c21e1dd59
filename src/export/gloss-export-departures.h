/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/gloss-exporter.h"

G_BEGIN_DECLS

/* A table of departures: clause old, clause new, what happened, both wordings, the notes and tags on
 * either clause and on the change. For the thread of the annotations. */

/* A note as it stands in a table of departures. */
typedef struct
{
  GlossAnnotation *annotation;
  char            *citation;  /* of the place, of both places for a note on a change */
  char            *quotation; /* "" where the whole clause is meant */
  char            *language;  /* of the quotation */
  gboolean         to_confirm;
  guint64          rank;      /* in the order of the row: old text, new text, both */
} GlossDepartureNote;

/* The notes of one comparison, by row. */
typedef struct _GlossDepartures GlossDepartures;

/* (transfer full): @annotations: (element-type GlossAnnotation), as for gloss_export_departures ().
 * The comparison must live as long. */
GlossDepartures *gloss_departures_new       (GlossComparison    *comparison,
                                             GPtrArray          *annotations);
void             gloss_departures_free      (GlossDepartures    *self);

/* (transfer none) (element-type GlossDepartureNote): those on @row, in order; @row: (nullable): NULL
 * for those that stand on no clause. */
GPtrArray       *gloss_departures_get_notes (GlossDepartures    *self,
                                             GlossComparisonRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossDepartures, gloss_departures_free)

/* TRUE for the formats that have one: HTML and CSV. */
gboolean gloss_export_format_has_departures (GlossExportFormat format);

typedef enum
{
  GLOSS_EXPORT_REDLINE, /* "redline": both texts in one column */
  GLOSS_EXPORT_COLUMNS, /* "columns": a table of the two */
} GlossExportLayout;

/* (transfer full): the whole file. @layout: of HTML; CSV is always a table. @annotations: (nullable)
 * (element-type GlossAnnotation): without notes where NULL; of any documents; those on neither document of the comparison are left out. Every other stands in the table once
 * for each row that it is on: a note on a change whose two clauses do not stand in one row is on
 * two. Those without a clause come last. */
char    *gloss_export_departures            (GlossComparison  *comparison,
                                             GPtrArray        *annotations,
                                             GlossExportFormat format,
                                             GlossExportLayout layout);

G_END_DECLS
