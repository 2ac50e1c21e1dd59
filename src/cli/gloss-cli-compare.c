/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

#include "annotation/gloss-notebook.h"
#include "export/gloss-export-departures.h"

static char *format_name;
static char *output_path;
static gboolean with_notes;
static gboolean no_pairings;
static char *layout_name;

/* Held until the process ends: to take it apart row by row and clause by clause takes long. */
static GlossComparison *comparison;

/* As GlossExportLayout. */
static const char *const layouts[] = { "redline", "columns", NULL };

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format_name,
    N_("One of text (the default), json, html, markdown, csv, docx"),
    N_("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_("Write to this file, replacing it if it is there"),
    N_("FILE") },
  { "notes", 0, 0, G_OPTION_ARG_NONE, &with_notes,
    N_("With the notes and tags on each clause and change, in html or csv"), NULL },
  { "layout", 0, 0, G_OPTION_ARG_FILENAME, &layout_name,
    N_("Of html: redline, both texts in one column (the default without --notes), or columns, a table"),
    N_("LAYOUT") },
  GLOSS_CLI_PAIRING_OPTIONS (&no_pairings),
  G_OPTION_ENTRY_NULL
};

/* (transfer full) (nullable) (element-type GlossAnnotation): the notes of all documents, since a note
 * on a change is kept with either. */
static GPtrArray *
read_notes (GError **error)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_stores;

  if (!gloss_notebook_open_all (notebook, error))
    return NULL;

  n_stores = g_list_model_get_n_items (G_LIST_MODEL (notebook));
  for (guint i = 0; i < n_stores; i++)
    {
      g_autoptr (GListModel) store = g_list_model_get_item (G_LIST_MODEL (notebook), i);

      for (guint k = 0; k < g_list_model_get_n_items (store); k++)
        g_ptr_array_add (annotations, g_list_model_get_item (store, k));
    }

  return g_steal_pointer (&annotations);
}

static gboolean
write_departures (GlossExportFormat   format,
                  GlossExportLayout   layout,
                  GError            **error)
{
  g_autoptr (GPtrArray) annotations = with_notes ? read_notes (error) : NULL;
  g_autofree char *table = NULL;

  if (with_notes && annotations == NULL)
    return FALSE;

  table = gloss_export_departures (comparison, annotations, format, layout);
  return gloss_cli_write (table, output_path, error);
}

typedef struct
{
  GlossLibrary *library; /* (nullable) where the name is a path */
  const char *name;
  GlossDocument *document;
  GError *error;
} Loading;

static gpointer
load (gpointer data)
{
  Loading *loading = data;

  loading->document = gloss_library_load_any (loading->library, loading->name, &loading->error);
  return NULL;
}

/* Loads both at the same time; the library is only looked at, and left alone where neither can be of
 * it. Where both fail, the old one is told. */
static gboolean
load_documents (const char     *old_name,
                const char     *new_name,
                GlossDocument **old_document,
                GlossDocument **new_document,
                GError        **error)
{
  gboolean is_needed = !gloss_library_is_path (old_name) || !gloss_library_is_path (new_name);
  g_autoptr (GlossLibrary) library = is_needed ? gloss_library_new () : NULL;
  Loading old_loading = { .library = library, .name = old_name };
  Loading new_loading = { .library = library, .name = new_name };
  GThread *thread = g_thread_try_new ("old-document", load, &old_loading, NULL);

  if (thread == NULL)
    load (&old_loading);
  load (&new_loading);
  if (thread != NULL)
    g_thread_join (thread);

  *old_document = old_loading.document;
  *new_document = new_loading.document;
  if (old_loading.error != NULL)
    {
      g_clear_error (&new_loading.error);
      g_propagate_error (error, old_loading.error);
      return FALSE;
    }
  if (new_loading.error != NULL)
    g_propagate_error (error, new_loading.error);
  return new_loading.error == NULL;
}

static gboolean
run (const char *const  *arguments,
     GError            **error)
{
  g_autoptr (GlossDocument) old_document = NULL;
  g_autoptr (GlossDocument) new_document = NULL;
  GlossExportFormat format;
  guint layout;

  if (!gloss_cli_choose_format (format_name, GLOSS_N_COMPARISON_FORMATS, output_path, &format, error))
    return FALSE;
  if (with_notes && !gloss_export_format_has_departures (format))
    {
      g_set_error_literal (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("--notes needs --format=html or --format=csv"));
      return FALSE;
    }

  if (!gloss_cli_choose ("--layout", layout_name, layouts, &layout, error))
    return FALSE;
  if (layout_name != NULL && format != GLOSS_EXPORT_HTML)
    {
      g_set_error_literal (error, GLOSS_CLI_ERROR, GLOSS_CLI_ERROR_USAGE, _("--layout needs --format=html"));
      return FALSE;
    }
  if (layout_name == NULL && with_notes)
    layout = GLOSS_EXPORT_COLUMNS;

  if (!load_documents (arguments[0], arguments[1], &old_document, &new_document, error))
    return FALSE;

  comparison = gloss_cli_compare_documents (old_document, new_document, no_pairings, error);
  if (comparison == NULL)
    return FALSE;

  if (with_notes || layout_name != NULL)
    return write_departures (format, layout, error);

  return gloss_cli_write_comparison (comparison, format, output_path, error);
}

const GlossCliCommand gloss_cli_compare = {
  .name = "compare",
  .parameters = N_("OLD NEW"),
  .summary = N_("Tells what changed from one document to another, clause by clause."),
  .description = N_("In csv, a cell that a spreadsheet would take for a formula begins with an apostrophe.\n"
                    "docx, for which --output is needed, has what changed as tracked changes."),
  .options = options,
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run,
};
