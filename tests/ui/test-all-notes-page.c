/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-all-notes-page.h"

#include "ui/gloss-all-notes-row.h"
#include "ui/gloss-note-filter-date.h"

#include "gloss-all-notes-test.h"

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

/* Rows come and go while the list changes: whether the first one of @data, the fixture, says something. */
static gboolean
is_filled (gpointer data)
{
  GtkWidget *row = find (data, GLOSS_TYPE_ALL_NOTES_ROW);
  GtkLabel *label = row != NULL ? gloss_reader_test_find (row, GTK_TYPE_LABEL) : NULL;

  return label != NULL && *gtk_label_get_text (label) != '\0';
}

static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *row;

  gloss_ui_test_wait (is_filled, fixture);
  row = find (fixture, GLOSS_TYPE_ALL_NOTES_ROW);
  gtk_test_accessible_assert_property (find (fixture, GTK_TYPE_LIST_VIEW), GTK_ACCESSIBLE_PROPERTY_LABEL, "All Notes");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A/66/359, annex, “Code of conduct”: Code of conduct; tags: law, peace; Position (Yellow)");
}

static gboolean
speaks_of_whole (gpointer data)
{
  GtkWidget *row = find (data, GLOSS_TYPE_ALL_NOTES_ROW);
  g_autofree char *other = NULL;

  if (row == NULL)
    return FALSE;

  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              "A/69/723: 总的立场; tags: vote; Background (Purple)");
  return other == NULL;
}

/* A note on a whole document stands before those on its clauses, in whatever language it was written;
 * it is found, and leads to the text in that language. */
static void
test_whole_document (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *list_view = find (fixture, GTK_TYPE_LIST_VIEW);

  add (fixture, "A/69/723@zh", NULL, NULL, "总的立场", "vote", GLOSS_COLOR_PURPLE, "Ada");
  gloss_reader_test_settle ();
  assert_list (fixture, "-|总的立场|中文 café|offline environment|Ours|Unknown");

  choose (fixture, "In Its Place");
  search (fixture, "立场");
  assert_list (fixture, "总的立场");
  gloss_ui_test_wait (speaks_of_whole, fixture);
  g_signal_emit_by_name (list_view, "activate", 0);
  g_assert_cmpstr (gloss_annotation_get_note (fixture->activated), ==, "总的立场");
  g_assert_cmpstr (fixture->activated_name, ==, "A/69/723@zh");
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
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  add_test ("/all-notes-page/empty", FALSE, test_empty);
  add_test ("/all-notes-page/sort", TRUE, test_sort);
  add_test ("/all-notes-page/search", TRUE, test_search);
  add_test ("/all-notes-page/marks", TRUE, test_marks);
  add_test ("/all-notes-page/filters", TRUE, test_filters);
  add_test ("/all-notes-page/filter-goes", TRUE, test_filter_goes);
  add_test ("/all-notes-page/activate", TRUE, test_activate);
  add_test ("/all-notes-page/accessible", TRUE, test_accessible);
  add_test ("/all-notes-page/whole-document", TRUE, test_whole_document);
  add_test ("/all-notes-page/narrow", TRUE, test_narrow);

  return gloss_ui_test_run ();
}
