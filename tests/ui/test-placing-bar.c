/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-placing-bar.h"

#include "gloss-reader-test.h"
#include "ui/gloss-clause-row.h"

typedef struct
{
  GlossDocument        *document;
  GlossNotebook        *notebook;
  GlossAnnotationStore *store;
  GlossAnnotation      *annotation;
  GtkWidget            *window;
  GlossReaderView      *view;
  GtkWidget            *bar;
  guint                 n_closed;
  gboolean              placed;
} Fixture;

static void
closed_cb (GlossPlacingBar *bar,
           gboolean         placed,
           Fixture         *fixture)
{
  fixture->n_closed++;
  fixture->placed = placed;
}

static gboolean
has_rows (gpointer view)
{
  return gloss_reader_test_find (view, GLOSS_TYPE_CLAUSE_ROW) != NULL && gtk_widget_get_height (view) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = "A/1", .language = "en", .exact = "words that are nowhere", .start = -1, .end = -1,
  });
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->document = gloss_reader_test_document ("en");
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->store = gloss_reader_test_store (fixture->notebook);
  fixture->annotation = gloss_annotation_new (anchor, "our note", NULL, GLOSS_COLOR_YELLOW, "Tester");
  g_assert_true (gloss_annotation_store_add (fixture->store, fixture->annotation, NULL));

  fixture->view = g_object_new (GLOSS_TYPE_READER_VIEW, "vexpand", TRUE, NULL);
  gloss_reader_view_set_document (fixture->view, fixture->document, NULL);
  fixture->bar = g_object_ref_sink (gloss_placing_bar_new (fixture->view, fixture->document, fixture->store,
                                                           fixture->annotation));
  g_signal_connect (fixture->bar, "closed", G_CALLBACK (closed_cb), fixture);
  gtk_box_append (GTK_BOX (box), fixture->bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (has_rows, fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
  g_assert_finalize_object (fixture->bar);
  g_clear_object (&fixture->annotation);
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->document);
}

static void
select_clause (Fixture    *fixture,
               const char *id)
{
  GlossClause *clause = gloss_document_find_clause (fixture->document, id);

  gloss_reader_view_show_clause (fixture->view, gloss_clause_get_position (clause), GLOSS_READER_SELECT);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->bar, action, NULL));
}

static GlossPlacement
get_placement (Fixture *fixture)
{
  return gloss_anchor_resolve (gloss_annotation_get_anchor (fixture->annotation), fixture->document);
}

/* Without anything selected it goes on asking; then the note goes to the clause, and can be taken
 * back. */
static void
test_take (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  act (fixture, "placing.take");
  g_assert_cmpuint (fixture->n_closed, ==, 0);

  select_clause (fixture, "item_3");
  act (fixture, "placing.take");
  g_assert_cmpuint (fixture->n_closed, ==, 1);
  g_assert_true (fixture->placed);
  g_assert_cmpint (get_placement (fixture).state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (gloss_clause_get_id (get_placement (fixture).clause), ==, "item_3");

  gloss_annotation_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_placement (fixture).state, ==, GLOSS_PLACEMENT_NOT_FOUND);

  /* It is done: nothing is taken any more. */
  act (fixture, "placing.take");
  g_assert_cmpuint (fixture->n_closed, ==, 1);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  select_clause (fixture, "item_3");
  act (fixture, "placing.cancel");
  g_assert_cmpuint (fixture->n_closed, ==, 1);
  g_assert_false (fixture->placed);
  g_assert_cmpint (get_placement (fixture).state, ==, GLOSS_PLACEMENT_NOT_FOUND);
}

static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  select_clause (fixture, "item_3");
  g_assert_true (gloss_annotation_store_remove (fixture->store, fixture->annotation, NULL));
  act (fixture, "placing.take");
  g_assert_cmpuint (fixture->n_closed, ==, 1);
  g_assert_false (fixture->placed);
}

#define ADD(name, test) g_test_add ("/placing-bar/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  ADD ("take", test_take);
  ADD ("cancel", test_cancel);
  ADD ("removed", test_removed);

  return gloss_ui_test_run ();
}
