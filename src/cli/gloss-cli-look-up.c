/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "comparison/gloss-phrase-count.h"
#include "document/gloss-excerpt.h"
#include "document/gloss-library.h"

/* Code points of the clause that are printed before and behind the words. */
#define LEAD_CHARS 60
#define TAIL_CHARS 60

static gboolean as_json;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
  G_OPTION_ENTRY_NULL
};

/* A version of the text, and where the words stand in it. */
typedef struct
{
  GlossDocument *document;
  GArray        *places; /* GlossDocumentMatch */
} Side;

/* Appends "citation: …words around the place…", on one line. */
static void
append_place (GString                  *out,
              GlossDocument            *document,
              const GlossDocumentMatch *match)
{
  GlossClause *clause = gloss_document_get_clause (document, match->position);
  const char *text = gloss_clause_get_text (clause);
  const char *begin = gloss_excerpt_find_beginning (text, text + match->range.start_byte, LEAD_CHARS);
  const char *end = gloss_excerpt_find_end (text + match->range.end_byte, TAIL_CHARS);
  g_autofree char *excerpt = NULL;

  excerpt = g_strndup (begin, end - begin);
  for (char *p = excerpt; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_string_append_printf (out, "%s: %s%s%s\n", gloss_clause_get_citation (clause), begin > text ? "…" : "", excerpt,
                          *end != '\0' ? "…" : "");
}

static char *
write_text (const char *words,
            const Side  sides[2])
{
  GString *out = g_string_new (NULL);
  const char *names[2];

  for (guint i = 0; i < 2; i++)
    names[i] = gloss_document_get_name_beside (sides[i].document, sides[1 - i].document);

  /* Translators: the words that were looked up, and how often they stand in two documents:
   * “information weapons”: 1 in A/66/359, 0 in A/69/723 */
  g_string_append_printf (out, _("“%s”: %u in %s, %u in %s"), words, sides[0].places->len, names[0],
                          sides[1].places->len, names[1]);
  g_string_append_c (out, '\n');

  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < sides[i].places->len; k++)
      append_place (out, sides[i].document, &g_array_index (sides[i].places, GlossDocumentMatch, k));

  return g_string_free (out, FALSE);
}

static void
add_place (JsonBuilder              *builder,
           GlossDocument            *document,
           const GlossDocumentMatch *match)
{
  GlossClause *clause = gloss_document_get_clause (document, match->position);
  const char *text = gloss_clause_get_text (clause);
  g_autofree char *words = g_strndup (text + match->range.start_byte, match->range.end_byte - match->range.start_byte);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "clause");
  json_builder_add_string_value (builder, gloss_clause_get_id (clause));
  json_builder_set_member_name (builder, "citation");
  json_builder_add_string_value (builder, gloss_clause_get_citation (clause));
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, g_utf8_strlen (text, match->range.start_byte));
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, g_utf8_strlen (text, match->range.end_byte));
  json_builder_set_member_name (builder, "words");
  json_builder_add_string_value (builder, words);
  json_builder_set_member_name (builder, "text");
  json_builder_add_string_value (builder, text);
  json_builder_end_object (builder);
}

static char *
write_json (const char *words,
            const Side  sides[2])
{
  static const char *const names[] = { "old", "new" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "words");
  json_builder_add_string_value (builder, words);
  for (guint i = 0; i < 2; i++)
    {
      json_builder_set_member_name (builder, names[i]);
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, gloss_document_get_name (sides[i].document));
      json_builder_set_member_name (builder, "count");
      json_builder_add_int_value (builder, sides[i].places->len);
      json_builder_set_member_name (builder, "places");
      json_builder_begin_array (builder);
      for (guint k = 0; k < sides[i].places->len; k++)
        add_place (builder, sides[i].document, &g_array_index (sides[i].places, GlossDocumentMatch, k));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

static gboolean
run (const char *const  *arguments,
     GError            **error)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossDocument) old_document = NULL;
  g_autoptr (GlossDocument) new_document = NULL;
  g_autoptr (GlossPhraseCount) count = NULL;
  g_autofree char *text = NULL;
  Side sides[2];

  old_document = gloss_library_load_any (library, arguments[0], error);
  if (old_document == NULL)
    return FALSE;
  new_document = gloss_library_load_any (library, arguments[1], error);
  if (new_document == NULL)
    return FALSE;

  count = gloss_phrase_count_new (old_document, new_document, arguments[2], NULL, error);
  if (count == NULL)
    return FALSE;

  sides[0] = (Side) { old_document, count->old_places };
  sides[1] = (Side) { new_document, count->new_places };
  text = as_json ? write_json (arguments[2], sides) : write_text (arguments[2], sides);
  return gloss_cli_write (text, NULL, error);
}

const GlossCliCommand gloss_cli_look_up = {
  .name = "look-up",
  .parameters = N_("OLD NEW WORDS"),
  .summary = N_("Counts a word or a phrase in two documents, and says where it stands."),
  .description = N_("Case, accents and width make no difference. Only whole words count: “war” is no part of “towards”.\n"
                    "In JSON, start and end count the characters (code points) of the clause."),
  .options = options,
  .min_arguments = 3,
  .max_arguments = 3,
  .run = run,
};
