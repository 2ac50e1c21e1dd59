/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "comparison/gloss-comparison.h"
#include "ui/gloss-printout.h"

G_BEGIN_DECLS

typedef enum
{
  GLOSS_PRINT_SIDE_BY_SIDE, /* the old text, the new text and the state in columns */
  GLOSS_PRINT_REDLINE,      /* one column, what was removed and added in its place */
} GlossPrintLayout;

/* (transfer full): @annotations: (nullable) (element-type GlossAnnotation): the notes that are
 * printed below the rows they are on, as in a table of departures. @comparison as it is printed, with its title, its figures and a legend. What was
 * removed is struck through and what was added underlined, so that it is told without colour. */
GlossPrintout *gloss_print_comparison (GlossComparison *comparison,
                                       GPtrArray       *annotations,
                                       GlossPrintLayout layout);

G_END_DECLS
