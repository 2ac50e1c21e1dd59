/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "gloss-history"

#include "config.h"

#include "ui/gloss-history.h"

typedef struct
{
  GObject                *object;
  const GlossHistoryKind *kind;
  gpointer                user_data;
  gint64                  since_us; /* what was changed before is not of this history */
} Source;

/* Changes that were undone when something else was done: from the first one to the last one. */
typedef struct
{
  gint64 first_us;
  gint64 last_us;
} Lost;

struct _GlossHistory
{
  GObject    parent_instance;

  GPtrArray *sources;
  GArray    *lost;      /* Lost: what can't be made again, whatever its source says */
  gint64     newest_us; /* the newest change there has been */
  gint64     undone_us; /* the first one that could be made again when this was looked at last; or 0 */
};

G_DEFINE_FINAL_TYPE (GlossHistory, gloss_history, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_source (gpointer data)
{
  Source *source = data;

  g_object_unref (source->object);
  g_free (source);
}

/* The time of what @source would undo or make again, as far as it is of this history; else 0. */
static gint64
get_time (const Source *source,
          gboolean      again)
{
  gint64 time_us = source->kind->get_time (source->object, again, source->user_data);

  return time_us >= source->since_us ? time_us : 0;
}

/* (nullable): the source that made the last change. */
static const Source *
find_last (GlossHistory *self,
           gint64       *time_us)
{
  const Source *last = NULL;

  *time_us = 0;
  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = g_ptr_array_index (self->sources, i);
      gint64 own_us = get_time (source, FALSE);

      if (own_us > *time_us)
        {
          *time_us = own_us;
          last = source;
        }
    }

  return last;
}

static gboolean
is_lost (GlossHistory *self,
         gint64        time_us)
{
  for (guint i = 0; i < self->lost->len; i++)
    {
      const Lost *lost = &g_array_index (self->lost, Lost, i);

      if (time_us >= lost->first_us && time_us <= lost->last_us)
        return TRUE;
    }

  return FALSE;
}

/* (nullable): the source whose change is to be made again first. Undoing goes back in time, so it is
 * the earliest one; anything done after it was undone is later still. */
static const Source *
find_undone (GlossHistory *self,
             gint64       *time_us)
{
  const Source *first = NULL;
  gint64 first_us = 0;
  gint64 last_us;

  find_last (self, &last_us);
  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = g_ptr_array_index (self->sources, i);
      gint64 own_us = get_time (source, TRUE);

      if (own_us != 0 && !is_lost (self, own_us) && (first == NULL || own_us < first_us))
        {
          first_us = own_us;
          first = source;
        }
    }

  if (first_us < last_us)
    first = NULL;
  *time_us = first != NULL ? first_us : 0;
  return first;
}

/* A source forgets what was undone when something is done in it; of what is done in another one it knows nothing. */
static void
look (GlossHistory *self)
{
  gint64 newest_us;

  find_last (self, &newest_us);
  if (newest_us > self->newest_us)
    {
      Lost lost = { .first_us = self->undone_us, .last_us = self->newest_us };

      if (self->undone_us != 0)
        g_array_append_val (self->lost, lost);
      self->newest_us = newest_us;
    }
  find_undone (self, &self->undone_us);
}

static gboolean
make (GlossHistory  *self,
      const Source  *source,
      gboolean       again,
      char         **label,
      GError       **error)
{
  gboolean made;

  *label = NULL;
  if (source == NULL)
    return TRUE;

  made = source->kind->make (source->object, again, source->user_data, label, error);
  gloss_history_update (self);
  return made;
}

static void
gloss_history_finalize (GObject *object)
{
  g_ptr_array_unref (GLOSS_HISTORY (object)->sources);
  g_array_unref (GLOSS_HISTORY (object)->lost);

  G_OBJECT_CLASS (gloss_history_parent_class)->finalize (object);
}

static void
gloss_history_class_init (GlossHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gloss_history_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
gloss_history_init (GlossHistory *self)
{
  self->sources = g_ptr_array_new_with_free_func (free_source);
  self->lost = g_array_new (FALSE, FALSE, sizeof (Lost));
}

GlossHistory *
gloss_history_new (void)
{
  return g_object_new (GLOSS_TYPE_HISTORY, NULL);
}

void
gloss_history_add (GlossHistory           *self,
                   GObject                *source,
                   const GlossHistoryKind *kind,
                   gpointer                user_data)
{
  Source *added;

  g_return_if_fail (GLOSS_IS_HISTORY (self));
  g_return_if_fail (G_IS_OBJECT (source));
  g_return_if_fail (kind != NULL);

  for (guint i = 0; i < self->sources->len; i++)
    if (((const Source *) g_ptr_array_index (self->sources, i))->object == source)
      return;

  added = g_new0 (Source, 1);
  added->object = g_object_ref (source);
  added->kind = kind;
  added->user_data = user_data;
  added->since_us = kind->get_time (source, FALSE, user_data);
  g_ptr_array_add (self->sources, added);
  gloss_history_update (self);
}

void
gloss_history_update (GlossHistory *self)
{
  g_return_if_fail (GLOSS_IS_HISTORY (self));

  look (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
gloss_history_can_undo (GlossHistory *self)
{
  gint64 time_us;

  g_return_val_if_fail (GLOSS_IS_HISTORY (self), FALSE);

  return find_last (self, &time_us) != NULL;
}

gboolean
gloss_history_can_redo (GlossHistory *self)
{
  g_return_val_if_fail (GLOSS_IS_HISTORY (self), FALSE);

  look (self);
  return self->undone_us != 0;
}

gboolean
gloss_history_undo (GlossHistory  *self,
                    char         **label,
                    GError       **error)
{
  gint64 time_us;

  g_return_val_if_fail (GLOSS_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  look (self);
  return make (self, find_last (self, &time_us), FALSE, label, error);
}

gboolean
gloss_history_redo (GlossHistory  *self,
                    char         **label,
                    GError       **error)
{
  gint64 time_us;

  g_return_val_if_fail (GLOSS_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  look (self);
  return make (self, find_undone (self, &time_us), TRUE, label, error);
}
