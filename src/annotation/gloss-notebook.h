/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-annotation-store.h"

G_BEGIN_DECLS

/**
 * GlossNotebook:
 *
 * All annotation stores of a user: a GListModel of GlossAnnotationStore, one for each document
 * that has annotations or was asked for, sorted by symbol. For the thread that made it.
 */

#define GLOSS_TYPE_NOTEBOOK (gloss_notebook_get_type ())
G_DECLARE_FINAL_TYPE (GlossNotebook, gloss_notebook, GLOSS, NOTEBOOK, GObject)

/* (transfer full): @folder (nullable): NULL for $XDG_DATA_HOME/glossator/annotations. */
GlossNotebook        *gloss_notebook_new       (const char      *folder,
                                                GlossStoreMode   mode);

/* (transfer none) (nullable): the store of the document @symbol, opened on the first call. */
GlossAnnotationStore *gloss_notebook_get_store (GlossNotebook   *self,
                                                const char      *symbol,
                                                GError         **error);

/* Opens the stores of all documents that have annotations. FALSE with the first error, the
 * others being opened nonetheless. */
gboolean              gloss_notebook_open_all  (GlossNotebook   *self,
                                                GError         **error);

/* TRUE when gloss_notebook_get_store () takes no time that anybody notices, since the store is open
 * or its files are small. */
gboolean              gloss_notebook_is_quick  (GlossNotebook   *self,
                                                const char      *symbol);

/* The same without blocking. @progress: (nullable): as for gloss_annotation_store_open_async (). A
 * store that several ask for is opened once, and for all of them even when one gives up. */
void                  gloss_notebook_get_store_async  (GlossNotebook         *self,
                                                       const char            *symbol,
                                                       GCancellable          *cancellable,
                                                       GFileProgressCallback  progress,
                                                       gpointer               progress_data,
                                                       GAsyncReadyCallback    callback,
                                                       gpointer               user_data);

/* (transfer none) (nullable) */
GlossAnnotationStore *gloss_notebook_get_store_finish (GlossNotebook         *self,
                                                       GAsyncResult          *result,
                                                       GError               **error);

/* TRUE while a store is being opened without blocking. */
gboolean              gloss_notebook_is_loading       (GlossNotebook         *self);

/* Those that are quick are open when this returns, the others one by one until @callback; and from
 * then on those that appear in the folder. */
void                  gloss_notebook_open_all_async   (GlossNotebook         *self,
                                                       GCancellable          *cancellable,
                                                       GFileProgressCallback  progress,
                                                       gpointer               progress_data,
                                                       GAsyncReadyCallback    callback,
                                                       gpointer               user_data);
gboolean              gloss_notebook_open_all_finish  (GlossNotebook         *self,
                                                       GAsyncResult          *result,
                                                       GError               **error);

/* (transfer full) (element-type utf8): the tags in use in the open stores, the most used first. */
GPtrArray            *gloss_notebook_dup_tags  (GlossNotebook   *self);

/* Closes every open store, and gives up those that are being opened. */
gboolean              gloss_notebook_close     (GlossNotebook   *self,
                                                GError         **error);

G_END_DECLS
