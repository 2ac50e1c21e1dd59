/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-comparison-block.h"

#include <math.h>
#include <string.h>

#include "ui/gloss-language.h"

/* The text of a document is set as in the reader. */
#define TEXT_SCALE 1.07
#define LINE_HEIGHT 1.45
#define LABEL_EMS 2.2
#define LABEL_GAP 6
#define CAPTION_SCALE 0.82
#define CAPTION_ALPHA 0.78f

struct _GlossComparisonBlock
{
  GlossClause      *clause; /* borrowed, or NULL */
  gboolean          is_new;
  char             *caption; /* or NULL */
  char             *label;
  char             *text;
  PangoAttrList    *attributes;
  char             *language;
  gboolean          heading;

  PangoLayout      *caption_layout; /* or NULL */
  PangoLayout      *label_layout; /* or NULL */
  PangoLayout      *text_layout;  /* or NULL */
  gboolean          rtl;
  int               x;
  int               y;
  int               width;
  int               height;
  int               caption_height;
  int               label_width; /* with the gap behind it; 0: the wording has the whole width */
};

GlossComparisonMetrics
gloss_comparison_metrics_new (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double line = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);
  GlossComparisonMetrics result = {
    .line = (int) ceil (line * TEXT_SCALE * LINE_HEIGHT / PANGO_SCALE),
    .character = pango_font_metrics_get_approximate_char_width (metrics) * TEXT_SCALE / PANGO_SCALE,
    .em = line / 1.2 / PANGO_SCALE,
  };

  pango_font_metrics_unref (metrics);
  return result;
}

/* A guess from how many characters there are: those that take three bytes are twice as wide. */
int
gloss_comparison_metrics_guess (const GlossComparisonMetrics *self,
                                const char                   *text,
                                int                           width)
{
  gsize n_bytes = strlen (text);
  gsize n_characters = g_utf8_strlen (text, n_bytes);
  double columns = n_characters + (n_bytes - n_characters) / 2.0;
  double text_width = width - LABEL_EMS * self->em - LABEL_GAP;
  int n_lines = (int) ceil (columns * self->character / MAX (text_width, 1));

  return n_lines * self->line;
}

GlossComparisonBlock *
gloss_comparison_block_new (void)
{
  return g_new0 (GlossComparisonBlock, 1);
}

void
gloss_comparison_block_free (GlossComparisonBlock *self)
{
  gloss_comparison_block_forget_layout (self);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_free (self->caption);
  g_free (self->label);
  g_free (self->text);
  g_free (self->language);
  g_free (self);
}

void
gloss_comparison_block_set (GlossComparisonBlock *self,
                            GlossClause          *clause,
                            gboolean              is_new,
                            const char           *label,
                            const char           *text,
                            PangoAttrList        *attributes,
                            const char           *language,
                            gboolean              heading)
{
  gloss_comparison_block_forget_layout (self);
  self->clause = clause;
  self->is_new = is_new;
  g_set_str (&self->label, label);
  g_set_str (&self->text, text);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  self->attributes = attributes;
  g_set_str (&self->language, language);
  self->heading = heading;
}

void
gloss_comparison_block_set_caption (GlossComparisonBlock *self,
                                    const char           *caption)
{
  g_clear_object (&self->caption_layout);
  g_set_str (&self->caption, caption);
}

void
gloss_comparison_block_forget_layout (GlossComparisonBlock *self)
{
  g_clear_object (&self->caption_layout);
  g_clear_object (&self->label_layout);
  g_clear_object (&self->text_layout);
}

/* Returns how high the caption is. */
static int
measure_caption (GlossComparisonBlock *self,
                 GtkWidget            *widget,
                 int                   width)
{
  int height;

  if (self->caption == NULL)
    return 0;

  if (self->caption_layout == NULL)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      self->caption_layout = gtk_widget_create_pango_layout (widget, self->caption);
      pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (self->caption_layout, attributes);
      pango_layout_set_ellipsize (self->caption_layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_width (self->caption_layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->caption_layout, NULL, &height);
  return height;
}

static PangoLayout *
make_layout (GlossComparisonBlock *self,
             GtkWidget            *widget,
             const char           *text,
             PangoAttrList        *attributes)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) all = attributes != NULL ? pango_attr_list_copy (attributes) : pango_attr_list_new ();

  pango_attr_list_insert (all, pango_attr_scale_new (TEXT_SCALE));
  pango_attr_list_insert (all, pango_attr_line_height_new (LINE_HEIGHT));
  if (self->heading)
    pango_attr_list_insert (all, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (*self->language != '\0' && !g_str_equal (self->language, "und"))
    pango_attr_list_insert (all, pango_attr_language_new (pango_language_from_string (self->language)));
  pango_layout_set_attributes (layout, all);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  /* Each text begins where its own direction says: Pango turns this round for one that runs against
   * the interface. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

int
gloss_comparison_block_measure_label (GlossComparisonBlock *self,
                                      GtkWidget            *widget,
                                      int                   width,
                                      gboolean              always_label)
{
  int label_width = 0;
  GlossComparisonMetrics own;

  if (!always_label && *self->label == '\0')
    return 0;

  if (*self->label != '\0')
    {
      if (self->label_layout == NULL)
        self->label_layout = make_layout (self, widget, self->label, NULL);
      pango_layout_set_width (self->label_layout, MAX (width / 3, 1) * PANGO_SCALE);
      pango_layout_get_pixel_size (self->label_layout, &label_width, NULL);
    }

  own = gloss_comparison_metrics_new (widget);
  return MAX (label_width, (int) ceil (LABEL_EMS * own.em * TEXT_SCALE)) + LABEL_GAP;
}

int
gloss_comparison_block_measure (GlossComparisonBlock *self,
                                GtkWidget            *widget,
                                int                   width,
                                int                   label_width)
{
  GtkTextDirection direction = gloss_language_find_direction (self->language, self->text);
  int label_height = 0;
  int text_height;

  if (direction == GTK_TEXT_DIR_NONE)
    direction = gtk_widget_get_direction (widget);
  self->rtl = direction == GTK_TEXT_DIR_RTL;
  self->width = width;
  self->label_width = label_width;
  if (self->label_layout != NULL)
    pango_layout_get_pixel_size (self->label_layout, NULL, &label_height);

  if (self->text_layout == NULL)
    self->text_layout = make_layout (self, widget, self->text, self->attributes);
  pango_layout_set_width (self->text_layout, MAX (width - self->label_width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->text_layout, NULL, &text_height);
  self->caption_height = measure_caption (self, widget, width);
  self->height = self->caption_height + MAX (label_height, text_height);
  return self->height;
}

/* A layout draws a text that runs from the right at the right end of its width. */
static void
draw_layout (PangoLayout   *layout,
             GtkSnapshot   *snapshot,
             int            x,
             int            y,
             const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

void
gloss_comparison_block_snapshot (GlossComparisonBlock *self,
                                 GtkSnapshot          *snapshot,
                                 const GdkRGBA        *color)
{
  int y = self->y + self->caption_height;

  if (self->text_layout == NULL)
    return;

  if (self->caption_layout != NULL)
    {
      GdkRGBA dim = *color;

      dim.alpha *= CAPTION_ALPHA;
      draw_layout (self->caption_layout, snapshot, self->x, self->y, &dim);
    }

  if (self->label_layout != NULL)
    {
      PangoRectangle extents;
      int x = self->x;

      pango_layout_get_pixel_extents (self->label_layout, NULL, &extents);
      if (self->rtl)
        x += self->width - extents.width;
      draw_layout (self->label_layout, snapshot, x - extents.x, y, color);
    }
  draw_layout (self->text_layout, snapshot, self->rtl ? self->x : self->x + self->label_width, y, color);
}

void
gloss_comparison_block_set_position (GlossComparisonBlock *self,
                                     int                   x,
                                     int                   y)
{
  self->x = x;
  self->y = y;
}

gboolean
gloss_comparison_block_contains (GlossComparisonBlock *self,
                                 double                x,
                                 double                y)
{
  return x >= self->x && x < self->x + self->width && y >= self->y && y < self->y + self->height;
}

GlossClause *
gloss_comparison_block_get_clause (GlossComparisonBlock *self)
{
  return self->clause;
}

gboolean
gloss_comparison_block_is_new (GlossComparisonBlock *self)
{
  return self->is_new;
}

int
gloss_comparison_block_get_indent (GlossComparisonBlock *self)
{
  return self->label_width;
}

gboolean
gloss_comparison_block_is_rtl (GlossComparisonBlock *self)
{
  return self->rtl;
}

const char *
gloss_comparison_block_get_label (GlossComparisonBlock *self)
{
  return self->label;
}

const char *
gloss_comparison_block_get_text (GlossComparisonBlock *self)
{
  return self->text;
}

PangoAttrList *
gloss_comparison_block_get_attributes (GlossComparisonBlock *self)
{
  return self->attributes;
}
