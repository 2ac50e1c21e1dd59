/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/gloss-import-reader.h"

G_BEGIN_DECLS

/**
 * Reading of several files of annotations while others do something else.
 */

/* What became of one file. */
typedef struct
{
  char             *name;  /* of the file, without its folder, to be shown */
  GlossImportBatch *batch; /* NULL: it was refused */
  GError           *error; /* why; says nothing of the name. NULL: it was read */
} GlossImportReadFile;

/* @files: (element-type GFile): copied. @progress: (nullable): called with @progress_data in the
 * thread-default main context of the caller, before @callback and never after it. */
void       gloss_import_read_async  (GPtrArray            *files,
                                     GlossProgressFunc     progress,
                                     gpointer              progress_data,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);

/* (transfer full) (nullable) (element-type GlossImportReadFile): one for each file, in their order.
 * NULL with G_IO_ERROR_CANCELLED. */
GPtrArray *gloss_import_read_finish (GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
