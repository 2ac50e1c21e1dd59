/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "comparison/gloss-progress.h"

typedef struct
{
  GThread *thread;
  guint n_calls;
  guint percent;
} Told;

static void
told_cb (guint    percent,
         gpointer user_data)
{
  Told *told = user_data;

  g_assert_true (g_thread_self () == told->thread);
  g_assert_cmpuint (percent, >=, told->percent);
  told->percent = percent;
  told->n_calls++;
}

static gpointer
work (gpointer data)
{
  GlossProgress *progress = data;

  for (guint i = 0; i <= 1000; i++)
    gloss_progress_report (progress, 0, 50, i, 1000);
  gloss_progress_report (progress, 50, 100, 0, 4);
  gloss_progress_report (progress, 50, 100, 1, 4);
  gloss_progress_report (progress, 50, 100, 0, 4);
  return NULL;
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Nothing is told until the thread that asked looks, and then once, and not what is long past. */
static void
test_told_where_asked (void)
{
  Told told = { g_thread_self (), 0, 0 };
  g_autoptr (GlossProgress) progress = gloss_progress_new (told_cb, &told);

  g_thread_join (g_thread_new ("work", work, progress));
  g_assert_cmpuint (told.n_calls, ==, 0);
  iterate ();
  g_assert_cmpuint (told.n_calls, ==, 1);
  g_assert_cmpuint (told.percent, ==, 62);

  gloss_progress_report (progress, 50, 100, 0, 0);
  iterate ();
  g_assert_cmpuint (told.n_calls, ==, 2);
  g_assert_cmpuint (told.percent, ==, 100);
}

static void
test_ended (void)
{
  Told told = { g_thread_self (), 0, 0 };
  g_autoptr (GlossProgress) progress = gloss_progress_new (told_cb, &told);

  gloss_progress_report (progress, 0, 100, 1, 2);
  gloss_progress_end (progress);
  gloss_progress_report (progress, 0, 100, 2, 2);
  iterate ();
  g_assert_cmpuint (told.n_calls, ==, 0);
}

static void
test_nobody (void)
{
  gloss_progress_report (NULL, 0, 100, 1, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/progress/told-where-asked", test_told_where_asked);
  g_test_add_func ("/progress/ended", test_ended);
  g_test_add_func ("/progress/nobody", test_nobody);

  return g_test_run ();
}
