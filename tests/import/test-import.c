/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import.h"

#include "annotation/gloss-annotation-json.h"
#include "import-fixture.h"
#include "import/gloss-import-version.h"

#define CODE "A/69/723"

/* An annotation on CODE with that id, time, note and quotation. */
#define RECORD(id, modified, note, exact)                                                                    \
  "{\"id\":\"" id "\",\"type\":\"Annotation\",\"modified\":\"" modified "\",\"bodyValue\":\"" note "\",\"target\":{\"source\":" \
  "\"https://undocs.org/A/69/723\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"" exact "\"}}}"

static const char *const samples[] = {
  "w3c-single.json", "w3c-collection.json", "w3c-page.json", "w3c-list.json",
  "hypothesis-api.json", "hypothesis-export.json", "readium.annotation", "foliate.json",
};

typedef struct
{
  GlossLibrary  *library;
  GlossNotebook *notebook;
} Fixture;

static void
open_notebook (Fixture *fixture)
{
  g_clear_object (&fixture->notebook);
  fixture->notebook = gloss_notebook_new (NULL, GLOSS_STORE_STRICT);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->library = gloss_library_new ();
  open_notebook (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->notebook);
  g_clear_object (&fixture->library);
}

static GlossImportPlan *
plan (Fixture           *fixture,
      const char *const *texts)
{
  g_autoptr (GlossImportPlan) result = gloss_import_plan_new (fixture->library, fixture->notebook);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      gloss_import_plan_add (result, texts[i], strlen (texts[i]), "test.json", NULL, &error);
      g_assert_no_error (error);
    }

  return g_steal_pointer (&result);
}

static GlossImportCounts
import (Fixture           *fixture,
        const char *const *texts)
{
  g_autoptr (GlossImportPlan) result = plan (fixture, texts);
  g_autoptr (GError) error = NULL;

  gloss_import_plan_apply (result, NULL, &error);
  g_assert_no_error (error);

  return gloss_import_plan_get_counts (result);
}

static GlossImportCounts
import_one (Fixture    *fixture,
            const char *text)
{
  return import (fixture, (const char *const[]) { text, NULL });
}

static GlossImportCounts
import_samples (Fixture *fixture)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    g_ptr_array_add (texts, fixture_sample (samples[i]));

  return import (fixture, (const char *const *) texts->pdata);
}

static GlossAnnotationStore *
get_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store (fixture->notebook, CODE, &error);

  g_assert_no_error (error);
  return store;
}

static guint
count_notes (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint n_notes = 0;

  gloss_notebook_open_all (fixture->notebook, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->notebook)); i++)
    {
      g_autoptr (GListModel) store = g_list_model_get_item (G_LIST_MODEL (fixture->notebook), i);

      n_notes += g_list_model_get_n_items (store);
    }

  return n_notes;
}

/* The annotation with that id, which must be there. */
static GlossAnnotation *
find (Fixture    *fixture,
      const char *id)
{
  GlossAnnotation *annotation = gloss_annotation_store_find (get_store (fixture), id);

  g_assert_nonnull (annotation);
  return annotation;
}

static void
test_twice_is_once (Fixture       *fixture,
                    gconstpointer  data)
{
  GlossImportCounts counts = import_samples (fixture);

  g_assert_cmpuint (counts.n_new, ==, 12);
  g_assert_cmpuint (counts.n_updates, ==, 0);
  g_assert_cmpuint (counts.n_duplicates, ==, 2);
  g_assert_cmpuint (counts.n_placed, ==, 9);
  g_assert_cmpuint (counts.n_not_found, ==, 3);
  g_assert_cmpuint (counts.n_elsewhere, ==, 1);
  g_assert_cmpuint (count_notes (fixture), ==, 12);

  open_notebook (fixture);
  counts = import_samples (fixture);
  g_assert_cmpuint (counts.n_new, ==, 0);
  g_assert_cmpuint (counts.n_updates, ==, 0);
  g_assert_cmpuint (counts.n_duplicates, ==, 14);
  g_assert_cmpuint (counts.n_placed, ==, 0);
  g_assert_cmpuint (count_notes (fixture), ==, 12);
}

static void
test_plan_changes_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "glossator", "annotations", NULL);
  g_autofree char *text = fixture_sample ("hypothesis-api.json");
  g_autoptr (GlossImportPlan) result = plan (fixture, (const char *const[]) { text, NULL });

  g_assert_cmpuint (gloss_import_plan_get_n_items (result), ==, 4);
  g_assert_cmpuint (count_notes (fixture), ==, 0);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_item (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = fixture_sample ("hypothesis-api.json");
  g_autoptr (GlossImportPlan) result = plan (fixture, (const char *const[]) { text, NULL });
  const GlossImportItem *placed = gloss_import_plan_get_item (result, 0);
  const GlossImportItem *spanning = gloss_import_plan_get_item (result, 2);
  const GlossImportItem *other = gloss_import_plan_get_item (result, 3);
  const GlossAnchorData *anchor = gloss_anchor_get_data (gloss_annotation_get_anchor (placed->annotation));

  g_assert_cmpint (placed->change, ==, GLOSS_IMPORT_NEW);
  g_assert_cmpint (placed->state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (placed->symbol, ==, CODE);
  g_assert_cmpstr (gloss_clause_get_label (placed->clause), ==, "(8)");
  g_assert_cmpuint (placed->n_clauses, ==, 1);

  /* In the letters of the document, beside what it came as. */
  g_assert_cmpstr (anchor->exact, ==, "All States must play the same role");
  g_assert_cmpstr (anchor->symbol, ==, CODE);
  g_assert_cmpstr (anchor->clause_id, ==, "annex__para_2__item_8");
  g_assert_cmpint (anchor->start, ==, 0);
  g_assert_nonnull (strstr (gloss_annotation_get_text (placed->annotation), "All States must play\\nthe same role"));
  g_assert_nonnull (strstr (gloss_annotation_get_text (placed->annotation), "\"group\":\"__world__\""));

  g_assert_cmpuint (spanning->n_clauses, ==, 2);
  g_assert_nonnull (strstr (gloss_annotation_get_text (spanning->annotation), "for the protection of national security"));

  g_assert_cmpint (other->state, ==, GLOSS_PLACEMENT_NOT_FOUND);
  g_assert_null (other->document);
  g_assert_cmpstr (other->symbol, ==, "https://blog.example/post");
}

static void
test_one_step_of_undo (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  import_samples (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 10);
  g_object_get (get_store (fixture), "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Import Notes");

  gloss_annotation_store_undo (get_store (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 0);
  gloss_annotation_store_redo (get_store (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_store (fixture))), ==, 10);
}

static void
test_later_version (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *old = RECORD ("urn:uuid:1", "2026-01-01T00:00:00Z", "old", "carry equal responsibility");
  const char *new = RECORD ("urn:uuid:1", "2026-01-02T00:00:00Z", "new", "carry equal responsibility");
  GlossImportCounts counts;
  g_autoptr (GError) error = NULL;

  import_one (fixture, old);
  counts = import_one (fixture, new);
  g_assert_cmpuint (counts.n_updates, ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (find (fixture, "urn:uuid:1")), ==, "new");

  counts = import_one (fixture, old);
  g_assert_cmpuint (counts.n_duplicates, ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (find (fixture, "urn:uuid:1")), ==, "new");

  /* What was written here since is later than both. */
  gloss_annotation_store_set_note (get_store (fixture), find (fixture, "urn:uuid:1"), "ours", &error);
  g_assert_no_error (error);
  counts = import_one (fixture, new);
  g_assert_cmpuint (counts.n_duplicates, ==, 1);

  open_notebook (fixture);
  g_assert_cmpstr (gloss_annotation_get_note (find (fixture, "urn:uuid:1")), ==, "ours");
  g_assert_cmpuint (count_notes (fixture), ==, 1);
}

static void
test_versions_in_one_go (Fixture       *fixture,
                         gconstpointer  data)
{
  const char *old = RECORD ("urn:uuid:1", "2026-01-01T00:00:00Z", "old", "carry equal responsibility");
  const char *new = RECORD ("urn:uuid:1", "2026-01-02T00:00:00Z", "new", "carry equal responsibility");
  GlossImportCounts counts;

  counts = import (fixture, (const char *const[]) { old, new, old, NULL });
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_duplicates, ==, 2);
  g_assert_cmpuint (count_notes (fixture), ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (find (fixture, "urn:uuid:1")), ==, "new");
}

/* Nothing tells which is the later one, so both are kept, and once each. */
static void
test_another_version (Fixture       *fixture,
                      gconstpointer  data)
{
  const char *one = RECORD ("urn:uuid:1", "", "one", "carry equal responsibility");
  const char *two = RECORD ("urn:uuid:1", "", "two", "carry equal responsibility");
  GlossImportCounts counts;

  import_one (fixture, one);
  counts = import_one (fixture, two);
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (find (fixture, "urn:uuid:1")), ==, "one");
  g_assert_cmpuint (count_notes (fixture), ==, 2);

  counts = import (fixture, (const char *const[]) { one, two, NULL });
  g_assert_cmpuint (counts.n_duplicates, ==, 2);
  g_assert_cmpuint (count_notes (fixture), ==, 2);
}

/* A later version is where its words were put by hand. */
static void
test_chosen_place (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *old = RECORD ("urn:uuid:1", "2026-01-01T00:00:00Z", "old", "information security");
  const char *new = RECORD ("urn:uuid:1", "2999-01-01T00:00:00Z", "new", "information security");
  g_autoptr (GlossDocument) document = gloss_library_load (fixture->library, CODE, NULL);
  GlossClause *clause = gloss_document_find_clause (document, "annex__para_2__item_9");
  g_autoptr (GlossAnchor) anchor = NULL;
  g_autoptr (GError) error = NULL;
  GlossImportCounts counts = import_one (fixture, old);

  g_assert_cmpuint (counts.n_ambiguous, ==, 1);

  anchor = gloss_anchor_new_for_quote (document, clause, "information security", &error);
  g_assert_no_error (error);
  gloss_annotation_store_set_anchor (get_store (fixture), find (fixture, "urn:uuid:1"), anchor, &error);
  g_assert_no_error (error);

  counts = import_one (fixture, new);
  g_assert_cmpuint (counts.n_updates, ==, 1);
  g_assert_cmpuint (counts.n_placed, ==, 1);
  g_assert_cmpstr (gloss_annotation_get_note (find (fixture, "urn:uuid:1")), ==, "new");
  g_assert_true (gloss_anchor_equal (gloss_annotation_get_anchor (find (fixture, "urn:uuid:1")), anchor));
}

static void
test_removed_comes_back (Fixture       *fixture,
                         gconstpointer  data)
{
  const char *text = RECORD ("urn:uuid:1", "2026-01-01T00:00:00Z", "n", "carry equal responsibility");
  g_autoptr (GError) error = NULL;
  GlossImportCounts counts;

  import_one (fixture, text);
  gloss_annotation_store_remove (get_store (fixture), find (fixture, "urn:uuid:1"), &error);
  g_assert_no_error (error);
  gloss_notebook_close (fixture->notebook, &error);
  g_assert_no_error (error);

  counts = import_one (fixture, text);
  g_assert_cmpuint (counts.n_new, ==, 1);
  open_notebook (fixture);
  find (fixture, "urn:uuid:1");
}

/* The document was not there when the annotation first came in. */
static void
test_document_comes_later (Fixture       *fixture,
                           gconstpointer  data)
{
  const char *old = "{\"id\":\"urn:uuid:1\",\"type\":\"Annotation\",\"bodyValue\":\"old\",\"target\":{\"source\":\"urn:glossator:Later\","
                           "\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"It came after all the others\"}}}";
  const char *new = "{\"id\":\"urn:uuid:1\",\"type\":\"Annotation\",\"modified\":\"2026-01-01T00:00:00Z\",\"bodyValue\":\"new\",\"target\":"
                           "{\"source\":\"https://example.org/\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"It came after all the others\"}}}";
  g_autofree char *folder = g_dir_make_tmp ("glossator-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Later.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store;
  GlossImportCounts counts;

  /* Under the name of another page at first. */
  counts = import_one (fixture, "{\"id\":\"urn:uuid:1\",\"type\":\"Annotation\",\"bodyValue\":\"old\",\"target\":{\"source\":\"https://example.org/\","
                                "\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"It came after all the others\"}}}");
  g_assert_cmpuint (counts.n_not_found, ==, 1);

  g_file_set_contents (path, "It came after all the others.\n", -1, &error);
  g_assert_no_error (error);
  gloss_library_add (fixture->library, file, &error);
  g_assert_no_error (error);

  counts = import_one (fixture, old);
  g_assert_cmpuint (counts.n_duplicates, ==, 1);

  counts = import_one (fixture, new);
  g_assert_cmpuint (counts.n_updates, ==, 1);
  g_assert_cmpuint (count_notes (fixture), ==, 1);
  store = gloss_notebook_get_store (fixture->notebook, "Later", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gloss_annotation_get_note (gloss_annotation_store_find (store, "urn:uuid:1")), ==, "new");

  g_file_delete (file, NULL, NULL);
}

static void
test_bad_file (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const texts[] = {
    "{\"name\":\"shopping\"}", "not JSON",
    "[" RECORD ("urn:uuid:1", "", "n", "x") ",{\"type\":\"Annotation\",\"target\":null}]",
  };
  g_autoptr (GlossImportPlan) result = gloss_import_plan_new (fixture->library, fixture->notebook);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gloss_import_plan_add (result, texts[i], strlen (texts[i]), "notes.json", NULL, &error));
      g_assert_error (error, GLOSS_ANNOTATION_ERROR, GLOSS_ANNOTATION_ERROR_PARSE);
      g_assert_true (g_str_has_prefix (error->message, "notes.json: "));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_cmpuint (gloss_import_plan_get_n_items (result), ==, 0);
    }
}

/* Somebody was faster. */
static void
test_stale_plan (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *text = RECORD ("urn:uuid:1", "2026-01-01T00:00:00Z", "n", "carry equal responsibility");
  g_autoptr (GlossImportPlan) result = plan (fixture, (const char *const[]) { text, NULL });
  g_autoptr (GError) error = NULL;

  import_one (fixture, text);
  gloss_import_plan_apply (result, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_notes (fixture), ==, 1);
}

/* What Glossator writes it reads, and knows again. */
static void
test_own_collection (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GlossDocument) document = gloss_library_load (fixture->library, CODE, NULL);
  GlossClause *clause = gloss_document_find_clause (document, "annex__para_2__item_9");
  g_autoptr (GlossAnchor) on_clause = gloss_anchor_new_for_clause (document, clause);
  g_autoptr (GlossAnchor) on_document = gloss_anchor_new_for_clause (document, NULL);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  GlossImportCounts counts;

  g_ptr_array_add (annotations, gloss_annotation_new (on_clause, "one", NULL, GLOSS_COLOR_RED, NULL));
  g_ptr_array_add (annotations, gloss_annotation_new (on_document, "two", NULL, GLOSS_COLOR_BLUE, NULL));
  text = gloss_annotation_collection_write (annotations, CODE, NULL);

  counts = import_one (fixture, text);
  g_assert_cmpuint (counts.n_new, ==, 2);
  g_assert_cmpuint (counts.n_placed, ==, 2);
  for (guint i = 0; i < annotations->len; i++)
    {
      GlossAnnotation *annotation = g_ptr_array_index (annotations, i);

      g_assert_cmpstr (gloss_annotation_get_text (find (fixture, gloss_annotation_get_id (annotation))), ==,
                       gloss_annotation_get_text (annotation));
    }

  counts = import_one (fixture, text);
  g_assert_cmpuint (counts.n_duplicates, ==, 2);
}

#define ADD(name, test) g_test_add ("/import/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("twice-is-once", test_twice_is_once);
  ADD ("plan-changes-nothing", test_plan_changes_nothing);
  ADD ("item", test_item);
  ADD ("one-step-of-undo", test_one_step_of_undo);
  ADD ("later-version", test_later_version);
  ADD ("versions-in-one-go", test_versions_in_one_go);
  ADD ("another-version", test_another_version);
  ADD ("chosen-place", test_chosen_place);
  ADD ("removed-comes-back", test_removed_comes_back);
  ADD ("document-comes-later", test_document_comes_later);
  ADD ("bad-file", test_bad_file);
  ADD ("stale-plan", test_stale_plan);
  ADD ("own-collection", test_own_collection);

  return g_test_run ();
}
