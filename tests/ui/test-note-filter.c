/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-note-filter.h"

#include "gloss-notes-test.h"

#define EIGHT "annex__para_2__item_8"

static gboolean
match (GlossNotesTest    *test,
       GlossAnnotation   *annotation,
       GlossNoteCriteria  criteria)
{
  g_autoptr (GlossNoteFilter) filter = gloss_note_filter_new (test->places, &criteria);

  return gloss_note_filter_match (filter, annotation);
}

static void
test_match (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  GlossNoteCriteria criteria = GLOSS_NOTE_CRITERIA_ANY;
  GlossAnnotation *note;

  gloss_notes_test_set_up (&test);
  note = gloss_notes_test_add (&test, "A/69/723@en", EIGHT, NULL, "Our position", "law/water", NULL);
  g_assert_true (match (&test, note, criteria));

  criteria.symbol = "A/69/723";
  criteria.state = GLOSS_PLACEMENT_PLACED;
  criteria.note.tag = "law";
  criteria.note.search = "POSIT";
  g_assert_true (match (&test, note, criteria));

  criteria.state = GLOSS_PLACEMENT_NOT_FOUND;
  g_assert_false (match (&test, note, criteria));
  criteria.state = -1;
  criteria.symbol = "A/66/359";
  g_assert_false (match (&test, note, criteria));
  criteria.symbol = NULL;
  criteria.note.search = "their";
  g_assert_false (match (&test, note, criteria));
}

static void
test_active (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  const GlossNoteCriteria criteria[] = {
    GLOSS_NOTE_CRITERIA_ANY,
    { .note = { .color = -1, .search = "a" }, .state = -1 },
    { .note = { .color = -1 }, .state = -1, .symbol = "A/1" },
    { .note = { .color = -1 }, .state = GLOSS_PLACEMENT_CHANGED },
  };

  gloss_notes_test_set_up (&test);
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      g_autoptr (GlossNoteFilter) filter = gloss_note_filter_new (test.places, &criteria[i]);

      g_assert_cmpint (gloss_note_filter_is_active (filter), ==, i > 0);
    }
}

/* Typing on asks for more; anything else may let others through. */
static void
test_stricter (void)
{
  static const struct
  {
    GlossNoteCriteria before;
    GlossNoteCriteria after;
    gboolean          stricter;
  } cases[] = {
    { { .note = { .color = -1, .search = "" }, .state = -1 }, { .note = { .color = -1, .search = "a" }, .state = -1 }, TRUE },
    { { .note = { .color = -1, .search = "Ca" }, .state = -1 }, { .note = { .color = -1, .search = "cAfé" }, .state = -1 }, TRUE },
    { { .note = { .color = -1, .search = "ab" }, .state = -1 }, { .note = { .color = -1, .search = "a" }, .state = -1 }, FALSE },
    { { .note = { .color = -1, .search = "ab" }, .state = -1 }, { .note = { .color = -1, .search = "xab" }, .state = -1 }, FALSE },
    { { .note = { .color = -1, .search = "a" }, .state = -1 }, { .note = { .color = 1, .search = "a" }, .state = -1 }, FALSE },
    { { .note = { .color = -1, .tag = "a" }, .state = -1 }, { .note = { .color = -1, .author = "a" }, .state = -1 }, FALSE },
    { { .note = { .color = -1 }, .state = 1 }, { .note = { .color = -1 }, .state = -1 }, FALSE },
  };
  g_auto (GlossNotesTest) test = { NULL };

  gloss_notes_test_set_up (&test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlossNoteFilter) before = gloss_note_filter_new (test.places, &cases[i].before);
      g_autoptr (GlossNoteFilter) after = gloss_note_filter_new (test.places, &cases[i].after);

      g_assert_cmpint (gloss_note_filter_is_stricter (after, before), ==, cases[i].stricter);
    }
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/note-filter/match", test_match);
  g_test_add_func ("/note-filter/active", test_active);
  g_test_add_func ("/note-filter/stricter", test_stricter);

  return gloss_ui_test_run ();
}
