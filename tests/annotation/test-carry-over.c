/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-carry-over.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "change-fixture.h"
#include "store-fixture.h"

static const char *const old_texts[] = {
  "To fully respect rights and fundamental freedoms in the information space",
  "States shall settle every dispute by peaceful means and refrain from the use of force",
  "A clause on spare parts and their carriage by rail that nobody needed any more",
  NULL
};
static const char *const new_texts[] = {
  "To fully respect rights and fundamental freedoms in the information space",
  "States should settle each dispute by peaceful means only and refrain from the threat of force",
  NULL
};

typedef struct
{
  GlossComparison      *comparison;
  GlossAnnotationStore *old_store;
  GlossAnnotationStore *new_store;
} Notes;

static GlossAnnotation *
add (Notes      *notes,
     guint       position,
     const char *note)
{
  GlossDocument *document = gloss_comparison_get_old_document (notes->comparison);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, gloss_document_get_clause (document, position));
  g_autoptr (GlossAnnotation) annotation =
    gloss_annotation_new (anchor, note, (const char *[]) { "rights", NULL }, GLOSS_COLOR_PURPLE, "A delegate");
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (notes->old_store, annotation, &error);
  g_assert_no_error (error);
  return annotation;
}

static void
notes_init (Notes   *notes,
            Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  notes->comparison = compare_texts (old_texts, new_texts);
  notes->old_store = gloss_annotation_store_open (fixture->folder, OLD_SYMBOL, GLOSS_STORE_STRICT, &error);
  g_assert_no_error (error);
  notes->new_store = gloss_annotation_store_open (fixture->folder, NEW_SYMBOL, GLOSS_STORE_STRICT, &error);
  g_assert_no_error (error);

  /* Not in the order of the text. */
  add (notes, 2, "on what was dropped");
  add (notes, 1, "on what was reworded");
  add (notes, 0, "on what stayed");
}

static void
notes_clear (Notes *notes)
{
  g_clear_object (&notes->comparison);
  g_clear_object (&notes->old_store);
  g_clear_object (&notes->new_store);
}

static GPtrArray *
plan (Notes *notes)
{
  return gloss_carry_over_plan (G_LIST_MODEL (notes->old_store), notes->new_store, notes->comparison);
}

static GlossCarryItem *
get (GPtrArray *items,
     guint      index)
{
  g_assert_cmpuint (index, <, items->len);
  return g_ptr_array_index (items, index);
}

static guint
count (GlossAnnotationStore *store)
{
  return g_list_model_get_n_items (G_LIST_MODEL (store));
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  Notes notes;
  g_autoptr (GPtrArray) items = NULL;

  notes_init (&notes, fixture);
  items = plan (&notes);

  g_assert_cmpuint (items->len, ==, 3);
  g_assert_cmpstr (gloss_annotation_get_note (get (items, 0)->annotation), ==, "on what stayed");
  g_assert_cmpint (get (items, 0)->state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_true (gloss_carry_item_can_carry (get (items, 0)));
  g_assert_cmpint (get (items, 1)->state, ==, GLOSS_PLACEMENT_CHANGED);
  g_assert_true (gloss_carry_item_can_carry (get (items, 1)));
  g_assert_cmpint (get (items, 2)->state, ==, GLOSS_PLACEMENT_NOT_FOUND);
  g_assert_false (gloss_carry_item_can_carry (get (items, 2)));

  /* Looking changes nothing. */
  g_assert_cmpuint (count (notes.old_store), ==, 3);
  g_assert_cmpuint (count (notes.new_store), ==, 0);
  notes_clear (&notes);
}

static void
test_apply (Fixture       *fixture,
            gconstpointer  data)
{
  Notes notes;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  GlossAnnotation *sure;
  GlossAnnotation *doubtful;
  g_autofree char *origin = NULL;

  notes_init (&notes, fixture);
  items = plan (&notes);
  g_assert_cmpuint (gloss_carry_over_apply (items, notes.new_store, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpuint (count (notes.new_store), ==, 2);
  g_assert_cmpuint (count (notes.old_store), ==, 3);

  sure = get (items, 0)->carried;
  doubtful = get (items, 1)->carried;
  g_assert_true (gloss_annotation_store_find (notes.new_store, gloss_annotation_get_id (sure)) == sure);
  g_assert_cmpstr (gloss_annotation_get_note (sure), ==, "on what stayed");
  g_assert_cmpstr (gloss_annotation_get_author (sure), ==, "A delegate");
  g_assert_true (gloss_annotation_has_tag (sure, "rights"));
  g_assert_cmpint (gloss_annotation_get_color (sure), ==, GLOSS_COLOR_PURPLE);
  g_assert_cmpstr (gloss_anchor_get_data (gloss_annotation_get_anchor (sure))->symbol, ==, NEW_SYMBOL);
  g_assert_false (gloss_annotation_is_to_confirm (sure));
  g_assert_true (gloss_annotation_is_to_confirm (doubtful));
  origin = gloss_annotation_dup_origin (sure);
  g_assert_cmpstr (origin, ==, gloss_annotation_get_id (get (items, 0)->annotation));

  /* Twice is once. */
  again = plan (&notes);
  g_assert_true (get (again, 0)->carried == sure);
  g_assert_false (gloss_carry_item_can_carry (get (again, 0)));
  g_assert_cmpuint (gloss_carry_over_apply (again, notes.new_store, &error), ==, 0);
  g_assert_cmpuint (count (notes.new_store), ==, 2);

  /* One step. */
  gloss_annotation_store_undo (notes.new_store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (notes.new_store), ==, 0);
  g_assert_cmpuint (count (notes.old_store), ==, 3);
  gloss_annotation_store_redo (notes.new_store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (notes.new_store), ==, 2);
  notes_clear (&notes);
}

/* A plan that was made before somebody else carried the notes makes no second copies. */
static void
test_stale_plan (Fixture       *fixture,
                 gconstpointer  data)
{
  Notes notes;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GError) error = NULL;

  notes_init (&notes, fixture);
  first = plan (&notes);
  second = plan (&notes);
  g_assert_cmpuint (gloss_carry_over_apply (first, notes.new_store, &error), ==, 2);
  g_assert_cmpuint (gloss_carry_over_apply (second, notes.new_store, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (count (notes.new_store), ==, 2);
  g_assert_true (get (second, 0)->carried == get (first, 0)->carried);
  notes_clear (&notes);
}

static void
test_confirm (Fixture       *fixture,
              gconstpointer  data)
{
  Notes notes;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GlossAnnotationStore) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *origin = NULL;
  GlossAnnotation *doubtful;
  GlossAnnotation *read;

  notes_init (&notes, fixture);
  items = plan (&notes);
  gloss_carry_over_apply (items, notes.new_store, &error);
  doubtful = get (items, 1)->carried;

  g_assert_true (gloss_carry_over_confirm (notes.new_store, doubtful, &error));
  g_assert_no_error (error);
  g_assert_false (gloss_annotation_is_to_confirm (doubtful));
  gloss_annotation_store_undo (notes.new_store, &error);
  g_assert_true (gloss_annotation_is_to_confirm (doubtful));
  gloss_annotation_store_redo (notes.new_store, &error);
  g_assert_no_error (error);
  g_assert_false (gloss_annotation_is_to_confirm (doubtful));
  g_assert_true (gloss_carry_over_confirm (notes.new_store, doubtful, &error));

  /* Both the note and the mark are what the disk says. */
  g_assert_true (gloss_annotation_store_close (notes.new_store, &error));
  again = gloss_annotation_store_open (fixture->folder, NEW_SYMBOL, GLOSS_STORE_STRICT, &error);
  g_assert_no_error (error);
  read = gloss_annotation_store_find (again, gloss_annotation_get_id (doubtful));
  g_assert_nonnull (read);
  g_assert_false (gloss_annotation_is_to_confirm (read));
  origin = gloss_annotation_dup_origin (read);
  g_assert_cmpstr (origin, ==, gloss_annotation_get_id (get (items, 1)->annotation));
  notes_clear (&notes);
}

/* What Glossator does not know of a note comes along. */
static void
test_foreign_members (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char text[] =
    "{\"id\":\"urn:uuid:1\",\"type\":\"Annotation\",\"foreign\":12345678901234567890.10,"
    "\"body\":[{\"type\":\"TextualBody\",\"value\":\"n\"},{\"type\":\"Image\",\"id\":\"u:i\"}],"
    "\"target\":{\"source\":{\"id\":\"https://undocs.org/en/A/66/359\",\"label\":\"A/66/359\",\"language\":\"en\"},"
    "\"selector\":{\"type\":\"FragmentSelector\",\"value\":\"c1\"}}}";
  Notes notes;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new_from_text (text, strlen (text), &error);
  GlossAnnotation *copy = NULL;

  g_assert_no_error (error);
  notes_init (&notes, fixture);
  gloss_annotation_store_add (notes.old_store, annotation, &error);
  items = plan (&notes);
  gloss_carry_over_apply (items, notes.new_store, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < items->len; i++)
    if (get (items, i)->annotation == annotation)
      copy = get (items, i)->carried;
  g_assert_nonnull (copy);
  g_assert_cmpstr (gloss_annotation_get_note (copy), ==, "n");
  g_assert_nonnull (strstr (gloss_annotation_get_text (copy), "\"foreign\":12345678901234567890.10"));
  g_assert_nonnull (strstr (gloss_annotation_get_text (copy), "{\"type\":\"Image\",\"id\":\"u:i\"}"));
  notes_clear (&notes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/carry-over/plan", test_plan);
  fixture_add ("/carry-over/apply", test_apply);
  fixture_add ("/carry-over/stale-plan", test_stale_plan);
  fixture_add ("/carry-over/confirm", test_confirm);
  fixture_add ("/carry-over/foreign-members", test_foreign_members);

  return g_test_run ();
}
