/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * What is marked in the text of a clause, as attributes for a label. No widget; any thread.
 * Never by colour alone: a highlight is underlined, twice where there is a note on it, what was
 * found by a search has a line above, what was removed is struck through, what was added underlined.
 */

typedef enum
{
  GLOSS_MARK_HIGHLIGHT, /* a phrase that somebody marked */
  GLOSS_MARK_NOTE,      /* likewise, with a note */
  GLOSS_MARK_REMOVED,
  GLOSS_MARK_ADDED,
  GLOSS_MARK_MATCH,     /* found by a search */
  GLOSS_MARK_CURRENT,   /* the match on which the search stands, or the chosen annotation */
} GlossMarkKind;

typedef struct
{
  GlossMarkKind kind;
  GlossColor    color;      /* of HIGHLIGHT and NOTE */
  guint         start_byte; /* bytes of the text; start < end */
  guint         end_byte;
} GlossTextMark;

typedef enum
{
  GLOSS_SCHEME_LIGHT,
  GLOSS_SCHEME_DARK,
  GLOSS_SCHEME_LIGHT_CONTRAST,
  GLOSS_SCHEME_DARK_CONTRAST,
} GlossMarkScheme;

/* (transfer full): marks may overlap; of two that do, the shorter is on top. */
PangoAttrList *gloss_text_marks_to_attributes (const GlossTextMark *marks,
                                               guint                n_marks,
                                               GlossMarkScheme      scheme);

/* 0xRRGGBB: what lines and signs in @color are drawn with, which are seen well on a page. */
guint32        gloss_text_marks_get_line       (GlossColor           color,
                                               GlossMarkScheme      scheme);

G_END_DECLS
