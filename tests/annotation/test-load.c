/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "annotation/gloss-load.h"

static void
test_progress (void)
{
  GlossLoad load = { NULL, };
  g_autoptr (GError) error = NULL;
  goffset done = -1;
  goffset total = -1;

  gloss_load_get (&load, &done, &total);
  g_assert_cmpint (done, ==, 0);
  g_assert_cmpint (total, ==, 0);

  gloss_load_expect (&load, 10 * 1024);
  g_assert_true (gloss_load_report (&load, 4 * 1024, &error));
  gloss_load_get (&load, &done, &total);
  g_assert_cmpint (done, ==, 4 * 1024);
  g_assert_cmpint (total, ==, 10 * 1024);

  /* More than was expected is all of it. */
  g_assert_true (gloss_load_report (&load, 7 * 1024, &error));
  gloss_load_get (&load, &done, &total);
  g_assert_cmpint (done, ==, total);
  g_assert_no_error (error);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GlossLoad load = { cancellable, 0, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (gloss_load_report (&load, 1, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (gloss_load_report (&load, 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_nobody (void)
{
  g_autoptr (GError) error = NULL;

  gloss_load_expect (NULL, 1);
  g_assert_true (gloss_load_report (NULL, 1, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/load/progress", test_progress);
  g_test_add_func ("/load/cancelled", test_cancelled);
  g_test_add_func ("/load/nobody", test_nobody);

  return g_test_run ();
}
