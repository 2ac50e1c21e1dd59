/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document/gloss-akn-writer.h"

#include <string.h>
#include <unicode/uloc.h>

#include "document/gloss-akn-meta.h"
#include "document/gloss-akn-prose.h"
#include "document/gloss-akn-vocabulary.h"

/* Clauses are written within each other no deeper than this, for readers have bounds; beyond it
 * an attribute gives the depth. */
#define MAX_NESTING 64

#define NO_DATE "0001-01-01"

typedef struct
{
  GString *xml;
  guint    indent;

  /* The clauses that are open, outermost first. */
  GPtrArray *open;
} Writer;

static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

static void
append_attribute_value (GString    *xml,
                        const char *value)
{
  for (const char *p = value; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* A parser makes spaces of line breaks that are written as they are. */
      if (c == '&' || c == '<' || c == '"' || c == '\t' || c == '\n' || c == '\r')
        g_string_append_printf (xml, "&#%u;", c);
      else
        g_string_append_unichar (xml, is_xml_char (c) ? c : 0xfffd);
    }
}

static void
append_text (GString    *xml,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n')
        g_string_append (xml, "<eol/>");
      else if (c == '&' || c == '<' || c == '>' || c == '\r')
        g_string_append_printf (xml, "&#%u;", c);
      else if (is_xml_char (c))
        g_string_append_unichar (xml, c);
      else
        g_string_append_printf (xml, "<?gloss-character %u?>", c);
    }
}

static void
begin_line (Writer *self)
{
  g_string_append_printf (self->xml, "%*s", 2 * self->indent, "");
}

/* @attributes: pairs of name and value, of which a NULL value is left out; then NULL. */
static void
append_tag (Writer     *self,
            const char *name,
            va_list     attributes)
{
  const char *attribute;

  g_string_append_printf (self->xml, "<%s", name);
  while ((attribute = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value == NULL)
        continue;
      g_string_append_printf (self->xml, " %s=\"", attribute);
      append_attribute_value (self->xml, value);
      g_string_append_c (self->xml, '"');
    }
}

G_GNUC_NULL_TERMINATED
static void
begin (Writer     *self,
       const char *name,
       ...)
{
  va_list attributes;

  begin_line (self);
  va_start (attributes, name);
  append_tag (self, name, attributes);
  va_end (attributes);
  g_string_append (self->xml, ">\n");
  self->indent++;
}

static void
end (Writer     *self,
     const char *name)
{
  self->indent--;
  begin_line (self);
  g_string_append_printf (self->xml, "</%s>\n", name);
}

G_GNUC_NULL_TERMINATED
static void
add_empty (Writer     *self,
           const char *name,
           ...)
{
  va_list attributes;

  begin_line (self);
  va_start (attributes, name);
  append_tag (self, name, attributes);
  va_end (attributes);
  g_string_append (self->xml, "/>\n");
}

static void
add_text (Writer     *self,
          const char *name,
          const char *text)
{
  begin_line (self);
  g_string_append_printf (self->xml, "<%s%s>", name,
                          gloss_akn_prose_is_plain (text) ? "" : " xml:space=\"preserve\"");
  append_text (self->xml, text);
  g_string_append_printf (self->xml, "</%s>\n", name);
}

static void
add_note (Writer     *self,
          const char *id,
          const char *class,
          const char *target,
          const char *remark)
{
  g_auto (GStrv) paragraphs = g_strsplit (remark, "\n\n", -1);
  g_autofree char *base = target != NULL ? g_strconcat ("#", target, NULL) : NULL;
  gboolean is_regular = TRUE;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    is_regular = is_regular && *paragraphs[i] != '\0' && gloss_akn_prose_is_plain (paragraphs[i]);

  begin (self, "note", "eId", id, "class", class, "placementBase", base, NULL);
  if (is_regular)
    {
      for (guint i = 0; paragraphs[i] != NULL; i++)
        add_text (self, "p", paragraphs[i]);
    }
  else
    {
      /* Odd white space is kept in one piece. */
      begin_line (self);
      g_string_append (self->xml, "<p xml:space=\"preserve\">");
      append_text (self->xml, remark);
      g_string_append (self->xml, "</p>\n");
    }
  end (self, "note");
}

static void
add_dates_and_author (Writer        *self,
                      GlossDocument *document,
                      const char    *author)
{
  const char *date = gloss_document_get_date (document);

  if (*date != '\0')
    add_empty (self, "FRBRdate", "date", date, "name", "document", NULL);
  else
    add_empty (self, "FRBRdate", "date", NO_DATE, "name", "unknown", NULL);
  add_empty (self, "FRBRauthor", "href", author, NULL);
}

static void
add_uris (Writer     *self,
          const char *work,
          const char *expression,
          const char *suffix)
{
  g_autofree char *part = g_strconcat (work, expression, "/!main", suffix, NULL);
  g_autofree char *whole = g_strconcat (work, expression, suffix, NULL);

  add_empty (self, "FRBRthis", "value", part, NULL);
  add_empty (self, "FRBRuri", "value", whole, NULL);
}

/* The identifiers that the standard asks for are made of the particulars; those that Glossator
 * itself goes by are the aliases. */
static void
add_identification (Writer        *self,
                    GlossDocument *document)
{
  const char *date = gloss_document_get_date (document);
  const char *symbol = gloss_document_get_symbol (document);
  const char *iso639 = uloc_getISO3Language (gloss_document_get_language (document));
  g_autofree char *number = g_uri_escape_string (symbol, NULL, FALSE);
  g_autofree char *work = NULL;
  g_autofree char *expression = NULL;

  if (*iso639 == '\0')
    iso639 = "und";
  if (*date == '\0')
    date = NO_DATE;
  work = g_strdup_printf ("/akn/xx/doc/%s/%s", date, *number != '\0' ? number : "unnamed");
  expression = g_strdup_printf ("/%s@%s", iso639, date);

  begin (self, "identification", "source", "#glossator", NULL);

  begin (self, "FRBRWork", NULL);
  add_uris (self, work, "", "");
  if (*symbol != '\0')
    add_empty (self, "FRBRalias", "name", "symbol", "value", symbol, NULL);
  add_dates_and_author (self, document, "#unknown");
  add_empty (self, "FRBRcountry", "value", "xx", NULL);
  end (self, "FRBRWork");

  begin (self, "FRBRExpression", NULL);
  add_uris (self, work, expression, "");
  add_empty (self, "FRBRalias", "name", "iri", "value", gloss_document_get_iri (document), NULL);
  add_empty (self, "FRBRalias", "name", "title", "value", gloss_document_get_title (document), NULL);
  add_empty (self, "FRBRalias", "name", "shortTitle", "value", gloss_document_get_short_title (document), NULL);
  add_dates_and_author (self, document, "#unknown");
  add_empty (self, "FRBRlanguage", "language", iso639, NULL);
  end (self, "FRBRExpression");

  begin (self, "FRBRManifestation", NULL);
  add_uris (self, work, expression, ".xml");
  add_dates_and_author (self, document, "#glossator");
  add_empty (self, "FRBRformat", "value", "application/akn+xml", NULL);
  end (self, "FRBRManifestation");

  end (self, "identification");
}

static void
add_references (Writer *self)
{
  begin (self, "references", "source", "#glossator", NULL);
  add_empty (self, "TLCOrganization", "eId", "glossator", "href", "/akn/ontology/organization/glossator", "showAs",
             "Glossator", NULL);
  add_empty (self, "TLCOrganization", "eId", "unknown", "href", "/akn/ontology/organization/unknown", "showAs",
             "Unknown", NULL);
  end (self, "references");
}

static void
add_notes (Writer        *self,
           GlossDocument *document)
{
  const char *document_remark = gloss_document_get_remark (document);
  guint n_remarks = 0;

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    n_remarks += gloss_clause_get_remark (gloss_document_get_clause (document, i)) != NULL;

  if (document_remark == NULL && n_remarks == 0)
    return;

  begin (self, "notes", "source", "#glossator", NULL);
  if (document_remark != NULL)
    add_note (self, "remark_document", "source", NULL, document_remark);

  n_remarks = 0;
  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      const char *remark = gloss_clause_get_remark (clause);

      if (remark != NULL)
        {
          g_autofree char *id = g_strdup_printf ("remark_%u", ++n_remarks);

          add_note (self, id, "remark", gloss_clause_get_id (clause), remark);
        }
    }
  end (self, "notes");
}

static void
add_confirmations (Writer        *self,
                   GlossDocument *document)
{
  gboolean is_open = FALSE;

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      const char *state = gloss_akn_confirmation_to_string (gloss_clause_get_confirmation (clause));
      g_autofree char *href = g_strconcat ("#", gloss_clause_get_id (clause), NULL);

      if (state == NULL)
        continue;
      if (!is_open)
        begin (self, "proprietary", "source", "#glossator", NULL);
      is_open = TRUE;
      add_empty (self, "gloss:confirmation", "href", href, "state", state, NULL);
    }

  if (is_open)
    end (self, "proprietary");
}

static const char *
get_element (GlossClause *clause)
{
  switch (gloss_clause_get_kind (clause))
    {
    case GLOSS_CLAUSE_SECTION:
      return "section";
    case GLOSS_CLAUSE_PARAGRAPH:
      return "paragraph";
    case GLOSS_CLAUSE_ITEM:
    case GLOSS_CLAUSE_SUBITEM:
      return "point";
    case GLOSS_CLAUSE_MASTHEAD:
    case GLOSS_CLAUSE_TITLE:
    case GLOSS_CLAUSE_ANNEX:
    case GLOSS_CLAUSE_FORMULA:
    case GLOSS_CLAUSE_PREAMBULAR_PARAGRAPH:
    case GLOSS_CLAUSE_NOTE:
    case GLOSS_CLAUSE_SIGNATURE:
    default:
      return "hcontainer";
    }
}

static void
close_clauses (Writer *self,
               guint   n_open)
{
  while (self->open->len > n_open)
    {
      GlossClause *clause = g_ptr_array_steal_index (self->open, self->open->len - 1);

      end (self, get_element (clause));
    }
}

/* The citation without the symbol of the document. */
static const char *
get_place (GlossDocument *document,
           GlossClause   *clause)
{
  const char *symbol = gloss_document_get_symbol (document);
  const char *place = gloss_clause_get_citation (clause);

  if (*symbol != '\0' && g_str_has_prefix (place, symbol))
    {
      place += strlen (symbol);
      if (g_str_has_prefix (place, ", "))
        place += strlen (", ");
    }

  return place;
}

static void
add_clause (Writer        *self,
            GlossDocument *document,
            GlossClause   *clause,
            gboolean       has_children)
{
  const char *element = get_element (clause);
  const char *kind = gloss_clause_kind_to_string (gloss_clause_get_kind (clause));
  const char *label = gloss_clause_get_label (clause);
  const char *text = gloss_clause_get_text (clause);
  guint depth = gloss_clause_get_depth (clause);
  guint written_depth = 0;
  g_autofree char *own_depth = NULL;

  if (self->open->len > 0)
    written_depth = gloss_clause_get_depth (g_ptr_array_index (self->open, self->open->len - 1)) + 1;
  if (depth != written_depth)
    own_depth = g_strdup_printf ("%u", depth);

  begin (self, element, "eId", gloss_clause_get_id (clause), "name", g_str_equal (element, "hcontainer") ? kind : NULL,
         "gloss:kind", kind, "gloss:depth", own_depth, "gloss:citation", get_place (document, clause), NULL);

  if (*label != '\0')
    add_text (self, "num", label);
  if (*text != '\0' && g_str_equal (element, "section"))
    add_text (self, "heading", text);
  else if (*text != '\0')
    {
      const char *wrapper = has_children ? "intro" : "content";

      begin (self, wrapper, NULL);
      add_text (self, "p", text);
      end (self, wrapper);
    }

  g_ptr_array_add (self->open, clause);
}

static void
add_clauses (Writer        *self,
             GlossDocument *document)
{
  guint n_clauses = gloss_document_get_n_clauses (document);

  for (guint i = 0; i < n_clauses; i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      GlossClause *next = i + 1 < n_clauses ? gloss_document_get_clause (document, i + 1) : NULL;
      guint depth = gloss_clause_get_depth (clause);
      guint n_open = MIN (self->open->len, MAX_NESTING - 1);

      while (n_open > 0 && gloss_clause_get_depth (g_ptr_array_index (self->open, n_open - 1)) >= depth)
        n_open--;
      close_clauses (self, n_open);

      add_clause (self, document, clause,
                  next != NULL && gloss_clause_get_depth (next) > depth && n_open + 1 < MAX_NESTING);
    }
  close_clauses (self, 0);
}

char *
gloss_akn_write (GlossDocument *document)
{
  Writer self = { NULL };

  g_return_val_if_fail (GLOSS_IS_DOCUMENT (document), NULL);

  self.xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  self.open = g_ptr_array_new ();

  begin (&self, "akomaNtoso", "xmlns", GLOSS_AKN_NAMESPACE, "xmlns:gloss", GLOSS_AKN_OWN_NAMESPACE, NULL);
  begin (&self, "doc", "name", "document", NULL);

  begin (&self, "meta", NULL);
  add_identification (&self, document);
  add_references (&self);
  add_notes (&self, document);
  add_confirmations (&self, document);
  end (&self, "meta");

  begin (&self, "mainBody", "xml:lang", gloss_document_get_language (document), NULL);
  add_clauses (&self, document);
  end (&self, "mainBody");

  end (&self, "doc");
  end (&self, "akomaNtoso");

  g_ptr_array_unref (self.open);
  return g_string_free (self.xml, FALSE);
}
