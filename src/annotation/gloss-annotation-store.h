/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "annotation/gloss-annotation.h"

G_BEGIN_DECLS

/**
 * GlossAnnotationStore:
 *
 * The annotations of one document, on disk and in memory: a GListModel of GlossAnnotation, and
 * the only one that changes them. It is for the thread that opened it.
 *
 * On disk: FOLDER/<document>.json, a W3C AnnotationCollection, and FOLDER/<document>.journal,
 * JSON lines to which each change is appended and synced before the function returns. The journal
 * is folded into the file on opening, on closing and when it has grown; the file is replaced
 * atomically. Several processes may have the same store open: each change is appended under a
 * lock, and what others wrote is taken in.
 *
 * When a change can't be written, it is made in memory all the same, the function returns FALSE
 * with the reason, "problem" names it, and the change is written by the next one that succeeds, by
 * gloss_annotation_store_flush (), or by the main loop, which tries again every second.
 *
 * Signals: "changed" (GlossAnnotation *): one annotation's note, tags, colour or anchor changed.
 * Properties: "problem" (string, nullable): one sentence for the user while something is wrong;
 * "can-undo", "can-redo" (boolean), "undo-label", "redo-label" (string, nullable, translated).
 */

#define GLOSS_TYPE_ANNOTATION_STORE (gloss_annotation_store_get_type ())
G_DECLARE_FINAL_TYPE (GlossAnnotationStore, gloss_annotation_store, GLOSS, ANNOTATION_STORE, GObject)

typedef enum
{
  GLOSS_STORE_STRICT,    /* a file that can't be read is an error; it is left as it is; others are waited for */
  GLOSS_STORE_SET_ASIDE, /* it is renamed to <document>.json.damaged-<time>, "problem" says so,
                          * and the store begins anew; one of a later version is an error still */
} GlossStoreMode;

/* (transfer full) (nullable): @folder is made when the first change is written. */
GlossAnnotationStore *gloss_annotation_store_open       (const char            *folder,
                                                         const char            *symbol,
                                                         GlossStoreMode         mode,
                                                         GError               **error);

/* The same without blocking: files are read on another thread, and the store is for the thread that
 * asks. @progress: (nullable) is told how many bytes were read, now and then, in that thread and
 * never after @callback; nothing is told of a file that is read at once. */
void                  gloss_annotation_store_open_async (const char            *folder,
                                                         const char            *symbol,
                                                         GlossStoreMode         mode,
                                                         GCancellable          *cancellable,
                                                         GFileProgressCallback  progress,
                                                         gpointer               progress_data,
                                                         GAsyncReadyCallback    callback,
                                                         gpointer               user_data);

/* (transfer full) (nullable) */
GlossAnnotationStore *gloss_annotation_store_open_finish (GAsyncResult         *result,
                                                          GError              **error);

const char           *gloss_annotation_store_get_symbol (GlossAnnotationStore  *self);
const char           *gloss_annotation_store_get_problem (GlossAnnotationStore *self);

/* TRUE when the problem is something that happened, and not one that is there still: it stays until
 * it is dismissed. Then the next one shows, if there is one. */
gboolean              gloss_annotation_store_can_dismiss (GlossAnnotationStore *self);
void                  gloss_annotation_store_dismiss     (GlossAnnotationStore *self);

/* (transfer none) (nullable) */
GlossAnnotation      *gloss_annotation_store_find       (GlossAnnotationStore  *self,
                                                         const char            *id);

/* Each of these writes the change and can be undone. An annotation that is not in the store is a
 * programmer's error, except for add. A note set again within the same editing is one step of
 * undo. */
gboolean              gloss_annotation_store_add        (GlossAnnotationStore  *self,
                                                         GlossAnnotation       *annotation,
                                                         GError               **error);
gboolean              gloss_annotation_store_remove     (GlossAnnotationStore  *self,
                                                         GlossAnnotation       *annotation,
                                                         GError               **error);
gboolean              gloss_annotation_store_set_note   (GlossAnnotationStore  *self,
                                                         GlossAnnotation       *annotation,
                                                         const char            *note,
                                                         GError               **error);
gboolean              gloss_annotation_store_set_tags   (GlossAnnotationStore  *self,
                                                         GlossAnnotation       *annotation,
                                                         const char * const    *tags,
                                                         GError               **error);
gboolean              gloss_annotation_store_set_color  (GlossAnnotationStore  *self,
                                                         GlossAnnotation       *annotation,
                                                         GlossColor             color,
                                                         GError               **error);
gboolean              gloss_annotation_store_set_anchor (GlossAnnotationStore  *self,
                                                         GlossAnnotation       *annotation,
                                                         GlossAnchor           *anchor,
                                                         GError               **error);

/* @annotation becomes all that @by is, which has the same id. */
gboolean              gloss_annotation_store_replace    (GlossAnnotationStore  *self,
                                                         GlossAnnotation       *annotation,
                                                         GlossAnnotation       *by,
                                                         GError               **error);

/* All changes until the end of the group are written together and are one step of undo, called
 * @label ("Import Notes", translated). The files stay locked meanwhile: don't go back to the main
 * loop. Groups are not nested. */
void                  gloss_annotation_store_begin_group (GlossAnnotationStore *self,
                                                          const char           *label);
gboolean              gloss_annotation_store_end_group  (GlossAnnotationStore  *self,
                                                         GError               **error);

/* FALSE with an error when it can't be written; nothing happens where there is nothing to undo.
 * Of a group, what somebody else changed in the meantime stays as it is, which is an error too. */
gboolean              gloss_annotation_store_undo       (GlossAnnotationStore  *self,
                                                         GError               **error);
gboolean              gloss_annotation_store_redo       (GlossAnnotationStore  *self,
                                                         GError               **error);

/* When the change was made that undo would take back, or redo make again, in microseconds of the
 * monotonic clock; 0: none. */
gint64                gloss_annotation_store_get_undo_time (GlossAnnotationStore *self);
gint64                gloss_annotation_store_get_redo_time (GlossAnnotationStore *self);

/* A step can have parts in several stores. Says of the last @n_changes changes here that they are
 * parts of the step @step (not 0), which whoever keeps the steps has numbered. */
void                  gloss_annotation_store_mark_step  (GlossAnnotationStore  *self,
                                                         guint                  n_changes,
                                                         guint                  step);

/* The step of which the change is a part that undo would take back, or redo make again; 0: none. */
guint                 gloss_annotation_store_get_undo_step (GlossAnnotationStore *self);
guint                 gloss_annotation_store_get_redo_step (GlossAnnotationStore *self);

/* TRUE when a part of @step is here that can be taken back (@undone: made again). */
gboolean              gloss_annotation_store_has_step   (GlossAnnotationStore  *self,
                                                         guint                  step,
                                                         gboolean               undone);

/* As undo and redo, of all the parts of @step that are here, whatever was done after it. */
gboolean              gloss_annotation_store_undo_step  (GlossAnnotationStore  *self,
                                                         guint                  step,
                                                         GError               **error);
gboolean              gloss_annotation_store_redo_step  (GlossAnnotationStore  *self,
                                                         guint                  step,
                                                         GError               **error);

/* Tries again to write what could not be written, and takes in what others wrote. */
gboolean              gloss_annotation_store_flush      (GlossAnnotationStore  *self,
                                                         GError               **error);

/* Flushes, and folds the journal into the file. The store may be used on. */
gboolean              gloss_annotation_store_close      (GlossAnnotationStore  *self,
                                                         GError               **error);

G_END_DECLS
