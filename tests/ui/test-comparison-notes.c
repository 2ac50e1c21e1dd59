/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-notes.h"

#include "gloss-change-test.h"
#include "ui/gloss-change-note-dialog.h"
#include "ui/gloss-comparison-row-widget.h"

#define OLD_CODE "A/66/359@en"
#define NEW_CODE "A/69/723@en"

static gboolean
is_listed (gpointer view)
{
  return gloss_test_find (view, GLOSS_TYPE_COMPARISON_ROW_WIDGET) != NULL;
}

static gboolean
has_row (gpointer view)
{
  return gloss_comparison_view_get_current_row (view) != NULL;
}

static gboolean
has_dialog (gpointer window)
{
  return adw_window_get_visible_dialog (window) != NULL && gtk_widget_get_mapped (GTK_WIDGET (adw_window_get_visible_dialog (window)));
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_window_get_visible_dialog (window) == NULL;
}

/* How many rows say that they bear a note. */
static guint
count_badges (GtkWidget *root)
{
  guint n_badges = 0;

  if (GLOSS_IS_COMPARISON_ROW_WIDGET (root))
    {
      g_autofree char *spoken = gloss_comparison_row_widget_speak_badges (GLOSS_COMPARISON_ROW_WIDGET (root));

      return g_str_equal (spoken, "1 note");
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_badges += count_badges (child);

  return n_badges;
}

static gboolean
has_badge (gpointer view)
{
  return count_badges (view) == 1;
}

static gboolean
has_no_badge (gpointer view)
{
  return count_badges (view) == 0;
}

static GtkTextView *
find_editor (GtkWidget *root)
{
  GtkTextView *found = NULL;

  if (GTK_IS_TEXT_VIEW (root) && gtk_text_view_get_editable (GTK_TEXT_VIEW (root)))
    return GTK_TEXT_VIEW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_editor (child);

  return found;
}

/* Write on a row, see its badge, undo, redo; all of it is what would be exported. */
static void
test_write (ChangeFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  GlossComparisonView *view = gloss_comparison_view_new (library);
  GlossComparisonNotes *notes = gloss_comparison_notes_attach (view, fixture->notebook);
  GtkWidget *navigation = adw_navigation_view_new ();
  AdwDialog *dialog;
  g_autoptr (GPtrArray) all = NULL;

  adw_window_set_content (ADW_WINDOW (fixture->window), navigation);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (view));
  g_assert_true (gloss_comparison_notes_get (view) == notes);
  gloss_comparison_view_compare (view, OLD_CODE, NEW_CODE);
  gloss_ui_test_wait (is_listed, view);
  gtk_widget_activate_action (GTK_WIDGET (view), "comparison.next", NULL);
  gloss_ui_test_wait (has_row, view);

  gtk_widget_activate_action (GTK_WIDGET (view), "comparison-notes.write", NULL);
  gloss_ui_test_wait (has_dialog, fixture->window);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (GLOSS_IS_CHANGE_NOTE_DIALOG (dialog));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (find_editor (GTK_WIDGET (dialog))), "On this row", -1);
  adw_dialog_force_close (dialog);
  gloss_ui_test_wait (has_no_dialog, fixture->window);
  gloss_ui_test_wait (has_badge, view);

  all = gloss_comparison_notes_dup_all (notes);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (g_ptr_array_index (all, 0)), ==, "On this row");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "comparison.undo", NULL));
  gloss_ui_test_wait (has_no_badge, view);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "comparison.redo", NULL));
  gloss_ui_test_wait (has_badge, view);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  change_add ("/comparison-notes/write", test_write);

  return gloss_ui_test_run ();
}
