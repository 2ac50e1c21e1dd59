/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-list.h"

#include "gloss-comparison-test.h"
#include "gloss-ui-test.h"

#include "ui/gloss-appearance.h"
#include "ui/gloss-comparison-row-widget.h"
#include "ui/gloss-comparison-speech.h"

typedef struct
{
  GtkWidget           *window;
  GlossComparisonList *list;
  GlossComparison     *comparison;
  guint                n_notes; /* what somebody else adds to the row of the second clause */
  guint                n_opened;
  gboolean             chosen;
} Fixture;

static const char *const old_clauses[] = {
  "1.", "Each State pledges to comply with the Charter of the United Nations.",
  "2.", "Each State pledges to respect the sovereignty of all States.",
  "3.", "This clause stays as it is, to the letter.",
  NULL,
};

static const char *const new_clauses[] = {
  "1.", "Each State pledges to comply with the Charter of the United Nations.",
  "2.", "Each State pledges to respect the sovereignty and the unity of all States.",
  "3.", "This clause stays as it is, to the letter.",
  NULL,
};

static void
row_bound_cb (Fixture                  *fixture,
              GlossComparisonRowWidget *widget,
              GlossComparisonRow       *row)
{
  g_autofree char *spoken = g_strdup_printf ("%u notes", fixture->n_notes);

  if (row == gloss_comparison_find_old (fixture->comparison, "clause_2") && fixture->n_notes > 0)
    gloss_comparison_row_widget_add_badge (widget, gtk_label_new (spoken), spoken);
}

static void
choose_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Fixture *fixture = user_data;

  fixture->chosen = TRUE;
}

static void
menu_opening_cb (Fixture            *fixture,
                 GlossComparisonRow *row,
                 GMenu              *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_assert_true (row == gloss_comparison_list_get_current_row (fixture->list));
  g_menu_append (section, "Choose", "test.choose");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  fixture->n_opened++;
}

static gboolean
is_shown (gpointer list)
{
  GtkWidget *row = gloss_test_find (list, GLOSS_TYPE_COMPARISON_ROW_WIDGET);

  return row != NULL && gloss_comparison_row_widget_get_seen (GLOSS_COMPARISON_ROW_WIDGET (row));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) choose = g_simple_action_new ("choose", NULL);

  fixture->comparison = gloss_test_compare (old_clauses, new_clauses);
  fixture->n_notes = 2;
  fixture->window = gtk_window_new ();
  fixture->list = g_object_ref_sink (g_object_new (GLOSS_TYPE_COMPARISON_LIST, "vexpand", TRUE, NULL));
  g_signal_connect_swapped (fixture->list, "row-bound", G_CALLBACK (row_bound_cb), fixture);
  g_signal_connect_swapped (fixture->list, "menu-opening", G_CALLBACK (menu_opening_cb), fixture);
  g_signal_connect (choose, "activate", G_CALLBACK (choose_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (choose));
  gtk_widget_insert_action_group (fixture->window, "test", G_ACTION_GROUP (actions));

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->list));
  gloss_comparison_list_set_comparison (fixture->list, fixture->comparison);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gloss_ui_test_wait (is_shown, fixture->list);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->list);
  g_assert_finalize_object (fixture->comparison);
}

/* (nullable): the child of the list view that shows @row. */
static GtkWidget *
find_item (Fixture            *fixture,
           GlossComparisonRow *row)
{
  GtkWidget *list_view = gloss_test_find (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_VIEW);

  for (GtkWidget *item = gtk_widget_get_first_child (list_view); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *widget = gtk_widget_get_first_child (item);

      if (GLOSS_IS_COMPARISON_ROW_WIDGET (widget) &&
          gloss_comparison_row_widget_get_row (GLOSS_COMPARISON_ROW_WIDGET (widget)) == row)
        return item;
    }

  return NULL;
}

static gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_label (GTK_LABEL (root)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;

  return FALSE;
}

static void
assert_name (Fixture            *fixture,
             GlossComparisonRow *row,
             const char         *extra)
{
  g_autofree char *name = gloss_comparison_speak_row (row);
  g_autofree char *full_name = g_strconcat (name, extra, NULL);

  gtk_test_accessible_assert_property (find_item (fixture, row), GTK_ACCESSIBLE_PROPERTY_LABEL, full_name);
}

/* What others add to a row is shown on it and on no other, said with its name, and taken anew when
 * they ask for it. */
static void
test_badges (Fixture       *fixture,
             gconstpointer  data)
{
  GlossComparisonRow *row = gloss_comparison_find_old (fixture->comparison, "clause_2");
  GlossComparisonRow *other = gloss_comparison_find_old (fixture->comparison, "clause_1");

  g_assert_true (has_label (find_item (fixture, row), "2 notes"));
  g_assert_false (has_label (find_item (fixture, other), "2 notes"));
  assert_name (fixture, row, "; 2 notes");
  assert_name (fixture, other, "");

  fixture->n_notes = 3;
  g_assert_true (has_label (find_item (fixture, row), "2 notes"));
  gloss_comparison_list_refresh_row (fixture->list, row);
  g_assert_false (has_label (find_item (fixture, row), "2 notes"));
  g_assert_true (has_label (find_item (fixture, row), "3 notes"));
  assert_name (fixture, row, "; 3 notes");

  fixture->n_notes = 0;
  gloss_comparison_list_refresh_row (fixture->list, NULL);
  g_assert_false (has_label (find_item (fixture, row), "3 notes"));
  assert_name (fixture, row, "");
}

static gboolean
has_menu (gpointer list)
{
  return gloss_test_find (list, GTK_TYPE_POPOVER_MENU) != NULL;
}

/* (nullable): the item of an open menu that bears @text. */
static GtkWidget *
find_menu_item (GtkWidget  *root,
                const char *text)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), "GtkModelButton") && has_label (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_menu_item (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_chosen (gpointer fixture)
{
  return ((Fixture *) fixture)->chosen;
}

/* The menu of a row has the list's own items and those of others, which work. */
static void
test_menu (Fixture       *fixture,
           gconstpointer  data)
{
  GlossComparisonRow *row = gloss_comparison_find_old (fixture->comparison, "clause_2");
  g_autofree char *open_label = g_strdup_printf ("Open %s", gloss_clause_get_citation (gloss_comparison_row_get_old (row, 0)));
  g_autofree char *copy_label = g_strdup_printf ("Copy %s", gloss_clause_get_citation (gloss_comparison_row_get_new (row, 0)));
  GtkWidget *menu;

  gloss_comparison_list_walk (fixture->list, 1);
  g_assert_true (gloss_comparison_list_get_current_row (fixture->list) == row);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->list), "comparison.menu", NULL));
  g_assert_cmpuint (fixture->n_opened, ==, 1);
  gloss_ui_test_wait (has_menu, fixture->list);

  menu = gloss_test_find (GTK_WIDGET (fixture->list), GTK_TYPE_POPOVER_MENU);
  g_assert_nonnull (find_menu_item (menu, open_label));
  g_assert_nonnull (find_menu_item (menu, copy_label));
  gtk_widget_activate (find_menu_item (menu, "Choose"));
  gloss_ui_test_wait (is_chosen, fixture);
}

/* (nullable): the button below @root that bears @text. */
static GtkWidget *
find_button (GtkWidget  *root,
             const char *text)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), text) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  GtkWidget  *list;
  const char *text;
} Looked;

static gboolean
has_button (gpointer data)
{
  Looked *looked = data;

  return find_button (looked->list, looked->text) != NULL;
}

/* The two ends of a clause that moved lead to each other. */
static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const before[] = {
    "1.", "Recalls the provisions of the Charter about the peaceful settlement of disputes;",
    "2.", "Invites all Member States to inform the depositary of their views on information security;",
    "3.", "Takes note of the work of the group of governmental experts;",
    "4.", "Expresses its gratitude to the host country for its hospitality;",
    NULL,
  };
  static const char *const after[] = {
    "1.", "Recalls the provisions of the Charter about the peaceful settlement of disputes;",
    "3.", "Takes note of the work of the group of governmental experts;",
    "4.", "Expresses its gratitude to the host country for its hospitality;",
    "5.", "Invites all Member States to inform the depositary of their views on information security;",
    NULL,
  };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (before, after);
  Looked to = { GTK_WIDGET (fixture->list), "moved to 5." };
  Looked from = { GTK_WIDGET (fixture->list), "moved from 2." };

  g_signal_handlers_disconnect_by_func (fixture->list, row_bound_cb, fixture);
  gloss_comparison_list_set_comparison (fixture->list, comparison);
  gloss_ui_test_wait (has_button, &to);
  gloss_ui_test_wait (has_button, &from);

  g_signal_emit_by_name (find_button (to.list, to.text), "clicked");
  g_assert_cmpuint (gloss_comparison_list_get_change (fixture->list), ==, 1);
  g_assert_cmpuint (gloss_comparison_list_get_position (fixture->list), ==, 5);
  g_signal_emit_by_name (find_button (from.list, from.text), "clicked");
  g_assert_cmpuint (gloss_comparison_list_get_position (fixture->list), ==, 1);
  g_assert_true (gloss_comparison_list_get_current_row (fixture->list) == gloss_comparison_find_old (comparison, "clause_2"));

  gloss_comparison_list_set_comparison (fixture->list, NULL);
}

/* From match to match in the order of the rows, round and round. */
static void
test_matches (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossPhraseCount) matches = gloss_phrase_count_new (gloss_comparison_get_old_document (fixture->comparison),
                                                                 gloss_comparison_get_new_document (fixture->comparison),
                                                                 "pledges", NULL, NULL);
  GlossComparisonRow *first = gloss_comparison_get_row (fixture->comparison, 0);
  GlossComparisonRow *second = gloss_comparison_get_row (fixture->comparison, 1);

  g_assert_null (gloss_comparison_list_find_match (fixture->list, 1));
  gloss_comparison_list_set_matches (fixture->list, matches);
  g_assert_true (gloss_comparison_list_find_match (fixture->list, 1) == first);
  g_assert_true (gloss_comparison_list_find_match (fixture->list, -1) == second);

  gloss_comparison_list_go_to_row (fixture->list, first, FALSE);
  g_assert_true (gloss_comparison_list_find_match (fixture->list, 1) == second);
  g_assert_true (gloss_comparison_list_find_match (fixture->list, -1) == second);
  gloss_comparison_list_go_to_row (fixture->list, second, FALSE);
  g_assert_true (gloss_comparison_list_find_match (fixture->list, 1) == first);

  gloss_comparison_list_set_matches (fixture->list, NULL);
  g_assert_null (gloss_comparison_list_find_match (fixture->list, 1));
}

static gboolean
is_in_view (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *list_view = gloss_test_find (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_VIEW);
  GtkWidget *item = find_item (fixture, gloss_comparison_list_get_current_row (fixture->list));
  graphene_rect_t bounds;

  return item != NULL && gtk_widget_get_mapped (item) && gtk_widget_get_height (item) > 0 &&
         gtk_widget_compute_bounds (item, list_view, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (list_view);
}

/* Sixty clauses, of which the middle third is unchanged. */
static GlossComparison *
compare_long (void)
{
  g_autoptr (GStrvBuilder) old_builder = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) new_builder = g_strv_builder_new ();
  g_auto (GStrv) old_texts = NULL;
  g_auto (GStrv) new_texts = NULL;

  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u.", i);
      g_autofree char *text = g_strdup_printf ("Clause %u%u%u is about what nobody else speaks of in its %u words.", i, i, i, i);
      g_autofree char *reworded = g_strdup_printf ("%s And more.", text);

      g_strv_builder_add_many (old_builder, label, text, NULL);
      g_strv_builder_add_many (new_builder, label, i > 20 && i <= 40 ? text : reworded, NULL);
    }
  old_texts = g_strv_builder_end (old_builder);
  new_texts = g_strv_builder_end (new_builder);

  return gloss_test_compare ((const char *const *) old_texts, (const char *const *) new_texts);
}

/* Who goes to a clause among folded ones sees it, however far down they are unfolded. */
static void
test_unfolded (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GlossComparison) comparison = compare_long ();

  gloss_comparison_list_set_folding (fixture->list, TRUE);
  gloss_comparison_list_set_comparison (fixture->list, comparison);
  gloss_ui_test_wait (is_shown, fixture->list);
  for (guint i = 22; i < 40; i += 8)
    {
      gloss_comparison_list_go_to_row (fixture->list, gloss_comparison_get_row (comparison, i), FALSE);
      gloss_ui_test_wait (is_in_view, fixture);
    }
  gloss_comparison_list_set_comparison (fixture->list, NULL);
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  guint *n_left = user_data;

  return --*n_left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
}

/* The row is on the screen, also when everything has been laid out anew. */
static void
assert_stays (Fixture            *fixture,
              GlossComparisonRow *row)
{
  guint n_left = 40;

  gtk_widget_add_tick_callback (fixture->window, count_frame_cb, &n_left, NULL);
  gloss_ui_test_wait (is_zero, &n_left);
  g_assert_true (gloss_comparison_list_get_current_row (fixture->list) == row);
  g_assert_true (is_in_view (fixture));
}

/* Who goes on while the list is still on its way somewhere is not brought back. */
static void
test_goes_on (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossComparison) comparison = compare_long ();
  GlossComparisonRow *last = gloss_comparison_get_row (comparison, 59);
  GtkListView *list_view;
  guint n_items;

  gloss_comparison_list_set_comparison (fixture->list, comparison);
  gloss_ui_test_wait (is_shown, fixture->list);
  list_view = GTK_LIST_VIEW (gloss_test_find (GTK_WIDGET (fixture->list), GTK_TYPE_LIST_VIEW));
  gloss_comparison_list_go_to_row (fixture->list, gloss_comparison_get_row (comparison, 19), FALSE);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list_view)));
  gtk_list_view_scroll_to (list_view, n_items - 1, GTK_LIST_SCROLL_SELECT, NULL); /* as the key End does */
  assert_stays (fixture, last);

  gloss_comparison_list_set_comparison (fixture->list, NULL);
}

/* Whatever becomes of the rows around it, the one on which the reader is stays on the screen. */
static void
test_stays (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const flags[] = { "redline", "stacked", "colorblind", "redline", "folding", "stacked", "folding" };
  g_autoptr (GlossComparison) comparison = compare_long ();
  GlossComparisonRow *row = gloss_comparison_get_row (comparison, 47);

  gloss_comparison_list_set_comparison (fixture->list, comparison);
  gloss_ui_test_wait (is_shown, fixture->list);
  gloss_comparison_list_go_to_row (fixture->list, row, FALSE);
  gloss_ui_test_wait (is_in_view, fixture);
  assert_stays (fixture, row);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      gboolean value;

      g_object_get (fixture->list, flags[i], &value, NULL);
      g_object_set (fixture->list, flags[i], !value, NULL);
      assert_stays (fixture, row);
    }

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 500);
  assert_stays (fixture, row);
  gloss_appearance_set_text_size (gloss_appearance_get_default (), 110);
  assert_stays (fixture, row);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  assert_stays (fixture, row);
  gloss_appearance_set_text_size (gloss_appearance_get_default (), GLOSS_TEXT_SIZE_DEFAULT);
  assert_stays (fixture, row);
  gloss_comparison_list_set_states (fixture->list, GLOSS_COMPARISON_STATE_BIT (GLOSS_ROW_REWORDED));
  gloss_comparison_list_set_only_changes (fixture->list, TRUE);
  assert_stays (fixture, row);
  gloss_comparison_list_set_only_changes (fixture->list, FALSE);
  assert_stays (fixture, row);

  gloss_comparison_list_set_comparison (fixture->list, NULL);
}

/* Where the row of the reader is shown no more, the reader is on what comes after it, else on what was before it. */
static void
test_goes_near (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GlossComparison) comparison = compare_long ();

  gloss_comparison_list_set_comparison (fixture->list, comparison);
  gloss_ui_test_wait (is_shown, fixture->list);
  gloss_comparison_list_go_to_row (fixture->list, gloss_comparison_get_row (comparison, 29), FALSE);
  assert_stays (fixture, gloss_comparison_get_row (comparison, 29));
  gloss_comparison_list_set_only_changes (fixture->list, TRUE);
  assert_stays (fixture, gloss_comparison_get_row (comparison, 40));

  /* Before the unchanged ones are alone, all are there. */
  gloss_comparison_list_set_only_changes (fixture->list, FALSE);
  gloss_comparison_list_set_states (fixture->list, GLOSS_COMPARISON_STATE_BIT (GLOSS_ROW_UNCHANGED));
  gloss_comparison_list_set_only_changes (fixture->list, TRUE);
  assert_stays (fixture, gloss_comparison_get_row (comparison, 39));

  gloss_comparison_list_set_comparison (fixture->list, NULL);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, function) g_test_add ("/comparison-list/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("badges", test_badges);
  ADD ("menu", test_menu);
  ADD ("follow", test_follow);
  ADD ("matches", test_matches);
  ADD ("unfolded", test_unfolded);
  ADD ("goes-on", test_goes_on);
  ADD ("stays", test_stays);
  ADD ("goes-near", test_goes_near);

#undef ADD

  return gloss_ui_test_run ();
}
