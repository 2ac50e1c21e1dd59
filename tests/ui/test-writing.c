/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/gloss-writing.h"

#include "gloss-ui-test.h"

typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean may_go;
  int      n_written; /* atomic */
} Disk;

/* Writes when the disk lets it. */
static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Disk *disk = task_data;

  g_mutex_lock (&disk->mutex);
  while (!disk->may_go)
    g_cond_wait (&disk->cond, &disk->mutex);
  g_mutex_unlock (&disk->mutex);

  g_atomic_int_inc (&disk->n_written);
  g_task_return_boolean (task, TRUE);
}

static void
start_writing (Disk *disk)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, disk, NULL);
  gloss_writing_watch (task);
  g_task_run_in_thread (task, write_thread);
}

static void
let_go (gpointer data)
{
  Disk *disk = data;

  g_mutex_lock (&disk->mutex);
  disk->may_go = TRUE;
  g_cond_broadcast (&disk->cond);
  g_mutex_unlock (&disk->mutex);
}

static void
test_nothing_to_wait_for (void)
{
  g_assert_false (gloss_writing_is_under_way ());
  gloss_writing_finish ();
}

/* The end waits for all of them, and the disk turns only when it does. */
static void
test_finish (void)
{
  Disk disk = { 0 };

  g_mutex_init (&disk.mutex);
  g_cond_init (&disk.cond);
  start_writing (&disk);
  start_writing (&disk);
  g_assert_true (gloss_writing_is_under_way ());

  g_idle_add_once (let_go, &disk);
  gloss_writing_finish ();
  g_assert_cmpint (g_atomic_int_get (&disk.n_written), ==, 2);
  g_assert_false (gloss_writing_is_under_way ());

  g_mutex_clear (&disk.mutex);
  g_cond_clear (&disk.cond);
}

/* A write that fails is over as well. */
static void
test_failure (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  gloss_writing_watch (task);
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "the disk is full");
  gloss_writing_finish ();
  g_assert_false (gloss_writing_is_under_way ());
}

int
main (int   argc,
      char *argv[])
{
  if (!gloss_ui_test_init (&argc, &argv))
    return 0;

  g_test_add_func ("/writing/nothing-to-wait-for", test_nothing_to_wait_for);
  g_test_add_func ("/writing/finish", test_finish);
  g_test_add_func ("/writing/failure", test_failure);

  return gloss_ui_test_run ();
}
