/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "annotation/gloss-notebook.h"

G_BEGIN_DECLS

/* The parts of the notebook: gloss-notebook.c holds the stores; -load.c opens them without blocking. */

struct _GlossNotebook
{
  GObject         parent_instance;

  char           *folder;
  GPtrArray      *stores;      /* element-type GlossAnnotationStore, sorted by symbol */
  GlossStoreMode  mode;

  GFileMonitor   *monitor;     /* of the folder, once all of it was asked for; or NULL */
  GHashTable     *loading;     /* symbol -> what -load.c knows of it */
  GCancellable   *cancellable; /* of what is being loaded */
};

/* (transfer none) (nullable): the store of @symbol, if it is open. */
GlossAnnotationStore *gloss_notebook_find_open    (GlossNotebook        *self,
                                                   const char           *symbol);

/* (transfer none): takes @store over, unless there is one of that document already, which is given
 * then. */
GlossAnnotationStore *gloss_notebook_take_store   (GlossNotebook        *self,
                                                   GlossAnnotationStore *store);

/* (transfer full) (nullable) (element-type utf8): the symbols of the documents that have files. */
GPtrArray            *gloss_notebook_list_symbols (GlossNotebook        *self,
                                                   GError              **error);

/* (transfer full) (nullable): of which document a file of that name is; NULL where it is none of ours. */
char                 *gloss_notebook_get_symbol_of_file (GlossNotebook  *self,
                                                         const char     *file_name);

/* (transfer full) */
char                 *gloss_notebook_make_path    (GlossNotebook        *self,
                                                   const char           *name,
                                                   const char           *suffix);

G_END_DECLS
