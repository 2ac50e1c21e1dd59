/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/gloss-import-candidates.h"

#include "import-fixture.h"

static const char *const clauses[] = {
  "1.|States 𝔘 shall settle disputes, and shall settle them by peaceful means.",
  "2.|The parties shall settle what is left over by negotiation.",
  "3.|Nothing else.",
  NULL,
};

static GPtrArray *
find (GlossDocument *document,
      const char    *exact,
      const char    *prefix,
      const char    *suffix)
{
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = "T/1", .language = "en", .exact = exact, .prefix = prefix, .suffix = suffix, .start = -1, .end = -1,
  });

  return gloss_import_find_candidates (document, anchor);
}

static void
test_places (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("T/1", clauses);
  g_autoptr (GPtrArray) candidates = find (document, "shall settle", NULL, NULL);
  static const guint starts[] = { 9, 36, 12 };

  g_assert_cmpuint (candidates->len, ==, G_N_ELEMENTS (starts));
  for (guint i = 0; i < candidates->len; i++)
    {
      const GlossImportCandidate *candidate = g_ptr_array_index (candidates, i);
      GlossPlacement placement = gloss_anchor_resolve (candidate->anchor, document);

      g_assert_cmpstr (candidate->words, ==, "shall settle");
      g_assert_cmpint (placement.state, ==, GLOSS_PLACEMENT_PLACED);
      g_assert_true (placement.clause == candidate->clause);
      g_assert_cmpuint (placement.start, ==, starts[i]);
    }
}

/* What fits best is offered first, with what stands around it. */
static void
test_order (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("T/1", clauses);
  g_autoptr (GPtrArray) candidates = find (document, "shall settle", "The parties ", NULL);
  const GlossImportCandidate *first = g_ptr_array_index (candidates, 0);

  g_assert_cmpuint (candidates->len, ==, 3);
  g_assert_cmpstr (first->before, ==, "The parties ");
  g_assert_cmpstr (first->after, ==, " what is left over by negotiation.");
}

static void
test_around (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("T/1", clauses);
  g_autoptr (GPtrArray) candidates = find (document, "peaceful", NULL, NULL);
  const GlossImportCandidate *candidate = g_ptr_array_index (candidates, 0);

  g_assert_cmpstr (candidate->before, ==, "… disputes, and shall settle them by ");
  g_assert_cmpstr (candidate->after, ==, " means.");
}

static void
test_none (void)
{
  g_autoptr (GlossDocument) document = fixture_document ("T/1", clauses);
  g_autoptr (GPtrArray) nowhere = find (document, "words that are nowhere", NULL, NULL);
  g_autoptr (GPtrArray) nothing = find (document, NULL, NULL, NULL);

  g_assert_cmpuint (nowhere->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("|");
  g_autoptr (GlossDocument) document = NULL;
  g_autoptr (GPtrArray) candidates = NULL;

  for (guint i = 0; i < 2 * GLOSS_IMPORT_MAX_CANDIDATES; i++)
    g_string_append (text, "words again, ");
  document = fixture_document ("T/1", (const char *const[]) { text->str, NULL });
  candidates = find (document, "words", NULL, NULL);
  g_assert_cmpuint (candidates->len, ==, GLOSS_IMPORT_MAX_CANDIDATES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/import-candidates/places", test_places);
  g_test_add_func ("/import-candidates/order", test_order);
  g_test_add_func ("/import-candidates/around", test_around);
  g_test_add_func ("/import-candidates/none", test_none);
  g_test_add_func ("/import-candidates/many", test_many);

  return g_test_run ();
}
