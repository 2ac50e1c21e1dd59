/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/gloss-export-exchange-private.h"

#include "export/exchange-fixture.h"

static void
find (GlossDocument      *document,
      const char         *clause_id,
      guint               start,
      guint               end,
      GlossExchangePlace *place)
{
  g_autoptr (GlossExchange) exchange = gloss_exchange_new ();
  g_autoptr (GlossAnnotation) annotation = fixture_note (document, clause_id, NULL, "note", NULL);
  const GlossExportSource source = { .document = document, .symbol = "A/1" };
  const GlossExportNote note = {
    .annotation = annotation, .source = &source, .clause = gloss_document_find_clause (document, clause_id),
    .placement = GLOSS_PLACEMENT_PLACED, .start = start, .end = end,
  };

  gloss_exchange_find_place (exchange, &note, place);
}

/* Every phrase of every clause is at its positions in the page, which is counted here anew. */
static void
test_positions (void)
{
  g_autoptr (GlossDocument) document = exchange_document ();
  const char *page = "1. " EXCHANGE_FIRST "\n(a) " EXCHANGE_SECOND "\n";
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (page, -1, NULL, NULL, NULL);

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i);

      for (guint start = 0; start < gloss_clause_get_n_chars (clause); start++)
        {
          g_auto (GlossExchangePlace) place = { NULL };
          g_autofree char *words = g_utf8_substring (gloss_clause_get_text (clause), start, gloss_clause_get_n_chars (clause));
          g_autofree char *found = NULL;
          g_autofree char *around = NULL;

          find (document, gloss_clause_get_id (clause), start, gloss_clause_get_n_chars (clause), &place);
          found = g_utf16_to_utf8 (utf16 + place.page_start_utf16, place.page_end_utf16 - place.page_start_utf16, NULL, NULL,
                                   NULL);
          around = g_strconcat (place.prefix, place.exact, place.suffix, NULL);
          g_assert_true (place.placed);
          g_assert_cmpstr (place.exact, ==, words);
          g_assert_cmpstr (found, ==, words);
          g_assert_nonnull (strstr (page, around));
          g_assert_cmpint (g_utf8_strlen (place.prefix, -1), <=, GLOSS_ANCHOR_CONTEXT_CHARS);
        }
    }
}

/* A note on the whole clause has all its words. */
static void
test_whole (void)
{
  g_autoptr (GlossDocument) document = exchange_document ();
  g_auto (GlossExchangePlace) place = { NULL };

  find (document, "para_1", 0, 0, &place);
  g_assert_cmpstr (place.exact, ==, EXCHANGE_FIRST);
  g_assert_cmpstr (place.prefix, ==, "1. ");
  g_assert_cmpuint (place.end, ==, 9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/export-exchange/positions", test_positions);
  g_test_add_func ("/export-exchange/whole", test_whole);

  return g_test_run ();
}
