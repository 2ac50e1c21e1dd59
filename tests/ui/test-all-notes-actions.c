/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-all-notes-page.h"

#include "ui/gloss-all-notes-row.h"
#include "ui/gloss-export-dialog.h"

#include "gloss-all-notes-test.h"

static void
test_tag (Fixture       *fixture,
          gconstpointer  data)
{
  static const char *const tags[] = { "peace", "new", NULL };

  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  gtk_selection_model_select_item (get_model (fixture), 3, FALSE);
  gtk_selection_model_select_item (get_model (fixture), 4, FALSE);
  gloss_all_notes_page_add_tags (fixture->page, tags);
  gloss_reader_test_settle ();
  assert_disk (fixture, "[peace,new][law,peace,new][peace,new][法/国际][]");

  /* One step, on all documents, and the selection stays. */
  act (fixture, "all-notes.undo");
  assert_disk (fixture, "[][law,peace][peace][法/国际][]");
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 3));
  act (fixture, "all-notes.redo");
  assert_disk (fixture, "[peace,new][law,peace,new][peace,new][法/国际][]");
}

/* What is selected stays so while it is sorted, and while it is out of sight. */
static void
test_selection_stays (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) selected = NULL;
  g_autoptr (GPtrArray) sorted = NULL;

  gtk_selection_model_select_item (get_model (fixture), 1, TRUE);
  search (fixture, "ours");
  search (fixture, "");
  selected = gloss_all_notes_page_dup_selected (fixture->page);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (g_ptr_array_index (selected, 0)), ==, "中文 café");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "all-notes.sort", "s", "date");
  sorted = gloss_all_notes_page_dup_selected (fixture->page);
  g_assert_cmpuint (sorted->len, ==, 1);
  g_assert_true (g_ptr_array_index (sorted, 0) == g_ptr_array_index (selected, 0));
}

/* The bar that comes when a note is chosen takes of the room of the list, and not of the last note in it. */
static void
test_bar_covers_nothing (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *list_view = find (fixture, GTK_TYPE_LIST_VIEW);
  int height;
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 420);
  for (guint i = 0; i < 4; i++)
    gtk_test_widget_wait_for_draw (list_view);
  height = gtk_widget_get_height (list_view);
  gtk_list_view_scroll_to (GTK_LIST_VIEW (list_view), 4, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
  for (guint i = 0; i < 4; i++)
    gtk_test_widget_wait_for_draw (list_view);

  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 4));
  g_assert_cmpint (gtk_widget_get_height (list_view), <, height);
  g_assert_nonnull (gtk_widget_get_focus_child (list_view));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_focus_child (list_view), list_view, &bounds));
  g_assert_cmpfloat (bounds.size.height, >, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, (float) gtk_widget_get_height (list_view) + 1);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GtkBitset) selected = NULL;

  gtk_selection_model_select_range (get_model (fixture), 0, 3, TRUE);
  act (fixture, "all-notes.remove");
  assert_list (fixture, "Ours|Unknown");
  assert_disk (fixture, "[][peace]");
  selected = gtk_selection_model_get_selection (get_model (fixture));
  g_assert_true (gtk_bitset_is_empty (selected));

  act (fixture, "all-notes.undo");
  assert_list (fixture, "-|中文 café|offline environment|Ours|Unknown");
  act (fixture, "all-notes.redo");
  assert_list (fixture, "Ours|Unknown");
  act (fixture, "all-notes.undo");
}

/* After a change elsewhere the last change of a store is another one: that is not undone from here. */
static void
test_undo_is_safe (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  act (fixture, "all-notes.remove");
  add (fixture, "A/66/359@en", "annex__sec_1", NULL, "Written since", NULL, GLOSS_COLOR_GREEN, "Ada");
  gloss_reader_test_settle ();
  act (fixture, "all-notes.undo");
  assert_list (fixture, "Written since|-|中文 café|offline environment|Ours|Unknown");
}

/* In a window that has no place for dialogs, they are windows of their own. */
static GlossExportDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GlossExportDialog *dialog = NULL;

  for (guint i = 0; dialog == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      dialog = gloss_reader_test_find (window, GLOSS_TYPE_EXPORT_DIALOG);
    }

  g_assert_nonnull (dialog);
  return dialog;
}

/* What can be exported, as the dialog offers it. (transfer full) */
static char *
list_choices (Fixture *fixture)
{
  GlossExportDialog *dialog = find_dialog ();
  GListModel *model = adw_combo_row_get_model (gloss_reader_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW));
  GString *all = g_string_new (gloss_export_order_to_string (gloss_export_dialog_get_order (dialog)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_string_append_printf (all, "|%s", gtk_string_list_get_string (GTK_STRING_LIST (model), i));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gloss_reader_test_settle ();

  return g_string_free_and_steal (all);
}

#define assert_choices(fixture, expected)                  \
  G_STMT_START                                             \
    {                                                      \
      g_autofree char *choices_ = list_choices (fixture);  \
      g_assert_cmpstr (choices_, ==, expected);            \
    }                                                      \
  G_STMT_END

#define ALL_CHOICES                                                   \
  "|All 5 notes"                                                      \
  "|A/66/359 · Code of conduct for information security, 2011 (1)"    \
  "|A/69/723 · Code of conduct for information security, 2015 (3)"    \
  "|A/1 (1)"

/* What is selected comes first, then what is shown; the order is that of the list. */
static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  act (fixture, "all-notes.export");
  assert_choices (fixture, "place" ALL_CHOICES);

  search (fixture, "peac");
  gtk_selection_model_select_item (get_model (fixture), 1, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "all-notes.sort", "s", "tag");
  act (fixture, "all-notes.export");
  assert_choices (fixture, "tag|1 selected note|2 notes that are shown"
                           "|All 5 notes"
                           "|A/66/359 · Code of conduct for information security, 2011 (1)"
                           "|A/69/723 · Code of conduct for information security, 2015 (3)"
                           "|A/1 (1)");
}

/* The check of a row selects it beside the others, and shows that it is. */
static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row = find (fixture, GLOSS_TYPE_ALL_NOTES_ROW);
  GtkCheckButton *check = gloss_reader_test_find (row, GTK_TYPE_CHECK_BUTTON);

  gtk_selection_model_select_item (get_model (fixture), 2, TRUE);
  g_assert_false (gtk_check_button_get_active (check));
  gtk_check_button_set_active (check, TRUE);
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 0));
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 2));
  gtk_selection_model_unselect_all (get_model (fixture));
  g_assert_false (gtk_check_button_get_active (check));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  add_test ("/all-notes-actions/tag", TRUE, test_tag);
  add_test ("/all-notes-actions/selection-stays", TRUE, test_selection_stays);
  add_test ("/all-notes-actions/bar-covers-nothing", TRUE, test_bar_covers_nothing);
  add_test ("/all-notes-actions/remove", TRUE, test_remove);
  add_test ("/all-notes-actions/undo-is-safe", TRUE, test_undo_is_safe);
  add_test ("/all-notes-actions/export", TRUE, test_export);
  add_test ("/all-notes-actions/check", TRUE, test_check);

  return gloss_ui_test_run ();
}
