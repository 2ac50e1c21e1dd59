/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-phrase-count.h"
#include "document/gloss-akn-reader.h"
#include "document/gloss-document-builder.h"

static GlossDocument *
make_document (const char *language,
               const char *first,
               const char *second)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_language (builder, language);
  gloss_document_builder_add_clause (builder, &(GlossClauseData) { .id = "a", .text = first });
  gloss_document_builder_add_clause (builder, &(GlossClauseData) { .id = "b", .text = second });
  return gloss_document_builder_end (builder);
}

/* The places as "clause:start-end", in bytes. */
static char *
show_places (GArray *places)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const GlossDocumentMatch *match = &g_array_index (places, GlossDocumentMatch, i);

      g_string_append_printf (shown, "%u:%u-%u ", match->position, match->range.start_byte, match->range.end_byte);
    }

  return g_string_free (shown, FALSE);
}

static void
assert_count (GlossDocument *old_document,
              GlossDocument *new_document,
              const char    *phrase,
              const char    *in_old,
              const char    *in_new)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlossPhraseCount) count = gloss_phrase_count_new (old_document, new_document, phrase, NULL, &error);
  g_autofree char *old_shown = NULL;
  g_autofree char *new_shown = NULL;

  g_assert_no_error (error);
  old_shown = show_places (count->old_places);
  new_shown = show_places (count->new_places);
  g_assert_cmpstr (old_shown, ==, in_old);
  g_assert_cmpstr (new_shown, ==, in_new);
}

static void
test_whole_words (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("en", "War, and towards war", "warfare; the State's \"war\"");
  g_autoptr (GlossDocument) new_document = make_document ("en", "No war-mongering", "Peace");

  assert_count (old_document, new_document, "war", "0:0-3 0:17-20 1:22-25 ", "0:3-6 ");
  assert_count (old_document, new_document, " War ", "0:0-3 0:17-20 1:22-25 ", "0:3-6 ");
  assert_count (old_document, new_document, "state’s", "1:13-20 ", "");
  assert_count (old_document, new_document, "State", "1:13-18 ", "");
  assert_count (old_document, new_document, "war, and", "0:0-8 ", "");
  assert_count (old_document, new_document, "peac", "", "");
  assert_count (old_document, new_document, "", "", "");
}

static void
test_chinese (void)
{
  g_autoptr (GlossDocument) old_document = make_document ("zh", "信息安全和信息技术", "网络");
  g_autoptr (GlossDocument) new_document = make_document ("zh", "信息", "安全");

  assert_count (old_document, new_document, "信息", "0:0-6 0:15-21 ", "0:0-6 ");
}

static GlossDocument *
read_shipped (const char *name)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "data", "documents", name, NULL);
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  GlossDocument *document;

  g_file_get_contents (file, &data, &length, &error);
  g_assert_no_error (error);
  document = gloss_akn_read (data, length, name, &error);
  g_assert_no_error (error);
  return document;
}

/* What the code of 2011 speaks of and that of 2015 does not. */
static void
test_codes (void)
{
  g_autoptr (GlossDocument) old_document = read_shipped ("a-66-359.en.akn");
  g_autoptr (GlossDocument) new_document = read_shipped ("a-69-723.en.akn");
  g_autoptr (GlossPhraseCount) count = gloss_phrase_count_new (old_document, new_document, "information weapons", NULL, NULL);
  const GlossDocumentMatch *match;

  g_assert_cmpuint (count->old_places->len, ==, 1);
  g_assert_cmpuint (count->new_places->len, ==, 0);
  match = &g_array_index (count->old_places, GlossDocumentMatch, 0);
  g_assert_cmpstr (gloss_clause_get_id (gloss_document_get_clause (old_document, match->position)), ==,
                   "annex__sec_2__item_b");
}

static void
test_find (void)
{
  g_autoptr (GlossDocument) document = make_document ("en", "no word of it", "war and war");
  g_autoptr (GlossPhraseCount) count = gloss_phrase_count_new (document, document, "war", NULL, NULL);
  const GlossDocumentMatch *matches;
  guint n_matches;

  g_assert_null (gloss_phrase_count_find (count->old_places, 0, &n_matches));
  g_assert_cmpuint (n_matches, ==, 0);
  matches = gloss_phrase_count_find (count->old_places, 1, &n_matches);
  g_assert_cmpuint (n_matches, ==, 2);
  g_assert_cmpuint (matches[0].range.start_byte, ==, 0);
  g_assert_cmpuint (matches[1].range.start_byte, ==, 8);
  g_assert_null (gloss_phrase_count_find (count->old_places, 2, &n_matches));
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GlossPhraseCount **count = user_data;

  *count = gloss_phrase_count_new_finish (result, NULL);
}

static void
test_async (void)
{
  g_autoptr (GlossDocument) document = make_document ("en", "war", "peace");
  g_autoptr (GlossPhraseCount) count = NULL;

  gloss_phrase_count_new_async (document, document, "peace", NULL, counted_cb, &count);
  while (count == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count->new_places->len, ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (GlossDocument) document = make_document ("en", "war", "peace");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (gloss_phrase_count_new (document, document, "war", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/phrase-count/whole-words", test_whole_words);
  g_test_add_func ("/phrase-count/chinese", test_chinese);
  g_test_add_func ("/phrase-count/codes", test_codes);
  g_test_add_func ("/phrase-count/find", test_find);
  g_test_add_func ("/phrase-count/async", test_async);
  g_test_add_func ("/phrase-count/cancelled", test_cancelled);

  return g_test_run ();
}
