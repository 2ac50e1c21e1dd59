/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

#include "document/gloss-library.h"
#include "export/gloss-export-document.h"

static gboolean json;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print the list as JSON"), NULL },
  G_OPTION_ENTRY_NULL
};

/* (transfer full): a line for each document: its name, its date and its short title, a tab between. */
static char *
dup_list (GlossLibrary *library)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);
      g_autofree char *title = g_strdup (gloss_library_entry_get_short_title (entry));

      g_strdelimit (title, "\t\r\n", ' ');
      g_string_append_printf (list, "%s\t%s\t%s\n", gloss_library_entry_get_name (entry),
                              gloss_library_entry_get_date (entry), title);
    }

  return g_string_free (list, FALSE);
}

static gboolean
run (const char *const  *arguments,
     GError            **error)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  GPtrArray *problems = gloss_library_get_problems (library);
  g_autofree char *list = json ? gloss_export_library_json (library) : dup_list (library);

  if (!gloss_cli_write (list, NULL, error))
    return FALSE;

  /* The list is whole but for these; to say so is no failure. */
  for (guint i = 0; i < problems->len; i++)
    gloss_cli_report (g_ptr_array_index (problems, i));

  return TRUE;
}

const GlossCliCommand gloss_cli_documents = {
  .name = "documents",
  .parameters = "",
  .summary = N_("Lists the documents: their names, dates and titles."),
  .options = options,
  .max_arguments = 0,
  .run = run,
};
