/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-placing-dialog.h"

#include "gloss-reader-test.h"

typedef struct
{
  GlossDocument        *document;
  GlossNotebook        *notebook;
  GlossAnnotationStore *store;
  GlossAnnotation      *annotation;
  GtkWidget            *window;
  GlossPlacingDialog   *dialog;
  guint                 n_placed;
  guint                 n_requested;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* @data: the words that the note quotes. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = "A/1", .language = "en", .exact = data, .start = -1, .end = -1,
  });

  fixture->document = gloss_reader_test_document ("en");
  fixture->notebook = gloss_reader_test_notebook (NULL);
  fixture->store = gloss_reader_test_store (fixture->notebook);
  fixture->annotation = gloss_annotation_new (anchor, "our note", NULL, GLOSS_COLOR_YELLOW, "Tester");
  g_assert_true (gloss_annotation_store_add (fixture->store, fixture->annotation, NULL));

  fixture->window = adw_window_new ();
  gtk_widget_set_size_request (fixture->window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (is_mapped, fixture->window);

  fixture->dialog = g_object_ref_sink (gloss_placing_dialog_new (fixture->document, fixture->store, fixture->annotation));
  g_signal_connect_swapped (fixture->dialog, "placed", G_CALLBACK (count_cb), &fixture->n_placed);
  g_signal_connect_swapped (fixture->dialog, "select-requested", G_CALLBACK (count_cb), &fixture->n_requested);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  gloss_ui_test_wait (is_mapped, fixture->dialog);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
  g_assert_finalize_object (fixture->dialog);
  g_clear_object (&fixture->annotation);
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->document);
}

/* (transfer container) (element-type AdwActionRow): the places that are offered. */
static GPtrArray *
list_rows (GtkWidget *widget)
{
  GPtrArray *rows = g_ptr_array_new ();

  if (ADW_IS_ACTION_ROW (widget))
    g_ptr_array_add (rows, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_ptr_array_extend_and_steal (rows, list_rows (child));

  return rows;
}

static GlossPlacement
get_placement (Fixture *fixture)
{
  return gloss_anchor_resolve (gloss_annotation_get_anchor (fixture->annotation), fixture->document);
}

/* Each place with its citation and the words around; choosing one puts the note there, which can
 * be undone. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = list_rows (GTK_WIDGET (fixture->dialog));
  AdwActionRow *row;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  g_assert_cmpuint (rows->len, ==, 2);
  row = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "A/1, para. 2 (4)");

  /* Up to libadwaita 1.7 the subtitle comes without its markup. */
  pango_parse_markup (adw_action_row_get_subtitle (row), -1, 0, NULL, &shown, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (shown, ==, "To settle every dispute in peace.");
  g_assert_cmpint (get_placement (fixture).state, ==, GLOSS_PLACEMENT_AMBIGUOUS);

  adw_action_row_activate (row);
  g_assert_cmpuint (fixture->n_placed, ==, 1);
  g_assert_cmpint (get_placement (fixture).state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (gloss_clause_get_id (get_placement (fixture).clause), ==, "item_4");

  gloss_annotation_store_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_placement (fixture).state, ==, GLOSS_PLACEMENT_AMBIGUOUS);
}

/* A note that is gone meanwhile is not placed. */
static void
test_removed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = list_rows (GTK_WIDGET (fixture->dialog));

  g_assert_true (gloss_annotation_store_remove (fixture->store, fixture->annotation, NULL));
  adw_action_row_activate (g_ptr_array_index (rows, 0));
  g_assert_cmpuint (fixture->n_placed, ==, 0);
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = list_rows (GTK_WIDGET (fixture->dialog));

  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "placing.select", NULL));
  g_assert_cmpuint (fixture->n_requested, ==, 1);
  g_assert_cmpuint (fixture->n_placed, ==, 0);
}

#define ADD(name, words, test) g_test_add ("/placing-dialog/" name, Fixture, words, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  ADD ("choose", "peace", test_choose);
  ADD ("removed", "peace", test_removed);
  ADD ("none", "words that are nowhere", test_none);

  return gloss_ui_test_run ();
}
