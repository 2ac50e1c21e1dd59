/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-note-buffer.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossDocument        *document;
  GlossNotebook        *notebook;
  GlossAnnotationStore *store;
  GlossPlacedNotes     *notes;
  GlossPlacedNote      *note;
  GlossNoteBuffer      *buffer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GlossAnnotation) annotation = NULL;

  fixture->document = gloss_reader_test_document ("en");
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->store = gloss_reader_test_store (fixture->notebook);
  fixture->notes = gloss_placed_notes_new (fixture->document, fixture->store);
  annotation = gloss_reader_test_annotation (fixture->document, "item_1", NULL, "One");
  gloss_annotation_store_add (fixture->store, annotation, NULL);
  fixture->note = g_list_model_get_item (G_LIST_MODEL (fixture->notes), 0);
  fixture->buffer = gloss_note_buffer_new (fixture->notes, fixture->note);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->buffer != NULL)
    g_assert_finalize_object (fixture->buffer);
  g_clear_object (&fixture->note);
  g_assert_finalize_object (fixture->notes);
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->document);
}

static const char *
get_note (Fixture *fixture)
{
  return gloss_annotation_get_note (gloss_placed_note_get_annotation (fixture->note));
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (fixture->buffer), text, -1);
}

static void
assert_text (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (fixture->buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
is_written (gpointer data)
{
  return g_str_equal (get_note (data), "One and all");
}

static void
test_written_after_a_pause (Fixture       *fixture,
                            gconstpointer  data)
{
  assert_text (fixture, "One");
  g_assert_false (gtk_text_buffer_get_can_undo (GTK_TEXT_BUFFER (fixture->buffer)));

  type (fixture, " and");
  type (fixture, " all");
  g_assert_cmpstr (get_note (fixture), ==, "One");
  gloss_ui_test_wait (is_written, fixture);
}

static void
test_committed (Fixture       *fixture,
                gconstpointer  data)
{
  type (fixture, "!");
  gloss_note_buffer_commit (fixture->buffer);
  g_assert_cmpstr (get_note (fixture), ==, "One!");
}

static void
test_let_go (Fixture       *fixture,
             gconstpointer  data)
{
  type (fixture, "!");
  g_assert_finalize_object (g_steal_pointer (&fixture->buffer));
  g_assert_cmpstr (get_note (fixture), ==, "One!");
}

static void
test_changed_elsewhere (Fixture       *fixture,
                        gconstpointer  data)
{
  gloss_annotation_store_set_note (fixture->store, gloss_placed_note_get_annotation (fixture->note), "Two", NULL);
  assert_text (fixture, "Two");

  gloss_annotation_store_undo (fixture->store, NULL);
  assert_text (fixture, "One");
}

/* What the writer typed is not overwritten, and goes to the note in the end. */
static void
test_changed_elsewhere_while_typing (Fixture       *fixture,
                                     gconstpointer  data)
{
  type (fixture, " more");
  gloss_annotation_store_set_note (fixture->store, gloss_placed_note_get_annotation (fixture->note), "Two", NULL);
  assert_text (fixture, "One more");
  gloss_note_buffer_commit (fixture->buffer);
  g_assert_cmpstr (get_note (fixture), ==, "One more");
}

static void
test_removed_while_typing (Fixture       *fixture,
                           gconstpointer  data)
{
  type (fixture, " more");
  gloss_annotation_store_remove (fixture->store, gloss_placed_note_get_annotation (fixture->note), NULL);
  gloss_note_buffer_commit (fixture->buffer);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 1);
  g_assert_cmpstr (get_note (fixture), ==, "One more");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/note-buffer/written-after-a-pause", Fixture, NULL, set_up, test_written_after_a_pause, tear_down);
  g_test_add ("/note-buffer/committed", Fixture, NULL, set_up, test_committed, tear_down);
  g_test_add ("/note-buffer/let-go", Fixture, NULL, set_up, test_let_go, tear_down);
  g_test_add ("/note-buffer/changed-elsewhere", Fixture, NULL, set_up, test_changed_elsewhere, tear_down);
  g_test_add ("/note-buffer/changed-elsewhere-while-typing", Fixture, NULL, set_up,
              test_changed_elsewhere_while_typing, tear_down);
  g_test_add ("/note-buffer/removed-while-typing", Fixture, NULL, set_up, test_removed_while_typing, tear_down);

  return gloss_ui_test_run ();
}
