/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-notes.h"

#include "annotation/gloss-annotation-json.h"
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

static gboolean
has_notes (gpointer notes)
{
  g_autoptr (GPtrArray) all = gloss_comparison_notes_dup_all (notes);

  return all->len > 0;
}

/* Notes that take a while to be opened come after the rows, and go with the view where it is closed
 * before. */
static void
test_many (ChangeFixture *fixture,
           gconstpointer  data)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GlossDocument) document = gloss_library_load (library, NEW_CODE, NULL);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "A_69_723.json", NULL);
  g_autofree char *content = NULL;
  GlossClause *clause = gloss_document_find_clause (document, "annex__para_2__item_8");
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, clause);

  for (guint i = 0; i < 2000; i++)
    g_ptr_array_add (annotations, gloss_annotation_new (anchor, "One of many notes", NULL, GLOSS_COLOR_RED, "Ada"));
  content = gloss_annotation_collection_write (annotations, "A/69/723", NULL);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  g_assert_false (gloss_notebook_is_quick (fixture->notebook, "A/69/723"));

  for (guint i = 0; i < 2; i++)
    {
      GlossComparisonView *view = gloss_comparison_view_new (library);
      GlossComparisonNotes *notes = gloss_comparison_notes_attach (view, fixture->notebook);
      GtkWidget *navigation = adw_navigation_view_new ();

      adw_window_set_content (ADW_WINDOW (fixture->window), navigation);
      adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (view));
      gloss_comparison_view_compare (view, OLD_CODE, NEW_CODE);
      gloss_ui_test_wait (is_listed, view);

      if (i == 0)
        {
          /* Opening goes on for whoever asks next. */
          adw_window_set_content (ADW_WINDOW (fixture->window), adw_toast_overlay_new ());
          continue;
        }
      gloss_ui_test_wait (has_notes, notes);
      all = gloss_comparison_notes_dup_all (notes);
      g_assert_cmpuint (all->len, ==, 2000);
    }
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  change_add ("/comparison-notes/write", test_write);
  change_add ("/comparison-notes/many", test_many);

  return gloss_ui_test_run ();
}
