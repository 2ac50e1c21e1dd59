/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How good and how fast a comparison is, on laws that are made up here: precision and recall by
 * what became of the clauses, times and peak memory by size, what happens at worst, and how many
 * words are marked. Arguments: "quality", "speed", "worst" or "words" for one of them only; "words"
 * also takes two Akoma Ntoso files. */

#include "comparison/gloss-comparison.h"
#include "comparison/gloss-edit-script.h"
#include "document/gloss-akn-reader.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "law-generator.h"

/* What was told right, told wrong and not told. */
typedef struct
{
  guint right;
  guint told;
  guint true_ones;
} Tally;

typedef struct
{
  Tally pairs;
  Tally moved;
  Tally split;
  Tally merged;
  Tally inserted;
  Tally dropped;
} Quality;

static void
print_tally (const Tally *tally)
{
  double precision = tally->told > 0 ? (double) tally->right / tally->told : 1;
  double recall = tally->true_ones > 0 ? (double) tally->right / tally->true_ones : 1;
  double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;

  if (tally->true_ones == 0 && tally->told == 0)
    printf ("      -              ");
  else
    printf ("  %.4f (%.3f %.3f)", f1, precision, recall);
}

static void
judge (Law             *law,
       GlossComparison *comparison,
       Quality         *quality)
{
  guint n_old = law->old_texts->len;
  g_autofree guint8 *kept = g_new0 (guint8, n_old + 1);

  for (guint j = 0; j < law->new_clauses->len; j++)
    {
      const LawClause *clause = &g_array_index (law->new_clauses, LawClause, j);
      gboolean first_part = clause->part &&
                            (j == 0 || !g_array_index (law->new_clauses, LawClause, j - 1).part ||
                             g_array_index (law->new_clauses, LawClause, j - 1).old_first != clause->old_first);

      quality->pairs.true_ones += clause->n_old;
      quality->moved.true_ones += clause->moved;
      quality->split.true_ones += first_part;
      quality->merged.true_ones += clause->n_old > 1;
      quality->inserted.true_ones += clause->n_old == 0;
      memset (kept + clause->old_first, 1, clause->n_old);
    }
  for (guint i = 0; i < n_old; i++)
    quality->dropped.true_ones += !kept[i];

  for (guint r = 0; r < gloss_comparison_get_n_rows (comparison); r++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, r);
      guint row_n_old = gloss_comparison_row_get_n_old (row);
      guint row_n_new = gloss_comparison_row_get_n_new (row);
      GlossRowState state = gloss_comparison_row_get_state (row);
      guint old_first = row_n_old > 0 ? gloss_clause_get_position (gloss_comparison_row_get_old (row, 0)) : 0;
      guint new_first = row_n_new > 0 ? gloss_clause_get_position (gloss_comparison_row_get_new (row, 0)) : 0;
      const LawClause *clause = &g_array_index (law->new_clauses, LawClause, new_first);
      guint n_parts = 0;

      for (guint j = new_first; j < new_first + row_n_new; j++)
        for (guint i = old_first; i < old_first + row_n_old; i++)
          {
            const LawClause *other = &g_array_index (law->new_clauses, LawClause, j);

            quality->pairs.told++;
            quality->pairs.right += i >= other->old_first && i < other->old_first + other->n_old;
          }

      switch (state)
        {
        case GLOSS_ROW_MOVED:
        case GLOSS_ROW_MOVED_REWORDED:
          quality->moved.told++;
          quality->moved.right += clause->moved && clause->old_first == old_first;
          break;
        case GLOSS_ROW_SPLIT:
          for (guint j = 0; j < law->new_clauses->len; j++)
            {
              const LawClause *other = &g_array_index (law->new_clauses, LawClause, j);

              n_parts += other->part && other->old_first == old_first;
            }
          quality->split.told++;
          quality->split.right += clause->part && clause->old_first == old_first && n_parts == row_n_new;
          break;
        case GLOSS_ROW_MERGED:
          quality->merged.told++;
          quality->merged.right += clause->n_old == row_n_old && clause->old_first == old_first;
          break;
        case GLOSS_ROW_NEW:
          quality->inserted.told++;
          quality->inserted.right += clause->n_old == 0;
          break;
        case GLOSS_ROW_DROPPED:
          quality->dropped.told++;
          quality->dropped.right += !kept[old_first];
          break;
        case GLOSS_ROW_UNCHANGED:
        case GLOSS_ROW_REWORDED:
        case GLOSS_ROW_RENUMBERED:
        default:
          break;
        }
    }
}

static const struct
{
  const char *name;
  LawEdits edits;
} levels[] = {
  { "light", { .reworded = 60, .depth = 20, .inserted = 15, .dropped = 15, .moved = 5, .moved_reworded = 3,
               .split = 5, .merged = 5 } },
  { "medium", { .reworded = 250, .depth = 40, .inserted = 50, .dropped = 50, .moved = 20, .moved_reworded = 10,
                .split = 20, .merged = 20 } },
  { "heavy", { .reworded = 600, .depth = 70, .inserted = 120, .dropped = 120, .moved = 30, .moved_reworded = 20,
               .split = 30, .merged = 30 } },
};

static void
measure_quality (void)
{
  printf ("F1 (precision recall)\n%-16s %-20s %-20s %-20s %-20s %-20s %-20s\n", "",
          "  pairs", "  moved", "  split", "  merged", "  new", "  dropped");
  for (guint language = LAW_ENGLISH; language <= LAW_CHINESE; language++)
    for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
      {
        Quality quality = { 0 };

        for (guint seed = 1; seed <= 8; seed++)
          {
            g_autoptr (Law) law = law_new (language, 120 * seed, FALSE, &levels[level].edits, seed);
            g_autoptr (GlossDocument) old_document = law_get_document (law, FALSE);
            g_autoptr (GlossDocument) new_document = law_get_document (law, TRUE);
            g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document,
                                                                           NULL, NULL);

            judge (law, comparison, &quality);
          }
        printf ("%-8s %-7s", language == LAW_CHINESE ? "Chinese" : "English", levels[level].name);
        print_tally (&quality.pairs);
        print_tally (&quality.moved);
        print_tally (&quality.split);
        print_tally (&quality.merged);
        print_tally (&quality.inserted);
        print_tally (&quality.dropped);
        printf ("\n");
      }
}

static gsize
measure_text (GlossDocument *document)
{
  gsize length = 0;

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    length += strlen (gloss_clause_get_text (gloss_document_get_clause (document, i)));

  return length;
}

/* A line of /proc/self/status, in KiB; 0 where there is none. */
static long
get_status_kib (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, name);
  return line != NULL ? strtol (line + strlen (name), NULL, 10) : 0;
}

/* Compares in a process of its own, for the sake of the peak of its memory. */
static void
measure_speed (const char    *name,
               GlossDocument *old_document,
               GlossDocument *new_document,
               guint          n_runs)
{
  pid_t child;

  fflush (stdout);
  malloc_trim (0);
  child = fork ();
  if (child == 0)
    {
      FILE *refs = fopen ("/proc/self/clear_refs", "w");
      gboolean reset = refs != NULL && fputs ("5", refs) >= 0 && fclose (refs) == 0;
      long before = get_status_kib ("VmRSS:");
      gint64 best = G_MAXINT64;
      const GlossComparisonSummary *summary;
      g_autoptr (GlossComparison) comparison = NULL;

      for (guint run = 0; run < n_runs; run++)
        {
          gint64 start = g_get_monotonic_time ();

          g_clear_object (&comparison);
          comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
          best = MIN (best, g_get_monotonic_time () - start);
          if (run == 0)
            before = get_status_kib ("VmHWM:") - before;
        }
      summary = gloss_comparison_get_summary (comparison);
      printf ("%-34s %6u %6u  %5.2f MB %9.1f ms  %s%6.1f MiB  removed %7u added %7u\n", name,
              gloss_document_get_n_clauses (old_document), gloss_document_get_n_clauses (new_document),
              measure_text (old_document) / 1e6, best / 1e3,
              reset ? "+" : "?", before / 1024.0,
              summary->words_removed, summary->words_added);
      fflush (stdout);
      _exit (0);
    }
  waitpid (child, NULL, 0);
}

static void
measure_law (const char     *name,
             LawLanguage     language,
             guint           n,
             gboolean        alike,
             const LawEdits *edits,
             guint           n_runs)
{
  g_autoptr (Law) law = law_new (language, n, alike, edits, n);
  g_autoptr (GlossDocument) old_document = law_get_document (law, FALSE);
  g_autoptr (GlossDocument) new_document = law_get_document (law, TRUE);

  measure_speed (name, old_document, new_document, n_runs);
}

static GlossDocument *
make_single (const char *text,
             guint       n)
{
  g_autoptr (GlossDocumentBuilder) builder = gloss_document_builder_new ();

  gloss_document_builder_set_language (builder, "en");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u.", i);

      gloss_document_builder_add_clause (builder, &(GlossClauseData) {
        .id = id, .label = id, .text = text, .kind = GLOSS_CLAUSE_PARAGRAPH });
    }

  return gloss_document_builder_end (builder);
}

/* All clauses of a version in one. */
static GlossDocument *
join_law (Law      *law,
          gboolean  new_version)
{
  g_autoptr (GlossDocument) document = law_get_document (law, new_version);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gloss_document_get_n_clauses (document); i++)
    {
      g_string_append (text, gloss_clause_get_text (gloss_document_get_clause (document, i)));
      g_string_append_c (text, ' ');
    }

  return make_single (text->str, 1);
}

static void
measure_worst (void)
{
  const LawEdits none = { 0 };
  g_autoptr (Law) a = law_new (LAW_ENGLISH, 5000, FALSE, &none, 1);
  g_autoptr (Law) b = law_new (LAW_ENGLISH, 5000, FALSE, &none, 2);
  g_autoptr (GlossDocument) a_document = law_get_document (a, FALSE);
  g_autoptr (GlossDocument) b_document = law_get_document (b, FALSE);
  g_autoptr (GlossDocument) a_joined = join_law (a, FALSE);
  g_autoptr (GlossDocument) many_stubs = make_single ("(Repealed)", 10000);
  g_autoptr (GlossDocument) fewer_stubs = make_single ("(Repealed)", 9000);
  g_autoptr (Law) long_law = law_new (LAW_ENGLISH, 5500, FALSE, &levels[1].edits, 3);
  g_autoptr (GlossDocument) long_old = join_law (long_law, FALSE);
  g_autoptr (GlossDocument) long_new = join_law (long_law, TRUE);
  g_autoptr (Law) other_law = law_new (LAW_ENGLISH, 5500, FALSE, &none, 4);
  g_autoptr (GlossDocument) long_other = join_law (other_law, FALSE);

  measure_speed ("unrelated", a_document, b_document, 1);
  measure_law ("all near-identical, light edits", LAW_ENGLISH, 10000, TRUE, &levels[0].edits, 1);
  measure_law ("all near-identical, heavy edits", LAW_ENGLISH, 10000, TRUE, &levels[2].edits, 1);
  measure_speed ("stubs", many_stubs, fewer_stubs, 1);
  measure_speed ("one long clause, edited", long_old, long_new, 1);
  measure_speed ("one long clause, unrelated", long_old, long_other, 1);
  measure_speed ("all clauses in one", a_document, a_joined, 1);
  measure_speed ("one clause in many", a_joined, a_document, 1);
}

/* Adds to @size how many of @tokens touch what the stretches of a row remove (or add). */
static void
add_marked (GlossComparisonRow *row,
            GArray             *tokens,
            GlossDiffOp         op,
            GlossEditSize      *size)
{
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  guint k = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      const GlossToken *token = &g_array_index (tokens, GlossToken, i);

      for (; k < n_stretches; k++)
        {
          guint start = op == GLOSS_DIFF_REMOVED ? stretches[k].old_start : stretches[k].new_start;

          if (stretches[k].op != op || stretches[k].typographic ||
              start + stretches[k].length <= token->start)
            continue;
          if (start < token->start + token->length)
            {
              size->tokens.changed++;
              size->words.changed += token->kind != GLOSS_TOKEN_PUNCTUATION;
            }
          break;
        }
    }
}

static guint
count_changes (GlossComparisonRow *row)
{
  guint n_stretches;
  const GlossDiffStretch *stretches = gloss_comparison_row_get_stretches (row, &n_stretches);
  gboolean in_change = FALSE;
  guint n_changes = 0;

  for (guint k = 0; k < n_stretches; k++)
    {
      gboolean changed = stretches[k].op != GLOSS_DIFF_EQUAL && !stretches[k].typographic;

      n_changes += changed && !in_change;
      in_change = changed;
    }

  return n_changes;
}

static void
print_size (const char          *name,
            const char          *how,
            guint                n_pairs,
            const GlossEditSize *size,
            const GlossEditSize *least)
{
  printf ("%-28s %5u pairs, %-14s %6u words (%.3f of the least), with punctuation %6u (%.3f), %5u changes (%.2f)\n",
          name, n_pairs, how,
          size->words.changed, size->words.changed / (double) MAX (least->words.least, 1),
          size->tokens.changed, size->tokens.changed / (double) MAX (least->tokens.least, 1),
          size->n_changes, size->n_changes / (double) MAX (least->n_changes, 1));
}

/* Changed words and separate changes of all reworded pairs: at each coarseness, and as the comparison
 * tells them. The changes are measured by those of the finest difference. */
static void
measure_words (const char    *name,
               GlossDocument *old_document,
               GlossDocument *new_document)
{
  static const guint coarsenesses[] = { 0, 2, 4, 5, 6, 8 };
  g_autoptr (GlossComparison) comparison = gloss_comparison_new (old_document, new_document, NULL, NULL);
  g_autoptr (GlossTokenizer) tokenizer = gloss_tokenizer_new (gloss_document_get_language (new_document));
  GlossEditSize sums[G_N_ELEMENTS (coarsenesses)] = { 0 };
  GlossEditSize told = { 0 };
  guint n_pairs = 0;

  for (guint r = 0; r < gloss_comparison_get_n_rows (comparison); r++)
    {
      GlossComparisonRow *row = gloss_comparison_get_row (comparison, r);
      GlossRowState state = gloss_comparison_row_get_state (row);
      g_autoptr (GArray) old_tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
      g_autoptr (GArray) new_tokens = g_array_new (FALSE, FALSE, sizeof (GlossToken));
      g_autofree guint8 *old_kept = NULL;
      g_autofree guint8 *new_kept = NULL;

      if (state != GLOSS_ROW_REWORDED && state != GLOSS_ROW_MOVED_REWORDED)
        continue;
      n_pairs++;
      gloss_tokenizer_cut (tokenizer, gloss_comparison_row_get_old_text (row),
                           strlen (gloss_comparison_row_get_old_text (row)), old_tokens);
      gloss_tokenizer_cut (tokenizer, gloss_comparison_row_get_new_text (row),
                           strlen (gloss_comparison_row_get_new_text (row)), new_tokens);
      old_kept = g_new (guint8, old_tokens->len + 1);
      new_kept = g_new (guint8, new_tokens->len + 1);

      for (guint c = 0; c < G_N_ELEMENTS (coarsenesses); c++)
        {
          GlossEditSize size;

          gloss_edit_script (&g_array_index (old_tokens, GlossToken, 0), old_tokens->len,
                             &g_array_index (new_tokens, GlossToken, 0), new_tokens->len,
                             coarsenesses[c], old_kept, new_kept, &size);
          sums[c].words.changed += size.words.changed;
          sums[c].words.least += size.words.least;
          sums[c].tokens.changed += size.tokens.changed;
          sums[c].tokens.least += size.tokens.least;
          sums[c].n_changes += size.n_changes;
        }
      add_marked (row, old_tokens, GLOSS_DIFF_REMOVED, &told);
      add_marked (row, new_tokens, GLOSS_DIFF_ADDED, &told);
      told.n_changes += count_changes (row);
    }

  for (guint c = 0; c < G_N_ELEMENTS (coarsenesses); c++)
    {
      g_autofree char *how = g_strdup_printf ("coarseness %u:", coarsenesses[c]);

      print_size (name, how, n_pairs, &sums[c], &sums[0]);
    }
  print_size (name, "as compared:", n_pairs, &told, &sums[0]);
}

static GlossDocument *
read_file (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;
  GlossDocument *document;

  if (!g_file_get_contents (path, &data, &length, &error))
    g_error ("%s", error->message);
  document = gloss_akn_read (data, length, path, &error);
  if (document == NULL)
    g_error ("%s", error->message);
  return document;
}

static void
measure_laws_words (void)
{
  for (guint language = LAW_ENGLISH; language <= LAW_CHINESE; language++)
    for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
      {
        g_autoptr (Law) law = law_new (language, 2000, FALSE, &levels[level].edits, 9);
        g_autoptr (GlossDocument) old_document = law_get_document (law, FALSE);
        g_autoptr (GlossDocument) new_document = law_get_document (law, TRUE);
        g_autofree char *name = g_strdup_printf ("%s, %s", language == LAW_CHINESE ? "Chinese" : "English",
                                                 levels[level].name);

        measure_words (name, old_document, new_document);
      }
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 100, 1000, 10000, 50000 };
  gboolean all = argc < 2;

  if (argc == 4 && g_str_equal (argv[1], "words"))
    {
      g_autoptr (GlossDocument) old_document = read_file (argv[2]);
      g_autoptr (GlossDocument) new_document = read_file (argv[3]);

      measure_words (argv[2], old_document, new_document);
      return 0;
    }
  if (all || g_str_equal (argv[1], "words"))
    measure_laws_words ();
  if (all || g_str_equal (argv[1], "quality"))
    measure_quality ();
  if (all || g_str_equal (argv[1], "speed"))
    {
      for (guint language = LAW_ENGLISH; language <= LAW_CHINESE; language++)
        for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
          for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
            {
              g_autofree char *name = g_strdup_printf ("%s, %s",
                                                       language == LAW_CHINESE ? "Chinese" : "English",
                                                       levels[level].name);

              measure_law (name, language, sizes[i], FALSE, &levels[level].edits, 3);
            }
    }
  if (all || g_str_equal (argv[1], "worst"))
    measure_worst ();

  return 0;
}
