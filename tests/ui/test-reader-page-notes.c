/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-reader-page.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "ui/gloss-clause-row.h"
#include "ui/gloss-notes-pane.h"
#include "ui/gloss-reader-view.h"

#include "gloss-reader-test.h"

/* Where nothing is accessible, GTK 4.18 leaks a list for each mnemonic. What Glossator itself would leak here,
 * the tests of the loading bar and of the window tell. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "detect_leaks=0";
}

/* So many are opened on a thread, and placed at once; or bit by bit. */
#define MANY      600
#define VERY_MANY 2100

typedef struct
{
  GlossLibrary    *library;
  GlossDocument   *document;
  GlossNotebook   *notebook;
  GtkWidget       *window;
  GlossReaderPage *page;
  guint            n_notes;
} Fixture;

static void
write_notes (Fixture    *fixture,
             const char *folder)
{
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = g_build_filename (folder, "A_69_723.json", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < fixture->n_notes; i++)
    g_ptr_array_add (annotations,
                     gloss_reader_test_annotation (fixture->document, "annex__para_2__item_8", NULL,
                                                   "One of the many notes that a delegation wrote on a clause"));
  content = gloss_annotation_collection_write (annotations, "A/69/723", NULL);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  n_notes)
{
  g_autofree char *folder = NULL;

  fixture->n_notes = GPOINTER_TO_UINT (n_notes);
  fixture->library = gloss_library_new ();
  fixture->document = gloss_library_load (fixture->library, "A/69/723@en", NULL);
  fixture->notebook = gloss_reader_test_notebook (&folder);
  write_notes (fixture, folder);
  g_assert_false (gloss_notebook_is_quick (fixture->notebook, "A/69/723"));

  fixture->window = adw_window_new ();
  fixture->page = g_object_new (GLOSS_TYPE_READER_PAGE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gloss_reader_page_set_library (fixture->page, fixture->library);
  gloss_reader_page_open (fixture->page, fixture->document, "A/69/723@en", fixture->notebook);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->notebook);
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->library);
}

static gpointer
find (Fixture *fixture,
      GType    type)
{
  return gloss_reader_test_find (GTK_WIDGET (fixture->page), type);
}

/* How many notes there are in the list beside the text. */
static guint
count_notes (Fixture *fixture)
{
  GtkListView *list = gloss_reader_test_find (find (fixture, GLOSS_TYPE_NOTES_PANE), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static gboolean
has_notes (gpointer data)
{
  return count_notes (data) > 0;
}

static gboolean
is_open (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (((Fixture *) data)->notebook)) > 0;
}

/* The text is there at once, and its rows say how many notes there are when these are there. */
static void
test_loaded (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *speech = NULL;
  g_autofree char *expected = g_strdup_printf ("; %u notes", fixture->n_notes);

  g_assert_cmpuint (count_notes (fixture), ==, 0);
  gloss_reader_page_show_clause (fixture->page, "annex__para_2__item_8");
  gloss_ui_test_wait (has_notes, fixture);
  g_assert_cmpuint (count_notes (fixture), ==, fixture->n_notes);

  for (GtkWidget *item = gtk_widget_get_first_child (gloss_reader_test_find (find (fixture, GLOSS_TYPE_READER_VIEW),
                                                                             GTK_TYPE_LIST_VIEW));
       item != NULL && speech == NULL; item = gtk_widget_get_next_sibling (item))
    {
      GlossClauseRow *row = gloss_reader_test_find (item, GLOSS_TYPE_CLAUSE_ROW);

      if (row != NULL && g_strcmp0 (gloss_clause_get_id (gloss_clause_row_get_clause (row)), "annex__para_2__item_8") == 0)
        g_object_get (row, "speech", &speech, NULL);
    }
  g_assert_nonnull (speech);
  g_assert_nonnull (strstr (speech, expected));
}

#ifndef __SANITIZE_ADDRESS__
static gboolean
is_chosen (gpointer data)
{
  return gloss_notes_pane_get_selected (find (data, GLOSS_TYPE_NOTES_PANE)) != NULL;
}

/* A note that was asked for before the notes are there is shown when they are. */
static void
test_awaited (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossAnnotationStore) store = NULL;
  g_autoptr (GlossAnnotation) annotation = NULL;
  GlossPlacedNote *note;

  gloss_ui_test_wait (is_open, fixture);
  store = g_list_model_get_item (G_LIST_MODEL (fixture->notebook), 0);
  annotation = g_list_model_get_item (G_LIST_MODEL (store), 400);
  gloss_reader_page_show_annotation (fixture->page, annotation);
  gloss_ui_test_wait (is_chosen, fixture);
  note = gloss_notes_pane_get_selected (find (fixture, GLOSS_TYPE_NOTES_PANE));
  g_assert_true (gloss_placed_note_get_annotation (note) == annotation);
}

/* Another language is laid beside the text before the notes have their places. */
static void
test_beside (Fixture       *fixture,
             gconstpointer  data)
{
  gloss_ui_test_wait (is_open, fixture);
  g_object_set (fixture->page, "beside", "A/69/723@zh", NULL);
  gloss_ui_test_wait (has_notes, fixture);
  g_assert_cmpuint (count_notes (fixture), ==, fixture->n_notes);
}

#endif

/* The page goes before they have them. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  gloss_ui_test_wait (is_open, fixture);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    guint n_notes;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/reader-page-notes/many/loaded", MANY, test_loaded },
    { "/reader-page-notes/very-many/loaded", VERY_MANY, test_loaded },
#ifndef __SANITIZE_ADDRESS__
    /* Two hundred rows again and again take minutes under the sanitizers. */
    { "/reader-page-notes/very-many/awaited", VERY_MANY, test_awaited },
    { "/reader-page-notes/very-many/beside", VERY_MANY, test_beside },
#endif
    { "/reader-page-notes/very-many/closed", VERY_MANY, test_closed },
  };

  /* That of GTK for tests can't announce anything. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].n_notes), set_up, tests[i].test, tear_down);

  return gloss_ui_test_run ();
}
