/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole comparison beside what others offer, in one run and on the same texts, which are made up
 * here: time, changed words and peak memory, each as a ratio. Times are those of the processor, so
 * that what else the machine does counts little. Peers that are not installed are left out, and
 * what takes too long is ended.
 *
 * benchmark-peers GLOSSATOR-CLI [SECONDS [FOLDER]]: SECONDS bounds each run, 20 by default; the
 * texts stay in FOLDER where one is given. */

#include <glib/gstdio.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "law-generator.h"

#define N_RUNS 7

/* What both git and dwdiff cut at: a run of letters and digits, or any other sign. */
#define TOKENS "[[:alnum:]]+|[^[:space:]]"

static const char *const set_names[] = { "English, light", "English, medium", "English, heavy" };

static const LawEdits set_edits[] = {
  { .reworded = 60, .depth = 20, .inserted = 15, .dropped = 15, .moved = 5, .moved_reworded = 3,
    .split = 5, .merged = 5 },
  { .reworded = 250, .depth = 40, .inserted = 50, .dropped = 50, .moved = 20, .moved_reworded = 10,
    .split = 20, .merged = 20 },
  { .reworded = 600, .depth = 70, .inserted = 120, .dropped = 120, .moved = 30, .moved_reworded = 20,
    .split = 30, .merged = 30 },
};

/* Reads the changed words, of both texts, out of what a program has printed. */
typedef long (*CountFunc) (const char *output);

typedef struct
{
  const char *name;
  const char *argv[12]; /* OLD and NEW stand for the texts, PEERS for the script beside this file */
  CountFunc count;
} Contender;

typedef struct
{
  double times[N_RUNS];
  guint n_times;
  double seconds; /* the median */
  double mib;     /* peak */
  long changed;
  gboolean missing;
  gboolean late;
} Result;

static long
read_member (const char *output,
             const char *name)
{
  const char *at = strstr (output, name);

  return at != NULL ? strtol (at + strlen (name), NULL, 10) : -1;
}

static long
count_json (const char *output)
{
  return read_member (output, "\"removed\":") + read_member (output, "\"added\":");
}

static long
count_porcelain (const char *output)
{
  const char *at = strstr (output, "\n@@");
  gboolean changed = FALSE;
  gboolean in_word = FALSE;
  long n = 0;

  for (; at != NULL && *at != '\0'; at++)
    {
      gboolean letter = g_ascii_isalnum (*at);

      if (*at == '\n')
        changed = at[1] == '-' || at[1] == '+';
      n += changed && letter && !in_word;
      in_word = letter;
    }

  return n;
}

/* "old.txt: 9 words  5 55% common  2 22% deleted  2 22% changed", and the same for the new text. */
static long
count_statistics (const char *output)
{
  long words, common;
  long n = 0;

  for (const char *at = output; (at = strstr (at, ": ")) != NULL; at++)
    if (sscanf (at, ": %ld words %ld", &words, &common) == 2)
      n += words - common;

  return n;
}

static long
count_number (const char *output)
{
  return strtol (output, NULL, 10);
}

/* The first is what the others are compared to. */
static const Contender contenders[] = {
  { "git, histogram, words", { "git", "diff", "--no-index", "--no-color", "--word-diff=porcelain", "--histogram",
                               "--word-diff-regex=" TOKENS, "OLD", "NEW" }, count_porcelain },
  { "glossator-cli compare", { "CLI", "compare", "--format=json", "OLD", "NEW" }, count_json },
  { "wdiff", { "wdiff", "--statistics", "-123", "OLD", "NEW" }, count_statistics },
  { "dwdiff", { "dwdiff", "--statistics", "-123", "--punctuation", "OLD", "NEW" }, count_statistics },
  { "diff-match-patch", { "python3", "PEERS", "diff-match-patch", "OLD", "NEW" }, count_number },
  { "difflib", { "python3", "PEERS", "difflib", "OLD", "NEW" }, count_number },
};

static gboolean
run_once (char       **argv,
          const char  *output_path,
          guint        limit,
          double      *seconds,
          double      *mib,
          gboolean    *late)
{
  struct rusage usage;
  int status;
  pid_t child;

  fflush (stdout);
  child = fork ();
  if (child == 0)
    {
      struct rlimit cpu = { limit, limit + 1 };

      setrlimit (RLIMIT_CPU, &cpu);
      if (freopen (output_path, "w", stdout) == NULL || dup2 (STDOUT_FILENO, STDERR_FILENO) < 0)
        _exit (127);
      execvp (argv[0], argv);
      _exit (127);
    }

  if (wait4 (child, &status, 0, &usage) != child)
    return FALSE;
  *seconds = usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6 +
             usage.ru_stime.tv_sec + usage.ru_stime.tv_usec / 1e6;
  *mib = usage.ru_maxrss / 1024.0;
  /* wdiff starts another program, which may be the one that is ended. */
  *late = *seconds >= limit - 0.2 ||
          (WIFSIGNALED (status) && (WTERMSIG (status) == SIGXCPU || WTERMSIG (status) == SIGKILL));
  /* A difference makes most of them end with 1. */
  return *late || (WIFEXITED (status) && WEXITSTATUS (status) <= 1);
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* FALSE where it need not be run once more: what is slow is run once. */
static gboolean
measure (const Contender *contender,
         const char      *cli,
         const char      *folder,
         guint            limit,
         Result          *result)
{
  g_autofree char *old_path = g_build_filename (folder, "old.txt", NULL);
  g_autofree char *new_path = g_build_filename (folder, "new.txt", NULL);
  g_autofree char *output_path = g_build_filename (folder, "output", NULL);
  g_autofree char *peers = g_build_filename (BENCHMARKS_DIR, "peers.py", NULL);
  g_autofree char *output = NULL;
  char *argv[G_N_ELEMENTS (contender->argv) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (contender->argv) && contender->argv[i] != NULL; i++)
    {
      const char *word = contender->argv[i];

      argv[i] = (char *) (g_str_equal (word, "OLD") ? old_path :
                          g_str_equal (word, "NEW") ? new_path :
                          g_str_equal (word, "PEERS") ? peers :
                          g_str_equal (word, "CLI") ? cli : word);
    }

  result->missing = !run_once (argv, output_path, limit, &result->times[result->n_times],
                               &result->mib, &result->late);
  if (result->missing)
    return FALSE;
  result->n_times++;
  qsort (result->times, result->n_times, sizeof (double), compare_doubles);
  result->seconds = result->times[result->n_times / 2];
  if (result->n_times == 1 && !result->late &&
      g_file_get_contents (output_path, &output, NULL, NULL))
    result->changed = contender->count (output);
  return result->n_times < N_RUNS && result->seconds < 1;
}

/* In a process of its own: what this one takes counts as memory of every program it starts. */
static void
write_texts (const char     *folder,
             const LawEdits *edits)
{
  pid_t child;

  fflush (stdout);
  child = fork ();
  if (child == 0)
    {
      g_autoptr (Law) law = law_new (LAW_ENGLISH, 11000, FALSE, edits, 11);

      for (guint side = 0; side < 2; side++)
        {
          g_autofree char *path = g_build_filename (folder, side == 0 ? "old.txt" : "new.txt", NULL);
          g_autoptr (GString) text = g_string_new (NULL);
          guint n = side == 0 ? law->old_texts->len : law->new_clauses->len;

          for (guint i = 0; i < n; i++)
            {
              /* Without numbers, which would make every line after an insertion differ for git. */
              g_string_append (text, side == 0 ? g_ptr_array_index (law->old_texts, i)
                                               : g_array_index (law->new_clauses, LawClause, i).text);
              g_string_append (text, "\n\n");
            }
          if (!g_file_set_contents (path, text->str, (gssize) text->len, NULL))
            _exit (1);
        }
      _exit (0);
    }
  waitpid (child, NULL, 0);
}

static double
get_size (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf file;

  return g_stat (path, &file) == 0 ? file.st_size / 1048576.0 : 0;
}

static void
print_result (const Contender *contender,
              const Result    *result,
              const Result    *first,
              double           input_mib,
              guint            limit)
{
  printf ("  %-24s", contender->name);
  if (result->missing)
    printf ("not installed\n");
  else if (result->late)
    printf ("%5s%5u s  %7.0f and more\n", "over", limit, limit / first->seconds);
  else
    printf ("%10.3f s  %7.1f  %8ld  %6.2f  %8.1f MiB  %6.1f\n", result->seconds,
            result->seconds / first->seconds, result->changed, (double) result->changed / first->changed,
            result->mib, result->mib / input_mib);
  fflush (stdout);
}

int
main (int   argc,
      char *argv[])
{
  guint limit = argc > 2 ? (guint) atoi (argv[2]) : 20;
  g_autofree char *folder = argc > 3 ? g_strdup (argv[3]) : g_dir_make_tmp ("benchmark-XXXXXX", NULL);

  if (argc < 2 || folder == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    {
      fprintf (stderr, "Usage: %s GLOSSATOR-CLI [SECONDS [FOLDER]]\n", argv[0]);
      return 2;
    }

  for (guint set = 0; set < G_N_ELEMENTS (set_edits); set++)
    {
      Result results[G_N_ELEMENTS (contenders)] = { 0 };
      gboolean done[G_N_ELEMENTS (contenders)] = { 0 };
      double input_mib;

      write_texts (folder, &set_edits[set]);
      input_mib = get_size (folder, "old.txt") + get_size (folder, "new.txt");
      printf ("%s: 11000 paragraphs, %.2f + %.2f MB\n"
              "  %-24s%12s  %7s  %8s  %6s  %12s  %6s\n", set_names[set],
              get_size (folder, "old.txt") * 1.048576, get_size (folder, "new.txt") * 1.048576,
              "", "time", "of git", "changed", "of git", "peak", "inputs");
      for (guint run = 0; run < N_RUNS; run++)
        for (guint i = 0; i < G_N_ELEMENTS (contenders); i++)
          if (!done[i])
            done[i] = !measure (&contenders[i], argv[1], folder, limit, &results[i]);
      for (guint i = 0; i < G_N_ELEMENTS (contenders); i++)
        print_result (&contenders[i], &results[i], &results[0], input_mib, limit);
    }

  if (argc <= 3)
    {
      static const char *const names[] = { "old.txt", "new.txt", "output" };

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *path = g_build_filename (folder, names[i], NULL);

          g_unlink (path);
        }
      g_rmdir (folder);
    }
  return 0;
}
