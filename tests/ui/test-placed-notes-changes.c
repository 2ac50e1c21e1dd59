/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-placed-notes.h"

#include "annotation/gloss-carry-over.h"
#include "gloss-change-test.h"

static GlossAnnotation *
add_on_change (ChangeFixture *fixture)
{
  GlossDocument *old_document = gloss_comparison_get_old_document (fixture->comparison);
  GlossDocument *new_document = gloss_comparison_get_new_document (fixture->comparison);
  g_autoptr (GlossAnchor) old_side = gloss_anchor_new_for_quote (old_document, gloss_document_get_clause (old_document, 0), "should", NULL);
  g_autoptr (GlossAnchor) new_side = gloss_anchor_new_for_quote (new_document, gloss_document_get_clause (new_document, 0), "must", NULL);
  g_autoptr (GlossAnnotation) annotation =
    gloss_annotation_new_on_change (new_side, old_side, "Stronger", NULL, GLOSS_COLOR_YELLOW, NULL);

  g_assert_true (gloss_annotation_store_add (change_store (fixture, "NEW/1"), annotation, NULL));
  return annotation;
}

/* The note of the new document's store stands on its clause in the old one, and is changed there. */
static void
test_old_side (ChangeFixture *fixture,
               gconstpointer  data)
{
  GlossDocument *document = gloss_comparison_get_old_document (fixture->comparison);
  g_autoptr (GlossPlacedNotes) notes = gloss_placed_notes_new (document, change_store (fixture, "OLD/1"));
  GlossAnnotation *annotation = add_on_change (fixture);
  g_autoptr (GlossAnnotation) held = g_object_ref (annotation);
  g_autofree char *citation = NULL;
  GlossPlacedNote *note;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 0);
  gloss_placed_notes_show_changes (notes, fixture->notebook, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 1);

  g_assert_nonnull (gloss_placed_notes_get_on_clause (notes, 0));
  note = g_ptr_array_index (gloss_placed_notes_get_on_clause (notes, 0), 0);
  g_assert_cmpstr (gloss_anchor_get_data (gloss_placed_note_get_anchor (note))->exact, ==, "should");
  g_assert_cmpint (gloss_placed_note_get_placement (note)->state, ==, GLOSS_PLACEMENT_PLACED);
  citation = gloss_placed_note_dup_citation (note);
  g_assert_cmpstr (citation, ==, "On a change: OLD/1, clause_1 → NEW/1, clause_1");

  gloss_placed_notes_set_note (notes, note, "Much stronger");
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "Much stronger");
  g_assert_true (gloss_placed_notes_get_changed_store (notes) == change_store (fixture, "NEW/1"));
  g_assert_true (gloss_placed_notes_remove (notes, note));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 0);
  g_assert_cmpuint (change_count (fixture, "NEW/1"), ==, 0);

  gloss_annotation_store_undo (gloss_placed_notes_get_changed_store (notes), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 1);
}

static void
test_new_side (ChangeFixture *fixture,
               gconstpointer  data)
{
  GlossDocument *document = gloss_comparison_get_new_document (fixture->comparison);
  g_autoptr (GlossPlacedNotes) notes = gloss_placed_notes_new (document, change_store (fixture, "NEW/1"));
  GlossPlacedNote *note;

  gloss_placed_notes_show_changes (notes, fixture->notebook, NULL);
  add_on_change (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 1);
  note = g_ptr_array_index (gloss_placed_notes_get_on_clause (notes, 0), 0);
  g_assert_cmpstr (gloss_anchor_get_data (gloss_placed_note_get_anchor (note))->exact, ==, "must");
}

static void
test_confirm (ChangeFixture *fixture,
              gconstpointer  data)
{
  GlossDocument *document = gloss_comparison_get_new_document (fixture->comparison);
  g_autoptr (GlossPlacedNotes) notes = NULL;
  g_autoptr (GPtrArray) items = NULL;
  GlossPlacedNote *note;

  change_add_note (fixture, 0, "on what was reworded");
  items = gloss_carry_over_plan (G_LIST_MODEL (change_store (fixture, "OLD/1")), change_store (fixture, "NEW/1"),
                                 fixture->comparison);
  g_assert_cmpuint (gloss_carry_over_apply (items, change_store (fixture, "NEW/1"), NULL), ==, 1);

  notes = gloss_placed_notes_new (document, change_store (fixture, "NEW/1"));
  note = g_ptr_array_index (gloss_placed_notes_get_on_clause (notes, 0), 0);
  g_assert_cmpstr (gloss_placed_note_get_remark (note), ==, "The wording has changed: to be confirmed");
  gloss_placed_notes_confirm (notes, note);
  g_assert_null (gloss_placed_note_get_remark (note));
  gloss_annotation_store_undo (gloss_placed_notes_get_changed_store (notes), NULL);
  g_assert_nonnull (gloss_placed_note_get_remark (note));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  change_add ("/placed-notes-changes/old-side", test_old_side);
  change_add ("/placed-notes-changes/new-side", test_new_side);
  change_add ("/placed-notes-changes/confirm", test_confirm);

  return gloss_ui_test_run ();
}
