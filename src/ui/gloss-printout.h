/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * GlossPrintout:
 *
 * What is to be printed, before anybody knows the paper: a title, headings of columns, a legend,
 * and blocks of text in reading order. No widget; for one thread at a time.
 */

#define GLOSS_PRINTOUT_MAX_COLUMNS 3

typedef struct _GlossPrintout GlossPrintout;

typedef struct
{
  char          *text;       /* UTF-8 */
  PangoAttrList *attributes; /* (nullable) */
  PangoDirection direction;  /* NEUTRAL: each paragraph runs as its letters do */
} GlossPrintCell;

typedef enum
{
  GLOSS_PRINT_HEADING, /* over the whole width; stays on the page of what follows it */
  GLOSS_PRINT_TEXT,    /* over the whole width */
  GLOSS_PRINT_ROW,     /* a cell for each column */
} GlossPrintBlockKind;

typedef struct
{
  GlossPrintBlockKind kind;
  guint               indent; /* points, on the side where the text of the first cell begins */
  guint               n_cells;
  GlossPrintCell      cells[GLOSS_PRINTOUT_MAX_COLUMNS];
} GlossPrintBlock;

/* (transfer full): @title stands at the head of every page and names the print job. */
GlossPrintout         *gloss_printout_new           (const char       *title);
void                   gloss_printout_free          (GlossPrintout    *self);

/* The columns of rows: their headings, NULL at the end, and the share of the width that each has.
 * The headings are repeated on every page. Without columns there are no rows. */
void                   gloss_printout_set_columns   (GlossPrintout      *self,
                                                     const char *const  *headings,
                                                     const guint        *shares);

/* Whether a line stands above each row, as in a table. */
void                   gloss_printout_set_ruled     (GlossPrintout      *self,
                                                     gboolean            ruled);

/* What the signs mean; at the foot of every page. @attributes: (transfer full) (nullable) */
void                   gloss_printout_set_legend    (GlossPrintout      *self,
                                                     const char         *text,
                                                     PangoAttrList      *attributes);

/* Begins a block; its cells follow, one for each column in a row, else one. */
void                   gloss_printout_begin_block   (GlossPrintout      *self,
                                                     GlossPrintBlockKind kind,
                                                     guint               indent);

/* @attributes: (transfer full) (nullable): their indices are bytes of @text. @language: the BCP 47
 * language of the text, or NULL for that of the interface. */
void                   gloss_printout_add_cell      (GlossPrintout      *self,
                                                     const char         *text,
                                                     PangoAttrList      *attributes,
                                                     const char         *language);

const char            *gloss_printout_get_title     (GlossPrintout      *self);
guint                  gloss_printout_get_n_columns (GlossPrintout      *self);
const char            *gloss_printout_get_heading   (GlossPrintout      *self,
                                                     guint               column);

/* The part of the width that @column has, from 0 to 1. */
double                 gloss_printout_get_share     (GlossPrintout      *self,
                                                     guint               column);

gboolean               gloss_printout_get_ruled     (GlossPrintout      *self);

/* (nullable): NULL where there is none. */
const GlossPrintCell  *gloss_printout_get_legend    (GlossPrintout      *self);

guint                  gloss_printout_get_n_blocks  (GlossPrintout      *self);
const GlossPrintBlock *gloss_printout_get_block     (GlossPrintout      *self,
                                                     guint               index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossPrintout, gloss_printout_free)

G_END_DECLS
