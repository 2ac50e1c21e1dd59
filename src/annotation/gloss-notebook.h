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

/* (transfer full) (element-type utf8): the tags in use in the open stores, the most used first. */
GPtrArray            *gloss_notebook_dup_tags  (GlossNotebook   *self);

/* Closes every open store. */
gboolean              gloss_notebook_close     (GlossNotebook   *self,
                                                GError         **error);

G_END_DECLS
