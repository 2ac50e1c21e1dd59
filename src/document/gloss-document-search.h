/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-document.h"
#include "document/gloss-fold.h"

G_BEGIN_DECLS

/**
 * Finding words in a document, as gloss_fold () sees them.
 */

typedef struct
{
  guint          position; /* of the clause in the document */
  GlossFoldMatch range;    /* bytes of the text of the clause */
} GlossDocumentMatch;

/* (transfer full) (element-type GlossDocumentMatch): every place where @words stands, in reading
 * order. NULL only with G_IO_ERROR_CANCELLED. Any thread. */
GArray *gloss_document_search        (GlossDocument        *document,
                                      const char           *words,
                                      GCancellable         *cancellable,
                                      GError              **error);

/* The same, on a thread of its own. */
void    gloss_document_search_async  (GlossDocument        *document,
                                      const char           *words,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GArray *gloss_document_search_finish (GlossDocument        *document,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
