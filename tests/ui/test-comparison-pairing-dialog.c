/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-pairing-dialog.h"

#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

static const char *const old_clauses[] = {
  "(1)", "Every State refrains from the use of force.",
  "(2)", "Nuclear stockpiles shrink year after year.",
  "(3)", "Bridges are built across the digital divide.",
  NULL
};
static const char *const new_clauses[] = {
  "(1)", "Every State refrains from the use of force.",
  "(2)", "Bridges are built across the digital divide.",
  "(3)", "Orchards bloom beside quiet canals in spring.",
  NULL
};

typedef struct
{
  GlossComparison *comparison;
  GtkWidget       *window;
  AdwDialog       *dialog;
  GtkListView     *list;
  GtkEditable     *entry;
  char            *chosen; /* "old new" */
  gboolean         closed;
} Fixture;

static void
chosen_cb (AdwDialog   *dialog,
           GlossClause *old_clause,
           GlossClause *new_clause,
           Fixture     *fixture)
{
  fixture->chosen = g_strdup_printf ("%s %s", gloss_clause_get_id (old_clause), gloss_clause_get_id (new_clause));
}

static void
closed_cb (AdwDialog *dialog,
           Fixture   *fixture)
{
  fixture->closed = TRUE;
}

static gboolean
has_list (gpointer data)
{
  Fixture *fixture = data;

  fixture->list = (GtkListView *) gloss_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_LIST_VIEW);
  fixture->entry = (GtkEditable *) gloss_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_SEARCH_ENTRY);
  return fixture->list != NULL && fixture->entry != NULL;
}

/* @data: the id of the old clause or, after "+", of the new one, that the dialog is about. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *id = data;
  GlossComparisonRow *row;

  fixture->comparison = gloss_test_compare (old_clauses, new_clauses);
  row = *id == '+' ? gloss_comparison_find_new (fixture->comparison, id + 1) : gloss_comparison_find_old (fixture->comparison, id);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = gloss_comparison_pairing_dialog_new (fixture->comparison, row);
  g_signal_connect (fixture->dialog, "chosen", G_CALLBACK (chosen_cb), fixture);
  g_signal_connect (fixture->dialog, "closed", G_CALLBACK (closed_cb), fixture);
  adw_dialog_present (fixture->dialog, fixture->window);
  gloss_ui_test_wait (has_list, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->comparison);
  g_clear_pointer (&fixture->chosen, g_free);
}

/* What can be chosen, in order: "clause_3 clause_1 ". */
static void
assert_candidates (Fixture    *fixture,
                   const char *expected)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (fixture->list));
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GlossClause) clause = g_list_model_get_item (model, i);

      g_string_append_printf (ids, "%s ", gloss_clause_get_id (clause));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

typedef struct
{
  Fixture *fixture;
  guint    n_items;
} Expected;

static gboolean
has_n_items (gpointer data)
{
  Expected *expected = data;

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (expected->fixture->list))) == expected->n_items;
}

/* The clauses without a partner come first. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  assert_candidates (fixture, "clause_3 clause_1 clause_2 ");
}

static void
test_order_of_new (Fixture       *fixture,
                   gconstpointer  data)
{
  assert_candidates (fixture, "clause_2 clause_1 clause_3 ");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_editable_set_text (fixture->entry, "DIGITAL");
  gloss_ui_test_wait (has_n_items, &(Expected) { fixture, 1 });
  assert_candidates (fixture, "clause_2 ");

  gtk_editable_set_text (fixture->entry, "no such words");
  gloss_ui_test_wait (has_n_items, &(Expected) { fixture, 0 });
  gtk_editable_set_text (fixture->entry, "(3)");
  gloss_ui_test_wait (has_n_items, &(Expected) { fixture, 1 });
  assert_candidates (fixture, "clause_3 ");
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->closed;
}

/* The old clause is named first, whichever of the two the dialog is about. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  g_signal_emit_by_name (fixture->list, "activate", 0);
  g_assert_cmpstr (fixture->chosen, ==, "clause_2 clause_3");
  gloss_ui_test_wait (is_closed, fixture);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/comparison-pairing-dialog/order", Fixture, "clause_2", set_up, test_order, tear_down);
  g_test_add ("/comparison-pairing-dialog/order-of-new", Fixture, "+clause_3", set_up, test_order_of_new, tear_down);
  g_test_add ("/comparison-pairing-dialog/search", Fixture, "clause_2", set_up, test_search, tear_down);
  g_test_add ("/comparison-pairing-dialog/choose", Fixture, "clause_2", set_up, test_choose, tear_down);
  g_test_add ("/comparison-pairing-dialog/choose-for-new", Fixture, "+clause_3", set_up, test_choose, tear_down);

  return gloss_ui_test_run ();
}
