/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-pane.h"

#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

#include "ui/gloss-comparison-chart.h"
#include "ui/gloss-comparison-strip.h"

typedef struct
{
  GtkWidget            *window;
  GlossComparisonList  *list;
  GlossComparisonPane  *pane;
  GlossComparisonStrip *strip;
  GlossComparison      *comparison;
} Fixture;

static const char *const old_clauses[] = {
  "1.", "Recalls the provisions of the Charter about the peaceful settlement of disputes;",
  "2.", "Requests the Secretary-General to submit a report in the spring;",
  "3.", "Takes note of the work of the group of governmental experts;",
  "4.", "Expresses its gratitude to the host country for its hospitality;",
  NULL,
};

static const char *const new_clauses[] = {
  "1.", "Recalls the provisions of the Charter about the peaceful settlement of disputes;",
  "2.", "Requests the Secretary-General to submit a report in the autumn;",
  "3.", "Takes note of the work of the group of governmental experts;",
  "4.", "Invites all Member States to inform the depositary of their views on information security;",
  NULL,
};

static gboolean
is_shown (gpointer pane)
{
  return gtk_widget_get_mapped (pane) && gtk_widget_get_height (pane) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  fixture->comparison = gloss_test_compare (old_clauses, new_clauses);
  fixture->window = gtk_window_new ();
  fixture->list = g_object_ref_sink (g_object_new (GLOSS_TYPE_COMPARISON_LIST, "hexpand", TRUE, NULL));
  fixture->pane = g_object_ref_sink (g_object_new (GLOSS_TYPE_COMPARISON_PANE, NULL));
  fixture->strip = g_object_ref_sink (g_object_new (GLOSS_TYPE_COMPARISON_STRIP, NULL));
  gloss_comparison_pane_set_list (fixture->pane, fixture->list);
  gloss_comparison_strip_set_list (fixture->strip, fixture->list);
  gloss_comparison_pane_set_comparison (fixture->pane, fixture->comparison);
  gloss_comparison_list_set_comparison (fixture->list, fixture->comparison);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->strip));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->pane));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (is_shown, fixture->pane);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->strip);
  g_assert_finalize_object (fixture->pane);
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->comparison);
}

static GListModel *
get_changes (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (gloss_test_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LIST_VIEW))));
}

static GlossRowState
get_state (GlossComparisonRow *row)
{
  return row != NULL ? gloss_comparison_row_get_state (row) : GLOSS_N_ROW_STATES;
}

/* (nullable): the toggle whose label begins with @text. */
static GtkToggleButton *
find_toggle (GtkWidget  *root,
             const char *text)
{
  if (GTK_IS_TOGGLE_BUTTON (root) && gtk_button_get_label (GTK_BUTTON (root)) != NULL &&
      g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (root)), text))
    return GTK_TOGGLE_BUTTON (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkToggleButton *found = find_toggle (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The list has the changes, a click goes to one, and it follows the reader. */
static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *list_view = gloss_test_find (GTK_WIDGET (fixture->pane), GTK_TYPE_LIST_VIEW);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list_view)));

  g_assert_cmpuint (g_list_model_get_n_items (get_changes (fixture)), ==, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, GTK_INVALID_LIST_POSITION);

  g_signal_emit_by_name (list_view, "activate", 0);
  g_assert_cmpint (get_state (gloss_comparison_list_get_current_row (fixture->list)), ==, GLOSS_ROW_REWORDED);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 0);

  gloss_comparison_list_walk (fixture->list, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (selection), ==, 1);
}

/* What does not count as a change is not listed and not walked to. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_null (find_toggle (GTK_WIDGET (fixture->pane), "Moved"));
  g_assert_nonnull (find_toggle (GTK_WIDGET (fixture->pane), "Unchanged 2"));

  gtk_toggle_button_set_active (find_toggle (GTK_WIDGET (fixture->pane), "Reworded 1"), FALSE);
  gtk_toggle_button_set_active (find_toggle (GTK_WIDGET (fixture->pane), "Dropped 1"), FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (get_changes (fixture)), ==, 1);
  g_assert_cmpuint (gloss_comparison_list_get_n_changes (fixture->list), ==, 1);
  gloss_comparison_list_walk (fixture->list, 1);
  g_assert_cmpint (get_state (gloss_comparison_list_get_current_row (fixture->list)), ==, GLOSS_ROW_NEW);
  g_assert_false (gloss_comparison_list_can_walk (fixture->list, -1));

  gtk_toggle_button_set_active (find_toggle (GTK_WIDGET (fixture->pane), "Unchanged 2"), TRUE);
  g_assert_cmpuint (gloss_comparison_list_get_n_changes (fixture->list), ==, 3);
}

/* The nearest change is gone to, wherever in the overview somebody clicks. */
static void
test_strip (Fixture       *fixture,
            gconstpointer  data)
{
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->strip));
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (gloss_comparison_list_get_items (fixture->list)));

  g_assert_cmpuint (n_items, ==, 5);
  g_assert_cmpuint (gloss_comparison_strip_get_position (fixture->strip, 0), ==, 0);
  g_assert_cmpuint (gloss_comparison_strip_get_position (fixture->strip, height - 1), ==, n_items - 1);
  g_assert_cmpuint (gloss_comparison_strip_get_position (fixture->strip, 10.0 * height), ==, n_items - 1);

  gloss_comparison_list_go_to_nearest (fixture->list, 0);
  g_assert_cmpint (get_state (gloss_comparison_list_get_current_row (fixture->list)), ==, GLOSS_ROW_REWORDED);
  gloss_comparison_list_go_to_nearest (fixture->list, n_items - 1);
  g_assert_cmpuint (gloss_comparison_list_get_change (fixture->list), ==, 3);

  gtk_test_accessible_assert_role (fixture->strip, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->strip, GTK_ACCESSIBLE_PROPERTY_LABEL, "Overview of changes");
}

static void
count_roles (GtkWidget *root,
             guint     *counts)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (root));

  counts[role]++;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_roles (child, counts);
}

/* The figures are two tables, with a row for each state that there is and for words. */
static void
test_chart (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *chart = g_object_ref_sink (g_object_new (GLOSS_TYPE_COMPARISON_CHART, NULL));
  g_autofree guint *counts = g_new0 (guint, 200);
  const GlossComparisonSummary *summary = gloss_comparison_get_summary (fixture->comparison);
  guint n_states = 0;

  for (guint state = 0; state < GLOSS_N_ROW_STATES; state++)
    n_states += summary->rows[state] > 0;

  gloss_comparison_chart_show (GLOSS_COMPARISON_CHART (chart), fixture->comparison, GLOSS_PALETTE_STANDARD);
  count_roles (chart, counts);
  g_assert_cmpuint (counts[GTK_ACCESSIBLE_ROLE_TABLE], ==, 2);
  g_assert_cmpuint (counts[GTK_ACCESSIBLE_ROLE_ROW], ==, n_states + 3);
  g_assert_cmpuint (counts[GTK_ACCESSIBLE_ROLE_ROW_HEADER], ==, n_states + 3);
  g_assert_cmpuint (counts[GTK_ACCESSIBLE_ROLE_CELL], ==, n_states + 3);

  gloss_comparison_chart_show (GLOSS_COMPARISON_CHART (chart), NULL, GLOSS_PALETTE_STANDARD);
  g_assert_null (gtk_widget_get_first_child (chart));
  g_assert_finalize_object (chart);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, function) g_test_add ("/comparison-pane/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("changes", test_changes);
  ADD ("filter", test_filter);
  ADD ("strip", test_strip);
  ADD ("chart", test_chart);

#undef ADD

  return gloss_ui_test_run ();
}
