/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-changes.h"

#include "gloss-comparison-test.h"

#define NOWHERE GTK_INVALID_LIST_POSITION

/* (transfer full): the changes at @positions, which end with NOWHERE. */
static GtkBitset *
make_changes (const guint *positions)
{
  GtkBitset *changes = gtk_bitset_new_empty ();

  for (; *positions != NOWHERE; positions++)
    gtk_bitset_add (changes, *positions);

  return changes;
}

static void
test_find (void)
{
  static const char *const old_clauses[] = {
    "1.", "Recalls the provisions of the Charter about the peaceful settlement of disputes;",
    "2.", "Requests the Secretary-General to submit a report in the spring;",
    "3.", "Decides to remain seized of the matter;",
    NULL,
  };
  static const char *const new_clauses[] = {
    "1.", "Recalls the provisions of the Charter about the peaceful settlement of disputes;",
    "2.", "Requests the Secretary-General to submit a report in the autumn;",
    "3.", "Decides to remain seized of the matter;",
    NULL,
  };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);
  g_autoptr (GlossComparisonItems) items = gloss_comparison_items_new ();
  g_autoptr (GtkBitset) none = gloss_comparison_changes_find (items);
  g_autoptr (GtkBitset) changes = NULL;

  gloss_comparison_items_set_comparison (items, comparison);
  changes = gloss_comparison_changes_find (items);
  g_assert_cmpuint (gtk_bitset_get_size (changes), ==, 1);
  g_assert_cmpuint (gtk_bitset_get_minimum (changes), ==, 1);
  g_assert_true (gtk_bitset_is_empty (none));
}

static void
test_number (void)
{
  g_autoptr (GtkBitset) changes = make_changes ((const guint[]) { 0, 3, 4, NOWHERE });

  g_assert_cmpuint (gloss_comparison_changes_get_number (changes, 0), ==, 1);
  g_assert_cmpuint (gloss_comparison_changes_get_number (changes, 1), ==, 0);
  g_assert_cmpuint (gloss_comparison_changes_get_number (changes, 3), ==, 2);
  g_assert_cmpuint (gloss_comparison_changes_get_number (changes, 4), ==, 3);
  g_assert_cmpuint (gloss_comparison_changes_get_number (changes, 5), ==, 0);
  g_assert_cmpuint (gloss_comparison_changes_get_number (changes, NOWHERE), ==, 0);
}

static void
test_step (void)
{
  static const struct
  {
    guint position;
    guint after;
    guint before;
  } steps[] = {
    { NOWHERE, 1, NOWHERE },
    { 0, 1, NOWHERE },
    { 1, 4, NOWHERE },
    { 2, 4, 1 },
    { 4, 5, 1 },
    { 5, NOWHERE, 4 },
    { 6, NOWHERE, 5 },
  };
  g_autoptr (GtkBitset) changes = make_changes ((const guint[]) { 1, 4, 5, NOWHERE });

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("at %u", steps[i].position);
      g_assert_cmpuint (gloss_comparison_changes_step (changes, steps[i].position, 1), ==, steps[i].after);
      g_assert_cmpuint (gloss_comparison_changes_step (changes, steps[i].position, -1), ==, steps[i].before);
    }
}

static void
test_step_at_the_edges (void)
{
  g_autoptr (GtkBitset) first = make_changes ((const guint[]) { 0, NOWHERE });
  g_autoptr (GtkBitset) none = gtk_bitset_new_empty ();

  g_assert_cmpuint (gloss_comparison_changes_step (first, NOWHERE, 1), ==, 0);
  g_assert_cmpuint (gloss_comparison_changes_step (first, 0, 1), ==, NOWHERE);
  g_assert_cmpuint (gloss_comparison_changes_step (first, 0, -1), ==, NOWHERE);
  g_assert_cmpuint (gloss_comparison_changes_step (first, 1, -1), ==, 0);
  g_assert_cmpuint (gloss_comparison_changes_step (none, NOWHERE, 1), ==, NOWHERE);
  g_assert_cmpuint (gloss_comparison_changes_step (none, 2, 1), ==, NOWHERE);
  g_assert_cmpuint (gloss_comparison_changes_step (none, 2, -1), ==, NOWHERE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/comparison-changes/find", test_find);
  g_test_add_func ("/comparison-changes/number", test_number);
  g_test_add_func ("/comparison-changes/step", test_step);
  g_test_add_func ("/comparison-changes/step-at-the-edges", test_step_at_the_edges);

  return g_test_run ();
}
