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
