/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the list of all notes takes: to open, to show the results while somebody types, and to
 * sort. It reports the time on the clock, which depends on what else the machine does, and what the
 * program computed in it; it asserts nothing. It takes a display:
 *
 *   build-aux/env xvfb-run -a dbus-run-session _build/tests/benchmarks/benchmark-all-notes [NOTES [SEARCH]]
 *
 * With SEARCH, only that is typed. */

#include "config.h"

#include "ui/gloss-all-notes-page.h"

#include <stdlib.h>
#include <time.h>

#include "ui/gloss-all-notes-row.h"

#define DEFAULT_NOTES 100000

static const char *const words[] = {
  "sovereignty", "dispute", "peaceful", "infrastructure", "délégation", "information", "security", "threat",
  "multilateral", "transparent", "网络", "主权", "cooperation", "capacity", "measures", "voluntary",
};

/* Milliseconds, on the clock and of this thread's computing. */
typedef struct
{
  double clock;
  double computed;
} Time;

static Time
get_time (void)
{
  struct timespec computed;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &computed);
  return (Time) { (double) g_get_monotonic_time () / 1000,
                  (double) computed.tv_sec * 1000 + (double) computed.tv_nsec / 1000000 };
}

static void
take_time (GArray *times,
           Time    start)
{
  Time time = get_time ();

  time.clock -= start.clock;
  time.computed -= start.computed;
  g_array_append_val (times, time);
}

/* A note of some four hundred bytes: words in an order that is the same in every run. */
static char *
make_text (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Note n%u:", seed);
  while (text->len < 400)
    g_string_append_printf (text, " %s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free_and_steal (text);
}

static void
write_notes (GlossNotebook *notebook,
             GlossDocument *document,
             guint          n_notes)
{
  static const char *const tags[] = { "law", "law/water", "peace", "中文", NULL };
  g_autoptr (GError) error = NULL;
  GlossAnnotationStore *store = gloss_notebook_get_store (notebook, gloss_document_get_symbol (document), &error);

  if (store == NULL)
    g_error ("%s", error->message);

  gloss_annotation_store_begin_group (store, "Write");
  for (guint i = 0; i < n_notes; i++)
    {
      GlossClause *clause = gloss_document_get_clause (document, i * 7 % gloss_document_get_n_clauses (document));
      g_autoptr (GlossAnchor) anchor = gloss_anchor_new_for_clause (document, clause);
      const char *const own[] = { tags[i % 4], NULL };
      g_autofree char *text = make_text (i);
      g_autoptr (GlossAnnotation) annotation = gloss_annotation_new (anchor, text, own, i % GLOSS_N_COLORS, "Ada");

      gloss_annotation_store_add (store, annotation, NULL);
    }
  if (!gloss_annotation_store_end_group (store, &error))
    g_error ("%s", error->message);
}

static gpointer
find (GtkWidget *root,
      GType      type)
{
  gpointer found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

/* Runs the main loop until a frame is painted. */
static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
}

static void
settle (GtkWidget *widget)
{
  for (guint i = 0; i < 3; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      wait_for_frame (widget);
    }
}

static int
compare_clocks (gconstpointer a,
                gconstpointer b)
{
  double difference = ((const Time *) a)->clock - ((const Time *) b)->clock;

  return (difference > 0) - (difference < 0);
}

static int
compare_computed (gconstpointer a,
                  gconstpointer b)
{
  double difference = ((const Time *) a)->computed - ((const Time *) b)->computed;

  return (difference > 0) - (difference < 0);
}

static void
report (const char *what,
        GArray     *times)
{
  guint middle = times->len / 2;
  guint last = times->len - 1;

  g_array_sort (times, compare_clocks);
  g_print ("%-34s clock %6.1f, longest %6.1f;", what, g_array_index (times, Time, middle).clock,
           g_array_index (times, Time, last).clock);
  g_array_sort (times, compare_computed);
  g_print ("  computed %6.1f, longest %6.1f ms  (%u times)\n", g_array_index (times, Time, middle).computed,
           g_array_index (times, Time, last).computed, times->len);
  g_array_set_size (times, 0);
}

/* Types @search letter by letter, and each time waits until the results are on the screen. */
static void
type (GtkWidget  *page,
      const char *search,
      GArray     *times)
{
  GtkEditable *entry = find (page, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (entry, "");
  settle (page);
  for (const char *p = search; *p != '\0'; p = g_utf8_next_char (p))
    {
      int position = (int) g_utf8_strlen (search, p - search);
      Time start = get_time ();

      gtk_editable_insert_text (entry, p, (int) (g_utf8_next_char (p) - p), &position);
      wait_for_frame (page);
      take_time (times, start);
      settle (page);
    }
}

static void
measure_sort (GtkWidget  *page,
              const char *order,
              GArray     *times)
{
  Time start = get_time ();

  gtk_widget_activate_action (page, "all-notes.sort", "s", order);
  wait_for_frame (page);
  take_time (times, start);
  settle (page);
}

int
main (int   argc,
      char *argv[])
{
  guint n_notes = argc > 1 ? (guint) atoi (argv[1]) : DEFAULT_NOTES;
  g_autofree char *folder = g_dir_make_tmp ("gloss-all-notes-XXXXXX", NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (Time));
  g_autoptr (GlossLibrary) library = NULL;
  g_autoptr (GlossNotebook) notebook = NULL;
  g_autoptr (GlossDocument) document = NULL;
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  GtkWidget *window, *page;
  Time start;

  g_setenv ("XDG_DATA_HOME", data, TRUE);
  if (!gtk_init_check ())
    {
      g_printerr ("There is no display.\n");
      return 1;
    }
  adw_init ();

  library = gloss_library_new ();
  notebook = gloss_notebook_new (folder, GLOSS_STORE_STRICT);
  document = gloss_library_load (library, "A/69/723@en", NULL);
  write_notes (notebook, document, n_notes);

  start = get_time ();
  window = gtk_window_new ();
  page = GTK_WIDGET (gloss_all_notes_page_new (library, notebook));
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_frame (window);
  take_time (times, start);
  g_print ("%u notes\n", n_notes);
  report ("opening the list", times);
  settle (page);

  if (argc > 2)
    {
      for (guint i = 0; i < 20; i++)
        type (page, argv[2], times);
      report ("typing", times);
      gtk_window_destroy (GTK_WINDOW (window));
      return 0;
    }

  /* Once, so that what is folded once is. */
  type (page, "zzz", times);
  report ("typing what is nowhere (first time)", times);
  for (guint i = 0; i < 3; i++)
    type (page, "zzz", times);
  report ("typing what is nowhere", times);
  for (guint i = 0; i < 3; i++)
    type (page, "sovereignty", times);
  report ("typing what is in most notes", times);
  for (guint i = 0; i < 3; i++)
    type (page, "n99", times);
  report ("typing what is in few notes", times);
  for (guint i = 0; i < 3; i++)
    type (page, "网络 transparent DELEGATION", times);
  report ("typing three words", times);
  for (guint i = 0; i < 3; i++)
    {
      measure_sort (page, "date", times);
      measure_sort (page, "tag", times);
      measure_sort (page, "place", times);
    }
  report ("sorting", times);

  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
