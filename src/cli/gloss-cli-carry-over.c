/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "annotation/gloss-carry-over.h"
#include "annotation/gloss-notebook.h"

static gboolean apply;
static gboolean as_json;
static gboolean no_pairings;

static const GOptionEntry options[] = {
  { "apply", 0, 0, G_OPTION_ARG_NONE, &apply, N_("Carry over what has one place; without it nothing is changed"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
  GLOSS_CLI_PAIRING_OPTIONS (&no_pairings),
  G_OPTION_ENTRY_NULL
};

/* (transfer full): the citation of the clause that @anchor is on. */
static char *
dup_citation (GlossAnchor   *anchor,
              GlossDocument *document)
{
  const char *id = gloss_anchor_get_data (anchor)->clause_id;
  GlossClause *clause = id != NULL ? gloss_document_find_clause (document, id) : NULL;

  return g_strdup (clause != NULL ? gloss_clause_get_citation (clause) : gloss_document_get_symbol (document));
}

/* (transfer full): the same for the place of the note in the old text. */
static char *
dup_old_citation (const GlossCarryItem *item,
                  GlossDocument        *document)
{
  if (item->old_clause != NULL)
    return g_strdup (gloss_clause_get_citation (item->old_clause));

  return dup_citation (gloss_annotation_get_anchor (item->annotation), document);
}

/* Appends "  label: text", on one line. */
static void
append_line (GString    *out,
             const char *label,
             const char *text)
{
  g_autofree char *line = g_strdup (text);

  if (*line == '\0')
    return;

  g_string_append_printf (out, "    %s: %s\n", label, g_strdelimit (line, "\n\r\t", ' '));
}

static void
append_item (GString              *out,
             const GlossCarryItem *item,
             GlossDocument        *old_document,
             GlossDocument        *new_document)
{
  g_autofree char *old_citation = dup_old_citation (item, old_document);
  g_autofree char *old_words = gloss_anchor_dup_quotation (gloss_annotation_get_anchor (item->annotation), old_document);

  g_string_append_printf (out, "%s%s: %s", gloss_placement_state_to_string (item->state),
                          item->carried != NULL ? ", carried" : "", old_citation);
  if (item->anchor != NULL)
    {
      g_autofree char *new_citation = dup_citation (item->anchor, new_document);

      g_string_append_printf (out, " → %s", new_citation);
    }
  g_string_append_c (out, '\n');

  append_line (out, "note", gloss_annotation_get_note (item->annotation));
  append_line (out, "old", old_words);
  if (item->anchor != NULL)
    {
      g_autofree char *new_words = gloss_anchor_dup_quotation (item->anchor, new_document);

      append_line (out, "new", new_words);
    }
  for (guint i = 0; i < item->candidates->len; i++)
    {
      GlossAnchor *candidate = g_ptr_array_index (item->candidates, i);
      g_autofree char *citation = dup_citation (candidate, new_document);
      g_autofree char *words = gloss_anchor_dup_quotation (candidate, new_document);
      g_autofree char *line = g_strdup_printf ("%s: %s", citation, words);

      append_line (out, "perhaps", line);
    }
}

static char *
write_text (GPtrArray     *items,
            GlossDocument *old_document,
            GlossDocument *new_document)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    append_item (out, g_ptr_array_index (items, i), old_document, new_document);

  return g_string_free (out, FALSE);
}

static void
add_place (JsonBuilder   *builder,
           const char    *name,
           GlossAnchor   *anchor,
           GlossDocument *document)
{
  g_autofree char *citation = dup_citation (anchor, document);
  g_autofree char *words = gloss_anchor_dup_quotation (anchor, document);
  const char *id = gloss_anchor_get_data (anchor)->clause_id;

  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "clause");
  json_builder_add_string_value (builder, id != NULL ? id : "");
  json_builder_set_member_name (builder, "citation");
  json_builder_add_string_value (builder, citation);
  json_builder_set_member_name (builder, "words");
  json_builder_add_string_value (builder, words);
  json_builder_end_object (builder);
}

static char *
write_json (GPtrArray     *items,
            GlossDocument *old_document,
            GlossDocument *new_document)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      const GlossCarryItem *item = g_ptr_array_index (items, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, gloss_annotation_get_id (item->annotation));
      json_builder_set_member_name (builder, "note");
      json_builder_add_string_value (builder, gloss_annotation_get_note (item->annotation));
      json_builder_set_member_name (builder, "state");
      json_builder_add_string_value (builder, gloss_placement_state_to_string (item->state));
      add_place (builder, "old", gloss_annotation_get_anchor (item->annotation), old_document);
      if (item->anchor != NULL)
        add_place (builder, "new", item->anchor, new_document);
      json_builder_set_member_name (builder, "candidates");
      json_builder_begin_array (builder);
      for (guint k = 0; k < item->candidates->len; k++)
        add_place (builder, NULL, g_ptr_array_index (item->candidates, k), new_document);
      json_builder_end_array (builder);
      if (item->carried != NULL)
        {
          json_builder_set_member_name (builder, "carried");
          json_builder_add_string_value (builder, gloss_annotation_get_id (item->carried));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

static gboolean
load (const char *const  *arguments,
      GlossDocument     **old_document,
      GlossDocument     **new_document,
      GError            **error)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();

  *old_document = gloss_library_load_any (library, arguments[0], error);
  if (*old_document == NULL)
    return FALSE;
  *new_document = gloss_library_load_any (library, arguments[1], error);
  if (*new_document == NULL)
    return FALSE;

  if (!gloss_document_same_work (*old_document, *new_document))
    return TRUE;

  g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("Both are “%s”, whose notes are the same"),
               gloss_document_get_symbol (*old_document));
  return FALSE;
}

static gboolean
run (const char *const  *arguments,
     GError            **error)
{
  g_autoptr (GlossDocument) old_document = NULL;
  g_autoptr (GlossDocument) new_document = NULL;
  g_autoptr (GlossComparison) comparison = NULL;
  g_autoptr (GlossNotebook) notebook = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;
  GlossAnnotationStore *old_store;
  GlossAnnotationStore *new_store;

  if (!load (arguments, &old_document, &new_document, error))
    return FALSE;

  comparison = gloss_cli_compare_documents (old_document, new_document, no_pairings, error);
  if (comparison == NULL)
    return FALSE;

  notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);
  old_store = gloss_notebook_get_store (notebook, gloss_document_get_symbol (old_document), error);
  if (old_store == NULL)
    return FALSE;
  new_store = gloss_notebook_get_store (notebook, gloss_document_get_symbol (new_document), error);
  if (new_store == NULL)
    return FALSE;

  items = gloss_carry_over_plan (G_LIST_MODEL (old_store), new_store, comparison);
  if (apply)
    {
      g_autoptr (GError) write_error = NULL;

      gloss_carry_over_apply (items, new_store, &write_error);
      if (write_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&write_error));
          return FALSE;
        }

      /* The notes are on disk. That a journal can't be folded now takes nothing from them. */
      gloss_notebook_close (notebook, NULL);
    }

  text = as_json ? write_json (items, old_document, new_document) : write_text (items, old_document, new_document);
  return gloss_cli_write (text, NULL, error);
}

const GlossCliCommand gloss_cli_carry_over = {
  .name = "carry-over",
  .parameters = N_("OLD NEW"),
  .summary = N_("Finds the places of the notes on one document in a later one, and carries them there."),
  .description = N_("Each note is printed with its state: placed, changed (the wording is another; carried over, it is\n"
                    "marked as to be confirmed), ambiguous (to be chosen in the window) or not-found.\n"
                    "The notes on OLD stay as they are. What was carried over before is not carried again."),
  .options = options,
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run,
};
