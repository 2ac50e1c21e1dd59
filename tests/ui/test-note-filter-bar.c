/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-note-filter-bar.h"

#include "ui/gloss-note-filter-choice.h"
#include "ui/gloss-note-filter-date.h"

#include "gloss-notes-test.h"

#define EIGHT "annex__para_2__item_8"

/* The lists stand in this order, the date between the last two. */
enum
{
  TAG,
  COLOR,
  DOCUMENT,
  AUTHOR,
  DATE,
  PLACE,
  N_FILTERS,
};

static void
count_cb (GlossNoteFilterBar *bar,
          guint              *n_changes)
{
  (*n_changes)++;
}

static GtkWidget *
get_filter (GlossNoteFilterBar *bar,
            guint               position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (bar));

  for (guint i = 0; i < position; i++)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkDropDown *
get_list (GlossNoteFilterBar *bar,
          guint               position)
{
  return gloss_reader_test_find (get_filter (bar, position), GTK_TYPE_DROP_DOWN);
}

/* What @list offers, without the item for any, separated by "|". */
static char *
dup_offers (GtkDropDown *list)
{
  GListModel *model = gtk_drop_down_get_model (list);
  GString *offers = g_string_new (NULL);

  for (guint i = 1; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      g_string_append_printf (offers, "%s%s", i > 1 ? "|" : "", gtk_string_object_get_string (item));
    }

  return g_string_free (offers, FALSE);
}

static void
assert_offers (GlossNoteFilterBar *bar,
               guint               position,
               const char         *expected)
{
  g_autofree char *offers = dup_offers (get_list (bar, position));

  g_assert_cmpstr (offers, ==, expected);
}

/* (transfer full): a bar that offers what some notes have. */
static GlossNoteFilterBar *
create_bar (GlossNotesTest *test)
{
  GlossNoteFilterBar *bar = GLOSS_NOTE_FILTER_BAR (g_object_ref_sink (gloss_note_filter_bar_new ()));
  g_autoptr (GListStore) annotations = g_list_store_new (GLOSS_TYPE_ANNOTATION);

  g_list_store_append (annotations, gloss_notes_test_add (test, "A/69/723@en", EIGHT, NULL, "One", "law/water,peace", NULL));
  g_list_store_append (annotations, gloss_notes_test_add (test, "A/66/359@en", NULL, NULL, "Two", "law", NULL));
  gloss_note_filter_bar_set_offers (bar, G_LIST_MODEL (annotations), test->places);

  return bar;
}

/* Each tag once, with those in which it lies; in the order of the alphabet. */
static void
test_offers (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  GlossNoteFilterBar *bar;

  gloss_notes_test_set_up (&test);
  bar = create_bar (&test);
  assert_offers (bar, TAG, "law|law/water|peace");
  assert_offers (bar, AUTHOR, "Ada");
  assert_offers (bar, DOCUMENT, "A/66/359 · Code of conduct for information security, 2011|"
                                "A/69/723 · Code of conduct for information security, 2015");
  assert_offers (bar, PLACE, "In Its Place|Wording Changed|To Be Placed|Not Found");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (get_list (bar, COLOR))), ==, 1 + GLOSS_N_COLORS);
  g_assert_cmpuint (gloss_note_filter_bar_count (bar), ==, 0);
  g_assert_finalize_object (bar);
}

static void
test_criteria (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  GlossNoteCriteria criteria = GLOSS_NOTE_CRITERIA_ANY;
  GlossNoteFilterBar *bar;
  guint n_changes = 0;

  gloss_notes_test_set_up (&test);
  bar = create_bar (&test);
  g_signal_connect (bar, "changed", G_CALLBACK (count_cb), &n_changes);
  gtk_drop_down_set_selected (get_list (bar, TAG), 2);
  gtk_drop_down_set_selected (get_list (bar, COLOR), 1 + GLOSS_COLOR_BLUE);
  gtk_drop_down_set_selected (get_list (bar, DOCUMENT), 1);
  gtk_drop_down_set_selected (get_list (bar, AUTHOR), 1);
  gtk_drop_down_set_selected (get_list (bar, PLACE), 3);
  gloss_note_filter_date_set_days (GLOSS_NOTE_FILTER_DATE (get_filter (bar, DATE)), "2015-01-13", "2015-01-14");
  g_assert_cmpuint (n_changes, >=, N_FILTERS);
  g_assert_cmpuint (gloss_note_filter_bar_count (bar), ==, N_FILTERS);

  gloss_note_filter_bar_get_criteria (bar, &criteria);
  g_assert_cmpstr (criteria.note.tag, ==, "law/water");
  g_assert_cmpint (criteria.note.color, ==, GLOSS_COLOR_BLUE);
  g_assert_cmpstr (criteria.symbol, ==, "A/66/359");
  g_assert_cmpstr (criteria.note.author, ==, "Ada");
  g_assert_cmpint (criteria.state, ==, GLOSS_PLACEMENT_AMBIGUOUS);
  g_assert_true (g_str_has_prefix (criteria.note.since, "2015-01-13"));
  g_assert_true (g_str_has_prefix (criteria.note.until, "2015-01-15"));

  /* All at once is one change. */
  n_changes = 0;
  gloss_note_filter_bar_reset (bar);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (gloss_note_filter_bar_count (bar), ==, 0);
  gloss_note_filter_bar_get_criteria (bar, &criteria);
  g_assert_null (criteria.note.tag);
  g_assert_null (criteria.note.since);
  g_assert_null (criteria.note.until);
  g_assert_null (criteria.symbol);
  g_assert_cmpint (criteria.note.color, ==, -1);
  g_assert_cmpint (criteria.state, ==, -1);
  g_assert_finalize_object (bar);
}

static void
test_choose_tag (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  GlossNoteCriteria criteria = GLOSS_NOTE_CRITERIA_ANY;
  GlossNoteFilterBar *bar;

  gloss_notes_test_set_up (&test);
  bar = create_bar (&test);
  gtk_drop_down_set_selected (get_list (bar, COLOR), 1);
  g_assert_false (gloss_note_filter_bar_choose_tag (bar, "war"));
  g_assert_cmpuint (gloss_note_filter_bar_count (bar), ==, 1);

  g_assert_true (gloss_note_filter_bar_choose_tag (bar, "peace"));
  g_assert_cmpuint (gloss_note_filter_bar_count (bar), ==, 1);
  gloss_note_filter_bar_get_criteria (bar, &criteria);
  g_assert_cmpstr (criteria.note.tag, ==, "peace");
  g_assert_finalize_object (bar);
}

static gboolean
is_laid_out (gpointer bar)
{
  return gtk_widget_get_width (get_filter (bar, PLACE)) > 0;
}

/* What a filter says: the longest label in it that is shown. */
static gboolean
is_cut (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_cut (child))
      return TRUE;

  return FALSE;
}

/* Where they do not fit one row they stand in more, and none is cut. */
static void
test_room (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  GtkWindow *window;
  GtkWidget *box;
  GlossNoteFilterBar *bar;
  graphene_rect_t first, last;

  gloss_notes_test_set_up (&test);
  window = GTK_WINDOW (adw_window_new ());
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  bar = create_bar (&test);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_default_size (window, 500, 300);
  gtk_window_present (window);
  gloss_ui_test_wait (is_laid_out, bar);

  for (guint i = 0; i < N_FILTERS; i++)
    g_assert_false (is_cut (get_filter (bar, i)));
  g_assert_true (gtk_widget_compute_bounds (get_filter (bar, TAG), GTK_WIDGET (bar), &first));
  g_assert_true (gtk_widget_compute_bounds (get_filter (bar, PLACE), GTK_WIDGET (bar), &last));
  g_assert_cmpfloat (last.origin.y, >=, first.origin.y + first.size.height);
  g_assert_cmpfloat (last.origin.x + last.size.width, <=, gtk_widget_get_width (GTK_WIDGET (bar)));

  gtk_window_destroy (window);
  g_assert_finalize_object (bar);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/note-filter-bar/offers", test_offers);
  g_test_add_func ("/note-filter-bar/criteria", test_criteria);
  g_test_add_func ("/note-filter-bar/choose-tag", test_choose_tag);
  g_test_add_func ("/note-filter-bar/room", test_room);

  return gloss_ui_test_run ();
}
