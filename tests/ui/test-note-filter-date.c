/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-note-filter-date.h"

#include "gloss-reader-test.h"

static void
count_cb (GlossNoteFilterDate *date,
          guint               *n_changes)
{
  (*n_changes)++;
}

static void
assert_time (GlossNoteFilterDate *date,
             const char          *expected_since,
             const char          *expected_until,
             const char          *expected_label)
{
  g_autofree char *since = gloss_note_filter_date_dup_since (date);
  g_autofree char *until = gloss_note_filter_date_dup_until (date);

  g_assert_cmpstr (since, ==, expected_since);
  g_assert_cmpstr (until, ==, expected_until);
  g_assert_cmpint (gloss_note_filter_date_is_set (date), ==, since != NULL || until != NULL);
  g_assert_cmpstr (gtk_label_get_text (gloss_reader_test_find (GTK_WIDGET (date), GTK_TYPE_LABEL)), ==, expected_label);
}

static void
test_days (void)
{
  GlossNoteFilterDate *date = GLOSS_NOTE_FILTER_DATE (g_object_ref_sink (gloss_note_filter_date_new ()));
  guint n_changes = 0;

  g_signal_connect (date, "changed", G_CALLBACK (count_cb), &n_changes);
  assert_time (date, NULL, NULL, "Any Date");

  /* The last day is part of it. */
  gloss_note_filter_date_set_days (date, "2015-01-13", "2015-01-14");
  assert_time (date, "2015-01-13T00:00:00.000Z", "2015-01-15T00:00:00.000Z", "13 January 2015 – 14 January 2015");
  g_assert_cmpuint (n_changes, ==, 1);
  gloss_note_filter_date_set_days (date, "", " 2015-01-14");
  gloss_note_filter_date_set_days (date, "2015-01-13", "14.1.2015");
  {
    g_autofree char *until = gloss_note_filter_date_dup_until (date);

    g_assert_null (until);
  }

  gloss_note_filter_date_reset (date);
  assert_time (date, NULL, NULL, "Any Date");
  g_assert_finalize_object (date);
}

static void
test_last_days (void)
{
  GlossNoteFilterDate *date = GLOSS_NOTE_FILTER_DATE (g_object_ref_sink (gloss_note_filter_date_new ()));
  GtkMenuButton *button = gloss_reader_test_find (GTK_WIDGET (date), GTK_TYPE_MENU_BUTTON);
  GtkWidget *check = gloss_reader_test_find (GTK_WIDGET (gtk_menu_button_get_popover (button)), GTK_TYPE_CHECK_BUTTON);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) week = g_date_time_add_days (now, -6);
  g_autofree char *expected = g_date_time_format (week, "%Y-%m-%dT00:00:00.000Z");

  check = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (check));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  assert_time (date, expected, NULL, "Last 7 Days");
  g_assert_finalize_object (date);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/note-filter-date/days", test_days);
  g_test_add_func ("/note-filter-date/last-days", test_last_days);

  return gloss_ui_test_run ();
}
