/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-exporter.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/gloss-export-docx-private.h"
#include "export/gloss-export-exchange-private.h"

static const struct
{
  const char *name;
  const char *suffix;
  const char *label;
  const GlossExportWriter *writer;

  /* For formats that a writer can't write note by note. */
  char   *(*write_notes)       (GPtrArray *notes); /* (nullable) */
  GBytes *(*write_notes_bytes) (GPtrArray *notes); /* NULL: the format is text */
  GBytes *(*write_comparison_bytes) (GlossComparison *comparison); /* likewise */
} formats[GLOSS_N_EXPORT_FORMATS] = {
  [GLOSS_EXPORT_MARKDOWN] = { "markdown", "md", N_("Markdown"), &gloss_export_markdown_writer },
  [GLOSS_EXPORT_HTML] = { "html", "html", N_("Web page (HTML)"), &gloss_export_html_writer },
  [GLOSS_EXPORT_CSV] = { "csv", "csv", N_("Spreadsheet (CSV)"), &gloss_export_csv_writer },
  [GLOSS_EXPORT_TEXT] = { "text", "txt", N_("Plain text"), &gloss_export_text_writer },
  [GLOSS_EXPORT_JSON] = { "json", "json", N_("Data for programs (JSON)"),
                          &gloss_export_json_writer, gloss_export_notes_json },
  [GLOSS_EXPORT_DOCX] = { "docx", "docx", N_("Word document"), &gloss_export_text_writer, NULL,
                          gloss_export_notes_docx, gloss_export_comparison_docx },
  [GLOSS_EXPORT_HYPOTHESIS] = { "hypothesis", "json", N_("Hypothesis"), NULL, gloss_export_notes_hypothesis },
  [GLOSS_EXPORT_READIUM] = { "readium", "annotation", N_("Readium (Thorium)"), NULL, gloss_export_notes_readium },
};

/* An annotation with all that is known of its place. */
typedef struct
{
  GlossExportNote   note; /* first: a GlossExportNote is what the writers see */
  GlossExportSource source;
  GlossPlacement    placement;
  guint64           rank; /* of the place in its document */
  GlossDocument    *document;
  GlossAnnotation  *annotation;
  char             *citation;
  char             *quotation;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->document);
  g_clear_object (&entry->annotation);
  g_clear_pointer (&entry->note.details, g_ptr_array_unref);
  g_free (entry->citation);
  g_free (entry->quotation);
  g_free (entry);
}

/* The document at hand in the language of the anchor, else in any language. */
static GlossDocument *
find_given_document (GPtrArray  *documents,
                     const char *symbol,
                     const char *language)
{
  GlossDocument *found = NULL;

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      GlossDocument *document = g_ptr_array_index (documents, i);

      if (g_strcmp0 (gloss_document_get_symbol (document), symbol) != 0)
        continue;
      if (g_strcmp0 (gloss_document_get_language (document), language) == 0)
        return document;
      if (found == NULL)
        found = document;
    }

  return found;
}

static GlossDocument *
load_library_document (GlossLibrary *library,
                       const char   *symbol,
                       const char   *language)
{
  g_autofree char *name = NULL;
  GlossDocument *document = NULL;

  if (language != NULL)
    {
      name = g_strdup_printf ("%s@%s", symbol, language);
      document = gloss_library_load (library, name, NULL);
    }
  if (document == NULL)
    document = gloss_library_load (library, symbol, NULL);

  return document;
}

/* (transfer full) (nullable): every document is looked for once, also one that is not there. */
static GlossDocument *
find_document (GHashTable            *cache,
               GPtrArray             *documents,
               GlossLibrary          *library,
               const GlossAnchorData *data)
{
  g_autofree char *key = NULL;
  GlossDocument *document;

  if (data->symbol == NULL)
    return NULL;

  key = g_strdup_printf ("%s@%s", data->symbol, data->language != NULL ? data->language : "");
  if (g_hash_table_lookup_extended (cache, key, NULL, (gpointer *) &document))
    return document != NULL ? g_object_ref (document) : NULL;

  document = find_given_document (documents, data->symbol, data->language);
  if (document != NULL)
    g_object_ref (document);
  else if (library != NULL)
    document = load_library_document (library, data->symbol, data->language);

  g_hash_table_insert (cache, g_steal_pointer (&key), document);
  return document != NULL ? g_object_ref (document) : NULL;
}

static const char *
describe_state (const GlossPlacement *placement,
                gboolean              has_document)
{
  if (!has_document)
    return _("the document is not at hand");

  switch (placement->state)
    {
    case GLOSS_PLACEMENT_CHANGED:
      return _("on changed wording");
    case GLOSS_PLACEMENT_AMBIGUOUS:
      return _("to be chosen: the words stand in several places");
    case GLOSS_PLACEMENT_NOT_FOUND:
      return _("the words are not found in the text");
    case GLOSS_PLACEMENT_PLACED:
    default:
      return NULL;
    }
}

/* The citation of the clause that carries the note; where the words are not found any more, of
 * the clause on which it was written; without a document, what the anchor itself says. */
static char *
dup_citation (const Entry           *entry,
              const GlossAnchorData *data)
{
  GlossClause *clause = entry->placement.clause;

  if (clause == NULL && entry->document != NULL && data->clause_id != NULL)
    clause = gloss_document_find_clause (entry->document, data->clause_id);
  if (clause != NULL)
    return g_strdup (gloss_clause_get_citation (clause));

  if (data->clause_id != NULL && *data->clause_id != '\0')
    return g_strdup_printf ("%s, %s", entry->source.symbol, data->clause_id);

  return g_strdup (entry->source.symbol);
}

static guint64
compute_rank (const GlossPlacement *placement,
              gboolean              has_document)
{
  if (placement->clause != NULL)
    return ((guint64) gloss_clause_get_position (placement->clause) + 1) << 32 | placement->start;

  /* A note on the whole document comes first, what has no place any more last. */
  return has_document && placement->state == GLOSS_PLACEMENT_PLACED ? 0 : G_MAXUINT64;
}

static Entry *
entry_new (GlossAnnotation *annotation,
           GlossDocument   *document)
{
  GlossAnchor *anchor = gloss_annotation_get_anchor (annotation);
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);
  Entry *entry = g_new0 (Entry, 1);

  entry->annotation = g_object_ref (annotation);
  entry->document = document;
  entry->placement.state = GLOSS_PLACEMENT_NOT_FOUND;

  if (document != NULL)
    {
      entry->placement = gloss_anchor_resolve (anchor, document);
      entry->source.symbol = gloss_document_get_symbol (document);
      entry->source.language = gloss_document_get_language (document);
      entry->source.title = gloss_document_get_short_title (document);
      entry->source.date = gloss_document_get_date (document);
    }
  else
    {
      entry->source.symbol = data->symbol != NULL ? data->symbol : _("Unknown document");
      entry->source.language = data->language != NULL ? data->language : "und";
      entry->source.title = entry->source.symbol;
      entry->source.date = "";
    }

  entry->source.document = document;
  entry->rank = compute_rank (&entry->placement, document != NULL);
  entry->citation = dup_citation (entry, data);
  entry->quotation = gloss_anchor_dup_quotation (anchor, document);

  entry->note.annotation = annotation;
  entry->note.source = &entry->source;
  entry->note.clause = entry->placement.clause;
  entry->note.placement = entry->placement.state;
  entry->note.start = entry->placement.start;
  entry->note.end = entry->placement.end;
  entry->note.citation = entry->citation;
  entry->note.quotation = entry->quotation;
  entry->note.language = entry->source.language;
  if (gloss_anchor_has_phrase (anchor) && data->language != NULL)
    entry->note.language = data->language;
  entry->note.state = describe_state (&entry->placement, document != NULL);

  return entry;
}

static gboolean
same_source (const Entry *a,
             const Entry *b)
{
  return g_strcmp0 (a->source.symbol, b->source.symbol) == 0 &&
         g_strcmp0 (a->source.language, b->source.language) == 0;
}

static int
compare_sources (const GlossExportSource *a,
                 const GlossExportSource *b)
{
  int order = (a->document == NULL) - (b->document == NULL);

  if (order == 0)
    order = (*a->date == '\0') - (*b->date == '\0');
  if (order == 0)
    order = g_strcmp0 (a->date, b->date);
  if (order == 0)
    order = g_strcmp0 (a->symbol, b->symbol);
  if (order == 0)
    order = g_strcmp0 (a->language, b->language);

  return order;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = *(const Entry *const *) a;
  const Entry *second = *(const Entry *const *) b;
  int order = compare_sources (&first->source, &second->source);

  if (order == 0)
    order = (first->rank > second->rank) - (first->rank < second->rank);
  if (order == 0)
    order = g_strcmp0 (gloss_annotation_get_created (first->annotation),
                       gloss_annotation_get_created (second->annotation));
  if (order == 0)
    order = g_strcmp0 (gloss_annotation_get_id (first->annotation),
                       gloss_annotation_get_id (second->annotation));

  return order;
}

static void
unref_nullable (gpointer object)
{
  g_clear_object (&object);
}

static GPtrArray *
build_entries (GPtrArray    *annotations,
               GlossLibrary *library,
               GPtrArray    *documents)
{
  g_autoptr (GHashTable) cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        unref_nullable);
  GPtrArray *entries = g_ptr_array_new_full (annotations->len, entry_free);

  for (guint i = 0; i < annotations->len; i++)
    {
      GlossAnnotation *annotation = g_ptr_array_index (annotations, i);
      const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));

      g_ptr_array_add (entries,
                       entry_new (annotation, find_document (cache, documents, library, data)));
    }

  g_ptr_array_sort (entries, compare_entries);

  return entries;
}

static void
end_part (void   (*end) (GString *out),
          GString *out)
{
  if (end != NULL)
    end (out);
}

const char *
gloss_export_format_to_string (GlossExportFormat format)
{
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, NULL);

  return formats[format].name;
}

gboolean
gloss_export_format_from_string (const char        *string,
                                 GlossExportFormat *format)
{
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < GLOSS_N_EXPORT_FORMATS; i++)
    if (g_strcmp0 (string, formats[i].name) == 0)
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

const char *
gloss_export_format_get_suffix (GlossExportFormat format)
{
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, NULL);

  return formats[format].suffix;
}

const char *
gloss_export_format_get_label (GlossExportFormat format)
{
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, NULL);

  return _(formats[format].label);
}

gboolean
gloss_export_format_is_binary (GlossExportFormat format)
{
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, FALSE);

  return formats[format].write_notes_bytes != NULL;
}

GPtrArray *
gloss_export_sort (GPtrArray    *annotations,
                   GlossLibrary *library,
                   GPtrArray    *documents)
{
  g_autoptr (GPtrArray) entries = NULL;
  GPtrArray *sorted;

  g_return_val_if_fail (annotations != NULL, NULL);

  entries = build_entries (annotations, library, documents);
  sorted = g_ptr_array_new_full (entries->len, g_object_unref);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (sorted, g_object_ref (((Entry *) g_ptr_array_index (entries, i))->annotation));

  return sorted;
}

char *
gloss_export_notes (GPtrArray         *annotations,
                    GlossLibrary      *library,
                    GPtrArray         *documents,
                    GlossExportFormat  format)
{
  const GlossExportWriter *writer;
  g_autoptr (GPtrArray) entries = NULL;
  const Entry *previous = NULL;
  GString *out;

  g_return_val_if_fail (annotations != NULL, NULL);
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, NULL);

  entries = build_entries (annotations, library, documents);
  if (formats[format].write_notes != NULL)
    return formats[format].write_notes (entries);

  writer = formats[format].writer;
  out = g_string_new (NULL);
  writer->begin_notes (out, entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      if (previous == NULL || !same_source (previous, entry))
        {
          if (previous != NULL)
            end_part (writer->end_source, out);
          if (writer->begin_source != NULL)
            writer->begin_source (out, &entry->source);
        }

      entry->note.details = gloss_export_note_details (entry->annotation, entry->note.state);
      writer->write_note (out, &entry->note);
      previous = entry;
    }

  if (previous != NULL)
    end_part (writer->end_source, out);
  end_part (writer->end_notes, out);

  return g_string_free (out, FALSE);
}

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

GBytes *
gloss_export_notes_bytes (GPtrArray         *annotations,
                          GlossLibrary      *library,
                          GPtrArray         *documents,
                          GlossExportFormat  format)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (annotations != NULL, NULL);
  g_return_val_if_fail (format < GLOSS_N_EXPORT_FORMATS, NULL);

  if (!gloss_export_format_is_binary (format))
    return take_text (gloss_export_notes (annotations, library, documents, format));

  entries = build_entries (annotations, library, documents);
  return formats[format].write_notes_bytes (entries);
}

char *
gloss_export_comparison (GlossComparison   *comparison,
                         GlossExportFormat  format)
{
  const GlossExportWriter *writer;
  guint n_rows;
  GString *out;

  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (format < GLOSS_N_COMPARISON_FORMATS, NULL);

  writer = formats[format].writer;
  n_rows = gloss_comparison_get_n_rows (comparison);
  out = g_string_new (NULL);

  writer->begin_comparison (out, comparison);
  for (guint i = 0; i < n_rows; i++)
    writer->write_row (out, comparison, gloss_comparison_get_row (comparison, i));
  end_part (writer->end_comparison, out);

  return g_string_free (out, FALSE);
}

GBytes *
gloss_export_comparison_bytes (GlossComparison   *comparison,
                               GlossExportFormat  format)
{
  g_return_val_if_fail (GLOSS_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (format < GLOSS_N_COMPARISON_FORMATS, NULL);

  if (gloss_export_format_is_binary (format))
    return formats[format].write_comparison_bytes (comparison);

  return take_text (gloss_export_comparison (comparison, format));
}
