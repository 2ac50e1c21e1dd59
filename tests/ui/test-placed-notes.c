/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-placed-notes.h"

#include <string.h>

#include "gloss-reader-test.h"

typedef struct
{
  GlossDocument          *document;
  GlossNotebook          *notebook;
  GlossAnnotationStore   *store;
  GlossPlacedNotes       *notes;
  GlossReaderTestChanges  changes;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = gloss_reader_test_document ("en");
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->store = gloss_reader_test_store (fixture->notebook);
  fixture->notes = gloss_placed_notes_new (fixture->document, fixture->store);
  g_signal_connect (fixture->notes, "items-changed", G_CALLBACK (gloss_reader_test_count_cb), &fixture->changes);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->notes);
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->document);
}

static GlossAnchor *
make_anchor (Fixture    *fixture,
             const char *id)
{
  return gloss_anchor_new_for_clause (fixture->document, gloss_document_find_clause (fixture->document, id));
}

static void
add (Fixture    *fixture,
     const char *id,
     const char *quote,
     const char *note)
{
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (fixture->document, id, quote, note);
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (fixture->store, annotation, &error);
  g_assert_no_error (error);
}

/* The notes in the order of the model, each followed by "|". */
static void
assert_order (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->notes)); i++)
    {
      g_autoptr (GlossPlacedNote) note = g_list_model_get_item (G_LIST_MODEL (fixture->notes), i);
      guint position;

      g_assert_true (gloss_placed_notes_find (fixture->notes, note, &position));
      g_assert_cmpuint (position, ==, i);
      g_string_append_printf (order, "%s|", gloss_annotation_get_note (gloss_placed_note_get_annotation (note)));
    }

  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_order_of_the_text (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GlossAnchor) whole = gloss_anchor_new_for_clause (fixture->document, NULL);
  g_autoptr (GlossAnchor) lost = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = "A/1", .language = "en", .clause_id = "item_9", .exact = "nowhere", .start = 0, .end = 7 });
  g_autoptr (GlossAnnotation) on_whole = gloss_annotation_new (whole, "whole", NULL, GLOSS_COLOR_RED, "T");
  g_autoptr (GlossAnnotation) not_found = gloss_annotation_new (lost, "lost", NULL, GLOSS_COLOR_RED, "T");

  gloss_annotation_store_add (fixture->store, not_found, NULL);
  add (fixture, "item_3", "divide", "divide");
  add (fixture, "item_1", NULL, "peace");
  add (fixture, "item_3", "bridge", "bridge");
  gloss_annotation_store_add (fixture->store, on_whole, NULL);
  add (fixture, "title", NULL, "title");

  assert_order (fixture, "whole|title|peace|bridge|divide|lost|");
  g_assert_cmpuint (fixture->changes.n_emissions, ==, 6);
  g_assert_cmpuint (fixture->changes.n_added, ==, 6);
  g_assert_cmpuint (fixture->changes.n_removed, ==, 0);

  /* What is in the store when the notes are made comes in the same order. */
  {
    GlossPlacedNotes *notes = gloss_placed_notes_new (fixture->document, fixture->store);

    for (guint i = 0; i < 6; i++)
      {
        g_autoptr (GlossPlacedNote) a = g_list_model_get_item (G_LIST_MODEL (fixture->notes), i);
        g_autoptr (GlossPlacedNote) b = g_list_model_get_item (G_LIST_MODEL (notes), i);

        g_assert_true (gloss_placed_note_get_annotation (a) == gloss_placed_note_get_annotation (b));
      }
    g_assert_finalize_object (notes);
  }
}

static void
test_on_clause (Fixture       *fixture,
                gconstpointer  data)
{
  guint position = gloss_clause_get_position (gloss_document_find_clause (fixture->document, "item_3"));
  GPtrArray *on_clause;
  guint start, end;

  g_assert_null (gloss_placed_notes_get_on_clause (fixture->notes, position));
  add (fixture, "item_3", "divide", "divide");
  add (fixture, "item_3", NULL, "all");

  on_clause = gloss_placed_notes_get_on_clause (fixture->notes, position);
  g_assert_cmpuint (on_clause->len, ==, 2);
  g_assert_false (gloss_placed_note_get_phrase (g_ptr_array_index (on_clause, 0), &start, &end));
  g_assert_true (gloss_placed_note_get_phrase (g_ptr_array_index (on_clause, 1), &start, &end));
  g_assert_cmpuint (start, ==, strlen ("To bridge the digital "));
  g_assert_cmpuint (end, ==, strlen ("To bridge the digital divide"));

  gloss_placed_notes_remove (fixture->notes, g_ptr_array_index (on_clause, 0));
  gloss_placed_notes_remove (fixture->notes, g_ptr_array_index (on_clause, 0));
  g_assert_null (gloss_placed_notes_get_on_clause (fixture->notes, position));
}

/* Marks are in bytes of the text, though anchors count code points. */
static void
test_phrase_in_bytes (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GlossPlacedNote) note = NULL;
  guint start, end;

  add (fixture, "item_2", "with", "w");
  note = g_list_model_get_item (G_LIST_MODEL (fixture->notes), 0);

  g_assert_true (gloss_placed_note_get_phrase (note, &start, &end));
  g_assert_cmpuint (start, ==, strlen ("To coöperate "));
  g_assert_cmpuint (end, ==, strlen ("To coöperate with"));
}

static void
test_begun_and_dropped (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GlossAnchor) anchor = make_anchor (fixture, "item_1");
  GlossPlacedNote *note = gloss_placed_notes_begin (fixture->notes, anchor, GLOSS_COLOR_BLUE);
  gboolean can_undo;

  g_assert_true (gloss_placed_notes_get_begun (fixture->notes) == note);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->notes)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 0);

  gloss_placed_notes_set_note (fixture->notes, note, "");
  gloss_placed_notes_drop_begun (fixture->notes);
  g_assert_null (gloss_placed_notes_get_begun (fixture->notes));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->notes)), ==, 0);

  /* There is nothing to undo of what never was. */
  g_object_get (fixture->store, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
}

static void
test_begun_and_written (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const tags[] = { "peace", NULL };
  g_autoptr (GlossAnchor) anchor = make_anchor (fixture, "item_1");
  g_autoptr (GlossPlacedNote) note = g_object_ref (gloss_placed_notes_begin (fixture->notes, anchor, GLOSS_COLOR_BLUE));
  GlossAnnotation *annotation;

  gloss_placed_notes_set_note (fixture->notes, note, "Ours");
  g_assert_null (gloss_placed_notes_get_begun (fixture->notes));

  /* The same note stands in the list, without having left it. */
  g_assert_cmpuint (fixture->changes.n_emissions, ==, 1);
  annotation = gloss_placed_note_get_annotation (note);
  g_assert_true (gloss_annotation_store_find (fixture->store, gloss_annotation_get_id (annotation)) == annotation);

  gloss_placed_notes_set_tags (fixture->notes, note, tags);
  gloss_placed_notes_set_color (fixture->notes, note, GLOSS_COLOR_RED);
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "Ours");
  g_assert_true (gloss_annotation_has_tag (annotation, "peace"));
  g_assert_cmpint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_RED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 1);
}

/* A colour that was chosen makes a note of what was begun, and so does a tag. */
static void
test_begun_and_colored (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GlossAnchor) anchor = make_anchor (fixture, "item_1");
  GlossPlacedNote *note = gloss_placed_notes_begin (fixture->notes, anchor, GLOSS_COLOR_BLUE);

  gloss_placed_notes_set_color (fixture->notes, note, GLOSS_COLOR_BLUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 0);
  gloss_placed_notes_set_color (fixture->notes, note, GLOSS_COLOR_GREEN);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 1);
}

static void
test_only_one_is_begun (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GlossAnchor) first = make_anchor (fixture, "item_1");
  g_autoptr (GlossAnchor) second = make_anchor (fixture, "item_2");

  gloss_placed_notes_begin (fixture->notes, first, GLOSS_COLOR_BLUE);
  gloss_placed_notes_begin (fixture->notes, second, GLOSS_COLOR_BLUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->notes)), ==, 1);
}

/* What is written on a note that is taken away meanwhile is not lost. */
static void
test_gone_comes_back (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GlossPlacedNote) note = NULL;
  GlossAnnotation *annotation;

  add (fixture, "item_1", NULL, "before");
  note = g_list_model_get_item (G_LIST_MODEL (fixture->notes), 0);
  annotation = gloss_placed_note_get_annotation (note);
  gloss_annotation_store_remove (fixture->store, annotation, NULL);
  assert_order (fixture, "");

  gloss_placed_notes_set_note (fixture->notes, note, "after");
  assert_order (fixture, "after|");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 1);
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GlossPlacedNote) note = NULL;

  add (fixture, "item_1", NULL, "one");
  add (fixture, "item_2", NULL, "two");
  note = g_list_model_get_item (G_LIST_MODEL (fixture->notes), 0);

  g_assert_true (gloss_placed_notes_remove (fixture->notes, note));
  assert_order (fixture, "two|");
  gloss_annotation_store_undo (fixture->store, NULL);
  assert_order (fixture, "one|two|");
  gloss_annotation_store_redo (fixture->store, NULL);
  assert_order (fixture, "two|");
}

/* A note on a phrase of the English text stands on the clause of the Chinese one. */
static void
test_other_language (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GlossDocument) chinese = gloss_reader_test_document ("zh");
  g_autoptr (GlossPlacedNotes) notes = gloss_placed_notes_new (chinese, fixture->store);
  g_autoptr (GlossPlacedNote) note = NULL;
  g_autofree char *citation = NULL;
  guint start, end;

  add (fixture, "item_3", "divide", "divide");
  note = g_list_model_get_item (G_LIST_MODEL (notes), 0);

  g_assert_true (gloss_placed_note_get_placement (note)->clause == gloss_document_find_clause (chinese, "item_3"));
  g_assert_false (gloss_placed_note_get_phrase (note, &start, &end));
  g_assert_nonnull (gloss_placed_note_get_remark (note));
  citation = gloss_placed_note_dup_citation (note);
  g_assert_cmpstr (citation, ==, "A/1, para. 2 (3)");
}

static void
add_to (GlossAnnotationStore *store,
        GlossDocument        *document,
        const char           *id,
        const char           *quote,
        const char           *note)
{
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (document, id, quote, note);
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);
}

/* Of two texts that are read in parallel, the notes of both stand in one list in the order of the
 * rows, and on the clauses of both. */
static void
test_parallel (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GlossDocument) chinese = gloss_reader_test_translation ();
  g_autoptr (GlossParallelRows) rows = gloss_parallel_rows_new (fixture->document, chinese);
  g_autoptr (GlossPlacedNotes) notes = gloss_placed_notes_new_parallel (rows, fixture->store);
  static const struct
  {
    const char       *note;
    GlossParallelSide side;
    gboolean          in_other;
    gboolean          remark;
  } expected[] = {
    { "peace", GLOSS_PARALLEL_FIRST, FALSE, FALSE },
    { "divide", GLOSS_PARALLEL_FIRST, TRUE, TRUE },
    { "鸿沟", GLOSS_PARALLEL_SECOND, TRUE, TRUE },
    { "clause", GLOSS_PARALLEL_SECOND, TRUE, FALSE },
    { "国家", GLOSS_PARALLEL_SECOND, FALSE, FALSE },
  };
  GPtrArray *on_first, *on_second;
  guint start, end;

  add_to (fixture->store, chinese, "item_5", "国家", "国家");
  add_to (fixture->store, chinese, "item_4", NULL, "clause");
  add_to (fixture->store, chinese, "item_3", "鸿沟", "鸿沟");
  add_to (fixture->store, fixture->document, "item_3", "divide", "divide");
  add_to (fixture->store, fixture->document, "item_1", NULL, "peace");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GlossPlacedNote) note = g_list_model_get_item (G_LIST_MODEL (notes), i);
      GlossParallelSide side = expected[i].side;

      g_assert_cmpstr (gloss_annotation_get_note (gloss_placed_note_get_annotation (note)), ==, expected[i].note);
      g_assert_cmpint (gloss_placed_note_get_side (note), ==, side);
      g_assert_cmpint (gloss_placed_note_get_placement (note)->state, ==, GLOSS_PLACEMENT_PLACED);
      g_assert_nonnull (gloss_placed_note_get_placement_in (note, side)->clause);
      g_assert_cmpint (gloss_placed_note_get_placement_in (note, 1 - side)->clause != NULL, ==, expected[i].in_other);
      g_assert_cmpint (gloss_placed_note_get_remark (note) != NULL, ==, expected[i].remark);
    }

  /* Both are on both clauses; the words of each are marked in their own text alone. */
  on_first = gloss_placed_notes_get_on_clause_in (notes, GLOSS_PARALLEL_FIRST, 4);
  on_second = gloss_placed_notes_get_on_clause_in (notes, GLOSS_PARALLEL_SECOND, 2);
  g_assert_cmpuint (on_first->len, ==, 2);
  g_assert_cmpuint (on_second->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      GlossPlacedNote *note = g_ptr_array_index (on_first, i);

      g_assert_true (g_ptr_array_index (on_second, i) == note);
      for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
        {
          g_assert_cmpint (gloss_placed_note_get_phrase_in (note, side, &start, &end), ==, side == i);
          g_assert_cmpint (gloss_placed_note_get_placement_in (note, side)->other_language, ==, side != i);
        }
    }
}

/* What is begun and removed shows on both sides. */
static void
test_parallel_changes (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GlossDocument) chinese = gloss_reader_test_translation ();
  g_autoptr (GlossParallelRows) rows = gloss_parallel_rows_new (fixture->document, chinese);
  g_autoptr (GlossPlacedNotes) notes = gloss_placed_notes_new_parallel (rows, fixture->store);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (chinese, gloss_document_find_clause (chinese, "item_3"));
  g_autoptr (GlossPlacedNote) note = g_object_ref (gloss_placed_notes_begin (notes, anchor, GLOSS_COLOR_BLUE));

  g_assert_cmpuint (gloss_placed_notes_get_on_clause_in (notes, GLOSS_PARALLEL_FIRST, 4)->len, ==, 1);
  g_assert_cmpuint (gloss_placed_notes_get_on_clause_in (notes, GLOSS_PARALLEL_SECOND, 2)->len, ==, 1);
  gloss_placed_notes_set_note (notes, note, "Ours");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 1);

  g_assert_true (gloss_placed_notes_remove (notes, note));
  g_assert_null (gloss_placed_notes_get_on_clause_in (notes, GLOSS_PARALLEL_FIRST, 4));
  g_assert_null (gloss_placed_notes_get_on_clause_in (notes, GLOSS_PARALLEL_SECOND, 2));
}

/* A note that is put elsewhere goes there in the list, too. */
static void
test_new_anchor (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GlossAnchor) anchor = make_anchor (fixture, "item_4");
  g_autoptr (GlossPlacedNote) note = NULL;

  add (fixture, "item_1", NULL, "one");
  add (fixture, "item_2", NULL, "two");
  note = g_list_model_get_item (G_LIST_MODEL (fixture->notes), 0);
  gloss_annotation_store_set_anchor (fixture->store, gloss_placed_note_get_annotation (note), anchor, NULL);

  assert_order (fixture, "two|one|");
  g_assert_null (gloss_placed_notes_get_on_clause (fixture->notes, 2));
  g_assert_true (g_ptr_array_index (gloss_placed_notes_get_on_clause (fixture->notes, 5), 0) == note);
}

static void
count_clause_cb (GlossPlacedNotes *notes,
                 guint             side,
                 guint             position,
                 guint            *n_changes)
{
  g_assert_cmpuint (side, ==, GLOSS_PARALLEL_FIRST);
  n_changes[position]++;
}

static void
test_clause_changed (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (fixture->document, "item_1", NULL, "a");
  guint n_changes[6] = { 0 };

  g_signal_connect (fixture->notes, "clause-changed", G_CALLBACK (count_clause_cb), n_changes);
  gloss_annotation_store_add (fixture->store, annotation, NULL);
  g_assert_cmpuint (n_changes[2], ==, 1);

  gloss_annotation_store_set_color (fixture->store, annotation, GLOSS_COLOR_RED, NULL);
  g_assert_cmpuint (n_changes[2], >=, 2);
  g_assert_cmpuint (n_changes[0] + n_changes[1] + n_changes[3] + n_changes[4] + n_changes[5], ==, 0);
}

/* Every note is found on its clause, however many there are. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < 100; i++)
    add (fixture, i % 2 == 0 ? "item_4" : "item_2", NULL, "x");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->notes)), ==, 100);
  g_assert_cmpuint (gloss_placed_notes_get_on_clause (fixture->notes, 3)->len, ==, 50);
  g_assert_cmpuint (gloss_placed_notes_get_on_clause (fixture->notes, 5)->len, ==, 50);
}

static void
add_very_many (Fixture *fixture,
               guint    n_notes)
{
  gloss_annotation_store_begin_group (fixture->store, "Many");
  for (guint i = 0; i < n_notes; i++)
    {
      const char *const ids[] = { "item_4", "item_2", "title" };

      add (fixture, ids[i % G_N_ELEMENTS (ids)], NULL, "x");
    }
  gloss_annotation_store_end_group (fixture->store, NULL);
}

static gboolean
is_filled (gpointer notes)
{
  return gloss_placed_notes_get_progress (notes) == 1;
}

/* Where there are too many to be placed at once, all of them are there when it is over: also what
 * was changed in the store meanwhile. */
static void
test_very_many (Fixture       *fixture,
                gconstpointer  data)
{
  GlossReaderTestChanges changes = { 0 };
  g_autoptr (GlossAnnotation) first = NULL;
  g_autoptr (GlossAnnotation) second = NULL;
  g_autoptr (GlossPlacedNotes) notes = NULL;
  g_autoptr (GlossAnchor) elsewhere = make_anchor (fixture, "item_1");

  add_very_many (fixture, 3000);
  notes = gloss_placed_notes_new (fixture->document, fixture->store);
  g_signal_connect (notes, "items-changed", G_CALLBACK (gloss_reader_test_count_cb), &changes);
  g_assert_cmpfloat (gloss_placed_notes_get_progress (notes), <, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 0);

  first = g_list_model_get_item (G_LIST_MODEL (fixture->store), 0);
  second = g_list_model_get_item (G_LIST_MODEL (fixture->store), 1);
  gloss_annotation_store_remove (fixture->store, first, NULL);
  gloss_annotation_store_set_anchor (fixture->store, second, elsewhere, NULL);
  add (fixture, "item_1", NULL, "new");
  gloss_ui_test_wait (is_filled, notes);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (notes)), ==, 3000);
  g_assert_cmpuint (changes.n_added, ==, 3000);
  g_assert_cmpuint (gloss_placed_notes_get_on_clause (notes, 2)->len, ==, 2);
  g_assert_null (gloss_placed_notes_lookup (notes, first));
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GlossPlacedNote) note = g_list_model_get_item (G_LIST_MODEL (notes), i);
      g_autoptr (GlossPlacedNote) other = g_list_model_get_item (G_LIST_MODEL (fixture->notes), i);

      g_assert_true (gloss_placed_note_get_annotation (note) == gloss_placed_note_get_annotation (other));
    }
}

/* Given up before all have their places. */
static void
test_given_up (Fixture       *fixture,
               gconstpointer  data)
{
  GlossPlacedNotes *notes;

  add_very_many (fixture, 3000);
  notes = gloss_placed_notes_new (fixture->document, fixture->store);
  g_assert_cmpfloat (gloss_placed_notes_get_progress (notes), <, 1);
  g_assert_finalize_object (notes);
  gloss_reader_test_settle ();
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/placed-notes/order-of-the-text", test_order_of_the_text },
    { "/placed-notes/on-clause", test_on_clause },
    { "/placed-notes/phrase-in-bytes", test_phrase_in_bytes },
    { "/placed-notes/begun-and-dropped", test_begun_and_dropped },
    { "/placed-notes/begun-and-written", test_begun_and_written },
    { "/placed-notes/begun-and-colored", test_begun_and_colored },
    { "/placed-notes/only-one-is-begun", test_only_one_is_begun },
    { "/placed-notes/gone-comes-back", test_gone_comes_back },
    { "/placed-notes/undo", test_undo },
    { "/placed-notes/other-language", test_other_language },
    { "/placed-notes/new-anchor", test_new_anchor },
    { "/placed-notes/parallel", test_parallel },
    { "/placed-notes/parallel-changes", test_parallel_changes },
    { "/placed-notes/clause-changed", test_clause_changed },
    { "/placed-notes/many", test_many },
    { "/placed-notes/very-many", test_very_many },
    { "/placed-notes/given-up", test_given_up },
  };

  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return gloss_ui_test_run ();
}
