/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-change-notes.h"

#include "annotation/gloss-annotation-sides.h"
#include "change-fixture.h"
#include "store-fixture.h"

static const char *const texts[] = { "One clause", "Another clause", NULL };

static GlossAnnotation *
add (GlossNotebook *notebook,
     const char    *old_symbol,
     const char    *new_symbol,
     const char    *note)
{
  g_autoptr (GlossDocument) old_document = make_text (old_symbol, "en", texts);
  g_autoptr (GlossDocument) new_document = make_text (new_symbol, "en", texts);
  g_autoptr (GlossAnchor) old_side = gloss_anchor_new_for_clause (old_document, gloss_document_get_clause (old_document, 0));
  g_autoptr (GlossAnchor) new_side = gloss_anchor_new_for_clause (new_document, gloss_document_get_clause (new_document, 1));
  g_autoptr (GlossAnnotation) annotation =
    gloss_annotation_new_on_change (new_side, old_side, note, NULL, GLOSS_COLOR_YELLOW, NULL);
  g_autoptr (GError) error = NULL;

  gloss_annotation_store_add (gloss_notebook_get_store (notebook, new_symbol, NULL), annotation, &error);
  g_assert_no_error (error);
  return annotation;
}

static void
add_plain (GlossNotebook *notebook,
           const char    *symbol)
{
  g_autoptr (GlossDocument) document = make_text (symbol, "en", texts);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, gloss_document_get_clause (document, 0));
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "plain", NULL, GLOSS_COLOR_YELLOW, NULL);

  g_assert_true (gloss_annotation_store_add (gloss_notebook_get_store (notebook, symbol, NULL), annotation, NULL));
}

static void
assert_notes (GlossChangeNotes  *notes,
              const char *const *expected)
{
  GListModel *model = G_LIST_MODEL (notes);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, g_strv_length ((char **) expected));
  for (guint i = 0; expected[i] != NULL; i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (model, i);

      g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, expected[i]);
    }
}

static void
test_follows_stores (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GlossChangeNotes) notes = NULL;
  GlossAnnotation *second;
  GlossAnnotationStore *store;

  add (notebook, OLD_SYMBOL, NEW_SYMBOL, "first");
  notes = gloss_change_notes_new (notebook, OLD_SYMBOL);
  assert_notes (notes, (const char *[]) { "first", NULL });

  /* A store that was not open, and what is of no concern. */
  second = add (notebook, OLD_SYMBOL, "B/2", "second");
  add (notebook, "C/3", NEW_SYMBOL, "other");
  add_plain (notebook, NEW_SYMBOL);
  add_plain (notebook, OLD_SYMBOL);
  assert_notes (notes, (const char *[]) { "first", "second", NULL });

  store = gloss_change_notes_get_store (notes, second);
  g_assert_true (store == gloss_notebook_get_store (notebook, "B/2", NULL));

  g_object_ref (second);
  gloss_annotation_store_remove (store, second, NULL);
  assert_notes (notes, (const char *[]) { "first", NULL });
  g_assert_null (gloss_change_notes_get_store (notes, second));
  gloss_annotation_store_undo (store, NULL);
  assert_notes (notes, (const char *[]) { "first", "second", NULL });
  g_object_unref (second);
}

static void
count_cb (GlossChangeNotes *notes,
          GlossAnnotation  *annotation,
          guint            *n_signals)
{
  (*n_signals)++;
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  g_autoptr (GlossChangeNotes) notes = gloss_change_notes_new (notebook, OLD_SYMBOL);
  GlossAnnotation *annotation = add (notebook, OLD_SYMBOL, NEW_SYMBOL, "first");
  GlossAnnotation *other = add (notebook, "C/3", NEW_SYMBOL, "other");
  GlossAnnotationStore *store = gloss_notebook_get_store (notebook, NEW_SYMBOL, NULL);
  guint n_signals = 0;

  g_signal_connect (notes, "changed", G_CALLBACK (count_cb), &n_signals);
  gloss_annotation_store_set_note (store, other, "else", NULL);
  g_assert_cmpuint (n_signals, ==, 0);
  gloss_annotation_store_set_note (store, annotation, "again", NULL);
  g_assert_cmpuint (n_signals, ==, 1);
  assert_notes (notes, (const char *[]) { "again", NULL });
}

/* What a notebook opens later from disk. */
static void
test_opened_later (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GlossNotebook) again = NULL;
  g_autoptr (GlossChangeNotes) notes = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (GlossNotebook) notebook = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);

    add (notebook, OLD_SYMBOL, NEW_SYMBOL, "first");
    g_assert_true (gloss_notebook_close (notebook, &error));
  }

  again = gloss_notebook_new (fixture->folder, GLOSS_STORE_STRICT);
  notes = gloss_change_notes_new (again, OLD_SYMBOL);
  assert_notes (notes, (const char *[]) { NULL });
  g_assert_true (gloss_notebook_open_all (again, &error));
  assert_notes (notes, (const char *[]) { "first", NULL });
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/change-notes/follows-stores", test_follows_stores);
  fixture_add ("/change-notes/changed", test_changed);
  fixture_add ("/change-notes/opened-later", test_opened_later);

  return g_test_run ();
}
