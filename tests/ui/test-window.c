/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-window.h"

#include <string.h>

#include "ui/gloss-all-notes-page.h"
#include "ui/gloss-clause-row.h"
#include "ui/gloss-comparison-view.h"
#include "ui/gloss-document-dialog.h"
#include "ui/gloss-import-dialog.h"
#include "ui/gloss-reader-page.h"
#include "ui/gloss-reader-view.h"

#include "gloss-reader-test.h"

/* The program as a whole, on the documents that it ships. There is one application in a process. */
static GlossApplication *application;

typedef struct
{
  GlossWindow *window;
} Fixture;

static gpointer
find (Fixture *fixture,
      GType    type)
{
  return gloss_reader_test_find (GTK_WIDGET (fixture->window), type);
}

static gboolean
has_rows (gpointer data)
{
  GtkWidget *view = find (data, GLOSS_TYPE_READER_VIEW);

  return gloss_reader_test_find (view, GLOSS_TYPE_CLAUSE_ROW) != NULL && gtk_widget_get_height (view) > 0;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  document)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.glossator.Glossator");

  g_settings_reset (settings, "last-document");
  g_settings_reset (settings, "reading-places");
  fixture->window = gloss_window_new (application);
  if (document != NULL)
    gloss_window_open_document (fixture->window, document, NULL);
  else
    gloss_window_open_last (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (has_rows, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
  g_assert_finalize_object (fixture->window);
}

static GlossReaderPage *
get_page (Fixture *fixture)
{
  return find (fixture, GLOSS_TYPE_READER_PAGE);
}

static const char *
get_subtitle (Fixture *fixture)
{
  return adw_window_title_get_subtitle (gloss_reader_test_find (GTK_WIDGET (get_page (fixture)), ADW_TYPE_WINDOW_TITLE));
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), action, NULL));
}

static void
test_open_last (Fixture       *fixture,
                gconstpointer  data)
{
  GlossDocument *document = gloss_reader_page_get_document (get_page (fixture));

  g_assert_cmpstr (gloss_document_get_name (document), ==, "A/69/723@en");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, gloss_document_get_short_title (document));
  g_assert_cmpstr (get_subtitle (fixture), ==, "A/69/723 · English");
}

/* The header names what is selected as the United Nations cite it. */
static void
test_citation (Fixture       *fixture,
               gconstpointer  data)
{
  gloss_reader_page_show_clause (get_page (fixture), "annex__para_2__item_8");
  g_assert_cmpstr (get_subtitle (fixture), ==, "A/69/723, annex, para. 2 (8)");
  gloss_reader_page_show_clause (get_page (fixture), "annex__para_2__item_7__subitem_a");
  g_assert_cmpstr (get_subtitle (fixture), ==, "A/69/723, annex, para. 2 (7) (a)");
  gloss_reader_page_show_clause (get_page (fixture), "no such clause");
  g_assert_cmpstr (get_subtitle (fixture), ==, "A/69/723, annex, para. 2 (7) (a)");
}

static gboolean
is_writing (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && GTK_IS_TEXT_VIEW (focus);
}

/* (transfer full): all files of the annotations of A/69/723, one after the other. */
static char *
read_annotations (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "glossator", "annotations", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GString *all = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL))
        g_string_append (all, text);
    }

  return g_string_free_and_steal (all);
}

static gboolean
is_on_disk (gpointer words)
{
  g_autofree char *text = read_annotations ();

  return strstr (text, words) != NULL;
}

static void
type (Fixture    *fixture,
      const char *text)
{
  GtkTextView *text_view = GTK_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window)));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (text_view), text, -1);
}

/* A note goes to the disk while it is written, without being saved; undo takes it back. */
static void
test_write_a_note (Fixture       *fixture,
                   gconstpointer  data)
{
  GlossAnnotationStore *store =
      gloss_notebook_get_store (gloss_application_get_notebook (application), "A/69/723", NULL);
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (store));

  gloss_reader_page_show_clause (get_page (fixture), "annex__para_2__item_8");
  act (fixture, "reader.new-note");
  gloss_ui_test_wait (is_writing, fixture);
  type (fixture, "Written while reading");
  gloss_ui_test_wait (is_on_disk, "Written while reading");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, n_before + 1);

  act (fixture, "reader.undo");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, n_before);
  act (fixture, "reader.redo");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, n_before + 1);
}

/* Closing the window is no pause in typing, and loses nothing. */
static void
test_close_while_writing (Fixture       *fixture,
                          gconstpointer  data)
{
  gloss_reader_page_show_clause (get_page (fixture), "annex__para_2__item_9");
  act (fixture, "reader.new-note");
  gloss_ui_test_wait (is_writing, fixture);
  type (fixture, "Written when it closed");
  g_assert_false (is_on_disk ("Written when it closed"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (is_on_disk ("Written when it closed"));

  fixture->window = gloss_window_new (application);
  gloss_window_open_last (fixture->window);
}

/* When the session of the desktop ends, nothing waits for a pause either. */
static void
test_session_end_while_writing (Fixture       *fixture,
                                gconstpointer  data)
{
  gloss_reader_page_show_clause (get_page (fixture), "annex__para_2__item_10");
  act (fixture, "reader.new-note");
  gloss_ui_test_wait (is_writing, fixture);
  type (fixture, "Written when the session ended");
  g_assert_false (is_on_disk ("Written when the session ended"));
  g_signal_emit_by_name (application, "query-end");
  g_assert_true (is_on_disk ("Written when the session ended"));
}

static void
test_highlight (Fixture       *fixture,
                gconstpointer  data)
{
  GlossAnnotationStore *store =
      gloss_notebook_get_store (gloss_application_get_notebook (application), "A/69/723", NULL);
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (store));
  g_autoptr (GlossAnnotation) annotation = NULL;

  gloss_reader_page_show_clause (get_page (fixture), "annex__para_1");
  act (fixture, "reader.highlight");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, n_before + 1);
  annotation = g_list_model_get_item (G_LIST_MODEL (store), n_before);
  g_assert_true (gloss_anchor_has_phrase (gloss_annotation_get_anchor (annotation)));
  act (fixture, "reader.undo");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, n_before);
}

static void
clipboard_read_cb (GObject      *clipboard,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  gloss_reader_page_show_clause (get_page (fixture), "annex__para_2__item_7__subitem_a");
  act (fixture, "reader.copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)), NULL, clipboard_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpstr (text, ==,
                   "(a) for respect of the rights or reputations of others;\n(A/69/723, annex, para. 2 (7) (a))");
}

static gboolean
has_place (gpointer id)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.glossator.Glossator");
  g_autoptr (GVariant) places = g_settings_get_value (settings, "reading-places");
  g_autofree char *text = g_variant_print (places, FALSE);

  return strstr (text, id) != NULL;
}

/* Coming back to a document goes to where reading stopped. */
static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  gloss_reader_page_show_clause (get_page (fixture), "annex__para_2__item_8");
  gloss_ui_test_wait (has_place, "annex__para_2__item_8");
  gloss_window_open_document (fixture->window, "A/66/359", NULL);
  g_assert_cmpstr (get_subtitle (fixture), ==, "A/66/359 · English");
  gloss_window_open_document (fixture->window, "A/69/723", NULL);
  g_assert_cmpstr (get_subtitle (fixture), ==, "A/69/723, annex, para. 2 (8)");
}

static gboolean
reads_file (gpointer data)
{
  GlossDocument *document = gloss_reader_page_get_document (get_page (data));

  return document != NULL && g_str_equal (gloss_document_get_symbol (document), "draft");
}

static void
test_open_file (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (gloss_ui_test_folder, "draft.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.glossator.Glossator");
  g_autofree char *last = NULL;
  g_autofree char *uri = g_file_get_uri (file);

  g_assert_true (g_file_set_contents (path, "(1) One.\n\n(2) Two.\n", -1, NULL));
  g_ptr_array_add (files, g_object_ref (file));
  gloss_window_open_files (fixture->window, files);
  gloss_ui_test_wait (reads_file, fixture);
  g_assert_cmpuint (gloss_document_get_n_clauses (gloss_reader_page_get_document (get_page (fixture))), ==, 2);
  last = g_settings_get_string (settings, "last-document");
  g_assert_cmpstr (last, ==, uri);
}

static gboolean
has_dialog (gpointer data)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((Fixture *) data)->window)) != NULL;
}

/* What can't be opened is said, and what was read stays. */
static void
test_open_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (gloss_ui_test_folder, "no-such-file.akn", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  AdwDialog *dialog;

  g_ptr_array_add (files, g_object_ref (file));
  gloss_window_open_files (fixture->window, files);
  gloss_ui_test_wait (has_dialog, fixture);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), "no-such-file.akn"));
  g_assert_cmpstr (get_subtitle (fixture), ==, "A/69/723 · English");
  adw_dialog_force_close (dialog);
}

static gboolean
has_import_dialog (gpointer data)
{
  return GLOSS_IS_IMPORT_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (((Fixture *) data)->window)));
}

/* Of several files each is opened as what it is, whatever its name says: a text that begins with a
 * bracket is a document, JSON is notes. */
static void
test_open_several (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *text;
  } samples[] = {
    { "notes", "{\"type\":\"Annotation\",\"target\":{\"source\":\"https://undocs.org/A/69/723\"},\"bodyValue\":\"n\"}" },
    { "draft.txt", "[Original: English]\n\n(1) One.\n" },
    { "broken.json", "{\"type\":" },
  };
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_build_filename (gloss_ui_test_folder, samples[i].name, NULL);

      g_assert_true (g_file_set_contents (path, samples[i].text, -1, NULL));
      g_ptr_array_add (files, g_file_new_for_path (path));
    }

  gloss_window_open_files (fixture->window, files);
  gloss_ui_test_wait (reads_file, fixture);
  gloss_ui_test_wait (has_import_dialog, fixture);
  adw_dialog_force_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

static void
test_particulars (Fixture       *fixture,
                  gconstpointer  data)
{
  AdwDialog *dialog;

  act (fixture, "win.document-particulars");
  gloss_ui_test_wait (has_dialog, fixture);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
  g_assert_true (GLOSS_IS_DOCUMENT_DIALOG (dialog));
  adw_dialog_force_close (dialog);
}

static gboolean
has_comparison (gpointer data)
{
  GlossComparisonView *view = find (data, GLOSS_TYPE_COMPARISON_VIEW);

  return view != NULL && gloss_comparison_view_get_comparison (view) != NULL;
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  GlossComparison *comparison;
  GlossComparisonView *view;
  GlossComparisonRow *row;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.compare", "(ss)",
                                             "A/66/359@en", "A/69/723@en"));
  gloss_ui_test_wait (has_comparison, fixture);
  comparison = gloss_comparison_view_get_comparison (find (fixture, GLOSS_TYPE_COMPARISON_VIEW));
  g_assert_cmpstr (gloss_document_get_name (gloss_comparison_get_old_document (comparison)), ==, "A/66/359@en");

  /* A clause is read in the reader; who goes back finds the comparison as it was. */
  view = find (fixture, GLOSS_TYPE_COMPARISON_VIEW);
  for (guint k = 0; k < 7; k++)
    gtk_widget_activate_action (GTK_WIDGET (view), "comparison.next", NULL);
  row = gloss_comparison_view_get_current_row (view);
  gloss_window_open_document (fixture->window, "A/69/723@zh", "annex__para_2__item_8");
  g_assert_cmpstr (get_subtitle (fixture), ==, "A/69/723, annex, para. 2 (8)");

  gtk_widget_activate_action (GTK_WIDGET (find (fixture, GLOSS_TYPE_READER_PAGE)), "navigation.pop", NULL);
  gloss_ui_test_wait (has_comparison, fixture);
  g_assert_true (find (fixture, GLOSS_TYPE_COMPARISON_VIEW) == (gpointer) view);
  g_assert_true (gloss_comparison_view_get_comparison (view) == comparison);
  g_assert_true (gloss_comparison_view_get_current_row (view) == row);
}

/* From the list of all notes to the place of one, and back to the list as it was. */
static void
test_all_notes (Fixture       *fixture,
                gconstpointer  data)
{
  GlossAnnotationStore *store =
      gloss_notebook_get_store (gloss_application_get_notebook (application), "A/69/723", NULL);
  AdwNavigationView *view = find (fixture, ADW_TYPE_NAVIGATION_VIEW);
  GlossDocument *document = gloss_reader_page_get_document (get_page (fixture));
  g_autoptr (GlossAnnotation) annotation =
      gloss_reader_test_annotation (document, "annex__para_2__item_9", NULL, "To be gone to");
  AdwNavigationPage *list;

  gloss_annotation_store_add (store, annotation, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.all-notes", NULL);
  list = adw_navigation_view_get_visible_page (view);
  g_assert_true (GLOSS_IS_ALL_NOTES_PAGE (list));

  g_signal_emit_by_name (list, "note-activated", annotation, document);
  g_assert_true (adw_navigation_view_get_visible_page (view) == ADW_NAVIGATION_PAGE (get_page (fixture)));
  g_assert_cmpstr (get_subtitle (fixture), ==, "A/69/723, annex, para. 2 (9)");
  g_assert_true (adw_navigation_view_pop (view));
  g_assert_true (adw_navigation_view_get_visible_page (view) == list);

  /* A document of the side bar comes in its place, and the list can be had again. */
  gloss_window_open_document (fixture->window, "A/66/359@en", NULL);
  g_assert_true (adw_navigation_view_get_visible_page (view) == ADW_NAVIGATION_PAGE (get_page (fixture)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.all-notes", NULL);
  g_assert_true (adw_navigation_view_get_visible_page (view) == list);
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
    { "/window/open-last", test_open_last },
    { "/window/citation", test_citation },
    { "/window/write-a-note", test_write_a_note },
    { "/window/close-while-writing", test_close_while_writing },
    { "/window/session-end-while-writing", test_session_end_while_writing },
    { "/window/highlight", test_highlight },
    { "/window/copy", test_copy },
    { "/window/place", test_place },
    { "/window/open-file", test_open_file },
    { "/window/open-nothing", test_open_nothing },
    { "/window/open-several", test_open_several },
    { "/window/particulars", test_particulars },
    { "/window/compare", test_compare },
    { "/window/all-notes", test_all_notes },
  };

  g_autoptr (GError) error = NULL;

  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  application = gloss_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return gloss_ui_test_run ();
}
