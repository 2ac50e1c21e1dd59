/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document/gloss-akn-writer.h"

#include <string.h>

#include "document/gloss-akn-reader.h"
#include "document/gloss-document-builder.h"
#include "document/gloss-library.h"
#include "document/gloss-text-reader.h"

#include "../comparison/random-text.h"

static void
assert_equal_documents (GlossDocument *document,
                        GlossDocument *expected)
{
  g_assert_cmpstr (gloss_document_get_symbol (document), ==, gloss_document_get_symbol (expected));
  g_assert_cmpstr (gloss_document_get_language (document), ==, gloss_document_get_language (expected));
  g_assert_cmpstr (gloss_document_get_name (document), ==, gloss_document_get_name (expected));
  g_assert_cmpstr (gloss_document_get_iri (document), ==, gloss_document_get_iri (expected));
  g_assert_cmpstr (gloss_document_get_title (document), ==, gloss_document_get_title (expected));
  g_assert_cmpstr (gloss_document_get_short_title (document), ==, gloss_document_get_short_title (expected));
  g_assert_cmpstr (gloss_document_get_date (document), ==, gloss_document_get_date (expected));
  g_assert_cmpstr (gloss_document_get_remark (document), ==, gloss_document_get_remark (expected));
  g_assert_cmpuint (gloss_document_get_n_clauses (document), ==, gloss_document_get_n_clauses (expected));

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);
      GlossClause *expected_clause = gloss_document_get_clause (expected, i);

      g_assert_cmpstr (gloss_clause_get_id (clause), ==, gloss_clause_get_id (expected_clause));
      g_assert_cmpstr (gloss_clause_get_label (clause), ==, gloss_clause_get_label (expected_clause));
      g_assert_cmpstr (gloss_clause_get_text (clause), ==, gloss_clause_get_text (expected_clause));
      g_assert_cmpstr (gloss_clause_get_citation (clause), ==, gloss_clause_get_citation (expected_clause));
      g_assert_cmpstr (gloss_clause_get_remark (clause), ==, gloss_clause_get_remark (expected_clause));
      g_assert_cmpint (gloss_clause_get_kind (clause), ==, gloss_clause_get_kind (expected_clause));
      g_assert_cmpuint (gloss_clause_get_depth (clause), ==, gloss_clause_get_depth (expected_clause));
      g_assert_cmpint (gloss_clause_get_confirmation (clause), ==, gloss_clause_get_confirmation (expected_clause));
    }
}

static void
assert_round_trip (GlossDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = gloss_akn_write (document);
  g_autoptr (GlossDocument) again = gloss_akn_read (xml, strlen (xml), "", &error);

  g_assert_no_error (error);
  assert_equal_documents (again, document);
}

static void
test_shipped (void)
{
  g_autoptr (GlossLibrary) library = gloss_library_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GlossLibraryEntry) entry = g_list_model_get_item (G_LIST_MODEL (library), i);
      g_autoptr (GlossDocument) document = NULL;

      document = gloss_library_load (library, gloss_library_entry_get_name (entry), &error);
      g_assert_no_error (error);
      assert_round_trip (document);
    }
}

static void
test_plain_text (void)
{
  static const char text[] = "(8)\n\n2. Two\n   lines  with\tspace\n\n(a) One & <two>\f\033]]>\n\n一、目标\n\n  \xc2\xa0  ]]\r\nx";
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossDocument) document = gloss_text_read (text, strlen (text), "a \"draft\" & more", &error);

  g_assert_no_error (error);
  assert_round_trip (document);
}

/* A plain-looking file comes out, which other programs and people can read. */
static void
test_form (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;
  g_autofree char *xml = NULL;

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_set_language (builder, "zh-Hant");
  gloss_document_builder_set_date (builder, "2015-01-13");
  gloss_document_builder_add_clause (builder, &(GlossClauseData) {
                                                .id = "para_2",
                                                .label = "2.",
                                                .text = "Code",
                                                .kind = GLOSS_CLAUSE_SECTION,
                                              });
  gloss_document_builder_add_clause (builder, &(GlossClauseData) {
                                                .id = "para_2__item_8",
                                                .label = "(8)",
                                                .text = "All\nStates",
                                                .citation = "para. 2 (8)",
                                                .kind = GLOSS_CLAUSE_ITEM,
                                                .depth = 1,
                                              });
  document = gloss_document_builder_end (builder);
  xml = gloss_akn_write (document);

  g_assert_nonnull (strstr (xml, "<FRBRalias name=\"symbol\" value=\"A/1\"/>"));
  g_assert_nonnull (strstr (xml, "<FRBRlanguage language=\"zho\"/>"));
  g_assert_nonnull (strstr (xml, "    <mainBody xml:lang=\"zh-Hant\">\n"
                                 "      <section eId=\"para_2\" gloss:kind=\"section\" gloss:citation=\"para. 2\">\n"
                                 "        <num>2.</num>\n"
                                 "        <heading>Code</heading>\n"
                                 "        <point eId=\"para_2__item_8\" gloss:kind=\"item\" gloss:citation=\"para. 2 (8)\">\n"
                                 "          <num>(8)</num>\n"
                                 "          <content>\n"
                                 "            <p>All<eol/>States</p>\n"
                                 "          </content>\n"
                                 "        </point>\n"
                                 "      </section>\n"
                                 "    </mainBody>\n"));
}

static const char *
pick (GRand             *rand,
      const char *const *strings,
      guint              n_strings)
{
  return strings[g_rand_int_range (rand, 0, n_strings)];
}

static char *
make_remark (GRand *rand)
{
  return g_rand_int_range (rand, 0, 4) == 0 ? make_random_text (rand, 12) : NULL;
}

static GlossDocument *
make_random_document (GRand *rand)
{
  static const char *const ids[] = { "p", "p", "a b", "x__y_1", "\"quoted\" & <odd>\n", "决议", "", "p-2" };
  static const char *const labels[] = { "", "", "(8)", "(a)", "2.", "（一）", " 3. ", "Article 5\nbis", "*", "  " };
  static const char *const dates[] = { "", "2015-01-13" };
  static const char *const languages[] = { "en", "zh", "sr-Latn", "und", "x-unknown", "" };
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autofree char *remark = make_remark (rand);
  guint n_clauses = g_rand_int_range (rand, 1, 30);

  gloss_document_builder_set_symbol (builder, pick (rand, ids, G_N_ELEMENTS (ids)));
  gloss_document_builder_set_language (builder, pick (rand, languages, G_N_ELEMENTS (languages)));
  gloss_document_builder_set_date (builder, pick (rand, dates, G_N_ELEMENTS (dates)));
  gloss_document_builder_set_title (builder, pick (rand, ids, G_N_ELEMENTS (ids)));
  gloss_document_builder_set_remark (builder, remark);

  for (guint i = 0; i < n_clauses; i++)
    {
      g_autofree char *text = make_random_text (rand, 20);
      g_autofree char *clause_remark = make_remark (rand);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
                                                    .id = pick (rand, ids, G_N_ELEMENTS (ids)),
                                                    .label = pick (rand, labels, G_N_ELEMENTS (labels)),
                                                    .text = g_rand_boolean (rand) ? text : NULL,
                                                    .citation = g_rand_boolean (rand) ? pick (rand, ids, G_N_ELEMENTS (ids)) : NULL,
                                                    .remark = clause_remark,
                                                    .kind = g_rand_int_range (rand, 0, GLOSS_CLAUSE_SIGNATURE + 1),
                                                    .depth = g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 3 : 200),
                                                    .confirmation = g_rand_int_range (rand, 0, GLOSS_CONFIRMATION_TRANSCRIBED + 1),
                                                  });
    }

  return gloss_document_builder_end (builder);
}

static void
test_any_document (void)
{
  for (guint seed = 0; seed < 2000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GlossDocument) document = make_random_document (rand);

      assert_round_trip (document);
    }
}

/* Deeper than a reader goes: a chain of clauses each below the one before. */
static void
test_deep (void)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) document = NULL;

  for (guint i = 0; i < 1000; i++)
    gloss_document_builder_add_clause (builder, &(GlossClauseData) {
                                                  .text = "Text",
                                                  .kind = GLOSS_CLAUSE_PARAGRAPH,
                                                  .depth = i,
                                                });
  document = gloss_document_builder_end (builder);
  assert_round_trip (document);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/akn-writer/shipped", test_shipped);
  g_test_add_func ("/akn-writer/plain-text", test_plain_text);
  g_test_add_func ("/akn-writer/form", test_form);
  g_test_add_func ("/akn-writer/any-document", test_any_document);
  g_test_add_func ("/akn-writer/deep", test_deep);

  return g_test_run ();
}
