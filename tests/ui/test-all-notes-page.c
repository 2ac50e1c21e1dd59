/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-all-notes-page.h"

#include "ui/gloss-all-notes-row.h"
#include "ui/gloss-export-dialog.h"
#include "ui/gloss-note-filter-bar.h"
#include "ui/gloss-note-filter-date.h"

#include "gloss-reader-test.h"

/* Notes on two documents that the program ships, and on one that it has not. */

typedef struct
{
  GlossLibrary      *library;
  GlossNotebook     *notebook;
  char              *folder;
  GtkWidget         *window;
  GlossAllNotesPage *page;
  GlossAnnotation   *activated;
  char              *activated_name;
} Fixture;

static void
activated_cb (GlossAllNotesPage *page,
              GlossAnnotation   *annotation,
              GlossDocument     *document,
              Fixture           *fixture)
{
  g_set_object (&fixture->activated, annotation);
  g_set_str (&fixture->activated_name, document != NULL ? gloss_document_get_name (document) : NULL);
}

/* @tags: separated by commas, or NULL. @quote: NULL for all of the clause. */
static void
add (Fixture    *fixture,
     const char *name,
     const char *clause_id,
     const char *quote,
     const char *note,
     const char *tags,
     GlossColor  color,
     const char *author)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GlossAnchor) anchor = NULL;
  g_autoptr (GlossAnnotation) annotation = NULL;
  g_auto (GStrv) list = tags != NULL ? g_strsplit (tags, ",", -1) : NULL;
  GlossAnnotationStore *store;
  GlossClause *clause;

  if (g_str_equal (name, "A/1"))
    document = gloss_reader_test_document ("en");
  else
    document = gloss_library_load (fixture->library, name, &error);
  g_assert_no_error (error);

  clause = gloss_document_find_clause (document, clause_id);
  g_assert_nonnull (clause);
  anchor = quote != NULL ? gloss_anchor_new_for_quote (document, clause, quote, &error)
                         : gloss_anchor_new_for_clause (document, clause);
  g_assert_no_error (error);
  annotation = gloss_annotation_new (anchor, note, (const char * const *) list, color, author);
  store = gloss_notebook_get_store (fixture->notebook, gloss_document_get_symbol (document), &error);
  g_assert_no_error (error);
  gloss_annotation_store_add (store, annotation, &error);
  g_assert_no_error (error);

  /* Times are written to the millisecond: the next note is later. */
  for (gint64 now = g_get_real_time () / 1000; g_get_real_time () / 1000 == now;)
    ;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->library = gloss_library_new ();
  fixture->notebook = gloss_reader_test_notebook (&fixture->folder);

  /* Neither in the order of the text, nor of the tags. */
  if (data == NULL)
    {
      add (fixture, "A/69/723@en", "annex__para_2__item_8", NULL, "Ours", "peace", GLOSS_COLOR_GREEN, "Ada");
      add (fixture, "A/1", "item_1", NULL, "Unknown", NULL, GLOSS_COLOR_YELLOW, "Bo");
      add (fixture, "A/69/723@zh", "annex__para_2__item_7", NULL, "中文 café", "法/国际", GLOSS_COLOR_RED, "Ada");
      add (fixture, "A/66/359@en", "annex__sec_2", NULL, "", "law,peace", GLOSS_COLOR_YELLOW, "Bo");
      add (fixture, "A/69/723@en", "annex__para_2__item_7", "offline environment", "", NULL, GLOSS_COLOR_BLUE, "Ada");
    }

  fixture->window = gtk_window_new ();
  fixture->page = gloss_all_notes_page_new (fixture->library, fixture->notebook);
  g_signal_connect (fixture->page, "note-activated", G_CALLBACK (activated_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  gloss_reader_test_settle ();
  g_assert_finalize_object (fixture->page);
  g_clear_object (&fixture->activated);
  g_clear_pointer (&fixture->activated_name, g_free);
  g_assert_finalize_object (fixture->notebook);
  g_clear_object (&fixture->library);
  g_free (fixture->folder);
}

static gpointer
find (Fixture *fixture,
      GType    type)
{
  return gloss_reader_test_find (GTK_WIDGET (fixture->page), type);
}

static GtkSelectionModel *
get_model (Fixture *fixture)
{
  return gtk_list_view_get_model (find (fixture, GTK_TYPE_LIST_VIEW));
}

/* What the list shows: of each note its text or its quotation. */
static char *
list (Fixture *fixture)
{
  g_autoptr (GPtrArray) shown = gloss_all_notes_page_dup_shown (fixture->page);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    {
      GlossAnnotation *annotation = g_ptr_array_index (shown, i);
      const char *note = gloss_annotation_get_note (annotation);
      g_autofree char *quotation = gloss_anchor_dup_quotation (gloss_annotation_get_anchor (annotation), NULL);

      g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", *note != '\0' ? note : *quotation != '\0' ? quotation : "-");
    }

  return g_string_free_and_steal (all);
}

#define assert_list(fixture, expected)                 \
  G_STMT_START                                         \
    {                                                  \
      g_autofree char *listed = list (fixture);        \
      g_assert_cmpstr (listed, ==, expected);          \
    }                                                  \
  G_STMT_END

static const char *
get_count (Fixture *fixture)
{
  return adw_window_title_get_subtitle (find (fixture, ADW_TYPE_WINDOW_TITLE));
}

static const char *
get_stack_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (find (fixture, GTK_TYPE_STACK));
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  gloss_reader_test_settle ();
}

static void
search (Fixture    *fixture,
        const char *words)
{
  GtkEditable *entry = find (fixture, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (entry, words);
  g_signal_emit_by_name (entry, "search-changed");
}

/* Chooses @label in one of the lists of filters. */
static void
choose (Fixture    *fixture,
        const char *label)
{
  GtkWidget *bar = find (fixture, GLOSS_TYPE_NOTE_FILTER_BAR);

  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *drop_down = gloss_reader_test_find (child, GTK_TYPE_DROP_DOWN);
      GListModel *model = drop_down != NULL ? gtk_drop_down_get_model (drop_down) : NULL;

      for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
        if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), label))
          {
            gtk_drop_down_set_selected (drop_down, i);
            return;
          }
    }

  g_error ("“%s” is not offered", label);
}

/* The note as another program finds it on the disk. (transfer full) */
static char *
read_disk (Fixture *fixture)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GError) error = NULL;
  GString *all = g_string_new (NULL);

  gloss_notebook_open_all (notebook, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (notebook)); i++)
    {
      g_autoptr (GListModel) store = g_list_model_get_item (G_LIST_MODEL (notebook), i);

      for (guint j = 0; j < g_list_model_get_n_items (store); j++)
        {
          g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (store, j);
          g_autofree char *tags = g_strjoinv (",", (char **) gloss_annotation_get_tags (annotation));

          g_string_append_printf (all, "[%s]", tags);
        }
    }

  return g_string_free_and_steal (all);
}

#define assert_disk(fixture, expected)                 \
  G_STMT_START                                         \
    {                                                  \
      g_autofree char *on_disk = read_disk (fixture);  \
      g_assert_cmpstr (on_disk, ==, expected);         \
    }                                                  \
  G_STMT_END

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (get_stack_page (fixture), ==, "empty");
  g_assert_cmpstr (get_count (fixture), ==, "");

  /* A note that is written elsewhere comes by itself, on a document that had none. */
  add (fixture, "A/69/723@en", "annex__para_2__item_8", NULL, "First", NULL, GLOSS_COLOR_GREEN, "Ada");
  gloss_reader_test_settle ();
  g_assert_cmpstr (get_stack_page (fixture), ==, "notes");
  g_assert_cmpstr (get_count (fixture), ==, "1 note");
}

/* By place: documents as the library has them, those that it has not last; one order for all
 * languages of a text. */
static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  assert_list (fixture, "-|中文 café|offline environment|Ours|Unknown");
  g_assert_cmpstr (get_count (fixture), ==, "5 notes");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "all-notes.sort", "s", "date");
  assert_list (fixture, "offline environment|-|中文 café|Unknown|Ours");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "all-notes.sort", "s", "tag");
  assert_list (fixture, "-|Ours|中文 café|offline environment|Unknown");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "all-notes.sort", "s", "place");
  assert_list (fixture, "-|中文 café|offline environment|Ours|Unknown");
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  search (fixture, "CAFE");
  assert_list (fixture, "中文 café");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 5 notes");
  search (fixture, "OFF");
  assert_list (fixture, "offline environment");
  search (fixture, "OFFline envi");
  assert_list (fixture, "offline environment");
  search (fixture, "peac");
  assert_list (fixture, "-|Ours");
  search (fixture, "国际");
  assert_list (fixture, "中文 café");
  search (fixture, "nothing of the kind");
  assert_list (fixture, "");
  g_assert_cmpstr (get_stack_page (fixture), ==, "no-results");
  act (fixture, "all-notes.reset");
  search (fixture, "");
  g_assert_cmpstr (get_stack_page (fixture), ==, "notes");
  g_assert_cmpstr (get_count (fixture), ==, "5 notes");
}

/* TRUE when a label in the tree of @data, a widget, has a background somewhere. */
static gboolean
has_mark (gpointer data)
{
  GtkWidget *root = data;

  if (GTK_IS_LABEL (root) && gtk_label_get_attributes (GTK_LABEL (root)) != NULL)
    {
      g_autofree char *attributes = pango_attr_list_to_string (gtk_label_get_attributes (GTK_LABEL (root)));

      if (strstr (attributes, " background ") != NULL)
        return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_mark (child))
      return TRUE;

  return FALSE;
}

static gboolean
has_no_mark (gpointer data)
{
  return !has_mark (data);
}

/* What is on the screen is marked in the next frame. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *list_view = find (fixture, GTK_TYPE_LIST_VIEW);

  g_assert_false (has_mark (list_view));
  search (fixture, "CAFE");
  gloss_ui_test_wait (has_mark, list_view);
  search (fixture, "");
  gloss_ui_test_wait (has_no_mark, list_view);
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data)
{
  choose (fixture, "peace");
  assert_list (fixture, "-|Ours");
  choose (fixture, "Ada");
  assert_list (fixture, "Ours");
  act (fixture, "all-notes.reset");
  assert_list (fixture, "-|中文 café|offline environment|Ours|Unknown");

  /* A tag has those that are nested in it. */
  choose (fixture, "法");
  assert_list (fixture, "中文 café");
  act (fixture, "all-notes.reset");
  choose (fixture, "Agree (Blue)");
  assert_list (fixture, "offline environment");
  act (fixture, "all-notes.reset");
  choose (fixture, "A/1");
  assert_list (fixture, "Unknown");
  act (fixture, "all-notes.reset");
  gloss_note_filter_date_set_days (find (fixture, GLOSS_TYPE_NOTE_FILTER_DATE), "2015-01-13", "");
  assert_list (fixture, "-|中文 café|offline environment|Ours|Unknown");
  gloss_note_filter_date_set_days (find (fixture, GLOSS_TYPE_NOTE_FILTER_DATE), "", "2015-01-13");
  assert_list (fixture, "");
  act (fixture, "all-notes.reset");
  choose (fixture, "Not Found");
  assert_list (fixture, "Unknown");
  g_assert_cmpstr (get_count (fixture), ==, "1 of 5 notes");
}

/* A filter whose last note goes gives way. */
static void
test_filter_goes (Fixture       *fixture,
                  gconstpointer  data)
{
  choose (fixture, "law");
  gtk_selection_model_select_all (get_model (fixture));
  act (fixture, "all-notes.remove");
  assert_list (fixture, "中文 café|offline environment|Ours|Unknown");
}

static void
test_tag (Fixture       *fixture,
          gconstpointer  data)
{
  static const char *const tags[] = { "peace", "new", NULL };

  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  gtk_selection_model_select_item (get_model (fixture), 3, FALSE);
  gtk_selection_model_select_item (get_model (fixture), 4, FALSE);
  gloss_all_notes_page_add_tags (fixture->page, tags);
  gloss_reader_test_settle ();
  assert_disk (fixture, "[peace,new][law,peace,new][peace,new][法/国际][]");

  /* One step, on all documents, and the selection stays. */
  act (fixture, "all-notes.undo");
  assert_disk (fixture, "[][law,peace][peace][法/国际][]");
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 3));
  act (fixture, "all-notes.redo");
  assert_disk (fixture, "[peace,new][law,peace,new][peace,new][法/国际][]");
}

/* What is selected stays so while it is sorted, and while it is out of sight. */
static void
test_selection_stays (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) selected = NULL;
  g_autoptr (GPtrArray) sorted = NULL;

  gtk_selection_model_select_item (get_model (fixture), 1, TRUE);
  search (fixture, "ours");
  search (fixture, "");
  selected = gloss_all_notes_page_dup_selected (fixture->page);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (g_ptr_array_index (selected, 0)), ==, "中文 café");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "all-notes.sort", "s", "date");
  sorted = gloss_all_notes_page_dup_selected (fixture->page);
  g_assert_cmpuint (sorted->len, ==, 1);
  g_assert_true (g_ptr_array_index (sorted, 0) == g_ptr_array_index (selected, 0));
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GtkBitset) selected = NULL;

  gtk_selection_model_select_range (get_model (fixture), 0, 3, TRUE);
  act (fixture, "all-notes.remove");
  assert_list (fixture, "Ours|Unknown");
  assert_disk (fixture, "[][peace]");
  selected = gtk_selection_model_get_selection (get_model (fixture));
  g_assert_true (gtk_bitset_is_empty (selected));

  act (fixture, "all-notes.undo");
  assert_list (fixture, "-|中文 café|offline environment|Ours|Unknown");
  act (fixture, "all-notes.redo");
  assert_list (fixture, "Ours|Unknown");
  act (fixture, "all-notes.undo");
}

/* After a change elsewhere the last change of a store is another one: that is not undone from here. */
static void
test_undo_is_safe (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  act (fixture, "all-notes.remove");
  add (fixture, "A/66/359@en", "annex__sec_1", NULL, "Written since", NULL, GLOSS_COLOR_GREEN, "Ada");
  gloss_reader_test_settle ();
  act (fixture, "all-notes.undo");
  assert_list (fixture, "Written since|-|中文 café|offline environment|Ours|Unknown");
}

static void
test_activate (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *list_view = find (fixture, GTK_TYPE_LIST_VIEW);

  g_signal_emit_by_name (list_view, "activate", 1);
  g_assert_cmpstr (gloss_annotation_get_note (fixture->activated), ==, "中文 café");
  g_assert_cmpstr (fixture->activated_name, ==, "A/69/723@zh");
  g_signal_emit_by_name (list_view, "activate", 4);
  g_assert_cmpstr (gloss_annotation_get_note (fixture->activated), ==, "Unknown");
  g_assert_null (fixture->activated_name);
}

/* In a window that has no place for dialogs, they are windows of their own. */
static GlossExportDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GlossExportDialog *dialog = NULL;

  for (guint i = 0; dialog == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      dialog = gloss_reader_test_find (window, GLOSS_TYPE_EXPORT_DIALOG);
    }

  g_assert_nonnull (dialog);
  return dialog;
}

/* What can be exported, as the dialog offers it. (transfer full) */
static char *
list_choices (Fixture *fixture)
{
  GlossExportDialog *dialog = find_dialog ();
  GListModel *model = adw_combo_row_get_model (gloss_reader_test_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW));
  GString *all = g_string_new (gloss_export_order_to_string (gloss_export_dialog_get_order (dialog)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_string_append_printf (all, "|%s", gtk_string_list_get_string (GTK_STRING_LIST (model), i));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  gloss_reader_test_settle ();

  return g_string_free_and_steal (all);
}

#define assert_choices(fixture, expected)                  \
  G_STMT_START                                             \
    {                                                      \
      g_autofree char *choices_ = list_choices (fixture);  \
      g_assert_cmpstr (choices_, ==, expected);            \
    }                                                      \
  G_STMT_END

#define ALL_CHOICES                                                   \
  "|All 5 notes"                                                      \
  "|A/66/359 · Code of conduct for information security, 2011 (1)"    \
  "|A/69/723 · Code of conduct for information security, 2015 (3)"    \
  "|A/1 (1)"

/* What is selected comes first, then what is shown; the order is that of the list. */
static void
test_export (Fixture       *fixture,
             gconstpointer  data)
{
  act (fixture, "all-notes.export");
  assert_choices (fixture, "place" ALL_CHOICES);

  search (fixture, "peac");
  gtk_selection_model_select_item (get_model (fixture), 1, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "all-notes.sort", "s", "tag");
  act (fixture, "all-notes.export");
  assert_choices (fixture, "tag|1 selected note|2 notes that are shown"
                           "|All 5 notes"
                           "|A/66/359 · Code of conduct for information security, 2011 (1)"
                           "|A/69/723 · Code of conduct for information security, 2015 (3)"
                           "|A/1 (1)");
}

/* The check of a row selects it beside the others, and shows that it is. */
static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row = find (fixture, GLOSS_TYPE_ALL_NOTES_ROW);
  GtkCheckButton *check = gloss_reader_test_find (row, GTK_TYPE_CHECK_BUTTON);

  gtk_selection_model_select_item (get_model (fixture), 2, TRUE);
  g_assert_false (gtk_check_button_get_active (check));
  gtk_check_button_set_active (check, TRUE);
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 0));
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 2));
  gtk_selection_model_unselect_all (get_model (fixture));
  g_assert_false (gtk_check_button_get_active (check));
}

static gboolean
is_filled (gpointer row)
{
  return *gtk_label_get_text (gloss_reader_test_find (row, GTK_TYPE_LABEL)) != '\0';
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *row = find (fixture, GLOSS_TYPE_ALL_NOTES_ROW);

  gloss_ui_test_wait (is_filled, row);
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_LIST_VIEW), GTK_ACCESSIBLE_PROPERTY_LABEL, "All Notes");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A/66/359, annex, “Code of conduct”: Code of conduct; tags: law, peace; Position (Yellow)");
}

/* The filters go into a popover and come back with what was chosen. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *bar = find (fixture, GLOSS_TYPE_NOTE_FILTER_BAR);

  choose (fixture, "peace");
  g_object_set (fixture->page, "narrow", TRUE, NULL);
  g_assert_nonnull (gtk_widget_get_ancestor (bar, GTK_TYPE_POPOVER));
  assert_list (fixture, "-|Ours");
  g_object_set (fixture->page, "narrow", FALSE, NULL);
  g_assert_null (gtk_widget_get_ancestor (bar, GTK_TYPE_POPOVER));
  assert_list (fixture, "-|Ours");
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
    { "/all-notes-page/sort", test_sort },
    { "/all-notes-page/search", test_search },
    { "/all-notes-page/marks", test_marks },
    { "/all-notes-page/filters", test_filters },
    { "/all-notes-page/filter-goes", test_filter_goes },
    { "/all-notes-page/tag", test_tag },
    { "/all-notes-page/selection-stays", test_selection_stays },
    { "/all-notes-page/remove", test_remove },
    { "/all-notes-page/undo-is-safe", test_undo_is_safe },
    { "/all-notes-page/activate", test_activate },
    { "/all-notes-page/export", test_export },
    { "/all-notes-page/check", test_check },
    { "/all-notes-page/accessible", test_accessible },
    { "/all-notes-page/narrow", test_narrow },
  };

  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add ("/all-notes-page/empty", Fixture, "empty", set_up, test_empty, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return gloss_ui_test_run ();
}
