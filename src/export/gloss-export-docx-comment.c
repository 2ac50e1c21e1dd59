/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-docx-private.h"

#include <string.h>
#include <unicode/uchar.h>

#include <glib/gi18n.h>

/* A note in any language: it is read in the direction of its first letter. */
static gboolean
is_rtl_text (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (u_charDirection (g_utf8_get_char (p)))
      {
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return TRUE;
      case U_LEFT_TO_RIGHT:
        return FALSE;
      default:
        break;
      }

  return FALSE;
}

/* One paragraph for each line of @text. @reference: (inout): TRUE for the first of a comment,
 * which bears the sign that leads back to the place. */
static void
append_lines (GString    *out,
              const char *text,
              gboolean   *reference)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GlossDocxRun run = { .rtl = is_rtl_text (text) };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gloss_docx_begin_paragraph (out, "CommentText", run.rtl ? "<w:bidi/>" : NULL);
      if (*reference)
        g_string_append (out, "<w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:annotationRef/></w:r>");
      *reference = FALSE;
      g_strchomp (lines[i]);
      gloss_docx_append_run (out, &run, lines[i], strlen (lines[i]));
      gloss_docx_end_paragraph (out);
    }
}

static void
append_author (GString    *out,
               const char *author)
{
  gboolean at_start = TRUE;

  g_string_append (out, " w:author=\"");
  gloss_xml_append_text (out, author, strlen (author));
  g_string_append (out, "\" w:initials=\"");

  for (const char *p = author; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (at_start && g_unichar_isalnum (c))
        gloss_xml_append_text (out, p, g_utf8_next_char (p) - p);
      at_start = g_unichar_isspace (c) || c == '-';
    }

  g_string_append_c (out, '"');
}

/* Words that stand under the comment's range need not be said again. */
static gboolean
needs_quotation (const GlossExportNote *note)
{
  GlossAnchor *anchor = gloss_annotation_get_anchor (note->annotation);

  return *note->quotation != '\0' && gloss_anchor_has_phrase (anchor) &&
         (note->placement != GLOSS_PLACEMENT_PLACED || note->start == note->end);
}

guint
gloss_docx_add_comment (GlossDocx             *self,
                        const GlossExportNote *note)
{
  const char *text = gloss_annotation_get_note (note->annotation);
  const char *author = gloss_annotation_get_author (note->annotation);
  g_autoptr (GPtrArray) marks = gloss_export_note_marks (note->annotation, note->state);
  gboolean reference = TRUE;
  GString *out = self->comments;

  gloss_export_note_add_old_side (marks, note);
  g_string_append_printf (out, "<w:comment w:id=\"%u\"", self->n_comments);
  append_author (out, *author != '\0' ? author : _("Unknown author"));
  gloss_docx_append_time (out, "w:date", gloss_annotation_get_created (note->annotation));
  g_string_append_c (out, '>');

  if (*text != '\0')
    append_lines (out, text, &reference);
  append_lines (out, note->citation, &reference);
  if (needs_quotation (note))
    {
      g_autofree char *quotation = g_strdup_printf ("“%s”", note->quotation);

      append_lines (out, quotation, &reference);
    }

  for (guint i = 0; i < marks->len; i++)
    {
      const GlossExportDetail *mark = g_ptr_array_index (marks, i);
      g_autofree char *line = g_strdup_printf ("%s: %s", mark->label, mark->value);

      append_lines (out, line, &reference);
    }

  g_string_append (out, "</w:comment>");
  return self->n_comments++;
}

void
gloss_docx_begin_comment (GString *out,
                          guint    comment)
{
  g_string_append_printf (out, "<w:commentRangeStart w:id=\"%u\"/>", comment);
}

void
gloss_docx_end_comment (GString *out,
                        guint    comment)
{
  g_string_append_printf (out, "<w:commentRangeEnd w:id=\"%u\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/>"
                               "</w:rPr><w:commentReference w:id=\"%u\"/></w:r>", comment, comment);
}
