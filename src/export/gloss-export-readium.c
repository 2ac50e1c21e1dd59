/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-exchange-private.h"

#include <string.h>

/* Readium Annotations, an AnnotationSet as Thorium exchanges it: a profile of Web Annotations with
 * one body, which has the colour and a keyword, and with positions only inside an element, in code
 * points. https://github.com/readium/annotations */

#define CONTEXT     "http://www.w3.org/ns/anno.jsonld"
#define AKOMA_NTOSO "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

/* The six colours of Readium are not the same; each stands for one of ours. */
static const char *const colors[GLOSS_N_COLORS] = {
  [GLOSS_COLOR_YELLOW] = "yellow",
  [GLOSS_COLOR_GREEN] = "green",
  [GLOSS_COLOR_BLUE] = "blue",
  [GLOSS_COLOR_RED] = "pink",
  [GLOSS_COLOR_PURPLE] = "purple",
  [GLOSS_COLOR_GRAY] = "orange",
};

static void
append_creator (GString    *out,
                const char *author)
{
  g_autofree char *escaped = g_uri_escape_string (author, NULL, FALSE);
  g_autofree char *id = g_strconcat ("urn:glossator:person:", escaped, NULL);

  gloss_exchange_append_name (out, "creator");
  g_string_append_c (out, '{');
  gloss_json_append_member (out, "id", id);
  gloss_json_append_member (out, "type", "Person");
  gloss_json_append_member (out, "name", author);
  g_string_append_c (out, '}');
}

/* Whether @id can stand in a selector of CSS as it is. */
static gboolean
is_plain_id (const char *id)
{
  if (!g_ascii_isalpha (*id))
    return FALSE;

  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '_' && *p != '-')
      return FALSE;

  return TRUE;
}

static void
append_selectors (GString                  *out,
                  const GlossExportNote    *note,
                  const GlossExchangePlace *place)
{
  const char *id = note->clause != NULL ? gloss_clause_get_id (note->clause) : NULL;

  gloss_exchange_append_name (out, "selector");
  g_string_append_c (out, '[');

  if (place->exact != NULL)
    gloss_exchange_append_quote (out, place);

  if (id != NULL)
    {
      g_string_append (out, place->exact != NULL ? ",{" : "{");
      gloss_json_append_member (out, "type", "FragmentSelector");
      gloss_json_append_member (out, "conformsTo", AKOMA_NTOSO);
      gloss_json_append_member (out, "value", id);
      g_string_append_c (out, '}');
    }

  if (place->placed && is_plain_id (id))
    {
      g_autofree char *selector = g_strconcat ("#", id, NULL);

      g_string_append (out, ",{");
      gloss_json_append_member (out, "type", "CSSSelector");
      gloss_json_append_member (out, "value", selector);
      gloss_exchange_append_name (out, "refinedBy");
      gloss_exchange_append_position (out, place->start, place->end);
      g_string_append_c (out, '}');
    }

  g_string_append_c (out, ']');
}

static void
append_body (GString               *out,
             const GlossExportNote *note)
{
  const char *const *tags = gloss_annotation_get_tags (note->annotation);

  gloss_exchange_append_name (out, "body");
  g_string_append_c (out, '{');
  gloss_json_append_member (out, "type", "TextualBody");
  gloss_json_append_member (out, "value", gloss_annotation_get_note (note->annotation));
  gloss_json_append_member (out, "format", "text/plain");
  gloss_json_append_member (out, "color", colors[gloss_annotation_get_color (note->annotation)]);
  gloss_json_append_member (out, "highlight", "solid");
  if (tags[0] != NULL)
    gloss_json_append_member (out, "keyword", tags[0]);
  if (tags[0] != NULL && tags[1] != NULL)
    gloss_exchange_append_strings (out, "tags", tags);
  g_string_append_c (out, '}');
}

static void
append_note (GString               *out,
             GlossExchange         *exchange,
             const GlossExportNote *note)
{
  const char *author = gloss_annotation_get_author (note->annotation);
  const char *modified = gloss_annotation_get_modified (note->annotation);
  g_auto (GlossExchangePlace) place = { NULL };

  gloss_exchange_find_place (exchange, note, &place);

  g_string_append_c (out, '{');
  gloss_json_append_member (out, "@context", CONTEXT);
  gloss_json_append_member (out, "id", gloss_annotation_get_id (note->annotation));
  gloss_json_append_member (out, "type", "Annotation");
  gloss_json_append_member (out, "created", gloss_annotation_get_created (note->annotation));
  if (*modified != '\0')
    gloss_json_append_member (out, "modified", modified);
  if (*author != '\0')
    append_creator (out, author);

  gloss_exchange_append_name (out, "target");
  g_string_append_c (out, '{');
  gloss_json_append_member (out, "source", gloss_exchange_get_address (note));
  if (place.exact != NULL || note->clause != NULL)
    append_selectors (out, note, &place);
  gloss_json_append_member (out, "dcterms:bibliographicCitation", note->citation);
  g_string_append_c (out, '}');

  append_body (out, note);
  gloss_exchange_append_own_target (out, note);
  g_string_append_c (out, '}');
}

/* One set is of one publication. Where the notes are on several, it names all of them, and the
 * source of each note tells which it is on. */
static void
append_about (GString   *out,
              GPtrArray *notes)
{
  g_autoptr (GPtrArray) addresses = g_ptr_array_new ();
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autofree char *year = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const GlossExportNote *note = g_ptr_array_index (notes, i);
      const char *address = gloss_exchange_get_address (note);

      if (g_ptr_array_find_with_equal_func (addresses, address, g_str_equal, NULL))
        continue;
      g_ptr_array_add (addresses, (gpointer) address);
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? "; " : "", note->source->title);
      g_free (year);
      year = addresses->len == 1 ? g_strndup (note->source->date, 4) : NULL;
    }
  g_ptr_array_add (addresses, NULL);

  gloss_exchange_append_name (out, "about");
  g_string_append_c (out, '{');
  gloss_exchange_append_strings (out, "dc:identifier", (const char *const *) addresses->pdata);
  gloss_json_append_member (out, "dc:title", titles->str);
  if (year != NULL && strlen (year) == 4)
    gloss_json_append_member (out, "dc:date", year);
  g_string_append_c (out, '}');
}

char *
gloss_export_notes_readium (GPtrArray *notes)
{
  g_autoptr (GlossExchange) exchange = gloss_exchange_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *id = g_strconcat ("urn:uuid:", uuid, NULL);
  GString *out = g_string_new ("{");

  gloss_json_append_member (out, "@context", CONTEXT);
  gloss_json_append_member (out, "id", id);
  gloss_json_append_member (out, "type", "AnnotationSet");
  gloss_json_append_member (out, "generated", date);
  append_about (out, notes);
  gloss_exchange_append_name (out, "items");
  g_string_append_c (out, '[');

  for (guint i = 0; i < notes->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      append_note (out, exchange, g_ptr_array_index (notes, i));
    }

  g_string_append (out, "\n]}\n");

  return g_string_free (out, FALSE);
}
