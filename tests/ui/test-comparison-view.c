/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-view.h"

#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

#include "ui/gloss-comparison-list.h"
#include "ui/gloss-comparison-row-widget.h"
#include "ui/gloss-comparison-speech.h"

#define OLD_CODE "A/66/359@en"
#define NEW_CODE "A/69/723@en"

typedef struct
{
  GlossLibrary        *library;
  GtkWidget           *window;
  GlossComparisonView *view;
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
  GtkWidget *navigation = adw_navigation_view_new ();

  fixture->library = gloss_library_new ();
  fixture->view = g_object_ref_sink (gloss_comparison_view_new (fixture->library));
  fixture->window = adw_window_new ();
  gtk_widget_set_size_request (fixture->window, 360, 294);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), navigation);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (is_mapped, fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->library);
}

static gboolean
has_comparison (gpointer view)
{
  return gloss_comparison_view_get_comparison (view) != NULL;
}

static GlossComparison *
compare (Fixture    *fixture,
         const char *old_name,
         const char *new_name)
{
  gloss_comparison_view_compare (fixture->view, old_name, new_name);
  gloss_ui_test_wait (has_comparison, fixture->view);
  return gloss_comparison_view_get_comparison (fixture->view);
}

static gboolean
is_listed (gpointer view)
{
  GtkWidget *row = gloss_test_find (view, GLOSS_TYPE_COMPARISON_ROW_WIDGET);

  return row != NULL && gloss_comparison_row_widget_get_seen (GLOSS_COMPARISON_ROW_WIDGET (row));
}

static gboolean
activate (Fixture    *fixture,
          const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL);
}

static guint
count_changes (GlossComparison *comparison)
{
  guint n_changes = 0;

  for (guint i = 0; i < gloss_comparison_get_n_rows (comparison); i++)
    n_changes += gloss_comparison_row_is_change (gloss_comparison_get_row (comparison, i));

  return n_changes;
}

static const char *
get_status (Fixture *fixture)
{
  GtkWidget *page = gloss_test_find (GTK_WIDGET (fixture->view), ADW_TYPE_STATUS_PAGE);

  return page != NULL ? adw_status_page_get_title (ADW_STATUS_PAGE (page)) : NULL;
}

/* From the beginning, the changes are met one after the other, each once, and back again. */
static void
test_walk (Fixture       *fixture,
           gconstpointer  data)
{
  GlossComparison *comparison = compare (fixture, OLD_CODE, NEW_CODE);
  guint n_rows = gloss_comparison_get_n_rows (comparison);
  guint n_changes = count_changes (comparison);
  guint n_met = 0;

  gloss_ui_test_wait (is_listed, fixture->view);
  g_assert_cmpuint (n_changes, >, 10);
  g_assert_null (gloss_comparison_view_get_current_row (fixture->view));

  for (guint i = 0; i < n_rows; i++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i);

      if (!gloss_comparison_row_is_change (row))
        continue;
      g_assert_true (activate (fixture, "comparison.next"));
      g_assert_true (gloss_comparison_view_get_current_row (fixture->view) == row);
      n_met++;
    }
  g_assert_cmpuint (n_met, ==, n_changes);

  /* There is no other: the reader stays. */
  activate (fixture, "comparison.next");
  for (guint i = n_rows; i > 0; i--)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, i - 1);

      if (!gloss_comparison_row_is_change (row))
        continue;
      g_assert_true (gloss_comparison_view_get_current_row (fixture->view) == row);
      activate (fixture, "comparison.previous");
    }
}

/* A change far away is brought on the screen, whole and with the focus. */
static gboolean
is_current_in_view (gpointer data)
{
  Fixture *fixture = data;
  GlossComparisonRow *current = gloss_comparison_view_get_current_row (fixture->view);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  GtkWidget *widget = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  graphene_rect_t bounds;

  return GLOSS_IS_COMPARISON_ROW_WIDGET (widget) &&
         gloss_comparison_row_widget_get_row (GLOSS_COMPARISON_ROW_WIDGET (widget)) == current &&
         gtk_widget_compute_bounds (widget, GTK_WIDGET (fixture->view), &bounds) &&
         bounds.origin.y > 0 &&
         bounds.origin.y < gtk_widget_get_height (GTK_WIDGET (fixture->view)) / 2.0;
}

static void
test_scroll (Fixture       *fixture,
             gconstpointer  data)
{
  GlossComparison *comparison = compare (fixture, OLD_CODE, NEW_CODE);

  gloss_ui_test_wait (is_listed, fixture->view);
  for (guint i = count_changes (comparison) / 2; i > 0; i--)
    activate (fixture, "comparison.next");

  gloss_ui_test_wait (is_current_in_view, fixture);
}

static void
test_only_changes (Fixture       *fixture,
                   gconstpointer  data)
{
  GlossComparison *comparison = compare (fixture, OLD_CODE, NEW_CODE);
  GtkListView *list_view;
  GtkSelectionModel *model;
  GlossComparisonRow *current;
  guint n_items;
  guint n_changes = 0;

  gloss_ui_test_wait (is_listed, fixture->view);
  list_view = GTK_LIST_VIEW (gloss_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW));
  model = gtk_list_view_get_model (list_view);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_assert_cmpuint (n_items, >, count_changes (comparison));

  for (guint i = 0; i < 5; i++)
    activate (fixture, "comparison.next");
  current = gloss_comparison_view_get_current_row (fixture->view);

  g_assert_true (activate (fixture, "comparison.only-changes"));
  g_assert_true (gloss_comparison_view_get_only_changes (fixture->view));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_true (gloss_comparison_row_is_change (gloss_comparison_item_get_row (item)));
      n_changes += gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_ROW;
    }
  g_assert_cmpuint (n_changes, ==, count_changes (comparison));
  g_assert_true (gloss_comparison_view_get_current_row (fixture->view) == current);

  g_assert_true (activate (fixture, "comparison.only-changes"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n_items);
  g_assert_true (gloss_comparison_view_get_current_row (fixture->view) == current);
}

static gboolean
is_swapped (gpointer view)
{
  GlossComparison *comparison = gloss_comparison_view_get_comparison (view);

  return g_str_equal (gloss_document_get_name (gloss_comparison_get_old_document (comparison)), NEW_CODE) &&
         g_str_equal (gloss_document_get_name (gloss_comparison_get_new_document (comparison)), OLD_CODE);
}

static void
test_swap (Fixture       *fixture,
           gconstpointer  data)
{
  compare (fixture, OLD_CODE, NEW_CODE);
  g_assert_true (activate (fixture, "comparison.swap"));
  gloss_ui_test_wait (is_swapped, fixture->view);
}

/* The reader chooses another document on one side; the other side stays. */
static gboolean
is_chinese (gpointer view)
{
  GlossComparison *comparison = gloss_comparison_view_get_comparison (view);

  return g_str_equal (gloss_document_get_name (gloss_comparison_get_new_document (comparison)), "A/69/723@zh");
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GlossComparison *comparison;
  GtkWidget *drop_down;

  compare (fixture, OLD_CODE, NEW_CODE);

  /* The first choice is that of the old document. */
  g_assert_true (activate (fixture, "comparison.swap"));
  gloss_ui_test_wait (is_swapped, fixture->view);
  drop_down = gloss_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_DROP_DOWN);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->library)); i++)
    {
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->library), i);

      if (g_str_equal (gloss_library_entry_get_name (entry), "A/69/723@zh"))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
    }
  g_assert_true (activate (fixture, "comparison.swap"));
  gloss_ui_test_wait (is_chinese, fixture->view);

  comparison = gloss_comparison_view_get_comparison (fixture->view);
  g_assert_cmpstr (gloss_document_get_name (gloss_comparison_get_old_document (comparison)), ==, OLD_CODE);
}

static gboolean
says_no_differences (gpointer fixture)
{
  return g_strcmp0 (get_status (fixture), "No Differences") == 0;
}

static void
test_identical (Fixture       *fixture,
                gconstpointer  data)
{
  GlossComparison *comparison = compare (fixture, NEW_CODE, NEW_CODE);

  g_assert_cmpuint (count_changes (comparison), ==, 0);
  g_assert_cmpstr (get_status (fixture), ==, "No Differences");
  g_assert_false (is_listed (fixture->view));

  g_assert_true (activate (fixture, "comparison.show-all"));
  gloss_ui_test_wait (is_listed, fixture->view);
  g_assert_null (get_status (fixture));

  /* The next comparison says so anew, and one with differences shows them. */
  gloss_comparison_view_compare (fixture->view, OLD_CODE, NEW_CODE);
  gloss_comparison_view_compare (fixture->view, OLD_CODE, OLD_CODE);
  gloss_ui_test_wait (says_no_differences, fixture);
}

/* A plain text of that name among the user's documents. */
static void
add_document (Fixture    *fixture,
              const char *name,
              const char *text)
{
  g_autofree char *base = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  gloss_library_add (fixture->library, file, &error);
  g_assert_no_error (error);
}

/* Other quotation marks are no other wording, but a difference to be seen. */
static void
test_typographic (Fixture       *fixture,
                  gconstpointer  data)
{
  add_document (fixture, "straight", "1. \"Freedom\" is not for sale.\n\n2. Bread is sold.\n");
  add_document (fixture, "curly", "1. “Freedom” is not for sale.\n\n2. Bread is sold.\n");
  compare (fixture, "straight@und", "curly@und");
  gloss_ui_test_wait (is_listed, fixture->view);
  g_assert_null (get_status (fixture));

  g_assert_true (activate (fixture, "comparison.only-changes"));
  g_assert_cmpstr (get_status (fixture), ==, "No Change of Wording");
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (gloss_test_find (GTK_WIDGET (fixture->view),
                                                                                       ADW_TYPE_STATUS_PAGE))), ==, "");
}

static void
test_missing_document (Fixture       *fixture,
                       gconstpointer  data)
{
  compare (fixture, OLD_CODE, NEW_CODE);
  gloss_comparison_view_compare (fixture->view, OLD_CODE, "A/0/0@en");

  g_assert_null (gloss_comparison_view_get_comparison (fixture->view));
  g_assert_cmpstr (get_status (fixture), ==, "Comparison Failed");
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (gloss_test_find (GTK_WIDGET (fixture->view),
                                                                                               ADW_TYPE_STATUS_PAGE))),
                            "A/0/0"));

  /* And back. */
  compare (fixture, OLD_CODE, NEW_CODE);
  gloss_ui_test_wait (is_listed, fixture->view);
}

typedef struct
{
  GlossDocument *document;
  GlossClause   *clause;
  guint          n_calls;
} Activated;

static void
clause_activated_cb (GlossComparisonView *view,
                     GlossDocument       *document,
                     GlossClause         *clause,
                     Activated           *activated)
{
  activated->document = document;
  activated->clause = clause;
  activated->n_calls++;
}

/* A row opens the new clause, or the old one where there is no new one. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  GlossComparison *comparison = compare (fixture, OLD_CODE, NEW_CODE);
  Activated activated = { NULL, NULL, 0 };
  GtkWidget *list_view;
  GtkSelectionModel *model;

  gloss_ui_test_wait (is_listed, fixture->view);
  list_view = gloss_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);
  g_signal_connect (fixture->view, "clause-activated", G_CALLBACK (clause_activated_cb), &activated);

  model = gtk_list_view_get_model (GTK_LIST_VIEW (list_view));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);
      GlossComparisonRow *row = gloss_comparison_item_get_row (item);
      guint n_calls = activated.n_calls;

      if (gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_FOLD)
        continue;

      g_signal_emit_by_name (list_view, "activate", i);
      g_assert_cmpuint (activated.n_calls, ==, n_calls + 1);
      if (gloss_comparison_row_get_n_new (row) > 0 &&
          gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_ROW)
        {
          g_assert_true (activated.document == gloss_comparison_get_new_document (comparison));
          g_assert_true (activated.clause == gloss_comparison_row_get_new (row, 0));
        }
      else
        {
          g_assert_true (activated.document == gloss_comparison_get_old_document (comparison));
          g_assert_true (activated.clause == gloss_comparison_row_get_old (row, 0));
        }
    }
}

/* The old side of a row can be opened as well. */
static void
test_open_side (Fixture       *fixture,
                gconstpointer  data)
{
  GlossComparison *comparison = compare (fixture, OLD_CODE, NEW_CODE);
  Activated activated = { NULL, NULL, 0 };
  GtkWidget *widget;

  gloss_ui_test_wait (is_listed, fixture->view);
  g_signal_connect (fixture->view, "clause-activated", G_CALLBACK (clause_activated_cb), &activated);
  widget = gloss_test_find (GTK_WIDGET (fixture->view), GLOSS_TYPE_COMPARISON_ROW_WIDGET);

  g_assert_true (gtk_widget_activate_action (widget, "comparison.open", "(bs)", FALSE, "annex__sec_2__item_f"));
  g_assert_cmpuint (activated.n_calls, ==, 1);
  g_assert_true (activated.document == gloss_comparison_get_old_document (comparison));
  g_assert_cmpstr (gloss_clause_get_id (activated.clause), ==, "annex__sec_2__item_f");

  /* A clause that is not there opens nothing. */
  gtk_widget_activate_action (widget, "comparison.open", "(bs)", TRUE, "no_such_clause");
  g_assert_cmpuint (activated.n_calls, ==, 1);
}

/* Who does not see the rows hears what became of which clause, and what changed in it. */
static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *list_view;
  guint n_rows = 0;

  compare (fixture, OLD_CODE, NEW_CODE);
  gloss_ui_test_wait (is_listed, fixture->view);
  list_view = gloss_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW);

  for (GtkWidget *item = gtk_widget_get_first_child (list_view); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *widget = gtk_widget_get_first_child (item);
      GlossComparisonItem *shown = GLOSS_IS_COMPARISON_ROW_WIDGET (widget)
                                     ? gloss_comparison_row_widget_get_item (GLOSS_COMPARISON_ROW_WIDGET (widget))
                                     : NULL;
      g_autofree char *name = shown != NULL ? gloss_comparison_speak_item (shown) : NULL;
      g_autofree char *text = shown != NULL ? gloss_comparison_speak_item_text (shown) : NULL;

      if (shown == NULL)
        continue;

      gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      if (!gloss_comparison_row_widget_get_seen (GLOSS_COMPARISON_ROW_WIDGET (widget)))
        continue;

      gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
      n_rows++;
    }

  g_assert_cmpuint (n_rows, >, 3);
}

typedef struct
{
  GtkWindow *window;
  GtkWidget *list;
} Narrow;

static gboolean
is_stacked (Narrow *narrow)
{
  gboolean stacked;

  g_object_get (narrow->list, "stacked", &stacked, NULL);
  return stacked;
}

/* The size is asked for again and again: a display may still answer to what was asked before. */
static gboolean
becomes_stacked (gpointer data)
{
  Narrow *narrow = data;

  gtk_window_set_default_size (narrow->window, 360, 640);
  return is_stacked (narrow);
}

static gboolean
becomes_wide (gpointer data)
{
  Narrow *narrow = data;

  gtk_window_set_default_size (narrow->window, 1000, 640);
  return !is_stacked (narrow);
}

/* On a narrow window the old wording stands above the new one. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  Narrow narrow = { GTK_WINDOW (fixture->window), NULL };

  compare (fixture, OLD_CODE, NEW_CODE);
  gloss_ui_test_wait (is_listed, fixture->view);
  narrow.list = gloss_test_find (GTK_WIDGET (fixture->view), GLOSS_TYPE_COMPARISON_LIST);
  g_assert_false (is_stacked (&narrow));

  /* What changes with the width is drawn before it changes again. */
  gloss_ui_test_wait (becomes_stacked, &narrow);
  gloss_ui_test_wait (is_listed, fixture->view);
  gloss_ui_test_wait (becomes_wide, &narrow);
  gloss_ui_test_wait (is_listed, fixture->view);
}

/* The page may be left while it still compares. */
static void
test_leave (Fixture       *fixture,
            gconstpointer  data)
{
  gloss_comparison_view_compare (fixture->view, OLD_CODE, NEW_CODE);
  gloss_comparison_view_compare (fixture->view, NEW_CODE, OLD_CODE);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, function) g_test_add ("/comparison-view/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("walk", test_walk);
  ADD ("scroll", test_scroll);
  ADD ("only-changes", test_only_changes);
  ADD ("swap", test_swap);
  ADD ("choose", test_choose);
  ADD ("identical", test_identical);
  ADD ("typographic", test_typographic);
  ADD ("missing-document", test_missing_document);
  ADD ("open", test_open);
  ADD ("open-side", test_open_side);
  ADD ("accessible", test_accessible);
  ADD ("narrow", test_narrow);
  ADD ("leave", test_leave);

#undef ADD

  return g_test_run ();
}
