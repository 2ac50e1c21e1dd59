/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/gloss-library.h"
#include "import/gloss-import-text.h"

G_BEGIN_DECLS

/**
 * GlossImportDocuments:
 *
 * The documents of a library, to be recognised by what other programs call them. For the thread
 * of its library. It holds the documents that it read.
 */
typedef struct _GlossImportDocuments GlossImportDocuments;

GlossImportDocuments *gloss_import_documents_new           (GlossLibrary         *library);
void                  gloss_import_documents_free          (GlossImportDocuments *self);

/* (transfer full) (nullable): the symbol as the library writes it, where it has @symbol; also of
 * the name of one expression, "A/69/723@zh". */
char                 *gloss_import_documents_find_symbol   (GlossImportDocuments *self,
                                                            const char           *symbol);

/* (transfer full) (nullable): the symbol of the document whose address is @iri; of a document that
 * the library does not have too, where the address tells. @language: (out) (nullable) (transfer
 * full): where the address tells. */
char                 *gloss_import_documents_find_iri      (GlossImportDocuments *self,
                                                            const char           *iri,
                                                            char                **language);

/* (transfer full) (nullable): the symbol of the one document that @names (element-type utf8) fit:
 * titles, symbols, addresses, or texts with a symbol in them. */
char                 *gloss_import_documents_find_names    (GlossImportDocuments *self,
                                                            GPtrArray            *names);

/* (transfer full) (element-type GlossImportText, borrowed): the text of @symbol (NULL: of every
 * document) in each language, @language (nullable) before English before others. What can't be
 * read is left out. */
GPtrArray            *gloss_import_documents_get_texts     (GlossImportDocuments *self,
                                                            const char           *symbol,
                                                            const char           *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlossImportDocuments, gloss_import_documents_free)

G_END_DECLS
