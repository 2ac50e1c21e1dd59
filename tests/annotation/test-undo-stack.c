/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-undo-stack.h"

#include "annotation/gloss-annotation-private.h"
#include "store-fixture.h"

static GlossChange *
edit_note (GlossAnnotation *annotation,
           const char      *note)
{
  GlossChange *change = gloss_change_new (GLOSS_CHANGE_NOTE, annotation);

  gloss_annotation_set_note (annotation, note);
  gloss_change_side_read (&change->after, GLOSS_CHANGE_NOTE, annotation);
  return change;
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossUndoStack) stack = gloss_undo_stack_new ();
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "");
  GlossChange *add = gloss_change_new (GLOSS_CHANGE_ADD, annotation);
  GlossChange *color = gloss_change_new (GLOSS_CHANGE_COLOR, annotation);

  g_assert_null (gloss_undo_stack_peek_undo (stack));
  g_assert_null (gloss_undo_stack_peek_redo (stack));

  gloss_undo_stack_push (stack, add, 0);
  gloss_undo_stack_push (stack, color, 0);
  g_assert_true (gloss_undo_stack_peek_undo (stack) == color);

  gloss_undo_stack_undone (stack);
  g_assert_true (gloss_undo_stack_peek_undo (stack) == add);
  g_assert_true (gloss_undo_stack_peek_redo (stack) == color);
  gloss_undo_stack_undone (stack);
  g_assert_null (gloss_undo_stack_peek_undo (stack));
  g_assert_true (gloss_undo_stack_peek_redo (stack) == add);
  gloss_undo_stack_redone (stack);
  g_assert_true (gloss_undo_stack_peek_undo (stack) == add);

  /* A new change takes the place of what was taken back. */
  gloss_undo_stack_push (stack, gloss_change_new (GLOSS_CHANGE_TAGS, annotation), 0);
  g_assert_null (gloss_undo_stack_peek_redo (stack));

  gloss_undo_stack_drop_undo (stack);
  g_assert_true (gloss_undo_stack_peek_undo (stack) == add);
}

static void
test_one_editing (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GlossUndoStack) stack = gloss_undo_stack_new ();
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "a");
  GlossChange *change;

  gloss_undo_stack_push (stack, edit_note (annotation, "ab"), 1000);
  gloss_undo_stack_push (stack, edit_note (annotation, "abc"), 1000 + GLOSS_UNDO_PAUSE_US - 1);
  gloss_undo_stack_push (stack, edit_note (annotation, "abcd"), 1000 + 2 * GLOSS_UNDO_PAUSE_US - 3);

  change = gloss_undo_stack_peek_undo (stack);
  g_assert_cmpstr (change->before.note, ==, "a");
  g_assert_cmpstr (change->after.note, ==, "abcd");
  gloss_undo_stack_undone (stack);
  g_assert_null (gloss_undo_stack_peek_undo (stack));
}

static void
test_separate_editings (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GlossUndoStack) stack = gloss_undo_stack_new ();
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "a");
  g_autoptr (GlossAnnotation) other = fixture_make (fixture, "x");
  static const char *const expected[] = { "f", "d", "c", "y", "b" };

  gloss_undo_stack_push (stack, edit_note (annotation, "b"), 0);
  gloss_undo_stack_push (stack, edit_note (other, "y"), 1);                          /* another note */
  gloss_undo_stack_push (stack, edit_note (annotation, "c"), 2);
  gloss_undo_stack_push (stack, edit_note (annotation, "d"), 2 + GLOSS_UNDO_PAUSE_US); /* a pause */
  gloss_undo_stack_push (stack, gloss_change_new (GLOSS_CHANGE_COLOR, annotation), 3 + GLOSS_UNDO_PAUSE_US);
  gloss_undo_stack_push (stack, edit_note (annotation, "f"), 4 + GLOSS_UNDO_PAUSE_US); /* something else */

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      GlossChange *change = gloss_undo_stack_peek_undo (stack);

      if (change->kind != GLOSS_CHANGE_NOTE)
        {
          gloss_undo_stack_undone (stack);
          change = gloss_undo_stack_peek_undo (stack);
        }
      g_assert_cmpstr (change->after.note, ==, expected[i]);
      gloss_undo_stack_undone (stack);
    }
  g_assert_null (gloss_undo_stack_peek_undo (stack));
}

/* What was taken back and made again is not edited on. */
static void
test_closed_by_undo (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GlossUndoStack) stack = gloss_undo_stack_new ();
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "a");

  gloss_undo_stack_push (stack, edit_note (annotation, "b"), 0);
  gloss_undo_stack_undone (stack);
  gloss_undo_stack_redone (stack);
  gloss_undo_stack_push (stack, edit_note (annotation, "c"), 1);
  g_assert_cmpstr (gloss_undo_stack_peek_undo (stack)->before.note, ==, "b");
}

static void
test_nothing_left (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GlossUndoStack) stack = gloss_undo_stack_new ();
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "a");

  gloss_undo_stack_push (stack, edit_note (annotation, "ab"), 0);
  gloss_undo_stack_push (stack, edit_note (annotation, "a"), 1);
  g_assert_null (gloss_undo_stack_peek_undo (stack));
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "a");
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = GLOSS_CHANGE_ADD; i <= GLOSS_CHANGE_ANCHOR; i++)
    {
      g_autoptr (GlossChange) change = gloss_change_new (i, annotation);

      g_assert_true (g_hash_table_add (labels, (char *) gloss_change_get_label (change)));
    }
}

static void
test_bounded (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossUndoStack) stack = gloss_undo_stack_new ();
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "a");
  guint n = 0;

  for (guint i = 0; i < 5000; i++)
    gloss_undo_stack_push (stack, gloss_change_new (GLOSS_CHANGE_COLOR, annotation), i);
  while (gloss_undo_stack_peek_undo (stack) != NULL)
    {
      gloss_undo_stack_undone (stack);
      n++;
    }
  g_assert_cmpuint (n, ==, 1000);
}

/* The parts of a step are found wherever they stand, the last one first. */
static void
test_steps (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossUndoStack) stack = gloss_undo_stack_new ();
  g_autoptr (GlossAnnotation) annotation = fixture_make (fixture, "");
  GlossChange *changes[4];

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      changes[i] = gloss_change_new (GLOSS_CHANGE_COLOR, annotation);
      gloss_undo_stack_push (stack, changes[i], 0);
      if (i == 2)
        gloss_undo_stack_mark (stack, 2, 7);
    }

  g_assert_false (gloss_undo_stack_has_step (stack, 8, FALSE));
  g_assert_true (gloss_undo_stack_has_step (stack, 7, FALSE));
  g_assert_false (gloss_undo_stack_has_step (stack, 7, TRUE));
  g_assert_true (gloss_undo_stack_peek_undo (stack) == changes[3]);

  g_assert_true (gloss_undo_stack_raise_undo (stack, 7));
  g_assert_true (gloss_undo_stack_peek_undo (stack) == changes[2]);
  gloss_undo_stack_undone (stack);
  g_assert_true (gloss_undo_stack_raise_undo (stack, 7));
  g_assert_true (gloss_undo_stack_peek_undo (stack) == changes[1]);
  gloss_undo_stack_undone (stack);
  g_assert_false (gloss_undo_stack_raise_undo (stack, 7));
  g_assert_true (gloss_undo_stack_peek_undo (stack) == changes[3]);

  /* Made again in the order in which they were made. */
  gloss_undo_stack_undone (stack);
  g_assert_true (gloss_undo_stack_has_step (stack, 7, TRUE));
  g_assert_true (gloss_undo_stack_raise_redo (stack, 7));
  g_assert_true (gloss_undo_stack_peek_redo (stack) == changes[1]);
  gloss_undo_stack_redone (stack);
  g_assert_true (gloss_undo_stack_raise_redo (stack, 7));
  g_assert_true (gloss_undo_stack_peek_redo (stack) == changes[2]);
  gloss_undo_stack_redone (stack);
  g_assert_false (gloss_undo_stack_has_step (stack, 7, TRUE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/undo-stack/order", test_order);
  fixture_add ("/undo-stack/one-editing", test_one_editing);
  fixture_add ("/undo-stack/separate-editings", test_separate_editings);
  fixture_add ("/undo-stack/closed-by-undo", test_closed_by_undo);
  fixture_add ("/undo-stack/nothing-left", test_nothing_left);
  fixture_add ("/undo-stack/labels", test_labels);
  fixture_add ("/undo-stack/bounded", test_bounded);
  fixture_add ("/undo-stack/steps", test_steps);

  return g_test_run ();
}
