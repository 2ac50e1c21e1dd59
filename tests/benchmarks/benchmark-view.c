/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the comparison is on the screen: how long it takes until the first rows are there, and
 * how much of the processor each frame takes while somebody scrolls, on laws that are made up
 * here. Needs a display; the figures are those of the renderer that GSK_RENDERER names. The
 * arguments are how many clauses scroll, 10,000 otherwise, and in which way alone: "wheel",
 * "pages", "drag" or "jumps". */

#include "ui/gloss-comparison-list.h"
#include "ui/gloss-comparison-row-widget.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "law-generator.h"

#define N_OPENED 3000

static const LawEdits edits = { .reworded = 250, .depth = 30, .inserted = 30, .dropped = 30, .moved = 30,
                                .moved_reworded = 10, .split = 10, .merged = 10 };

typedef enum
{
  WHEEL, /* one notch a frame */
  PAGES, /* one page a frame */
  DRAG,  /* from one end to the other in as many frames */
  JUMPS, /* anywhere */
  N_WAYS,
} Way;

static const char *const way_names[N_WAYS] = { "wheel", "pages", "drag", "jumps" };

typedef struct
{
  GtkWidget           *window;
  GlossComparisonList *list;
  GtkAdjustment       *adjustment;
  GlossComparison     *comparison;

  Way                  way;
  const char          *only; /* or NULL */
  guint                n_frames;
  guint                frame;
  double               start_ms;
  GArray              *frames; /* double: milliseconds of the processor */
} Bench;

/* Milliseconds that this thread has had of the processor; other work on the machine does not count. */
static double
get_cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static GlossComparison *
compare_laws (guint n_clauses)
{
  g_autoptr (Law) law = law_new (LAW_ENGLISH, n_clauses, FALSE, &edits, 7);
  g_autoptr (GlossDocument) old_document = law_get_document (law, FALSE);
  g_autoptr (GlossDocument) new_document = law_get_document (law, TRUE);

  return gloss_comparison_new (old_document, new_document, NULL, NULL);
}

static GtkWidget *
find_widget (GtkWidget *root,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
before_paint_cb (Bench *bench)
{
  bench->start_ms = get_cpu_ms ();
}

static void
after_paint_cb (Bench *bench)
{
  double ms = get_cpu_ms () - bench->start_ms;

  g_array_append_val (bench->frames, ms);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  Bench *bench = user_data;
  double page = gtk_adjustment_get_page_size (bench->adjustment);
  double range = gtk_adjustment_get_upper (bench->adjustment) - page;
  double value = gtk_adjustment_get_value (bench->adjustment);
  guint frame = bench->frame++;

  switch (bench->way)
    {
    case WHEEL:
      value += 90;
      break;
    case PAGES:
      value += page;
      break;
    case DRAG:
      value = range * frame / bench->n_frames;
      break;
    case JUMPS:
    case N_WAYS:
    default:
      value = range * ((frame * 2654435761u) % 1000) / 1000;
      break;
    }

  gtk_adjustment_set_value (bench->adjustment, value);
  gtk_widget_queue_draw (widget);
  return frame < bench->n_frames ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
report (const char *what,
        GArray     *frames)
{
  guint n = frames->len;
  guint n_slow = 0;

  g_array_sort (frames, compare_doubles);
  for (guint i = 0; i < n; i++)
    n_slow += g_array_index (frames, double, i) > 33;

  printf ("%-22s %5u frames  p50 %6.1f  p95 %6.1f  p99 %6.1f  max %6.1f ms; %u over 33\n", what, n,
          g_array_index (frames, double, n / 2), g_array_index (frames, double, n * 95 / 100),
          g_array_index (frames, double, n * 99 / 100), g_array_index (frames, double, n - 1), n_slow);
  fflush (stdout);
}

static void
bench_scrolling (Bench      *bench,
                 const char *layout,
                 guint       n_frames)
{
  for (bench->way = WHEEL; bench->way < N_WAYS; bench->way++)
    {
      g_autofree char *what = g_strdup_printf ("%s, %s", layout, way_names[bench->way]);

      if (bench->only != NULL && !g_str_equal (bench->only, way_names[bench->way]))
        continue;

      gtk_adjustment_set_value (bench->adjustment, 0);
      for (guint i = 0; i < 50; i++)
        g_main_context_iteration (NULL, FALSE);

      bench->frame = 0;
      bench->n_frames = n_frames;
      g_array_set_size (bench->frames, 0);
      gtk_widget_add_tick_callback (GTK_WIDGET (bench->list), scroll_cb, bench, NULL);
      while (bench->frame <= bench->n_frames)
        g_main_context_iteration (NULL, TRUE);
      report (what, bench->frames);
    }
}

static gboolean
is_shown (Bench *bench)
{
  GtkWidget *row = find_widget (GTK_WIDGET (bench->list), GLOSS_TYPE_COMPARISON_ROW_WIDGET);

  return row != NULL && gtk_widget_get_height (row) > 0 && bench->frames->len > 0;
}

static void
show_list (Bench *bench)
{
  bench->list = g_object_new (GLOSS_TYPE_COMPARISON_LIST, "vexpand", TRUE, NULL);
  gtk_window_set_child (GTK_WINDOW (bench->window), GTK_WIDGET (bench->list));
  bench->adjustment =
    gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (find_widget (GTK_WIDGET (bench->list), GTK_TYPE_LIST_VIEW)));
}

static void
compared_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Bench *bench = user_data;

  bench->comparison = gloss_comparison_new_finish (result, NULL);
  g_array_set_size (bench->frames, 0);
  gloss_comparison_list_set_comparison (bench->list, bench->comparison);
}

/* From the two documents to the first rows on the screen. */
static void
bench_opening (Bench *bench)
{
  g_autoptr (Law) law = law_new (LAW_ENGLISH, N_OPENED, FALSE, &edits, 7);
  g_autoptr (GlossDocument) old_document = law_get_document (law, FALSE);
  g_autoptr (GlossDocument) new_document = law_get_document (law, TRUE);

  for (guint round = 0; round < 3; round++)
    {
      gint64 start = g_get_monotonic_time ();
      double start_ms = get_cpu_ms ();

      gloss_comparison_new_async (old_document, new_document, NULL, compared_cb, bench);
      while (bench->comparison == NULL || !is_shown (bench))
        g_main_context_iteration (NULL, TRUE);
      printf ("first rows of %u clauses after %.0f ms, %.0f ms of them of this thread\n", N_OPENED,
              (g_get_monotonic_time () - start) / 1e3, get_cpu_ms () - start_ms);
      fflush (stdout);

      gloss_comparison_list_set_comparison (bench->list, NULL);
      g_clear_object (&bench->comparison);
      for (guint i = 0; i < 50; i++)
        g_main_context_iteration (NULL, FALSE);
    }
}

int
main (int   argc,
      char *argv[])
{
  guint n_clauses = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  Bench bench = { NULL };
  GdkFrameClock *clock;

  bench.only = argc > 2 ? argv[2] : NULL;
  adw_init ();
  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1200, 760);
  show_list (&bench);
  gtk_window_present (GTK_WINDOW (bench.window));
  while (!gtk_widget_get_mapped (bench.window))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (bench.window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);

  bench_opening (&bench);

  bench.comparison = compare_laws (n_clauses);
  gloss_comparison_list_set_comparison (bench.list, bench.comparison);
  while (!is_shown (&bench))
    g_main_context_iteration (NULL, TRUE);
  printf ("%u rows\n", gloss_comparison_get_n_rows (bench.comparison));

  bench_scrolling (&bench, "side by side", 150);
  g_object_set (bench.list, "stacked", TRUE, NULL);
  bench_scrolling (&bench, "stacked", 150);

  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.comparison);
  g_array_unref (bench.frames);
  return 0;
}
