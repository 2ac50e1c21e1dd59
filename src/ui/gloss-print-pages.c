/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-print-pages.h"

#include <glib/gi18n.h>

#include "ui/gloss-language.h"
#include "ui/gloss-print-layout.h"

#define FONT "Serif 9.5"
#define SMALL_FONT "Sans 8"
#define COLUMN_GAP 12.0
#define BLOCK_GAP 6.0
#define MARGIN_GAP 8.0 /* between the text and the head or foot of the page */

/* A block that is shorter than this share of the page is not divided. */
#define UNDIVIDED_SHARE 0.3
/* Lines of a divided block that stay together. */
#define MIN_LINES 2

/* What stands of one block on one page. Layouts take much memory, so they are made again when the
 * page is drawn. */
typedef struct
{
  guint  page;
  guint  block;
  double y;                                 /* from the top of the page */
  guint  first[GLOSS_PRINTOUT_MAX_COLUMNS]; /* lines of each cell */
  guint  end[GLOSS_PRINTOUT_MAX_COLUMNS];
} Fragment;

/* The lines of a cell: where each begins and ends, from the top of the cell. */
typedef struct
{
  double top;
  double bottom;
} Line;

typedef struct
{
  PangoLayout *layouts[GLOSS_PRINTOUT_MAX_COLUMNS];
  GArray      *lines[GLOSS_PRINTOUT_MAX_COLUMNS]; /* (element-type Line) */
  guint        n_cells;
} Setting;

struct _GlossPrintPages
{
  GlossPrintout *printout;
  PangoContext  *context; /* runs as the interface does */
  double         width;
  double         height;
  double         top;    /* where the text begins, below the head */
  double         bottom; /* where it ends, above the foot */

  GArray        *fragments;   /* (element-type Fragment), by page */
  GArray        *page_starts; /* (element-type guint): the first fragment of each page */
  guint          next_block;
  guint          page;
  double         y; /* where the next block may begin */
};

/* Whether the columns, the head and the foot run from right to left. */
static gboolean
is_rtl (GlossPrintPages *self)
{
  return pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

static void
clear_setting (Setting *setting)
{
  for (guint i = 0; i < setting->n_cells; i++)
    {
      g_clear_object (&setting->layouts[i]);
      g_clear_pointer (&setting->lines[i], g_array_unref);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setting, clear_setting)

static double
get_column_width (GlossPrintPages *self,
                  guint            column)
{
  double gaps = (gloss_printout_get_n_columns (self->printout) - 1) * COLUMN_GAP;

  return (self->width - gaps) * gloss_printout_get_share (self->printout, column);
}

/* From the left of the page, in whichever direction the columns run. */
static double
get_column_x (GlossPrintPages *self,
              guint            column)
{
  double offset = 0;

  for (guint i = 0; i < column; i++)
    offset += get_column_width (self, i) + COLUMN_GAP;

  if (is_rtl (self))
    return self->width - offset - get_column_width (self, column);

  return offset;
}

static double
get_cell_width (GlossPrintPages       *self,
                const GlossPrintBlock *block,
                guint                  cell)
{
  double width = block->kind == GLOSS_PRINT_ROW ? get_column_width (self, cell) : self->width;

  return cell == 0 ? MAX (width / 2, width - block->indent) : width;
}

/* Whether the lines of @cell begin at the right; its first letter tells where the language does not. */
static gboolean
begins_at_right (GlossPrintPages      *self,
                 const GlossPrintCell *cell)
{
  GtkTextDirection direction;

  if (cell->direction != PANGO_DIRECTION_NEUTRAL)
    return cell->direction == PANGO_DIRECTION_RTL;

  direction = gloss_language_find_direction (NULL, cell->text);
  return direction == GTK_TEXT_DIR_NONE ? is_rtl (self) : direction == GTK_TEXT_DIR_RTL;
}

static double
get_cell_x (GlossPrintPages       *self,
            const GlossPrintBlock *block,
            guint                  cell)
{
  double x = block->kind == GLOSS_PRINT_ROW ? get_column_x (self, cell) : 0;

  if (cell > 0 || begins_at_right (self, &block->cells[0]))
    return x;

  return x + (block->kind == GLOSS_PRINT_ROW ? get_column_width (self, 0) : self->width) - get_cell_width (self, block, 0);
}

static PangoLayout *
create_cell_layout (GlossPrintPages       *self,
                    const GlossPrintBlock *block,
                    guint                  cell)
{
  const GlossPrintCell *content = &block->cells[cell];

  return gloss_print_layout_new (self->context, FONT, content->text, content->attributes, content->direction,
                                 get_cell_width (self, block, cell));
}

static GArray *
measure_lines (PangoLayout *layout)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);

  do
    {
      int top;
      int bottom;
      Line line;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.top = (double) top / PANGO_SCALE;
      line.bottom = (double) bottom / PANGO_SCALE;
      g_array_append_val (lines, line);
    }
  while (pango_layout_iter_next_line (iter));

  return lines;
}

static Setting
set_block (GlossPrintPages       *self,
           const GlossPrintBlock *block)
{
  Setting setting = { .n_cells = block->n_cells };

  for (guint i = 0; i < block->n_cells; i++)
    {
      setting.layouts[i] = create_cell_layout (self, block, i);
      setting.lines[i] = measure_lines (setting.layouts[i]);
    }

  return setting;
}

/* How high the lines from @first to @end are, as far as the cell has them. */
static double
measure_stretch (const Setting *setting,
                 guint          cell,
                 guint          first,
                 guint          end)
{
  GArray *lines = setting->lines[cell];

  end = MIN (end, lines->len);
  if (first >= end)
    return 0;

  return g_array_index (lines, Line, end - 1).bottom - g_array_index (lines, Line, first).top;
}

static double
measure_setting (const Setting *setting,
                 guint          n_lines)
{
  double height = 0;

  for (guint i = 0; i < setting->n_cells; i++)
    height = MAX (height, measure_stretch (setting, i, 0, n_lines));

  return height;
}

static void
turn_page (GlossPrintPages *self)
{
  self->page++;
  self->y = self->top;
  g_array_append_val (self->page_starts, self->fragments->len);
}

/* The least that must fit where @index begins: a heading wants the beginning of what follows it. */
static double
measure_beginning (GlossPrintPages *self,
                   guint            index,
                   const Setting   *setting)
{
  const GlossPrintBlock *block = gloss_printout_get_block (self->printout, index);
  double whole = measure_setting (setting, G_MAXUINT);

  if (block->kind == GLOSS_PRINT_HEADING && index + 1 < gloss_printout_get_n_blocks (self->printout))
    {
      const GlossPrintBlock *next = gloss_printout_get_block (self->printout, index + 1);
      g_auto (Setting) next_setting = set_block (self, next);

      /* Headings below headings ask no further: one page would have to hold them all. */
      return whole + BLOCK_GAP + measure_setting (&next_setting, MIN_LINES);
    }

  return whole <= (self->bottom - self->top) * UNDIVIDED_SHARE ? whole : measure_setting (setting, MIN_LINES);
}

/* How many lines of a cell from @first on fit into @room, leaving no single line for the next page. */
static guint
count_fitting (const Setting *setting,
               guint          cell,
               guint          first,
               double         room)
{
  guint n_lines = setting->lines[cell]->len;
  guint end = first;

  while (end < n_lines && measure_stretch (setting, cell, first, end + 1) <= room)
    end++;

  if (end < n_lines && end + 1 == n_lines && end > first + MIN_LINES)
    end--;

  return end;
}

static void
place_block (GlossPrintPages *self,
             guint            index)
{
  const GlossPrintBlock *block = gloss_printout_get_block (self->printout, index);
  g_auto (Setting) setting = set_block (self, block);
  Fragment fragment = { .block = index };
  gboolean done;

  if (self->y > self->top && self->y + measure_beginning (self, index, &setting) > self->bottom)
    turn_page (self);

  do
    {
      double room = self->bottom - self->y;
      double height = 0;
      gboolean stuck = TRUE;

      done = TRUE;
      for (guint i = 0; i < setting.n_cells; i++)
        {
          fragment.end[i] = count_fitting (&setting, i, fragment.first[i], room);
          stuck &= fragment.end[i] == fragment.first[i];
          done &= fragment.end[i] == setting.lines[i]->len;
        }

      /* A page that can't hold a single line is given one all the same: it must end somewhere. */
      for (guint i = 0; stuck && !done && i < setting.n_cells; i++)
        fragment.end[i] = MIN (fragment.first[i] + 1, setting.lines[i]->len);
      if (stuck && !done)
        {
          done = TRUE;
          for (guint i = 0; i < setting.n_cells; i++)
            done &= fragment.end[i] == setting.lines[i]->len;
        }

      for (guint i = 0; i < setting.n_cells; i++)
        height = MAX (height, measure_stretch (&setting, i, fragment.first[i], fragment.end[i]));

      fragment.page = self->page;
      fragment.y = self->y;
      g_array_append_val (self->fragments, fragment);
      self->y += height + BLOCK_GAP;

      for (guint i = 0; i < setting.n_cells; i++)
        fragment.first[i] = fragment.end[i];
      if (!done)
        turn_page (self);
    }
  while (!done);
}

/* Head and foot */

/* They run as the interface does, whatever names stand in them. */
static PangoLayout *
create_small_layout (GlossPrintPages *self,
                     const char      *text,
                     PangoAttrList   *attributes,
                     double           width)
{
  return gloss_print_layout_new (self->context, SMALL_FONT, text, attributes,
                                 pango_context_get_base_dir (self->context), width);
}

static PangoLayout *
create_title (GlossPrintPages *self)
{
  PangoLayout *layout = create_small_layout (self, gloss_printout_get_title (self->printout), NULL, self->width);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static PangoLayout *
create_heading (GlossPrintPages *self,
                guint            column)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  return create_small_layout (self, gloss_printout_get_heading (self->printout, column), attributes,
                              get_column_width (self, column));
}

static PangoLayout *
create_page_number (GlossPrintPages *self,
                    guint            page)
{
  /* Translators: the foot of a printed page: "Page 2 of 12" */
  g_autofree char *text = g_strdup_printf (_("Page %u of %u"), page + 1, gloss_print_pages_get_n_pages (self));
  PangoLayout *layout = create_small_layout (self, text, NULL, self->width);

  pango_layout_set_alignment (layout, is_rtl (self) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  return layout;
}

/* Beside the page number. */
static PangoLayout *
create_legend (GlossPrintPages *self)
{
  const GlossPrintCell *legend = gloss_printout_get_legend (self->printout);

  return create_small_layout (self, legend != NULL ? legend->text : "", legend != NULL ? legend->attributes : NULL,
                              self->width * 0.75);
}

static double
measure_headings (GlossPrintPages *self)
{
  double height = 0;

  for (guint i = 0; i < gloss_printout_get_n_columns (self->printout); i++)
    {
      g_autoptr (PangoLayout) heading = create_heading (self, i);

      height = MAX (height, get_height (heading) + BLOCK_GAP);
    }

  return height;
}

GlossPrintPages *
gloss_print_pages_new (GlossPrintout *printout,
                       PangoContext  *context,
                       double         width,
                       double         height)
{
  GlossPrintPages *self = g_new0 (GlossPrintPages, 1);
  g_autoptr (PangoLayout) title = NULL;
  g_autoptr (PangoLayout) legend = NULL;

  self->printout = printout;
  self->context = g_object_ref (context);
  self->width = width;
  self->height = height;
  self->fragments = g_array_new (FALSE, TRUE, sizeof (Fragment));
  self->page_starts = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (self->page_starts, 1);

  title = create_title (self);
  legend = create_legend (self);
  self->top = get_height (title) + MARGIN_GAP + measure_headings (self);
  self->bottom = height - get_height (legend) - MARGIN_GAP;
  self->y = self->top;

  return self;
}

void
gloss_print_pages_free (GlossPrintPages *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->fragments);
  g_array_unref (self->page_starts);
  g_object_unref (self->context);
  g_free (self);
}

gboolean
gloss_print_pages_lay_out (GlossPrintPages *self,
                           guint            n_blocks)
{
  guint n_all = gloss_printout_get_n_blocks (self->printout);

  for (; n_blocks > 0 && self->next_block < n_all; n_blocks--)
    place_block (self, self->next_block++);

  return self->next_block == n_all;
}

guint
gloss_print_pages_get_n_pages (GlossPrintPages *self)
{
  return self->page + 1;
}

/* Drawing */

static void
draw_layout (cairo_t     *cr,
             PangoLayout *layout,
             double       x,
             double       y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_rule (cairo_t *cr,
           double   width,
           double   y,
           double   thickness)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_head_and_foot (GlossPrintPages *self,
                    guint            page,
                    cairo_t         *cr)
{
  g_autoptr (PangoLayout) title = create_title (self);
  g_autoptr (PangoLayout) legend = create_legend (self);
  g_autoptr (PangoLayout) number = create_page_number (self, page);
  double foot = self->bottom + MARGIN_GAP;

  draw_layout (cr, title, 0, 0);
  draw_rule (cr, self->width, get_height (title) + MARGIN_GAP / 2, 0.75);

  for (guint i = 0; i < gloss_printout_get_n_columns (self->printout); i++)
    {
      g_autoptr (PangoLayout) heading = create_heading (self, i);

      draw_layout (cr, heading, get_column_x (self, i), get_height (title) + MARGIN_GAP);
    }

  draw_rule (cr, self->width, foot - MARGIN_GAP / 2, 0.75);
  draw_layout (cr, legend, is_rtl (self) ? self->width * 0.25 : 0, foot);
  draw_layout (cr, number, 0, foot);
}

static void
draw_lines (PangoLayout *layout,
            guint        first,
            guint        end,
            cairo_t     *cr,
            double       x,
            double       y)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  int top = 0;

  for (guint i = 0; i < end; i++)
    {
      if (i == first)
        pango_layout_iter_get_line_yrange (iter, &top, NULL);

      if (i >= first)
        {
          PangoRectangle extents;

          pango_layout_iter_get_line_extents (iter, NULL, &extents);
          cairo_move_to (cr, x + (double) extents.x / PANGO_SCALE,
                         y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }

      if (!pango_layout_iter_next_line (iter))
        break;
    }
}

static void
draw_fragment (GlossPrintPages *self,
               const Fragment  *fragment,
               cairo_t         *cr)
{
  const GlossPrintBlock *block = gloss_printout_get_block (self->printout, fragment->block);

  if (block->kind == GLOSS_PRINT_ROW && gloss_printout_get_ruled (self->printout))
    draw_rule (cr, self->width, fragment->y - BLOCK_GAP / 2, 0.35);

  for (guint i = 0; i < block->n_cells; i++)
    {
      g_autoptr (PangoLayout) layout = create_cell_layout (self, block, i);

      draw_lines (layout, fragment->first[i], fragment->end[i], cr, get_cell_x (self, block, i), fragment->y);
    }
}

void
gloss_print_pages_draw (GlossPrintPages *self,
                        guint            page,
                        cairo_t         *cr)
{
  g_return_if_fail (page < gloss_print_pages_get_n_pages (self));

  draw_head_and_foot (self, page, cr);
  for (guint i = g_array_index (self->page_starts, guint, page); i < self->fragments->len; i++)
    {
      const Fragment *fragment = &g_array_index (self->fragments, Fragment, i);

      if (fragment->page != page)
        break;
      draw_fragment (self, fragment, cr);
    }
}
