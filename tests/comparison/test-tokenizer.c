/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-tokenizer.h"

#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "random-text.h"

/* The tokens of @text parted by "|", and "+" before a sign that continues a word. */
static char *
show_tokens (const char *text,
             const char *language)
{
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new (language);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
  GString *shown = g_string_new (NULL);

  gloss_tokenizer_cut (tokenizer, text, strlen (text), tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const GlossToken *token = &g_array_index (tokens, GlossToken, i);

      if (i > 0)
        g_string_append_c (shown, token->begins_word ? '|' : '+');
      g_string_append_len (shown, text + token->start, token->length);
    }

  return g_string_free (shown, FALSE);
}

static void
assert_tokens (const char *text,
               const char *language,
               const char *expected)
{
  g_autofree char *shown = show_tokens (text, language);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_words (void)
{
  assert_tokens ("", "en", "");
  assert_tokens (" \r\n\t", "en", "");
  assert_tokens ("States' right; 1,000.5 (a)", "en", "States|'|right|;|1,000.5|(|a|)");
  assert_tokens ("can't stop", "en", "can't|stop");
  assert_tokens ("the “code”,", "en", "the|“|code|”|,");
  assert_tokens ("l’État—même", "fr", "l’État|—|même");
}

static void
test_signs (void)
{
  assert_tokens ("他国内政", "zh", "他|国+内|政");
  assert_tokens ("他国政治。", "zh", "他+国|政+治|。");
  assert_tokens ("A/69/723号决议", "zh", "A|/|69|/|723|号|决+议");
}

static void
test_kinds_and_ids (void)
{
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
  const char *text = "The rights, the Right";
  const GlossToken *token;

  gloss_tokenizer_cut (tokenizer, text, strlen (text), tokens);
  token = (const GlossToken *) (gpointer) tokens->data;
  g_assert_cmpuint (tokens->len, ==, 5);
  g_assert_cmpint (token[0].kind, ==, GLOSS_TOKEN_WEAK);
  g_assert_cmpint (token[1].kind, ==, GLOSS_TOKEN_WORD);
  g_assert_cmpint (token[2].kind, ==, GLOSS_TOKEN_PUNCTUATION);
  g_assert_cmpint (token[3].kind, ==, GLOSS_TOKEN_WEAK);
  g_assert_cmpuint (token[0].id, !=, token[3].id);
  g_assert_cmpuint (gloss_tokenizer_get_stem (tokenizer, token[0].id), ==,
                    gloss_tokenizer_get_stem (tokenizer, token[3].id));
  g_assert_cmpuint (gloss_tokenizer_get_stem (tokenizer, token[1].id), ==,
                    gloss_tokenizer_get_stem (tokenizer, token[4].id));
  g_assert_cmpuint (gloss_tokenizer_get_stem (tokenizer, token[1].id), <,
                    gloss_tokenizer_get_n_ids (tokenizer));
}

static void
test_variants_have_one_id (void)
{
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
  const char *text = "people’s people's ＩＣＴ ICT infor\302\255mation information « “ ";
  const GlossToken *token;

  gloss_tokenizer_cut (tokenizer, text, strlen (text), tokens);
  token = (const GlossToken *) (gpointer) tokens->data;
  g_assert_cmpuint (tokens->len, ==, 8);
  for (guint i = 0; i < tokens->len; i += 2)
    {
      g_assert_cmpuint (token[i].id, ==, token[i + 1].id);
      g_assert_cmpuint (token[i].id, ==, i / 2);
    }
}

static void
test_count_words (void)
{
  g_autoptr (GlossTokenizer) english = gloss_tokenizer_new ("en");
  g_autoptr (GlossTokenizer) chinese = gloss_tokenizer_new ("zh");
  const char *text = " To comply, (a); the State’s 1,000.5 co-operation";

  g_assert_cmpuint (gloss_tokenizer_count_words (english, text, strlen (text)), ==, 8);
  g_assert_cmpuint (gloss_tokenizer_count_words (english, "", 0), ==, 0);
  g_assert_cmpuint (gloss_tokenizer_count_words (chinese, "信息安全，", strlen ("信息安全，")), ==, 4);
  text = "第1,000条 State’s 信息（安全）カナ。";
  g_assert_cmpuint (gloss_tokenizer_count_words (chinese, text, strlen (text)), ==, 10);
  g_assert_cmpuint (gloss_tokenizer_count_words (english, text, strlen (text)), ==, 10);
}

/* The words among the tokens of @text: where each begins and ends. */
static GArray *
list_bounds (GlossTokenizer *tokenizer,
             const char     *text)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));

  gloss_tokenizer_cut (tokenizer, text, strlen (text), tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const GlossToken *token = &g_array_index (tokens, GlossToken, i);
      guint32 end = token->start + token->length;

      if (token->kind == GLOSS_TOKEN_PUNCTUATION)
        continue;
      if (!token->begins_word)
        {
          g_array_index (bounds, guint32, bounds->len - 1) = end;
          continue;
        }
      g_array_append_val (bounds, token->start);
      g_array_append_val (bounds, end);
    }

  return bounds;
}

/* The tokens of @text that are no punctuation. */
static guint
count_tokens (GlossTokenizer *tokenizer,
              const char     *text)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
  guint n = 0;

  gloss_tokenizer_cut (tokenizer, text, strlen (text), tokens);
  for (guint i = 0; i < tokens->len; i++)
    n += g_array_index (tokens, GlossToken, i).kind != GLOSS_TOKEN_PUNCTUATION;

  return n;
}

/* Texts of signs as they are: words of two and three, figures and letters among them, and what the
 * quick rules leave to ICU. */
static void
test_count_signs (void)
{
  static const char *const parts[] = {
    "国", "他国", "内政", "信息安全", "々", "〇", "，", "。", "《", "）", "：", "１", "Ａ", "，", "1", "a", " ", "　", "カ", "ー",
    "の", "ぁ", "\xE2\x80\x99", "\xCC\x81", "\xEF\xB8\x80", "ไทย", "한국", "𠀀", "😀", ".", "-",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2015);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("zh");

  for (guint i = 0; i < 20000; i++)
    {
      GString *text = g_string_new (NULL);
      guint n_parts = (guint) g_rand_int_range (rand, 1, 12);

      for (guint k = 0; k < n_parts; k++)
        g_string_append (text, parts[g_rand_int_range (rand, 0, i % 2 == 0 ? 13 : G_N_ELEMENTS (parts))]);
      g_ptr_array_add (texts, g_string_free (text, FALSE));
      g_assert_cmpuint (gloss_tokenizer_count_words (tokenizer, texts->pdata[i], strlen (texts->pdata[i])), ==,
                        count_tokens (tokenizer, texts->pdata[i]));
    }
}

/* The quick rules give the words that ICU gives, on whatever text. */
static void
test_same_words_as_icu (void)
{
  static const char *const languages[] = { "en", "zh", "sv", "und" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (723);

  for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);  /* as long as the tokenizer */
      g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new (languages[k]);
      UErrorCode status = U_ZERO_ERROR;
      UBreakIterator *words = ubrk_open (UBRK_WORD, k == 3 ? "" : languages[k], NULL, 0, &status);

      for (guint i = 0; i < 3000; i++)
        {
          char *text = make_random_text (rand, 30);
          g_autoptr (GArray) bounds = list_bounds (tokenizer, text);
          UText utext = UTEXT_INITIALIZER;
          guint at = 0;
          int start = 0;

          g_ptr_array_add (texts, text);
          g_assert_cmpuint (gloss_tokenizer_count_words (tokenizer, text, strlen (text)), ==,
                            count_tokens (tokenizer, text));
          utext_openUTF8 (&utext, text, -1, &status);
          ubrk_setUText (words, &utext, &status);
          ubrk_first (words);
          for (int end = ubrk_next (words); end != UBRK_DONE; start = end, end = ubrk_next (words))
            {
              if (ubrk_getRuleStatus (words) < UBRK_WORD_NONE_LIMIT)
                continue;
              g_assert_cmpuint (at, <, bounds->len);
              g_assert_cmpint (start, ==, g_array_index (bounds, guint32, at++));
              g_assert_cmpint (end, ==, g_array_index (bounds, guint32, at++));
            }
          g_assert_cmpuint (at, ==, bounds->len);
          utext_close (&utext);
        }
      g_assert_cmpint (status, <=, U_ZERO_ERROR);
      ubrk_close (words);
    }
}

/* Words of every length that differ in one byte have ids of their own, and the same word has the
 * same one wherever it stands. */
static void
test_ids_of_every_length (void)
{
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_words = 0;

  for (guint round = 0; round < 2; round++)
    for (guint length = 1; length < 30; length++)
      for (guint at = 0; at <= length; at++)
        {
          for (guint k = 0; k < length; k++)
            g_string_append_c (text, k == at ? 'q' : 'w');
          g_string_append (text, round == 0 ? " " : "  ");
          n_words += round == 0;
        }

  gloss_tokenizer_cut (tokenizer, text->str, text->len, tokens);
  g_assert_cmpuint (tokens->len, ==, 2 * n_words);
  g_assert_cmpuint (gloss_tokenizer_get_n_ids (tokenizer), ==, n_words);
  for (guint i = 0; i < n_words; i++)
    g_assert_cmpuint (g_array_index (tokens, GlossToken, i).id, ==, g_array_index (tokens, GlossToken, i + n_words).id);
}

/* What is kept is what was cut, also where tokens are long and stand far from each other. */
static void
test_keep (void)
{
  g_autofree char *gap = g_strnfill (300000, ' ');
  g_autofree char *word = g_strnfill (70000, 'w');
  g_autofree char *wide = g_strconcat (gap, word, ".", gap, "State", NULL);
  const char *const texts[] = { "Each State shall", "他国内政、the “code”", "他 国𠀀的政", "", "   ", wide, "Each State may" };
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new ("en");
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GlossToken));
  g_autoptr (GArray) stems = g_array_new (FALSE, FALSE, sizeof (GlossToken));

  g_assert_false (gloss_tokenizer_find_kept (tokenizer, texts[0], found));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint n_before = stems->len;

      gloss_tokenizer_keep (tokenizer, texts[i], strlen (texts[i]), stems);
      for (guint k = n_before; k < stems->len; k++)
        {
          GlossToken *stem = &g_array_index (stems, GlossToken, k);

          /* A stem is its own, and so is what is no word. */
          g_assert_cmpuint (gloss_tokenizer_get_stem (tokenizer, stem->id), ==, stem->id);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));

      gloss_tokenizer_cut (tokenizer, texts[i], strlen (texts[i]), tokens);
      g_array_set_size (found, 0);
      g_assert_true (gloss_tokenizer_find_kept (tokenizer, texts[i], found));
      g_assert_cmpuint (found->len, ==, tokens->len);
      g_assert_cmpmem (found->data, found->len * sizeof (GlossToken), tokens->data, tokens->len * sizeof (GlossToken));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/tokenizer/words", test_words);
  g_test_add_func ("/tokenizer/signs", test_signs);
  g_test_add_func ("/tokenizer/kinds-and-ids", test_kinds_and_ids);
  g_test_add_func ("/tokenizer/ids-of-every-length", test_ids_of_every_length);
  g_test_add_func ("/tokenizer/keep", test_keep);
  g_test_add_func ("/tokenizer/variants-have-one-id", test_variants_have_one_id);
  g_test_add_func ("/tokenizer/count-words", test_count_words);
  g_test_add_func ("/tokenizer/count-signs", test_count_signs);
  g_test_add_func ("/tokenizer/same-words-as-icu", test_same_words_as_icu);

  return g_test_run ();
}
