/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-tag-style.h"

#include "annotation/gloss-vocabulary.h"
#include "ui/gloss-style.h"

void
gloss_tag_style_apply (GtkWidget  *widget,
                       const char *tag)
{
  GlossVocabulary *vocabulary = gloss_vocabulary_get_default ();
  const char *description = gloss_vocabulary_get_tag_description (vocabulary, tag);
  GlossColor color;

  gtk_widget_set_tooltip_text (widget, *description != '\0' ? description : NULL);
  if (gloss_vocabulary_get_tag_color (vocabulary, tag, &color))
    {
      gtk_widget_add_css_class (widget, "colored");
      gtk_widget_add_css_class (widget, gloss_style_get_color_class (color));
    }
}

void
gloss_tag_style_set_up (GtkLabel *label)
{
  /* A long name takes several lines: an AdwWrapBox of libadwaita 1.7 that stands from right to left puts
   * what is wider than itself outside. */
  gtk_label_set_max_width_chars (label, 16);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (label), "tag");
}
