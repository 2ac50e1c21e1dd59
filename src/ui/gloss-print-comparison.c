/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-print-comparison.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/gloss-export-comparison.h"
#include "export/gloss-export-departures.h"
#include "ui/gloss-print-text.h"
#include "ui/gloss-text-marks.h"

/* Points; so that a note stands out from the rows. */
#define NOTE_INDENT 48

/* Appends the citations of one side of @row as a line of their own. */
static void
append_citations (GlossPrintText     *text,
                  GlossComparisonRow *row,
                  GlossExportSide     side)
{
  g_autofree char *citations = gloss_export_row_dup_citations (row, side);

  if (*citations != '\0')
    gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_SMALL, citations);
}

static void
append_stretch (GlossPrintText         *text,
                GlossComparisonRow     *row,
                const GlossDiffStretch *stretch)
{
  static const GlossMarkKind kinds[] = {
    [GLOSS_DIFF_REMOVED] = GLOSS_MARK_REMOVED,
    [GLOSS_DIFF_ADDED] = GLOSS_MARK_ADDED,
  };
  const char *words = gloss_comparison_row_get_stretch_text (row, stretch);

  if (stretch->op == GLOSS_DIFF_EQUAL)
    gloss_print_text_append (text, words, stretch->length);
  else
    gloss_print_text_append_marked (text, words, stretch->length, kinds[stretch->op], GLOSS_COLOR_YELLOW);
}

/* The side of a row whose own words are @own. */
static void
add_side (GlossPrintout      *printout,
          GlossComparisonRow *row,
          GlossDiffOp         own,
          const char         *language)
{
  g_autoptr (GlossPrintText) text = gloss_print_text_new ();
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

  append_citations (text, row, own == GLOSS_DIFF_ADDED ? GLOSS_EXPORT_NEW : GLOSS_EXPORT_OLD);
  for (guint i = 0; i < n_stretches; i++)
    if (stretches[i].op == GLOSS_DIFF_EQUAL || stretches[i].op == own)
      append_stretch (text, row, &stretches[i]);

  gloss_print_text_add_to (text, printout, language);
}

static void
add_redline (GlossPrintout      *printout,
             GlossComparisonRow *row,
             const char         *language)
{
  g_autoptr (GlossPrintText) text = gloss_print_text_new ();
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

  append_citations (text, row, GLOSS_EXPORT_OLD);
  append_citations (text, row, GLOSS_EXPORT_NEW);
  for (guint i = 0; i < n_stretches; i++)
    append_stretch (text, row, &stretches[i]);

  gloss_print_text_add_to (text, printout, language);
}

static void
add_row (GlossPrintout      *printout,
         GlossComparison    *comparison,
         GlossComparisonRow *row,
         GlossPrintLayout    layout)
{
  const char *old_language = gloss_document_get_language (gloss_comparison_get_old_document (comparison));
  const char *new_language = gloss_document_get_language (gloss_comparison_get_new_document (comparison));
  g_autoptr (GlossPrintText) state = gloss_print_text_new ();
  g_autofree char *state_label = gloss_export_row_dup_state (row);

  gloss_print_text_append_line (state, GLOSS_PRINT_TEXT_SMALL, state_label);

  gloss_printout_begin_block (printout, GLOSS_PRINT_ROW, 0);
  gloss_print_text_add_to (state, printout, NULL);
  if (layout == GLOSS_PRINT_REDLINE)
    add_redline (printout, row, new_language);
  else
    {
      add_side (printout, row, GLOSS_DIFF_REMOVED, old_language);
      add_side (printout, row, GLOSS_DIFF_ADDED, new_language);
    }
}

/* The notes on a row, or those on no clause. */
static void
add_notes (GlossPrintout *printout,
           GPtrArray     *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const GlossDepartureNote *note = g_ptr_array_index (notes, i);
      g_autoptr (GlossPrintText) text = gloss_print_text_new ();
      const char *words = gloss_annotation_get_note (note->annotation);
      const char *const *tags = gloss_annotation_get_tags (note->annotation);
      const char *author = gloss_annotation_get_author (note->annotation);
      /* Translators: what stands before a printed note: where it is */
      g_autofree char *heading = g_strdup_printf (_("Note on %s"), note->citation);

      gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_SMALL, heading);
      if (*note->quotation != '\0')
        {
          /* Translators: a quotation; use the quotation marks of your language. */
          g_autofree char *quoted = g_strdup_printf (_("“%s”"), note->quotation);

          gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_SMALL, quoted);
        }
      if (*words != '\0')
        gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_BOLD, words);
      if (tags[0] != NULL)
        {
          g_autofree char *joined = g_strjoinv (", ", (char **) tags);

          gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_SMALL, joined);
        }
      if (*author != '\0')
        gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_SMALL, author);

      gloss_printout_begin_block (printout, GLOSS_PRINT_TEXT, NOTE_INDENT);
      gloss_print_text_add_to (text, printout, NULL);
    }
}

static void
set_columns (GlossPrintout   *printout,
             GlossComparison *comparison,
             GlossPrintLayout layout)
{
  static const guint side_by_side[] = { 14, 43, 43 };
  static const guint redline[] = { 14, 86 };
  const char *old_name = gloss_export_comparison_get_name (comparison, GLOSS_EXPORT_OLD);
  const char *new_name = gloss_export_comparison_get_name (comparison, GLOSS_EXPORT_NEW);
  g_autofree char *old_heading = g_strdup_printf (_("Old text: %s"), old_name);
  g_autofree char *new_heading = g_strdup_printf (_("New text: %s"), new_name);
  /* Translators: the heading of a column with the changes from one document to another */
  g_autofree char *both = g_strdup_printf (_("From %s to %s"), old_name, new_name);

  if (layout == GLOSS_PRINT_REDLINE)
    gloss_printout_set_columns (printout, (const char *[]) { _("State"), both, NULL }, redline);
  else
    gloss_printout_set_columns (printout, (const char *[]) { _("State"), old_heading, new_heading, NULL }, side_by_side);
}

static void
set_legend (GlossPrintout *printout)
{
  g_autoptr (GlossPrintText) text = gloss_print_text_new ();
  const char *removed = _("removed");
  const char *added = _("added");

  gloss_print_text_append_marked (text, removed, strlen (removed), GLOSS_MARK_REMOVED, GLOSS_COLOR_YELLOW);
  gloss_print_text_append (text, "   ", 3);
  gloss_print_text_append_marked (text, added, strlen (added), GLOSS_MARK_ADDED, GLOSS_COLOR_YELLOW);
  gloss_printout_set_legend (printout, gloss_print_text_get_text (text), gloss_print_text_dup_attributes (text));
}

static void
add_figures (GlossPrintout   *printout,
             GlossComparison *comparison)
{
  g_autoptr (GPtrArray) details = gloss_export_comparison_details (comparison);
  g_autoptr (GlossPrintText) text = gloss_print_text_new ();

  for (guint i = 0; i < details->len; i++)
    {
      const GlossExportDetail *detail = g_ptr_array_index (details, i);
      g_autofree char *line = g_strdup_printf ("%s: %s", detail->label, detail->value);

      gloss_print_text_append_line (text, GLOSS_PRINT_TEXT_PLAIN, line);
    }

  gloss_printout_begin_block (printout, GLOSS_PRINT_TEXT, 0);
  gloss_print_text_add_to (text, printout, NULL);
}

GlossPrintout *
gloss_print_comparison (GlossComparison *comparison,
                        GPtrArray       *annotations,
                        GlossPrintLayout layout)
{
  g_autofree char *title = NULL;
  g_autoptr (GlossPrintout) printout = NULL;
  g_autoptr (GlossDepartures) departures = NULL;
  g_autoptr (GlossPrintText) heading = gloss_print_text_new ();

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);

  title = gloss_export_comparison_dup_title (comparison);
  printout = gloss_printout_new (title);
  set_columns (printout, comparison, layout);
  gloss_printout_set_ruled (printout, TRUE);
  set_legend (printout);

  gloss_print_text_append_line (heading, GLOSS_PRINT_TEXT_TITLE, title);
  gloss_printout_begin_block (printout, GLOSS_PRINT_HEADING, 0);
  gloss_print_text_add_to (heading, printout, NULL);
  add_figures (printout, comparison);

  if (annotations != NULL)
    departures = gloss_departures_new (comparison, annotations);
  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);

      add_row (printout, comparison, row, layout);
      if (departures != NULL)
        add_notes (printout, gloss_departures_get_notes (departures, row));
    }
  if (departures != NULL)
    add_notes (printout, gloss_departures_get_notes (departures, NULL));

  return g_steal_pointer (&printout);
}
