/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/gloss-printout.h"
#include "ui/gloss-text-marks.h"

G_BEGIN_DECLS

/**
 * GlossPrintText:
 *
 * The text of a cell of a printout while it is put together, with its looks. No widget.
 */

typedef struct _GlossPrintText GlossPrintText;

typedef enum
{
  GLOSS_PRINT_TEXT_PLAIN,
  GLOSS_PRINT_TEXT_SMALL, /* citations, states, particulars */
  GLOSS_PRINT_TEXT_BOLD,
  GLOSS_PRINT_TEXT_TITLE,
} GlossPrintTextStyle;

GlossPrintText *gloss_print_text_new            (void);
void            gloss_print_text_free           (GlossPrintText     *self);

/* Appends @line, which begins on a line of its own; what follows begins on the next. */
void            gloss_print_text_append_line    (GlossPrintText     *self,
                                                 GlossPrintTextStyle style,
                                                 const char         *line);

/* Appends @length bytes of @text as they are. */
void            gloss_print_text_append         (GlossPrintText     *self,
                                                 const char         *text,
                                                 gsize               length);

/* Likewise, with a mark. @color: of HIGHLIGHT and NOTE. */
void            gloss_print_text_append_marked  (GlossPrintText     *self,
                                                 const char         *text,
                                                 gsize               length,
                                                 GlossMarkKind       kind,
                                                 GlossColor          color);

/* Marks @length bytes that begin @start bytes into the text. */
void            gloss_print_text_mark           (GlossPrintText     *self,
                                                 gsize               start,
                                                 gsize               length,
                                                 GlossMarkKind       kind,
                                                 GlossColor          color);

/* (transfer none) */
const char     *gloss_print_text_get_text       (GlossPrintText     *self);

/* (transfer full) */
PangoAttrList  *gloss_print_text_dup_attributes (GlossPrintText     *self);

/* Adds it to @printout as a cell; @language as in gloss_printout_add_cell (). */
void            gloss_print_text_add_to         (GlossPrintText     *self,
                                                 GlossPrintout      *printout,
                                                 const char         *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossPrintText, gloss_print_text_free)

G_END_DECLS
