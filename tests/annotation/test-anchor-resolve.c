/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-anchor.h"

#include <string.h>

#include "document/gloss-document-builder.h"

/* A document whose clauses are para_1, para_2, ... */
static GlossDocument *
make (const char *language,
      const char *first,
      ...)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();
  const char *text = first;
  guint n = 0;
  va_list args;

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_set_language (builder, language);
  gloss_document_builder_set_iri (builder, "https://example.org/A/1");

  va_start (args, first);
  for (; text != NULL; text = va_arg (args, const char *))
    {
      g_autofree char *id = g_strdup_printf ("para_%u", ++n);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) { .id = id, .text = text });
    }
  va_end (args);

  return gloss_document_builder_end (builder);
}

static GlossAnchor *
anchor_on (GlossDocument *document,
           const char    *words,
           guint          occurrence)
{
  GlossClause *clause = gloss_document_get_clause (document, 0);
  const char *text = gloss_clause_get_text (clause);
  const char *place = strstr (text, words);
  guint start;

  for (; occurrence > 0; occurrence--)
    place = strstr (place + 1, words);

  start = g_utf8_pointer_to_offset (text, place);
  return gloss_anchor_new_for_phrase (document, clause, start, start + g_utf8_strlen (words, -1));
}

static void
assert_placement (GlossAnchor         *anchor,
                  GlossDocument       *document,
                  GlossPlacementState  state,
                  const char          *clause_id,
                  const char          *words)
{
  GlossPlacement placement = gloss_anchor_resolve (anchor, document);

  g_assert_cmpstr (gloss_placement_state_to_string (placement.state), ==, gloss_placement_state_to_string (state));

  if (clause_id == NULL)
    g_assert_null (placement.clause);
  else
    g_assert_cmpstr (gloss_clause_get_id (placement.clause), ==, clause_id);

  if (words == NULL)
    {
      g_assert_cmpuint (placement.start, ==, placement.end);
    }
  else
    {
      g_autofree char *found = g_utf8_substring (gloss_clause_get_text (placement.clause), placement.start, placement.end);

      g_assert_cmpstr (found, ==, words);
    }
}

static void
test_unchanged (void)
{
  g_autoptr (GlossDocument) document = make ("en", "the one, the two and the three", "the", NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GlossAnchor) anchor = anchor_on (document, "the", i);

      assert_placement (anchor, document, GLOSS_PLACEMENT_PLACED, "para_1", "the");
      g_assert_cmpuint (gloss_anchor_resolve (anchor, document).start, ==, gloss_anchor_get_data (anchor)->start);
    }
}

static void
test_clause (void)
{
  g_autoptr (GlossDocument) document = make ("en", "one", "two", NULL);
  g_autoptr (GlossDocument) shorter = make ("en", "one", NULL);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, gloss_document_get_clause (document, 1));
  g_autoptr (GlossAnchor) whole = gloss_anchor_new_for_clause (document, NULL);

  assert_placement (anchor, document, GLOSS_PLACEMENT_PLACED, "para_2", NULL);
  assert_placement (anchor, shorter, GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL);
  assert_placement (whole, shorter, GLOSS_PLACEMENT_PLACED, NULL, NULL);
}

static void
test_moved_within_clause (void)
{
  g_autoptr (GlossDocument) old = make ("en", "States shall respect human rights", NULL);
  g_autoptr (GlossDocument) new = make ("en", "😀 From now on, States shall respect human rights", NULL);
  g_autoptr (GlossAnchor) anchor = anchor_on (old, "human rights", 0);

  assert_placement (anchor, new, GLOSS_PLACEMENT_PLACED, "para_1", "human rights");
}

static void
test_context_decides (void)
{
  g_autoptr (GlossDocument) old = make ("en", "the security of States and the rights of people", NULL);
  g_autoptr (GlossDocument) new = make ("en", "Under the Charter: the security of States and the rights of people and the law", NULL);
  g_autoptr (GlossAnchor) first = anchor_on (old, "the", 0);
  g_autoptr (GlossAnchor) second = anchor_on (old, "the", 1);

  assert_placement (first, new, GLOSS_PLACEMENT_PLACED, "para_1", "the");
  g_assert_cmpuint (gloss_anchor_resolve (first, new).start, ==, strlen ("Under the Charter: "));
  assert_placement (second, new, GLOSS_PLACEMENT_PLACED, "para_1", "the");
  g_assert_cmpuint (gloss_anchor_resolve (second, new).start, ==, strlen ("Under the Charter: the security of States and "));
}

/* The same letters at the same position, but it is another place: the context tells. */
static void
test_same_position_by_chance (void)
{
  g_autoptr (GlossDocument) old = make ("en", "In the network, peace is kept", NULL);
  g_autoptr (GlossDocument) new = make ("en", "On the land there is war. In the network, peace is kept", NULL);
  g_autoptr (GlossAnchor) anchor = anchor_on (old, "the", 0);

  g_assert_cmpuint (gloss_anchor_resolve (anchor, new).start, ==, strlen ("On the land there is war. In "));
}

static void
test_ambiguous (void)
{
  g_autoptr (GlossDocument) old = make ("en", "a State is bound", NULL);
  g_autoptr (GlossDocument) new = make ("en", "One State; two State; three State;", NULL);
  g_autoptr (GlossAnchor) anchor = anchor_on (old, "State", 0);

  assert_placement (anchor, new, GLOSS_PLACEMENT_AMBIGUOUS, "para_1", NULL);
}

static void
test_changed (void)
{
  g_autoptr (GlossDocument) old = make ("en", "To comply with the Charter and with universally recognized norms", NULL);
  g_autoptr (GlossDocument) spaces = make ("en", "To comply  with the Charter and with universally recognized norms", NULL);
  g_autoptr (GlossDocument) case_only = make ("en", "To comply with the charter and with universally recognized norms", NULL);
  g_autoptr (GlossDocument) word = make ("en", "To comply with the Charter and with generally recognized norms", NULL);
  g_autoptr (GlossAnchor) comply = anchor_on (old, "comply with the Charter", 0);
  g_autoptr (GlossAnchor) norms = anchor_on (old, "with universally recognized norms", 0);

  assert_placement (comply, spaces, GLOSS_PLACEMENT_CHANGED, "para_1", "comply  with the Charter");
  assert_placement (comply, case_only, GLOSS_PLACEMENT_CHANGED, "para_1", "comply with the charter");
  assert_placement (norms, word, GLOSS_PLACEMENT_CHANGED, "para_1", "with generally recognized norms");
}

/* The letters stand there, but as a part of another word. */
static void
test_part_of_a_word (void)
{
  g_autoptr (GlossDocument) old = make ("en", "that the State shall respect the law", NULL);
  g_autoptr (GlossDocument) plural = make ("en", "that the States shall respect the law", NULL);
  g_autoptr (GlossDocument) accent = make ("en", "that the State\xcc\x81 shall respect the law", NULL);
  g_autoptr (GlossDocument) both = make ("en", "The States and that the State shall respect the law", NULL);
  g_autoptr (GlossAnchor) anchor = anchor_on (old, "State", 0);
  g_autoptr (GlossAnchor) part = anchor_on (old, "Stat", 0);

  assert_placement (anchor, plural, GLOSS_PLACEMENT_CHANGED, "para_1", "States");
  assert_placement (anchor, accent, GLOSS_PLACEMENT_CHANGED, "para_1", "State\xcc\x81");
  assert_placement (anchor, both, GLOSS_PLACEMENT_PLACED, "para_1", "State");

  /* Who chose a part of a word finds it again. */
  assert_placement (part, plural, GLOSS_PLACEMENT_PLACED, "para_1", "Stat");
}

static void
test_chinese (void)
{
  g_autoptr (GlossDocument) old = make ("zh", "各国应尊重信息空间的权利与自由，遵守各国法律。", NULL);
  g_autoptr (GlossDocument) moved = make ("zh", "所有国家均同意，各国应尊重信息空间的权利与自由。", NULL);
  g_autoptr (GlossDocument) changed = make ("zh", "各国应充分尊重网络空间的权利与自由，遵守各国法律。", NULL);
  g_autoptr (GlossAnchor) anchor = anchor_on (old, "尊重信息空间的权利", 0);

  assert_placement (anchor, old, GLOSS_PLACEMENT_PLACED, "para_1", "尊重信息空间的权利");
  assert_placement (anchor, moved, GLOSS_PLACEMENT_PLACED, "para_1", "尊重信息空间的权利");
  assert_placement (anchor, changed, GLOSS_PLACEMENT_CHANGED, "para_1", "尊重网络空间的权利");
}

static void
test_gone (void)
{
  g_autoptr (GlossDocument) old = make ("en", "States shall cooperate in good faith", "Other words", NULL);
  g_autoptr (GlossDocument) new = make ("en", "Nothing is left of what was said", "Other words", NULL);
  g_autoptr (GlossDocument) empty = make ("en", "", NULL);
  g_autoptr (GlossAnchor) anchor = anchor_on (old, "cooperate in good faith", 0);
  g_autoptr (GlossAnchor) short_one = anchor_on (old, "good", 0);

  assert_placement (anchor, new, GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL);
  assert_placement (short_one, new, GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL);
  assert_placement (anchor, empty, GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL);
}

static void
test_elsewhere (void)
{
  g_autoptr (GlossDocument) old = make ("en", "In this, States shall cooperate in good faith", NULL);
  g_autoptr (GlossDocument) moved = make ("en", "A new first clause", "Hence, States shall cooperate in good faith", NULL);
  g_autoptr (GlossDocument) twice = make ("en", "New", "so cooperate in good faith.", "so cooperate in good faith.", NULL);
  g_autoptr (GlossDocument) chance = make ("en", "New", "There is good in everything", NULL);
  g_autoptr (GlossAnchor) anchor = anchor_on (old, "cooperate in good faith", 0);
  g_autoptr (GlossAnchor) short_one = anchor_on (old, "good", 0);

  assert_placement (anchor, moved, GLOSS_PLACEMENT_PLACED, "para_2", "cooperate in good faith");
  assert_placement (anchor, twice, GLOSS_PLACEMENT_AMBIGUOUS, NULL, NULL);

  /* A common word in another clause is not the one that was marked, unless what is around it is. */
  assert_placement (short_one, chance, GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL);
  assert_placement (short_one, moved, GLOSS_PLACEMENT_PLACED, "para_2", "good");
}

static void
test_other_language (void)
{
  g_autoptr (GlossDocument) english = make ("en", "States shall respect rights", NULL);
  g_autoptr (GlossDocument) chinese = make ("zh", "各国应尊重权利", NULL);
  g_autoptr (GlossDocument) undetermined = make ("und", "States shall respect rights", NULL);
  g_autoptr (GlossAnchor) phrase = anchor_on (english, "respect", 0);
  g_autoptr (GlossAnchor) clause = gloss_anchor_new_for_clause (english, gloss_document_get_clause (english, 0));

  assert_placement (phrase, chinese, GLOSS_PLACEMENT_PLACED, "para_1", NULL);
  g_assert_true (gloss_anchor_resolve (phrase, chinese).other_language);
  assert_placement (clause, chinese, GLOSS_PLACEMENT_PLACED, "para_1", NULL);
  g_assert_false (gloss_anchor_resolve (clause, chinese).other_language);
  assert_placement (phrase, undetermined, GLOSS_PLACEMENT_PLACED, "para_1", "respect");
}

static void
test_other_work (void)
{
  g_autoptr (GlossDocument) document = make ("en", "States shall respect rights", NULL);
  GlossAnchorData data = { .symbol = "A/2", .language = "en", .clause_id = "para_1", .exact = "respect", .start = 13, .end = 20 };
  g_autoptr (GlossAnchor) by_symbol = gloss_anchor_new (&data);
  g_autoptr (GlossAnchor) by_iri = NULL;
  g_autoptr (GlossAnchor) by_nothing = NULL;

  data.symbol = NULL;
  by_nothing = gloss_anchor_new (&data);
  data.source = "https://example.org/A/2";
  by_iri = gloss_anchor_new (&data);

  assert_placement (by_symbol, document, GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL);
  assert_placement (by_iri, document, GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL);
  assert_placement (by_nothing, document, GLOSS_PLACEMENT_PLACED, "para_1", "respect");
}

/* As other programs write it: a quotation and nothing else. */
static void
test_quotation_alone (void)
{
  g_autoptr (GlossDocument) document = make ("en", "One clause", "And all States", "One more", NULL);
  GlossAnchorData data = { .source = "https://example.org/A/1", .exact = "States", .start = -1, .end = -1 };
  g_autoptr (GlossAnchor) unique = gloss_anchor_new (&data);
  g_autoptr (GlossAnchor) twice = NULL;
  g_autoptr (GlossAnchor) decided = NULL;

  data.exact = "One";
  twice = gloss_anchor_new (&data);
  data.suffix = " more";
  decided = gloss_anchor_new (&data);

  assert_placement (unique, document, GLOSS_PLACEMENT_PLACED, "para_2", "States");
  assert_placement (twice, document, GLOSS_PLACEMENT_AMBIGUOUS, NULL, NULL);
  assert_placement (decided, document, GLOSS_PLACEMENT_PLACED, "para_3", "One");
}

static void
test_wild_data (void)
{
  g_autoptr (GlossDocument) document = make ("en", "States shall respect rights", NULL);
  GlossAnchorData data = {
    .symbol = "A/1", .clause_id = "para_1", .exact = "respect",
    .prefix = "\xff\xfe", .suffix = "", .start = G_MAXINT64 - 1, .end = G_MAXINT64,
  };
  g_autoptr (GlossAnchor) far = gloss_anchor_new (&data);
  g_autoptr (GlossAnchor) invalid = NULL;
  g_autoptr (GlossAnchor) no_clause = NULL;

  data.exact = "\xff";
  invalid = gloss_anchor_new (&data);
  data.exact = NULL;
  data.clause_id = "no-such-clause";
  no_clause = gloss_anchor_new (&data);

  assert_placement (far, document, GLOSS_PLACEMENT_PLACED, "para_1", "respect");
  assert_placement (invalid, document, GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL);
  assert_placement (no_clause, document, GLOSS_PLACEMENT_NOT_FOUND, NULL, NULL);
}

/* What is costly is bounded: a test that does not end shows that it is not. */
static void
test_long_clauses (void)
{
  g_autofree char *letters = g_strnfill (1024 * 1024, 'a');
  g_autofree char *half = g_strnfill (512 * 1024, 'a');
  g_autofree char *other = g_strnfill (1024 * 1024, 'b');
  g_autoptr (GlossDocument) document = make ("en", letters, NULL);
  const char *quotes[] = { "a", "aaaaaaaaaaaaaaaa", half, other, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      GlossAnchorData data = { .symbol = "A/1", .clause_id = "para_1", .exact = quotes[i], .start = 17, .end = 18 };
      g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&data);
      GlossPlacement first = gloss_anchor_resolve (anchor, document);
      GlossPlacement second = gloss_anchor_resolve (anchor, document);

      g_assert_cmpint (first.state, ==, second.state);
      g_assert_cmpuint (first.start, ==, second.start);
      g_assert_cmpuint (first.end, ==, second.end);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/anchor-resolve/unchanged", test_unchanged);
  g_test_add_func ("/anchor-resolve/clause", test_clause);
  g_test_add_func ("/anchor-resolve/moved-within-clause", test_moved_within_clause);
  g_test_add_func ("/anchor-resolve/context-decides", test_context_decides);
  g_test_add_func ("/anchor-resolve/same-position-by-chance", test_same_position_by_chance);
  g_test_add_func ("/anchor-resolve/ambiguous", test_ambiguous);
  g_test_add_func ("/anchor-resolve/changed", test_changed);
  g_test_add_func ("/anchor-resolve/part-of-a-word", test_part_of_a_word);
  g_test_add_func ("/anchor-resolve/chinese", test_chinese);
  g_test_add_func ("/anchor-resolve/gone", test_gone);
  g_test_add_func ("/anchor-resolve/elsewhere", test_elsewhere);
  g_test_add_func ("/anchor-resolve/other-language", test_other_language);
  g_test_add_func ("/anchor-resolve/other-work", test_other_work);
  g_test_add_func ("/anchor-resolve/quotation-alone", test_quotation_alone);
  g_test_add_func ("/anchor-resolve/wild-data", test_wild_data);
  g_test_add_func ("/anchor-resolve/long-clauses", test_long_clauses);

  return g_test_run ();
}
