/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-change-wording"

#include "config.h"

#include "ui/gloss-change-wording.h"

#include "ui/gloss-language.h"

void
gloss_change_wording_show (GtkTextView        *view,
                           GlossComparisonRow *row,
                           GlossDocument      *document,
                           gboolean            is_new)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  const char *text = is_new ? gloss_comparison_row_get_new_text (row) : gloss_comparison_row_get_old_text (row);
  const char *language = gloss_document_get_language (document);
  GtkTextTag *language_tag = gtk_text_buffer_create_tag (buffer, NULL, "language", language, NULL);
  GtkTextTag *change_tag = is_new ? gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL)
                                  : gtk_text_buffer_create_tag (buffer, NULL, "strikethrough", TRUE, NULL);
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag (buffer, language_tag, &start, &end);

  for (guint i = 0; i < n_stretches; i++)
    if (stretches[i].op == (is_new ? GLOSS_DIFF_ADDED : GLOSS_DIFF_REMOVED))
      {
        guint from = is_new ? stretches[i].new_start : stretches[i].old_start;

        gtk_text_buffer_get_iter_at_offset (buffer, &start, g_utf8_strlen (text, from));
        gtk_text_buffer_get_iter_at_offset (buffer, &end, g_utf8_strlen (text, from + stretches[i].length));
        gtk_text_buffer_apply_tag (buffer, change_tag, &start, &end);
      }

  gtk_widget_set_direction (GTK_WIDGET (view), gloss_language_get_direction (language));
}
