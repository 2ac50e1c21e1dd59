/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "ui/gloss-comparison-palette.h"

G_BEGIN_DECLS

/**
 * What is removed and added in a text, as attributes for it: removed words are struck through, added
 * ones underlined, and both have a colour. What differs in its typography alone has the lines, but
 * not the colours. No widget; any thread.
 */

typedef enum
{
  GLOSS_SIDE_OLD,  /* the old text, with what was removed from it */
  GLOSS_SIDE_NEW,  /* the new text, with what was added to it */
  GLOSS_SIDE_BOTH, /* both in one, as a redline */
} GlossComparisonSide;

/* (transfer full): of the text of @side, the bytes from @start to @start + @length, which are a text
 * of their own; bytes of the attributes count from @start. */
PangoAttrList *gloss_comparison_marks_new (GlossComparisonRow  *row,
                                           GlossComparisonSide  side,
                                           gsize                start,
                                           gsize                length,
                                           GlossPalette         palette,
                                           GlossMarkScheme      scheme);

/* Marks words that were looked up, the bytes from @from to @to in the text of the old or the new side
 * of @row, over what else is marked there. @attributes and the rest as above. */
void           gloss_comparison_marks_add_match (PangoAttrList       *attributes,
                                                 GlossComparisonRow  *row,
                                                 gboolean             is_new,
                                                 gsize                from,
                                                 gsize                to,
                                                 GlossComparisonSide  side,
                                                 gsize                start,
                                                 GlossMarkScheme      scheme);

/* (transfer full): the text of GLOSS_SIDE_BOTH. */
char          *gloss_comparison_marks_join (GlossComparisonRow *row);

G_END_DECLS
