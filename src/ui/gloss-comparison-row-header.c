/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-comparison-row-header.h"

#include <string.h>

#include "ui/gloss-comparison-speech.h"
#include "ui/gloss-style.h"

#define ICON_SIZE 14
#define PILL_PADDING 9
#define PILL_MARGIN 2
#define GAP 9
#define ICON_GAP 6
#define FOLD_MARGIN 3

/* Below this the place stands under the state instead of beside it. */
#define MIN_PLACE_WIDTH 120

/* How strong what matters less is drawn: still strong enough to be read with ease. */
#define DIM_ALPHA 0.78f

struct _GlossComparisonRowHeader
{
  gboolean     is_fold;
  GlossTone    tone;
  const char  *icon_name; /* static */
  char        *state;
  char        *place;

  PangoLayout *state_layout; /* or NULL */
  PangoLayout *place_layout; /* or NULL */
  int          width;
  int          state_width; /* of the text */
  int          state_height;
  int          place_x; /* counted from where the reader begins to read */
  int          place_y;
  int          place_width;
};

static const char *const state_icons[GLOSS_N_ROW_STATES] = {
  [GLOSS_ROW_UNCHANGED] = "object-select-symbolic",
  [GLOSS_ROW_REWORDED] = "document-edit-symbolic",
  [GLOSS_ROW_RENUMBERED] = "view-list-ordered-symbolic",
  [GLOSS_ROW_MOVED] = "gloss-moved-symbolic",
  [GLOSS_ROW_MOVED_REWORDED] = "gloss-moved-symbolic",
  [GLOSS_ROW_SPLIT] = "gloss-split-symbolic",
  [GLOSS_ROW_MERGED] = "gloss-merged-symbolic",
  [GLOSS_ROW_NEW] = "list-add-symbolic",
  [GLOSS_ROW_DROPPED] = "list-remove-symbolic",
};

GlossComparisonRowHeader *
gloss_comparison_row_header_new (void)
{
  return g_new0 (GlossComparisonRowHeader, 1);
}

void
gloss_comparison_row_header_free (GlossComparisonRowHeader *self)
{
  gloss_comparison_row_header_forget_layout (self);
  g_free (self->state);
  g_free (self->place);
  g_free (self);
}

void
gloss_comparison_row_header_forget_layout (GlossComparisonRowHeader *self)
{
  g_clear_object (&self->state_layout);
  g_clear_object (&self->place_layout);
}

void
gloss_comparison_row_header_set_item (GlossComparisonRowHeader *self,
                                      GlossComparison          *comparison,
                                      GlossComparisonItem      *item)
{
  GlossRowState state = gloss_comparison_row_get_state (gloss_comparison_item_get_row (item));

  gloss_comparison_row_header_forget_layout (self);
  g_free (self->state);
  g_free (self->place);

  self->is_fold = gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_FOLD;
  self->tone = gloss_palette_get_tone (state);
  self->icon_name = state_icons[state];
  if (self->is_fold)
    self->icon_name = gloss_comparison_item_get_folded (item) ? "pan-end-symbolic" : "pan-down-symbolic";
  self->state = gloss_comparison_show_state (item);
  self->place = self->is_fold ? g_strdup ("") : gloss_comparison_show_item_place (comparison, item);
}

static PangoLayout *
make_layout (GtkWidget  *widget,
             const char *text,
             double      scale,
             gboolean    bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static int
get_pill_height (GlossComparisonRowHeader *self)
{
  return MAX (self->state_height, ICON_SIZE) + 2 * PILL_MARGIN;
}

int
gloss_comparison_row_header_guess (const GlossComparisonMetrics *metrics,
                                   gboolean                      is_fold)
{
  return metrics->em * 1.2 + 2 * PILL_MARGIN + (is_fold ? 2 * FOLD_MARGIN : 0);
}

int
gloss_comparison_row_header_measure (GlossComparisonRowHeader     *self,
                                     GtkWidget                    *widget,
                                     int                           width,
                                     int                           taken)
{
  int pill_width;
  int place_height;

  self->width = width;
  if (self->state_layout == NULL)
    self->state_layout = make_layout (widget, self->state, self->is_fold ? 0.95 : 0.88, !self->is_fold);
  pango_layout_set_width (self->state_layout,
                          MAX (width - ICON_SIZE - ICON_GAP - 2 * PILL_PADDING, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->state_layout, &self->state_width, &self->state_height);
  if (self->is_fold)
    return get_pill_height (self) + 2 * FOLD_MARGIN;

  pill_width = self->state_width + ICON_SIZE + ICON_GAP + 2 * PILL_PADDING;
  self->place_x = pill_width + GAP;
  self->place_y = 0;
  self->place_width = width - self->place_x - (taken > 0 ? taken + GAP : 0);
  if (self->place_width < MIN_PLACE_WIDTH)
    {
      self->place_x = 0;
      self->place_y = get_pill_height (self) + PILL_MARGIN;
      self->place_width = width;
    }

  if (self->place_layout == NULL)
    {
      gboolean text_rtl;

      /* Pango turns an alignment round for a text that runs against the interface. */
      self->place_layout = make_layout (widget, self->place, 0.88, FALSE);
      text_rtl = pango_layout_get_direction (self->place_layout, 0) == PANGO_DIRECTION_RTL;
      pango_layout_set_alignment (self->place_layout, text_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    }
  pango_layout_set_width (self->place_layout, MAX (self->place_width, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->place_layout, NULL, &place_height);

  if (self->place_y > 0)
    return self->place_y + place_height;
  self->place_y = MAX ((self->state_height - place_height) / 2 + PILL_MARGIN, 0);
  return MAX (get_pill_height (self), self->place_y + place_height);
}

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

static void
draw_icon (GlossComparisonRowHeader *self,
           GtkWidget                *widget,
           GtkSnapshot              *snapshot,
           int                       x,
           int                       y,
           const GdkRGBA            *color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = NULL;

  icon = gtk_icon_theme_lookup_icon (theme, self->icon_name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE, color, 1);
  gtk_snapshot_restore (snapshot);
}

void
gloss_comparison_row_header_snapshot (GlossComparisonRowHeader *self,
                                      GtkWidget                *widget,
                                      GtkSnapshot              *snapshot,
                                      GlossPalette              palette)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int pill_width = self->state_width + ICON_SIZE + ICON_GAP + 2 * PILL_PADDING;
  int pill_height = get_pill_height (self);
  int pill_x = self->is_fold ? (self->width - pill_width) / 2 : rtl ? self->width - pill_width : 0;
  int pill_y = self->is_fold ? FOLD_MARGIN : 0;
  GlossMarkScheme scheme = gloss_style_get_scheme ();
  GdkRGBA background = gloss_palette_get_background (palette, scheme, self->tone);
  GdkRGBA line = gloss_palette_get_line (palette, scheme, self->tone);
  GdkRGBA color;
  GdkRGBA dim;
  PangoRectangle extents;
  GskRoundedRect outline;

  if (self->state_layout == NULL)
    return;

  gtk_widget_get_color (widget, &color);
  dim = color;
  dim.alpha *= DIM_ALPHA;

  if (!self->is_fold)
    {
      gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (pill_x, pill_y, pill_width, pill_height),
                                       pill_height / 2.0f);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &background, &outline.bounds);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_border (snapshot, &outline, (const float[4]) { 1, 1, 1, 1 },
                                  (const GdkRGBA[4]) { line, line, line, line });
    }

  draw_icon (self, widget, snapshot,
             rtl ? pill_x + pill_width - PILL_PADDING - ICON_SIZE : pill_x + PILL_PADDING,
             pill_y + (pill_height - ICON_SIZE) / 2, self->is_fold ? &dim : &color);

  pango_layout_get_pixel_extents (self->state_layout, NULL, &extents);
  draw_layout (self->state_layout, snapshot,
               (rtl ? pill_x + PILL_PADDING : pill_x + PILL_PADDING + ICON_SIZE + ICON_GAP) - extents.x,
               pill_y + (pill_height - self->state_height) / 2, self->is_fold ? &dim : &color);

  if (self->place_layout != NULL)
    draw_layout (self->place_layout, snapshot,
                 rtl ? self->width - self->place_x - self->place_width : self->place_x, self->place_y, &dim);
}
