/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

#include "annotation/gloss-notebook.h"
#include "document/gloss-document-builder.h"
#include "document/gloss-library.h"

static char *quote;
static char *note;
static char **tags;
static char *color_name;
static gboolean whole_document;

static const GOptionEntry options[] = {
  { "quote", 0, 0, G_OPTION_ARG_FILENAME, &quote,
    N_("Words of the clause that the note is on; else it is on the clause"),
    N_("TEXT") },
  { "note", 0, 0, G_OPTION_ARG_FILENAME, &note, N_("The note"), N_("TEXT") },
  { "tag", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &tags, N_("A tag; may be given several times"),
    N_("TAG") },
  { "color", 0, 0, G_OPTION_ARG_FILENAME, &color_name,
    N_("One of yellow (the default), green, blue, red, purple, gray"),
    N_("NAME") },
  { "document", 0, 0, G_OPTION_ARG_NONE, &whole_document, N_("The note is on the whole document; there is no CLAUSE then"), NULL },
  G_OPTION_ENTRY_NULL
};

/* Where the note goes is said in one way. A CLAUSE that is missing is no note on the document: in a
 * script it may be a variable that is empty. */
static gboolean
check_place (const char  *clause_name,
             GError     **error)
{
  if (clause_name == NULL && !whole_document)
    g_set_error_literal (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE,
                         _("“annotate” needs a CLAUSE, or --document for a note on the whole document"));
  else if (clause_name != NULL && whole_document)
    g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("With --document there is no use for “%s”"), clause_name);
  else if (quote != NULL && whole_document)
    g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("With --document there is no use for “%s”"), "--quote");
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_options (GlossColor  *color,
               GError     **error)
{
  const char *names[GLOSS_N_COLORS + 1] = { NULL };
  guint index;

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    names[i] = gloss_color_to_string (i);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    if (!gloss_cli_check_words ("--tag", tags[i], error))
      return FALSE;

  if (!gloss_cli_check_words ("--quote", quote, error) ||
      !gloss_cli_check_text ("--note", note, error) ||
      !gloss_cli_choose ("--color", color_name, names, &index, error))
    return FALSE;

  *color = index;
  return TRUE;
}

/* Whether the words of @anchor stand in a second place of the clause. The rules of the anchor
 * decide: it is asked again for the rest of the text, behind the beginning of the first place. */
static gboolean
stands_again (GlossClause *clause,
              GlossAnchor *anchor)
{
  guint start = gloss_anchor_get_data (anchor)->start;
  const char *text = gloss_clause_get_text (clause);
  const GlossClauseData rest = { .id = "rest", .text = g_utf8_offset_to_pointer (text, start + 1) };
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GlossAnchor) second = NULL;

  gloss_document_builder_add_clause (builder, &rest);
  document = gloss_document_builder_end (builder);
  second = gloss_anchor_new_for_quote (document, gloss_document_get_clause (document, 0), quote, NULL);

  return second != NULL;
}

/* (transfer full) (nullable): @clause is NULL for the whole document. Where several places bear the same words, the note
 * might land on the wrong one; so the user is asked for more words. */
static GlossAnchor *
make_anchor (GlossDocument  *document,
             GlossClause    *clause,
             GError        **error)
{
  g_autoptr (GlossAnchor) anchor = NULL;

  if (quote == NULL)
    return gloss_anchor_new_for_clause (document, clause);

  anchor = gloss_anchor_new_for_quote (document, clause, quote, NULL);
  if (anchor == NULL)
    {
      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND,
                   _("The words “%s” do not stand in %s"), quote,
                   gloss_clause_get_citation (clause));
      return NULL;
    }

  if (stands_again (clause, anchor))
    {
      g_set_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND,
                   _("The words “%s” stand in more than one place of %s; quote more words"), quote,
                   gloss_clause_get_citation (clause));
      return NULL;
    }

  return g_steal_pointer (&anchor);
}

static gboolean
run (const char *const  *arguments,
     GError            **error)
{
  g_autoptr (GlossLibrary) library = NULL;
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GlossAnchor) anchor = NULL;
  g_autoptr (GlossAnnotation) annotation = NULL;
  g_autoptr (GlossNotebook) notebook = NULL;
  g_autofree char *line = NULL;
  GlossAnnotationStore *store;
  GlossClause *clause = NULL;
  GlossColor color;

  if (!check_place (arguments[1], error) || !check_options (&color, error))
    return FALSE;

  library = gloss_library_new ();
  document = gloss_library_load_any (library, arguments[0], error);
  if (document == NULL)
    return FALSE;

  if (!whole_document)
    {
      clause = gloss_cli_find_clause (document, arguments[1], error);
      if (clause == NULL)
        return FALSE;
    }

  anchor = make_anchor (document, clause, error);
  if (anchor == NULL)
    return FALSE;

  notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);
  store = gloss_notebook_get_store (notebook, gloss_document_get_symbol (document), error);
  if (store == NULL)
    return FALSE;

  annotation = gloss_annotation_new (anchor, note, (const char *const *) tags, color, NULL);
  if (!gloss_annotation_store_add (store, annotation, error))
    return FALSE;

  /* The note is on disk. That its journal can't be folded now takes nothing from it. */
  gloss_notebook_close (notebook, NULL);

  line = g_strconcat (gloss_annotation_get_id (annotation), "\n", NULL);
  if (!gloss_cli_write (line, NULL, error))
    {
      g_prefix_error (error, _("The note was written, its id is %s. "),
                      gloss_annotation_get_id (annotation));
      return FALSE;
    }

  return TRUE;
}

const GlossCliCommand gloss_cli_annotate = {
  .name = "annotate",
  .parameters = N_("DOCUMENT [CLAUSE]"),
  .summary = N_("Writes a note on a clause, on words in it or on a whole document, and prints the note’s id."),
  .description = N_("CLAUSE is an id that “show --format=json” prints, such as annex__para_2__item_8; or a citation, such as\n"
                    "\"annex, para. 2 (8)\"; or a printed label that occurs once, such as \"(8)\"."),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 2,
  .run = run,
};
