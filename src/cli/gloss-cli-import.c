/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

#include "import/gloss-import.h"

/* The characters of a quotation that the summary shows. */
#define SHOWN_CHARS 60

static gboolean dry_run;

static const GOptionEntry options[] = {
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would come in, and change nothing"), NULL },
  G_OPTION_ENTRY_NULL
};

static void
append_count (GString    *parts,
              guint       n,
              const char *format)
{
  if (n == 0)
    return;

  if (parts->len > 0)
    g_string_append (parts, ", ");
  g_string_append_printf (parts, "%u %s", n, format);
}

/* How many for each document, in the order of the first of each. */
static void
append_documents (GString         *out,
                  GlossImportPlan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_items = gloss_import_plan_get_n_items (plan);

  for (guint i = 0; i < n_items; i++)
    {
      const GlossImportItem *first = gloss_import_plan_get_item (plan, i);
      g_autoptr (GString) parts = g_string_new (NULL);
      guint counts[3] = { 0, };
      gboolean in_library = first->document != NULL;

      if (!g_hash_table_add (seen, (char *) first->symbol))
        continue;

      for (guint j = i; j < n_items; j++)
        {
          const GlossImportItem *item = gloss_import_plan_get_item (plan, j);

          if (g_str_equal (item->symbol, first->symbol))
            counts[item->change]++;
        }

      append_count (parts, counts[GLOSS_IMPORT_NEW], _("new"));
      append_count (parts, counts[GLOSS_IMPORT_UPDATE], _("updated"));
      append_count (parts, counts[GLOSS_IMPORT_DUPLICATE], _("already there"));
      g_string_append_printf (out, "%s: %s%s\n", first->symbol, parts->str,
                              in_library ? "" : _(" (not in the library)"));
    }
}

/* (transfer full): the words that the annotation quotes, or its note, on one line and shortened. */
static char *
dup_head (GlossAnnotation *annotation)
{
  const GlossAnchorData *data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));
  const char *text = data->exact != NULL ? data->exact : gloss_annotation_get_note (annotation);
  g_autoptr (GString) head = g_string_new (NULL);
  const char *at = text;

  for (guint n = 0; *at != '\0' && n < SHOWN_CHARS; at = g_utf8_next_char (at), n++)
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        c = ' ';
      g_string_append_unichar (head, c);
    }
  if (*at != '\0')
    g_string_append (head, "…");

  return g_string_free (g_steal_pointer (&head), FALSE);
}

/* One line for each whose place is not simply there. */
static void
append_places (GString         *out,
               GlossImportPlan *plan)
{
  for (guint i = 0; i < gloss_import_plan_get_n_items (plan); i++)
    {
      const GlossImportItem *item = gloss_import_plan_get_item (plan, i);
      g_autofree char *head = NULL;
      g_autofree char *state = NULL;

      if (item->change == GLOSS_IMPORT_DUPLICATE)
        continue;

      if (item->state == GLOSS_PLACEMENT_AMBIGUOUS && item->n_candidates > 1)
        state = g_strdup_printf (ngettext ("to be placed, %u place fits", "to be placed, %u places fit", item->n_candidates),
                                 item->n_candidates);
      else if (item->state == GLOSS_PLACEMENT_AMBIGUOUS)
        state = g_strdup (_("to be placed"));
      else if (item->state == GLOSS_PLACEMENT_NOT_FOUND)
        state = g_strdup (_("not found"));
      else if (item->state == GLOSS_PLACEMENT_CHANGED)
        state = g_strdup (_("on changed wording"));
      else if (item->n_clauses > 1)
        state = g_strdup_printf (ngettext ("on the first of %u clause", "on the first of %u clauses", item->n_clauses),
                                 item->n_clauses);
      else
        continue;

      head = dup_head (item->annotation);
      g_string_append_printf (out, "%s: “%s” (%s)\n", state, head, item->symbol);
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
