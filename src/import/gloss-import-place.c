/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "import/gloss-import-place.h"

#include "import/gloss-import-documents.h"
#include "import/gloss-import-iri.h"

/* By how many code points the context of one place must fit better than that of the next best. */
#define DECISIVE_FIT 4

/* A position in a page is taken to name a place in our text when it is no further from it than
 * this, and several times as far from the next one. */
#define NEAR_POSITION 64

/* What a document is called of which nothing at all is known. */
#define UNNAMED "imported"

struct _GlossImportPlacer
{
  GlossImportDocuments *documents;
};

GlossImportPlacer *
gloss_import_placer_new (GlossLibrary *library)
{
  GlossImportPlacer *self;

  g_return_val_if_fail (GLOSS_IS_LIBRARY (library), NULL);

  self = g_new0 (GlossImportPlacer, 1);
  self->documents = gloss_import_documents_new (library);

  return self;
}

void
gloss_import_placer_free (GlossImportPlacer *self)
{
  g_clear_pointer (&self->documents, gloss_import_documents_free);
  g_free (self);
}

void
gloss_import_place_clear (GlossImportPlace *place)
{
  g_clear_pointer (&place->symbol, g_free);
  g_clear_object (&place->document);
  g_clear_pointer (&place->anchor, gloss_anchor_unref);
}

/* Leaves the places in @clause, if any are there. */
static void
prefer_clause (GArray      *sites,
               GlossClause *clause)
{
  gboolean here = FALSE;

  for (guint i = 0; i < sites->len; i++)
    here |= g_array_index (sites, GlossImportSite, i).clause == clause;

  for (guint i = sites->len; here && i > 0; i--)
    {
      if (g_array_index (sites, GlossImportSite, i - 1).clause != clause)
        g_array_remove_index (sites, i - 1);
    }
}

/* Leaves the places that are more than a word or two which many texts have. */
static void
drop_chance (GArray *sites)
{
  for (guint i = sites->len; i > 0; i--)
    {
      if (!g_array_index (sites, GlossImportSite, i - 1).telling)
        g_array_remove_index (sites, i - 1);
    }
}

/* The one that the position in the page names, of those whose context fits best. */
static const GlossImportSite *
choose_by_position (GlossImportText         *text,
                    GArray                  *sites,
                    guint                    best_fit,
                    const GlossImportRecord *record)
{
  const GlossImportSite *nearest = NULL;
  gint64 nearest_distance = G_MAXINT64;
  gint64 second_distance = G_MAXINT64;

  if (record->start < 0)
    return NULL;

  for (guint i = 0; i < sites->len; i++)
    {
      const GlossImportSite *site = &g_array_index (sites, GlossImportSite, i);
      gint64 offset;
      gint64 distance;

      if (site->fit != best_fit)
        continue;

      offset = (gint64) gloss_import_text_get_offset (text, site, record->unit);
      distance = offset > record->start ? offset - record->start : record->start - offset;
      if (distance < nearest_distance)
        {
          second_distance = nearest_distance;
          nearest_distance = distance;
          nearest = site;
        }
      else
        {
          second_distance = MIN (second_distance, distance);
        }
    }

  return nearest_distance <= NEAR_POSITION && second_distance / 4 > nearest_distance ? nearest : NULL;
}

/* NULL where it stays open which of them is meant. */
static const GlossImportSite *
choose_site (GlossImportText         *text,
             GArray                  *sites,
             const GlossImportRecord *record)
{
  const GlossImportSite *best = NULL;
  const GlossImportSite *literal = NULL;
  guint second_fit = 0;
  guint n_best = 0;
  guint n_literal = 0;

  for (guint i = 0; i < sites->len; i++)
    {
      const GlossImportSite *site = &g_array_index (sites, GlossImportSite, i);

      if (best == NULL || site->fit > best->fit)
        {
          second_fit = best != NULL ? best->fit : 0;
          best = site;
        }
      else
        {
          second_fit = MAX (second_fit, site->fit);
        }
    }

  if (best == NULL || sites->len == 1 || best->fit >= second_fit + DECISIVE_FIT)
    return best;

  for (guint i = 0; i < sites->len; i++)
    {
      const GlossImportSite *site = &g_array_index (sites, GlossImportSite, i);

      n_best += site->fit == best->fit;
      if (site->fit == best->fit && site->literal)
        {
          literal = site;
          n_literal++;
        }
    }

  /* Nearly as good is too good to be passed over. */
  if (best->fit != second_fit)
    return NULL;

  return n_literal == 1 && n_best == sites->len ? literal : choose_by_position (text, sites, best->fit, record);
}

/* The anchor on the whole document, or on @clause, with the quotation as it came, or in the
 * letters of the document where @site has it. */
static GlossAnchor *
make_open_anchor (GlossDocument         *document,
                  GlossClause           *clause,
                  const GlossAnchorData *data,
                  const GlossImportSite *site)
{
  g_autofree char *words = NULL;

  if (site != NULL && site->n_clauses == 1 && site->start < site->end)
    words = g_utf8_substring (gloss_clause_get_text (site->clause), site->start, site->end);

  return gloss_anchor_new (&(GlossAnchorData) {
    .symbol = gloss_document_get_symbol (document),
    .language = gloss_document_get_language (document),
    .source = gloss_document_get_iri (document),
    .clause_id = clause != NULL ? gloss_clause_get_id (clause) : NULL,
    .exact = words != NULL ? words : data->exact,
    .prefix = data->prefix,
    .suffix = data->suffix,
    .start = clause != NULL ? data->start : -1,
    .end = clause != NULL ? data->end : -1,
  });
}

static void
set_place (GlossImportPlace    *place,
           GlossDocument       *document,
           GlossAnchor         *anchor,
           GlossPlacementState  state,
           GlossClause         *clause,
           guint                n_candidates)
{
  g_set_object (&place->document, document);
  g_set_str (&place->symbol, gloss_document_get_symbol (document));
  g_clear_pointer (&place->anchor, gloss_anchor_unref);
  place->anchor = anchor;
  place->state = state;
  place->clause = clause;
  place->n_clauses = 1;
  place->n_candidates = n_candidates;
}

/* TRUE where the positions alone say which words of @clause are meant. */
static gboolean
has_positions (const GlossAnchorData *data,
               GlossDocument         *document,
               GlossClause           *clause)
{
  return clause != NULL && data->start >= 0 && data->start < data->end &&
         data->end <= gloss_clause_get_n_chars (clause) &&
         (data->language == NULL || g_ascii_strcasecmp (data->language, gloss_document_get_language (document)) == 0);
}

static void
place_without_quotation (GlossDocument           *document,
                         GlossClause             *clause,
                         const GlossAnchorData   *data,
                         const GlossImportRecord *record,
                         GlossImportPlace        *place)
{
  gboolean known = clause != NULL || !record->has_selector;
  GlossAnchor *anchor;

  if (has_positions (data, document, clause))
    anchor = gloss_anchor_new_for_phrase (document, clause, (guint) data->start, (guint) data->end);
  else
    anchor = gloss_anchor_new_for_clause (document, clause);

  set_place (place, document, anchor, known ? GLOSS_PLACEMENT_PLACED : GLOSS_PLACEMENT_NOT_FOUND, clause,
             known ? 1 : 0);
}

/* What is left open is told as whoever opens the document will see it. */
static void
place_open (GlossDocument         *document,
            GlossClause           *clause,
            const GlossAnchorData *data,
            GArray                *sites,
            GlossImportPlace      *place)
{
  const GlossImportSite *first = sites->len > 0 ? &g_array_index (sites, GlossImportSite, 0) : NULL;
  g_autoptr (GlossAnchor) anchor = make_open_anchor (document, clause, data, first);
  GlossPlacement placement = gloss_anchor_resolve (anchor, document);

  if (placement.state == GLOSS_PLACEMENT_NOT_FOUND && clause != NULL)
    {
      gloss_anchor_unref (anchor);
      anchor = make_open_anchor (document, NULL, data, first);
      placement = gloss_anchor_resolve (anchor, document);
    }
  if (placement.state == GLOSS_PLACEMENT_NOT_FOUND && sites->len > 0)
    placement.state = GLOSS_PLACEMENT_AMBIGUOUS;

  set_place (place, document, g_steal_pointer (&anchor), placement.state, placement.clause, sites->len);
}

static void
place_in_text (GlossImportText         *text,
               const GlossAnchorData   *data,
               const GlossImportRecord *record,
               GlossImportPlace        *place)
{
  GlossDocument *document = gloss_import_text_get_document (text);
  GlossClause *clause = data->clause_id != NULL ? gloss_document_find_clause (document, data->clause_id) : NULL;
  g_autoptr (GArray) sites = NULL;
  const GlossImportSite *site;
  gboolean all;

  if (data->exact == NULL || *data->exact == '\0')
    {
      place_without_quotation (document, clause, data, record, place);
      return;
    }

  sites = gloss_import_text_find (text, data->exact, data->prefix, data->suffix, &all);
  prefer_clause (sites, clause);
  site = all ? choose_site (text, sites, record) : NULL;

  if (site == NULL)
    {
      place_open (document, clause, data, sites, place);
      return;
    }

  set_place (place, document,
             site->start < site->end ? gloss_anchor_new_for_phrase (document, site->clause, site->start, site->end)
                                     : gloss_anchor_new_for_clause (document, site->clause),
             GLOSS_PLACEMENT_PLACED, site->clause, 1);
  place->n_clauses = site->n_clauses;
}

/* Takes @other, and leaves it empty, where it knows more. */
static void
prefer (GlossImportPlace *place,
        GlossImportPlace *other)
{
  static const guint ranks[] = {
    [GLOSS_PLACEMENT_PLACED] = 0,
    [GLOSS_PLACEMENT_CHANGED] = 1,
    [GLOSS_PLACEMENT_AMBIGUOUS] = 2,
    [GLOSS_PLACEMENT_NOT_FOUND] = 3,
  };

  if (place->document == NULL || ranks[other->state] < ranks[place->state])
    {
      gloss_import_place_clear (place);
      *place = *other;
      *other = (GlossImportPlace) { NULL, };
    }

  gloss_import_place_clear (other);
}

/* In the best of the languages of @symbol. */
static void
place_in_document (GlossImportPlacer       *self,
                   const char              *symbol,
                   const char              *language,
                   const GlossAnchorData   *data,
                   const GlossImportRecord *record,
                   GlossImportPlace        *place)
{
  g_autoptr (GPtrArray) texts = gloss_import_documents_get_texts (self->documents, symbol, language);

  for (guint i = 0; i < texts->len; i++)
    {
      GlossImportPlace other = { NULL, };

      place_in_text (g_ptr_array_index (texts, i), data, record, &other);
      prefer (place, &other);
      if (place->state == GLOSS_PLACEMENT_PLACED)
        return;
    }
}

/* The document in which the quotation alone stands. Of two that share the words, none. FALSE where
 * the document stays unknown. */
static gboolean
place_by_quotation (GlossImportPlacer       *self,
                    const GlossAnchorData   *data,
                    const GlossImportRecord *record,
                    GlossImportPlace        *place)
{
  g_autoptr (GPtrArray) texts = gloss_import_documents_get_texts (self->documents, NULL, data->language);
  g_autofree char *best = NULL;
  guint best_fit = 0;
  guint second_fit = 0;
  guint n_documents = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      GlossImportText *text = g_ptr_array_index (texts, i);
      const char *symbol = gloss_document_get_symbol (gloss_import_text_get_document (text));
      gboolean all;
      g_autoptr (GArray) sites = gloss_import_text_find (text, data->exact, data->prefix, data->suffix, &all);
      guint fit = 0;

      drop_chance (sites);
      for (guint j = 0; j < sites->len; j++)
        fit = MAX (fit, g_array_index (sites, GlossImportSite, j).fit);
      if (sites->len == 0)
        continue;

      place->n_candidates += sites->len;
      if (best != NULL && g_str_equal (best, symbol))
        {
          best_fit = MAX (best_fit, fit);
          continue;
        }

      n_documents++;
      if (best == NULL || fit > best_fit)
        {
          second_fit = MAX (second_fit, best_fit);
          best_fit = fit;
          g_set_str (&best, symbol);
        }
      else
        {
          second_fit = MAX (second_fit, fit);
        }
    }

  if (best == NULL)
    return FALSE;

  if (n_documents > 1 && best_fit < second_fit + DECISIVE_FIT)
    {
      place->state = GLOSS_PLACEMENT_AMBIGUOUS;
      return FALSE;
    }

  place_in_document (self, best, data->language, data, record, place);
  return TRUE;
}

/* A document that is not in the library: the annotation keeps all that it came with. */
static void
place_outside (const char              *symbol,
               const char              *language,
               const GlossAnchorData   *data,
               const GlossImportRecord *record,
               GlossImportPlace        *place)
{
  GlossAnchorData outside = *data;

  if (symbol == NULL && data->symbol != NULL && *data->symbol != '\0')
    symbol = data->symbol;
  if (symbol == NULL && data->source != NULL && gloss_import_iri_is_absolute (data->source))
    symbol = data->source;
  if (symbol == NULL && record->names->len > 0)
    symbol = g_ptr_array_index (record->names, 0);
  if (symbol == NULL)
    symbol = UNNAMED;

  place->symbol = g_strdup (symbol);
  place->n_clauses = 1;

  if (data->symbol != NULL && g_str_equal (data->symbol, symbol))
    return;

  outside.symbol = symbol;
  if (outside.language == NULL)
    outside.language = language;
  place->anchor = gloss_anchor_new (&outside);
}

/* Our own, or somebody's who names the document as we do: then the anchor is for us to resolve.
 * FALSE where it leads nowhere. */
static gboolean
place_as_it_came (GlossImportPlacer       *self,
                  const char              *symbol,
                  GlossAnchor             *anchor,
                  const GlossImportRecord *record,
                  GlossImportPlace        *place)
{
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);
  g_autoptr (GPtrArray) texts = NULL;
  GlossDocument *document;
  GlossPlacement placement;

  if (data->symbol == NULL || !g_str_equal (data->symbol, symbol) || (data->exact == NULL && data->start >= 0))
    return FALSE;

  texts = gloss_import_documents_get_texts (self->documents, symbol, data->language);
  if (texts->len == 0)
    return FALSE;

  document = gloss_import_text_get_document (g_ptr_array_index (texts, 0));
  placement = gloss_anchor_resolve (anchor, document);
  if (placement.state == GLOSS_PLACEMENT_NOT_FOUND)
    return FALSE;
  if (record->has_selector && placement.clause == NULL && !gloss_anchor_has_phrase (anchor))
    return FALSE;

  set_place (place, document, NULL, placement.state, placement.clause,
             placement.state == GLOSS_PLACEMENT_AMBIGUOUS ? 0 : 1);
  return TRUE;
}

void
gloss_import_placer_place (GlossImportPlacer       *self,
                           const GlossImportRecord *record,
                           GlossAnchor             *anchor,
                           GlossImportPlace        *place)
{
  GlossAnchorData data;
  g_autofree char *symbol = NULL;
  g_autofree char *language = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL);
  g_return_if_fail (anchor != NULL);

  *place = (GlossImportPlace) { .state = GLOSS_PLACEMENT_NOT_FOUND, .n_clauses = 1 };
  data = *gloss_anchor_get_data (anchor);
  if (data.exact == NULL)
    {
      data.exact = record->exact;
      data.prefix = record->prefix;
      data.suffix = record->suffix;
    }

  if (data.symbol != NULL)
    symbol = gloss_import_documents_find_symbol (self->documents, data.symbol);
  if (symbol == NULL && data.source != NULL)
    symbol = gloss_import_documents_find_iri (self->documents, data.source, &language);
  if (symbol == NULL)
    symbol = gloss_import_documents_find_names (self->documents, record->names);
  if (language == NULL)
    language = g_strdup (data.language);

  if (symbol != NULL)
    {
      if (place_as_it_came (self, symbol, anchor, record, place))
        return;
      place_in_document (self, symbol, language, &data, record, place);
    }
  else if (data.exact != NULL && *data.exact != '\0')
    {
      place_by_quotation (self, &data, record, place);
    }

  if (place->document == NULL)
    place_outside (symbol, language, &data, record, place);
}
