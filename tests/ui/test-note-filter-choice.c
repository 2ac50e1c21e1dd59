/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-note-filter-choice.h"

#include "gloss-reader-test.h"

static void
count_cb (GlossNoteFilterChoice *choice,
          guint                 *n_changes)
{
  (*n_changes)++;
}

/* (transfer full): @names is separated by commas. */
static GPtrArray *
split (const char *names)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (names, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (array, g_strdup (parts[i]));

  return array;
}

static void
offer (GlossNoteFilterChoice *choice,
       const char            *values)
{
  g_autoptr (GPtrArray) labels = split (values);

  gloss_note_filter_choice_offer (choice, split (values), labels);
}

/* What is chosen stays chosen while it is offered, wherever it stands; when it goes, that is said. */
static void
test_offer (void)
{
  GlossNoteFilterChoice *choice = GLOSS_NOTE_FILTER_CHOICE (g_object_ref_sink (gloss_note_filter_choice_new ("Tag", "Any Tag", TRUE)));
  GtkDropDown *drop_down = gloss_reader_test_find (GTK_WIDGET (choice), GTK_TYPE_DROP_DOWN);
  guint n_changes = 0;

  g_signal_connect (choice, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_null (gloss_note_filter_choice_get_value (choice));
  offer (choice, "law,peace");
  g_assert_null (gloss_note_filter_choice_get_value (choice));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, "Any Tag");

  gtk_drop_down_set_selected (drop_down, 2);
  g_assert_cmpstr (gloss_note_filter_choice_get_value (choice), ==, "peace");
  g_assert_cmpuint (n_changes, ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, "Tag: peace");

  offer (choice, "alpha,beta,peace");
  g_assert_cmpstr (gloss_note_filter_choice_get_value (choice), ==, "peace");
  g_assert_cmpuint (n_changes, ==, 1);

  offer (choice, "alpha");
  g_assert_null (gloss_note_filter_choice_get_value (choice));
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_finalize_object (choice);
}

static void
test_set_value (void)
{
  GlossNoteFilterChoice *choice = GLOSS_NOTE_FILTER_CHOICE (g_object_ref_sink (gloss_note_filter_choice_new ("Tag", "Any Tag", FALSE)));
  guint n_changes = 0;

  offer (choice, "law,peace");
  g_signal_connect (choice, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (gloss_note_filter_choice_set_value (choice, "law"));
  g_assert_cmpstr (gloss_note_filter_choice_get_value (choice), ==, "law");
  g_assert_false (gloss_note_filter_choice_set_value (choice, "war"));
  g_assert_cmpstr (gloss_note_filter_choice_get_value (choice), ==, "law");
  g_assert_true (gloss_note_filter_choice_set_value (choice, NULL));
  g_assert_null (gloss_note_filter_choice_get_value (choice));
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_finalize_object (choice);
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/note-filter-choice/offer", test_offer);
  g_test_add_func ("/note-filter-choice/set-value", test_set_value);

  return gloss_ui_test_run ();
}
