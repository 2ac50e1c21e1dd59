/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-change-note-dialog.h"

#include "gloss-change-test.h"

static GlossChangeNoteDialog *
open_dialog (ChangeFixture      *fixture,
             GlossRowNotes      *notes,
             GlossComparisonRow *row)
{
  AdwDialog *dialog = gloss_change_note_dialog_new (fixture->comparison, row, notes, fixture->notebook);

  adw_dialog_present (dialog, fixture->window);
  gloss_ui_test_wait (change_is_mapped, dialog);
  return GLOSS_CHANGE_NOTE_DIALOG (dialog);
}

static gboolean
is_closed (gpointer dialog)
{
  return adw_dialog_get_child (dialog) == NULL || !gtk_widget_get_mapped (dialog);
}

static void
close_dialog (GlossChangeNoteDialog *dialog)
{
  g_object_ref (dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gloss_ui_test_wait (is_closed, dialog);
  g_object_unref (dialog);
}

/* The text views in the order of the dialog: old wording, new wording, note. */
static void
collect_views (GtkWidget *root,
               GPtrArray *views)
{
  if (GTK_IS_TEXT_VIEW (root) && gtk_widget_get_visible (gtk_widget_get_parent (root)))
    g_ptr_array_add (views, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_views (child, views);
}

static GtkTextBuffer *
get_buffer (GlossChangeNoteDialog *dialog,
            int                    index)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new ();

  collect_views (GTK_WIDGET (dialog), views);
  g_assert_cmpuint (views->len, >=, 2);
  return gtk_text_view_get_buffer (g_ptr_array_index (views, index >= 0 ? (guint) index : views->len + index));
}

static GlossAnnotation *
get_only_note (ChangeFixture *fixture,
               const char    *symbol)
{
  g_autoptr (GlossAnnotation) annotation = NULL;

  g_assert_cmpuint (change_count (fixture, symbol), ==, 1);
  annotation = g_list_model_get_item (G_LIST_MODEL (change_store (fixture, symbol)), 0);
  return annotation;
}

static void
test_both_sides (ChangeFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr (GlossRowNotes) notes = gloss_row_notes_new (fixture->comparison, fixture->notebook);
  GlossComparisonRow *row = change_row (fixture, "clause_1", NULL);
  GlossChangeNoteDialog *dialog = open_dialog (fixture, notes, row);
  GtkTextIter start, end;
  GlossAnnotation *annotation;
  g_autoptr (GlossAnchor) old_side = NULL;
  g_autofree char *place = NULL;

  /* "must" in the new wording. */
  gtk_text_buffer_get_iter_at_offset (get_buffer (dialog, 1), &start, 7);
  gtk_text_buffer_get_iter_at_offset (get_buffer (dialog, 1), &end, 11);
  gtk_text_buffer_select_range (get_buffer (dialog, 1), &start, &end);
  gtk_text_buffer_set_text (get_buffer (dialog, -1), "Stronger", -1);
  close_dialog (dialog);

  g_assert_cmpuint (change_count (fixture, "OLD/1"), ==, 0);
  annotation = get_only_note (fixture, "NEW/1");
  old_side = gloss_annotation_dup_old_side (annotation);
  g_assert_nonnull (old_side);
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "Stronger");
  g_assert_cmpstr (gloss_anchor_get_data (gloss_annotation_get_anchor (annotation))->exact, ==, "must");
  g_assert_cmpstr (gloss_anchor_get_data (old_side)->clause_id, ==, "clause_1");
  g_assert_null (gloss_anchor_get_data (old_side)->exact);

  g_assert_cmpuint (gloss_row_notes_get (notes, row)->len, ==, 1);
  place = gloss_row_notes_dup_place (notes, annotation);
  g_assert_nonnull (strstr (place, " → "));
}

static void
test_one_side (ChangeFixture *fixture,
               gconstpointer  data)
{
  g_autoptr (GlossRowNotes) notes = gloss_row_notes_new (fixture->comparison, fixture->notebook);
  GlossChangeNoteDialog *dialog = open_dialog (fixture, notes, change_row (fixture, "clause_3", NULL));
  GlossAnnotation *annotation;

  gtk_text_buffer_set_text (get_buffer (dialog, -1), "Rightly so", -1);
  gloss_change_note_dialog_commit (dialog);
  g_assert_cmpuint (change_count (fixture, "NEW/1"), ==, 0);
  annotation = get_only_note (fixture, "OLD/1");
  g_assert_null (gloss_annotation_dup_old_side (annotation));
  close_dialog (dialog);
}

/* Nothing is kept of a dialog in which nothing was written; more writing changes the one note; what
 * was undone or removed meanwhile and written on comes back whole. */
static void
test_writing (ChangeFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossRowNotes) notes = gloss_row_notes_new (fixture->comparison, fixture->notebook);
  GlossComparisonRow *row = change_row (fixture, "clause_1", NULL);
  GlossChangeNoteDialog *dialog = open_dialog (fixture, notes, row);
  GlossAnnotation *annotation;
  g_autoptr (GlossAnchor) old_side = NULL;

  gloss_change_note_dialog_commit (dialog);
  g_assert_cmpuint (change_count (fixture, "NEW/1"), ==, 0);

  gtk_text_buffer_set_text (get_buffer (dialog, -1), "One", -1);
  gloss_change_note_dialog_commit (dialog);
  gtk_text_buffer_set_text (get_buffer (dialog, -1), "One and more", -1);
  gloss_change_note_dialog_commit (dialog);
  annotation = get_only_note (fixture, "NEW/1");
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "One and more");

  gtk_text_buffer_set_text (get_buffer (dialog, -1), "Not lost", -1);
  gloss_annotation_store_remove (change_store (fixture, "NEW/1"), annotation, NULL);
  gloss_change_note_dialog_commit (dialog);
  annotation = get_only_note (fixture, "NEW/1");
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "Not lost");
  old_side = gloss_annotation_dup_old_side (annotation);
  g_assert_nonnull (old_side);
  close_dialog (dialog);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  change_add ("/change-note-dialog/both-sides", test_both_sides);
  change_add ("/change-note-dialog/one-side", test_one_side);
  change_add ("/change-note-dialog/writing", test_writing);

  return gloss_ui_test_run ();
}
