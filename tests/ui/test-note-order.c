/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-note-order.h"

#include "gloss-notes-test.h"

#define EIGHT "annex__para_2__item_8"
#define SEVEN "annex__para_2__item_7"

static void
assert_order (GlossNoteOrder *order,
              const char     *expected)
{
  GPtrArray *entries = gloss_note_order_get_entries (order);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const GlossNoteEntry *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (all, "%s%u", gloss_annotation_get_note (entry->annotation), entry->section);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

/* Sections are counted in each order; what comes and goes leaves the others as they stand. */
static void
test_order (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  g_autoptr (GListStore) model = g_list_store_new (GLOSS_TYPE_ANNOTATION);
  g_autoptr (GlossNoteOrder) order = NULL;

  gloss_notes_test_set_up (&test);
  g_list_store_append (model, gloss_notes_test_add (&test, "A/69/723@en", EIGHT, NULL, "c", "b", "2026-01-02T00:00:00.000Z"));
  g_list_store_append (model, gloss_notes_test_add (&test, "A/66/359@en", NULL, NULL, "a", "c", "2026-01-03T00:00:00.000Z"));
  g_list_store_append (model, gloss_notes_test_add (&test, "A/69/723@en", SEVEN, NULL, "b", "a", "2026-01-01T00:00:00.000Z"));

  order = gloss_note_order_new (G_LIST_MODEL (model), test.places);
  assert_order (order, "");
  gloss_note_order_update (order);
  assert_order (order, "a0b1c1");
  g_assert_false (gloss_note_order_set (order, GLOSS_EXPORT_BY_PLACE));
  g_assert_true (gloss_note_order_set (order, GLOSS_EXPORT_BY_TAG));
  assert_order (order, "b0c1a2");
  g_assert_true (gloss_note_order_set (order, GLOSS_EXPORT_BY_DATE));
  assert_order (order, "a0c0b0");

  g_list_store_remove (model, 0);
  g_list_store_append (model, gloss_notes_test_add (&test, "A/69/723@en", EIGHT, NULL, "d", NULL, "2026-01-02T00:00:00.000Z"));
  gloss_note_order_update (order);
  gloss_note_order_forget_gone (order);
  assert_order (order, "a0d0b0");
  g_assert_true (gloss_note_order_set (order, GLOSS_EXPORT_BY_PLACE));
  assert_order (order, "a0b1d1");
}

/* On one place, what was written first comes first. */
static void
test_one_place (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  g_autoptr (GListStore) model = g_list_store_new (GLOSS_TYPE_ANNOTATION);
  g_autoptr (GlossNoteOrder) order = NULL;
  GlossAnnotation *first;

  gloss_notes_test_set_up (&test);
  first = gloss_notes_test_add (&test, "A/69/723@en", EIGHT, NULL, "1", NULL, NULL);
  while (g_strcmp0 (gloss_annotation_get_created (first),
                    gloss_annotation_get_created (gloss_notes_test_add (&test, "A/69/723@en", SEVEN, NULL, "x", NULL, NULL))) == 0)
    ;
  g_list_store_append (model, gloss_notes_test_add (&test, "A/69/723@en", EIGHT, NULL, "2", NULL, NULL));
  g_list_store_append (model, first);

  order = gloss_note_order_new (G_LIST_MODEL (model), test.places);
  gloss_note_order_update (order);
  assert_order (order, "1020");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/note-order/order", test_order);
  g_test_add_func ("/note-order/one-place", test_one_place);

  return gloss_ui_test_run ();
}
