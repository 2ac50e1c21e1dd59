/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-history.h"

#include "gloss-ui-test.h"

/* What is written on it is wiped off from the end. */
typedef struct
{
  GObject    parent_instance;

  GPtrArray *done;   /* labels */
  GPtrArray *undone;
  gboolean   stuck;
} Slate;

typedef GObjectClass SlateClass;

static GType slate_get_type (void);

G_DEFINE_TYPE (Slate, slate, G_TYPE_OBJECT)

static void
slate_finalize (GObject *object)
{
  Slate *self = (Slate *) object;

  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);

  G_OBJECT_CLASS (slate_parent_class)->finalize (object);
}

static void
slate_class_init (SlateClass *klass)
{
  klass->finalize = slate_finalize;
}

static void
slate_init (Slate *self)
{
  self->done = g_ptr_array_new_with_free_func (g_free);
  self->undone = g_ptr_array_new_with_free_func (g_free);
}

/* A label is its own time: "3". */
static gint64
get_time (gpointer source,
          gboolean again,
          gpointer user_data)
{
  Slate *slate = source;
  GPtrArray *labels = again ? slate->undone : slate->done;

  return labels->len > 0 ? g_ascii_strtoll (g_ptr_array_index (labels, labels->len - 1), NULL, 10) : 0;
}

static gboolean
make (gpointer   source,
      gboolean   again,
      gpointer   user_data,
      char     **label,
      GError   **error)
{
  Slate *slate = source;
  GPtrArray *from = again ? slate->undone : slate->done;
  GPtrArray *to = again ? slate->done : slate->undone;

  *label = g_strdup (g_ptr_array_index (from, from->len - 1));
  if (slate->stuck)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return FALSE;
    }

  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
  return TRUE;
}

static const GlossHistoryKind kind = {
  .get_time = get_time,
  .make = make,
};

static void
write_label (Slate      *slate,
             const char *label)
{
  g_ptr_array_add (slate->done, g_strdup (label));
  g_ptr_array_set_size (slate->undone, 0);
}

typedef struct
{
  GlossHistory *history;
  Slate        *left;
  Slate        *right;
  guint         n_changes;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->history = gloss_history_new ();
  fixture->left = g_object_new (slate_get_type (), NULL);
  fixture->right = g_object_new (slate_get_type (), NULL);
  gloss_history_add (fixture->history, G_OBJECT (fixture->left), &kind, NULL);
  g_signal_connect_swapped (fixture->history, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->left);
  g_assert_finalize_object (fixture->right);
}

static void
assert_undone (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gloss_history_undo (fixture->history, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

static void
assert_redone (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gloss_history_redo (fixture->history, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, expected);
}

/* Whichever of the two it was done in, the last comes first; and the first again. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_false (gloss_history_can_undo (fixture->history));
  g_assert_false (gloss_history_can_redo (fixture->history));
  assert_undone (fixture, NULL);
  assert_redone (fixture, NULL);

  write_label (fixture->left, "1");
  write_label (fixture->right, "2");
  gloss_history_add (fixture->history, G_OBJECT (fixture->right), &kind, NULL);
  write_label (fixture->left, "3");
  write_label (fixture->right, "4");
  write_label (fixture->right, "5");

  assert_undone (fixture, "5");
  assert_undone (fixture, "4");
  assert_undone (fixture, "3");
  assert_redone (fixture, "3");
  assert_undone (fixture, "3");
  assert_undone (fixture, "2");
  assert_undone (fixture, "1");
  g_assert_false (gloss_history_can_undo (fixture->history));

  assert_redone (fixture, "1");
  assert_redone (fixture, "2");
  assert_redone (fixture, "3");
  assert_redone (fixture, "4");
  assert_redone (fixture, "5");
  g_assert_false (gloss_history_can_redo (fixture->history));
}

/* What is done anew ends what could be made again, elsewhere too. */
static void
test_new_change (Fixture       *fixture,
                 gconstpointer  data)
{
  write_label (fixture->left, "1");
  write_label (fixture->right, "2");
  gloss_history_add (fixture->history, G_OBJECT (fixture->right), &kind, NULL);
  assert_undone (fixture, "2");
  g_assert_true (gloss_history_can_redo (fixture->history));

  write_label (fixture->left, "3");
  g_assert_false (gloss_history_can_redo (fixture->history));
  assert_redone (fixture, NULL);
  assert_undone (fixture, "3");
  assert_undone (fixture, "1");
}

/* What was undone before something else was done does not come back when that is undone as well. */
static void
test_lost (Fixture       *fixture,
           gconstpointer  data)
{
  write_label (fixture->left, "1");
  write_label (fixture->left, "2");
  write_label (fixture->right, "3");
  gloss_history_add (fixture->history, G_OBJECT (fixture->right), &kind, NULL);
  assert_undone (fixture, "3");
  assert_undone (fixture, "2");
  write_label (fixture->right, "4");
  write_label (fixture->right, "5");
  gloss_history_update (fixture->history);

  assert_undone (fixture, "5");
  assert_undone (fixture, "4");
  assert_redone (fixture, "4");
  assert_undone (fixture, "4");
  assert_undone (fixture, "1");
  assert_redone (fixture, "1");
  assert_redone (fixture, "4");
  assert_redone (fixture, "5");
  g_assert_false (gloss_history_can_redo (fixture->history));
  assert_redone (fixture, NULL);

  /* In the other one as well. */
  assert_undone (fixture, "5");
  write_label (fixture->left, "6");
  gloss_history_update (fixture->history);
  assert_undone (fixture, "6");
  assert_redone (fixture, "6");
  assert_redone (fixture, NULL);
}

/* What was there before it took part is not undone here. */
static void
test_since (Fixture       *fixture,
            gconstpointer  data)
{
  write_label (fixture->right, "1");
  write_label (fixture->right, "2");
  gloss_history_add (fixture->history, G_OBJECT (fixture->right), &kind, NULL);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  gloss_history_add (fixture->history, G_OBJECT (fixture->right), &kind, NULL);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  assert_undone (fixture, "2");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_false (gloss_history_can_undo (fixture->history));
  assert_redone (fixture, "2");
}

static void
test_failure (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  write_label (fixture->left, "1");
  fixture->left->stuck = TRUE;
  g_assert_false (gloss_history_undo (fixture->history, &label, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (label, ==, "1");

  fixture->left->stuck = FALSE;
  assert_undone (fixture, "1");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/history/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/history/new-change", Fixture, NULL, set_up, test_new_change, tear_down);
  g_test_add ("/history/lost", Fixture, NULL, set_up, test_lost, tear_down);
  g_test_add ("/history/since", Fixture, NULL, set_up, test_since, tear_down);
  g_test_add ("/history/failure", Fixture, NULL, set_up, test_failure, tear_down);

  return gloss_ui_test_run ();
}
