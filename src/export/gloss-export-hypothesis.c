/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-export"

#include "config.h"

#include "export/gloss-export-exchange-private.h"

#include <string.h>

/* What the client of Hypothesis exports and imports again: {"export_date", "export_userid",
 * "client_version", "annotations": [...]}, each annotation as its interface for programs gives it.
 * Its import takes the address, the title of the document, text, tags and target, and passes over
 * the rest; it counts positions in code units of UTF-16, in the text of the whole page, and has no
 * colours.
 * https://h.readthedocs.io/en/latest/api-reference/ */

/* Annotations that came from there have an address made of their id. */
#define ADDRESS   "https://hypothes.is/a/"
#define AUTHORITY "glossator.invalid"

/* (transfer full): an account of the name of @author, in the signs that accounts may have. */
static char *
make_account (const char *author)
{
  g_autofree char *name = *author != '\0' ? g_str_to_ascii (author, "C") : g_strdup ("unknown");

  for (char *p = name; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("._", *p) == NULL)
      *p = '_';

  return g_strdup_printf ("acct:%s@" AUTHORITY, name);
}

static void
append_target (GString                  *out,
               const char               *address,
               const GlossExchangePlace *place)
{
  gloss_exchange_append_name (out, "target");
  g_string_append (out, "[{");
  gloss_json_append_member (out, "source", address);

  /* Without a selector it is a note on the page. */
  if (place->exact != NULL)
    {
      gloss_exchange_append_name (out, "selector");
      g_string_append_c (out, '[');
      if (place->placed)
        {
          gloss_exchange_append_position (out, place->page_start_utf16, place->page_end_utf16);
          g_string_append_c (out, ',');
        }
      gloss_exchange_append_quote (out, place);
      g_string_append_c (out, ']');
    }

  g_string_append (out, "}]");
}

static void
append_note (GString               *out,
             GlossExchange         *exchange,
             const GlossExportNote *note)
{
  GlossAnnotation *annotation = note->annotation;
  const char *id = gloss_annotation_get_id (annotation);
  const char *author = gloss_annotation_get_author (annotation);
  const char *address = gloss_exchange_get_address (note);
  const char *const titles[] = { note->source->title, NULL };
  g_autofree char *account = make_account (author);
  g_auto (GlossExchangePlace) place = { NULL };

  gloss_exchange_find_place (exchange, note, &place);

  g_string_append_c (out, '{');
  gloss_json_append_member (out, "id", g_str_has_prefix (id, ADDRESS) ? id + strlen (ADDRESS) : id);
  gloss_json_append_member (out, "created", gloss_annotation_get_created (annotation));
  gloss_json_append_member (out, "updated", gloss_annotation_get_modified (annotation));
  gloss_json_append_member (out, "user", account);
  gloss_exchange_append_name (out, "user_info");
  g_string_append_c (out, '{');
  gloss_json_append_member (out, "display_name", author);
  g_string_append_c (out, '}');
  gloss_json_append_member (out, "uri", address);
  gloss_json_append_member (out, "text", gloss_annotation_get_note (annotation));
  gloss_exchange_append_strings (out, "tags", gloss_annotation_get_tags (annotation));
  gloss_json_append_member (out, "group", "__world__");
  gloss_exchange_append_name (out, "document");
  g_string_append_c (out, '{');
  gloss_exchange_append_strings (out, "title", titles);
  g_string_append_c (out, '}');
  append_target (out, address, &place);
  gloss_exchange_append_own_target (out, note);
  g_string_append_c (out, '}');
}

char *
gloss_export_notes_hypothesis (GPtrArray *notes)
{
  g_autoptr (GlossExchange) exchange = gloss_exchange_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  GString *out = g_string_new ("{");

  gloss_json_append_member (out, "export_date", date);
  gloss_json_append_member (out, "export_userid", "acct:glossator@" AUTHORITY);
  gloss_json_append_member (out, "client_version", "Glossator " PACKAGE_VERSION);
  gloss_exchange_append_name (out, "annotations");
  g_string_append_c (out, '[');

  for (guint i = 0; i < notes->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      append_note (out, exchange, g_ptr_array_index (notes, i));
    }

  g_string_append (out, "\n]}\n");

  return g_string_free (out, FALSE);
}
