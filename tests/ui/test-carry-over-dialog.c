/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-carry-over-dialog.h"

#include "annotation/gloss-carry-over.h"
#include "gloss-change-test.h"
#include "ui/gloss-carry-over-row.h"

static void
carried_cb (AdwDialog            *dialog,
            GlossAnnotationStore *store,
            guint                 n_notes,
            guint                *n_carried)
{
  *n_carried += n_notes;
}

static gboolean
is_listed (gpointer dialog)
{
  return gloss_test_find (dialog, GLOSS_TYPE_CARRY_OVER_ROW) != NULL;
}

static gboolean
has_status (gpointer dialog)
{
  return gloss_test_find (dialog, ADW_TYPE_STATUS_PAGE) != NULL;
}

static AdwDialog *
open_dialog (ChangeFixture *fixture,
             guint         *n_carried)
{
  AdwDialog *dialog = gloss_carry_over_dialog_new (fixture->comparison, fixture->notebook);

  g_signal_connect (dialog, "carried", G_CALLBACK (carried_cb), n_carried);
  adw_dialog_present (dialog, fixture->window);
  gloss_ui_test_wait (change_is_mapped, dialog);
  return dialog;
}

static void
test_all (ChangeFixture *fixture,
          gconstpointer  data)
{
  guint n_carried = 0;
  AdwDialog *dialog;

  change_add_note (fixture, 0, "on what was reworded");
  change_add_note (fixture, 1, "on what stayed");
  change_add_note (fixture, 2, "on what was dropped");
  dialog = open_dialog (fixture, &n_carried);
  gloss_ui_test_wait (is_listed, dialog);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "carry-over.apply", NULL));
  g_assert_cmpuint (n_carried, ==, 2);
  g_assert_cmpuint (change_count (fixture, "NEW/1"), ==, 2);
  g_assert_cmpuint (change_count (fixture, "OLD/1"), ==, 3);

  /* One step takes them all back. */
  gloss_annotation_store_undo (change_store (fixture, "NEW/1"), NULL);
  g_assert_cmpuint (change_count (fixture, "NEW/1"), ==, 0);
  g_clear_weak_pointer (&dialog);
}

static void
test_chosen (ChangeFixture *fixture,
             gconstpointer  data)
{
  guint n_carried = 0;
  AdwDialog *dialog;
  GtkWidget *row;
  GtkWidget *check;

  change_add_note (fixture, 0, "on what was reworded");
  change_add_note (fixture, 1, "on what stayed");
  dialog = open_dialog (fixture, &n_carried);
  gloss_ui_test_wait (is_listed, dialog);

  gtk_widget_activate_action (GTK_WIDGET (dialog), "carry-over.select-none", NULL);
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (dialog), "carry-over.apply", NULL) && n_carried > 0);

  row = gloss_test_find (GTK_WIDGET (dialog), GLOSS_TYPE_CARRY_OVER_ROW);
  check = gloss_test_find (row, GTK_TYPE_CHECK_BUTTON);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "carry-over.apply", NULL);
  g_assert_cmpuint (n_carried, ==, 1);
  g_assert_cmpuint (change_count (fixture, "NEW/1"), ==, 1);
}

static void
test_no_notes (ChangeFixture *fixture,
               gconstpointer  data)
{
  guint n_carried = 0;
  AdwDialog *dialog = open_dialog (fixture, &n_carried);

  gloss_ui_test_wait (has_status, dialog);
  g_assert_nonnull (adw_dialog_get_focus (dialog));
  g_assert_true (gtk_widget_get_mapped (adw_dialog_get_focus (dialog)));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "carry-over.apply", NULL);
  g_assert_cmpuint (n_carried, ==, 0);
}

/* What a reader says of a candidate is what is carried. */
static void
test_choice (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (change_old_clauses, change_new_clauses);
  GlossDocument *document = gloss_comparison_get_old_document (comparison);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, gloss_document_get_clause (document, 2));
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "note", NULL, GLOSS_COLOR_YELLOW, NULL);
  g_autoptr (GListStore) list = g_list_store_new (GLOSS_TYPE_ANNOTATION);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GlossCarryChoice) choice = NULL;

  g_list_store_append (list, annotation);
  items = gloss_carry_over_plan (G_LIST_MODEL (list), NULL, comparison);
  choice = gloss_carry_choice_new (g_ptr_array_index (items, 0));
  g_assert_false (gloss_carry_choice_get_chosen (choice));
  gloss_carry_choice_set_chosen (choice, TRUE);
  g_assert_false (gloss_carry_choice_get_chosen (choice));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  change_add ("/carry-over-dialog/all", test_all);
  change_add ("/carry-over-dialog/chosen", test_chosen);
  change_add ("/carry-over-dialog/no-notes", test_no_notes);
  g_test_add_func ("/carry-over-dialog/choice", test_choice);

  return gloss_ui_test_run ();
}
