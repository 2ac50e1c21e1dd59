/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-reader-view.h"

#include "ui/gloss-parallel-row-widget.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossDocument     *english;
  GlossDocument     *chinese;
  GlossParallelRows *rows;
  GlossNotebook     *notebook;
  GlossPlacedNotes  *notes;
  GtkWidget         *window;
  GlossReaderView   *view;
  guint              n_selections;
} Fixture;

static void
selection_changed_cb (GlossReaderView *view,
                      Fixture         *fixture)
{
  fixture->n_selections++;
}

static gboolean
has_rows (gpointer view)
{
  return gloss_reader_test_find (view, GLOSS_TYPE_PARALLEL_ROW_WIDGET) != NULL && gtk_widget_get_height (view) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->english = gloss_reader_test_document ("en");
  fixture->chinese = gloss_reader_test_translation ();
  fixture->rows = gloss_parallel_rows_new (fixture->english, fixture->chinese);
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->notes = gloss_placed_notes_new_parallel (fixture->rows, gloss_reader_test_store (fixture->notebook));
  fixture->window = gtk_window_new ();
  fixture->view = g_object_new (GLOSS_TYPE_READER_VIEW, NULL);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gloss_reader_view_set_parallel (fixture->view, fixture->rows, fixture->notes);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (has_rows, fixture->view);
  g_signal_connect (fixture->view, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->notes);
  g_assert_finalize_object (fixture->rows);
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->english);
  g_clear_object (&fixture->chinese);
}

/* (transfer none): the widget of the row @place. */
static GlossParallelRowWidget *
find_widget (Fixture *fixture,
             guint    place)
{
  GtkWidget *list = gloss_reader_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);

  for (GtkWidget *item = gtk_widget_get_first_child (list); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GlossParallelRowWidget *widget = GLOSS_PARALLEL_ROW_WIDGET (gtk_widget_get_first_child (item));
      gboolean fits = TRUE;

      for (guint side = 0; side < GLOSS_N_PARALLEL_SIDES; side++)
        fits = fits && gloss_clause_row_get_clause (gloss_parallel_row_widget_get_clause_row (widget, side)) ==
                           gloss_parallel_rows_get_clause (fixture->rows, place, side);
      if (fits)
        return widget;
    }

  g_assert_not_reached ();
}

static guint
get_place (Fixture           *fixture,
           GlossParallelSide  side,
           const char        *id)
{
  GlossDocument *document = gloss_parallel_rows_get_document (fixture->rows, side);
  GlossClause *clause = gloss_document_find_clause (document, id);

  return gloss_parallel_rows_find (fixture->rows, side, gloss_clause_get_position (clause));
}

static void
select_in (Fixture           *fixture,
           GlossParallelSide  side,
           const char        *id)
{
  GlossDocument *document = gloss_parallel_rows_get_document (fixture->rows, side);
  GlossClause *clause = gloss_document_find_clause (document, id);

  gloss_reader_view_show_clause_in (fixture->view, side, gloss_clause_get_position (clause), GLOSS_READER_SELECT);
}

/* That the selection is the clause @id of @document and nothing else. */
static void
assert_selected (Fixture       *fixture,
                 GlossDocument *document,
                 const char    *id)
{
  g_autoptr (GtkBitset) selection = gloss_reader_view_get_selection (fixture->view);

  g_assert_true (gloss_reader_view_get_document (fixture->view) == document);
  g_assert_cmpuint (gtk_bitset_get_size (selection), ==, 1);
  g_assert_cmpstr (gloss_clause_get_id (gloss_document_get_clause (document, gtk_bitset_get_minimum (selection))), ==, id);
}

/* One selection for both; whose clauses it names follows the side on which the reader is. */
static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GtkBitset) none = gloss_reader_view_get_selection (fixture->view);

  g_assert_true (gtk_bitset_is_empty (none));
  g_assert_true (gloss_reader_view_get_document (fixture->view) == fixture->english);

  select_in (fixture, GLOSS_PARALLEL_FIRST, "item_3");
  assert_selected (fixture, fixture->english, "item_3");
  g_assert_cmpuint (fixture->n_selections, ==, 1);

  select_in (fixture, GLOSS_PARALLEL_SECOND, "item_3");
  assert_selected (fixture, fixture->chinese, "item_3");
  g_assert_cmpuint (fixture->n_selections, ==, 2);
  gloss_reader_view_show_clause (fixture->view, 5, GLOSS_READER_SELECT);
  assert_selected (fixture, fixture->english, "item_4");
}

/* Where the side on which the reader is lacks the clause, the other one has it. */
static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *list = gloss_reader_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);

  select_in (fixture, GLOSS_PARALLEL_SECOND, "item_4");
  gtk_widget_activate_action (list, "list.select-item", "(ubb)", get_place (fixture, GLOSS_PARALLEL_FIRST, "title"), FALSE,
                              FALSE);
  assert_selected (fixture, fixture->english, "title");
  gtk_widget_activate_action (list, "list.select-item", "(ubb)", get_place (fixture, GLOSS_PARALLEL_SECOND, "item_5"),
                              FALSE, FALSE);
  assert_selected (fixture, fixture->chinese, "item_5");

  select_in (fixture, GLOSS_PARALLEL_FIRST, "item_3");
  gtk_widget_activate_action (list, "list.select-item", "(ubb)", get_place (fixture, GLOSS_PARALLEL_SECOND, "item_5"),
                              FALSE, FALSE);
  assert_selected (fixture, fixture->chinese, "item_5");
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *both = gtk_widget_get_parent (
      GTK_WIDGET (find_widget (fixture, get_place (fixture, GLOSS_PARALLEL_FIRST, "item_3"))));
  GtkWidget *english = gtk_widget_get_parent (
      GTK_WIDGET (find_widget (fixture, get_place (fixture, GLOSS_PARALLEL_FIRST, "title"))));
  GtkWidget *chinese = gtk_widget_get_parent (
      GTK_WIDGET (find_widget (fixture, get_place (fixture, GLOSS_PARALLEL_SECOND, "item_5"))));
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (fixture->chinese, "item_3", "鸿沟", "Ours");

  gtk_test_accessible_assert_property (both, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "English: (3) To bridge the digital divide;. Chinese: (三) 弥合数字鸿沟；");
  gtk_test_accessible_assert_property (english, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "English: A code of conduct. Chinese: Not in this language");
  gtk_test_accessible_assert_property (chinese, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "English: Not in this language. Chinese: (五) State 国家");

  gloss_annotation_store_add (gloss_placed_notes_get_store (fixture->notes), annotation, NULL);
  gtk_test_accessible_assert_property (both, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "English: (3) To bridge the digital divide;; 1 note; "
                                       "On the clause: 1 note whose words are in the other language. "
                                       "Chinese: (三) 弥合数字鸿沟；; 1 note");
}

/* (transfer none) (nullable): a label of @root that has the CSS class @css_class. */
static GtkLabel *
find_label (GtkWidget  *root,
            const char *css_class)
{
  if (GTK_IS_LABEL (root) && gtk_widget_has_css_class (root, css_class))
    return GTK_LABEL (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = find_label (child, css_class);

      if (label != NULL)
        return label;
    }

  return NULL;
}

/* Both sides show a note; the one in whose language the words are not says so. */
static void
test_remark (Fixture       *fixture,
             gconstpointer  data)
{
  GlossParallelRowWidget *widget = find_widget (fixture, get_place (fixture, GLOSS_PARALLEL_FIRST, "item_3"));
  GtkWidget *first = gtk_widget_get_parent (
      GTK_WIDGET (gloss_parallel_row_widget_get_clause_row (widget, GLOSS_PARALLEL_FIRST)));
  GtkWidget *second = gtk_widget_get_parent (
      GTK_WIDGET (gloss_parallel_row_widget_get_clause_row (widget, GLOSS_PARALLEL_SECOND)));
  g_autoptr (GlossAnnotation) annotation = gloss_reader_test_annotation (fixture->english, "item_3", "divide", "Ours");
  GlossAnnotationStore *store = gloss_placed_notes_get_store (fixture->notes);

  gloss_annotation_store_add (store, annotation, NULL);
  g_assert_null (find_label (first, "parallel-remark"));
  g_assert_nonnull (find_label (second, "parallel-remark"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_label (second, "parallel-remark"))));

  gloss_annotation_store_remove (store, annotation, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_label (second, "parallel-remark"))));
}

static void
test_direction (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GlossDocument) arabic = gloss_reader_test_document ("ar");
  g_autoptr (GlossParallelRows) rows = gloss_parallel_rows_new (fixture->english, arabic);
  GlossParallelRowWidget *widget;
  GtkWidget *first, *second;

  gloss_reader_view_set_parallel (fixture->view, rows, NULL);
  g_clear_object (&fixture->rows);
  fixture->rows = g_steal_pointer (&rows);
  gloss_ui_test_wait (has_rows, fixture->view);

  widget = find_widget (fixture, 3);
  first = GTK_WIDGET (gloss_parallel_row_widget_get_clause_row (widget, GLOSS_PARALLEL_FIRST));
  second = GTK_WIDGET (gloss_parallel_row_widget_get_clause_row (widget, GLOSS_PARALLEL_SECOND));
  g_assert_cmpint (gtk_widget_get_direction (first), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (find_label (first, "clause-text"))), ==, GTK_TEXT_DIR_LTR);
  g_assert_cmpint (gtk_widget_get_direction (second), ==, GTK_TEXT_DIR_RTL);
  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (find_label (second, "clause-text"))), ==, GTK_TEXT_DIR_RTL);
}

static gboolean
is_stacked (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *widget = gloss_reader_test_find (GTK_WIDGET (fixture->view), GLOSS_TYPE_PARALLEL_ROW_WIDGET);
  gboolean stacked = FALSE;

  if (widget != NULL)
    g_object_get (widget, "stacked", &stacked, NULL);
  return stacked;
}

static gboolean
count_frame_cb (GtkWidget     *view,
                GdkFrameClock *clock,
                gpointer       n_frames)
{
  gtk_widget_queue_draw (view);
  (*(guint *) n_frames)++;
  return G_SOURCE_CONTINUE;
}

static gboolean
has_drawn (gpointer n_frames)
{
  return *(guint *) n_frames >= 4;
}

/* Beside each other where there is room, else one above the other. */
static void
test_stacked (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_frames = 0;
  guint id;

  g_assert_false (is_stacked (fixture));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 600);
  gloss_ui_test_wait (is_stacked, fixture);

  /* For one frame AdwBreakpointBin shows how it looked before, which it would not let go. */
  id = gtk_widget_add_tick_callback (GTK_WIDGET (fixture->view), count_frame_cb, &n_frames, NULL);
  gloss_ui_test_wait (has_drawn, &n_frames);
  gtk_widget_remove_tick_callback (GTK_WIDGET (fixture->view), id);
}

/* One text alone shows as it did before. */
static void
test_back_to_one (Fixture       *fixture,
                  gconstpointer  data)
{
  select_in (fixture, GLOSS_PARALLEL_SECOND, "item_4");
  gloss_reader_view_set_document (fixture->view, fixture->english, NULL);
  gloss_reader_test_settle ();

  g_assert_null (gloss_reader_test_find (GTK_WIDGET (fixture->view), GLOSS_TYPE_PARALLEL_ROW_WIDGET));
  g_assert_true (gloss_reader_view_get_document (fixture->view) == fixture->english);
  gloss_reader_view_show_clause (fixture->view, 3, GLOSS_READER_SELECT);
  assert_selected (fixture, fixture->english, "item_2");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/reader-view-parallel/selection", Fixture, NULL, set_up, test_selection, tear_down);
  g_test_add ("/reader-view-parallel/missing", Fixture, NULL, set_up, test_missing, tear_down);
  g_test_add ("/reader-view-parallel/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/reader-view-parallel/remark", Fixture, NULL, set_up, test_remark, tear_down);
  g_test_add ("/reader-view-parallel/direction", Fixture, NULL, set_up, test_direction, tear_down);
  g_test_add ("/reader-view-parallel/stacked", Fixture, NULL, set_up, test_stacked, tear_down);
  g_test_add ("/reader-view-parallel/back-to-one", Fixture, NULL, set_up, test_back_to_one, tear_down);

  return gloss_ui_test_run ();
}
