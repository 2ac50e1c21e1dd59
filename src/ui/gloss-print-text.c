/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-print-text.h"

struct _GlossPrintText
{
  GString       *text;
  GArray        *marks;  /* (element-type GlossTextMark) */
  PangoAttrList *styles; /* of whole lines */
  gboolean       line_ended;
};

GlossPrintText *
gloss_print_text_new (void)
{
  GlossPrintText *self = g_new0 (GlossPrintText, 1);

  self->text = g_string_new (NULL);
  self->marks = g_array_new (FALSE, FALSE, sizeof (GlossTextMark));
  self->styles = pango_attr_list_new ();

  return self;
}

void
gloss_print_text_free (GlossPrintText *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  g_array_unref (self->marks);
  pango_attr_list_unref (self->styles);
  g_free (self);
}

/* A line break stands between lines and never behind the last one, where it would print an empty
 * line. */
static void
end_line (GlossPrintText *self)
{
  if (self->line_ended)
    g_string_append_c (self->text, '\n');
  self->line_ended = FALSE;
}

static void
add_style (GlossPrintText *self,
           PangoAttribute *attribute,
           gsize           start)
{
  attribute->start_index = start;
  attribute->end_index = self->text->len;
  pango_attr_list_insert (self->styles, attribute);
}

void
gloss_print_text_append_line (GlossPrintText     *self,
                              GlossPrintTextStyle style,
                              const char         *line)
{
  gsize start;

  if (self->text->len > 0)
    self->line_ended = TRUE;
  end_line (self);

  start = self->text->len;
  g_string_append (self->text, line);
  self->line_ended = TRUE;

  if (style == GLOSS_PRINT_TEXT_SMALL)
    {
      add_style (self, pango_attr_family_new ("Sans"), start);
      add_style (self, pango_attr_scale_new (PANGO_SCALE_SMALL), start);
    }
  else if (style == GLOSS_PRINT_TEXT_TITLE)
    {
      add_style (self, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start);
      add_style (self, pango_attr_scale_new (PANGO_SCALE_X_LARGE), start);
    }
  else if (style == GLOSS_PRINT_TEXT_BOLD)
    add_style (self, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start);
}

void
gloss_print_text_append (GlossPrintText *self,
                         const char     *text,
                         gsize           length)
{
  end_line (self);
  g_string_append_len (self->text, text, length);
}

void
gloss_print_text_append_marked (GlossPrintText *self,
                                const char     *text,
                                gsize           length,
                                GlossMarkKind   kind,
                                GlossColor      color)
{
  gloss_print_text_append (self, text, length);
  gloss_print_text_mark (self, self->text->len - length, length, kind, color);
}

void
gloss_print_text_mark (GlossPrintText *self,
                       gsize           start,
                       gsize           length,
                       GlossMarkKind   kind,
                       GlossColor      color)
{
  GlossTextMark mark = { .kind = kind, .color = color, .start_byte = start, .end_byte = start + length };

  g_return_if_fail (start + length <= self->text->len);

  g_array_append_val (self->marks, mark);
}

const char *
gloss_print_text_get_text (GlossPrintText *self)
{
  return self->text->str;
}

PangoAttrList *
gloss_print_text_dup_attributes (GlossPrintText *self)
{
  PangoAttrList *attributes = gloss_text_marks_to_attributes ((const GlossTextMark *) self->marks->data,
                                                              self->marks->len, GLOSS_SCHEME_LIGHT);
  GSList *styles = pango_attr_list_get_attributes (self->styles);

  for (GSList *style = styles; style != NULL; style = style->next)
    pango_attr_list_insert (attributes, style->data);
  g_slist_free (styles);

  return attributes;
}

void
gloss_print_text_add_to (GlossPrintText *self,
                         GlossPrintout  *printout,
                         const char     *language)
{
  gloss_printout_add_cell (printout, self->text->str, gloss_print_text_dup_attributes (self), language);
}
