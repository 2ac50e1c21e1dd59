/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-progress"

#include "config.h"

#include "comparison/gloss-progress.h"

struct _GlossProgress
{
  gatomicrefcount n_refs;
  GMainContext *context;
  GlossProgressFunc func; /* NULL when it has ended; for the thread that asked alone */
  gpointer user_data;
  gint percent;           /* atomic: what was reported last */
  gint scheduled;         /* atomic: a call of @func is on its way */
};

GlossProgress *
gloss_progress_new (GlossProgressFunc func,
                    gpointer          user_data)
{
  GlossProgress *self;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (GlossProgress, 1);
  g_atomic_ref_count_init (&self->n_refs);
  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->user_data = user_data;
  return self;
}

GlossProgress *
gloss_progress_ref (GlossProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
gloss_progress_unref (GlossProgress *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_main_context_unref (self->context);
  g_free (self);
}

static gboolean
tell_cb (gpointer user_data)
{
  GlossProgress *self = user_data;

  /* First this, so that what is reported meanwhile is told as well. */
  g_atomic_int_set (&self->scheduled, FALSE);
  if (self->func != NULL)
    self->func ((guint) g_atomic_int_get (&self->percent), self->user_data);

  return G_SOURCE_REMOVE;
}

void
gloss_progress_report (GlossProgress *self,
                       guint          from,
                       guint          to,
                       guint          done,
                       guint          total)
{
  g_autoptr (GSource) source = NULL;
  gint percent;

  if (self == NULL)
    return;

  percent = (gint) (total == 0 ? to : from + (guint64) (to - from) * done / total);
  if (percent <= g_atomic_int_get (&self->percent))
    return;
  g_atomic_int_set (&self->percent, percent);
  if (!g_atomic_int_compare_and_exchange (&self->scheduled, FALSE, TRUE))
    return;

  /* Not g_main_context_invoke (), which may call at once, in this thread. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_cb, gloss_progress_ref (self), (GDestroyNotify) gloss_progress_unref);
  g_source_attach (source, self->context);
}

void
gloss_progress_end (GlossProgress *self)
{
  g_return_if_fail (self != NULL);

  self->func = NULL;
}
