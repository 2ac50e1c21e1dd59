/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-place.h"

#include <gio/gio.h>

#include "import-fixture.h"

/* Beside the shipped documents, one with the same words in several places, behind characters
 * outside of the BMP. */
#define OWN_TEXT "Preamble \360\235\224\230\360\237\230\200\360\237\230\200\360\237\230\200, States shall confer.\n\n" \
                 "1. Each State shall confer with the others before it acts, and States shall confer.\n\n" \
                 "2. Where nothing else is said, States shall confer in the meantime.\n\n" \
                 "3. Nothing in this text shall prejudice what was agreed.\n"

typedef struct
{
  GlossLibrary      *library;
  GlossImportPlacer *placer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("glossator-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Own-1.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, OWN_TEXT, -1, &error);
  g_assert_no_error (error);

  fixture->library = gloss_library_new ();
  gloss_library_add (fixture->library, file, &error);
  g_assert_no_error (error);
  fixture->placer = gloss_import_placer_new (fixture->library);

  g_file_delete (file, NULL, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->placer, gloss_import_placer_free);
  g_clear_object (&fixture->library);
}

/* Places the first annotation of @data. */
static void
place (Fixture          *fixture,
       const char       *data,
       GlossImportPlace *result)
{
  g_autoptr (GlossImportFile) file = fixture_read (data);
  const GlossImportRecord *record = fixture_record (file, 0);
  g_autoptr (GlossAnnotation) annotation = fixture_parse (record);

  gloss_import_placer_place (fixture->placer, record, gloss_annotation_get_anchor (annotation), result);
}

/* (transfer full): an annotation on @source, with that selector and more members. */
static char *
make (const char *source,
      const char *selector)
{
  return g_strdup_printf ("{\"type\":\"Annotation\",\"target\":{\"source\":\"%s\",\"selector\":%s}}", source, selector);
}

static char *
make_quote (const char *source,
            const char *exact,
            const char *prefix,
            const char *suffix)
{
  g_autofree char *selector = NULL;

  selector = g_strdup_printf ("{\"type\":\"TextQuoteSelector\",\"exact\":\"%s\",\"prefix\":\"%s\",\"suffix\":\"%s\"}", exact, prefix, suffix);
  return make (source, selector);
}

/* What is stored is found again, at the same place, in the letters of the document. */
static void
assert_placed (GlossImportPlace *result,
               const char       *symbol,
               const char       *clause_id,
               const char       *words)
{
  GlossPlacement placement;
  g_autofree char *found = NULL;

  g_assert_cmpstr (result->symbol, ==, symbol);
  g_assert_cmpint (result->state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_nonnull (result->document);
  g_assert_nonnull (result->clause);
  g_assert_cmpstr (gloss_clause_get_id (result->clause), ==, clause_id);
  if (result->anchor == NULL)
    return;

  placement = gloss_anchor_resolve (result->anchor, result->document);
  g_assert_cmpint (placement.state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_true (placement.clause == result->clause);
  found = g_utf8_substring (gloss_clause_get_text (placement.clause), placement.start, placement.end);
  g_assert_cmpstr (found, ==, words);
  if (*words != '\0')
    g_assert_cmpstr (gloss_anchor_get_data (result->anchor)->exact, ==, words);
}

static void
test_addresses (Fixture       *fixture,
                gconstpointer  data)
{
  static const char *const sources[] = {
    "https://undocs.org/A/69/723", "http://undocs.org/en/A/69/723", "https://docs.un.org/en/A/69/723", "urn:glossator:A/69/723",
    "https://documents.un.org/api/symbol/access?s=A/69/723&l=en", "https://undocs.org/zh/A/69/723",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *text = make_quote (sources[i], "must play\\nthe same role", "States ", "");
      GlossImportPlace result;

      place (fixture, text, &result);
      assert_placed (&result, "A/69/723", "annex__para_2__item_8", "must play the same role");
      g_assert_cmpstr (gloss_document_get_language (result.document), ==, "en");
      gloss_import_place_clear (&result);
    }
}

/* In the language in which the words stand. */
static void
test_language (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = make_quote ("https://undocs.org/en/A/69/723", "各国政府应平等 发挥作用", "", "");
  GlossImportPlace result;

  place (fixture, text, &result);
  assert_placed (&result, "A/69/723", "annex__para_2__item_8", "各国政府应平等发挥作用");
  g_assert_cmpstr (gloss_document_get_language (result.document), ==, "zh");
  gloss_import_place_clear (&result);
}

static void
test_spans (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = make_quote ("https://undocs.org/A/69/723", "reputations of others;\\n(b) for the protection", "", "");
  GlossImportPlace result;

  place (fixture, text, &result);
  assert_placed (&result, "A/69/723", "annex__para_2__item_7__subitem_a", "reputations of others;");
  g_assert_cmpuint (result.n_clauses, ==, 2);
  gloss_import_place_clear (&result);
}

static void
test_context_decides (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *text = make_quote ("urn:glossator:Own-1", "States shall confer", "else is said, ", " in the");
  GlossImportPlace result;

  place (fixture, text, &result);
  g_assert_cmpstr (result.symbol, ==, "Own-1");
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (gloss_clause_get_label (result.clause), ==, "2.");
  gloss_import_place_clear (&result);
}

static void
test_ambiguous (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *text = make_quote ("urn:glossator:Own-1", "States  shall confer", "", "");
  GlossImportPlace result;

  place (fixture, text, &result);
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_AMBIGUOUS);
  g_assert_cmpuint (result.n_candidates, ==, 3);
  g_assert_null (result.clause);

  /* In the letters of the document, so that the places can be shown. */
  g_assert_cmpstr (gloss_anchor_get_data (result.anchor)->exact, ==, "States shall confer");
  g_assert_cmpint (gloss_anchor_resolve (result.anchor, result.document).state, ==, GLOSS_PLACEMENT_AMBIGUOUS);
  gloss_import_place_clear (&result);
}

/* Where nothing else decides, the position in the page does: in code points, and in UTF-16 where
 * that is what the program counts. */
static void
test_position_decides (Fixture       *fixture,
                       gconstpointer  data)
{
  const char *before = "Preamble \360\235\224\230\360\237\230\200\360\237\230\200\360\237\230\200, States shall confer.\n"
                       "1. Each State shall confer with the others before it acts, and ";
  glong n_chars = g_utf8_strlen (before, -1);
  g_autofree char *w3c = NULL;
  g_autofree char *hypothesis = NULL;
  g_autofree char *far = NULL;
  const char *format = "[{\"type\":\"TextQuoteSelector\",\"exact\":\"States shall confer\"},{\"type\":\"TextPositionSelector\",\"start\":";
  g_autofree char *w3c_selector = g_strdup_printf ("%s%ld,\"end\":1}]", format, n_chars);
  g_autofree char *utf16_selector = g_strdup_printf ("%s%ld,\"end\":1}]", format, n_chars + 4);
  g_autofree char *far_selector = g_strdup_printf ("%s%d,\"end\":1}]", format, 1000);
  GlossImportPlace result;

  w3c = make ("urn:glossator:Own-1", w3c_selector);
  place (fixture, w3c, &result);
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (gloss_clause_get_label (result.clause), ==, "1.");
  gloss_import_place_clear (&result);

  hypothesis = g_strdup_printf ("{\"uri\":\"urn:glossator:Own-1\",\"text\":\"\",\"target\":[{\"source\":\"urn:glossator:Own-1\",\"selector\":%s}]}",
                                utf16_selector);
  place (fixture, hypothesis, &result);
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (gloss_clause_get_label (result.clause), ==, "1.");
  gloss_import_place_clear (&result);

  far = make ("urn:glossator:Own-1", far_selector);
  place (fixture, far, &result);
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_AMBIGUOUS);
  gloss_import_place_clear (&result);
}

/* In a document that is known, the one place of the words is theirs, whatever stood around them. */
static void
test_only_place (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = make_quote ("urn:glossator:Own-1", "prejudice", "shall not ", " any");
  GlossImportPlace result;

  place (fixture, text, &result);
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (gloss_clause_get_label (result.clause), ==, "3.");
  gloss_import_place_clear (&result);
}

static void
test_not_found (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *text = make_quote ("https://undocs.org/A/69/723", "words that are not in it", "before ", " behind");
  GlossImportPlace result;

  place (fixture, text, &result);
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_NOT_FOUND);
  g_assert_cmpstr (result.symbol, ==, "A/69/723");
  g_assert_nonnull (result.document);
  g_assert_null (result.clause);
  g_assert_cmpstr (gloss_anchor_get_data (result.anchor)->exact, ==, "words that are not in it");
  g_assert_cmpstr (gloss_anchor_get_data (result.anchor)->prefix, ==, "before ");
  gloss_import_place_clear (&result);
}

static void
test_whole_document (Fixture       *fixture,
                     gconstpointer  data)
{
  GlossImportPlace result;

  place (fixture, "{\"type\":\"Annotation\",\"target\":\"https://undocs.org/A/69/723\"}", &result);
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_null (result.clause);
  gloss_import_place_clear (&result);

  /* A part of it, but nobody knows which. */
  place (fixture, "{\"type\":\"Annotation\",\"target\":{\"source\":\"https://undocs.org/A/69/723\",\"selector\":"
                  "{\"type\":\"SvgSelector\",\"value\":\"x\"}}}", &result);
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_NOT_FOUND);
  g_assert_cmpstr (result.symbol, ==, "A/69/723");
  gloss_import_place_clear (&result);
}

static void
test_clause (Fixture       *fixture,
             gconstpointer  data)
{
  GlossImportPlace result;

  place (fixture, "{\"type\":\"Annotation\",\"target\":\"https://undocs.org/A/69/723#annex__para_2__item_8\"}", &result);
  assert_placed (&result, "A/69/723", "annex__para_2__item_8", "");
  gloss_import_place_clear (&result);
}

/* Where no address tells, the words do, if one document alone has them. */
static void
test_by_quotation (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *one = make_quote ("https://blog.example/", "Adherence to the code is voluntary and open to all States", "", "");
  g_autofree char *shared = make_quote ("https://blog.example/", "Code of conduct for information security", "", "");
  g_autofree char *little = make_quote ("https://blog.example/", "meantime", "", "");
  g_autofree char *none = make_quote ("https://blog.example/", "a sentence that stands nowhere", "", "");
  g_autofree char *known = make_quote ("https://undocs.org/A/70/174", "Where nothing else is said, States shall confer", "", "");
  GlossImportPlace result;

  place (fixture, known, &result);
  g_assert_cmpstr (result.symbol, ==, "A/70/174");
  g_assert_null (result.document);
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_NOT_FOUND);
  gloss_import_place_clear (&result);

  place (fixture, little, &result);
  g_assert_cmpstr (result.symbol, ==, "https://blog.example/");
  g_assert_null (result.document);
  gloss_import_place_clear (&result);

  place (fixture, none, &result);
  g_assert_cmpstr (result.symbol, ==, "https://blog.example/");
  g_assert_null (result.document);
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_NOT_FOUND);
  g_assert_cmpstr (gloss_anchor_get_data (result.anchor)->exact, ==, "a sentence that stands nowhere");
  g_assert_cmpstr (gloss_anchor_get_data (result.anchor)->source, ==, "https://blog.example/");
  gloss_import_place_clear (&result);

  place (fixture, shared, &result);
  g_assert_null (result.document);
  gloss_import_place_clear (&result);

  place (fixture, one, &result);
  g_assert_cmpint (result.state, !=, GLOSS_PLACEMENT_CHANGED);
  gloss_import_place_clear (&result);
}

static void
test_found_by_quotation (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *text = make_quote ("https://blog.example/", "Where nothing else is said, States shall confer", "", "");
  GlossImportPlace result;

  place (fixture, text, &result);
  g_assert_cmpstr (result.symbol, ==, "Own-1");
  g_assert_cmpint (result.state, ==, GLOSS_PLACEMENT_PLACED);
  g_assert_cmpstr (gloss_clause_get_label (result.clause), ==, "2.");
  gloss_import_place_clear (&result);
}

/* What we wrote ourselves is left as it is. */
static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GlossDocument) document = gloss_library_load (fixture->library, "A/69/723@zh", NULL);
  GlossClause *clause = gloss_document_find_clause (document, "annex__para_2__item_8");
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_phrase (document, clause, 1, 5);
  g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, "n", NULL, GLOSS_COLOR_RED, "Ada");
  GlossImportPlace result;

  place (fixture, gloss_annotation_get_text (annotation), &result);
  assert_placed (&result, "A/69/723", "annex__para_2__item_8", "");
  g_assert_null (result.anchor);
  g_assert_cmpstr (gloss_document_get_language (result.document), ==, "zh");
  gloss_import_place_clear (&result);
}

#define ADD(name, test) g_test_add ("/import-place/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("addresses", test_addresses);
  ADD ("language", test_language);
  ADD ("spans", test_spans);
  ADD ("context-decides", test_context_decides);
  ADD ("ambiguous", test_ambiguous);
  ADD ("position-decides", test_position_decides);
  ADD ("only-place", test_only_place);
  ADD ("not-found", test_not_found);
  ADD ("whole-document", test_whole_document);
  ADD ("clause", test_clause);
  ADD ("by-quotation", test_by_quotation);
  ADD ("found-by-quotation", test_found_by_quotation);
  ADD ("own", test_own);

  return g_test_run ();
}
