/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-print-layout.h"

/* (transfer full): a layout runs as its context does, and the context belongs to others too. */
static PangoContext *
ref_context (PangoContext  *context,
             PangoDirection direction)
{
  PangoContext *copy;

  if (pango_context_get_base_dir (context) == direction)
    return g_object_ref (context);

  copy = pango_font_map_create_context (pango_context_get_font_map (context));
  pango_context_set_base_dir (copy, direction);
  pango_context_set_round_glyph_positions (copy, pango_context_get_round_glyph_positions (context));
  pango_cairo_context_set_resolution (copy, pango_cairo_context_get_resolution (context));
  pango_cairo_context_set_font_options (copy, pango_cairo_context_get_font_options (context));

  return copy;
}

PangoLayout *
gloss_print_layout_new (PangoContext  *context,
                        const char    *font,
                        const char    *text,
                        PangoAttrList *attributes,
                        PangoDirection direction,
                        double         width)
{
  gboolean automatic = direction == PANGO_DIRECTION_NEUTRAL;
  PangoDirection base = automatic ? pango_context_get_base_dir (context) : direction;
  PangoContext *own = ref_context (context, base);
  PangoLayout *layout = pango_layout_new (own);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  /* Where its letters decide, Pango takes the other side for a paragraph that runs against the context. */
  pango_layout_set_auto_dir (layout, automatic);
  pango_layout_set_alignment (layout, base == PANGO_DIRECTION_RTL ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (1, (int) (width * PANGO_SCALE)));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  g_object_unref (own);

  return layout;
}
