/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-workers.h"

typedef struct
{
  guint done[1000];  /* how often */
  guint n_parts[GLOSS_MAX_WORKERS];
  gint busy[GLOSS_MAX_WORKERS];
  guint largest;
} Record;

static void
count_cb (guint    first,
          guint    end,
          guint    worker,
          gpointer user_data)
{
  Record *record = user_data;

  g_assert_cmpuint (worker, <, GLOSS_MAX_WORKERS);
  g_assert_cmpuint (first, <, end);
  g_assert_cmpuint (end - first, <=, record->largest);
  g_assert_cmpint (g_atomic_int_add (&record->busy[worker], 1), ==, 0);
  record->n_parts[worker]++;
  for (guint i = first; i < end; i++)
    record->done[i]++;
  g_atomic_int_add (&record->busy[worker], -1);
}

static void
test_everything_once (void)
{
  static const guint numbers[] = { 0, 1, 7, 8, 9, 999, 1000 };
  static const guint parts[] = { 1, 8, 64, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
      {
        Record record = { .largest = parts[k] };
        guint n_parts = 0;

        gloss_work (numbers[i], parts[k], count_cb, &record);
        for (guint number = 0; number < G_N_ELEMENTS (record.done); number++)
          g_assert_cmpuint (record.done[number], ==, number < numbers[i]);
        for (guint worker = 0; worker < GLOSS_MAX_WORKERS; worker++)
          n_parts += record.n_parts[worker];
        g_assert_cmpuint (n_parts, ==, (numbers[i] + parts[k] - 1) / parts[k]);
      }
}

static void
find_self_cb (guint    first,
              guint    end,
              guint    worker,
              gpointer user_data)
{
  if (worker == 0)
    g_assert_true (g_thread_self () == user_data);
  else
    g_assert_false (g_thread_self () == user_data);
}

/* What only the thread that asked may do is for worker 0. */
static void
test_first_worker (void)
{
  gloss_work (1000, 1, find_self_cb, g_thread_self ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/workers/everything-once", test_everything_once);
  g_test_add_func ("/workers/first-worker", test_first_worker);

  return g_test_run ();
}
