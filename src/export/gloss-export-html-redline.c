/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-html-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "comparison/gloss-comparison-places.h"

/* How many bytes are worth being given away. */
#define GIVEN_FROM (64 * 1024)

typedef struct
{
  GString         *out;          /* what is not given away yet */
  GlossComparison *comparison;
  const char      *languages[2]; /* by GlossExportSide */
  gboolean         one_language;
  GHashTable      *numbers;      /* GlossComparisonRow -> its number, from 1 */
} Page;

static guint
get_number (Page               *page,
            GlossComparisonRow *row)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (page->numbers, row));
}

static void
append_marked (Page            *page,
               GlossExportSide  side,
               gboolean         typographic,
               const char      *text,
               gsize            length)
{
  const char *tag = side == GLOSS_EXPORT_OLD ? "del" : "ins";

  g_string_append_printf (page->out, "<%s%s", tag, typographic ? " class=\"typographic\"" : "");
  if (!page->one_language)
    gloss_html_append_language (page->out, page->languages[side]);
  g_string_append_c (page->out, '>');
  gloss_xml_append_text (page->out, text, length);
  g_string_append_printf (page->out, "</%s>", tag);
}

/* The printed labels, of both texts where they differ. */
static void
append_label (Page               *page,
              GlossComparisonRow *row)
{
  g_autofree char *old_labels = gloss_export_row_dup_labels (row, GLOSS_EXPORT_OLD);
  g_autofree char *new_labels = gloss_export_row_dup_labels (row, GLOSS_EXPORT_NEW);
  const char *labels[] = { [GLOSS_EXPORT_OLD] = old_labels, [GLOSS_EXPORT_NEW] = new_labels };

  g_string_append (page->out, "<div class=\"label\">");
  if (g_str_equal (labels[GLOSS_EXPORT_OLD], labels[GLOSS_EXPORT_NEW]))
    gloss_xml_append_text (page->out, labels[GLOSS_EXPORT_NEW], strlen (labels[GLOSS_EXPORT_NEW]));
  else
    for (GlossExportSide side = GLOSS_EXPORT_OLD; side <= GLOSS_EXPORT_NEW; side++)
      if (*labels[side] != '\0')
        {
          if (side == GLOSS_EXPORT_NEW && *labels[GLOSS_EXPORT_OLD] != '\0')
            g_string_append_c (page->out, ' ');
          append_marked (page, side, FALSE, labels[side], strlen (labels[side]));
        }
  g_string_append (page->out, "</div>");
}

static void
append_stretches (Page               *page,
                  GlossComparisonRow *row)
{
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);

  for (guint i = 0; i < n_stretches; i++)
    {
      const char *text = gloss_comparison_row_get_stretch_text (row, &stretches[i]);

      if (stretches[i].op == GLOSS_DIFF_EQUAL)
        gloss_xml_append_text (page->out, text, stretches[i].length);
      else
        append_marked (page, stretches[i].op == GLOSS_DIFF_REMOVED ? GLOSS_EXPORT_OLD : GLOSS_EXPORT_NEW,
                       stretches[i].typographic, text, stretches[i].length);
    }
}

/* The line above the text: the clauses, what happened to them, and the way to the other end. */
static void
append_heading (Page               *page,
                GlossComparisonRow *row,
                gboolean            moved_away)
{
  g_autofree char *old_citations = gloss_export_row_dup_citations (row, GLOSS_EXPORT_OLD);
  g_autofree char *new_citations = gloss_export_row_dup_citations (row, GLOSS_EXPORT_NEW);
  g_autofree char *state = gloss_export_row_dup_state (row);
  g_autofree char *places = NULL;

  if (moved_away || *new_citations == '\0')
    places = g_strdup (old_citations);
  else if (*old_citations == '\0')
    places = g_strdup (new_citations);
  else
    places = g_strdup_printf ("%s → %s", old_citations, new_citations);

  g_string_append (page->out, "<p class=\"cite\">");
  gloss_html_append_element (page->out, "span", " dir=\"auto\"", places);
  g_string_append_c (page->out, ' ');
  gloss_html_append_element (page->out, "strong", NULL, state);
  if (gloss_comparison_row_has_moved (row))
    {
      g_autofree char *other_end = gloss_comparison_dup_other_end (page->comparison, row, moved_away);
      g_autofree char *link = g_strdup_printf (" href=\"#%s-%u\"", moved_away ? "row" : "from", get_number (page, row));

      g_string_append_c (page->out, ' ');
      gloss_html_append_element (page->out, "a", link, other_end);
    }
  g_string_append (page->out, "</p>\n");
}

static void
append_place (Page                       *page,
              const GlossComparisonPlace *place)
{
  GlossComparisonRow *row = place->row;
  GlossExportSide side = place->moved_away || gloss_comparison_row_get_n_new (row) == 0 ? GLOSS_EXPORT_OLD
                                                                                        : GLOSS_EXPORT_NEW;

  g_string_append_printf (page->out, "<div class=\"row %s\" id=\"%s-%u\">\n",
                          gloss_row_state_to_string (gloss_comparison_row_get_state (row)),
                          place->moved_away ? "from" : "row", get_number (page, row));
  append_heading (page, row, place->moved_away);

  g_string_append (page->out, "<div class=\"clause\"");
  gloss_html_append_language (page->out, page->languages[side]);
  g_string_append_c (page->out, '>');
  if (place->moved_away)
    {
      const char *text = gloss_comparison_row_get_old_text (row);
      g_autofree char *labels = gloss_export_row_dup_labels (row, GLOSS_EXPORT_OLD);

      gloss_html_append_element (page->out, "div", " class=\"label\"", labels);
      g_string_append (page->out, "<div class=\"text\">");
      gloss_html_append_element (page->out, "del", " class=\"moved\"", text);
    }
  else
    {
      append_label (page, row);
      g_string_append (page->out,
                       gloss_comparison_row_has_moved (row) ? "<div class=\"text moved\">" : "<div class=\"text\">");
      append_stretches (page, row);
    }
  g_string_append (page->out, "</div></div>\n");
}

static void
append_notes (Page      *page,
              GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      gloss_html_append_departure_note (page->out, g_ptr_array_index (notes, i));
      g_string_append_c (page->out, '\n');
    }
}

/* FALSE where that fails. */
static gboolean
give_away (Page             *page,
           GlossExportSink   sink,
           gpointer          sink_data,
           GError          **error)
{
  gboolean taken = sink (page->out->str, page->out->len, sink_data, error);

  g_string_truncate (page->out, 0);
  return taken;
}

gboolean
gloss_export_html_redline (GlossComparison  *comparison,
                           GlossDepartures  *departures,
                           GlossExportSink   sink,
                           gpointer          sink_data,
                           GError          **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) places = gloss_comparison_list_places (comparison);
  g_autoptr (GString) out = g_string_new (NULL);
  Page page = {
    .out = out,
    .comparison = comparison,
    .languages = { gloss_document_get_language (gloss_comparison_get_old_document (comparison)),
                   gloss_document_get_language (gloss_comparison_get_new_document (comparison)) },
    .numbers = numbers,
  };

  page.one_language = g_str_equal (page.languages[GLOSS_EXPORT_OLD], page.languages[GLOSS_EXPORT_NEW]);
  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    g_hash_table_insert (numbers, gloss_comparison_get_row (comparison, i), GUINT_TO_POINTER (i + 1));

  gloss_html_begin_comparison_page (out, comparison, TRUE);
  for (guint i = 0; i < places->len; i++)
    {
      const GlossComparisonPlace *place = &g_array_index (places, GlossComparisonPlace, i);

      append_place (&page, place);
      if (departures != NULL && !place->moved_away)
        append_notes (&page, gloss_departures_get_notes (departures, place->row));
      g_string_append (out, "</div>\n");
      if (out->len >= GIVEN_FROM && !give_away (&page, sink, sink_data, error))
        return FALSE;
    }

  if (departures != NULL && gloss_departures_get_notes (departures, NULL)->len > 0)
    {
      gloss_html_append_element (out, "h2", NULL, _("On no clause"));
      append_notes (&page, gloss_departures_get_notes (departures, NULL));
    }
  gloss_html_end_page (out);

  return give_away (&page, sink, sink_data, error);
}
