/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GlossHistory:
 *
 * Several things that each can undo and redo their own changes, as one order of time: what was done
 * last, wherever, is undone first, and what was undone last is made again first. It keeps no changes
 * itself, so that what one of them forgets, or others change in it, is right here too. What was
 * undone can't be made again once anything else was done.
 *
 * Signals: "changed": what can be undone or made again may be another.
 */

#define GLOSS_TYPE_HISTORY (gloss_history_get_type ())
G_DECLARE_FINAL_TYPE (GlossHistory, gloss_history, GLOSS, HISTORY, GObject)

typedef struct
{
  /* When the change was made that @source would undo next (@again: make again), in microseconds of
   * the monotonic clock; 0 where there is none. */
  gint64   (*get_time) (gpointer   source,
                        gboolean   again,
                        gpointer   user_data);

  /* Undoes it, or makes it again. @label: (out) (transfer full) (nullable): in words what it is. */
  gboolean (*make)     (gpointer   source,
                        gboolean   again,
                        gpointer   user_data,
                        char     **label,
                        GError   **error);
} GlossHistoryKind;

/* (transfer full) */
GlossHistory *gloss_history_new      (void);

/* From its last change on, the changes of @source (which is held) are of this history; nothing
 * happens where they are already. @kind and @user_data must live as long as the history. */
void          gloss_history_add      (GlossHistory            *self,
                                      GObject                 *source,
                                      const GlossHistoryKind  *kind,
                                      gpointer                 user_data);

/* To be called when what a source can undo or make again is another. */
void          gloss_history_update   (GlossHistory            *self);

gboolean      gloss_history_can_undo (GlossHistory            *self);
gboolean      gloss_history_can_redo (GlossHistory            *self);

/* As GlossHistoryKind.make of the source whose turn it is; nothing happens where there is none, and
 * @label is NULL then. */
gboolean      gloss_history_undo     (GlossHistory            *self,
                                      char                   **label,
                                      GError                 **error);
gboolean      gloss_history_redo     (GlossHistory            *self,
                                      char                   **label,
                                      GError                 **error);

G_END_DECLS
