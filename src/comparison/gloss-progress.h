/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GlossProgress:
 *
 * How far work on another thread has come, told in the thread that asked for it. Reports that come
 * faster than that thread takes them are told as one. Reference-counted; may be reported to from
 * any thread.
 */
typedef struct _GlossProgress GlossProgress;

/* @percent: 0 to 100, never less than before. */
typedef void (*GlossProgressFunc) (guint    percent,
                                   gpointer user_data);

/* (transfer full): @func is called in the thread-default main context of the caller. */
GlossProgress *gloss_progress_new    (GlossProgressFunc  func,
                                      gpointer           user_data);
GlossProgress *gloss_progress_ref    (GlossProgress     *self);
void           gloss_progress_unref  (GlossProgress     *self);

/* @self: (nullable): nobody asked. @done of @total is done of a part of the work that goes from
 * @from to @to percent. */
void           gloss_progress_report (GlossProgress     *self,
                                      guint              from,
                                      guint              to,
                                      guint              done,
                                      guint              total);

/* From then on @func is not called any more. For the thread that asked. */
void           gloss_progress_end    (GlossProgress     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossProgress, gloss_progress_unref)

G_END_DECLS
