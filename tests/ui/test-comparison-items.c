/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-comparison-items.h"

#include "gloss-comparison-test.h"

static const char *const old_clauses[] = {
  "1.", "Recalls the provisions of the Charter about the peaceful settlement of disputes;",
  "2.", "Requests the Secretary-General to submit a report in the spring;",
  "3.", "Invites all Member States to inform the depositary of their views on information security;",
  "4.", "Takes note of the work of the group of governmental experts;",
  "5.", "Expresses its gratitude to the host country for its hospitality;",
  "6.", "Decides to remain seized of the matter;",
  NULL,
};

/* The third clause went to the end; the second has another word. */
static const char *const new_clauses[] = {
  "1.", "Recalls the provisions of the Charter about the peaceful settlement of disputes;",
  "2.", "Requests the Secretary-General to submit a report in the autumn;",
  "4.", "Takes note of the work of the group of governmental experts;",
  "5.", "Expresses its gratitude to the host country for its hospitality;",
  "6.", "Decides to remain seized of the matter;",
  "7.", "Invites all Member States to inform the depositary of their views on information security;",
  NULL,
};

typedef struct
{
  GlossComparison      *comparison;
  GlossComparisonItems *items;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->comparison = gloss_test_compare (old_clauses, new_clauses);
  fixture->items = gloss_comparison_items_new ();
  gloss_comparison_items_set_comparison (fixture->items, fixture->comparison);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->items);
  g_assert_finalize_object (fixture->comparison);
}

/* What is shown, an item a word: the label of the new clause, or of the old one with "<" before it
 * where it moved away, and of a fold how many rows it has. */
static char *
list_items (Fixture *fixture)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->items)); i++)
    {
      g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->items), i);
      GlossComparisonRow *row = gloss_comparison_item_get_row (item);

      if (i > 0)
        g_string_append_c (list, ' ');
      if (gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_FOLD)
        g_string_append_printf (list, "[%u]", gloss_comparison_item_get_n_rows (item));
      else if (gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_MOVED_AWAY)
        g_string_append_printf (list, "<%s", gloss_clause_get_label (gloss_comparison_row_get_old (row, 0)));
      else
        g_string_append (list, gloss_clause_get_label (gloss_comparison_row_get_new (row, 0)));
    }

  return g_string_free_and_steal (g_steal_pointer (&list));
}

static void
assert_items (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *list = list_items (fixture);

  g_assert_cmpstr (list, ==, expected);
}

static GlossComparisonRow *
get_row (Fixture *fixture,
         guint    number)
{
  g_autofree char *id = g_strdup_printf ("clause_%u", number);

  return gloss_comparison_find_old (fixture->comparison, id);
}

/* A clause that moved stands at its new place, and where it was. */
static void
test_moved_away (Fixture       *fixture,
                 gconstpointer  data)
{
  g_assert_cmpint (gloss_comparison_row_get_state (get_row (fixture, 3)), ==, GLOSS_ROW_MOVED);
  assert_items (fixture, "1. 2. <3. [3] 4. 5. 6. 7.");
}

static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GlossComparisonItem) fold = NULL;

  gloss_comparison_items_set_folding (fixture->items, TRUE);
  assert_items (fixture, "1. 2. <3. [3] 7.");

  fold = g_list_model_get_item (G_LIST_MODEL (fixture->items), 3);
  gloss_comparison_items_toggle (fixture->items, fold);
  assert_items (fixture, "1. 2. <3. [3] 4. 5. 6. 7.");
  gloss_comparison_items_toggle (fixture->items, fold);
  assert_items (fixture, "1. 2. <3. [3] 7.");

  gloss_comparison_items_set_folding (fixture->items, FALSE);
  assert_items (fixture, "1. 2. <3. [3] 4. 5. 6. 7.");
}

/* What is looked for is shown, at the place that is told. */
static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  gloss_comparison_items_set_folding (fixture->items, TRUE);

  g_assert_cmpuint (gloss_comparison_items_reveal (fixture->items, get_row (fixture, 3), GLOSS_COMPARISON_ITEM_MOVED_AWAY), ==, 2);
  g_assert_cmpuint (gloss_comparison_items_reveal (fixture->items, get_row (fixture, 3), GLOSS_COMPARISON_ITEM_ROW), ==, 4);
  assert_items (fixture, "1. 2. <3. [3] 7.");

  g_assert_cmpuint (gloss_comparison_items_reveal (fixture->items, get_row (fixture, 5), GLOSS_COMPARISON_ITEM_ROW), ==, 5);
  assert_items (fixture, "1. 2. <3. [3] 4. 5. 6. 7.");
  g_assert_cmpuint (gloss_comparison_items_reveal (fixture->items, get_row (fixture, 5), GLOSS_COMPARISON_ITEM_MOVED_AWAY), ==,
                    G_MAXUINT);
}

/* The states that were chosen decide what is a change, what is left out and what is folded. */
static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  gloss_comparison_items_set_only_changes (fixture->items, TRUE);
  assert_items (fixture, "2. <3. 7.");
  g_assert_cmpuint (gloss_comparison_items_reveal (fixture->items, get_row (fixture, 1), GLOSS_COMPARISON_ITEM_ROW), ==,
                    G_MAXUINT);

  gloss_comparison_items_set_states (fixture->items, GLOSS_COMPARISON_STATE_BIT (GLOSS_ROW_REWORDED));
  assert_items (fixture, "2.");
  gloss_comparison_items_set_only_changes (fixture->items, FALSE);
  assert_items (fixture, "1. 2. <3. [3] 4. 5. 6. 7.");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->items)); i++)
    {
      g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->items), i);

      g_assert_cmpint (gloss_comparison_items_is_change (fixture->items, item), ==, i == 1);
    }

  gloss_comparison_items_set_states (fixture->items, GLOSS_COMPARISON_STATE_BIT (GLOSS_ROW_UNCHANGED));
  gloss_comparison_items_set_folding (fixture->items, TRUE);
  assert_items (fixture, "1. 2. <3. 4. 5. 6. 7.");
}

/* Every row of two real texts stands there once, in the order of the comparison. */
static void
test_complete (void)
{
  g_autoptr (GlossComparison) comparison = gloss_test_compare (new_clauses, old_clauses);
  g_autoptr (GlossComparisonItems) items = gloss_comparison_items_new ();
  guint n_rows = 0;

  gloss_comparison_items_set_comparison (items, comparison);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    {
      g_autoptr (GlossComparisonItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (gloss_comparison_item_get_kind (item) == GLOSS_COMPARISON_ITEM_ROW)
        g_assert_true (gloss_comparison_item_get_row (item) == gloss_comparison_get_row (comparison, n_rows++));
    }
  g_assert_cmpuint (n_rows, ==, gloss_comparison_get_n_rows (comparison));

  gloss_comparison_items_set_comparison (items, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add ("/comparison-items/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("moved-away", test_moved_away);
  ADD ("fold", test_fold);
  ADD ("reveal", test_reveal);
  ADD ("states", test_states);
  g_test_add_func ("/comparison-items/complete", test_complete);

#undef ADD

  return g_test_run ();
}
