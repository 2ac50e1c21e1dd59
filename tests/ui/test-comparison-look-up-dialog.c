/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-look-up-dialog.h"

#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

static const char *const old_clauses[] = {
  "(1)", "Not to proliferate information weapons; a State’s own word.",
  "(2)", "Wartime and war are two.",
  "(3)", "Nothing here.",
  NULL
};
static const char *const new_clauses[] = {
  "(1)", "Not to proliferate; a State's own word.",
  "(2)", "War, and WAR again.",
  "(3)", "信息安全和信息自由",
  NULL
};

typedef struct
{
  GlossComparison    *comparison;
  GtkWidget          *window;
  AdwDialog          *dialog;
  GtkListView        *list;
  GtkEditable        *entry;
  GlossComparisonRow *chosen;
  const char         *expected;
} Fixture;

static void
place_chosen_cb (AdwDialog          *dialog,
                 GlossComparisonRow *row,
                 const char         *words,
                 Fixture            *fixture)
{
  g_assert_cmpstr (words, ==, gtk_editable_get_text (fixture->entry));
  fixture->chosen = row;
}

static gboolean
has_list (gpointer data)
{
  Fixture *fixture = data;

  fixture->list = (GtkListView *) gloss_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_LIST_VIEW);
  fixture->entry = (GtkEditable *) gloss_test_find (GTK_WIDGET (fixture->dialog), GTK_TYPE_SEARCH_ENTRY);
  return fixture->list != NULL && fixture->entry != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->comparison = gloss_test_compare (old_clauses, new_clauses);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = gloss_comparison_look_up_dialog_new (fixture->comparison, NULL);
  g_signal_connect (fixture->dialog, "place-chosen", G_CALLBACK (place_chosen_cb), fixture);
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
}

static gboolean
find_text (GtkWidget  *root,
           const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (find_text (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
says (gpointer data)
{
  Fixture *fixture = data;

  return find_text (GTK_WIDGET (fixture->dialog), fixture->expected);
}

static void
look_up (Fixture    *fixture,
         const char *words,
         const char *expected)
{
  fixture->expected = expected;
  gtk_editable_set_text (fixture->entry, words);
  gloss_ui_test_wait (says, fixture);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  look_up (fixture, "no such words", "0 in OLD/1, 0 in NEW/1");
  look_up (fixture, "Information  WEAPONS", "1 in OLD/1, 0 in NEW/1");
  look_up (fixture, "state's own", "1 in OLD/1, 1 in NEW/1");
  look_up (fixture, "war ", "1 in OLD/1, 2 in NEW/1");
  look_up (fixture, "信息", "0 in OLD/1, 2 in NEW/1");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (fixture->list))), ==, 2);
}

static gboolean
has_chosen (gpointer data)
{
  return ((Fixture *) data)->chosen != NULL;
}

static void
test_go (Fixture       *fixture,
         gconstpointer  data)
{
  look_up (fixture, "own word", "1 in OLD/1, 1 in NEW/1");
  g_signal_emit_by_name (fixture->list, "activate", 1);
  gloss_ui_test_wait (has_chosen, fixture);
  g_assert_true (fixture->chosen == gloss_comparison_find_new (fixture->comparison, "clause_1"));
}

/* Enter goes to the first place, even before the words are found. */
static void
test_enter (Fixture       *fixture,
            gconstpointer  data)
{
  look_up (fixture, "weapons", "1 in OLD/1, 0 in NEW/1");
  g_signal_emit_by_name (fixture->entry, "activate");
  gloss_ui_test_wait (has_chosen, fixture);
  g_assert_true (fixture->chosen == gloss_comparison_find_old (fixture->comparison, "clause_1"));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/comparison-look-up-dialog/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/comparison-look-up-dialog/go", Fixture, NULL, set_up, test_go, tear_down);
  g_test_add ("/comparison-look-up-dialog/enter", Fixture, NULL, set_up, test_enter, tear_down);

  return gloss_ui_test_run ();
}
