/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-export-dialog.h"

#include <glib/gstdio.h>

#include "export/gloss-export-departures.h"
#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

static const char *const old_clauses[] = {
  "(a)", "To comply with the Charter of the United Nations;",
  "(b)", "To settle every dispute over treaties by peaceful means alone;",
  NULL,
};

static const char *const new_clauses[] = {
  "(1)", "To comply with the Charter of the United Nations;",
  "(2)", "To settle every dispute over treaties and borders by peaceful means — 和平;",
  NULL,
};

typedef struct
{
  GtkWidget         *window;
  GlossExportDialog *dialog;
  char              *folder;
} Fixture;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
shows_content (gpointer dialog)
{
  return gloss_test_find (dialog, GTK_TYPE_STACK) != NULL;
}

/* Takes @dialog. */
static void
present (Fixture           *fixture,
         GlossExportDialog *dialog)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("export-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->dialog = g_object_ref_sink (dialog);
  fixture->window = adw_window_new ();
  gtk_widget_set_size_request (fixture->window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (is_mapped, fixture->window);
  adw_dialog_present (ADW_DIALOG (dialog), fixture->window);
  gloss_ui_test_wait (shows_content, dialog);
}

static void
clear (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->dialog);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

static char *
get_preview (GlossExportDialog *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (gloss_test_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW)));
  char *text;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static GlossExportDialog *
new_for_comparison (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);

  return gloss_export_dialog_new_for_comparison (comparison);
}

/* What is shown is what will be written, in each format, and the suffix follows. */
static void
test_preview (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);

  present (&fixture, gloss_export_dialog_new_for_comparison (comparison));

  for (GlossExportFormat format = 0; format < GLOSS_N_COMPARISON_FORMATS; format++)
    {
      g_autofree char *expected = gloss_export_comparison (comparison, format);
      g_autofree char *expected_name = g_strdup_printf ("OLD-1 compared with NEW-1.%s", gloss_export_format_get_suffix (format));
      g_autofree char *preview = NULL;
      g_autofree char *name = NULL;

      gloss_export_dialog_set_format (fixture.dialog, format);
      g_assert_cmpint (gloss_export_dialog_get_format (fixture.dialog), ==, format);
      preview = get_preview (fixture.dialog);
      name = gloss_export_dialog_dup_file_name (fixture.dialog);

      g_assert_cmpstr (preview, ==, expected);
      g_assert_cmpstr (name, ==, expected_name);
    }
}

static GPtrArray *
make_notes (GlossLibrary *library,
            const char   *first_name,
            const char   *second_name)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  const char *names[] = { first_name, second_name };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlossDocument) document = gloss_library_load (library, names[i], &error);
      GlossAnchor *anchor;

      g_assert_no_error (error);
      anchor = gloss_anchor_new_for_clause (document, gloss_document_get_clause (document, 20));
      g_ptr_array_add (notes, gloss_annotation_new (anchor, "A note — 意见", NULL, GLOSS_COLOR_GREEN, "Delegate"));
      gloss_anchor_unref (anchor);
    }

  return g_steal_pointer (&notes);
}

static void
assert_note_name (const char *first_document,
                  const char *second_document,
                  const char *expected)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GPtrArray) notes = make_notes (library, first_document, second_document);
  g_autofree char *expected_text = gloss_export_notes (notes, &(GlossExportOptions) { .library = library }, GLOSS_EXPORT_TEXT);
  g_auto (Fixture) fixture = { NULL };
  g_autofree char *preview = NULL;
  g_autofree char *name = NULL;

  present (&fixture, gloss_export_dialog_new_for_notes (notes, library, NULL));
  gloss_export_dialog_set_format (fixture.dialog, GLOSS_EXPORT_TEXT);
  preview = get_preview (fixture.dialog);
  name = gloss_export_dialog_dup_file_name (fixture.dialog);

  g_assert_nonnull (strstr (preview, "A note — 意见"));
  g_assert_cmpstr (preview, ==, expected_text);
  g_assert_cmpstr (name, ==, expected);
}

static void
test_notes (void)
{
  assert_note_name ("A/69/723@en", "A/69/723@zh", "A-69-723 notes.txt");
  assert_note_name ("A/69/723@en", "A/66/359@en", "Notes.txt");
}

/* (transfer none) (nullable): the row on the screen in @root that is called @title. */
static gpointer
find_row (gpointer    root,
          const char *title)
{
  gpointer found = NULL;

  if (ADW_IS_PREFERENCES_ROW (root) && gtk_widget_get_mapped (root) &&
      g_str_equal (adw_preferences_row_get_title (root), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);

  return found;
}

/* Which notes and in what order is chosen in the dialog, and what is chosen is shown. */
static void
test_choices (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GPtrArray) all = make_notes (library, "A/69/723@en", "A/66/359@en");
  g_autoptr (GPtrArray) some = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (Fixture) fixture = { NULL };
  g_autofree char *some_text = NULL;
  g_autofree char *all_text = NULL;
  g_autofree char *by_date_text = NULL;
  g_autofree char *expected = NULL;
  GlossExportDialog *dialog = gloss_export_dialog_new_for_notes (NULL, library, NULL);
  AdwComboRow *choice, *order;

  g_ptr_array_add (some, g_object_ref (g_ptr_array_index (all, 0)));
  gloss_export_dialog_add_choice (dialog, "1 selected note", some);
  gloss_export_dialog_add_choice (dialog, "All 2 notes", all);
  present (&fixture, dialog);
  gloss_export_dialog_set_format (dialog, GLOSS_EXPORT_TEXT);

  choice = find_row (dialog, "_Notes");
  order = find_row (dialog, "Or_der");
  some_text = get_preview (dialog);
  expected = gloss_export_notes (some, &(GlossExportOptions) { .library = library }, GLOSS_EXPORT_TEXT);
  g_assert_cmpstr (some_text, ==, expected);

  adw_combo_row_set_selected (choice, 1);
  all_text = get_preview (dialog);
  g_assert_nonnull (strstr (all_text, "A/69/723 (en)"));
  g_assert_nonnull (strstr (all_text, "A/66/359 (en)"));

  adw_combo_row_set_selected (order, GLOSS_EXPORT_BY_DATE);
  g_assert_cmpint (gloss_export_dialog_get_order (dialog), ==, GLOSS_EXPORT_BY_DATE);
  by_date_text = get_preview (dialog);
  g_assert_null (strstr (by_date_text, "A/66/359 (en)"));
  g_assert_nonnull (strstr (by_date_text, "A/66/359, "));

  /* In a Word document there is no order to choose. */
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (order)));
  gloss_export_dialog_set_format (dialog, GLOSS_EXPORT_DOCX);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (order)));
}

/* With nothing to choose from, nothing asks. */
static void
test_one_choice (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GPtrArray) notes = make_notes (library, "A/69/723@en", "A/66/359@en");
  g_auto (Fixture) fixture = { NULL };

  present (&fixture, gloss_export_dialog_new_for_notes (notes, library, NULL));
  g_assert_null (find_row (fixture.dialog, "_Notes"));
  g_assert_nonnull (find_row (fixture.dialog, "Or_der"));
}

static void
test_nothing (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (none, none);
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  for (guint i = 0; i < 2; i++)
    {
      g_auto (Fixture) fixture = { NULL };
      GtkWidget *page;

      present (&fixture, i == 0 ? gloss_export_dialog_new_for_comparison (comparison)
                                : gloss_export_dialog_new_for_notes (notes, library, NULL));
      page = gloss_test_find (GTK_WIDGET (fixture.dialog), ADW_TYPE_STATUS_PAGE);
      g_assert_nonnull (page);
      g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), ==, "Nothing to Export");
      g_assert_null (gloss_test_find (GTK_WIDGET (fixture.dialog), GTK_TYPE_TEXT_VIEW));
    }
}

/* Of a huge file the beginning is shown, in whole lines, and the dialog says so. */
static void
test_huge (void)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GlossComparison) comparison = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *preview = NULL;
  g_auto (Fixture) fixture = { NULL };

  for (guint i = 0; i < 3000; i++)
    {
      g_ptr_array_add (clauses, g_strdup_printf ("%u.", i));
      g_ptr_array_add (clauses, g_strdup_printf ("Clause %u, 第%u条, of a long law", i, i));
    }
  g_ptr_array_add (clauses, NULL);
  comparison = gloss_test_compare ((const char * const *) clauses->pdata, old_clauses);
  present (&fixture, gloss_export_dialog_new_for_comparison (comparison));
  gloss_export_dialog_set_format (fixture.dialog, GLOSS_EXPORT_TEXT);

  whole = gloss_export_comparison (comparison, GLOSS_EXPORT_TEXT);
  preview = get_preview (fixture.dialog);
  g_assert_cmpuint (strlen (preview), <, strlen (whole));
  g_assert_cmpuint (strlen (preview), >, 10000);
  g_assert_true (g_str_has_prefix (whole, preview));
  g_assert_true (g_str_has_suffix (preview, "\n"));
}

static gboolean
is_closed (gpointer dialog)
{
  return !gtk_widget_get_mapped (dialog);
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

static void
test_save (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autofree char *expected = gloss_export_comparison (comparison, GLOSS_EXPORT_CSV);
  g_autoptr (GFile) file = NULL;

  present (&fixture, gloss_export_dialog_new_for_comparison (comparison));
  file = g_file_new_build_filename (fixture.folder, "no suffix of ours", NULL);
  gloss_export_dialog_set_format (fixture.dialog, GLOSS_EXPORT_CSV);
  gloss_export_dialog_save (fixture.dialog, file);
  gloss_ui_test_wait (is_closed, fixture.dialog);

  assert_contents (g_file_peek_path (file), expected);
  g_unlink (g_file_peek_path (file));
}

/* A Word document: what will be in it is shown, and what is saved is the document itself. */
static void
test_binary (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();
  g_autoptr (GPtrArray) notes = make_notes (library, "A/69/723@en", "A/66/359@en");
  g_autofree char *expected_text = gloss_export_notes (notes, &(GlossExportOptions) { .library = library }, GLOSS_EXPORT_TEXT);
  g_autoptr (GBytes) expected = gloss_export_notes_bytes (notes, &(GlossExportOptions) { .library = library }, GLOSS_EXPORT_DOCX);
  g_auto (Fixture) fixture = { NULL };
  g_autofree char *preview = NULL;
  g_autofree char *name = NULL;
  g_autofree char *written = NULL;
  gsize length;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  present (&fixture, gloss_export_dialog_new_for_notes (notes, library, NULL));
  gloss_export_dialog_set_format (fixture.dialog, GLOSS_EXPORT_DOCX);
  preview = get_preview (fixture.dialog);
  name = gloss_export_dialog_dup_file_name (fixture.dialog);
  g_assert_cmpstr (preview, ==, expected_text);
  g_assert_cmpstr (name, ==, "Notes.docx");

  file = g_file_new_build_filename (fixture.folder, name, NULL);
  gloss_export_dialog_save (fixture.dialog, file);
  gloss_ui_test_wait (is_closed, fixture.dialog);

  g_file_get_contents (g_file_peek_path (file), &written, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (written, length, g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  g_unlink (g_file_peek_path (file));
}

/* A page has both texts in one column, or in a table. */
static void
test_layout (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autofree char *redline = gloss_export_comparison (comparison, GLOSS_EXPORT_HTML);
  g_autofree char *table = gloss_export_departures (comparison, NULL, GLOSS_EXPORT_HTML, GLOSS_EXPORT_COLUMNS);
  g_autofree char *shown = NULL;
  AdwComboRow *layout;

  present (&fixture, gloss_export_dialog_new_for_comparison (comparison));
  g_assert_null (find_row (fixture.dialog, "_Layout"));
  gloss_export_dialog_set_format (fixture.dialog, GLOSS_EXPORT_HTML);
  layout = find_row (fixture.dialog, "_Layout");
  shown = get_preview (fixture.dialog);
  g_assert_cmpstr (shown, ==, redline);

  adw_combo_row_set_selected (layout, 1);
  g_clear_pointer (&shown, g_free);
  shown = get_preview (fixture.dialog);
  g_assert_cmpstr (shown, ==, table);
  gloss_export_dialog_set_format (fixture.dialog, GLOSS_EXPORT_CSV);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (layout)));
}

/* A PDF stands behind the formats of the core; the preview shows the words that will be in it. */
static void
test_pdf (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autofree char *expected_text = gloss_export_comparison (comparison, GLOSS_EXPORT_TEXT);
  g_autofree char *preview = NULL;
  g_autofree char *name = NULL;
  g_autofree char *written = NULL;
  gsize length;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  present (&fixture, gloss_export_dialog_new_for_comparison (comparison));
  adw_combo_row_set_selected (find_row (fixture.dialog, "_Format"), GLOSS_N_COMPARISON_FORMATS);
  preview = get_preview (fixture.dialog);
  name = gloss_export_dialog_dup_file_name (fixture.dialog);
  g_assert_cmpstr (preview, ==, expected_text);
  g_assert_cmpstr (name, ==, "OLD-1 compared with NEW-1.pdf");

  file = g_file_new_build_filename (fixture.folder, name, NULL);
  gloss_export_dialog_save (fixture.dialog, file);
  gloss_ui_test_wait (is_closed, fixture.dialog);

  g_file_get_contents (g_file_peek_path (file), &written, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (written, 5, "%PDF-", 5);
  g_unlink (g_file_peek_path (file));
}

static gboolean
has_alert (gpointer window)
{
  return gloss_test_find (window, ADW_TYPE_ALERT_DIALOG) != NULL;
}

/* A file that can't be written: the reason, nothing lost, and another try. */
static void
test_retry (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autofree char *expected = gloss_export_comparison (comparison, GLOSS_EXPORT_MARKDOWN);
  g_autofree char *folder = NULL;
  g_autoptr (GFile) file = NULL;
  GtkWidget *alert;

  present (&fixture, gloss_export_dialog_new_for_comparison (comparison));
  folder = g_build_filename (fixture.folder, "not there yet", NULL);
  file = g_file_new_build_filename (folder, "comparison.md", NULL);
  gloss_export_dialog_save (fixture.dialog, file);
  gloss_ui_test_wait (has_alert, fixture.window);

  alert = gloss_test_find (fixture.window, ADW_TYPE_ALERT_DIALOG);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), "comparison.md"));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (alert)), "No such file"));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture.dialog)));

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_signal_emit_by_name (alert, "response", "retry");
  gloss_ui_test_wait (is_closed, fixture.dialog);

  assert_contents (g_file_peek_path (file), expected);
  g_unlink (g_file_peek_path (file));
  g_rmdir (folder);
}

/* The clipboard gets the whole text, without the byte order mark that files for spreadsheets have. */
static void
test_copy (void)
{
  g_auto (Fixture) fixture = { NULL };
  g_autofree char *expected = NULL;
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  GdkContentProvider *content;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  present (&fixture, new_for_comparison ());
  gloss_export_dialog_set_format (fixture.dialog, GLOSS_EXPORT_CSV);
  expected = gloss_export_comparison (comparison, GLOSS_EXPORT_CSV);
  g_assert_true (g_str_has_prefix (expected, "\xef\xbb\xbf"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.dialog), "export.copy", NULL));
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (fixture.window));
  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, expected + strlen ("\xef\xbb\xbf"));
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/export-dialog/preview", test_preview);
  g_test_add_func ("/export-dialog/notes", test_notes);
  g_test_add_func ("/export-dialog/layout", test_layout);
  g_test_add_func ("/export-dialog/choices", test_choices);
  g_test_add_func ("/export-dialog/one-choice", test_one_choice);
  g_test_add_func ("/export-dialog/nothing", test_nothing);
  g_test_add_func ("/export-dialog/huge", test_huge);
  g_test_add_func ("/export-dialog/save", test_save);
  g_test_add_func ("/export-dialog/binary", test_binary);
  g_test_add_func ("/export-dialog/pdf", test_pdf);
  g_test_add_func ("/export-dialog/retry", test_retry);
  g_test_add_func ("/export-dialog/copy", test_copy);

  return g_test_run ();
}
