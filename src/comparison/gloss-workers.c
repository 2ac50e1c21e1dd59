/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-workers"

#include "config.h"

#include "comparison/gloss-workers.h"

typedef struct
{
  guint n;
  guint part;
  GlossWorkFunc func;
  gpointer user_data;
  gint next; /* atomic: the part that nobody has begun */
} Work;

typedef struct
{
  Work *work;
  guint number;
  GThread *thread;
} Worker;

static gpointer
run_worker (gpointer data)
{
  Worker *worker = data;
  Work *work = worker->work;
  guint n_parts = (work->n + work->part - 1) / work->part;

  while (TRUE)
    {
      guint part = (guint) g_atomic_int_add (&work->next, 1);
      guint first = part * work->part;

      if (part >= n_parts)
        return NULL;
      work->func (first, MIN (work->part, work->n - first) + first, worker->number, work->user_data);
    }
}

guint
gloss_get_n_workers (void)
{
  static gsize n_workers = 0;

  if (g_once_init_enter (&n_workers))
    {
      guint n_processors = g_get_num_processors ();

      g_once_init_leave (&n_workers, MIN (n_processors, GLOSS_MAX_WORKERS));
    }

  return (guint) n_workers;
}

void
gloss_work (guint         n,
            guint         part,
            GlossWorkFunc func,
            gpointer      user_data)
{
  Work work = { n, part, func, user_data, 0 };
  Worker workers[GLOSS_MAX_WORKERS];
  guint n_workers;

  g_return_if_fail (part > 0 && n <= G_MAXINT && func != NULL);

  n_workers = MIN (gloss_get_n_workers (), (n + part - 1) / part);
  for (guint i = 1; i < n_workers; i++)
    {
      workers[i] = (Worker) { &work, i, NULL };
      /* Where there is no thread to be had, there is one less. */
      workers[i].thread = g_thread_try_new ("gloss-worker", run_worker, &workers[i], NULL);
    }

  workers[0] = (Worker) { &work, 0, NULL };
  run_worker (&workers[0]);
  for (guint i = 1; i < n_workers; i++)
    if (workers[i].thread != NULL)
      g_thread_join (workers[i].thread);
}
