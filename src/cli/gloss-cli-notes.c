/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

#include "annotation/gloss-annotation-sides.h"
#include "annotation/gloss-change-notes.h"
#include "annotation/gloss-annotation-filter.h"
#include "annotation/gloss-notebook.h"
#include "annotation/gloss-timestamp.h"

static char *tag;
static char *search;
static char *color_name;
static char *author;
static char *since;
static char *until;
static char *sort_name;
static char *format_name;
static char *output_path;

static const GOptionEntry options[] = {
  { "tag", 0, 0, G_OPTION_ARG_FILENAME, &tag, N_("Only notes that bear this tag or one nested in it"),
    N_("TAG") },
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &search, N_("Only notes in which all these words occur"),
    N_("TEXT") },
  { "color", 0, 0, G_OPTION_ARG_FILENAME, &color_name, N_("Only notes in this color"), N_("COLOR") },
  { "author", 0, 0, G_OPTION_ARG_FILENAME, &author, N_("Only notes by this author"), N_("NAME") },
  { "since", 0, 0, G_OPTION_ARG_FILENAME, &since, N_("Only notes changed on this day or later"), N_("YYYY-MM-DD") },
  { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("Only notes changed on this day or earlier"), N_("YYYY-MM-DD") },
  { "sort", 0, 0, G_OPTION_ARG_FILENAME, &sort_name, N_("One of place (the default), tag, date"), N_("ORDER") },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format_name,
    N_("One of text (the default), json, markdown, html, csv, docx, hypothesis, readium"),
    N_("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_("Write to this file, replacing it if it is there"),
    N_("FILE") },
  G_OPTION_ENTRY_NULL
};

static gboolean
choose_color (int     *color,
              GError **error)
{
  const char *names[GLOSS_N_COLORS + 1] = { NULL };
  guint index;

  for (guint i = 0; i < GLOSS_N_COLORS; i++)
    names[i] = gloss_color_to_string (i);

  if (!gloss_cli_choose ("--color", color_name, names, &index, error))
    return FALSE;

  *color = color_name != NULL ? (int) index : -1;
  return TRUE;
}

static gboolean
choose_order (GlossExportOrder  *order,
              GError           **error)
{
  const char *names[GLOSS_N_EXPORT_ORDERS + 1] = { NULL };
  guint index;

  for (guint i = 0; i < GLOSS_N_EXPORT_ORDERS; i++)
    names[i] = gloss_export_order_to_string (i);

  if (!gloss_cli_choose ("--sort", sort_name, names, &index, error))
    return FALSE;

  *order = index;
  return TRUE;
}

/* @time: (out) (nullable) (transfer full): when the day that option @name gives, and @n_days more,
 * begins. */
static gboolean
choose_time (const char  *name,
             const char  *day,
             int          n_days,
             char       **time,
             GError     **error)
{
  if (!gloss_cli_check_text (name, day, error))
    return FALSE;

  *time = day != NULL ? gloss_timestamp_of_day (day, n_days) : NULL;
  if (day == NULL || *time != NULL)
    return TRUE;

  /* Translators: an option and the value that it was given. */
  g_set_error (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("%s can’t be “%s”, but a day such as 2015-01-13"),
               name, day);
  return FALSE;
}

/* (transfer full) (nullable) */
static GlossAnnotationFilter *
create_filter (GError **error)
{
  g_autofree char *since_time = NULL;
  g_autofree char *until_time = NULL;
  GlossAnnotationCriteria criteria = GLOSS_ANNOTATION_CRITERIA_ANY;

  if (!gloss_cli_check_text ("--tag", tag, error) ||
      !gloss_cli_check_text ("--search", search, error) ||
      !gloss_cli_check_text ("--author", author, error) ||
      !choose_color (&criteria.color, error) ||
      !choose_time ("--since", since, 0, &since_time, error) ||
      !choose_time ("--until", until, 1, &until_time, error))
    return NULL;

  criteria.search = search;
  criteria.tag = tag;
  criteria.author = author;
  criteria.since = since_time;
  criteria.until = until_time;
  return gloss_annotation_filter_new (&criteria);
}

/* @language: (nullable): only notes that were written on the text in this language. */
/* @document: (nullable): only what is in its language, on the side that is on it. */
static void
collect (GPtrArray             *annotations,
         GListModel            *list,
         GlossAnnotationFilter *filter,
         GlossDocument         *document)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (list, i);
      g_autoptr (GlossAnchor) side = document != NULL ? gloss_annotation_dup_side_for (annotation, document) : NULL;

      if (gloss_annotation_filter_match (filter, annotation) &&
          (side == NULL ||
           g_strcmp0 (gloss_anchor_get_data (side)->language, gloss_document_get_language (document)) == 0))
        g_ptr_array_add (annotations, g_steal_pointer (&annotation));
    }
}

static gboolean
collect_all (GPtrArray              *annotations,
             GlossNotebook          *notebook,
             GlossAnnotationFilter  *filter,
             GError                **error)
{
  if (!gloss_notebook_open_all (notebook, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (notebook)); i++)
    {
      g_autoptr (GlossAnnotationStore) store = g_list_model_get_item (G_LIST_MODEL (notebook), i);

      collect (annotations, G_LIST_MODEL (store), filter, NULL);
    }

  return TRUE;
}

/* All languages of a document share their notes; one language is meant where the name says so. */
static gboolean
collect_document (GPtrArray              *annotations,
                  GlossNotebook          *notebook,
                  GlossAnnotationFilter  *filter,
                  GlossLibrary           *library,
                  GlossDocument          *document,
                  const char             *name,
                  GError                **error)
{
  GlossLibraryEntry *entry = gloss_library_find (library, name);
  GlossAnnotationStore *store = gloss_notebook_get_store (notebook,
                                                          gloss_document_get_symbol (document), error);
  g_autoptr (GlossChangeNotes) changes = NULL;
  gboolean one_language = entry != NULL && g_str_equal (name, gloss_library_entry_get_name (entry));

  if (store == NULL)
    return FALSE;

  collect (annotations, G_LIST_MODEL (store), filter, one_language ? document : NULL);

  /* Those on changes are kept with the later documents. One that can't be read says so when it is
   * asked for itself. */
  gloss_notebook_open_all (notebook, NULL);
  changes = gloss_change_notes_new (notebook, gloss_document_get_symbol (document));
  collect (annotations, G_LIST_MODEL (changes), filter, one_language ? document : NULL);
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
  g_autoptr (GlossAnnotationFilter) filter = create_filter (error);
  GlossExportOptions export_options = { .documents = documents };
  GlossExportFormat format;

  if (filter == NULL ||
      !choose_order (&export_options.order, error) ||
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
      if (!collect_document (annotations, notebook, filter, library, document, arguments[0], error))
        return FALSE;
    }
  else if (!collect_all (annotations, notebook, filter, error))
    {
      return FALSE;
    }

  export_options.library = library;
  content = gloss_export_notes_bytes (annotations, &export_options, format);
  return gloss_cli_write_bytes (content, output_path, error);
}

const GlossCliCommand gloss_cli_notes = {
  .name = "notes",
  .parameters = N_("[DOCUMENT]"),
  .summary = N_("Prints the notes on a document, or all notes, in the order of the text or another one."),
  .description = N_("A DOCUMENT with its language, such as A/69/723@zh, means the notes written on that text alone.\n"
                    "Notes by tag stand under the first of their tags in the alphabet; by date, what was changed last comes first.\n"
                    "In csv, a cell that a spreadsheet would take for a formula begins with an apostrophe.\n"
                    "docx, for which --output is needed, is the whole text of the documents with the notes as comments\n"
                    "where they stand on it."),
  .options = options,
  .max_arguments = 1,
  .run = run,
};
