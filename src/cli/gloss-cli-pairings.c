/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-cli"

#include "config.h"

#include "cli/gloss-cli.h"

#include <glib/gi18n.h>

#include "comparison/gloss-comparison-pairing.h"

static void
report_chosen (guint n_chosen)
{
  g_autofree char *message = NULL;

  if (n_chosen == 0)
    return;

  /* Translators: %u rows of a comparison; --no-pairings is an option and stays as it is. */
  message = g_strdup_printf (ngettext ("%u row is as you paired it by hand; --no-pairings compares without that",
                                       "%u rows are as you paired them by hand; --no-pairings compares without that",
                                       n_chosen),
                             n_chosen);
  gloss_cli_report (message);
}

GlossComparison *
gloss_cli_compare_documents (GlossDocument  *old_document,
                             GlossDocument  *new_document,
                             gboolean        no_pairings,
                             GError        **error)
{
  g_autoptr (GPtrArray) pairings = NULL;
  g_autoptr (GError) local_error = NULL;
  GlossComparison *comparison;

  if (no_pairings)
    return gloss_comparison_new (old_document, new_document, NULL, error);

  /* Without them the result would be another one than the user knows, so it is none. */
  pairings = gloss_comparison_pairing_load (old_document, new_document, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  comparison = gloss_comparison_new_with_choices (old_document, new_document, pairings, NULL, error);
  if (comparison != NULL)
    report_chosen (gloss_comparison_count_chosen (comparison));

  return comparison;
}
