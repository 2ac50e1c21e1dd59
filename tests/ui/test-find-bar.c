/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-find-bar.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossDocument *document;
  GtkWidget     *window;
  GlossFindBar  *bar;
  guint          chosen_side;
  guint          chosen;
  guint          n_matches;
} Fixture;

static void
match_chosen_cb (GlossFindBar *bar,
                 guint         side,
                 guint         position,
                 Fixture      *fixture)
{
  fixture->chosen_side = side;
  fixture->chosen = position;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = gloss_reader_test_document ("en");
  fixture->window = gtk_window_new ();
  fixture->bar = g_object_new (GLOSS_TYPE_FIND_BAR, NULL);
  fixture->chosen = G_MAXUINT;
  g_signal_connect (fixture->bar, "match-chosen", G_CALLBACK (match_chosen_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->bar));
  gloss_find_bar_set_document (fixture->bar, fixture->document);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gloss_find_bar_close (fixture->bar);
  gloss_reader_test_settle ();
  g_object_ref (fixture->bar);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->bar);
  g_clear_object (&fixture->document);
}

static gboolean
has_matches (gpointer data)
{
  Fixture *fixture = data;
  GArray *matches = gloss_find_bar_get_matches (fixture->bar, GLOSS_PARALLEL_FIRST);

  return matches != NULL && matches->len == fixture->n_matches;
}

/* Waits for a search for @words that finds @n_matches. */
static void
find (Fixture    *fixture,
      guint       from,
      const char *words,
      guint       n_matches)
{
  fixture->n_matches = n_matches;
  gloss_find_bar_open (fixture->bar, from, words);
  gloss_ui_test_wait (has_matches, fixture);
}

/* Whether some label of the bar says @text. */
static gboolean
says (GtkWidget  *root,
      const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

static void
test_round (Fixture       *fixture,
            gconstpointer  data)
{
  find (fixture, 0, "PEACE", 2);
  g_assert_cmpint (gloss_find_bar_get_current (fixture->bar, GLOSS_PARALLEL_FIRST), ==, 0);
  g_assert_cmpuint (fixture->chosen, ==, 2);
  g_assert_true (says (GTK_WIDGET (fixture->bar), "1 of 2"));

  gloss_find_bar_step (fixture->bar, 1);
  g_assert_cmpuint (fixture->chosen, ==, 5);
  g_assert_true (says (GTK_WIDGET (fixture->bar), "2 of 2"));
  gloss_find_bar_step (fixture->bar, 1);
  g_assert_cmpuint (fixture->chosen, ==, 2);
  gloss_find_bar_step (fixture->bar, -1);
  g_assert_cmpuint (fixture->chosen, ==, 5);
}

/* It begins where the reader is, and goes on from the top where there is nothing below. */
static void
test_from (Fixture       *fixture,
           gconstpointer  data)
{
  find (fixture, 3, "peace", 2);
  g_assert_cmpuint (fixture->chosen, ==, 5);
  gloss_find_bar_close (fixture->bar);
  find (fixture, 5, "cooperate", 1);
  g_assert_cmpuint (fixture->chosen, ==, 3);
}

static void
test_not_found (Fixture       *fixture,
                gconstpointer  data)
{
  find (fixture, 0, "war", 0);
  g_assert_cmpint (gloss_find_bar_get_current (fixture->bar, GLOSS_PARALLEL_FIRST), ==, -1);
  g_assert_true (says (GTK_WIDGET (fixture->bar), "Not found"));
  gloss_find_bar_step (fixture->bar, 1);
  g_assert_cmpuint (fixture->chosen, ==, G_MAXUINT);
}

static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  find (fixture, 0, "peace", 2);
  gloss_find_bar_close (fixture->bar);
  g_assert_null (gloss_find_bar_get_matches (fixture->bar, GLOSS_PARALLEL_FIRST));
  g_assert_cmpint (gloss_find_bar_get_current (fixture->bar, GLOSS_PARALLEL_FIRST), ==, -1);
}

/* With nothing to look for yet, the caret goes where it is to be said. */
static void
test_nothing_yet (Fixture       *fixture,
                  gconstpointer  data)
{
  gloss_find_bar_step (fixture->bar, 1);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);

  gloss_find_bar_step (fixture->bar, 1);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

/* Through two texts the search goes row by row, whichever text the words are in. */
static void
test_parallel (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GlossDocument) other = gloss_reader_test_translation ();
  g_autoptr (GlossParallelRows) rows = gloss_parallel_rows_new (fixture->document, other);

  gloss_find_bar_set_parallel (fixture->bar, rows);

  find (fixture, 2, "state", 1);
  g_assert_true (says (GTK_WIDGET (fixture->bar), "1 of 2"));
  g_assert_cmpuint (fixture->chosen_side, ==, GLOSS_PARALLEL_FIRST);
  g_assert_cmpuint (fixture->chosen, ==, 3);
  g_assert_cmpint (gloss_find_bar_get_current (fixture->bar, GLOSS_PARALLEL_SECOND), ==, -1);

  gloss_find_bar_step (fixture->bar, 1);
  g_assert_cmpuint (fixture->chosen_side, ==, GLOSS_PARALLEL_SECOND);
  g_assert_cmpstr (gloss_clause_get_id (gloss_document_get_clause (other, fixture->chosen)), ==, "item_5");
  g_assert_cmpint (gloss_find_bar_get_current (fixture->bar, GLOSS_PARALLEL_FIRST), ==, -1);
  g_assert_cmpint (gloss_find_bar_get_current (fixture->bar, GLOSS_PARALLEL_SECOND), ==, 0);
  gloss_find_bar_step (fixture->bar, 1);
  g_assert_cmpuint (fixture->chosen_side, ==, GLOSS_PARALLEL_FIRST);

  /* Alone again, the other text is not looked into. */
  gloss_find_bar_set_document (fixture->bar, fixture->document);
  find (fixture, 0, "state", 1);
  g_assert_true (says (GTK_WIDGET (fixture->bar), "1 of 1"));
  g_assert_null (gloss_find_bar_get_matches (fixture->bar, GLOSS_PARALLEL_SECOND));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/find-bar/round", Fixture, NULL, set_up, test_round, tear_down);
  g_test_add ("/find-bar/from", Fixture, NULL, set_up, test_from, tear_down);
  g_test_add ("/find-bar/not-found", Fixture, NULL, set_up, test_not_found, tear_down);
  g_test_add ("/find-bar/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/find-bar/nothing-yet", Fixture, NULL, set_up, test_nothing_yet, tear_down);
  g_test_add ("/find-bar/parallel", Fixture, NULL, set_up, test_parallel, tear_down);

  return gloss_ui_test_run ();
}
