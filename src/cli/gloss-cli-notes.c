/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

#include "annotation/gloss-notebook.h"

static char *tag;
static char *search;
static char *format_name;
static char *output_path;

static const GOptionEntry options[] = {
  { "tag", 0, 0, G_OPTION_ARG_FILENAME, &tag, N_("Only notes that bear this tag"), N_("TAG") },
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &search, N_("Only notes in which all these words occur"),
    N_("TEXT") },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format_name,
    N_("One of text (the default), json, markdown, html, csv, docx, hypothesis, readium"),
    N_("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_("Write to this file, replacing it if it is there"),
    N_("FILE") },
  G_OPTION_ENTRY_NULL
};

/* @language: (nullable): only notes that were written on the text in this language. */
static void
collect (GPtrArray            *annotations,
         GlossAnnotationStore *store,
         const char           *language)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (store), i);
      const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));

      if (gloss_annotation_matches (annotation, search, tag) &&
          (language == NULL || g_strcmp0 (data->language, language) == 0))
        g_ptr_array_add (annotations, g_steal_pointer (&annotation));
    }
}

static gboolean
collect_all (GPtrArray      *annotations,
             GlossNotebook  *notebook,
             GError        **error)
{
  if (!gloss_notebook_open_all (notebook, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (notebook)); i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (notebook), i);

      collect (annotations, store, NULL);
    }

  return TRUE;
}

/* All languages of a document share their notes; one language is meant where the name says so. */
static gboolean
collect_document (GPtrArray      *annotations,
                  GlossNotebook  *notebook,
                  GlossLibrary   *library,
                  GlossDocument  *document,
                  const char     *name,
                  GError        **error)
{
  GlossLibraryEntry *entry = gloss_library_find (library, name);
  GlossAnnotationStore *store = gloss_notebook_get_store (notebook,
                                                          gloss_document_get_symbol (document), error);
  gboolean one_language = entry != NULL && g_str_equal (name, gloss_library_entry_get_name (entry));

  if (store == NULL)
    return FALSE;

  collect (annotations, store, one_language ? gloss_document_get_language (document) : NULL);
  return TRUE;
}

static gboolean
run (const char *const  *arguments,
     GError            **error)
{
  g_autoptr (GlossLibrary) library = NULL;
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GlossNotebook) notebook = NULL;
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GBytes) content = NULL;
  GlossExportFormat format;

  if (!gloss_cli_check_text ("--tag", tag, error) ||
      !gloss_cli_check_text ("--search", search, error) ||
      !gloss_cli_choose_format (format_name, GLOSS_N_EXPORT_FORMATS, output_path, &format, error))
    return FALSE;

  library = gloss_library_new ();
  notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);

  if (arguments[0] != NULL)
    {
      document = gloss_library_load_any (library, arguments[0], error);
      if (document == NULL)
        return FALSE;

      g_ptr_array_add (documents, document);
      if (!collect_document (annotations, notebook, library, document, arguments[0], error))
        return FALSE;
    }
  else if (!collect_all (annotations, notebook, error))
    {
      return FALSE;
    }

  content = gloss_export_notes_bytes (annotations, library, documents, format);
  return gloss_cli_write_bytes (content, output_path, error);
}

const GlossCliCommand gloss_cli_notes = {
  .name = "notes",
  .parameters = N_("[DOCUMENT]"),
  .summary = N_("Prints the notes on a document, or all notes, in the order of the text."),
  .description = N_("A DOCUMENT with its language, such as A/69/723@zh, means the notes written on that text alone.\n"
                    "In csv, a cell that a spreadsheet would take for a formula begins with an apostrophe.\n"
                    "docx, for which --output is needed, is the whole text of the documents with the notes as comments."),
  .options = options,
  .max_arguments = 1,
  .run = run,
};
