/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/gloss-note-list.h"

#include "gloss-notes-test.h"

#define EIGHT "annex__para_2__item_8"
#define SEVEN "annex__para_2__item_7"
#define MANY  6000

typedef struct
{
  GlossNotesTest  notes;
  GListStore     *model;
  GlossNoteList  *list;
  guint           n_changes;
} Fixture;

static void
changed_cb (GListModel *model,
            guint       position,
            guint       n_removed,
            guint       n_added,
            Fixture    *fixture)
{
  fixture->n_changes++;
}

static void
begin (Fixture *fixture)
{
  gloss_notes_test_set_up (&fixture->notes);
  fixture->model = g_list_store_new (GLOSS_TYPE_ANNOTATION);
  fixture->list = gloss_note_list_new (G_LIST_MODEL (fixture->model), fixture->notes.places);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (changed_cb), fixture);
}

static void
end (Fixture *fixture)
{
  g_assert_finalize_object (fixture->list);
  g_clear_object (&fixture->model);
  gloss_notes_test_clear (&fixture->notes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, end)

static void
add (Fixture    *fixture,
     const char *name,
     const char *clause_id,
     const char *note,
     const char *tags,
     const char *modified)
{
  g_list_store_append (fixture->model,
                       gloss_notes_test_add (&fixture->notes, name, clause_id, NULL, note, tags, modified));
}

/* In no order at all. */
static void
add_some (Fixture *fixture)
{
  add (fixture, "A/69/723@en", EIGHT, "c", "law", "2026-01-02T00:00:00.000Z");
  add (fixture, "A/66/359@en", "annex__sec_2", "a", "peace,war", "2026-01-03T00:00:00.000Z");
  add (fixture, "A/69/723@zh", SEVEN, "b", NULL, "2026-01-01T00:00:00.000Z");
  add (fixture, "A/69/723@en", EIGHT, "d", "law", "2026-01-04T00:00:00.000Z");
}

/* (transfer full): the notes in their order, a "/" before each that begins a section. */
static char *
describe (GlossNoteList *list)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (list), i);
      guint start, behind;

      gtk_section_model_get_section (GTK_SECTION_MODEL (list), i, &start, &behind);
      g_assert_cmpuint (start, <=, i);
      g_assert_cmpuint (behind, >, i);
      g_string_append_printf (all, "%s%s", start == i ? "/" : "", gloss_annotation_get_note (annotation));
    }

  return g_string_free_and_steal (all);
}

#define assert_list(fixture, expected)                           \
  G_STMT_START                                                   \
    {                                                            \
      g_autofree char *described_ = describe ((fixture)->list);  \
      g_assert_cmpstr (described_, ==, expected);                \
    }                                                            \
  G_STMT_END

static gboolean
is_complete (gpointer list)
{
  return !gloss_note_list_is_pending (list);
}

static void
search (Fixture    *fixture,
        const char *words)
{
  GlossNoteCriteria criteria = GLOSS_NOTE_CRITERIA_ANY;

  criteria.note.search = words;
  gloss_note_list_set_filter (fixture->list, gloss_note_filter_new (fixture->notes.places, &criteria));
  gloss_ui_test_wait (is_complete, fixture->list);
}

static void
test_orders (void)
{
  g_auto (Fixture) fixture = { { NULL } };

  begin (&fixture);
  add_some (&fixture);
  assert_list (&fixture, "");
  gloss_note_list_update (fixture.list);
  assert_list (&fixture, "/a/bcd");

  gloss_note_list_set_order (fixture.list, GLOSS_EXPORT_BY_DATE);
  assert_list (&fixture, "/dacb");
  gloss_note_list_set_order (fixture.list, GLOSS_EXPORT_BY_TAG);
  assert_list (&fixture, "/cd/a/b");
  gloss_note_list_set_order (fixture.list, GLOSS_EXPORT_BY_PLACE);
  assert_list (&fixture, "/a/bcd");
}

/* What comes, changes and goes takes its place among the others, once looked at. */
static void
test_update (void)
{
  g_auto (Fixture) fixture = { { NULL } };
  g_autoptr (GlossAnnotation) moved = NULL;
  g_autoptr (GlossAnchor) anchor = NULL;
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  begin (&fixture);
  add_some (&fixture);
  gloss_note_list_update (fixture.list);
  fixture.n_changes = 0;
  gloss_note_list_update (fixture.list);
  g_assert_cmpuint (fixture.n_changes, ==, 0);

  add (&fixture, "A/66/359@en", NULL, "z", NULL, NULL);
  assert_list (&fixture, "/a/bcd");
  gloss_note_list_update (fixture.list);
  assert_list (&fixture, "/za/bcd");
  g_assert_cmpuint (fixture.n_changes, ==, 1);

  moved = g_list_model_get_item (G_LIST_MODEL (fixture.model), 0);
  document = gloss_library_load (fixture.notes.library, "A/69/723@en", &error);
  g_assert_no_error (error);
  anchor = gloss_notes_test_whole (document);
  gloss_annotation_store_set_anchor (gloss_note_places_get_store (fixture.notes.places, moved), moved, anchor, &error);
  g_assert_no_error (error);
  gloss_note_list_invalidate (fixture.list, moved);
  gloss_note_list_update (fixture.list);
  assert_list (&fixture, "/za/cbd");

  g_list_store_remove (fixture.model, 1);
  gloss_note_list_update (fixture.list);
  assert_list (&fixture, "/z/cbd");
  g_assert_cmpuint (gloss_note_list_get_n_all (fixture.list), ==, 4);
}

static void
test_search (void)
{
  g_auto (Fixture) fixture = { { NULL } };
  g_autoptr (GPtrArray) all = NULL;

  begin (&fixture);
  add_some (&fixture);
  gloss_note_list_update (fixture.list);
  g_assert_false (gloss_note_list_is_filtered (fixture.list));

  search (&fixture, "law");
  assert_list (&fixture, "/cd");
  g_assert_true (gloss_note_list_is_filtered (fixture.list));
  search (&fixture, "law c");
  assert_list (&fixture, "/c");
  search (&fixture, "peace");
  assert_list (&fixture, "/a");
  search (&fixture, "nowhere");
  assert_list (&fixture, "");

  /* Also in what was not shown when it was typed. */
  search (&fixture, "");
  assert_list (&fixture, "/a/bcd");

  search (&fixture, "d");
  all = gloss_note_list_dup_all (fixture.list);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpstr (gloss_annotation_get_note (g_ptr_array_index (all, 0)), ==, "a");
}

/* Very many are in their order too, and all that match are found in the end. */
static void
test_many (void)
{
  g_auto (Fixture) fixture = { { NULL } };
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  guint n_clauses;
  guint64 last = 0;

  begin (&fixture);
  document = gloss_library_load (fixture.notes.library, "A/69/723@en", &error);
  g_assert_no_error (error);
  n_clauses = gloss_document_get_n_clauses (document);
  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, gloss_document_get_clause (document, i * 7 % n_clauses));
      g_autoptr (GlossAnnotation) note = gloss_annotation_new (anchor, i % 3 == 0 ? "third" : "other", NULL, GLOSS_COLOR_GREEN, "Ada");

      g_list_store_append (fixture.model, note);
    }
  gloss_note_list_update (fixture.list);
  gloss_ui_test_wait (is_complete, fixture.list);

  all = gloss_note_list_dup_all (fixture.list);
  g_assert_cmpuint (all->len, ==, MANY);
  for (guint i = 0; i < all->len; i++)
    {
      guint64 key = gloss_note_places_get_key (fixture.notes.places, g_ptr_array_index (all, i));

      g_assert_cmpuint (last, <=, key);
      last = key;
    }

  search (&fixture, "THIRD");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture.list)), ==, MANY / 3);
  g_assert_cmpuint (gloss_note_list_get_n_all (fixture.list), ==, MANY);
}

static void
renewed_cb (GlossNoteList *list,
            GString       *seen)
{
  g_autofree char *described = describe (list);

  g_string_append_printf (seen, "(%s)", described);
}

/* What is found stands above what was shown, and a section never goes over the border. */
static void
test_renewed (void)
{
  g_auto (Fixture) fixture = { { NULL } };
  g_autoptr (GString) seen = g_string_new (NULL);

  begin (&fixture);
  add_some (&fixture);
  gloss_note_list_update (fixture.list);
  assert_list (&fixture, "/a/bcd");
  g_signal_connect (fixture.list, "renewed", G_CALLBACK (renewed_cb), seen);

  search (&fixture, "d");
  g_assert_cmpstr (seen->str, ==, "(/d/a/bcd)");
  assert_list (&fixture, "/d");

  /* There is no beginning to turn to where nothing was found. */
  search (&fixture, "dx");
  g_assert_cmpstr (seen->str, ==, "(/d/a/bcd)");
  assert_list (&fixture, "");

  search (&fixture, "");
  g_assert_cmpstr (seen->str, ==, "(/d/a/bcd)(/a/bcd)");
  assert_list (&fixture, "/a/bcd");
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/note-list/orders", test_orders);
  g_test_add_func ("/note-list/renewed", test_renewed);
  g_test_add_func ("/note-list/update", test_update);
  g_test_add_func ("/note-list/search", test_search);
  g_test_add_func ("/note-list/many", test_many);

  return gloss_ui_test_run ();
}
