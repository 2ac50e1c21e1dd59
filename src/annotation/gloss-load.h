/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GlossLoad:
 *
 * How far a file has been read, shared by the thread that reads and the one that waits for it. What
 * takes a load takes NULL as well, from who does not ask.
 */
typedef struct
{
  GCancellable *cancellable; /* nullable */
  gint          done_kib;    /* atomic */
  gint          total_kib;   /* atomic */
} GlossLoad;

/* @bytes more are to be read, before any of them is. */
void     gloss_load_expect (GlossLoad  *self,
                            guint64     bytes);

/* @bytes were read. FALSE with G_IO_ERROR_CANCELLED when nobody waits any more. */
gboolean gloss_load_report (GlossLoad  *self,
                            guint64     bytes,
                            GError    **error);

/* For the thread that waits. @done and @total: (out): in bytes. */
void     gloss_load_get    (GlossLoad  *self,
                            goffset    *done,
                            goffset    *total);

G_END_DECLS
