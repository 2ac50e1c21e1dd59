/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-annotation-sides.h"

#include <string.h>

#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-json-text.h"
#include "change-fixture.h"
#include "store-fixture.h"

static const char *const old_texts[] = { "To respect rights and freedoms", "Dropped", NULL };
static const char *const new_texts[] = { "To fully respect rights and freedoms", NULL };

static GlossAnnotation *
make_note_on_change (GlossDocument *old_document,
                     GlossDocument *new_document)
{
  g_autoptr (GlossAnchor) old_side = gloss_anchor_new_for_clause (old_document, gloss_document_get_clause (old_document, 0));
  g_autoptr (GlossAnchor) new_side = gloss_anchor_new_for_phrase (new_document, gloss_document_get_clause (new_document, 0), 3, 8);

  return gloss_annotation_new_on_change (new_side, old_side, "Stronger", (const char *[]) { "rights", NULL },
                                         GLOSS_COLOR_GREEN, "A delegate");
}

static void
assert_sides (GlossAnnotation *annotation)
{
  g_autoptr (GlossAnchor) old_side = gloss_annotation_dup_old_side (annotation);
  const GlossAnchorData *new_data = gloss_anchor_get_data (gloss_annotation_get_anchor (annotation));
  const GlossAnchorData *old_data;

  g_assert_nonnull (old_side);
  old_data = gloss_anchor_get_data (old_side);

  g_assert_cmpstr (new_data->symbol, ==, NEW_SYMBOL);
  g_assert_cmpstr (new_data->language, ==, "en");
  g_assert_cmpstr (new_data->clause_id, ==, "c1");
  g_assert_cmpstr (new_data->exact, ==, "fully");
  g_assert_cmpint (new_data->start, ==, 3);
  g_assert_cmpstr (old_data->symbol, ==, OLD_SYMBOL);
  g_assert_cmpstr (old_data->source, ==, "https://undocs.org/en/" OLD_SYMBOL);
  g_assert_cmpstr (old_data->clause_id, ==, "c1");
  g_assert_null (old_data->exact);
  g_assert_cmpstr (gloss_annotation_get_note (annotation), ==, "Stronger");
  g_assert_true (gloss_annotation_has_tag (annotation, "rights"));
  g_assert_cmpint (gloss_annotation_get_color (annotation), ==, GLOSS_COLOR_GREEN);
}

static void
test_two_targets (void)
{
  g_autoptr (GlossDocument) old_document = make_text (OLD_SYMBOL, "en", old_texts);
  g_autoptr (GlossDocument) new_document = make_text (NEW_SYMBOL, "en", new_texts);
  g_autoptr (GlossAnnotation) annotation = make_note_on_change (old_document, new_document);
  g_autoptr (GlossAnnotation) again = NULL;
  g_autoptr (GError) error = NULL;
  GlossJsonText record = gloss_json_text_for (gloss_annotation_get_text (annotation));
  GlossJsonText targets;
  GlossJsonText target;
  GlossJsonIter iter;
  guint n_targets = 0;

  assert_sides (annotation);

  g_assert_true (gloss_json_text_get_member (&record, "target", &targets));
  g_assert_true (gloss_json_text_is_array (&targets));
  gloss_json_iter_init (&iter, &targets);
  while (gloss_json_iter_next (&iter, NULL, &target))
    n_targets++;
  g_assert_cmpuint (n_targets, ==, 2);

  again = gloss_annotation_new_from_text (record.start, record.length, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_annotation_get_id (again), ==, gloss_annotation_get_id (annotation));
  assert_sides (again);
}

static void
test_side_for (void)
{
  g_autoptr (GlossDocument) old_document = make_text (OLD_SYMBOL, "en", old_texts);
  g_autoptr (GlossDocument) new_document = make_text (NEW_SYMBOL, "en", new_texts);
  g_autoptr (GlossDocument) old_chinese = make_text (OLD_SYMBOL, "zh", old_texts);
  g_autoptr (GlossDocument) other = make_text ("S/1", "en", old_texts);
  g_autoptr (GlossAnnotation) annotation = make_note_on_change (old_document, new_document);
  g_autoptr (GlossAnchor) for_old = gloss_annotation_dup_side_for (annotation, old_document);
  g_autoptr (GlossAnchor) for_new = gloss_annotation_dup_side_for (annotation, new_document);
  g_autoptr (GlossAnchor) for_chinese = gloss_annotation_dup_side_for (annotation, old_chinese);
  g_autoptr (GlossAnchor) for_other = gloss_annotation_dup_side_for (annotation, other);

  g_assert_cmpstr (gloss_anchor_get_data (for_old)->symbol, ==, OLD_SYMBOL);
  g_assert_cmpstr (gloss_anchor_get_data (for_new)->symbol, ==, NEW_SYMBOL);
  g_assert_cmpstr (gloss_anchor_get_data (for_chinese)->symbol, ==, OLD_SYMBOL);
  g_assert_cmpstr (gloss_anchor_get_data (for_other)->symbol, ==, NEW_SYMBOL);
}

/* Two languages of one document are two texts. */
static void
test_languages (void)
{
  g_autoptr (GlossDocument) english = make_text (NEW_SYMBOL, "en", new_texts);
  g_autoptr (GlossDocument) chinese = make_text (NEW_SYMBOL, "zh", new_texts);
  g_autoptr (GlossAnchor) a = gloss_anchor_new_for_clause (english, gloss_document_get_clause (english, 0));
  g_autoptr (GlossAnchor) b = gloss_anchor_new_for_clause (chinese, gloss_document_get_clause (chinese, 0));
  g_autoptr (GlossAnnotation) annotation = NULL;
  g_autoptr (GlossAnchor) for_english = NULL;
  g_autoptr (GlossAnchor) for_chinese = NULL;

  g_assert_false (gloss_anchor_same_text (a, b));
  g_assert_true (gloss_anchor_same_text (a, a));

  annotation = gloss_annotation_new_on_change (b, a, "note", NULL, GLOSS_COLOR_BLUE, NULL);
  for_english = gloss_annotation_dup_side_for (annotation, english);
  for_chinese = gloss_annotation_dup_side_for (annotation, chinese);
  g_assert_cmpstr (gloss_anchor_get_data (for_english)->language, ==, "en");
  g_assert_cmpstr (gloss_anchor_get_data (for_chinese)->language, ==, "zh");
}

/* Several targets in one text, odd ones, and none that is another text: no notes on changes. */
static void
test_no_changes (void)
{
  static const char *const targets[] = {
    "\"https://example.org/A\"",
    "[\"https://example.org/A\"]",
    "[\"https://example.org/A#c1\",\"https://example.org/A#c2\"]",
    "[null,17,\"https://example.org/A\",null]",
    "[{\"source\":{\"id\":\"u:1\",\"label\":\"A\",\"language\":\"und\"}},{\"source\":{\"id\":\"u:2\",\"label\":\"A\",\"language\":\"en\"}}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":\"u:1\",\"type\":\"Annotation\",\"target\":%s}", targets[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GlossAnnotation) annotation = gloss_annotation_new_from_text (text, strlen (text), &error);

      g_assert_no_error (error);
      g_assert_null (gloss_annotation_dup_old_side (annotation));
    }
}

/* Every change of the store leaves the other side as it is, and both survive the disk. */
static void
test_store (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlossDocument) old_document = make_text (OLD_SYMBOL, "en", old_texts);
  g_autoptr (GlossDocument) new_document = make_text (NEW_SYMBOL, "en", new_texts);
  g_autoptr (GlossAnnotation) annotation = make_note_on_change (old_document, new_document);
  g_autoptr (GlossAnchor) whole = gloss_anchor_new_for_clause (new_document, gloss_document_get_clause (new_document, 0));
  g_autoptr (GlossAnchor) phrase = gloss_anchor_ref (gloss_annotation_get_anchor (annotation));
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);

    gloss_annotation_store_add (store, annotation, &error);
    g_assert_no_error (error);
    gloss_annotation_store_set_note (store, annotation, "Weaker", &error);
    gloss_annotation_store_set_anchor (store, annotation, whole, &error);
    gloss_annotation_store_set_color (store, annotation, GLOSS_COLOR_RED, &error);
    gloss_annotation_store_set_anchor (store, annotation, phrase, &error);
    gloss_annotation_store_set_color (store, annotation, GLOSS_COLOR_GREEN, &error);
    gloss_annotation_store_set_note (store, annotation, "Stronger", &error);
    g_assert_no_error (error);
    assert_sides (annotation);

    gloss_annotation_store_remove (store, annotation, &error);
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 0);
    gloss_annotation_store_undo (store, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 1);
    gloss_annotation_store_close (store, &error);
    g_assert_no_error (error);
  }

  {
    g_autoptr (GlossAnnotationStore) store = fixture_open (fixture, GLOSS_STORE_STRICT);
    GlossAnnotation *again = gloss_annotation_store_find (store, gloss_annotation_get_id (annotation));

    g_assert_nonnull (again);
    assert_sides (again);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/annotation-sides/two-targets", test_two_targets);
  g_test_add_func ("/annotation-sides/side-for", test_side_for);
  g_test_add_func ("/annotation-sides/languages", test_languages);
  g_test_add_func ("/annotation-sides/no-changes", test_no_changes);
  fixture_add ("/annotation-sides/store", test_store);

  return g_test_run ();
}
