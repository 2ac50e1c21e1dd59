/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-note-places.h"

#include "gloss-notes-test.h"

#define EIGHT "annex__para_2__item_8"
#define SEVEN "annex__para_2__item_7"

static void
test_store (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  g_autoptr (GlossAnnotation) orphan = gloss_notes_test_orphan ("A/1", "item_1");
  GlossAnnotation *note;
  GlossAnnotationStore *store;

  gloss_notes_test_set_up (&test);
  note = gloss_notes_test_add (&test, "A/69/723@zh", EIGHT, NULL, "Note", NULL, NULL);
  store = gloss_note_places_get_store (test.places, note);
  g_assert_nonnull (store);
  g_assert_cmpstr (gloss_annotation_store_get_symbol (store), ==, "A/69/723");
  g_assert_cmpstr (gloss_note_places_get_symbol (test.places, note), ==, "A/69/723");

  g_assert_null (gloss_note_places_get_store (test.places, orphan));
  g_assert_cmpstr (gloss_note_places_get_symbol (test.places, orphan), ==, "");
}

/* A note is on the text in its own language where that is at hand. */
static void
test_document (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  g_autoptr (GlossAnnotation) orphan = gloss_notes_test_orphan ("A/1", "item_1");
  GlossAnnotation *chinese;
  g_autofree char *citation = NULL;

  gloss_notes_test_set_up (&test);
  chinese = gloss_notes_test_add (&test, "A/69/723@zh", EIGHT, NULL, "Note", NULL, NULL);
  g_assert_cmpstr (gloss_document_get_name (gloss_note_places_get_document (test.places, chinese)), ==, "A/69/723@zh");
  g_assert_cmpint (gloss_note_places_get_state (test.places, chinese), ==, GLOSS_PLACEMENT_PLACED);
  citation = gloss_note_places_dup_citation (test.places, chinese);
  g_assert_cmpstr (citation, ==, "A/69/723, annex, para. 2 (8)");

  g_assert_null (gloss_note_places_get_document (test.places, orphan));
  g_assert_null (gloss_note_places_get_placed (test.places, orphan));
  g_assert_cmpint (gloss_note_places_get_state (test.places, orphan), ==, GLOSS_PLACEMENT_NOT_FOUND);
}

/* The whole document, clauses and in them phrases, all languages alike; then the next document. */
static void
test_keys (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  GlossAnnotation *notes[6];

  gloss_notes_test_set_up (&test);
  notes[5] = gloss_notes_test_add (&test, "A/69/723@en", EIGHT, NULL, "f", NULL, NULL);
  notes[4] = gloss_notes_test_add (&test, "A/69/723@en", SEVEN, "offline environment", "e", NULL, NULL);
  notes[3] = gloss_notes_test_add (&test, "A/69/723@zh", SEVEN, NULL, "d", NULL, NULL);
  notes[2] = gloss_notes_test_add (&test, "A/69/723@en", NULL, NULL, "c", NULL, NULL);
  notes[1] = gloss_notes_test_add (&test, "A/66/359@en", "annex__sec_2", NULL, "b", NULL, NULL);
  notes[0] = gloss_notes_test_add (&test, "A/66/359@en", NULL, NULL, "a", NULL, NULL);

  for (guint i = 1; i < G_N_ELEMENTS (notes); i++)
    g_assert_cmpuint (gloss_note_places_get_key (test.places, notes[i - 1]), <,
                      gloss_note_places_get_key (test.places, notes[i]));
  g_assert_cmpuint (gloss_note_places_get_rank (test.places, notes[1]), <,
                    gloss_note_places_get_rank (test.places, notes[2]));
  g_assert_cmpuint (gloss_note_places_key_get_rank (gloss_note_places_get_key (test.places, notes[4])), ==,
                    gloss_note_places_get_rank (test.places, notes[2]));
}

static void
test_heading (void)
{
  g_auto (GlossNotesTest) test = { NULL };
  g_autofree char *known = NULL;
  g_autofree char *unknown = NULL;

  gloss_notes_test_set_up (&test);
  known = gloss_note_places_dup_heading (test.places, "A/69/723");
  unknown = gloss_note_places_dup_heading (test.places, "A/1");
  g_assert_true (g_str_has_prefix (known, "A/69/723 · "));
  g_assert_cmpstr (unknown, ==, "A/1");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/note-places/store", test_store);
  g_test_add_func ("/note-places/document", test_document);
  g_test_add_func ("/note-places/keys", test_keys);
  g_test_add_func ("/note-places/heading", test_heading);

  return gloss_ui_test_run ();
}
