/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-printout.h"

#include "ui/gloss-language.h"

struct _GlossPrintout
{
  char          *title;
  char          *headings[GLOSS_PRINTOUT_MAX_COLUMNS];
  guint          shares[GLOSS_PRINTOUT_MAX_COLUMNS];
  guint          n_columns;
  gboolean       ruled;
  GlossPrintCell legend;
  GArray        *blocks; /* (element-type GlossPrintBlock) */
};

static void
clear_cell (GlossPrintCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->attributes, pango_attr_list_unref);
}

static void
clear_block (gpointer data)
{
  GlossPrintBlock *block = data;

  for (guint i = 0; i < block->n_cells; i++)
    clear_cell (&block->cells[i]);
}

GlossPrintout *
gloss_printout_new (const char *title)
{
  GlossPrintout *self = g_new0 (GlossPrintout, 1);

  self->title = g_strdup (title);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (GlossPrintBlock));
  g_array_set_clear_func (self->blocks, clear_block);

  return self;
}

void
gloss_printout_free (GlossPrintout *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->headings[i]);
  clear_cell (&self->legend);
  g_array_unref (self->blocks);
  g_free (self->title);
  g_free (self);
}

void
gloss_printout_set_columns (GlossPrintout     *self,
                            const char *const *headings,
                            const guint       *shares)
{
  g_return_if_fail (self->n_columns == 0);

  for (guint i = 0; headings[i] != NULL; i++)
    {
      g_return_if_fail (i < GLOSS_PRINTOUT_MAX_COLUMNS && shares[i] > 0);

      self->headings[i] = g_strdup (headings[i]);
      self->shares[i] = shares[i];
      self->n_columns = i + 1;
    }
}

void
gloss_printout_set_ruled (GlossPrintout *self,
                          gboolean       ruled)
{
  self->ruled = ruled;
}

void
gloss_printout_set_legend (GlossPrintout *self,
                           const char    *text,
                           PangoAttrList *attributes)
{
  clear_cell (&self->legend);
  self->legend.text = g_strdup (text);
  self->legend.attributes = attributes;
}

void
gloss_printout_begin_block (GlossPrintout      *self,
                            GlossPrintBlockKind kind,
                            guint               indent)
{
  GlossPrintBlock block = { .kind = kind, .indent = indent };

  g_return_if_fail (kind != GLOSS_PRINT_ROW || self->n_columns > 0);

  g_array_append_val (self->blocks, block);
}

static PangoDirection
get_direction (const char *language)
{
  switch (gloss_language_get_direction (language))
    {
    case GTK_TEXT_DIR_LTR:
      return PANGO_DIRECTION_LTR;

    case GTK_TEXT_DIR_RTL:
      return PANGO_DIRECTION_RTL;

    case GTK_TEXT_DIR_NONE:
    default:
      return PANGO_DIRECTION_NEUTRAL;
    }
}

void
gloss_printout_add_cell (GlossPrintout *self,
                         const char    *text,
                         PangoAttrList *attributes,
                         const char    *language)
{
  GlossPrintBlock *block;
  GlossPrintCell *cell;

  g_return_if_fail (self->blocks->len > 0);

  block = &g_array_index (self->blocks, GlossPrintBlock, self->blocks->len - 1);
  g_return_if_fail (block->n_cells < (block->kind == GLOSS_PRINT_ROW ? self->n_columns : 1));

  cell = &block->cells[block->n_cells++];
  cell->text = g_strdup (text);
  cell->attributes = attributes;
  cell->direction = get_direction (language);

  if (language != NULL)
    {
      if (cell->attributes == NULL)
        cell->attributes = pango_attr_list_new ();
      pango_attr_list_insert (cell->attributes, pango_attr_language_new (pango_language_from_string (language)));
    }
}

const char *
gloss_printout_get_title (GlossPrintout *self)
{
  return self->title;
}

guint
gloss_printout_get_n_columns (GlossPrintout *self)
{
  return self->n_columns;
}

const char *
gloss_printout_get_heading (GlossPrintout *self,
                            guint          column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->headings[column];
}

double
gloss_printout_get_share (GlossPrintout *self,
                          guint          column)
{
  guint sum = 0;

  g_return_val_if_fail (column < self->n_columns, 0);

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->shares[i];

  return (double) self->shares[column] / sum;
}

gboolean
gloss_printout_get_ruled (GlossPrintout *self)
{
  return self->ruled;
}

const GlossPrintCell *
gloss_printout_get_legend (GlossPrintout *self)
{
  return self->legend.text != NULL ? &self->legend : NULL;
}

guint
gloss_printout_get_n_blocks (GlossPrintout *self)
{
  return self->blocks->len;
}

const GlossPrintBlock *
gloss_printout_get_block (GlossPrintout *self,
                          guint          index)
{
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, GlossPrintBlock, index);
}
