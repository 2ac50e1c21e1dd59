/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole comparison beside what others offer, in one run and on the same texts, which are made up
 * here or given: time, changed words and peak memory, each as a ratio. The time is that of the
 * processor, so that what else the machine does counts little, and that of the clock, which shows
 * what is done side by side. Peers that are not installed are left out, and what takes too long is
 * ended. Of several runs the median counts. */

#include <glib/gstdio.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "law-generator.h"
#include "statute-generator.h"

#define MAX_RUNS 31

/* What both git and dwdiff cut at: a run of letters and digits, or any other sign. */
#define TOKENS "[[:alnum:]]+|[^[:space:]]"

static const struct
{
  const char *name;
  const char *what;
  LawEdits edits; /* none: of the statute */
} sets[] = {
  { "light", "a law with light edits",
    { .reworded = 60, .depth = 20, .inserted = 15, .dropped = 15, .moved = 5, .moved_reworded = 3,
      .split = 5, .merged = 5 } },
  { "medium", "a law with medium edits",
    { .reworded = 250, .depth = 40, .inserted = 50, .dropped = 50, .moved = 20, .moved_reworded = 10,
      .split = 20, .merged = 20 } },
  { "heavy", "a law with heavy edits",
    { .reworded = 600, .depth = 70, .inserted = 120, .dropped = 120, .moved = 30, .moved_reworded = 20,
      .split = 30, .merged = 30 } },
  { "statute", "a statute with new, repealed and moved chapters", { 0 } },
};

static int limit = 20;
static int n_runs = 7;
static int n_paragraphs = 11000;
static char *folder;
static char *set_name;
static char **operands;

static const GOptionEntry options[] = {
  { "limit", 0, 0, G_OPTION_ARG_INT, &limit, "End what takes longer (20)", "SECONDS" },
  { "runs", 0, 0, G_OPTION_ARG_INT, &n_runs, "Run what takes less than a second so often (7)", "N" },
  { "set", 0, 0, G_OPTION_ARG_STRING, &set_name, "Only light, medium, heavy or statute", "NAME" },
  { "paragraphs", 0, 0, G_OPTION_ARG_INT, &n_paragraphs, "How long the texts are (11000)", "N" },
  { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Keep the texts there", "FOLDER" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &operands, NULL, NULL },
  G_OPTION_ENTRY_NULL
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
  double cpu[MAX_RUNS];   /* seconds, sorted */
  double clock[MAX_RUNS]; /* likewise */
  guint n;
  double mib;             /* peak */
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
          Result      *result)
{
  gint64 begin = g_get_monotonic_time ();
  struct rusage usage;
  int status;
  double seconds;
  pid_t child;

  fflush (stdout);
  child = fork ();
  if (child == 0)
    {
      struct rlimit cpu = { (rlim_t) limit, (rlim_t) limit + 1 };

      setrlimit (RLIMIT_CPU, &cpu);
      if (freopen (output_path, "w", stdout) == NULL || dup2 (STDOUT_FILENO, STDERR_FILENO) < 0)
        _exit (127);
      execvp (argv[0], argv);
      _exit (127);
    }

  if (wait4 (child, &status, 0, &usage) != child)
    return FALSE;
  seconds = usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6 +
            usage.ru_stime.tv_sec + usage.ru_stime.tv_usec / 1e6;
  result->cpu[result->n] = seconds;
  result->clock[result->n] = (g_get_monotonic_time () - begin) / 1e6;
  result->n++;
  result->mib = usage.ru_maxrss / 1024.0;
  /* wdiff starts another program, which may be the one that is ended. */
  result->late = seconds >= limit - 0.2 ||
                 (WIFSIGNALED (status) && (WTERMSIG (status) == SIGXCPU || WTERMSIG (status) == SIGKILL));
  /* A difference makes most of them end with 1. */
  return result->late || (WIFEXITED (status) && WEXITSTATUS (status) <= 1);
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
         const char      *old_path,
         const char      *new_path,
         Result          *result)
{
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

  result->missing = !run_once (argv, output_path, result);
  if (result->missing)
    return FALSE;
  qsort (result->cpu, result->n, sizeof (double), compare_doubles);
  qsort (result->clock, result->n, sizeof (double), compare_doubles);
  if (result->n == 1 && !result->late &&
      g_file_get_contents (output_path, &output, NULL, NULL))
    result->changed = contender->count (output);
  return result->n < (guint) n_runs && result->cpu[result->n / 2] < 1;
}

static gboolean
write_text (const char *name,
            GString    *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_set_contents (path, text->str, (gssize) text->len, NULL);
}

/* In a process of its own: what this one takes counts as memory of every program it starts. */
static void
write_texts (const LawEdits *edits)
{
  pid_t child;

  fflush (stdout);
  child = fork ();
  if (child == 0 && edits->reworded == 0)
    {
      g_autoptr (Statute) statute = statute_new ((guint) n_paragraphs, 11);

      _exit (write_text ("old.txt", statute->old_text) && write_text ("new.txt", statute->new_text) ? 0 : 1);
    }
  if (child == 0)
    {
      g_autoptr (Law) law = law_new (LAW_ENGLISH, (guint) n_paragraphs, FALSE, edits, 11);

      for (guint side = 0; side < 2; side++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          guint n = side == 0 ? law->old_texts->len : law->new_clauses->len;

          for (guint i = 0; i < n; i++)
            {
              /* Without numbers, which would make every line after an insertion differ for git. */
              g_string_append (text, side == 0 ? g_ptr_array_index (law->old_texts, i)
                                               : g_array_index (law->new_clauses, LawClause, i).text);
              g_string_append (text, "\n\n");
            }
          if (!write_text (side == 0 ? "old.txt" : "new.txt", text))
            _exit (1);
        }
      _exit (0);
    }
  waitpid (child, NULL, 0);
}

/* In bytes. */
static double
get_size (const char *path)
{
  GStatBuf file;

  return g_stat (path, &file) == 0 ? (double) file.st_size : 0;
}

/* By how many times of the others, or where it was ended, of how many at least. */
static void
print_times (const Result *result,
             const Result *git,
             const Result *ours,
             gsize         times)
{
  double seconds = G_STRUCT_MEMBER (double, result, times + result->n / 2 * sizeof (double));

  printf ("  %8.3f s %7.2f %7.2f%s", seconds,
          seconds / G_STRUCT_MEMBER (double, git, times + git->n / 2 * sizeof (double)),
          seconds / G_STRUCT_MEMBER (double, ours, times + ours->n / 2 * sizeof (double)),
          result->late ? "+" : " ");
}

static void
print_result (const Contender *contender,
              const Result    *result,
              const Result    *git,
              const Result    *ours,
              double           input)
{
  printf ("  %-22s", contender->name);
  if (result->missing)
    {
      printf ("  not to be had\n");
      return;
    }
  print_times (result, git, ours, G_STRUCT_OFFSET (Result, cpu));
  print_times (result, git, ours, G_STRUCT_OFFSET (Result, clock));
  if (result->late)
    printf ("  ended");
  else
    printf ("  %8ld %7.2f", result->changed, (double) result->changed / git->changed);
  printf ("  %7.1f MiB %6.1f\n", result->mib, result->mib * 1048576 / input);
  fflush (stdout);
}

static void
measure_pair (const char *what,
              const char *cli,
              const char *old_path,
              const char *new_path)
{
  Result results[G_N_ELEMENTS (contenders)] = { 0 };
  gboolean done[G_N_ELEMENTS (contenders)] = { 0 };

  printf ("%s, %.2f + %.2f MB\n  %-22s  %10s %7s %7s   %10s %7s %7s   %8s %7s  %11s %6s\n", what,
          get_size (old_path) / 1e6, get_size (new_path) / 1e6, "", "processor", "of git", "of ours",
          "clock", "of git", "of ours", "changed", "of git", "peak", "inputs");
  for (int run = 0; run < n_runs; run++)
    for (guint i = 0; i < G_N_ELEMENTS (contenders); i++)
      if (!done[i])
        done[i] = !measure (&contenders[i], cli, old_path, new_path, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (contenders); i++)
    print_result (&contenders[i], &results[i], &results[0], &results[1],
                  get_size (old_path) + get_size (new_path));
}

static void
measure_sets (const char *cli)
{
  g_autofree char *old_path = g_build_filename (folder, "old.txt", NULL);
  g_autofree char *new_path = g_build_filename (folder, "new.txt", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autofree char *what = g_strdup_printf ("%s: %s, %d paragraphs", sets[i].name, sets[i].what, n_paragraphs);

      if (set_name != NULL && !g_str_equal (set_name, sets[i].name))
        continue;
      write_texts (&sets[i].edits);
      measure_pair (what, cli, old_path, new_path);
    }
}

static void
remove_folder (void)
{
  static const char *const names[] = { "old.txt", "new.txt", "output" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("GLOSSATOR-CLI [OLD NEW]");
  g_autoptr (GError) error = NULL;
  gboolean keep;
  guint n_operands;

  g_option_context_set_summary (context, "Compares texts, made-up ones or OLD and NEW, with glossator-cli and its peers.");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 2;
    }
  n_operands = operands != NULL ? g_strv_length (operands) : 0;
  if ((n_operands != 1 && n_operands != 3) || limit < 1 || n_runs < 1 || n_runs > MAX_RUNS || n_paragraphs < 200)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      fputs (help, stderr);
      return 2;
    }

  keep = folder != NULL;
  if (!keep)
    folder = g_dir_make_tmp ("benchmark-XXXXXX", NULL);
  if (folder == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    {
      fprintf (stderr, "There is no folder for the texts\n");
      return 1;
    }

  printf ("Built as \"%s\", -O%s\n", BUILD_TYPE, BUILD_OPTIMIZATION);
  if (n_operands == 3)
    measure_pair ("the texts given", operands[0], operands[1], operands[2]);
  else
    measure_sets (operands[0]);

  if (!keep)
    remove_folder ();
  return 0;
}
