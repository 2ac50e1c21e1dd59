/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "annotation/gloss-annotation-filter.h"
#include "annotation/gloss-annotation-json.h"
#include "annotation/gloss-annotation-store.h"

static const char help[] =
  "Usage: benchmark-store [FOLDER]\n"
  "\n"
  "What the store costs as it grows: one document with 10, 1,000, 10,000 and 100,000 annotations, on the\n"
  "disk of FOLDER, by default the current one.\n"
  "\n"
  "  load    the time and the memory that opening takes, beside json_parser_load_from_file () on the same\n"
  "          file: clock and processors, the fastest of several; memory in parts of the file's size\n"
  "  change  the bytes of a change, and its time beside a bare append of as many bytes with fdatasync ()\n"
  "          to a file in the same folder, made in turns\n"
  "  search  the time and the memory until a store that is opened without blocking can be searched; the\n"
  "          time to search all annotations, for the first time and again, and to filter them by tag and\n"
  "          by tag, color, author and date\n"
  "\n"
  "Each is measured in a process of its own, so that one does not pay for the other. With 100,000\n"
  "annotations the goals are: load in at most 0.5 of json-glib's time and 3 times the file's size of\n"
  "memory; a change less than 1000 us beyond the bare append; search within 50 ms.\n";

#define SYMBOL    "A/69/723"
#define FILE_NAME "A_69_723.json"
#define N_CHANGES 500
#define N_LOADS   5

static const guint sizes[] = { 10, 1000, 10000, 100000 };

static const char *const words[] = {
  "State", "sovereignty", "information", "security", "cooperation", "principle", "norms", "respect",
  "infrastructure", "共同", "信息安全", "国际", "souveraineté", "États", "delegation", "position",
  "agree", "object", "capacity", "building", "confidence", "measures", "voluntary", "resolution",
};

static const char *const tags[] = { "internet-governance", "position/agreed", "question", "国际法", "capacity" };

typedef enum
{
  MEASURE_LOAD,
  MEASURE_JSON_GLIB,
  MEASURE_CHANGES,
  MEASURE_SEARCH,
} Measure;

typedef struct
{
  double seconds;
  double cpu;    /* seconds of the processors: what else the machine does counts little */
  double memory; /* bytes, at the most */
} Load;

typedef struct
{
  double median;   /* seconds */
  double worst;    /* of a hundred, the 99th */
  double bare;     /* the median of the bare append */
  double bytes;    /* for each change */
} Changes;

typedef struct
{
  double ready;  /* seconds until the window can search */
  double memory;
  double first;
  double next;
  double by_tag;
  double by_all;
  guint  n_found;
} Search;

static double
now (void)
{
  return g_get_monotonic_time () / (double) G_USEC_PER_SEC;
}

static double
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_percentile (GArray *times,
                guint   percent)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, (times->len - 1) * percent / 100);
}

static char *
make_text (GRand *random,
           guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static GlossAnnotation *
make_annotation (GRand *random)
{
  g_autofree char *note = make_text (random, g_rand_int_range (random, 3, 25));
  g_autofree char *exact = make_text (random, 4);
  g_autofree char *prefix = make_text (random, 3);
  g_autofree char *suffix = make_text (random, 3);
  g_autofree char *clause = g_strdup_printf ("annex__para_2__item_%d", g_rand_int_range (random, 1, 200));
  const char *tag = tags[g_rand_int_range (random, 0, G_N_ELEMENTS (tags))];
  gint64 start = g_rand_int_range (random, 0, 400);
  g_autoptr (GlossAnchor) anchor = gloss_anchor_new (&(GlossAnchorData) {
    .symbol = SYMBOL,
    .language = "en",
    .source = "https://undocs.org/en/A/69/723",
    .clause_id = clause,
    .exact = exact,
    .prefix = prefix,
    .suffix = suffix,
    .start = start,
    .end = start + g_utf8_strlen (exact, -1),
  });

  return gloss_annotation_new (anchor, note, (const char *[]) { tag, NULL },
                               g_rand_int_range (random, 0, GLOSS_N_COLORS), "A delegate");
}

/* The folder with the collection, which is written as the store writes it. */
static char *
make_folder (const char *parent,
             guint       n_annotations)
{
  char *folder = g_strdup_printf ("%s/store-%u", parent, n_annotations);
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (GPtrArray) annotations = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (n_annotations);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_annotations; i++)
    g_ptr_array_add (annotations, make_annotation (random));

  text = gloss_annotation_collection_write (annotations, SYMBOL, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_set_contents (path, text, -1, &error))
    g_error ("Could not write %s", path);

  return folder;
}

/* The number behind @name in a file of /proc/self. */
static double
read_proc (const char *file,
           const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents (file, &text, NULL, NULL) || (line = strstr (text, name)) == NULL)
    return 0;

  return g_ascii_strtod (line + strlen (name), NULL);
}

static double
get_peak_bytes (void)
{
  return read_proc ("/proc/self/status", "VmHWM:") * 1024;
}

static GlossAnnotationStore *
open_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_annotation_store_open (folder, SYMBOL, GLOSS_STORE_STRICT, &error);

  if (store == NULL)
    g_error ("%s", error->message);
  return store;
}

static void
measure_load (const char *folder,
              gpointer    result)
{
  Load *load = result;
  double before = get_peak_bytes ();
  double cpu = get_cpu ();
  double start = now ();
  g_autoptr (GlossAnnotationStore) store = open_store (folder);

  load->seconds = now () - start;
  load->cpu = get_cpu () - cpu;
  load->memory = get_peak_bytes () - before;
}

static void
measure_json_glib (const char *folder,
                   gpointer    result)
{
  Load *load = result;
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  double before = get_peak_bytes ();
  double cpu = get_cpu ();
  double start = now ();

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s", error->message);

  load->seconds = now () - start;
  load->cpu = get_cpu () - cpu;
  load->memory = get_peak_bytes () - before;
}

static void
append_bare (int         fd,
             const char *bytes,
             gsize       length,
             GArray     *times)
{
  double start = now ();
  double taken;

  if (write (fd, bytes, length) != (gssize) length || fdatasync (fd) != 0)
    g_error ("Could not write");
  taken = now () - start;
  g_array_append_val (times, taken);
}

static void
make_change (GlossAnnotationStore *store,
             GRand                *random,
             guint                 number,
             GArray               *times)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (G_LIST_MODEL (store), g_rand_int_range (random, 0, n));
  g_autoptr (GlossAnnotation) new_one = make_annotation (random);
  g_autofree char *note = make_text (random, 12);
  g_autoptr (GError) error = NULL;
  double start = now ();
  double taken;

  switch (number % 5)
    {
    case 0:
      gloss_annotation_store_add (store, new_one, &error);
      break;
    case 1:
      gloss_annotation_store_remove (store, annotation, &error);
      break;
    case 2:
      gloss_annotation_store_undo (store, &error);
      break;
    default:
      gloss_annotation_store_set_note (store, annotation, note, &error);
    }
  taken = now () - start;
  g_array_append_val (times, taken);

  if (error != NULL)
    g_error ("%s", error->message);
}

static void
measure_changes (const char *folder,
                 gpointer    result)
{
  Changes *changes = result;
  g_autoptr (GlossAnnotationStore) store = open_store (folder);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *path = g_build_filename (folder, "bare", NULL);
  g_autofree char *zeros = g_malloc0 (65536);
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
  double total = 0;

  for (guint i = 0; i < N_CHANGES; i++)
    {
      double before = read_proc ("/proc/self/io", "wchar: ");
      double written;

      make_change (store, random, i, times);
      written = read_proc ("/proc/self/io", "wchar: ") - before;
      append_bare (fd, zeros, CLAMP (written, 1, 65536), bare_times);
      total += written;
    }
  close (fd);
  g_unlink (path);

  changes->bytes = total / N_CHANGES;
  changes->median = get_percentile (times, 50);
  changes->worst = get_percentile (times, 99);
  changes->bare = get_percentile (bare_times, 50);
}

static double
search (GListModel *model,
        const char *text,
        guint      *n_found)
{
  double start = now ();
  g_autoptr (GlossSearchWords) search_words = gloss_search_words_new (text);
  guint n = g_list_model_get_n_items (model);

  *n_found = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (model, i);

      *n_found += gloss_annotation_matches_words (annotation, search_words);
    }

  return now () - start;
}

static double
filter (GListModel                    *model,
        const GlossAnnotationCriteria *criteria,
        guint                         *n_found)
{
  double start = now ();
  g_autoptr (GlossAnnotationFilter) made = gloss_annotation_filter_new (criteria);
  guint n = g_list_model_get_n_items (model);

  *n_found = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GlossAnnotation) annotation = g_list_model_get_item (model, i);

      *n_found += gloss_annotation_filter_match (made, annotation);
    }

  return now () - start;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GlossAnnotationStore **store = user_data;
  g_autoptr (GError) error = NULL;

  *store = gloss_annotation_store_open_finish (result, &error);
  if (*store == NULL)
    g_error ("%s", error->message);
}

/* As the window opens it. */
static void
measure_search (const char *folder,
                gpointer    result)
{
  Search *times = result;
  g_autoptr (GlossAnnotationStore) store = NULL;
  double before = get_peak_bytes ();
  double start = now ();
  GListModel *model;
  guint n_filtered;

  gloss_annotation_store_open_async (folder, SYMBOL, GLOSS_STORE_STRICT, NULL, NULL, NULL, opened_cb, &store);
  while (store == NULL)
    g_main_context_iteration (NULL, TRUE);
  times->ready = now () - start;
  times->memory = get_peak_bytes () - before;
  model = G_LIST_MODEL (store);

  times->first = search (model, "etats", &times->n_found);
  times->next = search (model, "etats INFORMATION", &times->n_found);

  times->by_tag = filter (model, &(GlossAnnotationCriteria) { .tag = "question", .color = -1 }, &n_filtered);
  times->n_found += n_filtered;
  times->by_all = filter (model, &(GlossAnnotationCriteria) { .tag = "position", .color = GLOSS_COLOR_YELLOW,
                                                              .author = "A. Delegate", .since = "2015" }, &n_filtered);
  times->n_found += n_filtered;
}

/* What this program does when it is started again as "--measure NUMBER FOLDER". */
static const struct
{
  void (*measure) (const char *folder, gpointer result);
  gsize size; /* of the result, which it writes to its standard output */
} measures[] = {
  [MEASURE_LOAD] = { measure_load, sizeof (Load) },
  [MEASURE_JSON_GLIB] = { measure_json_glib, sizeof (Load) },
  [MEASURE_CHANGES] = { measure_changes, sizeof (Changes) },
  [MEASURE_SEARCH] = { measure_search, sizeof (Search) },
};

static int
measure_here (Measure     number,
              const char *folder)
{
  g_autofree gpointer result = g_malloc0 (measures[number].size);

  measures[number].measure (folder, result);
  return write (STDOUT_FILENO, result, measures[number].size) == (gssize) measures[number].size ? 0 : 1;
}

static void
measure_apart (Measure     number,
               const char *folder,
               gpointer    result)
{
  g_autofree char *number_text = g_strdup_printf ("%d", number);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char *arguments[] = { program, "--measure", number_text, folder, NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  if (process == NULL || !g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error))
    g_error ("%s", error->message);
  if (!g_subprocess_get_successful (process) || g_bytes_get_size (output) != measures[number].size)
    g_error ("A measurement failed");

  memcpy (result, g_bytes_get_data (output, NULL), measures[number].size);
}

/* The fastest of several, with its memory. */
static Load
measure_loads (Measure     number,
               const char *folder)
{
  Load best = { G_MAXDOUBLE, 0, 0 };

  for (guint i = 0; i < N_LOADS; i++)
    {
      Load load;

      measure_apart (number, folder, &load);
      if (load.seconds < best.seconds)
        best = load;
    }

  return best;
}

static void
delete_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *parent = g_build_filename (argc > 1 ? argv[1] : ".", "benchmark-store-XXXXXX", NULL);
  char *folders[G_N_ELEMENTS (sizes)];

  if (argc > 1 && g_str_equal (argv[1], "--help"))
    {
      fputs (help, stdout);
      return 0;
    }
  if (argc == 4 && g_str_equal (argv[1], "--measure"))
    return measure_here ((Measure) g_ascii_strtoull (argv[2], NULL, 10), argv[3]);

  if (g_mkdtemp (parent) == NULL)
    g_error ("Could not make a folder in %s", argc > 1 ? argv[1] : ".");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    folders[i] = make_folder (parent, sizes[i]);
  printf ("%-12s %9s | %9s %9s %6s | %9s %9s %6s | %7s %7s\n", "load", "file, kB", "store, ms", "json, ms", "ratio",
          "cpu, ms", "json, ms", "ratio", "mem/f", "json/f");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], FILE_NAME, NULL);
      Load store = measure_loads (MEASURE_LOAD, folders[i]);
      Load json = measure_loads (MEASURE_JSON_GLIB, folders[i]);
      GStatBuf info;

      g_stat (path, &info);
      printf ("%-12u %9.0f | %9.2f %9.2f %6.2f | %9.2f %9.2f %6.2f | %7.2f %7.2f\n", sizes[i], info.st_size / 1e3,
              store.seconds * 1e3, json.seconds * 1e3, store.seconds / json.seconds,
              store.cpu * 1e3, json.cpu * 1e3, store.cpu / json.cpu,
              store.memory / info.st_size, json.memory / info.st_size);
    }

  printf ("\n%-12s %9s | %9s %9s %9s %9s\n", "change", "bytes", "median us", "bare us", "beyond us", "99th us");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Changes changes;

      measure_apart (MEASURE_CHANGES, folders[i], &changes);
      printf ("%-12u %9.0f | %9.1f %9.1f %9.1f %9.1f\n", sizes[i], changes.bytes, changes.median * 1e6,
              changes.bare * 1e6, (changes.median - changes.bare) * 1e6, changes.worst * 1e6);
    }

  printf ("\n%-12s %9s | %9s %7s | %9s %9s %10s %10s\n", "search", "found", "ready, ms", "mem/f", "first, ms",
          "next, ms", "by tag, ms", "by all, ms");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], FILE_NAME, NULL);
      GStatBuf info;
      Search times;

      measure_apart (MEASURE_SEARCH, folders[i], &times);
      g_stat (path, &info);
      printf ("%-12u %9u | %9.2f %7.2f | %9.2f %9.2f %10.2f %10.2f\n", sizes[i], times.n_found, times.ready * 1e3,
              times.memory / info.st_size, times.first * 1e3, times.next * 1e3, times.by_tag * 1e3, times.by_all * 1e3);
    }

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      delete_folder (folders[i]);
      g_free (folders[i]);
    }
  g_rmdir (parent);

  return 0;
}
