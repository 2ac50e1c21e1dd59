/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-anchor.h"

#include <string.h>

#include "document/gloss-document-builder.h"

static GlossDocument *
make_document (const char *text)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_symbol (builder, "A/1");
  gloss_document_builder_set_language (builder, "en");
  gloss_document_builder_set_iri (builder, "https://example.org/A/1");
  gloss_document_builder_add_clause (builder, &(GlossClauseData) { .id = "para_1", .text = text });
  return gloss_document_builder_end (builder);
}

static void
test_clause (void)
{
  g_autoptr (GlossDocument) document = make_document ("Some text");
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, gloss_document_get_clause (document, 0));
  g_autoptr (GlossAnchor) whole = gloss_anchor_new_for_clause (document, NULL);
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);
  g_autofree char *quotation = gloss_anchor_dup_quotation (anchor, document);
  g_autofree char *nothing = gloss_anchor_dup_quotation (anchor, NULL);
  g_autofree char *of_whole = gloss_anchor_dup_quotation (whole, document);

  g_assert_cmpstr (data->symbol, ==, "A/1");
  g_assert_cmpstr (data->language, ==, "en");
  g_assert_cmpstr (data->source, ==, "https://example.org/A/1");
  g_assert_cmpstr (data->clause_id, ==, "para_1");
  g_assert_null (data->exact);
  g_assert_cmpint (data->start, ==, -1);
  g_assert_cmpint (data->end, ==, -1);
  g_assert_false (gloss_anchor_has_phrase (anchor));
  g_assert_cmpstr (quotation, ==, "Some text");
  g_assert_cmpstr (nothing, ==, "");

  g_assert_null (gloss_anchor_get_data (whole)->clause_id);
  g_assert_cmpstr (of_whole, ==, "");
}

static void
test_phrase (void)
{
  const char *text = "😀 first e\xcc\x81tat 中文 and then a good deal more of text that is longer than the context";
  g_autoptr (GlossDocument) document = make_document (text);
  GlossClause *clause = gloss_document_get_clause (document, 0);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_phrase (document, clause, 8, 13);
  const GlossAnchorData *data = gloss_anchor_get_data (anchor);

  g_assert_cmpstr (data->exact, ==, "e\xcc\x81tat");
  g_assert_cmpstr (data->prefix, ==, "😀 first ");
  g_assert_cmpstr (data->suffix, ==, " 中文 and then a good deal more of");
  g_assert_cmpint (g_utf8_strlen (data->suffix, -1), ==, GLOSS_ANCHOR_CONTEXT_CHARS);
  g_assert_cmpint (data->start, ==, 8);
  g_assert_cmpint (data->end, ==, 13);
  g_assert_true (gloss_anchor_has_phrase (anchor));
}

static void
test_whole_text (void)
{
  g_autoptr (GlossDocument) document = make_document ("ab");
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_phrase (document, gloss_document_get_clause (document, 0), 0, 2);

  g_assert_cmpstr (gloss_anchor_get_data (anchor)->exact, ==, "ab");
  g_assert_cmpstr (gloss_anchor_get_data (anchor)->prefix, ==, "");
  g_assert_cmpstr (gloss_anchor_get_data (anchor)->suffix, ==, "");
}

static void
assert_quote (const char *text,
              const char *quote,
              gint64      expected_start)
{
  g_autoptr (GlossDocument) document = make_document (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossAnchor) anchor = NULL;

  anchor = gloss_anchor_new_for_quote (document, gloss_document_get_clause (document, 0), quote, &error);
  if (expected_start < 0)
    {
      g_assert_null (anchor);
      g_assert_error (error, GLOSS_DOCUMENT_ERROR, GLOSS_DOCUMENT_ERROR_NOT_FOUND);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpstr (gloss_anchor_get_data (anchor)->exact, ==, quote);
  g_assert_cmpint (gloss_anchor_get_data (anchor)->start, ==, expected_start);
}

static void
test_quote (void)
{
  assert_quote ("One State, another State", "State", 4);
  assert_quote ("All States and each State", "State", 20);
  assert_quote ("All States", "State", 4);
  assert_quote ("Two  spaces", "Two spaces", -1);
  assert_quote ("Two\nlines", "Two lines", -1);
  assert_quote ("Some text", "some", -1);
  assert_quote ("Some text", "", -1);
  assert_quote ("Some text", "\xff", -1);
  assert_quote ("😀信息安全国际行为准则", "国际", 5);
  assert_quote ("cafe\xcc\x81 or cafe", "cafe", 9);
  assert_quote ("cafe\xcc\x81", "cafe", -1);
  assert_quote ("", "a", -1);
}

static void
test_equal (void)
{
  GlossAnchorData data = { "A/1", "en", "https://example.org", "para_1", "exact", "prefix", "suffix", 1, 6 };
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&data);
  g_autoptr (GlossAnchor) same = gloss_anchor_new (gloss_anchor_get_data (anchor));
  const char **strings[] = { &data.symbol, &data.language, &data.source, &data.clause_id,
                             &data.exact, &data.prefix, &data.suffix };

  g_assert_true (gloss_anchor_equal (anchor, same));

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      const char *kept = *strings[i];

      for (guint j = 0; j < 2; j++)
        {
          g_autoptr (GlossAnchor) other = NULL;

          *strings[i] = j == 0 ? NULL : "other";
          other = gloss_anchor_new (&data);
          g_assert_false (gloss_anchor_equal (anchor, other));
        }
      *strings[i] = kept;
    }

  {
    g_autoptr (GlossAnchor) other = NULL;

    data.start = 2;
    other = gloss_anchor_new (&data);
    g_assert_false (gloss_anchor_equal (anchor, other));
  }
}

static void
test_nonsense_positions (void)
{
  GlossAnchorData data = { .exact = "x", .start = 5, .end = 5 };
  g_autoptr (GlossAnchor) empty = gloss_anchor_new (&data);
  g_autoptr (GlossAnchor) negative = NULL;

  data.start = -3;
  negative = gloss_anchor_new (&data);
  g_assert_cmpint (gloss_anchor_get_data (empty)->start, ==, -1);
  g_assert_cmpint (gloss_anchor_get_data (empty)->end, ==, -1);
  g_assert_cmpint (gloss_anchor_get_data (negative)->end, ==, -1);
}

static void
test_state_nicks (void)
{
  g_assert_cmpstr (gloss_placement_state_to_string (GLOSS_PLACEMENT_PLACED), ==, "placed");
  g_assert_cmpstr (gloss_placement_state_to_string (GLOSS_PLACEMENT_CHANGED), ==, "changed");
  g_assert_cmpstr (gloss_placement_state_to_string (GLOSS_PLACEMENT_AMBIGUOUS), ==, "ambiguous");
  g_assert_cmpstr (gloss_placement_state_to_string (GLOSS_PLACEMENT_NOT_FOUND), ==, "not-found");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/anchor/clause", test_clause);
  g_test_add_func ("/anchor/phrase", test_phrase);
  g_test_add_func ("/anchor/whole-text", test_whole_text);
  g_test_add_func ("/anchor/quote", test_quote);
  g_test_add_func ("/anchor/equal", test_equal);
  g_test_add_func ("/anchor/nonsense-positions", test_nonsense_positions);
  g_test_add_func ("/anchor/state-nicks", test_state_nicks);

  return g_test_run ();
}
