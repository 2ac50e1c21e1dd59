/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "annotation/gloss-annotation-order.h"
#include "annotation/gloss-annotation-sides.h"
#include "annotation/gloss-carry-over.h"

/* Annotations with all that is known of their places, in an order: what the writers of all formats
 * begin with. */

/* An annotation with all that is known of its place. */
typedef struct _Entry Entry;

struct _Entry
{
  GlossExportNote   note; /* first: a GlossExportNote is what the writers see */
  GlossExportSource source;
  GlossPlacement    placement;
  GlossExportSection section;
  guint64           rank; /* of the place in its document */
  GlossDocument    *document;
  GlossAnnotation  *annotation;
  char             *citation;
  char             *quotation;
  char             *section_title;
  char             *section_particulars;
  Entry            *old_side; /* (nullable): the same of a note on a change in the old text */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->document);
  g_clear_object (&entry->annotation);
  g_clear_pointer (&entry->note.details, g_ptr_array_unref);
  g_free (entry->citation);
  g_free (entry->quotation);
  g_free (entry->section_title);
  g_free (entry->section_particulars);
  g_clear_pointer (&entry->old_side, entry_free);
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

/* @anchor: of @annotation, which may be on two texts. */
static Entry *
entry_new (GlossAnnotation *annotation,
           GlossAnchor     *anchor,
           GlossDocument   *document)
{
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
  if (entry->note.state == NULL && gloss_annotation_is_to_confirm (annotation))
    entry->note.state = _("on changed wording: to be confirmed");

  return entry;
}

static void
take_old_side (Entry *entry,
               Entry *old_side)
{
  entry->old_side = old_side;
  entry->note.old_citation = old_side->citation;
  entry->note.old_quotation = old_side->quotation;
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
compare_places (const Entry *first,
                const Entry *second)
{
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

/* What is equal by tag or date stands in the order of the places. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const Entry *first = *(const Entry *const *) a;
  const Entry *second = *(const Entry *const *) b;
  GlossExportOrder by = GPOINTER_TO_UINT (user_data);
  int order = 0;

  if (by == GLOSS_EXPORT_BY_TAG)
    order = gloss_annotation_order_compare_tags (gloss_annotation_order_get_tag (first->annotation),
                                                 gloss_annotation_order_get_tag (second->annotation));
  else if (by == GLOSS_EXPORT_BY_DATE)
    order = gloss_annotation_order_by_date (first->annotation, second->annotation);

  return order != 0 ? order : compare_places (first, second);
}

/* (transfer full): "2015-01-13", as the times of the notes say it, too. */
static char *
dup_day (GlossAnnotation *annotation)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (gloss_annotation_get_modified (annotation), NULL);
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%d") : g_strdup (_("Without a date"));
}

/* Under which heading the note stands. */
static void
set_section (Entry            *entry,
             GlossExportOrder  by)
{
  const char *tag = gloss_annotation_order_get_tag (entry->annotation);

  switch (by)
    {
    case GLOSS_EXPORT_BY_TAG:
      entry->section_title = g_strdup (*tag != '\0' ? tag : _("Without a tag"));
      break;
    case GLOSS_EXPORT_BY_DATE:
      entry->section_title = dup_day (entry->annotation);
      break;
    case GLOSS_EXPORT_BY_PLACE:
    default:
      entry->section_title = g_strdup (entry->source.title);
      entry->section_particulars = gloss_export_dup_particulars (entry->source.symbol, entry->source.language,
                                                                 entry->source.date);
      entry->section.language = entry->source.language;
      break;
    }

  entry->section.title = entry->section_title;
  entry->section.particulars = entry->section_particulars;
  entry->note.section = &entry->section;
}

static void
unref_nullable (gpointer object)
{
  g_clear_object (&object);
}

GPtrArray *
gloss_export_collect_notes (GPtrArray                *annotations,
                            const GlossExportOptions *options,
                            GlossExportOrder          order)
{
  g_autoptr (GHashTable) cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        unref_nullable);
  GPtrArray *entries = g_ptr_array_new_full (annotations->len, entry_free);

  for (guint i = 0; i < annotations->len; i++)
    {
      GlossAnnotation *annotation = g_ptr_array_index (annotations, i);
      GlossAnchor *anchor = gloss_annotation_get_anchor (annotation);
      g_autoptr (GlossAnchor) old_anchor = gloss_annotation_dup_old_side (annotation);
      Entry *entry = entry_new (annotation, anchor,
                                find_document (cache, options->documents, options->library, gloss_anchor_get_data (anchor)));

      if (old_anchor != NULL)
        take_old_side (entry, entry_new (annotation, old_anchor,
                                         find_document (cache, options->documents, options->library,
                                                        gloss_anchor_get_data (old_anchor))));

      set_section (entry, order);
      g_ptr_array_add (entries, entry);
    }

  g_ptr_array_sort_with_data (entries, compare_entries, GUINT_TO_POINTER (order));

  return entries;
}

GPtrArray *
gloss_export_sort (GPtrArray                *annotations,
                   const GlossExportOptions *options)
{
  g_autoptr (GPtrArray) entries = NULL;
  GPtrArray *sorted;

  g_return_val_if_fail (annotations != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  entries = gloss_export_collect_notes (annotations, options, options->order);
  sorted = g_ptr_array_new_full (entries->len, g_object_unref);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (sorted, g_object_ref (((Entry *) g_ptr_array_index (entries, i))->annotation));

  return sorted;
}
