/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

#include "import/gloss-import-summary.h"

static gboolean dry_run;

static const GOptionEntry options[] = {
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would come in, and change nothing"), NULL },
  G_OPTION_ENTRY_NULL
};

/* How many for each document, in the order of the first of each. */
static void
append_documents (GString         *out,
                  GlossImportPlan *plan)
{
  g_autoptr (GArray) documents = gloss_import_summary_count_documents (plan);

  for (guint i = 0; i < documents->len; i++)
    {
      const GlossImportDocumentCounts *counts = &g_array_index (documents, GlossImportDocumentCounts, i);
      g_autofree char *text = gloss_import_summary_dup_counts (counts);

      g_string_append_printf (out, "%s: %s%s\n", counts->symbol, text,
                              counts->document != NULL ? "" : _(" (not in the library)"));
    }
}

/* One line for each whose place is not simply there. */
static void
append_places (GString         *out,
               GlossImportPlan *plan)
{
  for (guint i = 0; i < gloss_import_plan_get_n_items (plan); i++)
    {
      const GlossImportItem *item = gloss_import_plan_get_item (plan, i);
      g_autofree char *remark = gloss_import_summary_dup_remark (item);
      g_autofree char *head = gloss_import_summary_dup_head (item);

      if (remark != NULL)
        g_string_append_printf (out, "%s: “%s” (%s)\n", remark, head, item->symbol);
    }
}

static gboolean
add_files (GlossImportPlan    *plan,
           const char *const  *paths,
           GString            *out,
           GError            **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (paths[i]);
      guint n_before = gloss_import_plan_get_n_items (plan);
      const char *format;
      guint n;

      if (!gloss_import_plan_add_file (plan, file, &format, error))
        return FALSE;

      n = gloss_import_plan_get_n_items (plan) - n_before;
      /* Translators: a file, the program it is from, and how many annotations are in it */
      g_string_append_printf (out, ngettext ("%s: %s, %u annotation\n", "%s: %s, %u annotations\n", n), paths[i], format, n);
    }

  return TRUE;
}

static gboolean
run (const char *const  *arguments,
     GError            **error)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);
  g_autoptr (GlossImportPlan) plan = gloss_import_plan_new (library, notebook);
  g_autoptr (GString) out = g_string_new (NULL);
  GlossImportCounts counts;

  if (!add_files (plan, arguments, out, error))
    return FALSE;

  append_documents (out, plan);
  append_places (out, plan);
  counts = gloss_import_plan_get_counts (plan);
  if (counts.n_elsewhere > 0)
    g_string_append_printf (out, ngettext ("%u annotation is not in the file, only its address\n",
                                           "%u annotations are not in the file, only their addresses\n",
                                           counts.n_elsewhere),
                            counts.n_elsewhere);

  if (dry_run)
    g_string_append (out, _("Nothing was changed.\n"));
  else if (!gloss_import_plan_apply (plan, NULL, error))
    return FALSE;

  /* The notes are on disk. That a journal can't be folded now takes nothing from them. */
  if (!dry_run)
    gloss_notebook_close (notebook, NULL);

  return gloss_cli_write (out->str, NULL, error);
}

const GlossCliCommand gloss_cli_import = {
  .name = "import",
  .parameters = N_("FILE…"),
  .summary = N_("Brings in annotations from files of other programs, or of Glossator."),
  .description = N_("A FILE is JSON: W3C Web Annotations, or what Hypothesis, Readium (Thorium) or Foliate export. Annotations\n"
                    "that are there already come in once; those whose place is not found are kept with their quotation.\n"
                    "Where one FILE can’t be read, nothing is changed."),
  .options = options,
  .min_arguments = 1,
  .max_arguments = G_MAXUINT,
  .run = run,
};
