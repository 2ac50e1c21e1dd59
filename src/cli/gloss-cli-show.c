/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

#include "document/gloss-akn-writer.h"
#include "document/gloss-library.h"
#include "export/gloss-export-document.h"

static char *format_name;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format_name, N_("One of text (the default), json, akn"),
    N_("FORMAT") },
  G_OPTION_ENTRY_NULL
};

static const char *const format_names[] = { "text", "json", "akn", NULL };

static char *(*const write_document[]) (GlossDocument *document) = {
  gloss_export_document_text,
  gloss_export_document_json,
  gloss_akn_write,
};

static gboolean
run (const char *const  *arguments,
     GError            **error)
{
  g_autoptr (GlossLibrary) library = NULL;
  g_autoptr (GlossDocument) document = NULL;
  g_autofree char *text = NULL;
  guint format;

  if (!gloss_cli_choose ("--format", format_name, format_names, &format, error))
    return FALSE;

  library = gloss_library_new ();
  document = gloss_library_load_any (library, arguments[0], error);
  if (document == NULL)
    return FALSE;

  text = write_document[format] (document);
  return gloss_cli_write (text, NULL, error);
}

const GlossCliCommand gloss_cli_show = {
  .name = "show",
  .parameters = N_("DOCUMENT"),
  .summary = N_("Prints the clauses of a document with their labels."),
  .description = N_("The text has an empty line between clauses; json has the id, the kind and the citation of each as\n"
                    "well; akn is an Akoma Ntoso file."),
  .options = options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};
