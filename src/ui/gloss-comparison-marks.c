/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-comparison-marks.h"

#include "ui/gloss-text-marks.h"

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        guint           start_byte,
        guint           end_byte)
{
  attribute->start_index = start_byte;
  attribute->end_index = end_byte;
  pango_attr_list_insert (attributes, attribute);
}

/* Pango has 16 bits for each part of a colour. */
static guint16
to_pango (float part)
{
  return (guint16) (part * 65535);
}

static void
mark (PangoAttrList   *attributes,
      gboolean         removed,
      gboolean         typographic,
      guint            start_byte,
      guint            end_byte,
      GlossPalette     palette,
      GlossMarkScheme  scheme)
{
  gboolean contrast = scheme == GLOSS_SCHEME_LIGHT_CONTRAST || scheme == GLOSS_SCHEME_DARK_CONTRAST;
  GlossTone tone = typographic ? GLOSS_TONE_NEUTRAL : removed ? GLOSS_TONE_REMOVED : GLOSS_TONE_ADDED;
  GdkRGBA background = gloss_palette_get_background (palette, scheme, tone);
  GdkRGBA line = gloss_palette_get_line (palette, scheme, tone);
  guint16 red = to_pango (line.red);
  guint16 green = to_pango (line.green);
  guint16 blue = to_pango (line.blue);

  insert (attributes,
          pango_attr_background_new (to_pango (background.red), to_pango (background.green), to_pango (background.blue)),
          start_byte, end_byte);
  insert (attributes, pango_attr_background_alpha_new (to_pango (background.alpha)), start_byte, end_byte);

  if (removed)
    {
      insert (attributes, pango_attr_strikethrough_new (TRUE), start_byte, end_byte);
      insert (attributes, pango_attr_strikethrough_color_new (red, green, blue), start_byte, end_byte);
    }
  else
    {
      insert (attributes, pango_attr_underline_new (contrast ? PANGO_UNDERLINE_DOUBLE : PANGO_UNDERLINE_SINGLE),
              start_byte, end_byte);
      insert (attributes, pango_attr_underline_color_new (red, green, blue), start_byte, end_byte);
    }
}

PangoAttrList *
gloss_comparison_marks_new (GlossComparisonRow  *row,
                            GlossComparisonSide  side,
                            gsize                start,
                            gsize                length,
                            GlossPalette         palette,
                            GlossMarkScheme      scheme)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const GlossDiffStretch *stretches;
  guint n_stretches;
  gsize joined = 0; /* where the stretch begins in the text of both */

  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), NULL);

  stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

  for (guint i = 0; i < n_stretches; i++)
    {
      const GlossDiffStretch *stretch = &stretches[i];
      gsize from = side == GLOSS_SIDE_OLD ? stretch->old_start : side == GLOSS_SIDE_NEW ? stretch->new_start : joined;
      gsize to = from + stretch->length;

      joined += stretch->length;
      if (stretch->op == GLOSS_DIFF_EQUAL ||
          (side == GLOSS_SIDE_OLD && stretch->op != GLOSS_DIFF_REMOVED) ||
          (side == GLOSS_SIDE_NEW && stretch->op != GLOSS_DIFF_ADDED) ||
          to <= start || from >= start + length)
        continue;

      mark (attributes, stretch->op == GLOSS_DIFF_REMOVED, stretch->typographic,
            MAX (from, start) - start, MIN (to, start + length) - start, palette, scheme);
    }

  return g_steal_pointer (&attributes);
}

static void
put_match (PangoAttrList   *attributes,
           gsize            from,
           gsize            to,
           GlossMarkScheme  scheme)
{
  const GlossTextMark match = { .kind = GLOSS_MARK_MATCH, .start_byte = (guint) from, .end_byte = (guint) to };
  g_autoptr (PangoAttrList) own = gloss_text_marks_to_attributes (&match, 1, scheme);
  g_autoptr (GSList) all = pango_attr_list_get_attributes (own);

  for (GSList *l = all; l != NULL; l = l->next)
    pango_attr_list_change (attributes, l->data);
}

void
gloss_comparison_marks_add_match (PangoAttrList       *attributes,
                                  GlossComparisonRow  *row,
                                  gboolean             is_new,
                                  gsize                from,
                                  gsize                to,
                                  GlossComparisonSide  side,
                                  gsize                start,
                                  GlossMarkScheme      scheme)
{
  const GlossDiffStretch *stretches;
  guint n_stretches;
  gsize joined = 0;

  g_return_if_fail (attributes != NULL);
  g_return_if_fail (GLOSS_IS_COMPARISON_ROW (row));

  if (side != GLOSS_SIDE_BOTH)
    {
      put_match (attributes, from - start, to - start, scheme);
      return;
    }

  /* What one text has together may stand in pieces between the words of the other. */
  stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  for (guint i = 0; i < n_stretches; i++)
    {
      const GlossDiffStretch *stretch = &stretches[i];
      gsize begin = is_new ? stretch->new_start : stretch->old_start;
      gsize first = MAX (from, begin);
      gsize end = MIN (to, begin + stretch->length);

      if (stretch->op != (is_new ? GLOSS_DIFF_REMOVED : GLOSS_DIFF_ADDED) && first < end)
        put_match (attributes, joined + first - begin, joined + end - begin, scheme);
      joined += stretch->length;
    }
}

char *
gloss_comparison_marks_join (GlossComparisonRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const GlossDiffStretch *stretches;
  guint n_stretches;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), NULL);

  stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  for (guint i = 0; i < n_stretches; i++)
    g_string_append_len (text, gloss_comparison_row_get_stretch_text (row, &stretches[i]), stretches[i].length);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
