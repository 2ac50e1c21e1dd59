/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

static char *format_name;
static char *output_path;

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &format_name,
    N_("One of text (the default), json, html, markdown, csv, docx"),
    N_("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_("Write to this file, replacing it if it is there"),
    N_("FILE") },
  G_OPTION_ENTRY_NULL
};

static gboolean
run (const char *const  *arguments,
     GError            **error)
{
  g_autoptr (GlossLibrary) library = NULL;
  g_autoptr (GlossDocument) old_document = NULL;
  g_autoptr (GlossDocument) new_document = NULL;
  g_autoptr (GlossComparison) comparison = NULL;
  g_autoptr (GBytes) content = NULL;
  GlossExportFormat format;

  if (!gloss_cli_choose_format (format_name, GLOSS_N_COMPARISON_FORMATS, output_path, &format, error))
    return FALSE;

  library = gloss_library_new ();
  old_document = gloss_library_load_any (library, arguments[0], error);
  if (old_document == NULL)
    return FALSE;
  new_document = gloss_library_load_any (library, arguments[1], error);
  if (new_document == NULL)
    return FALSE;

  comparison = gloss_comparison_new (old_document, new_document, NULL, error);
  if (comparison == NULL)
    return FALSE;

  content = gloss_export_comparison_bytes (comparison, format);
  return gloss_cli_write_bytes (content, output_path, error);
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
