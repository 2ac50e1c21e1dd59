/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-document-builder.h"

#include "document/gloss-citation.h"
#include "document/gloss-clause-private.h"
#include "document/gloss-document-private.h"
#include "document/gloss-numeral.h"

struct _GlossDocumentBuilder
{
  GlossDocumentParts  parts;
  GlossClauseStrings *strings;

  /* For each clause its citation without the symbol, NULL where it is to be made. */
  GPtrArray          *places;

  /* id, borrowed from the clause that has it -> how often it was asked for. */
  GHashTable         *id_counts;

  /* id, likewise -> clause, borrowed. NULL as long as no id was given: those that are made differ. */
  GHashTable         *clause_ids;

  GString            *id; /* of the clause that is being added */
};

static void
add_id (GlossDocumentBuilder *self,
        GlossClause          *clause)
{
  g_hash_table_insert (self->clause_ids, (gpointer) gloss_clause_get_id (clause), clause);
}

static void
index_ids (GlossDocumentBuilder *self)
{
  self->clause_ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->parts.clauses->len; i++)
    add_id (self, g_ptr_array_index (self->parts.clauses, i));
}

/* An id that is taken gets the number of its recurrence, so that it stays the same when something
 * else is added to the document. */
static const char *
choose_id (GlossDocumentBuilder *self,
           const char           *id)
{
  GString *chosen = self->id;
  GlossClause *holder;
  gsize length;
  guint count;

  if (id != NULL && *id != '\0')
    {
      g_string_assign (chosen, id);
      if (self->clause_ids == NULL)
        index_ids (self);
    }
  else
    {
      g_string_assign (chosen, "clause_");
      gloss_numeral_append (chosen, self->parts.clauses->len + 1);
    }

  holder = self->clause_ids != NULL ? g_hash_table_lookup (self->clause_ids, chosen->str) : NULL;
  if (holder == NULL)
    return chosen->str;

  length = chosen->len;
  count = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (self->id_counts, chosen->str)), 1);
  do
    {
      g_string_truncate (chosen, length);
      g_string_append_c (chosen, '-');
      gloss_numeral_append (chosen, ++count);
    }
  while (g_hash_table_contains (self->clause_ids, chosen->str));

  g_hash_table_insert (self->id_counts, (gpointer) gloss_clause_get_id (holder), GUINT_TO_POINTER (count));
  return chosen->str;
}

/* Makes the places that nobody gave out of the labels, and where there are any, those of the other
 * clauses too, which may recur among them. Gives the places that several clauses share. */
static GHashTable *
complete_places (GlossDocumentBuilder *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *shared = g_hash_table_new (g_str_hash, g_str_equal);
  char **places = (char **) self->places->pdata;
  gboolean any = FALSE;

  for (guint i = 0; i < self->places->len; i++)
    {
      const char *label = gloss_clause_get_label (g_ptr_array_index (self->parts.clauses, i));

      if (places[i] == NULL && *label != '\0')
        places[i] = gloss_citation_from_label (label, i);
      any = any || places[i] != NULL;
    }
  for (guint i = 0; any && i < self->places->len; i++)
    {
      if (places[i] == NULL)
        places[i] = gloss_citation_add_position ("", i);
      if (!g_hash_table_add (seen, places[i]))
        g_hash_table_add (shared, places[i]);
    }

  return shared;
}

/* Makes the citations, and adds the position to those that several clauses share, for a citation
 * names one clause. Only the lines of a masthead are cited together. A clause without a place is
 * cited by its position. */
static void
complete_citations (GlossDocumentBuilder *self)
{
  g_autoptr (GHashTable) shared = complete_places (self);
  g_autoptr (GString) citation = g_string_new (self->parts.symbol);
  gsize symbol_length = citation->len;

  gloss_clause_strings_set_symbol (self->strings, self->parts.symbol);
  for (guint i = 0; i < self->parts.clauses->len; i++)
    {
      GlossClause *clause = g_ptr_array_index (self->parts.clauses, i);
      const char *place = g_ptr_array_index (self->places, i);

      if (place == NULL)
        continue;

      g_string_truncate (citation, symbol_length);
      if (*place != '\0')
        {
          if (symbol_length > 0)
            g_string_append (citation, ", ");
          g_string_append (citation, place);
        }
      if (gloss_clause_get_kind (clause) != GLOSS_CLAUSE_MASTHEAD && g_hash_table_contains (shared, place))
        gloss_citation_append_position (citation, i);

      gloss_clause_set_citation (clause, citation->str, citation->len);
    }
}

static void
fill_missing (char       **field,
              const char  *value)
{
  if (*field == NULL || **field == '\0')
    g_set_str (field, value);
}

GlossDocumentBuilder *
gloss_document_builder_new (void)
{
  GlossDocumentBuilder *self = g_new0 (GlossDocumentBuilder, 1);

  self->parts.clauses = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_ptr_array_new_with_free_func (g_free);
  self->id_counts = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = gloss_clause_strings_new ();
  self->id = g_string_new (NULL);

  return self;
}

void
gloss_document_builder_free (GlossDocumentBuilder *self)
{
  if (self == NULL)
    return;

  g_string_free (self->id, TRUE);
  g_clear_pointer (&self->id_counts, g_hash_table_unref);
  g_clear_pointer (&self->clause_ids, g_hash_table_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  gloss_document_parts_clear (&self->parts);
  g_clear_pointer (&self->strings, gloss_clause_strings_unref);
  g_free (self);
}

void
gloss_document_builder_set_symbol (GlossDocumentBuilder *self,
                                   const char           *symbol)
{
  g_autofree char *clean = NULL;

  g_return_if_fail (self != NULL);

  /* Documents are named by it, in lists and on the command line, and so are the files of their notes. */
  clean = g_strstrip (gloss_citation_clean (g_strdup (symbol != NULL ? symbol : "")));
  g_set_str (&self->parts.symbol, clean);
}

void
gloss_document_builder_set_language (GlossDocumentBuilder *self,
                                     const char           *language)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->parts.language, language);
}

void
gloss_document_builder_set_iri (GlossDocumentBuilder *self,
                                const char           *iri)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->parts.iri, iri);
}

void
gloss_document_builder_set_title (GlossDocumentBuilder *self,
                                  const char           *title)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->parts.title, title);
}

void
gloss_document_builder_set_short_title (GlossDocumentBuilder *self,
                                        const char           *title)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->parts.short_title, title);
}

void
gloss_document_builder_set_date (GlossDocumentBuilder *self,
                                 const char           *date)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->parts.date, date);
}

void
gloss_document_builder_set_remark (GlossDocumentBuilder *self,
                                   const char           *remark)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->parts.remark, remark != NULL && *remark != '\0' ? remark : NULL);
}

void
gloss_document_builder_take_texts (GlossDocumentBuilder *self,
                                   char                 *texts)
{
  g_return_if_fail (self != NULL);

  gloss_clause_strings_take (self->strings, texts);
}

void
gloss_document_builder_add_clause (GlossDocumentBuilder  *self,
                                   const GlossClauseData *data)
{
  GlossClause *clause;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->parts.clauses != NULL);
  g_return_if_fail (data != NULL);

  clause = gloss_clause_new (data, choose_id (self, data->id), self->parts.clauses->len, self->strings);
  g_ptr_array_add (self->parts.clauses, clause);
  if (self->clause_ids != NULL)
    add_id (self, clause);
  g_ptr_array_add (self->places, g_strdup (data->citation));
}

GlossDocument *
gloss_document_builder_end (GlossDocumentBuilder *self)
{
  GlossDocumentParts *parts;
  g_autofree char *escaped = NULL;
  g_autofree char *urn = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->parts.clauses != NULL, NULL);

  parts = &self->parts;
  fill_missing (&parts->symbol, "");
  fill_missing (&parts->language, "und");
  fill_missing (&parts->date, "");
  fill_missing (&parts->title, parts->symbol);
  fill_missing (&parts->short_title, parts->title);
  parts->name = g_strconcat (parts->symbol, "@", parts->language, NULL);

  escaped = g_uri_escape_string (parts->name, "/@:", FALSE);
  urn = g_strconcat ("urn:glossator:", escaped, NULL);
  fill_missing (&parts->iri, urn);

  complete_citations (self);

  return gloss_document_new (parts);
}
