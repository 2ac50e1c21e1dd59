/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-print-document.h"

#include <string.h>

#include <glib/gi18n.h>

#include "annotation/gloss-vocabulary.h"
#include "ui/gloss-date.h"
#include "ui/gloss-print-text.h"

/* The step by which deeper clauses are indented, in points. */
#define INDENT 14

static void
append_spaced (GString    *line,
               const char *part)
{
  if (*part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* What stands below the words of a note: what kind of note it is, its tags, its author and time. */
static char *
dup_particulars (GlossPlacedNote *note)
{
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);
  const char *remark = gloss_placed_note_get_remark (note);
  const char *modified = gloss_annotation_get_modified (annotation);
  g_autofree char *tags = g_strjoinv (", ", (char **) gloss_annotation_get_tags (annotation));
  g_autofree char *time = gloss_date_format_time (*modified != '\0' ? modified : gloss_annotation_get_created (annotation));
  GString *line = g_string_new (NULL);

  append_spaced (line, gloss_vocabulary_get_color_name (gloss_vocabulary_get_default (),
                                                        gloss_annotation_get_color (annotation)));
  append_spaced (line, tags);
  append_spaced (line, gloss_annotation_get_author (annotation));
  append_spaced (line, time);
  append_spaced (line, remark != NULL ? remark : "");

  return g_string_free_and_steal (line);
}

/* @citation: whether the place is told too. */
static void
append_note (GlossPrintText  *text,
             GlossPlacedNote *note,
             GlossDocument   *document,
             gboolean         citation)
{
  GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);
  GlossAnchor *anchor = gloss_annotation_get_anchor (annotation);
  const char *words = gloss_annotation_get_note (annotation);
  g_autofree char *particulars = dup_particulars (note);

  if (citation)
    {
      g_autofree char *place = gloss_placed_note_dup_citation (note);

      gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_SMALL, place);
    }

  if (gloss_anchor_has_phrase (anchor))
    {
      g_autofree char *quotation = gloss_anchor_dup_quotation (anchor, document);
      /* Translators: a quotation; use the quotation marks of your language. */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), quotation);

      gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_SMALL, quoted);
    }

  if (*words != '\0')
    gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_PLAIN, words);
  gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_SMALL, particulars);
}

static GlossPrintTextStyle
get_style (GlossClause *clause)
{
  switch (gloss_clause_get_kind (clause))
    {
    case GLOSS_CLAUSE_TITLE:
    case GLOSS_CLAUSE_ANNEX:
    case GLOSS_CLAUSE_SECTION:
      return GLOSS_PRINT_TEXT_BOLD;

    case GLOSS_CLAUSE_MASTHEAD:
    case GLOSS_CLAUSE_NOTE:
      return GLOSS_PRINT_TEXT_SMALL;

    case GLOSS_CLAUSE_FORMULA:
    case GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH:
    case GLOSS_CLAUSE_PARAGRAPH:
    case GLOSS_CLAUSE_ITEM:
    case GLOSS_CLAUSE_SUBITEM:
    case GLOSS_CLAUSE_SIGNATURE:
    default:
      return GLOSS_PRINT_TEXT_PLAIN;
    }
}

/* (transfer full): the clause with its label, the phrases that bear notes marked. */
static GlossPrintText *
create_clause_text (GlossClause *clause,
                    GPtrArray   *notes)
{
  GlossPrintText *text = gloss_print_text_new ();
  const char *label = gloss_clause_get_label (clause);
  g_autofree char *line = g_strconcat (label, *label != '\0' ? " " : "", gloss_clause_get_text (clause), NULL);
  gsize offset = strlen (line) - strlen (gloss_clause_get_text (clause));

  gloss_print_text_append_line (text, get_style (clause), line);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      GlossPlacedNote *note = g_ptr_array_index (notes, i);
      GlossAnnotation *annotation = gloss_placed_note_get_annotation (note);
      guint start_byte;
      guint end_byte;

      if (gloss_placed_note_get_phrase (note, &start_byte, &end_byte))
        gloss_print_text_mark (text, offset + start_byte, end_byte - start_byte,
                               *gloss_annotation_get_note (annotation) != '\0' ? GLOSS_MARK_NOTE : GLOSS_MARK_HIGHLIGHT,
                               gloss_annotation_get_color (annotation));
    }

  return text;
}

static void
add_clause (GlossPrintout    *printout,
            GlossDocument    *document,
            GlossClause      *clause,
            GlossPlacedNotes *notes)
{
  const char *language = gloss_document_get_language (document);
  GPtrArray *on_clause = notes != NULL ? gloss_placed_notes_get_on_clause (notes, gloss_clause_get_position (clause)) : NULL;
  g_autoptr (GlossPrintText) text = create_clause_text (clause, on_clause);
  gboolean heads = get_style (clause) == GLOSS_PRINT_TEXT_BOLD;

  if (notes == NULL)
    {
      gloss_printout_begin_block (printout, heads ? GLOSS_PRINT_HEADING : GLOSS_PRINT_TEXT,
                                  gloss_clause_get_depth (clause) * INDENT);
      gloss_print_text_add_to (text, printout, language);
    }
  else
    {
      g_autoptr (GlossPrintText) margin = gloss_print_text_new ();

      for (guint i = 0; on_clause != NULL && i < on_clause->len; i++)
        append_note (margin, g_ptr_array_index (on_clause, i), document, FALSE);

      gloss_printout_begin_block (printout, GLOSS_PRINT_ROW, gloss_clause_get_depth (clause) * INDENT);
      gloss_print_text_add_to (text, printout, language);
      gloss_print_text_add_to (margin, printout, NULL);
    }
}

/* Notes that stand beside no clause: on the whole document, or those that have no place. */
static void
add_loose_notes (GlossPrintout    *printout,
                 GlossDocument    *document,
                 GlossPlacedNotes *notes,
                 gboolean          lost)
{
  gboolean headed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (notes)); i++)
    {
      g_autoptr (GlossPlacedNote) note = g_list_model_get_item (G_LIST_MODEL (notes), i);
      const GlossPlacement *placement = gloss_placed_note_get_placement (note);
      gboolean is_lost = placement->state == GLOSS_PLACEMENT_AMBIGUOUS || placement->state == GLOSS_PLACEMENT_NOT_FOUND;
      g_autoptr (GlossPrintText) text = NULL;

      if (placement->clause != NULL || is_lost != lost)
        continue;

      if (lost && !headed)
        {
          g_autoptr (GlossPrintText) heading = gloss_print_text_new ();

          gloss_print_text_append_line (heading, GLOSS_PRINT_TEXT_BOLD, _("Notes Without a Place"));
          gloss_printout_begin_block (printout, GLOSS_PRINT_HEADING, 0);
          gloss_print_text_add_to (heading, printout, NULL);
          headed = TRUE;
        }

      text = gloss_print_text_new ();
      append_note (text, note, document, lost);
      gloss_printout_begin_block (printout, GLOSS_PRINT_TEXT, 0);
      gloss_print_text_add_to (text, printout, NULL);
    }
}

static void
set_columns (GlossPrintout *printout)
{
  static const guint shares[] = { 64, 36 };

  gloss_printout_set_columns (printout, (const char *[]) { _("Text"), _("Notes"), NULL }, shares);
}

static void
add_head (GlossPrintout *printout,
          GlossDocument *document)
{
  g_autoptr (GlossPrintText) text = gloss_print_text_new ();
  g_autofree char *date = gloss_date_format (gloss_document_get_date (document));
  g_autoptr (GString) particulars = g_string_new (NULL);

  append_spaced (particulars, gloss_document_get_symbol (document));
  append_spaced (particulars, date);

  gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_TITLE, gloss_document_get_short_title (document));
  gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_PLAIN, particulars->str);
  gloss_printout_begin_block (printout, GLOSS_PRINT_HEADING, 0);
  gloss_print_text_add_to (text, printout, gloss_document_get_language (document));
}

GlossPrintout *
gloss_print_document (GlossDocument    *document,
                      GlossPlacedNotes *notes)
{
  g_autofree char *title = NULL;
  g_autoptr (GlossPrintout) printout = NULL;

  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), NULL);

  if (notes != NULL && g_list_model_get_n_items (G_LIST_MODEL (notes)) == 0)
    notes = NULL;

  title = g_strdup_printf ("%s: %s", gloss_document_get_symbol (document), gloss_document_get_short_title (document));
  printout = gloss_printout_new (title);
  if (notes != NULL)
    set_columns (printout);

  add_head (printout, document);
  if (notes != NULL)
    add_loose_notes (printout, document, notes, FALSE);

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    add_clause (printout, document, gloss_document_get_clause (document, i), notes);

  if (notes != NULL)
    add_loose_notes (printout, document, notes, TRUE);

  return g_steal_pointer (&printout);
}
