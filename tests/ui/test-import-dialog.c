/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-import-dialog.h"

#include <string.h>

#include "gloss-ui-test.h"
#include "ui/gloss-note-changes.h"

typedef struct
{
  GlossLibrary      *library;
  GlossNotebook     *notebook;
  GtkWidget         *window;
  GlossImportDialog *dialog;
  char              *title; /* with which it said that notes came in */
} Fixture;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->library = gloss_library_new ();
  fixture->notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);
  fixture->window = adw_window_new ();
  gtk_widget_set_size_request (fixture->window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (is_mapped, fixture->window);
}

static gboolean
is_gone (gpointer data)
{
  return gtk_widget_get_root (GTK_WIDGET (((Fixture *) data)->dialog)) == NULL;
}

/* Closes the dialog, which must go. */
static void
drop_dialog (Fixture *fixture)
{
  adw_dialog_force_close (ADW_DIALOG (fixture->dialog));
  gloss_ui_test_wait (is_gone, fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->dialog);
  fixture->dialog = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "glossator", NULL);

  if (fixture->dialog != NULL)
    drop_dialog (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->library);
  g_clear_pointer (&fixture->title, g_free);
  gloss_ui_test_remove_folder (folder);
}

static void
imported_cb (GlossImportDialog *dialog,
             const char        *title,
             Fixture           *fixture)
{
  g_set_str (&fixture->title, title);
}

/* Where @widget is, or has below it, a row with that title: its subtitle. */
static const char *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_ACTION_ROW (widget) && gtk_widget_get_child_visible (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *subtitle = find_row (child, title);

      if (subtitle != NULL)
        return subtitle;
    }

  return NULL;
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_reviewed (gpointer dialog)
{
  GtkWidget *stack = find_type (dialog, GTK_TYPE_STACK);

  return stack != NULL && g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "review");
}

/* Presents the dialog on sample files, and files of that name and text; @names ends in NULL. */
static void
present (Fixture           *fixture,
         const char *const *names)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", names[i], NULL);

      g_ptr_array_add (files, g_file_new_for_path (path));
    }

  fixture->dialog = g_object_ref_sink (gloss_import_dialog_new (fixture->library, fixture->notebook, files));
  g_signal_connect (fixture->dialog, "imported", G_CALLBACK (imported_cb), fixture);
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  gloss_ui_test_wait (is_reviewed, fixture->dialog);
}

static gboolean
can_apply (Fixture *fixture)
{
  return gtk_widget_get_sensitive (adw_dialog_get_default_widget (ADW_DIALOG (fixture->dialog)));
}

static void
apply (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.apply", NULL));
  drop_dialog (fixture);
}

static guint
count_notes (Fixture *fixture)
{
  guint n_notes = 0;

  g_assert_true (gloss_notebook_open_all (fixture->notebook, NULL));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->notebook)); i++)
    {
      g_autoptr (GListModel) store = g_list_model_get_item (G_LIST_MODEL (fixture->notebook), i);

      n_notes += g_list_model_get_n_items (store);
    }

  return n_notes;
}

static const char *
get_count (Fixture    *fixture,
           const char *title)
{
  return find_row (GTK_WIDGET (fixture->dialog), title);
}

/* What is shown is what comes in; undone it is gone, and a second time nothing is new. */
static void
test_review (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const names[] = { "hypothesis-api.json", "w3c-collection.json", NULL };
  GlossNoteChanges *changes = gloss_note_changes_get (fixture->notebook);
  g_autoptr (GError) error = NULL;

  present (fixture, names);
  g_assert_cmpstr (get_count (fixture, "New"), ==, "7");
  g_assert_null (get_count (fixture, "Already there"));
  g_assert_true (can_apply (fixture));
  g_assert_cmpuint (count_notes (fixture), ==, 0);

  apply (fixture);
  g_assert_cmpstr (fixture->title, ==, "Imported 7 notes");
  g_assert_cmpstr (gloss_note_changes_get_undo_label (changes), ==, "Imported 7 notes");
  g_assert_cmpuint (count_notes (fixture), ==, 7);

  gloss_note_changes_undo (changes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_notes (fixture), ==, 0);
  gloss_note_changes_redo (changes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_notes (fixture), ==, 7);

  present (fixture, names);
  g_assert_null (get_count (fixture, "New"));
  g_assert_cmpstr (get_count (fixture, "Already there"), ==, "7");
  g_assert_false (can_apply (fixture));
}

/* What is refused is named, with the reason; the others come in nonetheless. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  present (fixture, (const char *const[]) { "other.json", "w3c-single.json", "damaged.json", NULL });
  g_assert_nonnull (strstr (get_count (fixture, "other.json"), "no annotations that Glossator knows"));
  g_assert_nonnull (strstr (get_count (fixture, "damaged.json"), "line 1"));
  g_assert_cmpstr (get_count (fixture, "New"), ==, "1");

  apply (fixture);
  g_assert_cmpuint (count_notes (fixture), ==, 1);
}

static void
test_all_refused (Fixture       *fixture,
                  gconstpointer  data)
{
  present (fixture, (const char *const[]) { "other.json", "nowhere.json", NULL });
  g_assert_nonnull (get_count (fixture, "nowhere.json"));
  g_assert_false (can_apply (fixture));
  drop_dialog (fixture);
  g_assert_null (fixture->title);
  g_assert_cmpuint (count_notes (fixture), ==, 0);
}

/* Closed while it reads, the dialog goes, and nothing came in. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "import", "hypothesis-api.json", NULL);

  g_ptr_array_add (files, g_file_new_for_path (path));
  fixture->dialog = g_object_ref_sink (gloss_import_dialog_new (fixture->library, fixture->notebook, files));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.cancel", NULL));
  gloss_ui_test_wait (is_gone, fixture);
  g_assert_cmpuint (count_notes (fixture), ==, 0);

  /* The thread may still hold it for a moment. */
  while (G_OBJECT (fixture->dialog)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->dialog);
  fixture->dialog = NULL;
}

#define ADD(name, test) g_test_add ("/import-dialog/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  ADD ("review", test_review);
  ADD ("refused", test_refused);
  ADD ("all-refused", test_all_refused);
  ADD ("cancelled", test_cancelled);

  return gloss_ui_test_run ();
}
