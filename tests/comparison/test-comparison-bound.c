/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-comparison-bound.h"
#include "comparison/gloss-diff.h"

#include <string.h>

#include "comparison-fixture.h"

/* The words of a text, told apart here and not by the tokenizer: runs of letters. */
typedef struct
{
  GArray *starts; /* guint */
  GArray *ends;
  GPtrArray *words; /* interned */
} Cut;

static void
cut_clear (Cut *cut)
{
  g_array_unref (cut->starts);
  g_array_unref (cut->ends);
  g_ptr_array_unref (cut->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, cut_clear)

static void
cut_init (Cut        *cut,
          const char *text)
{
  *cut = (Cut) { g_array_new (FALSE, FALSE, sizeof (guint)), g_array_new (FALSE, FALSE, sizeof (guint)),
                 g_ptr_array_new () };
  for (guint at = 0; text[at] != '\0';)
    {
      guint start = at;
      g_autofree char *word = NULL;

      while (g_ascii_isalpha (text[at]))
        at++;
      if (at == start)
        {
          at++;
          continue;
        }
      word = g_strndup (text + start, at - start);
      g_array_append_val (cut->starts, start);
      g_array_append_val (cut->ends, at);
      g_ptr_array_add (cut->words, (gpointer) g_intern_string (word));
    }
}

/* What a shortest script of both changes, by the usual table. */
static guint
count_least (const Cut *a,
             const Cut *b)
{
  guint n = b->words->len;
  g_autofree guint *rows = g_new0 (guint, 2 * (n + 1));

  for (guint i = 0; i < a->words->len; i++)
    {
      const guint *above = rows + (i % 2) * (n + 1);
      guint *row = rows + ((i + 1) % 2) * (n + 1);

      for (guint j = 0; j < n; j++)
        row[j + 1] = a->words->pdata[i] == b->words->pdata[j] ? above[j] + 1 : MAX (above[j + 1], row[j]);
    }

  return a->words->len + n - 2 * rows[(a->words->len % 2) * (n + 1) + n];
}

/* How many of the words of one text the stretches mark. */
static guint
count_marked (const Cut              *cut,
              const GlossDiffStretch *stretches,
              guint                   n_stretches,
              GlossDiffOp             op)
{
  guint n = 0;

  for (guint i = 0; i < cut->words->len; i++)
    for (guint k = 0; k < n_stretches; k++)
      {
        guint start = op == GLOSS_DIFF_REMOVED ? stretches[k].old_start : stretches[k].new_start;

        if (stretches[k].op == op && start < g_array_index (cut->ends, guint, i) &&
            start + stretches[k].length > g_array_index (cut->starts, guint, i))
          {
            n++;
            break;
          }
      }

  return n;
}

/* Of words. */
typedef struct
{
  guint changed;
  guint least;
  guint removed; /* with what only one text has */
  guint added;
} Sum;

/* The sums of the rows with both texts, of those that are one clause on either side, and of all at the
 * default coarseness, each compared by itself. */
static void
add_up (GlossComparison *comparison,
        Sum             *all,
        Sum             *singles,
        Sum             *unbound)
{
  for (guint r = 0; r < gloss_comparison_get_n_rows (comparison); r++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, r);
      const char *old_text = gloss_comparison_row_get_old_text (row);
      const char *new_text = gloss_comparison_row_get_new_text (row);
      guint n_old = gloss_comparison_row_get_n_old (row);
      guint n_new = gloss_comparison_row_get_n_new (row);
      g_autoptr (GArray) alone = gloss_diff_texts (old_text, new_text, "en", GLOSS_DIFF_COARSENESS_DEFAULT);
      guint n_stretches;
      const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
      g_auto (Cut) a = { 0 };
      g_auto (Cut) b = { 0 };
      guint removed, added, least;

      cut_init (&a, old_text);
      cut_init (&b, new_text);
      removed = count_marked (&a, stretches, n_stretches, GLOSS_DIFF_REMOVED);
      added = count_marked (&b, stretches, n_stretches, GLOSS_DIFF_ADDED);
      all->removed += removed;
      all->added += added;
      if (n_old == 0 || n_new == 0)
        continue;

      least = count_least (&a, &b);
      g_assert_cmpuint (removed + added, >=, least);
      all->changed += removed + added;
      all->least += least;
      if (n_old == 1 && n_new == 1)
        {
          singles->changed += removed + added;
          singles->least += least;
        }
      unbound->changed += count_marked (&a, (const GlossDiffStretch *) (gpointer) alone->data, alone->len,
                                     GLOSS_DIFF_REMOVED) +
                       count_marked (&b, (const GlossDiffStretch *) (gpointer) alone->data, alone->len,
                                     GLOSS_DIFF_ADDED);
    }
}

static guint
get_most (const Sum *sum)
{
  return sum->least + MAX (sum->least / 4, GLOSS_BOUND_FEW);
}

static void
append_word (GRand   *rand,
             GString *text,
             guint    n_letters)
{
  g_string_append_c (text, ' ');
  for (guint i = 0; i < n_letters; i++)
    g_string_append_c (text, (char) g_rand_int_range (rand, 'a', 'z' + 1));
}

/* A clause and what became of it. What is kept stands in islands of up to @island words, between
 * changes of one word or a few: the smaller they are, the more it costs to take them in. */
static void
write_pair (GRand   *rand,
            guint    island,
            gboolean punctuation,
            GString *old_text,
            GString *new_text)
{
  static const char *const weak[] = { " the", " of", " and", " to", " in", ",", ";" };
  gint32 n_weak = punctuation ? (gint32) G_N_ELEMENTS (weak) : 5;
  guint n_changes = (guint) g_rand_int_range (rand, 1, 12);

  for (guint i = 0; i < 6; i++)
    {
      gsize length = old_text->len;

      append_word (rand, old_text, 7);
      g_string_append (new_text, old_text->str + length);
    }
  for (guint k = 0; k < n_changes; k++)
    {
      guint n_kept = (guint) g_rand_int_range (rand, 1, (gint32) island + 1);

      for (guint i = (guint) g_rand_int_range (rand, 0, 3); i > 0; i--)
        append_word (rand, old_text, 5);
      append_word (rand, new_text, 5);
      for (guint i = 0; i < n_kept; i++)
        {
          gsize length = old_text->len;

          if (g_rand_int_range (rand, 0, 3) > 0)
            g_string_append (old_text, weak[g_rand_int_range (rand, 0, n_weak)]);
          else
            append_word (rand, old_text, 6);
          g_string_append (new_text, old_text->str + length);
        }
    }
  g_string_append (old_text, punctuation ? "." : " end");
  g_string_append (new_text, punctuation ? "." : " end");
}

static void
add_clause (GlossDocumentBuilder *builder,
            guint                 number,
            const char           *text)
{
  g_autofree char *label = g_strdup_printf ("%u.", number);

  gloss_document_builder_add_clause (builder, &(GlossClauseData) {
    .id = label, .label = label, .text = text, .kind = GLOSS_CLAUSE_PARAGRAPH });
}

static GlossComparison *
compare_random (GRand   *rand,
                guint    n,
                guint    island,
                gboolean punctuation)
{
  g_autoptr (GlossDocumentBuilder) old_builder = gloss_document_builder_new ();
  g_autoptr (GlossDocumentBuilder) new_builder = gloss_document_builder_new ();
  g_autoptr (GlossDocument) old_document = NULL;
  g_autoptr (GlossDocument) new_document = NULL;
  guint n_new = 0;

  gloss_document_builder_set_language (old_builder, "en");
  gloss_document_builder_set_language (new_builder, "en");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) old_text = g_string_new ("States shall");
      g_autoptr (GString) new_text = g_string_new ("States shall");
      g_autoptr (GString) other_old = g_string_new (NULL);
      g_autoptr (GString) other_new = g_string_new (NULL);

      write_pair (rand, island, punctuation, old_text, new_text);
      write_pair (rand, island, punctuation, other_old, other_new);
      g_string_append (old_text, other_old->str);
      add_clause (old_builder, i + 1, old_text->str);
      /* One of eight is split. */
      if (g_rand_int_range (rand, 0, 8) > 0)
        g_string_append (new_text, other_new->str);
      add_clause (new_builder, ++n_new, new_text->str);
      if (!g_str_has_suffix (new_text->str, other_new->str))
        add_clause (new_builder, ++n_new, other_new->str + 1);
    }
  old_document = gloss_document_builder_end (old_builder);
  new_document = gloss_document_builder_end (new_builder);

  return gloss_comparison_new (old_document, new_document, NULL, NULL);
}

/* A quarter more than the least, or eight, whatever the texts are: of all the rows, and of those that
 * are neither split nor merged. */
static void
test_never_more (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (125);
  guint n_held = 0;
  guint n_unbound = 0;

  for (guint round = 0; round < 120; round++)
    {
      guint n = round % 10 == 0 ? 30 : 1 + round % 7;
      gboolean punctuation = g_rand_boolean (rand);
      g_autoptr (GlossComparison) comparison = compare_random (rand, n, 1 + round % 16, punctuation);
      const GlossComparisonSummary *summary = gloss_comparison_get_summary (comparison);
      Sum all = { 0 }, singles = { 0 }, unbound = { 0 };

      add_up (comparison, &all, &singles, &unbound);
      g_assert_cmpuint (all.changed, <=, get_most (&all));
      g_assert_cmpuint (singles.changed, <=, get_most (&singles));
      g_assert_cmpuint (summary->words_removed, ==, all.removed);
      g_assert_cmpuint (summary->words_added, ==, all.added);

      n_held += unbound.changed > get_most (&all);
      n_unbound += all.least > 0 && unbound.changed <= get_most (&all);
      /* No further than it takes. */
      if (unbound.changed <= get_most (&all) && singles.changed == all.changed && !punctuation)
        g_assert_cmpuint (all.changed, ==, unbound.changed);
    }

  /* There were pairs of both sorts. */
  g_assert_cmpuint (n_held, >, 20);
  g_assert_cmpuint (n_unbound, >, 20);
}

static void
assert_stretches (GlossComparison *comparison,
                  guint            row_number,
                  guint            expected)
{
  guint n_stretches;

  gloss_comparison_row_get_stretches (gloss_comparison_get_row (comparison, row_number), &n_stretches);
  g_assert_cmpuint (n_stretches, ==, expected);
}

/* A phrase that was replaced is in one piece where little else changed. */
static void
test_short_pair (void)
{
  static const char *const old_clauses[] = {
    "(a)", "Not to pose threats to the stability of all the States concerned", NULL
  };
  static const char *const new_clauses[] = {
    "(a)", "Not to run counter to the maintenance of any of the obligations concerned", NULL
  };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);

  g_assert_cmpuint (gloss_comparison_get_n_rows (comparison), ==, 1);
  assert_stretches (comparison, 0, 4);
}

/* Where the whole asks for it, a clause of many small changes gives way, and one that was replaced
 * stays in one piece. */
static void
test_replaced_gives_way_last (void)
{
  static const char *const old_clauses[] = {
    "1.", "Not to pose threats to the stability of all the States concerned",
    "2.", "The Agency shall review permits for vessels surveys for harbours tariffs for pilots ledgers for "
          "tankers quotas before each session of the Assembly of the Parties",
    NULL
  };
  static const char *const new_clauses[] = {
    "1.", "Not to run counter to the maintenance of any of the obligations concerned",
    "2.", "The Agency shall review licences for vessels reports for harbours charges for pilots accounts for "
          "tankers limits before each session of the Assembly of the Parties",
    NULL
  };
  g_autoptr (GlossComparison) comparison = gloss_test_compare (old_clauses, new_clauses);

  g_assert_cmpuint (gloss_comparison_get_n_rows (comparison), ==, 2);
  assert_stretches (comparison, 0, 4);
  assert_stretches (comparison, 1, 5 * 3 + 1);
}

/* Signs of punctuation are no words: a list of which every word was replaced is one change, for it
 * costs none; and where the signs changed and no word did, the words stay. */
static void
test_punctuation (void)
{
  static const char *const replaced_old[] = {
    "(a)", "The Agency shall keep the registers of vessels, harbours, pilots, tankers, cranes, wharves, quays, "
           "docks, locks, canals, bridges, buoys and lights", NULL
  };
  static const char *const replaced_new[] = {
    "(a)", "The Agency shall keep the registers of permits, surveys, tariffs, ledgers, quotas, audits, grants, "
           "loans, fees, fines, claims, leases and lights", NULL
  };
  static const char *const commas[] = {
    "(a)", "vessels, harbours, pilots, tankers, cranes, wharves, quays, docks, locks, canals, bridges and lights", NULL
  };
  static const char *const semicolons[] = {
    "(a)", "vessels; harbours; pilots; tankers; cranes; wharves; quays; docks; locks; canals; bridges and lights", NULL
  };
  g_autoptr (GlossComparison) replaced = gloss_test_compare (replaced_old, replaced_new);
  g_autoptr (GlossComparison) other_signs = gloss_test_compare (commas, semicolons);

  assert_stretches (replaced, 0, 4);
  assert_stretches (other_signs, 0, 10 * 3 + 1);
  g_assert_cmpuint (gloss_comparison_get_summary (other_signs)->words_removed, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/comparison-bound/never-more", test_never_more);
  g_test_add_func ("/comparison-bound/short-pair", test_short_pair);
  g_test_add_func ("/comparison-bound/replaced-gives-way-last", test_replaced_gives_way_last);
  g_test_add_func ("/comparison-bound/punctuation", test_punctuation);

  return g_test_run ();
}
