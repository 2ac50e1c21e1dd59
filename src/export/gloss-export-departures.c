/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-departures.h"

#include <glib/gi18n.h>

#include "annotation/gloss-annotation-sides.h"
#include "annotation/gloss-carry-over.h"
#include "export/gloss-export-html-private.h"

static void
note_free (gpointer data)
{
  GlossDepartureNote *note = data;

  g_clear_object (&note->annotation);
  g_free (note->citation);
  g_free (note->quotation);
  g_free (note->language);
  g_free (note);
}

struct _GlossDepartures
{
  GlossComparison *comparison;
  GHashTable      *by_row; /* GlossComparisonRow -> (element-type GlossDepartureNote) */
  GPtrArray       *others; /* those on no clause */
  GPtrArray       *none;   /* stays empty */
};

/* Where one side of a note stands. */
typedef struct
{
  GlossDocument      *document;
  GlossPlacement      placement;
  GlossComparisonRow *row; /* (nullable) */
} Side;

static gboolean
is_on (GlossAnchor   *anchor,
       GlossDocument *document)
{
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);

  if (data->symbol != NULL && *data->symbol != '\0')
    return g_str_equal (data->symbol, gloss_document_get_symbol (document));

  return g_strcmp0 (data->source, gloss_document_get_iri (document)) == 0;
}

/* FALSE where the anchor is on neither document. */
static gboolean
find_side (GlossDepartures       *table,
           GlossAnchor *anchor,
           Side        *side)
{
  GlossDocument *documents[] = { gloss_comparison_get_new_document (table->comparison),
                                 gloss_comparison_get_old_document (table->comparison) };
  const char *language = gloss_anchor_get_data (anchor)->language;
  guint chosen = G_N_ELEMENTS (documents);

  /* Where both are of one work, its language decides. */
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    if (is_on (anchor, documents[i]) &&
        (chosen == G_N_ELEMENTS (documents) ||
         g_strcmp0 (language, gloss_document_get_language (documents[i])) == 0))
      chosen = i;
  if (chosen == G_N_ELEMENTS (documents))
    return FALSE;

  side->document = documents[chosen];
  side->placement = gloss_anchor_resolve (anchor, side->document);
  side->row = NULL;
  if (side->placement.clause != NULL)
    side->row = chosen == 0 ? gloss_comparison_find_new (table->comparison, gloss_clause_get_id (side->placement.clause))
                            : gloss_comparison_find_old (table->comparison, gloss_clause_get_id (side->placement.clause));

  return TRUE;
}

static char *
dup_citation (GlossAnchor *anchor,
              const Side  *side)
{
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);

  if (side->placement.clause != NULL)
    return g_strdup (gloss_clause_get_citation (side->placement.clause));
  if (data->clause_id != NULL && side->placement.state != GLOSS_PLACEMENT_PLACED)
    return g_strdup_printf ("%s, %s", gloss_document_get_symbol (side->document), data->clause_id);

  return g_strdup (gloss_document_get_symbol (side->document));
}

/* @old_anchor: (nullable): of a note on a change. */
static GlossDepartureNote *
note_new (GlossAnnotation *annotation,
          GlossAnchor     *anchor,
          const Side      *side,
          GlossAnchor     *old_anchor,
          const Side      *old_side)
{
  GlossDepartureNote *note = g_new0 (GlossDepartureNote, 1);
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);
  guint64 position = side->placement.clause != NULL ? gloss_clause_get_position (side->placement.clause) : 0;

  note->annotation = g_object_ref (annotation);
  note->citation = dup_citation (anchor, side);
  note->to_confirm = gloss_annotation_is_to_confirm (annotation);
  note->language = g_strdup (data->language != NULL ? data->language : gloss_document_get_language (side->document));

  if (old_anchor != NULL)
    {
      const char *old_words = gloss_anchor_get_data (old_anchor)->exact;
      const char *new_words = data->exact;
      g_autofree char *old_citation = dup_citation (old_anchor, old_side);
      g_autofree char *new_citation = g_steal_pointer (&note->citation);

      /* Translators: where a note on a change stands, in the old text and in the new one. */
      note->citation = g_strdup_printf (_("%s → %s"), old_citation, new_citation);
      if (old_words != NULL && new_words != NULL)
        note->quotation = g_strdup_printf (_("%s → %s"), old_words, new_words);
      else
        note->quotation = g_strdup (new_words != NULL ? new_words : old_words);
    }
  else
    note->quotation = g_strdup (data->exact);

  if (note->quotation == NULL)
    note->quotation = g_strdup ("");

  note->rank = position << 32 | side->placement.start;
  return note;
}

static void
put (GlossDepartures              *table,
     GlossComparisonRow *row,
     GlossDepartureNote *note)
{
  GPtrArray *notes = row != NULL ? g_hash_table_lookup (table->by_row, row) : table->others;

  if (notes == NULL)
    {
      notes = g_ptr_array_new_with_free_func (note_free);
      g_hash_table_insert (table->by_row, row, notes);
    }
  g_ptr_array_add (notes, note);
}

static void
add_annotation (GlossDepartures           *table,
                GlossAnnotation *annotation)
{
  GlossAnchor *anchor = gloss_annotation_get_anchor (annotation);
  g_autoptr (GlossAnchor) old_anchor = gloss_annotation_dup_old_side (annotation);
  Side side;
  Side old_side;
  gboolean here = find_side (table, anchor, &side);
  gboolean there = old_anchor != NULL && find_side (table, old_anchor, &old_side);

  if (here && there)
    {
      put (table, side.row, note_new (annotation, anchor, &side, old_anchor, &old_side));
      if (old_side.row != NULL && old_side.row != side.row)
        put (table, old_side.row, note_new (annotation, anchor, &side, old_anchor, &old_side));
    }
  else if (here)
    put (table, side.row, note_new (annotation, anchor, &side, NULL, NULL));
  else if (there)
    put (table, old_side.row, note_new (annotation, old_anchor, &old_side, NULL, NULL));
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const GlossDepartureNote *left = *(GlossDepartureNote *const *) a;
  const GlossDepartureNote *right = *(GlossDepartureNote *const *) b;
  int order = g_strcmp0 (left->citation, right->citation);

  if (order == 0)
    order = (left->rank > right->rank) - (left->rank < right->rank);
  if (order == 0)
    order = g_strcmp0 (gloss_annotation_get_created (left->annotation), gloss_annotation_get_created (right->annotation));
  if (order == 0)
    order = g_strcmp0 (gloss_annotation_get_id (left->annotation), gloss_annotation_get_id (right->annotation));

  return order;
}

static const GlossDepartureWriter *
get_writer (GlossExportFormat format)
{
  switch (format)
    {
    case GLOSS_EXPORT_HTML:
      return &gloss_export_html_departure_writer;
    case GLOSS_EXPORT_CSV:
      return &gloss_export_csv_departure_writer;
    case GLOSS_EXPORT_MARKDOWN:
    case GLOSS_EXPORT_TEXT:
    case GLOSS_EXPORT_JSON:
    case GLOSS_EXPORT_DOCX:
    case GLOSS_EXPORT_HYPOTHESIS:
    case GLOSS_EXPORT_READIUM:
    default:
      return NULL;
    }
}

gboolean
gloss_export_format_has_departures (GlossExportFormat format)
{
  return get_writer (format) != NULL;
}

GlossDepartures *
gloss_departures_new (GlossComparison *comparison,
                      GPtrArray       *annotations)
{
  GlossDepartures *self;
  GHashTableIter iter;
  gpointer notes;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (annotations != NULL, NULL);

  self = g_new0 (GlossDepartures, 1);
  self->comparison = comparison;
  self->none = g_ptr_array_new ();
  self->others = g_ptr_array_new_with_free_func (note_free);
  self->by_row = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < annotations->len; i++)
    add_annotation (self, g_ptr_array_index (annotations, i));

  g_ptr_array_sort (self->others, compare_notes);
  g_hash_table_iter_init (&iter, self->by_row);
  while (g_hash_table_iter_next (&iter, NULL, &notes))
    g_ptr_array_sort (notes, compare_notes);

  return self;
}

void
gloss_departures_free (GlossDepartures *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_row);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->none);
  g_free (self);
}

GPtrArray *
gloss_departures_get_notes (GlossDepartures    *self,
                            GlossComparisonRow *row)
{
  GPtrArray *notes;

  g_return_val_if_fail (self != NULL, NULL);

  notes = row != NULL ? g_hash_table_lookup (self->by_row, row) : self->others;
  return notes != NULL ? notes : self->none;
}

char *
gloss_export_departures (GlossComparison   *comparison,
                         GPtrArray         *annotations,
                         GlossExportFormat  format,
                         GlossExportLayout  layout)
{
  const GlossDepartureWriter *writer = get_writer (format);
  g_autoptr (GlossDepartures) departures = NULL;
  GString *out;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (writer != NULL, NULL);

  if (annotations != NULL)
    departures = gloss_departures_new (comparison, annotations);
  out = g_string_new (NULL);
  if (format == GLOSS_EXPORT_HTML && layout == GLOSS_EXPORT_REDLINE)
    {
      gloss_export_html_redline (comparison, departures, gloss_export_append_cb, out, NULL);
      return g_string_free (out, FALSE);
    }

  writer->begin (out, comparison, departures != NULL);
  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);

      writer->write_row (out, comparison, row,
                         departures != NULL ? gloss_departures_get_notes (departures, row) : NULL);
    }

  if (departures != NULL && departures->others->len > 0)
    writer->write_row (out, comparison, NULL, departures->others);
  if (writer->end != NULL)
    writer->end (out);

  return g_string_free (out, FALSE);
}
