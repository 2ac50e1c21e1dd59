/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-edit-script.h"

#include <string.h>

/* One token for each letter: lower case is a word, upper case weak, the rest punctuation. */
static guint
make_tokens (const char *letters,
             GlossToken *tokens)
{
  guint n = 0;

  for (; letters[n] != '\0'; n++)
    tokens[n] = (GlossToken) {
      .id = (guint32) letters[n],
      .kind = g_ascii_islower (letters[n])   ? GLOSS_TOKEN_WORD
              : g_ascii_isupper (letters[n]) ? GLOSS_TOKEN_WEAK
                                             : GLOSS_TOKEN_PUNCTUATION,
      .begins_word = TRUE,
    };

  return n;
}

static void
assert_kept (const char *old_letters,
             const char *new_letters,
             guint       coarseness,
             const char *expected)
{
  GlossToken old_tokens[64], new_tokens[64];
  guint8 old_kept[64], new_kept[64];
  guint n_old = make_tokens (old_letters, old_tokens);
  guint n_new = make_tokens (new_letters, new_tokens);
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autoptr (GString) kept_again = g_string_new (NULL);

  gloss_edit_script (old_tokens, n_old, new_tokens, n_new, coarseness, old_kept, new_kept, NULL);
  for (guint i = 0; i < n_old; i++)
    if (old_kept[i])
      g_string_append_c (kept, old_letters[i]);
  for (guint j = 0; j < n_new; j++)
    if (new_kept[j])
      g_string_append_c (kept_again, new_letters[j]);

  g_assert_cmpstr (kept->str, ==, expected);
  g_assert_cmpstr (kept_again->str, ==, expected);
}

static void
test_ends (void)
{
  assert_kept ("", "", 5, "");
  assert_kept ("abc", "", 5, "");
  assert_kept ("abc", "abc", 5, "abc");
  assert_kept ("abc", "axc", 5, "ac");
  assert_kept ("abc", "abxc", 5, "abc");
}

static void
test_small_islands_are_absorbed (void)
{
  /* One word between two changes is not worth one change more, five are. */
  assert_kept ("pqmrs", "uvmwx", 5, "");
  assert_kept ("pqmrs", "uvmwx", 0, "m");
  assert_kept ("pqabcders", "uvabcdewx", 5, "abcde");
  /* Three weak ones are not. */
  assert_kept ("pqABCrs", "uvABCwx", 5, "");
}

static void
test_fewer_changed_words_at_the_same_cost (void)
{
  /* Two changes of one word, or one change of six. */
  assert_kept ("pmnq", "pxmnyq", 4, "pmnq");
  assert_kept ("pmnq", "pxmnyq", 6, "pq");
}

static void
test_phrase_edges (void)
{
  GlossToken old_tokens[8], new_tokens[8];
  guint8 old_kept[8], new_kept[8];

  /* "a, c" became "a, b, c": "b," came, and not ", b". */
  gloss_edit_script (old_tokens, make_tokens ("a,c", old_tokens), new_tokens,
                     make_tokens ("a,b,c", new_tokens), 5, old_kept, new_kept, NULL);
  g_assert_cmpuint (new_kept[1], ==, 1);
  g_assert_cmpuint (new_kept[2], ==, 0);
  g_assert_cmpuint (new_kept[3], ==, 0);
}

static void
test_widens_to_words (void)
{
  GlossToken old_tokens[8], new_tokens[8];
  guint8 old_kept[8], new_kept[8];
  guint n_old = make_tokens ("abcd", old_tokens);
  guint n_new = make_tokens ("abxd", new_tokens);

  /* Both sides write "abc" and "abx" as one word. */
  old_tokens[1].begins_word = old_tokens[2].begins_word = FALSE;
  new_tokens[1].begins_word = new_tokens[2].begins_word = FALSE;
  gloss_edit_script (old_tokens, n_old, new_tokens, n_new, 5, old_kept, new_kept, NULL);
  g_assert_cmpmem (old_kept, 4, "\0\0\0\1", 4);
  g_assert_cmpmem (new_kept, 4, "\0\0\0\1", 4);

  /* Where one side begins a word, the edge stays. */
  new_tokens[2].begins_word = TRUE;
  gloss_edit_script (old_tokens, n_old, new_tokens, n_new, 5, old_kept, new_kept, NULL);
  g_assert_cmpmem (old_kept, 4, "\1\1\0\1", 4);
}

/* The least cost that a script of all can have, by trying every one. */
static guint
count_least (const char *a,
             const char *b)
{
  guint rows[2][32];
  guint n = (guint) strlen (b);

  for (guint j = 0; j <= n; j++)
    rows[0][j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      rows[i % 2][0] = i;
      for (guint j = 1; j <= n; j++)
        rows[i % 2][j] = a[i - 1] == b[j - 1] ? rows[(i + 1) % 2][j - 1]
                                              : 1 + MIN (rows[(i + 1) % 2][j], rows[i % 2][j - 1]);
    }

  return rows[strlen (a) % 2][n];
}

/* With no price on separate changes the script is a shortest one. */
static void
test_shortest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 2000; round++)
    {
      char a[16], b[16];
      GlossToken old_tokens[16], new_tokens[16];
      guint8 old_kept[16], new_kept[16];
      guint n_old = (guint) g_rand_int_range (rand, 0, 15);
      guint n_new = (guint) g_rand_int_range (rand, 0, 15);
      guint changed = 0;

      for (guint i = 0; i < n_old; i++)
        a[i] = (char) g_rand_int_range (rand, 'a', 'e');
      for (guint j = 0; j < n_new; j++)
        b[j] = (char) g_rand_int_range (rand, 'a', 'e');
      a[n_old] = b[n_new] = '\0';

      gloss_edit_script (old_tokens, make_tokens (a, old_tokens), new_tokens, make_tokens (b, new_tokens),
                         0, old_kept, new_kept, NULL);
      for (guint i = 0; i < n_old; i++)
        changed += !old_kept[i];
      for (guint j = 0; j < n_new; j++)
        changed += !new_kept[j];
      g_assert_cmpuint (changed, ==, count_least (a, b));
    }
}

static void
take_words (const char *letters,
            char       *words)
{
  for (; *letters != '\0'; letters++)
    if (g_ascii_isalpha (*letters))
      *words++ = *letters;
  *words = '\0';
}

/* What a script tells of itself, of tokens of every kind, at every coarseness. */
static void
test_size (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (125);
  guint n_coarser = 0;

  for (guint round = 0; round < 3000; round++)
    {
      static const char letters[] = "abcdABCD,;";
      guint coarseness = round % 10 == 9 ? GLOSS_EDIT_SCRIPT_SHORTEST : round % 10;
      char a[32], b[32];
      GlossToken old_tokens[32], new_tokens[32];
      guint8 old_kept[32], new_kept[32];
      guint n_old = (guint) g_rand_int_range (rand, 0, 31);
      guint n_new = (guint) g_rand_int_range (rand, 0, 31);
      GlossEditSize size;
      GlossEditSize counted = { 0 };
      char a_words[32], b_words[32];
      gboolean in_change = FALSE;

      for (guint i = 0; i < n_old; i++)
        a[i] = letters[g_rand_int_range (rand, 0, sizeof letters - 1)];
      for (guint j = 0; j < n_new; j++)
        b[j] = letters[g_rand_int_range (rand, 0, sizeof letters - 1)];
      a[n_old] = b[n_new] = '\0';
      gloss_edit_script (old_tokens, make_tokens (a, old_tokens), new_tokens, make_tokens (b, new_tokens),
                         coarseness, old_kept, new_kept, &size);

      for (guint i = 0, j = 0; i < n_old || j < n_new;)
        {
          gboolean kept = (i == n_old || old_kept[i]) && (j == n_new || new_kept[j]);

          counted.n_changes += !kept && !in_change;
          in_change = !kept;
          if (kept)
            {
              i++, j++;
            }
          else
            {
              char letter = i < n_old && !old_kept[i] ? a[i++] : b[j++];

              counted.tokens.changed++;
              counted.words.changed += g_ascii_isalpha (letter);
            }
        }
      take_words (a, a_words);
      take_words (b, b_words);
      g_assert_cmpuint (size.n_tokens, ==, n_old + n_new);
      g_assert_cmpuint (size.n_changes, ==, counted.n_changes);
      g_assert_cmpuint (size.tokens.changed, ==, counted.tokens.changed);
      g_assert_cmpuint (size.tokens.least, ==, count_least (a, b));
      g_assert_cmpuint (size.words.changed, ==, counted.words.changed);
      g_assert_cmpuint (size.words.least, ==, count_least (a_words, b_words));
      if (coarseness == GLOSS_EDIT_SCRIPT_SHORTEST)
        g_assert_cmpuint (size.words.changed, ==, size.words.least);
      n_coarser += size.words.changed > size.words.least;
    }

  g_assert_cmpuint (n_coarser, >, 1000);
}

/* Words of signs stay whole in the shortest script too; what that adds is no part of its size. */
static void
test_shortest_of_signs (void)
{
  GlossToken old_tokens[8], new_tokens[8];
  guint8 old_kept[8], new_kept[8];
  GlossEditSize size;
  guint n_old = make_tokens ("abcd", old_tokens);
  guint n_new = make_tokens ("abxd", new_tokens);

  old_tokens[2].begins_word = new_tokens[2].begins_word = FALSE;
  gloss_edit_script (old_tokens, n_old, new_tokens, n_new, GLOSS_EDIT_SCRIPT_SHORTEST, old_kept, new_kept, &size);
  g_assert_cmpmem (old_kept, 4, "\1\0\0\1", 4);
  g_assert_cmpmem (new_kept, 4, "\1\0\0\1", 4);
  g_assert_cmpuint (size.words.changed, ==, 2);
  g_assert_cmpuint (size.words.least, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/edit-script/ends", test_ends);
  g_test_add_func ("/edit-script/small-islands-are-absorbed", test_small_islands_are_absorbed);
  g_test_add_func ("/edit-script/fewer-changed-words", test_fewer_changed_words_at_the_same_cost);
  g_test_add_func ("/edit-script/phrase-edges", test_phrase_edges);
  g_test_add_func ("/edit-script/widens-to-words", test_widens_to_words);
  g_test_add_func ("/edit-script/shortest", test_shortest);
  g_test_add_func ("/edit-script/size", test_size);
  g_test_add_func ("/edit-script/shortest-of-signs", test_shortest_of_signs);

  return g_test_run ();
}
