/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-comparison-menu.h"

#include <glib/gi18n.h>

static void
append_item (GMenu       *section,
             const char  *label,
             const char  *action,
             gboolean     is_new,
             GlossClause *clause)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, action, "(bs)", is_new, gloss_clause_get_id (clause));
  g_menu_append_item (section, item);
}

GMenu *
gloss_comparison_menu_new (GlossComparisonRow *row)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) open_section = g_menu_new ();
  g_autoptr (GMenu) copy_section = g_menu_new ();
  guint n_old;
  guint n_clauses;

  g_return_val_if_fail (GLOSS_IS_COMPARISON_ROW (row), NULL);

  n_old = gloss_comparison_row_get_n_old (row);
  n_clauses = n_old + gloss_comparison_row_get_n_new (row);

  for (guint i = 0; i < n_clauses; i++)
    {
      gboolean is_new = i >= n_old;
      GlossClause *clause = is_new ? gloss_comparison_row_get_new (row, i - n_old) : gloss_comparison_row_get_old (row, i);
      const char *citation = gloss_clause_get_citation (clause);
      /* Translators: %s is the citation of a clause, "A/69/723, annex, para. 2 (8)" */
      g_autofree char *open_label = g_strdup_printf (_("Open %s"), citation);
      /* Translators: %s is the citation of a clause, "A/69/723, annex, para. 2 (8)" */
      g_autofree char *copy_label = g_strdup_printf (_("Copy %s"), citation);

      append_item (open_section, open_label, "comparison.open", is_new, clause);
      append_item (copy_section, copy_label, "comparison.copy", is_new, clause);
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (open_section));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy_section));

  return g_steal_pointer (&menu);
}
