/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annotation/gloss-load.h"

#define KIB 1024

void
gloss_load_expect (GlossLoad *self,
                   guint64    bytes)
{
  if (self != NULL)
    g_atomic_int_add (&self->total_kib, (gint) (bytes / KIB));
}

gboolean
gloss_load_report (GlossLoad  *self,
                   guint64     bytes,
                   GError    **error)
{
  if (self == NULL)
    return TRUE;

  g_atomic_int_add (&self->done_kib, (gint) (bytes / KIB));
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

void
gloss_load_get (GlossLoad *self,
                goffset   *done,
                goffset   *total)
{
  *total = (goffset) g_atomic_int_get (&self->total_kib) * KIB;
  *done = MIN ((goffset) g_atomic_int_get (&self->done_kib) * KIB, *total);
}
