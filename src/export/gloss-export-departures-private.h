/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "export/gloss-export-departures.h"
#include "export/gloss-export-private.h"

G_BEGIN_DECLS

/* A table of a comparison, with the notes on its rows where they are wanted. */
typedef struct
{
  void (*begin)     (GString            *out,
                     GlossComparison    *comparison,
                     gboolean            with_notes);

  /* @row: (nullable): NULL for @notes that stand on no clause. @notes: (nullable) (element-type
   * GlossDepartureNote): NULL without notes. */
  void (*write_row) (GString            *out,
                     GlossComparison    *comparison,
                     GlossComparisonRow *row,
                     GPtrArray          *notes);
  void (*end)       (GString            *out);
} GlossDepartureWriter;

extern const GlossDepartureWriter gloss_export_csv_departure_writer;
extern const GlossDepartureWriter gloss_export_html_departure_writer;

G_END_DECLS
